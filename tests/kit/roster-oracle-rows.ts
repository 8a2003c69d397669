/**
 * The second opinion on rules about rows of days, weekends, periods and the order of shifts: from their texts, day by
 * day, calling no rule. The history is taken to be complete.
 */
import type { Agent, RosterProblem, Shift } from '@yotei/scheduling/roster';
import { caseOf, leaveMinutes, paid, sum, wallClock, weekdayOf, type Case } from './roster-oracle.js';

/** Parameters of the rules judged here, as they stand in settings. */
export interface RowParameters {
  readonly minDays: number;
  readonly minDaysOff: number;
  readonly nights: number;
  readonly weekends: number;
  readonly weekendWeeks: number;
  readonly minMinutes: number;
  readonly maxMinutes: number;
  readonly periodWeeks: number;
  readonly templateCount: number;
  readonly countWeeks: number;
  readonly templates: readonly string[];
  readonly pairs: readonly (readonly [string, string])[];
}

/** How far back a row of days is looked at; longer than any limit. */
const BACK = 40;

const shiftsOn = (c: Case, day: number): Shift[] => c.all.filter((shift) => c.dayOf(shift) === day);
const lastDay = (c: Case): number => c.firstDay + c.dayCount - 1;

/** Days missing in rows that ended inside the horizon, or on its eve by what was planned for its first day. */
function missingDays(c: Case, works: boolean, least: number): number {
  const same = (day: number) => shiftsOn(c, day).length > 0 === works;
  let missing = 0;
  for (let day = c.firstDay - 1; day < lastDay(c); day++) {
    if (!same(day) || same(day + 1)) continue;
    let length = 0;
    while (length < BACK && same(day - length)) length++;
    missing += Math.max(0, least - length);
  }
  return missing;
}

/** Five minutes by five minutes: three hours or more between 22:00 and 05:00. */
function isNightShift(c: Case, shift: Shift): boolean {
  let inside = 0;
  for (let at = shift.startAt; at < shift.endAt; at += 300_000) {
    const { minute } = wallClock(at, c.agent.zone);
    if (minute >= 22 * 60 || minute < 5 * 60) inside += 5;
  }
  return inside >= 180;
}

function nightsTooMany(c: Case, most: number): number {
  const nights = new Set(c.all.filter((shift) => isNightShift(c, shift)).map(c.dayOf));
  let over = 0;
  for (let day = c.firstDay; day <= lastDay(c); day++) {
    let run = 0;
    while (nights.has(day - run)) run++;
    if (run > most) over++;
  }
  return over;
}

/** First and last week of each period; `weeks` 0 is the whole horizon. */
function periodsOf(c: Case, weeks: number): (readonly [number, number])[] {
  const all = c.dayCount / 7;
  const length = weeks === 0 ? all : weeks;
  const periods: (readonly [number, number])[] = [];
  for (let from = 0; from < all; from += length) periods.push([from, Math.min(all, from + length) - 1]);
  return periods;
}

const weekOf = (c: Case, shift: Shift): number => Math.floor((c.dayOf(shift) - c.firstDay) / 7);
const inPeriod = (c: Case, [from, until]: readonly [number, number]): Shift[] =>
  c.planned.filter((shift) => weekOf(c, shift) >= from && weekOf(c, shift) <= until);

function weekendsTooMany(c: Case, most: number, weeks: number): number {
  return sum(
    periodsOf(c, weeks).map((period) => {
      const saturdays = inPeriod(c, period).flatMap((shift) => {
        const weekday = weekdayOf(c.dayOf(shift));
        return weekday < 6 ? [] : [c.dayOf(shift) - (weekday - 6)];
      });
      return Math.max(0, new Set(saturdays).size - most);
    }),
  );
}

function minutesOutside(c: Case, { minMinutes, maxMinutes, periodWeeks }: RowParameters): number {
  return sum(
    periodsOf(c, periodWeeks).map(([from, until]) => {
      const weeks = Array.from({ length: until - from + 1 }, (_, i) => from + i);
      const total =
        sum(inPeriod(c, [from, until]).map((shift) => paid(c, shift))) +
        sum(weeks.map((week) => leaveMinutes(c, week)));
      const isCut = periodWeeks > 0 && weeks.length < periodWeeks;
      return Math.max(0, (isCut ? 0 : minMinutes) - total, total - maxMinutes);
    }),
  );
}

const templatesTooMany = (c: Case, { templates, templateCount, countWeeks }: RowParameters): number =>
  sum(
    periodsOf(c, countWeeks).map((period) => {
      const counted = inPeriod(c, period).filter((shift) => templates.includes(shift.templateId ?? ''));
      return Math.max(0, counted.length - templateCount);
    }),
  );

function forbiddenOrders(c: Case, pairs: RowParameters['pairs']): number {
  let found = 0;
  for (let day = c.firstDay; day <= lastDay(c); day++) {
    const has = (on: number, id: string) => shiftsOn(c, on).some((shift) => shift.templateId === id);
    for (const [first, second] of pairs) if (has(day - 1, first) && has(day, second)) found++;
  }
  return found;
}

/** Total amount of each of these rules for one agent's plan. */
export function oracleRowAmounts(
  problem: RosterProblem,
  agent: Agent,
  plan: readonly Shift[],
  p: RowParameters,
): Record<string, number> {
  const c = caseOf(problem, agent, plan);
  return {
    'min-consecutive-days': missingDays(c, true, p.minDays),
    'min-consecutive-days-off': missingDays(c, false, p.minDaysOff),
    'max-consecutive-nights': nightsTooMany(c, p.nights),
    'max-weekends': weekendsTooMany(c, p.weekends, p.weekendWeeks),
    'period-paid-minutes': minutesOutside(c, p),
    'max-template-count': templatesTooMany(c, p),
    'forbidden-succession': forbiddenOrders(c, p.pairs),
  };
}

/** The settings that ask for these parameters. */
export function rowRules(p: RowParameters): RosterProblem['rules'] {
  const rule = (ruleId: string, parameters: Record<string, number | string>) =>
    ({ ruleId, level: 'must', parameters }) as const;
  return [
    rule('min-consecutive-days', { days: p.minDays }),
    rule('min-consecutive-days-off', { days: p.minDaysOff }),
    rule('max-consecutive-nights', { nights: p.nights }),
    rule('max-weekends', { weekends: p.weekends, periodWeeks: p.weekendWeeks }),
    rule('period-paid-minutes', { minMinutes: p.minMinutes, maxMinutes: p.maxMinutes, periodWeeks: p.periodWeeks }),
    rule('max-template-count', {
      templates: p.templates.join(', '),
      count: p.templateCount,
      periodWeeks: p.countWeeks,
    }),
    rule('forbidden-succession', { pairs: p.pairs.map((pair) => pair.join(' > ')).join(', ') }),
  ];
}
