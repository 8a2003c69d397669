import type { Instant, ZoneId } from '@yotei/time';
import { ProblemList } from '../../frame/problem-list.js';
import { readTable } from '../csv-reader.js';
import type { Ambiguous } from '../quantities.js';
import { RowReader } from '../row-reader.js';
import { FactColumns, type Fact } from './fact-columns.js';

export interface HistoryRowOptions {
  readonly zone: ZoneId;
  readonly columns?: Readonly<Record<string, string>>;
  /** One row a contact (`arrived_at`) instead of one an interval (`start`, `contacts`). */
  readonly perContact?: boolean;
  readonly ambiguous?: Ambiguous;
  /** Hears of the rows read so far, now and then. */
  readonly onRows?: (count: number) => void;
}

export interface HistoryRows {
  readonly file: string;
  /** By queue, empty name where the file has no queue column; in order of time. */
  readonly byQueue: ReadonlyMap<string, FactColumns>;
  readonly problems: ProblemList;
}

const TOLD_EVERY = 20_000;
/** No centre has more contacts, or seconds, in an interval; beyond it squares would leave the range of numbers. */
const MAX_COUNT = 1e12;

/** Reads the rows of a history, streaming. Rows with problems are not among the facts. */
export async function readHistoryRows(path: string, options: HistoryRowOptions): Promise<HistoryRows> {
  const problems = new ProblemList();
  const required = options.perContact ? ['arrived_at'] : ['start', 'contacts'];
  const table = await readTable(path, { required, columns: options.columns, problems });
  problems.throwIfAny();
  const factOf = options.perContact ? contactFact : intervalFact;
  const byQueue = new Map<string, FactColumns>();
  const folded = options.ambiguous === undefined || options.perContact ? null : new FoldedTimes(options);
  let count = 0;
  for await (const row of table.rows) {
    if (++count % TOLD_EVERY === 0) options.onRows?.(count);
    const before = problems.count;
    const reader = new RowReader(row, table.file, problems);
    const fact = factOf(reader, options);
    if (problems.count > before || !fact) continue;
    const queue = reader.text('queue') ?? '';
    let facts = byQueue.get(queue);
    if (!facts) byQueue.set(queue, (facts = new FactColumns()));
    facts.add(folded ? { ...fact, at: folded.instantOf(reader, queue, fact.at) } : fact, row.line);
  }
  for (const facts of byQueue.values()) facts.sort();
  return { file: table.file, byQueue, problems };
}

/**
 * Tells the two rows apart that a clock going back gives the same time: `--ambiguous` says which one a time means that
 * stands there once, and the second row of that time is the other one.
 */
class FoldedTimes {
  private readonly seen = new Set<string>();

  constructor(private readonly options: HistoryRowOptions) {}

  instantOf(reader: RowReader, queue: string, at: Instant): Instant {
    const { zone, ambiguous } = this.options;
    const other = reader.instant('start', { zone, ambiguous: ambiguous === 'earlier' ? 'later' : 'earlier' }) ?? at;
    if (other === at) return at;
    const key = `${at} ${queue}`;
    if (this.seen.has(key)) return other;
    this.seen.add(key);
    return at;
  }
}

function instantOf(reader: RowReader, column: string, options: HistoryRowOptions): Instant | undefined {
  const at = reader.instant(column, options);
  if (at === undefined && reader.text(column) === undefined)
    reader.report(column, 'missing value; expected an ISO-8601 date-time');
  return at;
}

function intervalFact(reader: RowReader, options: HistoryRowOptions): Fact | null {
  const at = instantOf(reader, 'start', options);
  // An empty count is a missing one.
  const contacts = reader.number('contacts', { min: 0, max: MAX_COUNT }) ?? Number.NaN;
  const mean = reader.number('handle_seconds', { min: 0, max: MAX_COUNT });
  const total = reader.number('total_handle_seconds', { min: 0, max: MAX_COUNT }) ?? (mean ?? Number.NaN) * contacts;
  return at === undefined ? null : { at, contacts, handleSeconds: total };
}

/** A contact; the handle seconds of an abandoned one are no work of an agent and are not used. */
function contactFact(reader: RowReader, options: HistoryRowOptions): Fact | null {
  const at = instantOf(reader, 'arrived_at', options);
  const handle = reader.number('handle_seconds', { min: 0, max: MAX_COUNT });
  for (const column of ['answered_at', 'abandoned_at']) {
    const later = reader.instant(column, options);
    if (at !== undefined && later !== undefined && later < at)
      reader.report(column, `lies ${(at - later) / 1000} s before arrived_at; correct one of the two`);
  }
  if (at === undefined) return null;
  const isAbandoned = reader.text('abandoned_at') !== undefined;
  return { at, contacts: 1, handleSeconds: isAbandoned ? Number.NaN : (handle ?? Number.NaN) };
}
