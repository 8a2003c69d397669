import { useQuery } from '@tanstack/react-query';
import {
  comparisonInWords,
  evaluateCapacity,
  sumByPeriod,
  totalWeeks,
  type CapacityColumn,
  type CapacityPlan,
} from '@yotei/scheduling/capacity';
import { useMemo } from 'react';
import { formatNumber, formatPercent } from '../../app/format/format-number.js';
import { formatMonth } from '../../app/format/format-time.js';
import { currentLanguage } from '../../app/i18n/language.js';
import { t } from '../../app/i18n/t.js';
import { Select } from '../../ui/fields.js';
import { QueryState, SkeletonRows } from '../../ui/states.js';
import { Table } from '../../ui/table.js';
import { capacityPlanQuery, capacityPlansQuery } from './capacity.queries.js';

const SHOWN: readonly CapacityColumn[] = ['requiredFte', 'effectiveFte', 'heads', 'shortFraction', 'cost'];

const text = (column: CapacityColumn, value: number | undefined): string =>
  value === undefined
    ? '–'
    : column === 'shortFraction'
      ? formatPercent(value, 1)
      : formatNumber(value, column === 'cost' ? 0 : 1);

function Comparison({
  plans,
  names,
}: {
  readonly plans: readonly [CapacityPlan, CapacityPlan];
  readonly names: readonly [string, string];
}) {
  const [first, second] = plans;
  const { rows, sentences } = useMemo(() => {
    const quarters = plans.map((plan) =>
      sumByPeriod(totalWeeks(evaluateCapacity(plan).groups), plan.firstOn, 'quarter'),
    );
    const starts = [...new Set(quarters.flat().map(({ fromOn }) => fromOn))].sort();
    return {
      sentences: comparisonInWords(plans, names, currentLanguage()),
      rows: starts.flatMap((fromOn) =>
        SHOWN.map((column) => ({
          ...{ fromOn, column },
          values: quarters.map((own) => own.find((quarter) => quarter.fromOn === fromOn)?.[column]),
        })),
      ),
    };
  }, [first, second, names[0], names[1]]);
  return (
    <>
      <ul className="y-capacity-sentences">
        {sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      <Table
        caption={t('capacity.compareTable')}
        rows={rows}
        rowKey={({ fromOn, column }) => `${fromOn} ${column}`}
        columns={[
          {
            id: 'quarter',
            title: t('capacity.quarter'),
            cell: ({ fromOn, column }) =>
              column === SHOWN[0] ? t('capacity.quarterFrom', { month: formatMonth(fromOn) }) : '',
          },
          { id: 'what', title: t('capacity.what'), cell: ({ column }) => t(`capacity.row_${column as 'cost'}`) },
          { id: 'first', title: names[0], numeric: true, cell: ({ column, values }) => text(column, values[0]) },
          { id: 'second', title: names[1], numeric: true, cell: ({ column, values }) => text(column, values[1]) },
        ]}
      />
    </>
  );
}

/** This plan beside another: in words, and quarter by quarter. */
export function ComparePanel({
  plan,
  title,
  planId,
  withId,
  onWith,
}: {
  readonly plan: CapacityPlan;
  readonly title: string;
  readonly planId: string;
  readonly withId: string | undefined;
  readonly onWith: (id: string) => void;
}) {
  const plans = useQuery(capacityPlansQuery);
  const others = (plans.data ?? []).filter(({ id }) => id !== planId);
  const chosen = others.find(({ id }) => id === withId) ?? others[0];
  return (
    <section aria-label={t('capacity.part_compare')}>
      {chosen ? (
        <>
          <Select
            label={t('capacity.compareWith')}
            value={chosen.id}
            options={others.map((other) => ({ id: other.id, text: other.title }))}
            onChange={onWith}
          />
          <Other id={chosen.id} title={chosen.title} plan={plan} own={title} />
        </>
      ) : (
        <p>{t('capacity.compareNone')}</p>
      )}
    </section>
  );
}

function Other({
  id,
  title,
  plan,
  own,
}: {
  readonly id: string;
  readonly title: string;
  readonly plan: CapacityPlan;
  readonly own: string;
}) {
  const other = useQuery(capacityPlanQuery(id));
  return (
    <QueryState query={other} skeleton={<SkeletonRows rows={6} />}>
      {(saved) => (saved ? <Comparison plans={[saved.plan, plan]} names={[title, own]} /> : null)}
    </QueryState>
  );
}
