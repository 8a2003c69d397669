import { lawRuleSettings } from '@yotei/scheduling/law';
import type { Agent, QueueDemand, RosterProblem, TimeOff } from '@yotei/scheduling/roster';
import {
  agentsOn,
  type ScenarioAnswer,
  type ScenarioBase,
  type ScenarioChange,
  type ScenarioChangeKind,
} from '@yotei/scheduling/scenarios';
import { addDays, intervalIndex, intervalStart, startOfLocalDay, type LocalDate } from '@yotei/time';

export interface ScenarioProblem {
  readonly problem: RosterProblem;
  /** Kinds of change of the scenario that the new roster does not know. */
  readonly notModelled: readonly ScenarioChangeKind[];
}

export interface ScenarioPlanning {
  readonly problem: RosterProblem;
  readonly before: ScenarioBase;
  readonly after: ScenarioBase;
  readonly changes: readonly ScenarioChange[];
  /** Of `after`, with series. */
  readonly answer: ScenarioAnswer;
}

/** Told by the requirement alone, by the team, or not at all. */
const MODELLED: readonly ScenarioChangeKind[] = [
  ...(['volume', 'handle-time', 'mix', 'deflection', 'repeat-contacts', 'goal', 'patience', 'shrinkage'] as const),
  ...(['opening-hours', 'occupancy-cap', 'merge-queues', 'wages'] as const),
  ...(['headcount', 'hiring', 'attrition', 'site', 'absence', 'contract', 'law-pack'] as const),
];

/**
 * The week as the scenario has it, for the engine: demand of the changed requirement; people more or fewer by skill as of
 * the first day (whole people: newcomers work like a colleague of the skill without wishes, those who leave are the last
 * by id); absences of people chosen by id; changed contract hours; the rules of another law. Other people's work, fixed
 * shifts and the history stay.
 */
export function scenarioProblem(planning: ScenarioPlanning): ScenarioProblem {
  const { changes, after } = planning;
  let problem = withDemand(planning);
  problem = withPeople(problem, planning);
  for (const change of changes) {
    if (change.kind === 'absence') problem = withAbsence(problem, change);
    if (change.kind === 'contract') problem = withHours(problem, change);
    if (change.kind === 'law-pack') problem = withLaw(problem, change);
  }
  const known = new Set(problem.agents.flatMap(({ skillIds }) => skillIds));
  const hasNewWork = changes.some(({ kind }) => kind === 'new-channel');
  const unserved = hasNewWork && after.queues.some(({ skillId }) => !skillId || !known.has(skillId));
  const kinds = new Set(changes.map(({ kind }) => kind));
  const notModelled = [...kinds].filter((kind) => !MODELLED.includes(kind) && (kind !== 'new-channel' || unserved));
  return { problem, notModelled };
}

/** Agents to roster of the scenario in place of the stored requirement; queues it no longer has need nobody. */
function withDemand({ problem, before, after, answer }: ScenarioPlanning): RosterProblem {
  const first = problem.demand[0];
  if (!first) return problem;
  const asked = new Map(answer.queues.map(({ queueId, series }) => [queueId, series.agentsToRoster]));
  const known = new Set(before.queues.map(({ id }) => id));
  const onSlots = (agents: Float64Array): number[] =>
    Array.from({ length: first.grid.count }, (_, slot) => {
      const value = agents[intervalIndex(after.grid, intervalStart(first.grid, slot))];
      return value !== undefined && Number.isFinite(value) ? value : 0;
    });
  const demand = problem.demand.map((queue): QueueDemand => {
    const agents = asked.get(queue.queueId);
    if (agents) return { ...queue, agentsToRoster: onSlots(agents) };
    return known.has(queue.queueId) ? { ...queue, agentsToRoster: queue.agentsToRoster.map(() => 0) } : queue;
  });
  const planned = new Set(problem.demand.map(({ queueId }) => queueId));
  const fresh = after.queues.flatMap(({ id, skillId }): QueueDemand[] =>
    planned.has(id) || !skillId
      ? []
      : [{ queueId: id, skillId, grid: first.grid, agentsToRoster: onSlots(asked.get(id)!) }],
  );
  return { ...problem, demand: [...demand, ...fresh] };
}

/** Whole people by skill on the first day. */
function headcount({ people }: ScenarioBase, on: LocalDate): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const group of people?.headcountBySkill ?? [])
    counts.set(group.skillId, (counts.get(group.skillId) ?? 0) + agentsOn(group, on));
  return counts;
}

