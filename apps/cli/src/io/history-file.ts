import {
  MINUTE_MILLIS,
  daysBetween,
  intervalStart,
  localDateOf,
  localDaysGrid,
  localMinuteOfDay,
  weekdayOf,
  type Instant,
  type LocalDate,
  type Series,
  type ZoneId,
} from '@yotei/time';
import { historyFromSeries, regrid, type QueueHistory } from '@yotei/forecast';
import { BadInputError, ProblemList, badInput } from '../frame/problem-list.js';
import { readTable } from './csv-reader.js';
import type { OpeningHours } from './opening-file.js';
import type { Ambiguous } from './quantities.js';
import { RowReader } from './row-reader.js';

export interface HistoryFileOptions {
  readonly zone: ZoneId;
  readonly stepMinutes: number;
  readonly columns?: Readonly<Record<string, string>>;
  /** One row a contact (`arrived_at`) instead of one an interval (`start`, `contacts`). */
  readonly perContact?: boolean;
  readonly ambiguous?: Ambiguous;
  /** Rows with problems are left out and told to `note` instead of refusing the file. */
  readonly skipBadRows?: boolean;
  /** An interval without a row, on a day with rows and inside the weekday's hours, is zero instead of missing. */
  readonly absentIsZero?: boolean;
  /** Hours given instead of learned: what lies outside them is not used. */
  readonly opening?: OpeningHours;
  readonly note: (line: string) => void;
}

interface Fact {
  readonly at: Instant;
  readonly contacts: number;
  /** Total, NaN where unknown. */
  readonly handleSeconds: number;
}

/** Histories by queue (empty name where the file has no queue column), read from a CSV file in one pass. */
export async function readHistories(path: string, options: HistoryFileOptions): Promise<Map<string, QueueHistory>> {
  const facts = await readFacts(path, options);
  if (facts.size === 0) throw badInput({ file: path, message: 'no rows; expected at least a week of history' });
  return new Map(
    [...facts]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([queue, found]) => [queue, historyOf({ path, queue, facts: found }, options)]),
  );
}

async function readFacts(path: string, options: HistoryFileOptions): Promise<Map<string, Fact[]>> {
  const problems = new ProblemList();
  const required = options.perContact ? ['arrived_at'] : ['start', 'contacts'];
  const table = await readTable(path, { required, columns: options.columns, problems });
  problems.throwIfAny();
  const byQueue = new Map<string, Fact[]>();
  for await (const row of table.rows) {
    const before = problems.count;
    const reader = new RowReader(row, table.file, problems);
    const fact = options.perContact ? contactFact(reader, options) : intervalFact(reader, options);
    if (problems.count > before || !fact) continue;
    const queue = reader.text('queue') ?? '';
    const facts = byQueue.get(queue);
    if (facts) facts.push(fact);
    else byQueue.set(queue, [fact]);
  }
  if (problems.count > 0 && !options.skipBadRows) throw new BadInputError(problems);
  for (const line of problems.lines()) options.note(`left out: ${line}`);
  return byQueue;
}

function intervalFact(reader: RowReader, { zone, ambiguous }: HistoryFileOptions): Fact | null {
  const at = reader.instant('start', { zone, ambiguous });
  if (at === undefined) {
    if (reader.text('start') === undefined) reader.report('start', 'missing value; expected an ISO-8601 date-time');
    return null;
  }
  // An empty count is a missing one, which is a row that need not be there.
  const contacts = reader.number('contacts', { min: 0 }) ?? Number.NaN;
  const mean = reader.number('handle_seconds', { min: 0 });
  const total =
    reader.number('total_handle_seconds', { min: 0 }) ?? (mean === undefined ? Number.NaN : mean * contacts);
  return { at, contacts, handleSeconds: total };
}

function contactFact(reader: RowReader, { zone, ambiguous }: HistoryFileOptions): Fact | null {
  const at = reader.instant('arrived_at', { zone, ambiguous });
  if (at === undefined) {
    if (reader.text('arrived_at') === undefined)
      reader.report('arrived_at', 'missing value; expected an ISO-8601 date-time');
    return null;
  }
  return { at, contacts: 1, handleSeconds: reader.number('handle_seconds', { min: 0 }) ?? Number.NaN };
}

interface QueueFacts {
  readonly path: string;
  readonly queue: string;
  readonly facts: readonly Fact[];
}

