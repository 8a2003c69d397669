import type { CapacityGroup, CapacityPlan } from '@yotei/scheduling/capacity';
import { useState } from 'react';
import { t, type MessageId } from '../../app/i18n/t.js';
import { Select, TextField } from '../../ui/fields.js';
import { CrossTraining } from './cross-training.js';
import { Fields } from './term-fields.js';
import { typedValue } from './plan-edits.js';

interface TermsProps {
  readonly plan: CapacityPlan;
  readonly group: CapacityGroup;
  readonly onGroup: ((group: CapacityGroup) => void) | undefined;
  readonly onPlan: ((plan: CapacityPlan) => void) | undefined;
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