function withPeople(problem: RosterProblem, { before, after }: ScenarioPlanning): RosterProblem {
  const was = headcount(before, problem.startsOn);
  let next = problem;
  for (const [skillId, count] of headcount(after, problem.startsOn)) {
    const more = Math.round(count - (was.get(skillId) ?? 0));
    if (more > 0) next = withNewcomers(next, skillId, more);
    if (more < 0) next = without(next, lastOf(next.agents, skillId, -more));
  }
  return next;
}

function withNewcomers(problem: RosterProblem, skillId: string, count: number): RosterProblem {
  const like = problem.agents.find(({ skillIds }) => skillIds[0] === skillId) ?? problem.agents[0];
  if (!like) return problem;
  const newcomers = Array.from({ length: count }, (_, i): Agent => {
    const { availability: _own, availabilityExceptions: _dates, youngUntilOn: _young, ...agent } = like;
    return { ...agent, id: `new-${skillId}-${i + 1}`, name: `+${i + 1}`, skillIds: [skillId] };
  });
  return { ...problem, agents: [...problem.agents, ...newcomers] };
}

const withSkill = (agents: readonly Agent[], skillId: string | undefined): Agent[] =>
  agents
    .filter(({ skillIds }) => skillId === undefined || skillIds.includes(skillId))
    .sort((a, b) => (a.id < b.id ? -1 : 1));

const lastOf = (agents: readonly Agent[], skillId: string, count: number): ReadonlySet<string> =>
  new Set(
    withSkill(agents, skillId)
      .slice(-count)
      .map(({ id }) => id),
  );

function without(problem: RosterProblem, gone: ReadonlySet<string>): RosterProblem {
  const here = <T extends { readonly agentId: string }>(rows: readonly T[]): T[] =>
    rows.filter(({ agentId }) => !gone.has(agentId));
  return {
    ...problem,
    agents: problem.agents.filter(({ id }) => !gone.has(id)),
    timeOff: here(problem.timeOff),
    preferences: here(problem.preferences),
    history: here(problem.history),
    fixedShifts: here(problem.fixedShifts),
    ...(problem.earlier && { earlier: here(problem.earlier) }),
  };
}

/** So many of those who could be away, the first by id; what they would have worked on is planned without them. */
function withAbsence(
  problem: RosterProblem,
  { skillId, fromOn, untilOn, agents, fraction = 0 }: Extract<ScenarioChange, { kind: 'absence' }>,
): RosterProblem {
  const all = withSkill(problem.agents, skillId);
  const away = all.slice(0, agents ?? Math.round(all.length * fraction));
  const timeOff = away.map(({ id, zone }): TimeOff => ({
    agentId: id,
    startAt: startOfLocalDay(fromOn, zone),
    endAt: startOfLocalDay(untilOn ?? addDays(fromOn, 1), zone),
    paidMinutes: 0,
  }));
  const ids = new Set(away.map(({ id }) => id));
  const hits = (shift: { agentId: string; startAt: number; endAt: number }) =>
    ids.has(shift.agentId) && timeOff.some((one) => one.startAt < shift.endAt && shift.startAt < one.endAt);
  return {
    ...problem,
    timeOff: [...problem.timeOff, ...timeOff],
    fixedShifts: problem.fixedShifts.filter((shift) => !hits(shift)),
  };
}

function withHours(
  problem: RosterProblem,
  { contractId, factor, paidHoursPerWeek }: Extract<ScenarioChange, { kind: 'contract' }>,
): RosterProblem {
  const contracts = problem.contracts.map((contract) => {
    if (contractId !== undefined && contract.id !== contractId) return contract;
    const times = factor ?? ((paidHoursPerWeek ?? 0) * 60) / Math.max(1, contract.weeklyMinutesMax);
    return {
      ...contract,
      weeklyMinutesMin: Math.round(contract.weeklyMinutesMin * times),
      weeklyMinutesMax: Math.round(contract.weeklyMinutesMax * times),
    };
  });
  return { ...problem, contracts };
}

function withLaw(
  problem: RosterProblem,
  { packId, agreements = [] }: Extract<ScenarioChange, { kind: 'law-pack' }>,
): RosterProblem {
  const sites = [...new Set(problem.agents.flatMap(({ siteId }) => siteId ?? []))];
  const choice = { packId, agreements, fromOn: problem.startsOn };
  const law = sites.flatMap((siteId) => lawRuleSettings(choice, { on: problem.startsOn, siteId }));
  return { ...problem, rules: [...problem.rules.filter(({ source }) => source === undefined), ...law] };
}
