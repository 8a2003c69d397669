import type { ContactRecord } from '@yotei/scheduling/calibration';
import { BadInputError, ProblemList, badInput } from '../frame/problem-list.js';
import { contactOfRow, type ContactRowOptions } from './contact-row.js';
import { readTable } from './csv-reader.js';
import { RepeatedRows } from './repeated-rows.js';
import { RowReader } from './row-reader.js';

export interface ContactFileOptions extends ContactRowOptions {
  readonly columns?: Readonly<Record<string, string>>;
  /** Only these queues. */
  readonly queues?: ReadonlySet<string>;
  readonly skipBadRows?: boolean;
  /** Rows that repeat another in every column are left out instead of counted. */
  readonly dropRepeats?: boolean;
  /** Hears of the rows read so far, now and then. */
  readonly onRows?: (count: number) => void;
}

/** What became of the rows of a log; the counts add up to `readCount`. */
export interface ContactFileRows {
  readonly readCount: number;
  readonly usedCount: number;
  /** By their outcome code, or of another queue than those asked for. */
  readonly ignoredCount: number;
  /** With problems, left out. */
  readonly badCount: number;
  readonly droppedRepeatCount: number;
  /** Rows the same in every column as one before, whether dropped or not. */
  readonly repeatCount: number;
  /** What was wrong with the rows left out. */
  readonly problems: readonly string[];
  readonly hasQueues: boolean;
}

const TOLD_EVERY = 20_000;

/**
 * Reads a log of one row a contact, streaming: every contact goes to `tell` and is not kept. Without `skipBadRows` a
 * file with any bad row throws after all of it was read, so that every problem is named at once.
 */
export async function readContacts(
  path: string,
  options: ContactFileOptions,
  tell: (queue: string, contact: ContactRecord) => void,
): Promise<ContactFileRows> {
  const problems = new ProblemList();
  const table = await readTable(path, { required: ['arrived_at'], columns: options.columns, problems });
  problems.throwIfAny();
  const repeats = new RepeatedRows();
  const counts = { readCount: 0, usedCount: 0, ignoredCount: 0, badCount: 0, droppedRepeatCount: 0, repeatCount: 0 };
  let toldProblems = 0;
  /** Rows of a wrong length never come out of the table; they show as problems between two rows. */
  const countLost = (): void => {
    counts.readCount += problems.count - toldProblems;
    counts.badCount += problems.count - toldProblems;
  };
  for await (const row of table.rows) {
    countLost();
    const before = problems.count;
    counts.readCount += 1;
    if (counts.readCount % TOLD_EVERY === 0) options.onRows?.(counts.readCount);
    const isRepeat = repeats.isRepeat(row.cells);
    if (isRepeat) counts.repeatCount += 1;
    if (isRepeat && options.dropRepeats) counts.droppedRepeatCount += 1;
    else {
      const reader = new RowReader(row, table.file, problems);
      const queue = reader.text('queue') ?? '';
      const contact = options.queues && !options.queues.has(queue) ? null : contactOfRow(reader, options);
      if (problems.count > before) counts.badCount += 1;
      else if (contact) {
        tell(queue, contact);
        counts.usedCount += 1;
      } else counts.ignoredCount += 1;
    }
    toldProblems = problems.count;
  }
  countLost();
  if (problems.count > 0 && !options.skipBadRows) throw new BadInputError(problems);
  if (counts.readCount === 0)
    throw badInput({ file: table.file, message: 'no rows below the header; expected one a contact' });
  return { ...counts, problems: problems.lines(), hasQueues: table.header.includes('queue') };
}
