/**
 * The second opinion on the rules that laws ask for: from their texts, minute by minute and day by day, calling no rule.
 * Everything worked before the plan is taken to be known.
 */
import { isRest, type Agent, type RosterProblem, type Shift } from '@yotei/scheduling/roster';
import type { LawParameters } from './roster-oracle-law-rules.js';
import { caseOf, minutesOf, paid, sum, wallClock, weekdayOf, type Case } from './roster-oracle.js';

const MINUTE = 60_000;
const DAY = 86_400_000;

const iso = (day: number): string => new Date(day * DAY).toISOString().slice(0, 10);
const lastDay = (c: Case): number => c.firstDay + c.dayCount - 1;
const weeksOf = (c: Case): number[] => Array.from({ length: c.dayCount / 7 }, (_, week) => week);
const on = (c: Case, day: number): Shift[] => c.all.filter((shift) => c.dayOf(shift) === day);
const between = (c: Case, from: number, until: number): Shift[] =>
  c.all.filter((shift) => c.dayOf(shift) >= from && c.dayOf(shift) < until);
const paidOf = (c: Case, shifts: readonly Shift[]): number => sum(shifts.map((shift) => paid(c, shift)));
/** Days of the weeks that end with a week of the plan. */
const windowOf = (c: Case, week: number, weeks: number) => {
  const until = c.firstDay + (week + 1) * 7;
  return { from: until - weeks * 7, until };
};

const midnights = new Map<string, number>();

/** First minute of the date at the place, found by looking at the clock every quarter of an hour. */
function midnight(day: number, zone: string): number {
  const date = iso(day);
  const known = midnights.get(`${date} ${zone}`);
  if (known !== undefined) return known;
  let at = day * DAY - 15 * 3_600_000;
  while (wallClock(at, zone).on < date) at += 15 * MINUTE;
  midnights.set(`${date} ${zone}`, at);
  return at;
}

function rollingExcess(c: Case, { rollingMost, rollingDays }: LawParameters): number {
  let [total, worst] = [0, 0];
  for (let day = c.firstDay; day <= lastDay(c) + 1; day++) {
    const excess = day > lastDay(c) ? 0 : paidOf(c, between(c, day - rollingDays + 1, day + 1)) - rollingMost;
    if (excess > 0) worst = Math.max(worst, excess);
    else {
      total += worst;
      worst = 0;
    }
  }
  return total;
}

/** Overtime by month (`2026-11`), minute by minute through days of eight and weeks of forty hours. */
function overtimeMonths(c: Case): Map<string, number> {
  const months = new Map<string, number>();
  const first = Math.min(c.firstDay, ...c.all.map(c.dayOf));
  let inWeek = 0;
  for (let day = first; day <= lastDay(c); day++) {
    if ((day - c.firstDay) % 7 === 0) inWeek = 0;
    let inDay = 0;
    for (let minute = paidOf(c, on(c, day)); minute > 0; minute--) {
      if (inDay < 480 && inWeek < 2400) {
        inDay++;
        inWeek++;
      } else months.set(iso(day).slice(0, 7), (months.get(iso(day).slice(0, 7)) ?? 0) + 1);
    }
  }
  return months;
}

/** Calendar months of the plan, as `2026-11`. */
const monthsOfPlan = (c: Case): string[] => [
  ...new Set(Array.from({ length: c.dayCount }, (_, day) => iso(c.firstDay + day).slice(0, 7))),
];

const monthBack = (month: string, back: number): string => {
  const [year, number] = month.split('-').map(Number);
  return new Date(Date.UTC(year!, number! - 1 - back, 1)).toISOString().slice(0, 7);
};

function overtimeExcess(c: Case, { overtime, fewestMonths, mostMonths }: LawParameters): number {
  const months = overtimeMonths(c);
  return sum(
    monthsOfPlan(c).map((month) => {
      let worst = 0;
      for (let count = fewestMonths; count <= Math.max(fewestMonths, mostMonths); count++) {
        const row = Array.from({ length: count }, (_, back) => months.get(monthBack(month, back)) ?? 0);
        worst = Math.max(worst, sum(row) - count * overtime);
      }
      return worst;
    }),
  );
}

/** The year of an agreement that holds the month, by the month in which it begins. */
function yearOf(month: string, start: number): string {
  const [year, number] = month.split('-').map(Number);
  return `${number! >= start ? year! : year! - 1}`;
}

function yearExcess(c: Case, { yearOvertime, yearStart }: LawParameters): number {
  const months = [...overtimeMonths(c)];
  const years = [...new Set(monthsOfPlan(c).map((month) => yearOf(month, yearStart)))];
  return sum(
    years.map((year) => {
      const own = months.filter(([month]) => yearOf(month, yearStart) === year).map(([, minutes]) => minutes);
      return Math.max(0, sum(own) - yearOvertime);
    }),
  );
}

