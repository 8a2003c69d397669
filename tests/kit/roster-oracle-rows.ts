/**
 * The second opinion on rules about rows of days, weekends, periods and the order of shifts: from their texts, day by
 * day, calling no rule. The history is taken to be complete.
 */
import type { Agent, RosterProblem, Shift } from '@yotei/scheduling/roster';
import { caseOf, dayNumber, leaveMinutes, paid, sum, wallClock, weekdayOf, type Case } from './roster-oracle.js';

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
  /** 1: hours and days off by months of the calendar. */
  readonly calendarMonths: number;
  readonly templateCount: number;
  readonly countWeeks: number;
  readonly templates: readonly string[];
  readonly pairs: readonly (readonly [string, string])[];
  readonly maxDaysOff: number;
  readonly startDistance: number;
  readonly weekendsInRow: number;
  readonly leastOff: number;
  readonly mostOff: number;
  readonly offWeeks: number;
  readonly dayBound: readonly [least: number, most: number];
  readonly weekBound: readonly [least: number, most: number];
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

/** The dates of each calendar month that the plan meets, all of them: `2026-11` and the day numbers. */
function monthsOf(c: Case): readonly (readonly number[])[] {
  const monthAt = (day: number) => new Date(day * 86_400_000).toISOString().slice(0, 7);
  const months = new Map<string, number[]>(planDays(c).map((day) => [monthAt(day), []]));
  for (let day = c.firstDay - 31; day <= lastDay(c) + 31; day++) months.get(monthAt(day))?.push(day);
  return [...months.values()];
}

/** Paid minutes of leave on a date: each absence has the same share on all of its dates. */
function leaveOn(c: Case, date: number): number {
  return sum(
    c.problem.timeOff.map(({ agentId, startAt, endAt, paidMinutes }) => {
      const dates = new Set<number>();
      for (let at = startAt; at < endAt; at += 900_000) dates.add(dayNumber(wallClock(at, c.agent.zone).on));
      return agentId === c.agent.id && dates.has(date) ? paidMinutes / dates.size : 0;
    }),
  );
}

function monthMinutesOutside(c: Case, { minMinutes, maxMinutes }: RowParameters): number {
  return sum(
    monthsOf(c).map((month) => {
      let [fixed, planned] = [0, 0];
      for (const day of month.filter((each) => each <= lastDay(c))) {
        const minutes = sum(shiftsOn(c, day).map((shift) => paid(c, shift)));
        fixed += leaveOn(c, day) + (day < c.firstDay ? minutes : 0);
        planned += day < c.firstDay ? 0 : minutes;
      }
      const missing = month.at(-1)! > lastDay(c) ? 0 : minMinutes - fixed - planned;
      // What was worked before, and leave, is not the plan's: it answers for what it adds.
      const over = fixed > maxMinutes ? planned : fixed + planned - maxMinutes;
      return Math.max(0, missing, over);
    }),
  );
}

function monthDaysOffOutside(c: Case, { leastOff, mostOff }: RowParameters): number {
  const away = daysAway(c);
  const works = (day: number) => shiftsOn(c, day).length > 0;
  return sum(
    monthsOf(c).map((month) => {
      const own = month.filter((day) => day >= c.firstDay && day <= lastDay(c));
      const before = month.filter((day) => day < c.firstDay);
      const absent = month.filter((day) => day <= lastDay(c) && away.has(day)).length;
      // Every day that is not worked yet may still become a day off.
      const mayWork = month.length - leastOff - before.filter(works).length;
      const mayRest = mostOff + absent - before.filter((day) => !works(day)).length;
      const worked = own.filter(works).length;
      return Math.max(0, worked - Math.max(0, mayWork), own.length - worked - Math.max(0, mayRest));
    }),
  );
}

