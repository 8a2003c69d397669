import type { ScenarioBase } from '@yotei/scheduling/scenarios';
import { formatNumber, formatPercent, formatSigned } from '../../../app/format/format-number.js';
import { formatWeekdayNumber } from '../../../app/format/format-time.js';
import { t } from '../../../app/i18n/t.js';
import { Table } from '../../../ui/table.js';
import type { QuestionResults } from './question.model.js';
import { money, Result, Value } from './result-parts.js';

interface ResultProps<Id extends keyof QuestionResults> {
  readonly base: ScenarioBase;
  readonly result: QuestionResults[Id];
}

const titleOf = ({ queues }: ScenarioBase, queueId: string) =>
  queues.find(({ id }) => id === queueId)?.title ?? queueId;

type Way = QuestionResults['ways'][number];

function wayText({ ways }: Way, currency: string | null): string {
  const [cheapest] = ways;
  if (!cheapest) return '–';
  return t(`scenarios.way.${cheapest.kind}`, {
    amount: formatNumber(cheapest.amount, 1),
    cost: money(cheapest.cost, currency),
  });
}

/** The cheapest way to the goal, by queue. */
export function WaysResult({ base, result }: ResultProps<'ways'>) {
  const currency = base.costs?.currency ?? null;
  const hours = result.reduce((sum, { added }) => sum + (added?.agentHours ?? 0), 0);
  const cost = result.reduce((sum, { ways }) => sum + (ways[0]?.cost ?? 0), 0);
  const unreachable = result.filter(({ added }) => added === null);
  const sentence =
    result.length === 0
      ? t('scenarios.noGoal')
      : hours === 0 && unreachable.length === 0
        ? t('scenarios.waysReached')
        : t('scenarios.waysSentence', {
            hours: formatNumber(hours, 1),
            cost: currency ? money(cost, currency) : '–',
            count: unreachable.length,
          });
  return (
    <Result sentence={sentence} how={t('scenarios.howWays')}>
      <Table
        caption={t('scenarios.question.ways')}
        rows={result}
        rowKey={({ queueId }) => queueId}
        columns={[
          { id: 'queue', title: t('scenarios.queue'), cell: ({ queueId }) => titleOf(base, queueId) },
          {
            id: 'level',
            title: t('scenarios.levelNow'),
            numeric: true,
            cell: ({ added }) =>
              added && !Number.isNaN(added.serviceLevelBefore) ? (
                <Value value={added.serviceLevelBefore}>{formatPercent(added.serviceLevelBefore)}</Value>
              ) : (
                '–'
              ),
          },
          {
            id: 'hours',
            title: t('scenarios.hoursAdded'),
            numeric: true,
            cell: ({ added }) =>
              added ? (
                <Value value={added.agentHours}>{formatNumber(added.agentHours, 1)}</Value>
              ) : (
                t('scenarios.unreachable')
              ),
          },
          { id: 'way', title: t('scenarios.cheapest'), cell: (row) => wayText(row, currency) },
          {
            id: 'others',
            title: t('scenarios.otherWays'),
            cell: ({ ways, ...row }) =>
              ways
                .slice(1)
                .map((way) => wayText({ ...row, ways: [way] }, currency))
                .join(' · '),
          },
        ]}
      />
    </Result>
  );
}

const SHOWN_HOURS = 12;
const hourText = ({ weekday, hour }: { readonly weekday: number; readonly hour: number }) =>
  `${formatWeekdayNumber(weekday, 'short')} ${String(hour).padStart(2, '0')}:00`;

/** The hours of the week in which a contact costs most. */
export function DearestResult({ base, result }: ResultProps<'dearest'>) {
  const currency = base.costs?.currency ?? null;
  const [first] = result;
  const sentence = first
    ? t('scenarios.dearestSentence', { hour: hourText(first), price: money(first.costPerContact, currency) })
    : t('scenarios.needsCosts');
  return (
    <Result sentence={sentence} how={t('scenarios.howDearest')}>
      <Table
        caption={t('scenarios.question.dearest')}
        rows={result.slice(0, SHOWN_HOURS)}
        rowKey={hourText}
        columns={[
          { id: 'hour', title: t('scenarios.hour'), cell: hourText },
          {
            id: 'per',
            title: t('scenarios.costPerContact'),
            numeric: true,
            cell: ({ costPerContact }) => <Value value={costPerContact}>{money(costPerContact, currency)}</Value>,
          },
          {
            id: 'contacts',
            title: t('scenarios.figure.contacts'),
            numeric: true,
            cell: ({ contacts }) => <Value value={contacts}>{formatNumber(contacts, 1)}</Value>,
          },
          {
            id: 'hours',
            title: t('scenarios.agentHours'),
            numeric: true,
            cell: ({ agentHours }) => <Value value={agentHours}>{formatNumber(agentHours, 1)}</Value>,
          },
          {
            id: 'cost',
            title: t('scenarios.costTitle'),
            numeric: true,
            cell: ({ cost }) => <Value value={cost}>{money(cost, currency)}</Value>,
          },
        ]}
      />
    </Result>
  );
}

/** What one more person of each skill is worth. */
export function AgentResult({ base, result }: ResultProps<'agent'>) {
  const currency = base.costs?.currency ?? null;
  const [first] = result;
  const sentence = first
    ? t('scenarios.agentSentence', {
        skill: first.title,
        contacts: formatNumber(first.answeredInTimeMore, 1),
        points: formatSigned(first.serviceLevelMore * 100, 2),
      })
    : t('scenarios.needsPeople');
  return (
    <Result sentence={sentence} how={t('scenarios.howAgent')}>
      <Table
        caption={t('scenarios.question.agent')}
        rows={result}
        rowKey={({ skillId }) => skillId}
        columns={[
          { id: 'skill', title: t('scenarios.field.skillId'), cell: ({ title }) => title },
          {
            id: 'level',
            title: t('scenarios.figure.serviceLevel'),
            numeric: true,
            cell: ({ serviceLevelMore }) => (
              <Value value={serviceLevelMore}>
                {t('scenarios.points', { points: formatSigned(serviceLevelMore * 100, 2) })}
              </Value>
            ),
          },
          {
            id: 'met',
            title: t('scenarios.answeredMore'),
            numeric: true,
            cell: ({ answeredInTimeMore }) => (
              <Value value={answeredInTimeMore}>{formatSigned(answeredInTimeMore, 1)}</Value>
            ),
          },
          {
            id: 'pay',
            title: t('scenarios.payMore'),
            numeric: true,
            cell: ({ pay }) => <Value value={pay ?? Number.NaN}>{money(pay, currency)}</Value>,
          },
          {
            id: 'penalties',
            title: t('scenarios.penaltiesSaved'),
            numeric: true,
            cell: ({ penaltiesSaved }) => (
              <Value value={penaltiesSaved ?? Number.NaN}>{money(penaltiesSaved, currency)}</Value>
            ),
          },
        ]}
      />
    </Result>
  );
}
