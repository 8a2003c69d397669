import type { CapacityGroup, CapacityPlan, CrossTrainingTerms } from '@yotei/scheduling/capacity';
import { Trash2 } from 'lucide-react';
import { useState } from 'react';
import { local, t, type MessageId } from '../../app/i18n/t.js';
import { Button, IconButton } from '../../ui/button.js';
import { NumberField, Select, TextField } from '../../ui/fields.js';
import { typedValue } from './plan-edits.js';

interface TermsProps {
  readonly plan: CapacityPlan;
  readonly group: CapacityGroup;
  readonly onGroup: ((group: CapacityGroup) => void) | undefined;
  readonly onPlan: ((plan: CapacityPlan) => void) | undefined;
}

interface TermField {
  readonly label: MessageId;
  readonly value: number;
  readonly percent?: boolean;
  readonly change: (value: number) => void;
}

function Fields({ fields, isDisabled }: { readonly fields: readonly TermField[]; readonly isDisabled: boolean }) {
  return (
    <div className="y-terms-fields">
      {fields.map(({ label, value, percent, change }) => (
        <NumberField
          key={label}
          label={t(label)}
          value={percent ? Math.round(value * 1e4) / 100 : value}
          isDisabled={isDisabled}
          formatOptions={{ maximumFractionDigits: 2 }}
          onChange={(next) => Number.isFinite(next) && change(percent ? next / 100 : next)}
          {...(percent && { unit: '%' })}
        />
      ))}
    </div>
  );
}

/** Speeds after training, as percent of an experienced person, week by week. */
function SpeedField({ group, onGroup }: Pick<TermsProps, 'group' | 'onGroup'>) {
  const shown = group.hiring.speedUp.map((speed) => Math.round(100 * speed)).join(', ');
  const [text, setText] = useState<string>();
  const read = (typed: string): number[] | null => {
    const parts = typed.split(/[,、\s]+/).filter((part) => part !== '');
    const values = parts.map((part) => typedValue(part, 'fraction'));
    return values.some((value) => value === null) ? null : (values as number[]);
  };
  const speeds = text === undefined ? null : read(text);
  return (
    <TextField
      label={t('capacity.speedUp')}
      hint={t('capacity.speedUpHint')}
      value={text ?? shown}
      isDisabled={!onGroup}
      onChange={setText}
      error={text !== undefined && !speeds ? t('capacity.notNumbers') : undefined}
      onBlur={() => {
        if (speeds) onGroup?.({ ...group, hiring: { ...group.hiring, speedUp: speeds } });
        if (speeds) setText(undefined);
      }}
    />
  );
}

/** What a group's people are, cost and learn: numbers that hold for all weeks. */
export function TermsPanel({ plan, group, onGroup, onPlan }: TermsProps) {
  const set = (change: Partial<CapacityGroup>) => onGroup?.({ ...group, ...change });
  const hire = (change: Partial<CapacityGroup['hiring']>) => set({ hiring: { ...group.hiring, ...change } });
  const pay = (change: Partial<CapacityGroup['prices']>) => set({ prices: { ...group.prices, ...change } });
  const ask = (change: Partial<CapacityGroup['requirement']>) =>
    set({ requirement: { ...group.requirement, ...change } });
  const isDisabled = !onGroup;
  const { hiring, prices, requirement } = group;
  const tenure = hiring.tenure[0];
  return (
    <section aria-label={t('capacity.part_terms')} className="y-terms">
      <fieldset>
        <legend>{t('capacity.termsPeople')}</legend>
        <Fields
          isDisabled={isDisabled}
          fields={[
            { label: 'capacity.headsNow', value: group.heads, change: (heads) => set({ heads }) },
            { label: 'capacity.paidHours', value: group.paidHours, change: (paidHours) => set({ paidHours }) },
            { label: 'capacity.maxOccupancy', value: requirement.maxOccupancyFraction, percent: true, change: (maxOccupancyFraction) => ask({ maxOccupancyFraction }) }, // prettier-ignore
            { label: 'capacity.rootHours', value: requirement.rootHours, change: (rootHours) => ask({ rootHours }) },
            { label: 'capacity.baseHours', value: requirement.baseHours, change: (baseHours) => ask({ baseHours }) },
          ]}
        />
      </fieldset>
      <fieldset>
        <legend>{t('capacity.termsHiring')}</legend>
        <Fields
          isDisabled={isDisabled}
          fields={[
            { label: 'capacity.minHeads', value: hiring.minHeads, change: (minHeads) => hire({ minHeads }) },
            { label: 'capacity.maxHeads', value: hiring.maxHeads, change: (maxHeads) => hire({ maxHeads }) },
            { label: 'capacity.firstWeek', value: hiring.firstWeek, change: (firstWeek) => hire({ firstWeek }) },
            { label: 'capacity.everyWeeks', value: hiring.everyWeeks, change: (everyWeeks) => hire({ everyWeeks }) },
            { label: 'capacity.trainingWeeks', value: hiring.trainingWeeks, change: (trainingWeeks) => hire({ trainingWeeks }) }, // prettier-ignore
            { label: 'capacity.trainerHours', value: hiring.trainerHoursPerHead, change: (trainerHoursPerHead) => hire({ trainerHoursPerHead }) }, // prettier-ignore
            { label: 'capacity.trainingAttrition', value: hiring.trainingAttrition, percent: true, change: (trainingAttrition) => hire({ trainingAttrition }) }, // prettier-ignore
            { label: 'capacity.tenureWeeks', value: tenure?.untilWeek ?? 0, change: (untilWeek) => hire({ tenure: untilWeek >= 1 ? [{ untilWeek, factor: tenure?.factor ?? 1 }] : [] }) }, // prettier-ignore
            { label: 'capacity.tenureFactor', value: tenure?.factor ?? 1, change: (factor) => hire({ tenure: [{ untilWeek: tenure?.untilWeek ?? 26, factor }] }) }, // prettier-ignore
          ]}
        />
        <SpeedField key={group.id} group={group} onGroup={onGroup} />
      </fieldset>
      <fieldset>
        <legend>{t('capacity.termsPrices', { currency: plan.currency })}</legend>
        <Fields
          isDisabled={isDisabled}
          fields={(Object.keys(prices) as (keyof typeof prices)[]).map((name) => ({
            label: `capacity.price_${name}` as MessageId,
            value: prices[name],
            change: (value) => pay({ [name]: value }),
          }))}
        />
      </fieldset>
      <PlanTerms plan={plan} onPlan={onPlan} />
    </section>
  );
}

