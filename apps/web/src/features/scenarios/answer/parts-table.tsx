import type { ScenarioAnswer, ScenarioFigures } from '@yotei/scheduling/scenarios';
import { memo } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import { formatDate, formatDateRange } from '../../../app/format/format-time.js';
import { t } from '../../../app/i18n/t.js';
import { Table, type Column } from '../../../ui/table.js';
import { Difference } from './difference.js';
import { differenceOf, figureOf, figureText, type Drill, type FigureId } from './figures.model.js';

const SHOWN: readonly FigureId[] = [
  'requiredHours',
  'peakAgents',
  'serviceLevel',
  'occupancy',
  'chanceToMeet',
  'cost',
  'abandonment',
];
/** Beyond so many days they are shown by week. */
const MOST_DAYS = 14;

interface PartRow {
  readonly id: string;
  readonly title: string;
  readonly base: ScenarioFigures | undefined;
  readonly scenario: ScenarioFigures;
  readonly drill: Drill;
}

export interface PartsTablesProps {
  readonly base: ScenarioAnswer;
  readonly scenario: ScenarioAnswer;
  readonly drill: Drill;
  readonly onDrill: (drill: Drill) => void;
}

function queueRows({ base, scenario, drill }: PartsTablesProps): readonly PartRow[] {
  return scenario.queues.map(({ queueId, title, total, days, weeks }) => {
    const before = base.queues.find((queue) => queue.queueId === queueId);
    const at = (part: typeof before | { total: ScenarioFigures; days: typeof days; weeks: typeof weeks }) =>
      drill.day === undefined
        ? part?.total
        : [...(part?.days ?? []), ...(part?.weeks ?? [])].find(({ fromOn }) => fromOn === drill.day);
    return {
      id: queueId,
      title,
      base: at(before),
      scenario: at({ total, days, weeks }) ?? total,
      drill: { ...drill, queueId },
    };
  });
}

function dayRows({ base, scenario, drill }: PartsTablesProps): readonly PartRow[] {
  const partOf = (answer: ScenarioAnswer) =>
    drill.queueId === undefined ? answer : answer.queues.find(({ queueId }) => queueId === drill.queueId);
  const [before, after] = [partOf(base), partOf(scenario)];
  if (!after) return [];
  const isByDay = after.days.length <= MOST_DAYS;
  const periods = isByDay ? after.days : after.weeks;
  const earlier = isByDay ? before?.days : before?.weeks;
  return periods.map((period) => ({
    id: period.fromOn,
    title: isByDay ? formatDate(period.fromOn) : formatDateRange(period.fromOn, lastOf(period.untilOn)),
    base: earlier?.find(({ fromOn }) => fromOn === period.fromOn),
    scenario: period,
    drill: { ...drill, day: period.fromOn },
  }));
}

/** The last day of a period that ends before `untilOn`. */
function lastOf(untilOn: string): string {
  return new Date(Date.parse(`${untilOn}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);
}

function columnsOf(
  title: string,
  currency: string | null,
  onDrill: (drill: Drill) => void,
): readonly Column<PartRow>[] {
  return [
    {
      id: 'part',
      title,
      cell: (row) => (
        <AriaButton className="y-scn-drill" onPress={() => onDrill(row.drill)}>
          {row.title}
        </AriaButton>
      ),
    },
    ...SHOWN.filter((id) => currency !== null || figureOf(id).unit !== 'money').map((id): Column<PartRow> => {
      const figure = figureOf(id);
      return {
        id,
        title: t(`scenarios.figure.${id}`),
        numeric: true,
        cell: ({ base, scenario }) => {
          const [before, after] = [base ? figure.of(base) : Number.NaN, figure.of(scenario)];
          return (
            <span className="y-scn-cell" data-value={String(after)} data-base={String(before)}>
              {figureText(figure, after, currency)}
              <Difference {...differenceOf(figure, { base: before, scenario: after, currency })} />
            </span>
          );
        },
      };
    }),
  ];
}

/** The same figures by queue and by day; a press on one looks at it alone. */
export const PartsTables = memo(function PartsTables(props: PartsTablesProps) {
  const { scenario, onDrill, drill } = props;
  const tables = [
    { id: 'queue', rows: queueRows(props), caption: t('scenarios.byQueue'), title: t('scenarios.queue') },
    { id: 'day', rows: dayRows(props), caption: t('scenarios.byDay'), title: t('scenarios.day') },
  ];
  return tables
    .filter(({ id, rows }) => rows.length > 0 && !(id === 'queue' && drill.queueId !== undefined))
    .map(({ id, rows, caption, title }) => (
      <section key={id} className="y-panel" aria-label={caption}>
        <div className="y-panel-head">
          <h2>{caption}</h2>
        </div>
        <Table
          caption={caption}
          rows={rows}
          rowKey={(row) => row.id}
          columns={columnsOf(title, scenario.currency, onDrill)}
        />
      </section>
    ));
});
