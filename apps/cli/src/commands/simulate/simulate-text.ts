import type { Cell } from '../../io/csv-writer.js';
import type { SimulatedRow } from './simulate-rows.js';

const WORST = 5;

const percent = (cell: Cell): string => (typeof cell === 'number' ? `${(100 * cell).toFixed(1)} %` : '–');
const number = (cell: Cell): string =>
  typeof cell === 'number' ? cell.toLocaleString('en-GB', { maximumFractionDigits: cell < 100 ? 1 : 0 }) : '–';

const COLUMNS: readonly { readonly title: string; readonly text: (row: SimulatedRow) => string }[] = [
  { title: 'span', text: (row) => spanOf(row) },
  { title: 'contacts', text: (row) => number(row['contacts']) },
  { title: 'agent-hours', text: (row) => number(row['agent_hours']) },
  { title: 'service level', text: (row) => percent(row['service_level']) },
  { title: '± by chance', text: (row) => halfWidth(row) },
  { title: '1 in 10 below', text: (row) => percent(row['service_level_p10']) },
  { title: 'ASA s', text: (row) => number(row['asa_seconds']) },
  { title: '1 in 10 above', text: (row) => number(row['asa_seconds_p90']) },
  { title: 'abandoned', text: (row) => percent(row['abandonment']) },
  { title: 'occupancy', text: (row) => percent(row['occupancy']) },
  { title: 'goal met', text: (row) => percent(row['goal_met']) },
];

function spanOf({ span, start }: SimulatedRow): string {
  const at = String(start);
  if (span === 'interval') return at.slice(0, 16).replace('T', ' ');
  if (span === 'day') return at.slice(0, 10);
  return span === 'week' ? `week of ${at.slice(0, 10)}` : 'all';
}

function halfWidth(row: SimulatedRow): string {
  const [low, high] = [row['service_level_low'], row['service_level_high']];
  return typeof low === 'number' && typeof high === 'number' ? `${(50 * (high - low)).toFixed(1)}` : '–';
}

function table(rows: readonly SimulatedRow[]): string[] {
  const cells = [COLUMNS.map(({ title }) => title), ...rows.map((row) => COLUMNS.map(({ text }) => text(row)))];
  const widths = COLUMNS.map((_, i) => Math.max(...cells.map((line) => line[i]!.length)));
  return cells.map((line) =>
    line
      .map((text, i) => (i === 0 ? text.padEnd(widths[0]!) : text.padStart(widths[i]!)))
      .join('  ')
      .trimEnd(),
  );
}

/** What a planner reads: each queue's days, weeks and whole, and the intervals that go wrong most often. */
export function simulatedText(rows: readonly SimulatedRow[], heading: readonly string[]): string {
  const queues = [...new Set(rows.map(({ queue }) => queue))];
  const parts = queues.flatMap((queue) => {
    const own = rows.filter((row) => row.queue === queue);
    const level = (row: SimulatedRow) => Number(row['goal_met'] ?? row['service_level'] ?? 1);
    const worst = own
      .filter(({ span }) => span === 'interval')
      .sort((a, b) => level(a) - level(b) || Number(a['service_level']) - Number(b['service_level']))
      .slice(0, WORST);
    const title = queue === '' ? [] : [queue];
    return [
      '',
      ...title,
      ...table(own.filter(({ span }) => span !== 'interval')),
      '',
      'weakest intervals',
      ...table(worst),
    ];
  });
  return `${[...heading, ...parts].join('\n')}\n`;
}