function longMonthsTooMany(c: Case, { longMonth, longMonths }: LawParameters): number {
  const months = overtimeMonths(c);
  return sum(
    monthsOfPlan(c).map((month) => {
      const twelve = Array.from({ length: 12 }, (_, back) => months.get(monthBack(month, back)) ?? 0);
      return Math.max(0, twelve.filter((minutes) => minutes > longMonth).length - longMonths);
    }),
  );
}

/** Counts free minutes through the days before and inside the weeks; the longest count reached inside them decides. */
function missingRest(c: Case, week: number, { longRest, restWeeks }: LawParameters): number {
  const { from, until } = windowOf(c, week, restWeeks);
  const [start, end] = [midnight(from, c.agent.zone), midnight(until, c.agent.zone)];
  const begin = start - 10 * DAY;
  const busy = new Uint8Array((end - begin) / MINUTE);
  for (const shift of c.all)
    for (let at = Math.max(begin, shift.startAt); at < Math.min(end, shift.endAt); at += MINUTE)
      busy[(at - begin) / MINUTE] = 1;
  let [free, longest] = [0, 0];
  busy.forEach((isBusy, minute) => {
    free = isBusy ? 0 : free + 1;
    if (begin + minute * MINUTE >= start) longest = Math.max(longest, free);
  });
  return Math.max(0, longRest - longest);
}

const daysWorked = (c: Case, from: number, until: number): Set<number> => new Set(between(c, from, until).map(c.dayOf));

/** Minutes beyond the average, those left out by which the weeks before the plan were beyond it alone. */
function averageExcess(c: Case, week: number, { average, averageWeeks }: LawParameters): number {
  const { from, until } = windowOf(c, week, averageWeeks);
  const beyond = (shifts: readonly Shift[]) => Math.max(0, paidOf(c, shifts) - average * averageWeeks);
  return beyond(between(c, from, until)) - beyond(between(c, from, c.firstDay));
}

/** Days off that lack, those left out that lacked even if the plan had no shift. */
function daysOffMissing(c: Case, week: number, { daysOff, offWeeks }: LawParameters): number {
  const { from, until } = windowOf(c, week, offWeeks);
  const missing = (end: number) => Math.max(0, daysOff - (offWeeks * 7 - daysWorked(c, from, end).size));
  return missing(until) - missing(c.firstDay);
}

function sundaysMissing(c: Case, week: number, { weekday, freeDays, freeWeeks }: LawParameters): number {
  const { from, until } = windowOf(c, week, freeWeeks);
  const worked = daysWorked(c, from, until);
  let free = 0;
  for (let day = from; day < until; day++) if (weekdayOf(day) === weekday && !worked.has(day)) free++;
  return Math.max(0, freeDays - free);
}

const nights = new WeakMap<LawParameters, Map<Shift, number>>();

/** Five minutes by five minutes on the wall clock; looked at once for each shift. */
function nightMinutes(c: Case, shift: Shift, p: LawParameters): number {
  const known = nights.get(p) ?? new Map<Shift, number>();
  nights.set(p, known);
  const minutes = known.get(shift) ?? countNightMinutes(c, shift, p);
  known.set(shift, minutes);
  return minutes;
}

function countNightMinutes(c: Case, shift: Shift, { nightFrom, nightUntil }: LawParameters): number {
  let inside = 0;
  for (let at = shift.startAt; at < shift.endAt; at += 5 * MINUTE) {
    const { minute } = wallClock(at, c.agent.zone);
    if (minute >= nightFrom || minute < nightUntil) inside += 5;
  }
  return inside;
}

function nightWorkerExcess(c: Case, week: number, p: LawParameters): number {
  const { from, until } = windowOf(c, week, p.nightWeeks);
  const shifts = between(c, from, until);
  const nights = shifts.filter((shift) => nightMinutes(c, shift, p) >= 180).length;
  return nights >= p.nightShifts ? Math.max(0, paidOf(c, shifts) - p.average * p.nightWeeks) : 0;
}

const isYoung = (c: Case, at: number): boolean =>
  c.agent.youngUntilOn !== undefined && wallClock(at, c.agent.zone).on < c.agent.youngUntilOn;

function shortYoungRest(c: Case, { youngRest }: LawParameters): number {
  if (!isYoung(c, midnight(c.firstDay, c.agent.zone))) return 0;
  return sum(
    c.planned.map((shift) => {
      const before = c.all.filter((other) => other.startAt < shift.startAt).map(({ endAt }) => endAt);
      if (before.length === 0) return 0;
      return Math.max(0, youngRest - Math.max(0, (shift.startAt - Math.max(...before)) / MINUTE));
    }),
  );
}

