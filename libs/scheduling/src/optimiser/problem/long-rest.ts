import { addDays, startOfLocalDay } from '@yotei/time';
import type { Agent, RosterProblem, Shift } from '../../roster/index.js';
import type { AgentView } from '../../rules/index.js';
import type { ActiveRule } from './agent-limits.js';
import { frameMinute, type SlotFrame } from './slot-frame.js';
import { DAYS, type DayChoice } from './tour-space.js';

/** A long rest that the weeks ending with each planning week must hold. */
export interface LongRestLimit {
  readonly minutes: number;
  readonly weeks: number;
}

/** The long rest as the tours of one week are held to it; minutes from the start of the horizon. */
export interface LongRest extends LongRestLimit {
  readonly weekStartMinute: number;
  readonly weekEndMinute: number;
  /** End of each choice of the week, and all ends after which the rest still fits into the week, sorted. */
  readonly endMinute: Int32Array;
  readonly ends: Int32Array;
  /** False where the shifts given leave no such rest: the plan can then only say so. */
  readonly isDemanded: boolean;
}

/** What the time before the horizon leaves. */
export interface RestBefore {
  /** End of the last shift, or the first minute from which shifts are known. */
  readonly freeFromMinute: number;
  /** Whether the weeks before held the rest, the last one first; as many as a later week may look back to. */
  readonly restedWeeks: readonly boolean[];
}

/** The strictest of the must rules on long rests, which is as strict as all of them; null where there is none. */
export function longRestLimit(rules: readonly ActiveRule[]): LongRestLimit | null {
  const limits = rules.flatMap(({ rule, must, parameters }) =>
    must && rule.tour.kind === 'long-rest' ? [rule.tour.rest(parameters)] : [],
  );
  if (limits.length === 0) return null;
  return {
    minutes: Math.max(...limits.map(({ minutes }) => minutes)),
    weeks: Math.min(...limits.map(({ weeks }) => weeks)),
  };
}

interface BeforeInput {
  readonly problem: RosterProblem;
  readonly agent: Agent;
  readonly view: AgentView;
  readonly frame: SlotFrame;
  /** The agent's shifts before the horizon. */
  readonly shifts: readonly Shift[];
}

/** The agent's rest before the horizon. Where shifts are not known it begins with the horizon. */
export function restBefore(limit: LongRestLimit, { problem, agent, view, frame, shifts }: BeforeInput): RestBefore {
  const minute = (at: number) => Math.ceil(frameMinute(frame, at));
  const weekStart = (week: number) => minute(startOfLocalDay(addDays(problem.startsOn, week * DAYS), agent.zone));
  const worked = [...view.earlier, ...shifts]
    .map(({ startAt, endAt }) => ({ start: minute(startAt), end: minute(endAt) }))
    .filter(({ start }) => start < weekStart(0))
    .sort((a, b) => a.start - b.start);
  const knownFrom = view.earlierFromAt ?? view.historyFromAt;
  const from = knownFrom === null ? weekStart(0) : Math.min(weekStart(0), minute(knownFrom));
  const restedWeeks = Array.from({ length: limit.weeks - 1 }, (_, back) =>
    isRested(worked, { from, minutes: limit.minutes, weekStart: weekStart(-1 - back), weekEnd: weekStart(-back) }),
  );
  return { freeFromMinute: Math.max(from, ...worked.map(({ end }) => end)), restedWeeks };
}

function isRested(
  worked: readonly { readonly start: number; readonly end: number }[],
  week: { readonly from: number; readonly minutes: number; readonly weekStart: number; readonly weekEnd: number },
): boolean {
  let freeFrom = week.from;
  for (const { start, end } of worked) {
    if (start > week.weekStart && Math.min(start, week.weekEnd) - freeFrom >= week.minutes) return true;
    freeFrom = Math.max(freeFrom, end);
  }
  return week.weekEnd - freeFrom >= week.minutes;
}

export interface LongRestInput {
  readonly limit: LongRestLimit;
  /** Choices of each day as the space has them, by start. */
  readonly days: readonly (readonly DayChoice[])[];
  readonly mustWork: readonly boolean[];
  readonly weekStartMinute: number;
  readonly weekEndMinute: number;
  /** End of the last shift given or worked before the week. */
  readonly freeFromMinute: number;
}

/** The long rest for the tours of one week. */
export function longRest(input: LongRestInput): LongRest {
  const { limit, days, mustWork, weekStartMinute, weekEndMinute, freeFromMinute } = input;
  const endMinute = Int32Array.from(days.flat(), (choice) => choice.endMinute);
  const latest = weekEndMinute - limit.minutes;
  const ends = Int32Array.from(new Set(endMinute.filter((end) => end <= latest))).sort();
  const given = days.flatMap((choices, day) => (mustWork[day] ? choices : []));
  const worked = given.map((choice) => ({ start: choice.startMinute, end: choice.endMinute }));
  const week = { from: freeFromMinute, minutes: limit.minutes, weekStart: weekStartMinute, weekEnd: weekEndMinute };
  return { ...limit, weekStartMinute, weekEndMinute, endMinute, ends, isDemanded: isRested(worked, week) };
}
