import { checkShrinkage, type ShrinkageReason } from '@yotei/scheduling/staffing';
import { ProblemList } from '../frame/problem-list.js';
import { readTable } from './csv-reader.js';
import { readMinute, readWeekday } from './opening-file.js';
import type { Read } from './quantities.js';
import { RowReader } from './row-reader.js';

/** `mon tue` or `1 2`: weekdays apart by spaces; `mon-fri` for a range. */
function readWeekdays(text: string): Read<readonly number[]> {
  const days: number[] = [];
  for (const part of text.trim().split(/\s+/)) {
    const [from, until] = part.split('-').map(readWeekday);
    if (from!.kind === 'problem') return from!;
    if (until?.kind === 'problem') return until;
    for (let day = from!.value; day <= (until?.value ?? from!.value); day += 1) days.push(day);
  }
  return { kind: 'value', value: days };
}

function readPlanned(text: string): Read<boolean> {
  if (text === 'planned' || text === 'unplanned') return { kind: 'value', value: text === 'planned' };
  return { kind: 'problem', message: `'${text}' must be planned or unplanned` };
}

/**
 * Causes of shrinkage from a CSV file: `reason`, `fraction` (0..1), `kind` (planned or unplanned), optional `weekdays`
 * (mon-fri), `from`, `until` (HH:MM by the wall clock of --zone) and `queue`; a row without a queue holds for all.
 */
export async function readShrinkage(path: string): Promise<(queue: string) => readonly ShrinkageReason[]> {
  const problems = new ProblemList();
  const table = await readTable(path, { required: ['reason', 'fraction', 'kind'], problems });
  problems.throwIfAny();
  const causes: { queue?: string; reason: ShrinkageReason }[] = [];
  for await (const row of table.rows) {
    const reader = new RowReader(row, table.file, problems);
    const id = reader.required('reason', 'a name', (text) => ({ kind: 'value', value: text }));
    const fraction = reader.number('fraction', { min: 0, max: 1 });
    if (fraction === undefined && reader.text('fraction') === undefined)
      reader.report('fraction', 'missing value; expected 0..1');
    const planned = reader.required('kind', 'planned or unplanned', readPlanned);
    const weekdays = reader.optional('weekdays', readWeekdays);
    const fromMinute = reader.optional('from', readMinute);
    const untilMinute = reader.optional('until', readMinute);
    if (id === undefined || fraction === undefined || planned === undefined) continue;
    const reason = { id, fraction, planned, weekdays, fromMinute, untilMinute };
    if (reader.orReport(() => checkShrinkage([reason]) ?? true)) causes.push({ queue: reader.text('queue'), reason });
  }
  problems.throwIfAny();
  return (queue) =>
    causes.filter((cause) => cause.queue === undefined || cause.queue === queue).map(({ reason }) => reason);
}
