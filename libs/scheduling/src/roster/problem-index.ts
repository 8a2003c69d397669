import type {
  ActivityType,
  Agent,
  Contract,
  EarlierShift,
  RosterProblem,
  Shift,
  ShiftTemplate,
  TimeOff,
} from './roster-problem.js';

/** Look-up tables over a problem, made once. */
export interface ProblemIndex {
  readonly agents: ReadonlyMap<string, Agent>;
  readonly contracts: ReadonlyMap<string, Contract>;
  readonly templates: ReadonlyMap<string, ShiftTemplate>;
  readonly activityTypes: ReadonlyMap<string, ActivityType>;
  readonly queueSkills: ReadonlyMap<string, string>;
  readonly timeOffByAgent: ReadonlyMap<string, readonly TimeOff[]>;
  readonly historyByAgent: ReadonlyMap<string, readonly Shift[]>;
  readonly earlierByAgent: ReadonlyMap<string, readonly EarlierShift[]>;
}

const byId = <T extends { readonly id: string }>(items: readonly T[]): Map<string, T> =>
  new Map(items.map((item) => [item.id, item]));

/** Groups by agent, each agent's in order of start. */
export function groupByAgent<T extends { readonly agentId: string; readonly startAt: number }>(
  items: readonly T[],
): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(item.agentId);
    if (group) group.push(item);
    else groups.set(item.agentId, [item]);
  }
  for (const group of groups.values()) group.sort((a, b) => a.startAt - b.startAt);
  return groups;
}

const known = new WeakMap<RosterProblem, ProblemIndex>();

/** The problem's look-up tables. Problems are immutable, so the tables are kept as long as the problem lives. */
export function indexProblem(problem: RosterProblem): ProblemIndex {
  let index = known.get(problem);
  if (!index) {
    index = {
      agents: byId(problem.agents),
      contracts: byId(problem.contracts),
      templates: byId(problem.templates),
      activityTypes: byId(problem.activityTypes),
      queueSkills: new Map(problem.demand.map((demand) => [demand.queueId, demand.skillId])),
      timeOffByAgent: groupByAgent(problem.timeOff),
      historyByAgent: groupByAgent(problem.history),
      earlierByAgent: groupByAgent(problem.earlier ?? []),
    };
    known.set(problem, index);
  }
  return index;
}