type MinuteKind = 'contact' | 'work' | 'paid-rest' | 'rest';

/** What each minute of the shift is. */
function minutesOfShift(c: Case, shift: Shift): MinuteKind[] {
  return shift.activities.flatMap((activity) => {
    const type = c.problem.activityTypes.find(({ id }) => id === activity.activityTypeId)!;
    const kind: MinuteKind = type.contactWork ? 'contact' : !isRest(type) ? 'work' : type.paid ? 'paid-rest' : 'rest';
    return Array.from({ length: minutesOf(activity) }, () => kind);
  });
}

const resting = (kind: MinuteKind): boolean => kind === 'rest' || kind === 'paid-rest';

/** Rests as activities: start in minutes of the shift, length, paid. */
const restsOf = (c: Case, shift: Shift) =>
  shift.activities.flatMap((activity) => {
    const type = c.problem.activityTypes.find(({ id }) => id === activity.activityTypeId)!;
    const at = (activity.startAt - shift.startAt) / MINUTE;
    return isRest(type) ? [{ at, length: minutesOf(activity), paid: type.paid }] : [];
  });

const atWork = (c: Case, shift: Shift): number => minutesOfShift(c, shift).filter((kind) => kind !== 'rest').length;

function lateMeal(c: Case, shift: Shift, { mealWork, mealMinutes, mealLatest, meal }: LawParameters): number {
  if (atWork(c, shift) <= mealWork) return 0;
  const meals = restsOf(c, shift).filter(({ length }) => length >= mealMinutes);
  const start = meals[meal - 1]?.at ?? Math.max(minutesOf(shift), mealLatest + 1);
  return Math.max(0, start - mealLatest);
}

function missingPauses(c: Case, shift: Shift, { pauseEvery, pauseMinutes }: LawParameters): number {
  const work = atWork(c, shift);
  if (work < 210) return 0;
  let due = 0;
  for (let left = work; left > pauseEvery / 2; left -= pauseEvery) due++;
  const had = restsOf(c, shift).filter((rest) => rest.paid && rest.length >= pauseMinutes).length;
  return Math.max(0, Math.max(1, due) - had);
}

function longStretches(c: Case, shift: Shift, { stretch }: LawParameters): number {
  const breaks = restsOf(c, shift).filter(({ length }) => length >= 15);
  let [run, over] = [0, 0];
  for (let minute = 0; minute < minutesOf(shift); minute++) {
    const isBreak = breaks.some(({ at, length }) => minute >= at && minute < at + length);
    run = isBreak ? 0 : run + 1;
    if (run > stretch) over++;
  }
  return over;
}

function shortPauses(c: Case, shift: Shift, { leastPause }: LawParameters): number {
  const kinds = minutesOfShift(c, shift);
  const [first, last] = [kinds.indexOf('contact'), kinds.lastIndexOf('contact')];
  let [away, missing] = [0, 0];
  for (let minute = Math.max(0, first); minute <= last; minute++) {
    if (kinds[minute] !== 'contact') away++;
    else {
      if (away > 0) missing += Math.max(0, leastPause - away);
      away = 0;
    }
  }
  return missing;
}

function youngBreakMissing(c: Case, shift: Shift, { youngWork }: LawParameters): number {
  if (!isYoung(c, shift.startAt)) return 0;
  const kinds = minutesOfShift(c, shift);
  const working = kinds.map((kind) => !resting(kind));
  const inside = working.slice(working.indexOf(true), working.lastIndexOf(true) + 1);
  const work = inside.filter(Boolean).length;
  return work > youngWork ? Math.max(0, 30 - (inside.length - work)) : 0;
}

function startsApart(c: Case, weeks: readonly number[], { startRange }: LawParameters): number {
  const starts = weeks
    .flatMap((week) => between(c, c.firstDay + week * 7, c.firstDay + week * 7 + 7))
    .map(({ startAt }) => wallClock(startAt, c.agent.zone).minute);
  return starts.length === 0 ? 0 : Math.max(0, Math.max(...starts) - Math.min(...starts) - startRange);
}

/** First and last week of each period; `weeks` 0 is the whole plan. */
function periodsOf(c: Case, weeks: number): { readonly weeks: readonly number[]; readonly isWhole: boolean }[] {
  const length = weeks === 0 ? c.dayCount / 7 : weeks;
  const found = [];
  for (let from = 0; from < c.dayCount / 7; from += length) {
    const own = weeksOf(c).slice(from, from + length);
    found.push({ weeks: own, isWhole: own.length === length });
  }
  return found;
}

