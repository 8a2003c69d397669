import { dateOfEpochDay, epochDay, localDateOf, startOfLocalDay } from '@yotei/time';
import type { RuleLevel, Shift } from '../roster/index.js';
import { breachOf, dayOf, firstDayOf, historyMissing, isKnownSince, shiftsByDay } from './rule-parts.js';
import type { AgentView, Breach, CannotJudge, DayTracker, RuleFindings, WorkRule } from './work-rule.js';

/** A longest row of days that are all worked, or all off. */
export interface DayRun {
  readonly worked: boolean;
  /** Epoch days, both inside the run. */
  readonly from: number;
  readonly until: number;
  /** False where the days before are not known, so that the run may be longer than it looks. */
  readonly startKnown: boolean;
}

/** Runs that end on the day before the horizon or later, seen up to `lookBack` days back. */
export function dayRuns(view: AgentView, lookBack: number): DayRun[] {
  const first = firstDayOf(view);
  const end = epochDay(localDateOf(view.horizon.endAt, view.agent.zone));
  const worked = shiftsByDay(view, view.shifts);
  const isKnown = (day: number) =>
    worked.has(day) || isKnownSince(view, startOfLocalDay(dateOfEpochDay(day), view.agent.zone));
  let from = first;
  while (from > first - lookBack && isKnown(from - 1)) from--;
  const runs: DayRun[] = [];
  let startKnown = false;
  for (let day = from; day < end; day++) {
    if (day + 1 < end && worked.has(day + 1) === worked.has(day)) continue;
    if (day >= first - 1) runs.push({ worked: worked.has(day), from, until: day, startKnown });
    startKnown = true;
    from = day + 1;
  }
  return runs;
}

/** Rows of days that follow one another, as [first, last] epoch days, ascending. */
function rowsOf(days: readonly number[]): [number, number][] {
  const rows: [number, number][] = [];
  for (const day of days) {
    const last = rows[rows.length - 1];
    if (last && last[1] === day - 1) last[1] = day;
    else rows.push([day, day]);
  }
  return rows;
}

/** The first day whose history decides and is not known, or null: the row at the start of the horizon may be longer. */
function unknownFrom(view: AgentView, rowStart: number, limit: number): number | null {
  const first = firstDayOf(view);
  if (rowStart > first) return null;
  const dayBefore = startOfLocalDay(dateOfEpochDay(rowStart - 1), view.agent.zone);
  return isKnownSince(view, dayBefore) ? null : startOfLocalDay(dateOfEpochDay(first - limit), view.agent.zone);
}

/** One breach for each row of the given days longer than the limit, counting the days of the horizon beyond it. */
export function longRuns(
  view: AgentView,
  byDay: ReadonlyMap<number, readonly Shift[]>,
  { rule, limit, level }: { readonly rule: WorkRule; readonly limit: number; readonly level: RuleLevel },
): RuleFindings {
  const first = firstDayOf(view);
  const end = epochDay(localDateOf(view.horizon.endAt, view.agent.zone));
  const breaches: Breach[] = [];
  const cannotJudge: CannotJudge[] = [];
  const toBreach = breachOf(rule, view, level);
  for (const [from, until] of rowsOf([...byDay.keys()].filter((day) => day < end))) {
    if (until < first) continue;
    const firstOver = Math.max(from + limit, first);
    const neededFromAt = firstOver > until ? unknownFrom(view, from, limit) : null;
    if (neededFromAt !== null) cannotJudge.push(historyMissing(rule, view, neededFromAt));
    if (firstOver > until) continue;
    const at = byDay.get(firstOver)![0]!.startAt;
    const span = { startAt: byDay.get(from)![0]!.startAt, endAt: byDay.get(until)![0]!.endAt };
    breaches.push(toBreach({ at, span, amount: until - firstOver + 1, values: { runDays: until - from + 1, limit } }));
  }
  return { breaches, cannotJudge };
}

/** Parts of a rule about the least length of runs. */
export interface ShortestRun {
  readonly rule: WorkRule;
  /** Runs of worked days, or of days off. */
  readonly worked: boolean;
  readonly limit: number;
  readonly level: RuleLevel;
}

/**
 * One breach for each run shorter than the limit. A run that touches the last day of the horizon may go on and is left
 * alone; one that touches the first is judged as far as the history tells where it began. A run that began and ended in
 * the history counts where the first planned day ended it.
 */
export function shortRuns(view: AgentView, { rule, worked, limit, level }: ShortestRun): RuleFindings {
  const breaches: Breach[] = [];
  const cannotJudge: CannotJudge[] = [];
  const first = firstDayOf(view);
  const lastDay = epochDay(localDateOf(view.horizon.endAt, view.agent.zone)) - 1;
  const startOf = (day: number) => startOfLocalDay(dateOfEpochDay(day), view.agent.zone);
  const toBreach = breachOf(rule, view, level);
  for (const run of dayRuns(view, limit)) {
    const runDays = run.until - run.from + 1;
    if (run.worked !== worked || runDays >= limit || run.until === lastDay) continue;
    if (!run.startKnown) cannotJudge.push(historyMissing(rule, view, startOf(first - limit)));
    else {
      const span = { startAt: startOf(run.from), endAt: startOf(run.until + 1) };
      const at = Math.max(span.startAt, view.horizon.startAt);
      breaches.push(toBreach({ at, span, amount: limit - runDays, values: { runDays, limit } }));
    }
  }
  // Of the day before the horizon nothing may be known: the first planned day may have ended its run too early.
  const worksFirst = shiftsByDay(view, view.shifts).has(first);
  if (limit > 1 && worksFirst !== worked && !isKnownDay(view, first - 1))
    cannotJudge.push(historyMissing(rule, view, startOf(first - limit)));
  return { breaches, cannotJudge };
}

/**
 * Runs of worked days (or days off) of at least `limit` days, for the tour programme. States: 0 outside such a run, n in its
 * n-th day, `limit` and beyond alike. A run whose beginning is unknown counts as long enough.
 */
export function shortRunTracker(view: AgentView, worked: boolean, limit: number): DayTracker {
  const before = runBefore(view, limit);
  const seen = before?.startKnown === false ? limit : Math.min(limit, before?.days ?? limit);
  return {
    initial: before && before.worked !== worked ? 0 : seen,
    step: (state, symbol) => {
      if (symbol >= 0 === worked) return Math.min(limit, state + 1);
      return state === 0 || state >= limit ? 0 : -1;
    },
  };
}

/** The run that ends on the day before the horizon, seen up to `lookBack` days back; null where that day is not known. */
export function runBefore(
  view: AgentView,
  lookBack: number,
): { readonly worked: boolean; readonly days: number; readonly startKnown: boolean } | null {
  const first = firstDayOf(view);
  if (!isKnownDay(view, first - 1)) return null;
  const byDay = shiftsByDay(view, view.shifts);
  const worked = byDay.has(first - 1);
  let days = 1;
  while (days < lookBack && isKnownDay(view, first - 1 - days) && byDay.has(first - 1 - days) === worked) days++;
  return { worked, days, startKnown: days >= lookBack || isKnownDay(view, first - 1 - days) };
}

/** Whether it is known if the agent worked on the epoch day. */
function isKnownDay(view: AgentView, day: number): boolean {
  return (
    isKnownSince(view, startOfLocalDay(dateOfEpochDay(day), view.agent.zone)) ||
    view.shifts.some((shift) => dayOf(view, shift) === day)
  );
}
