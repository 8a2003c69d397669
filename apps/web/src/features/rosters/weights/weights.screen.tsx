import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { formatNumber, formatPercent } from '../../../app/format/format-number.js';
import { formatDateTime } from '../../../app/format/format-time.js';
import { t } from '../../../app/i18n/t.js';
import { can, homeSite, useViewer } from '../../../app/session.js';
import { Page } from '../../../app/shell/page.js';
import { request } from '../../../graphql/client.js';
import { PlanningWeightsDocument, SavePlanningWeightsDocument } from '../../../graphql/generated/graphql.js';
import { Button } from '../../../ui/button.js';
import { NumberField } from '../../../ui/fields.js';
import { QueryState, SkeletonRows } from '../../../ui/states.js';
import { showToast } from '../../../ui/toast.js';
import {
  bandsOutOfOrder,
  byGroup,
  changedCount,
  draftOf,
  GROUP_TEXTS,
  unitOf,
  WEIGHT_TEXTS,
  type Draft,
  type PlanningWeight,
  type PlanningWeights,
} from './weights.model.js';
import './weights.css';

const weightsQuery = queryOptions({
  queryKey: ['planning-weights'],
  queryFn: async () => (await request(PlanningWeightsDocument)).planningWeights,
});

function useSaveWeights() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async ({ version, draft }: { readonly version: number; readonly draft: Draft }) => {
      const weights = Object.entries(draft).map(([id, value]) => ({ id, value }));
      return (await request(SavePlanningWeightsDocument, { expectedVersion: version, weights })).savePlanningWeights;
    },
    onSuccess: (answer) => {
      if (answer.__typename === 'InvalidInput') return showToast({ text: t('weights.failed'), tone: 'problem' });
      client.setQueryData(weightsQuery.queryKey, answer.planningWeights);
      const saved = answer.__typename === 'PlanningWeightsSaved';
      return showToast(saved ? { text: t('weights.saved') } : { text: t('weights.meanwhile'), tone: 'problem' });
    },
    onError: () => showToast({ text: t('weights.failed'), tone: 'problem' }),
  });
}

/** What a roster costs in this centre: each weight with a plain sentence, the standard beside it. */
export function WeightsScreen() {
  const weights = useQuery(weightsQuery);
  return (
    <Page title={t('weights.title')}>
      <QueryState query={weights} skeleton={<SkeletonRows rows={10} height={44} />}>
        {(found) => <WeightsForm key={found.version} found={found} />}
      </QueryState>
    </Page>
  );
}

function WeightsForm({ found }: { readonly found: PlanningWeights }) {
  const mayEdit = can(useViewer(), 'organisation.edit');
  const [draft, setDraft] = useState<Draft>(() => draftOf(found));
  const save = useSaveWeights();
  const wrong = bandsOutOfOrder(draft);
  const changes = changedCount(found, draft);
  const standard = Object.fromEntries(found.weights.map((weight) => [weight.id, weight.standard]));
  return (
    <form
      className="w-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (mayEdit && changes > 0 && wrong.size === 0) save.mutate({ version: found.version, draft });
      }}
    >
      <p className="w-intro">{t('weights.intro')}</p>
      <InForce found={found} mayEdit={mayEdit} />
      {[...byGroup(found.weights)].map(([group, weights]) => (
        <section key={group} className="w-group" aria-labelledby={`weights-${group}`}>
          <h2 id={`weights-${group}`}>{GROUP_TEXTS[group] ? t(GROUP_TEXTS[group][0]) : group}</h2>
          <p className="y-quiet">{GROUP_TEXTS[group] ? t(GROUP_TEXTS[group][1]) : null}</p>
          <div className="w-fields">
            {weights.map((weight) => (
              <WeightField
                key={weight.id}
                weight={weight}
                value={draft[weight.id] ?? weight.value}
                isWrong={wrong.has(weight.id)}
                isDisabled={!mayEdit}
                onChange={(value) => setDraft({ ...draft, [weight.id]: value })}
              />
            ))}
          </div>
        </section>
      ))}
      {mayEdit ? (
        <div className="w-actions">
          <Button kind="primary" type="submit" isDisabled={changes === 0 || wrong.size > 0 || save.isPending}>
            {t('weights.save')}
          </Button>
          <Button onPress={() => setDraft(standard)}>{t('weights.reset')}</Button>
          <span className="y-quiet" role="status">
            {changes > 0 ? t('weights.unsaved', { count: changes }) : ''}
          </span>
        </div>
      ) : null}
    </form>
  );
}

function InForce({ found, mayEdit }: { readonly found: PlanningWeights; readonly mayEdit: boolean }) {
  const { zone } = homeSite(useViewer());
  const changed =
    found.changedAt === null
      ? t('weights.unchanged')
      : t('weights.changed', {
          when: formatDateTime(Date.parse(found.changedAt), zone),
          who: found.changedBy ?? t('weights.someone'),
        });
  return (
    <p className="y-quiet">
      {changed} {mayEdit ? null : t('weights.readOnly')} <Link to="/roster">{t('weights.toBoard')}</Link>
    </p>
  );
}

interface WeightFieldProps {
  readonly weight: PlanningWeight;
  readonly value: number;
  readonly isWrong: boolean;
  readonly isDisabled: boolean;
  readonly onChange: (value: number) => void;
}

function WeightField({ weight, value, isWrong, isDisabled, onChange }: WeightFieldProps) {
  const { id, min, max, step, standard } = weight;
  const texts = WEIGHT_TEXTS[id];
  const unit = unitOf(id);
  const isShare = unit === null;
  const standardText = isShare ? formatPercent(standard, 0) : formatNumber(standard, step < 1 ? 2 : 0);
  const sentence = texts ? t(texts[1]) : '';
  return (
    <div className="w-field">
      <NumberField
        label={texts ? t(texts[0]) : id}
        hint={`${sentence} ${t('weights.standard', { value: standardText })}`}
        {...(isWrong ? { error: t('weights.order') } : {})}
        {...(isShare ? { formatOptions: { style: 'percent' as const } } : { unit: t(unit) })}
        value={value}
        minValue={min}
        maxValue={max}
        step={step}
        isDisabled={isDisabled}
        onChange={(next) => onChange(Number.isNaN(next) ? standard : next)}
      />
      {/* For the hand: the keyboard and screen readers have the field, which steps by the arrow keys as well. */}
      <input
        type="range"
        className="w-slider"
        aria-hidden
        tabIndex={-1}
        min={min}
        max={sliderMax(weight)}
        step={step}
        value={value}
        disabled={isDisabled}
        onChange={({ target }) => onChange(Number(target.value))}
      />
    </div>
  );
}

/** Where a slider ends: the values people try lie near the standard; the field takes the others. */
function sliderMax({ standard, max, step }: PlanningWeight): number {
  const near = standard > 0 ? standard * 4 : step < 1 ? 1 : 20;
  return Math.min(max, near);
}
