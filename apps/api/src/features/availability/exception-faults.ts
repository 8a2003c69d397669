import type { AvailabilityException } from '@yotei/scheduling/roster';
import { addDays, isLocalDate, weekdayOf, weekStartOf, type LocalDate } from '@yotei/time';

export const MOST_EXCEPTIONS = 60;
const MOST_DAYS_AHEAD = 366;
const DAY_MINUTES = 1440;

/** What the agent's own week allows: weekly windows (none: always) and the minutes the contract needs. */
export interface WeekTerms {
  readonly todayOn: LocalDate;
  readonly windows: readonly { readonly weekday: number; readonly fromMinute: number; readonly untilMinute: number }[];
  readonly neededMinutes: number;
}

/** The first thing wrong with the list, as a path and a sentence; null when it can be kept. */
export function exceptionFault(
  exceptions: readonly AvailabilityException[],
  terms: WeekTerms,
): { readonly path: string; readonly message: string } | null {
  if (exceptions.length > MOST_EXCEPTIONS) return { path: 'exceptions', message: `at most ${MOST_EXCEPTIONS} dates` };
  const lastOn = addDays(terms.todayOn, MOST_DAYS_AHEAD);
  for (const [index, { on, fromMinute, untilMinute }] of exceptions.entries()) {
    const path = `exceptions[${index}]`;
    if (!isLocalDate(on) || on < terms.todayOn || on > lastOn)
      return { path: `${path}.on`, message: 'choose a day from today on, at most a year ahead' };
    const areMinutes = Number.isInteger(fromMinute) && Number.isInteger(untilMinute);
    if (!areMinutes || fromMinute < 0 || fromMinute >= DAY_MINUTES || untilMinute <= fromMinute || untilMinute > 2880)
      return { path: `${path}.untilMinute`, message: 'the end must be after the start' };
  }
  const short = weeksOf(exceptions).find((weekOn) => possibleMinutes(exceptions, terms, weekOn) < terms.neededMinutes);
  if (!short) return null;
  return {
    path: 'exceptions',
    message: `the week of ${short} leaves less than the ${terms.neededMinutes} minutes of the contract; ask for time off`,
  };
}

const weeksOf = (exceptions: readonly AvailabilityException[]): LocalDate[] => [
  ...new Set(exceptions.filter(({ canWork }) => !canWork).map(({ on }) => weekStartOf(on))),
];

/** Minutes of the week's days in which the agent could work; a minute counts once, however often it is named. */
function possibleMinutes(
  exceptions: readonly AvailabilityException[],
  { windows }: WeekTerms,
  weekOn: LocalDate,
): number {
  let minutes = 0;
  for (let day = 0; day < 7; day++) {
    const on = addDays(weekOn, day);
    const weekly = windows.length === 0 ? [ALL_DAY] : windows.filter(({ weekday }) => weekday === weekdayOf(on));
    const own = exceptions.filter((one) => one.on === on);
    const holds = (list: readonly Hours[], minute: number): boolean =>
      list.some(({ fromMinute, untilMinute }) => fromMinute <= minute && minute < untilMinute);
    const can = [...weekly, ...own.filter(({ canWork }) => canWork)];
    const cannot = own.filter(({ canWork }) => !canWork);
    for (let minute = 0; minute < DAY_MINUTES; minute += 15)
      if (holds(can, minute) && !holds(cannot, minute)) minutes += 15;
  }
  return minutes;
}

type Hours = Pick<AvailabilityException, 'fromMinute' | 'untilMinute'>;
const ALL_DAY: Hours = { fromMinute: 0, untilMinute: DAY_MINUTES };
