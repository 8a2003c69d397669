import { addDays } from '@yotei/time';
import type { Agent, KeptDay, KeptWeek, RosterProblem } from '../../roster/index.js';
import type { WeekLimits } from './contract-pairs.js';
import { frameMinute, type SlotFrame } from './slot-frame.js';
import type { DayChoice } from './tour-space.js';

/** What one agent must keep of an earlier roster, in the engine's terms. */
export interface AgentKept {
  /** The choices of a day of the horizon that are left. */
  readonly choices: (day: number, all: DayChoice[]) => DayChoice[];
  readonly limits: (week: number, limits: WeekLimits) => WeekLimits;
}

const NOTHING_KEPT: AgentKept = { choices: (_day, all) => all, limits: (_week, limits) => limits };

interface KeptIndex {
  readonly days: ReadonlyMap<string, KeptDay>;
  readonly weeks: ReadonlyMap<string, KeptWeek>;
}

const known = new WeakMap<RosterProblem, KeptIndex>();

function indexOf(problem: RosterProblem): KeptIndex {
  let index = known.get(problem);
  if (!index) {
    const { days = [], weeks = [] } = problem.kept ?? {};
    index = {
      days: new Map(days.map((day) => [`${day.agentId}/${day.on}`, day])),
      weeks: new Map(weeks.map((week) => [`${week.agentId}/${week.weekStartsOn}`, week])),
    };
    known.set(problem, index);
  }
  return index;
}

/** What `problem.kept` leaves the agent to choose from. Days with fixed shifts are not asked about. */
export function keptParts(problem: RosterProblem, agent: Agent, frame: SlotFrame): AgentKept {
  if (!problem.kept) return NOTHING_KEPT;
  const { days, weeks } = indexOf(problem);
  const dateOf = (day: number) => addDays(problem.startsOn, day);
  const notBefore = problem.kept.notBeforeAt;
  const notBeforeMinute = notBefore === undefined ? Number.NEGATIVE_INFINITY : frameMinute(frame, notBefore);
  return {
    choices: (day, all) => {
      const open = all.filter(({ startMinute }) => startMinute >= notBeforeMinute);
      const keptDay = days.get(`${agent.id}/${dateOf(day)}`);
      if (!keptDay) return open;
      if (keptDay.startAt === null) return [];
      const startMinute = frameMinute(frame, keptDay.startAt);
      return open.filter((choice) => choice.startMinute === startMinute);
    },
    limits: (week, limits) => {
      const keptWeek = weeks.get(`${agent.id}/${dateOf(week * 7)}`);
      return keptWeek ? { ...limits, minMinutes: keptWeek.paidMinutes, maxMinutes: keptWeek.paidMinutes } : limits;
    },
  };
}
