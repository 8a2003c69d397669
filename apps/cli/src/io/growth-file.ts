import { checkGrowth, type GrowthAssumption } from '@yotei/forecast';
import { ProblemList } from '../frame/problem-list.js';
import { readTable } from './csv-reader.js';
import { readDate } from './lineage-file.js';
import type { Read } from './quantities.js';
import { RowReader } from './row-reader.js';

const KINDS = ['percent-a-year', 'step-percent', 'weekly-contacts'] as const;

/** An assumption and the queue it is for; without a queue it is for each. */
export interface GrowthOfQueue {
  readonly queue?: string;
  readonly assumption: GrowthAssumption;
}

/** Growth from a CSV file: `kind`, `from`, `value` (percent, or contacts a week), optional `until`, `ramp_weeks`, `queue`. */
export async function readGrowth(path: string): Promise<readonly GrowthOfQueue[]> {
  const problems = new ProblemList();
  const table = await readTable(path, { required: ['kind', 'from', 'value'], problems });
  problems.throwIfAny();
  const growth: GrowthOfQueue[] = [];
  for await (const row of table.rows) {
    const reader = new RowReader(row, table.file, problems);
    const before = problems.count;
    const kind = reader.required('kind', `one of ${KINDS.join(', ')}`, readKind);
    const fromOn = reader.required('from', 'a date such as 2026-11-02', readDate);
    const untilOn = reader.optional('until', readDate);
    const value = reader.number('value');
    const rampWeeks = reader.number('ramp_weeks', { min: 0 });
    if (value === undefined && reader.text('value') === undefined)
      reader.report('value', 'missing value; expected percent, or contacts a week');
    if (problems.count > before || !kind || !fromOn || value === undefined) continue;
    const span = untilOn === undefined ? { fromOn } : { fromOn, untilOn };
    const assumption: GrowthAssumption =
      kind === 'weekly-contacts'
        ? { kind, ...span, contacts: value, ...(rampWeeks === undefined ? {} : { rampWeeks }) }
        : { kind, ...span, percent: value };
    reader.orReport(() => checkGrowth([assumption]), { untilOn: 'until', percent: 'value', contacts: 'value' });
    growth.push({ queue: reader.text('queue'), assumption });
  }
  problems.throwIfAny();
  return growth;
}

function readKind(text: string): Read<(typeof KINDS)[number]> {
  const kind = KINDS.find((known) => known === text);
  return kind
    ? { kind: 'value', value: kind }
    : { kind: 'problem', message: `'${text}' is not one of ${KINDS.join(', ')}` };
}
