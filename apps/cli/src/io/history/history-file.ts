import { localDateOf, type LocalDate } from '@yotei/time';
import { historyFromCounts, type QueueHistory } from '@yotei/forecast';
import { BadInputError, badInput } from '../../frame/problem-list.js';
import type { OpeningHours } from '../opening-file.js';
import type { FactColumns } from './fact-columns.js';
import { StartMinutes } from './file-step.js';
import { readHistoryRows, type HistoryRowOptions } from './history-rows.js';
import { checkRows } from './row-checks.js';

export interface HistoryFileOptions extends HistoryRowOptions {
  readonly stepMinutes: number;
  /** Rows with problems are left out and told to `note` instead of refusing the file. */
  readonly skipBadRows?: boolean;
  /** An interval without a row, on a day with rows and inside the weekday's hours, is zero instead of missing. */
  readonly absentIsZero?: boolean;
  /** Hours given instead of learned: what lies outside them is not used. */
  readonly opening?: OpeningHours;
  /** Rows from this day on are not used. */
  readonly beforeOn?: LocalDate;
  readonly note: (line: string) => void;
}

/** Histories by queue (empty name where the file has no queue column), read from a CSV file in one pass. */
export async function readHistories(path: string, options: HistoryFileOptions): Promise<Map<string, QueueHistory>> {
  const { file, byQueue, problems } = await readHistoryRows(path, options);
  const stepOf = rowStepOf(byQueue, { file, ...options });
  for (const facts of byQueue.values())
    checkRows(facts, { file, problems, zone: options.zone, rowMinutes: stepOf(facts), beforeOn: options.beforeOn });
  if (problems.count > 0 && !options.skipBadRows) throw new BadInputError(problems);
  for (const line of problems.lines()) options.note(`left out: ${line}`);
  if (![...byQueue.values()].some(({ count }) => count > 0))
    throw badInput({ file, message: 'no rows to use below the header; expected at least a week of history' });
  const histories = new Map<string, QueueHistory>();
  let unusedRows = 0;
  for (const [queue, facts] of [...byQueue].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const gathered = gather(queue, facts, { ...options, rowMinutes: stepOf(facts) });
    histories.set(queue, gathered.history);
    unusedRows += gathered.unusedRows;
  }
  if (unusedRows > 0) options.note(`${file}: ${incompleteText(unusedRows, options.stepMinutes)}`);
  return histories;
}

function incompleteText(rows: number, stepMinutes: number): string {
  const whole = stepMinutes === 1440 ? 'day' : `${stepMinutes} minutes`;
  return `${rows} rows make no whole ${whole} and are taken as missing; --absent-rows zero if absent rows mean no contacts`;
}

function gather(queue: string, facts: FactColumns, options: HistoryFileOptions & { rowMinutes: number | null }) {
  const { opening, zone, stepMinutes, rowMinutes, absentIsZero = false, beforeOn } = options;
  if (beforeOn !== undefined) facts.keep((index) => localDateOf(facts.at[index]!, zone) < beforeOn);
  return historyFromCounts(facts, {
    zone,
    stepMinutes,
    rowMinutes,
    absentIsZero,
    isOpen: opening && ((weekday, minute) => opening(queue, weekday, minute)),
  });
}

interface StepInput extends HistoryFileOptions {
  readonly file: string;
}

/** The interval of each queue's rows, in minutes; null for single contacts. Refuses one that does not add up to `--interval`. */
function rowStepOf(
  byQueue: ReadonlyMap<string, FactColumns>,
  { file, zone, stepMinutes, perContact }: StepInput,
): (facts: FactColumns) => number | null {
  if (perContact) return () => null;
  const whole = new StartMinutes();
  const own = new Map<FactColumns, number | null>();
  for (const facts of byQueue.values()) {
    const minutes = new StartMinutes().add(facts, zone);
    whole.addAll(minutes);
    own.set(facts, minutes.saysEnough ? minutes.step(stepMinutes) : null);
  }
  const common = whole.step(stepMinutes);
  const stepOf = (facts: FactColumns): number => own.get(facts) ?? common;
  const wrong = [...byQueue.values()].map(stepOf).find((minutes) => stepMinutes % minutes !== 0);
  if (wrong !== undefined) throw badInput({ file, field: 'start', message: stepProblem(wrong, stepMinutes) });
  return stepOf;
}

function stepProblem(fileMinutes: number, wantedMinutes: number): string {
  const fits = [5, 10, 15, 30, 60].filter((minutes) => minutes % fileMinutes === 0).map((minutes) => `${minutes}m`);
  const remedy = fits.length > 0 ? fits.join(', ') : fileMinutes === 1440 ? '1d' : `${fileMinutes}m or 1d`;
  return fileMinutes > wantedMinutes
    ? `rows are ${fileMinutes} minutes apart, longer than --interval (${wantedMinutes} minutes), and cannot be split; use --interval ${remedy}`
    : `rows are ${fileMinutes} minutes apart, which does not divide --interval (${wantedMinutes} minutes); use --interval ${remedy}`;
}
