import { localDateOf, localMinuteOfDay, startOfLocalDay, type LocalDate, type ZoneId } from '@yotei/time';
import type { ProblemList } from '../../frame/problem-list.js';
import type { FactColumns } from './fact-columns.js';
import { STRAY_GAP_DAYS, strayRows } from './stray-rows.js';

export interface RowChecks {
  readonly file: string;
  readonly problems: ProblemList;
  readonly zone: ZoneId;
  /** The queue's own interval in minutes; null for single contacts. */
  readonly rowMinutes: number | null;
  /** Rows from this day on are not used, so they are not judged by their size and judge no others. */
  readonly beforeOn?: LocalDate;
}

/** So many times nearly the largest count of a queue is no count but a mistake. */
const HUGE_RATIO = 100;
/** Counts up to this are never called huge: a quiet queue may have a flood. */
const NEVER_HUGE = 1000;
/** The share of a queue's counts that lie below "nearly the largest". */
const USUAL_SHARE = 0.99;

/** Reports rows off the step, that stand there twice, lie far from all others or hold a count nobody can mean, and takes them out. */
export function checkRows(facts: FactColumns, checks: RowChecks): void {
  const { file, problems, rowMinutes } = checks;
  const timeColumn = rowMinutes === null ? 'arrived_at' : 'start';
  const isStray = strayRows(facts, checks.zone);
  const isHuge = hugeCounts(facts, checks);
  let kept = -1;
  facts.keep((index) => {
    const inTime = timeProblem(facts, { index, kept, isStray, checks });
    const problem = inTime ?? isHuge(index);
    if (problem === null) kept = index;
    else
      problems.add({
        file,
        line: facts.line[index]!,
        field: inTime === null ? 'contacts' : timeColumn,
        message: `${problem}, or leave it out with --skip-bad-rows`,
      });
    return problem === null;
  });
}

interface TimeCheck {
  readonly index: number;
  /** The last row kept, -1 at first. */
  readonly kept: number;
  readonly isStray: (index: number) => boolean;
  readonly checks: RowChecks;
}

function timeProblem(facts: FactColumns, { index, kept, isStray, checks }: TimeCheck): string | null {
  const { zone, rowMinutes } = checks;
  const at = facts.at[index]!;
  if (isStray(index))
    return `${localDateOf(at, zone)} lies more than ${STRAY_GAP_DAYS} days from the rest; correct the date`;
  if (rowMinutes === null) return null;
  if (localMinuteOfDay(at, zone) % rowMinutes !== 0)
    return `not on a step of ${rowMinutes} minutes as the other rows are; give every interval the same length`;
  return kept >= 0 && facts.at[kept] === at
    ? `stands there twice, first on line ${facts.line[kept]}; keep one row for each queue and interval`
    : null;
}

function hugeCounts(facts: FactColumns, { rowMinutes, zone, beforeOn }: RowChecks): (index: number) => string | null {
  if (rowMinutes === null) return () => null;
  const beforeAt = beforeOn === undefined ? Infinity : startOfLocalDay(beforeOn, zone);
  const counts = facts.contacts
    .slice(0, facts.count)
    .filter((value, index) => value >= 0 && facts.at[index]! < beforeAt);
  const usual = counts.sort()[Math.floor(USUAL_SHARE * (counts.length - 1))] ?? 0;
  const most = Math.max(NEVER_HUGE, HUGE_RATIO * usual);
  return (index) => {
    const value = facts.contacts[index]!;
    return value > most && facts.at[index]! < beforeAt
      ? `${value} where ${USUAL_SHARE * 100} % of the queue's counts are at most ${usual}; correct it`
      : null;
  };
}
