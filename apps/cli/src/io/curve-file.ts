import { checkedCurve, USUAL_LEVEL_SPREAD, type TypedCurve } from '@yotei/forecast';
import { ProblemList } from '../frame/problem-list.js';
import { readTable } from './csv-reader.js';
import { readMinute, readWeekday } from './opening-file.js';
import { RowReader } from './row-reader.js';

/** Typed curves by queue; the empty name is for every queue without a curve of its own. */
export type CurvesByQueue = ReadonlyMap<string, TypedCurve>;

interface Row {
  readonly weekday: number;
  readonly from: number;
  readonly until: number;
  readonly contacts: number;
}

/**
 * Curves from a CSV file: `weekday` (mon … sun or 1 … 7), `opens`, `closes` (HH:MM), `contacts` in that span, optional
 * `handle_seconds`, `queue`. A row may be an interval, an hour or a whole day: its contacts are spread evenly over its
 * span. What no row covers is closed.
 */
export async function readCurves(
  path: string,
  options: { readonly stepMinutes: number; readonly levelSpread?: number },
): Promise<CurvesByQueue> {
  const problems = new ProblemList();
  const table = await readTable(path, { required: ['weekday', 'opens', 'closes', 'contacts'], problems });
  problems.throwIfAny();
  const rows = new Map<string, Row[]>();
  const handle = new Map<string, { contacts: number; seconds: number }>();
  for await (const line of table.rows) {
    const reader = new RowReader(line, table.file, problems);
    const weekday = reader.required('weekday', 'mon … sun or 1 … 7', readWeekday);
    const from = reader.required('opens', 'a time such as 08:00', readMinute);
    const until = reader.required('closes', 'a time such as 18:00', readMinute);
    const contacts = reader.number('contacts', { min: 0 });
    const seconds = reader.number('handle_seconds', { above: 0 });
    if (contacts === undefined && reader.text('contacts') === undefined)
      reader.report('contacts', 'missing value; expected a number');
    if (weekday === undefined || from === undefined || until === undefined || contacts === undefined) continue;
    if (until <= from) reader.report('closes', 'is not after opens; write two rows for hours over midnight');
    const queue = reader.text('queue') ?? '';
    rows.set(queue, [...(rows.get(queue) ?? []), { weekday, from, until, contacts }]);
    const sums = handle.get(queue) ?? { contacts: 0, seconds: 0 };
    if (seconds !== undefined)
      handle.set(queue, { contacts: sums.contacts + contacts, seconds: sums.seconds + contacts * seconds });
  }
  problems.throwIfAny();
  const curves = new Map<string, TypedCurve>();
  for (const [queue, found] of rows) {
    const sums = handle.get(queue);
    const make = () =>
      checkedCurve({
        stepMinutes: options.stepMinutes,
        weekdays: weekOf(found, options.stepMinutes),
        averageHandleSeconds: sums && sums.contacts > 0 ? sums.seconds / sums.contacts : null,
        levelSpread: options.levelSpread ?? USUAL_LEVEL_SPREAD,
      });
    const curve = refusedAsProblem(make, { file: path, problems });
    if (curve) curves.set(queue, curve);
  }
  problems.throwIfAny();
  return curves;
}

function weekOf(rows: readonly Row[], stepMinutes: number): Float64Array[] {
  const week = Array.from({ length: 7 }, () => new Float64Array(1440 / stepMinutes).fill(Number.NaN));
  for (const { weekday, from, until, contacts } of rows) {
    const values = week[weekday - 1]!;
    for (let slot = 0; slot < values.length; slot++) {
      const start = slot * stepMinutes;
      const covered = Math.min(until, start + stepMinutes) - Math.max(from, start);
      if (covered > 0) values[slot] = (values[slot]! || 0) + (contacts * covered) / (until - from);
    }
  }
  return week;
}

function refusedAsProblem<T>(make: () => T, to: { file: string; problems: ProblemList }): T | null {
  try {
    return make();
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    to.problems.add({ file: to.file, message: error.message });
    return null;
  }
}