function historyOf({ path, queue, facts }: QueueFacts, options: HistoryFileOptions): QueueHistory {
  const { zone, stepMinutes, perContact } = options;
  const fileStep = perContact ? stepMinutes : stepOf(path, facts, stepMinutes);
  const firstOn = localDateOf(
    facts.reduce((least, { at }) => Math.min(least, at), Infinity),
    zone,
  );
  const lastOn = localDateOf(
    facts.reduce((most, { at }) => Math.max(most, at), -Infinity),
    zone,
  );
  const grid = localDaysGrid(firstOn, daysBetween(firstOn, lastOn) + 1, zone, fileStep);
  const contacts: Series = { grid, values: new Float64Array(grid.count).fill(Number.NaN) };
  const handle: Series = { grid, values: new Float64Array(grid.count).fill(Number.NaN) };
  let handled = false;
  for (const { at, contacts: count, handleSeconds } of facts) {
    const position = (at - grid.startAt) / (fileStep * MINUTE_MILLIS);
    const index = Math.floor(position);
    if (!perContact && index !== position)
      throw badInput({
        file: path,
        field: 'start',
        message: `${new Date(at).toISOString()} is not on a step of ${fileStep} minutes; give every interval the same length`,
      });
    if (!perContact && !Number.isNaN(contacts.values[index]!))
      throw badInput({
        file: path,
        field: 'start',
        message: `${new Date(at).toISOString()} stands there twice; keep one row for each queue and interval`,
      });
    contacts.values[index] = (contacts.values[index]! || 0) + count;
    if (Number.isNaN(handleSeconds)) continue;
    handle.values[index] = (handle.values[index]! || 0) + handleSeconds;
    handled = true;
  }
  const { opening } = options;
  const given: OpenAt | undefined = opening && ((weekday, minute) => opening(queue, weekday, minute));
  if (given) closeOutside(contacts, zone, given);
  if (perContact || options.absentIsZero) fillAbsent(contacts, zone, given);
  const summed = regrid(contacts, stepMinutes, zone);
  tellIncomplete(contacts, summed, options);
  return historyFromSeries(summed, handled ? regrid(handle, stepMinutes, zone) : null, zone);
}

/** The file's own interval: the shortest distance between two of its starts. */
function stepOf(path: string, facts: readonly Fact[], stepMinutes: number): number {
  const starts = Float64Array.from(facts, ({ at }) => at).sort();
  let least = stepMinutes * MINUTE_MILLIS;
  for (let index = 1; index < starts.length; index++) {
    const distance = starts[index]! - starts[index - 1]!;
    if (distance > 0 && distance < least) least = distance;
  }
  const minutes = least / MINUTE_MILLIS;
  if (!Number.isInteger(stepMinutes / minutes))
    throw badInput({
      file: path,
      field: 'start',
      message: `rows are ${minutes} minutes apart, which does not divide --interval (${stepMinutes} minutes)`,
    });
  return minutes;
}

type OpenAt = (weekday: number, minuteOfDay: number) => boolean;

/** Tells each interval's index, local date, weekday and wall-clock minute. */
function eachInterval(
  { grid }: Series,
  zone: ZoneId,
  tell: (index: number, on: LocalDate, weekday: number, minuteOfDay: number) => void,
): void {
  for (let index = 0; index < grid.count; index++) {
    const at = intervalStart(grid, index);
    const on = localDateOf(at, zone);
    tell(index, on, weekdayOf(on), localMinuteOfDay(at, zone));
  }
}

/** Blanks what lies outside the hours given. */
function closeOutside(series: Series, zone: ZoneId, isOpen: OpenAt): void {
  eachInterval(series, zone, (index, _on, weekday, minute) => {
    if (!isOpen(weekday, minute)) series.values[index] = Number.NaN;
  });
}

/** Zero for open intervals without a row on days with rows. Hours not given reach from a weekday's earliest interval ever seen to its latest. */
function fillAbsent(series: Series, zone: ZoneId, given?: OpenAt): void {
  const first = new Float64Array(8).fill(Infinity);
  const last = new Float64Array(8).fill(-Infinity);
  const present = new Set<LocalDate>();
  eachInterval(series, zone, (index, on, weekday, minute) => {
    if (Number.isNaN(series.values[index]!)) return;
    present.add(on);
    first[weekday] = Math.min(first[weekday]!, minute);
    last[weekday] = Math.max(last[weekday]!, minute);
  });
  const isOpen = given ?? ((weekday, minute) => minute >= first[weekday]! && minute <= last[weekday]!);
  eachInterval(series, zone, (index, on, weekday, minute) => {
    if (Number.isNaN(series.values[index]!) && present.has(on) && isOpen(weekday, minute)) series.values[index] = 0;
  });
}

function tellIncomplete(fine: Series, summed: Series, { note, stepMinutes }: HistoryFileOptions): void {
  if (fine === summed) return;
  const parts = summed.grid.stepMinutes / fine.grid.stepMinutes;
  const seen = fine.values.reduce((count, value) => count + Number(!Number.isNaN(value)), 0);
  const used = summed.values.reduce((count, value) => count + Number(!Number.isNaN(value)), 0) * parts;
  if (seen > used)
    note(
      `${seen - used} rows make no whole ${stepMinutes} minutes and are taken as missing; --absent-rows zero if absent rows mean no contacts`,
    );
}