function minutesOutside(c: Case, p: RowParameters): number {
  if (p.calendarMonths === 1) return monthMinutesOutside(c, p);
  const { minMinutes, maxMinutes, periodWeeks } = p;
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

/** The dates of an absence: each quarter of an hour of it is looked up on the wall. */
function daysAway(c: Case): Set<number> {
  const days = new Set<number>();
  for (const { agentId, startAt, endAt } of c.problem.timeOff) {
    if (agentId !== c.agent.id) continue;
    for (let at = startAt; at < endAt; at += 900_000) days.add(dayNumber(wallClock(at, c.agent.zone).on));
  }
  return days;
}

/** For each day of the plan: how many days off end with it, leave ending the row; those beyond the most count one each. */
function daysOffTooMany(c: Case, most: number): number {
  const away = daysAway(c);
  const isOff = (day: number) => shiftsOn(c, day).length === 0 && !away.has(day);
  let over = 0;
  for (let day = c.firstDay; day <= lastDay(c); day++) {
    let row = 0;
    while (row < BACK && isOff(day - row)) row++;
    if (row > most) over++;
  }
  return over;
}

/** Each first start of a day against the first start of the day worked before, wherever that lies. */
function startsTooClose(c: Case, least: number): number {
  let missing = 0;
  for (let day = c.firstDay; day <= lastDay(c); day++) {
    const [start] = shiftsOn(c, day);
    let before = day - 1;
    while (before > day - BACK && shiftsOn(c, before).length === 0) before--;
    const [last] = shiftsOn(c, before);
    if (start && last) missing += Math.max(0, least - (start.startAt - last.startAt) / 60_000);
  }
  return missing;
}

/** Weekends of the plan with work planned on them that are beyond the most in a row. */
function weekendsInRowTooMany(c: Case, most: number): number {
  const isWorked = (saturday: number) => shiftsOn(c, saturday).length + shiftsOn(c, saturday + 1).length > 0;
  const inPlan = (day: number) => day >= c.firstDay && day <= lastDay(c) && shiftsOn(c, day).length > 0;
  let over = 0;
  for (let saturday = c.firstDay - 1; saturday <= lastDay(c); saturday++) {
    if (weekdayOf(saturday) !== 6 || !(inPlan(saturday) || inPlan(saturday + 1))) continue;
    let row = 0;
    while (isWorked(saturday - row * 7)) row++;
    if (row > most) over++;
  }
  return over;
}

function daysOffOutside(c: Case, p: RowParameters): number {
  if (p.calendarMonths === 1) return monthDaysOffOutside(c, p);
  const { leastOff, mostOff, offWeeks } = p;
  const away = daysAway(c);
  return sum(
    periodsOf(c, offWeeks).map(([from, until]) => {
      let [off, absent] = [0, 0];
      for (let day = c.firstDay + from * 7; day < c.firstDay + until * 7 + 7; day++) {
        if (shiftsOn(c, day).length === 0) off++;
        if (away.has(day)) absent++;
      }
      const isCut = offWeeks > 0 && until - from + 1 < offWeeks;
      return Math.max(0, (isCut ? 0 : leastOff) - off, off - mostOff - absent);
    }),
  );
}

/** Minutes from the first start to the last end of a day's shifts. */
function boundOn(c: Case, day: number): number {
  const shifts = shiftsOn(c, day);
  if (shifts.length === 0) return 0;
  return (Math.max(...shifts.map(({ endAt }) => endAt)) - shifts[0]!.startAt) / 60_000;
}

const planDays = (c: Case): number[] => Array.from({ length: c.dayCount }, (_, i) => c.firstDay + i);

const dayBoundOutside = (c: Case, [least, most]: RowParameters['dayBound']): number =>
  sum(
    planDays(c).map((day) => {
      const bound = boundOn(c, day);
      return bound === 0 ? 0 : Math.max(0, least - bound, bound - most);
    }),
  );

const weekBoundOutside = (c: Case, [least, most]: RowParameters['weekBound']): number =>
  sum(
    periodsOf(c, 1).map(([week]) => {
      const bound = sum(
        planDays(c)
          .slice(week * 7, week * 7 + 7)
          .map((day) => boundOn(c, day)),
      );
      return Math.ceil(Math.max(0, least - leaveMinutes(c, week) - bound, bound - most));
    }),
  );

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
    'max-consecutive-days-off': daysOffTooMany(c, p.maxDaysOff),
    'min-start-distance': startsTooClose(c, p.startDistance),
    'max-consecutive-weekends': weekendsInRowTooMany(c, p.weekendsInRow),
    'period-days-off': daysOffOutside(c, p),
    'day-bound-minutes': dayBoundOutside(c, p.dayBound),
    'week-bound-minutes': weekBoundOutside(c, p.weekBound),
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
    rule('period-paid-minutes', {
      minMinutes: p.minMinutes,
      maxMinutes: p.maxMinutes,
      periodWeeks: p.periodWeeks,
      calendarMonths: p.calendarMonths,
    }),
    rule('max-template-count', {
      templates: p.templates.join(', '),
      count: p.templateCount,
      periodWeeks: p.countWeeks,
    }),
    rule('forbidden-succession', { pairs: p.pairs.map((pair) => pair.join(' > ')).join(', ') }),
    rule('max-consecutive-days-off', { days: p.maxDaysOff }),
    rule('min-start-distance', { distanceMinutes: p.startDistance }),
    rule('max-consecutive-weekends', { weekendsInRow: p.weekendsInRow }),
    rule('period-days-off', {
      minDaysOff: p.leastOff,
      maxDaysOff: p.mostOff,
      periodWeeks: p.offWeeks,
      calendarMonths: p.calendarMonths,
    }),
    rule('day-bound-minutes', { minBoundMinutes: p.dayBound[0], maxBoundMinutes: p.dayBound[1] }),
    rule('week-bound-minutes', { minBoundMinutes: p.weekBound[0], maxBoundMinutes: p.weekBound[1] }),
  ];
}