const BANDS = [0.5, 0.8, 0.9];

/** What holds for the plan as a whole: the band planned for, and who may learn whose work. */
function PlanTerms({ plan, onPlan }: Pick<TermsProps, 'plan' | 'onPlan'>) {
  const { risk } = plan;
  const setRisk = (change: Partial<CapacityPlan['risk']>) => onPlan?.({ ...plan, risk: { ...risk, ...change } });
  return (
    <fieldset>
      <legend>{t('capacity.termsPlan')}</legend>
      <Select
        label={t('capacity.planFor')}
        value={String(risk.planFor)}
        isDisabled={!onPlan}
        options={[...new Set([...BANDS, risk.planFor])].map((value) => ({
          id: String(value),
          text: t('capacity.band', { percentile: Math.round(100 * value) }),
        }))}
        onChange={(id) => setRisk({ planFor: Number(id) })}
      />
      <Fields
        isDisabled={!onPlan}
        fields={[
          { label: 'capacity.fullTimeHours', value: plan.fullTimeHours, change: (fullTimeHours) => onPlan?.({ ...plan, fullTimeHours }) }, // prettier-ignore
          { label: 'capacity.weekCorrelation', value: risk.weekCorrelation, change: (weekCorrelation) => setRisk({ weekCorrelation }) }, // prettier-ignore
          { label: 'capacity.groupCorrelation', value: risk.groupCorrelation, change: (groupCorrelation) => setRisk({ groupCorrelation }) }, // prettier-ignore
        ]}
      />
      <CrossTraining plan={plan} onPlan={onPlan} />
    </fieldset>
  );
}

function CrossTraining({ plan, onPlan }: Pick<TermsProps, 'plan' | 'onPlan'>) {
  const [from, setFrom] = useState(plan.groups[0]?.id ?? '');
  const [to, setTo] = useState(plan.groups[1]?.id ?? '');
  const titles = new Map(plan.groups.map(({ id, title }) => [id, local(title)]));
  const options = plan.groups.map(({ id, title }) => ({ id, text: local(title) }));
  const known = plan.crossTraining.some(({ fromId, toId }) => fromId === from && toId === to);
  const set = (index: number, change: Partial<CrossTrainingTerms>) =>
    onPlan?.({
      ...plan,
      crossTraining: plan.crossTraining.map((terms, at) => (at === index ? { ...terms, ...change } : terms)),
    });
  const remove = ({ fromId, toId }: CrossTrainingTerms) =>
    onPlan?.({
      ...plan,
      crossTraining: plan.crossTraining.filter((terms) => terms.fromId !== fromId || terms.toId !== toId),
      moves: plan.moves.filter((move) => move.fromId !== fromId || move.toId !== toId),
    });
  return (
    <div className="y-cross-training">
      <h3>{t('capacity.crossTraining')}</h3>
      <p className="y-quiet">{t('capacity.crossTrainingText')}</p>
      {plan.crossTraining.map((terms, index) => (
        <div key={`${terms.fromId} ${terms.toId}`} className="y-cross-row">
          <strong>
            {t('capacity.fromTo', { from: titles.get(terms.fromId) ?? '', to: titles.get(terms.toId) ?? '' })}
          </strong>
          <Fields
            isDisabled={!onPlan}
            fields={[
              { label: 'capacity.crossHeads', value: terms.maxHeads, change: (maxHeads) => set(index, { maxHeads }) },
              { label: 'capacity.crossWeeks', value: terms.trainingWeeks, change: (trainingWeeks) => set(index, { trainingWeeks }) }, // prettier-ignore
              { label: 'capacity.crossCost', value: terms.perHead, change: (perHead) => set(index, { perHead }) },
            ]}
          />
          {onPlan ? (
            <IconButton
              label={t('capacity.crossRemove')}
              icon={<Trash2 size={14} strokeWidth={1.75} />}
              onPress={() => remove(terms)}
            />
          ) : null}
        </div>
      ))}
      {onPlan && plan.groups.length > 1 ? (
        <div className="y-cross-row">
          <Select label={t('capacity.crossFrom')} value={from} options={options} onChange={setFrom} />
          <Select label={t('capacity.crossTo')} value={to} options={options} onChange={setTo} />
          <Button
            isDisabled={from === to || known}
            onPress={() =>
              onPlan({
                ...plan,
                crossTraining: [
                  ...plan.crossTraining,
                  { fromId: from, toId: to, maxHeads: 5, trainingWeeks: 2, speedUp: [0.8], perHead: 0 },
                ],
              })
            }
          >
            {t('capacity.crossAdd')}
          </Button>
        </div>
      ) : null}
    </div>
  );
}