function stepsBack(c: Case, { steps, stepWeeks }: LawParameters): number {
  const startOn = (day: number) => {
    const shift = on(c, day)[0];
    return shift && wallClock(shift.startAt, c.agent.zone).minute;
  };
  return sum(
    periodsOf(c, stepWeeks).map(({ weeks }) => {
      let back = 0;
      for (const week of weeks)
        for (let day = c.firstDay + week * 7; day < c.firstDay + week * 7 + 7; day++) {
          const [before, now] = [startOn(day - 1), startOn(day)];
          if (before !== undefined && now !== undefined && before - now > 60) back++;
        }
      return Math.max(0, back - steps);
    }),
  );
}

function trainingOutside(c: Case, { trainingLeast, trainingMost, trainingWeeks }: LawParameters): number {
  return sum(
    periodsOf(c, trainingWeeks).map(({ weeks, isWhole }) => {
      const shifts = weeks.flatMap((week) => between(c, c.firstDay + week * 7, c.firstDay + week * 7 + 7));
      const trained = shifts.flatMap(({ activities }) => activities).filter((one) => one.activityTypeId === 'training');
      const total = sum(trained.map(minutesOf));
      return Math.max(0, (isWhole ? trainingLeast : 0) - total, total - trainingMost);
    }),
  );
}

/** Total amount of each of these rules for one agent's plan; `before` is everything worked before it. */
export function oracleLawAmounts(
  problem: RosterProblem,
  agent: Agent,
  {
    plan,
    before,
    p,
  }: { readonly plan: readonly Shift[]; readonly before: readonly Shift[]; readonly p: LawParameters },
): Record<string, number> {
  const c = caseOf({ ...problem, history: before }, agent, plan);
  const perWeek = (amount: (week: number) => number) => sum(weeksOf(c).map(amount));
  const perShift = (amount: (shift: Shift) => number) => sum(c.planned.map(amount));
  const ofWeek = (week: number) => between(c, c.firstDay + week * 7, c.firstDay + week * 7 + 7);
  const perDay = (amount: (shifts: readonly Shift[]) => number) =>
    sum(Array.from({ length: c.dayCount }, (_, day) => amount(on(c, c.firstDay + day))));
  return {
    'max-week-minutes': perWeek((week) => Math.max(0, paidOf(c, ofWeek(week)) - p.weekMost)),
    'average-week-minutes': perWeek((week) => averageExcess(c, week, p)),
    'rolling-paid-minutes': rollingExcess(c, p),
    'max-overtime-months': overtimeExcess(c, p),
    'max-overtime-year': yearExcess(c, p),
    'max-long-overtime-months': longMonthsTooMany(c, p),
    'weekly-rest': perWeek((week) => missingRest(c, week, p)),
    'days-off-in-weeks': perWeek((week) => daysOffMissing(c, week, p)),
    'free-weekdays': perWeek((week) => sundaysMissing(c, week, p)),
    'night-worker-hours': perWeek((week) => nightWorkerExcess(c, week, p)),
    'max-night-shift-minutes': perShift((shift) =>
      nightMinutes(c, shift, p) >= 180 ? Math.max(0, paid(c, shift) - p.nightMost) : 0,
    ),
    'young-night': perShift((shift) => (isYoung(c, shift.startAt) ? nightMinutes(c, shift, p) : 0)),
    'young-day-minutes': perDay((shifts) =>
      Math.max(
        0,
        paidOf(
          c,
          shifts.filter(({ startAt }) => isYoung(c, startAt)),
        ) - p.youngDay,
      ),
    ),
    'young-week-minutes': perWeek((week) =>
      isYoung(c, midnight(c.firstDay + week * 7, c.agent.zone))
        ? Math.max(0, paidOf(c, ofWeek(week)) - p.youngWeek)
        : 0,
    ),
    'young-rest': shortYoungRest(c, p),
    'young-break': perShift((shift) => youngBreakMissing(c, shift, p)),
    'start-time-range': sum(periodsOf(c, p.startWeeks).map(({ weeks }) => startsApart(c, weeks, p))),
    'max-backward-starts': stepsBack(c, p),
    'break-latest-start': perShift((shift) => lateMeal(c, shift, p)),
    'rest-breaks-by-hours': perShift((shift) => missingPauses(c, shift, p)),
    'max-work-without-break': perShift((shift) => longStretches(c, shift, p)),
    'min-pause-minutes': perShift((shift) => shortPauses(c, shift, p)),
    'activity-minutes': trainingOutside(c, p),
  };
}
