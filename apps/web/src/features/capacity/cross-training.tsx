import type { CapacityPlan, CrossTrainingTerms } from '@yotei/scheduling/capacity';
import { Trash2 } from 'lucide-react';
import { useState } from 'react';
import { local, t } from '../../app/i18n/t.js';
import { Button, IconButton } from '../../ui/button.js';
import { Select } from '../../ui/fields.js';
import { Fields } from './term-fields.js';

function Known({
  terms,
  title,
  onChange,
  onRemove,
}: {
  readonly terms: CrossTrainingTerms;
  readonly title: string;
  readonly onChange: ((change: Partial<CrossTrainingTerms>) => void) | undefined;
  readonly onRemove: () => void;
}) {
  const { maxHeads, trainingWeeks, perHead } = terms;
  return (
    <div className="y-cross-row">
      <strong>{title}</strong>
      <Fields
        isDisabled={!onChange}
        fields={[
          { label: 'capacity.crossHeads', value: maxHeads, change: (next) => onChange?.({ maxHeads: next }) },
          { label: 'capacity.crossWeeks', value: trainingWeeks, change: (next) => onChange?.({ trainingWeeks: next }) },
          { label: 'capacity.crossCost', value: perHead, change: (next) => onChange?.({ perHead: next }) },
        ]}
      />
      {onChange ? (
        <IconButton
          label={t('capacity.crossRemove')}
          icon={<Trash2 size={14} strokeWidth={1.75} />}
          onPress={onRemove}
        />
      ) : null}
    </div>
  );
}

/** Who may learn whose work. */
export function CrossTraining({
  plan,
  onPlan,
}: {
  readonly plan: CapacityPlan;
  readonly onPlan: ((plan: CapacityPlan) => void) | undefined;
}) {
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
        <Known
          key={`${terms.fromId} ${terms.toId}`}
          terms={terms}
          title={t('capacity.fromTo', { from: titles.get(terms.fromId) ?? '', to: titles.get(terms.toId) ?? '' })}
          onChange={onPlan && ((change) => set(index, change))}
          onRemove={() => remove(terms)}
        />
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
