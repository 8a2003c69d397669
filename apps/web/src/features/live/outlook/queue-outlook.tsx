import { formatNumber, formatPercent } from '../../../app/format/format-number.js';
import { formatTime } from '../../../app/format/format-time.js';
import { local, t } from '../../../app/i18n/t.js';
import { Table } from '../../../ui/table.js';
import { TimeChart } from '../../../ui/time-chart.js';
import { rowsToCome, type OutlookRow } from './outlook.model.js';
import type { OutlookQueue } from './outlook.queries.js';

const CHART_HEIGHT = 220;
const TICK_HOURS = 2;
const HOUR_MILLIS = 3_600_000;

const percent = (value: number | null) => (value === null ? '–' : formatPercent(value, 0));
const number = (value: number | null, digits = 1) => (value === null ? '–' : formatNumber(value, digits));

/** One queue today: contacts as planned, as they came and as they are expected, and the rest by interval. */
export function QueueOutlookView({
  queue,
  at,
  zone,
}: {
  readonly queue: OutlookQueue;
  readonly at: string;
  readonly zone: string;
}) {
  const startAt = Date.parse(queue.startAt);
  const over = Date.parse(at);
  const isOver = (i: number) => startAt + (i + 1) * queue.stepMinutes * 60_000 <= over;
  const ahead = (values: readonly (number | null)[]) => values.map((value, i) => (isOver(i) ? null : value));
  const length = queue.plannedContacts.length * queue.stepMinutes * 60_000;
  const ticks = Array.from({ length: Math.ceil(length / (TICK_HOURS * HOUR_MILLIS)) }, (_, i) => {
    const tick = startAt + i * TICK_HOURS * HOUR_MILLIS;
    return { at: tick, label: formatTime(tick, zone) };
  });
  const title = local(queue.title);
  return (
    <div className="day-queue">
      <h3>{title}</h3>
      <TimeChart
        summary={t('intraday.chartSummary', { queue: title })}
        startAt={startAt}
        stepMinutes={queue.stepMinutes}
        height={CHART_HEIGHT}
        ticks={ticks}
        formatAt={(time) => formatTime(time, zone)}
        formatValue={(value) => formatNumber(value, 0)}
        series={[
          { label: t('intraday.p90'), values: ahead(queue.p90Contacts), colour: '--accent', band: 'high' },
          { label: t('intraday.p10'), values: ahead(queue.p10Contacts), colour: '--accent', band: 'low' },
          { label: t('intraday.planned'), values: queue.plannedContacts, colour: '--text-3', dashed: true },
          { label: t('intraday.expected'), values: ahead(queue.expectedContacts), colour: '--accent' },
          { label: t('intraday.came'), values: queue.actualContacts, colour: '--text-1', width: 2 },
        ]}
      />
      <RestTable rows={rowsToCome(queue)} zone={zone} title={title} />
    </div>
  );
}

function RestTable({
  rows,
  zone,
  title,
}: {
  readonly rows: readonly OutlookRow[];
  readonly zone: string;
  readonly title: string;
}) {
  return (
    <Table
      caption={t('intraday.restOf', { queue: title })}
      rows={rows}
      rowKey={({ at }) => String(at)}
      columns={[
        { id: 'at', title: t('intraday.time'), cell: ({ at }) => formatTime(at, zone) },
        {
          id: 'contacts',
          title: t('intraday.expected'),
          numeric: true,
          cell: ({ contacts, low, high }) =>
            t('intraday.range', { likely: number(contacts), low: number(low), high: number(high) }),
        },
        { id: 'need', title: t('intraday.need'), numeric: true, cell: ({ need }) => number(need) },
        { id: 'present', title: t('intraday.present'), numeric: true, cell: ({ present }) => number(present) },
        {
          id: 'service',
          title: t('intraday.service'),
          numeric: true,
          cell: ({ serviceLikely, serviceLow, serviceHigh }) =>
            t('intraday.range', {
              likely: percent(serviceLikely),
              low: percent(serviceLow),
              high: percent(serviceHigh),
            }),
        },
      ]}
    />
  );
}
