import {
  intervalIndex,
  intervalStart,
  localDateOf,
  MINUTE_MILLIS,
  startOfLocalDay,
  type Instant,
  type LocalDate,
  type ZoneId,
} from '@yotei/time';
import { coverageGrid } from './horizon.js';
import type { AgentsFile, RulesFile } from './roster-files.js';
import type { QueueDemand, RosterProblem, Shift } from './roster-problem.js';

/** Agents to roster of one queue in one interval, as a requirement gives them. */
export interface DemandInterval {
  readonly queueId: string;
  readonly startAt: Instant;
  readonly endAt: Instant;
  readonly agentsToRoster: number;
}

export interface ProblemSources {
  readonly agents: AgentsFile;
  readonly rules: RulesFile;
  readonly startsOn: LocalDate;
  readonly weeks: number;
  /** Absent: a check without coverage. */
  readonly demand?: readonly DemandInterval[];
  readonly history?: readonly Shift[];
  readonly historyFromAt?: Instant;
  readonly fixedShifts?: readonly Shift[];
}

/**
 * Puts files together to a problem. Each queue of the agents file gets its demand on the horizon's slots: a slot takes
 * the mean of the intervals over it by time, with 0 where there is none. Intervals of queues the agents file does not
 * know become queues that need a skill of the same name, so that they are not lost silently.
 */
export function assembleProblem(sources: ProblemSources): RosterProblem {
  const { agents, rules, startsOn, weeks, demand = [] } = sources;
  const span = { zone: agents.zone, startsOn, weeks, slotMinutes: rules.slotMinutes ?? 15 };
  return {
    ...span,
    activityTypes: agents.activityTypes,
    contracts: agents.contracts,
    templates: agents.templates,
    agents: agents.agents,
    demand: demandOf(span, agents, demand),
    rules: rules.rules,
    timeOff: agents.timeOff,
    preferences: agents.preferences,
    history: sources.history ?? [],
    historyFromAt: sources.historyFromAt,
    fixedShifts: sources.fixedShifts ?? [],
    weights: rules.weights,
    teamRules: rules.teamRules,
    objective: rules.objective,
    sessions: agents.sessions,
  };
}

function demandOf(
  span: Pick<RosterProblem, 'zone' | 'startsOn' | 'weeks' | 'slotMinutes'>,
  agents: AgentsFile,
  intervals: readonly DemandInterval[],
): QueueDemand[] {
  const grid = coverageGrid(span);
  const skills = new Map(agents.queues.map(({ queueId, skillId }) => [queueId, skillId]));
  const prices = new Map(agents.queues.flatMap(({ queueId, weights }) => (weights ? [[queueId, weights]] : [])));
  const byQueue = new Map([...skills.keys()].map((queueId) => [queueId, new Array<number>(grid.count).fill(0)]));
  for (const { queueId, startAt, endAt, agentsToRoster } of intervals) {
    const values = byQueue.get(queueId) ?? new Array<number>(grid.count).fill(0);
    byQueue.set(queueId, values);
    const first = Math.max(0, intervalIndex(grid, startAt));
    for (let slot = first; slot < grid.count && intervalStart(grid, slot) < endAt; slot++) {
      const from = Math.max(startAt, intervalStart(grid, slot));
      const until = Math.min(endAt, intervalStart(grid, slot + 1));
      values[slot]! += (agentsToRoster * (until - from)) / (grid.stepMinutes * MINUTE_MILLIS);
    }
  }
  return [...byQueue].map(([queueId, agentsToRoster]) => ({
    queueId,
    skillId: skills.get(queueId) ?? queueId,
    grid,
    agentsToRoster,
    ...(prices.has(queueId) ? { weights: prices.get(queueId) } : {}),
  }));
}

/** Start of the local day of the earliest shift: from then on a history file is taken to be complete. Undefined when empty. */
export function historyStart(history: readonly Shift[], zone: ZoneId): Instant | undefined {
  if (history.length === 0) return undefined;
  return startOfLocalDay(localDateOf(Math.min(...history.map((shift) => shift.startAt)), zone), zone);
}
