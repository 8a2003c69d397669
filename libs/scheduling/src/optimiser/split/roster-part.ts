import { addDays, daysBetween, localDateOf } from '@yotei/time';
import {
  demandOnSlots,
  selectAgents,
  selects,
  coverageGrid,
  type Agent,
  type KeptParts,
  type ObjectiveSettings,
  type QueueDemand,
  type RosterProblem,
  type Session,
  type Shift,
  type TeamRuleSetting,
} from '../../roster/index.js';

/** A piece of a problem that can be planned apart: some agents, the demand left to them, and some weeks. Plain data. */
export interface RosterPart {
  /** `1`, `2`, … in the order of the split. */
  readonly id: string;
  readonly agentIds: readonly string[];
  /** Demand of the part over the whole horizon. */
  readonly demand: readonly QueueDemand[];
  readonly firstWeek: number;
  readonly weeks: number;
  /** Rules across agents as the part holds them, where they are shared with other parts; the problem's own without it. */
  readonly teamRules?: readonly TeamRuleSetting[];
  /** Parts whose shifts it builds on, so that they must be planned before. */
  readonly after: readonly string[];
}

/**
 * The problem of one part. `before` are shifts of other parts or of an assumed roster: those that start before the part's
 * first week are history to it. Settings that name other agents only are left out.
 */
export function partProblem(problem: RosterProblem, part: RosterPart, before: readonly Shift[] = []): RosterProblem {
  const chosen = new Set(part.agentIds);
  const ours = <T extends { readonly agentId: string }>(items: readonly T[]): T[] =>
    items.filter(({ agentId }) => chosen.has(agentId));
  const agents = problem.agents.filter(({ id }) => chosen.has(id));
  const whole = part.firstWeek === 0 && part.weeks === problem.weeks;
  const dayOf = dayFinder(problem);
  const [first, end] = [part.firstWeek * 7, (part.firstWeek + part.weeks) * 7];
  const inside = (shift: Shift) => whole || (dayOf(shift) >= first && dayOf(shift) < end);
  return {
    ...problem,
    agents,
    startsOn: addDays(problem.startsOn, first),
    weeks: part.weeks,
    demand: whole ? part.demand : part.demand.map((queue) => demandOfWeeks(problem, part, queue)),
    timeOff: ours(problem.timeOff),
    preferences: ours(problem.preferences),
    history: [...ours(problem.history), ...ours(before).filter((shift) => dayOf(shift) < first)],
    fixedShifts: ours(problem.fixedShifts).filter(inside),
    ...(problem.kept && { kept: keptOf(problem.kept, ours) }),
    ...(problem.objective && { objective: objectiveOf(problem.objective, ours, chosen) }),
    ...(problem.teamRules && {
      teamRules:
        part.teamRules ??
        problem.teamRules.filter(({ who, partners }) => means(agents, who) || means(agents, partners)),
    }),
    ...(problem.sessions && { sessions: problem.sessions.filter((session) => isWhole(problem, chosen, session)) }),
  };
}

/** Day of the horizon on which a shift starts by its agent's clock. */
function dayFinder(problem: RosterProblem): (shift: Shift) => number {
  const zones = new Map(problem.agents.map(({ id, zone }) => [id, zone]));
  return ({ agentId, startAt }) =>
    daysBetween(problem.startsOn, localDateOf(startAt, zones.get(agentId) ?? problem.zone));
}

function means(agents: readonly Agent[], who: Parameters<typeof selects>[0] | undefined): boolean {
  return who !== undefined && agents.some((agent) => selects(who, agent));
}

/** Whether the session is the part's alone. One over several parts is placed when the whole is planned on. */
function isWhole({ agents }: RosterProblem, chosen: ReadonlySet<string>, { who }: Pick<Session, 'who'>): boolean {
  const meant = selectAgents(who, agents);
  return meant.length > 0 && meant.every(({ id }) => chosen.has(id));
}

/** The weeks' slots on the coverage grid; demand by longer intervals is spread over their slots. */
function demandOfWeeks(problem: RosterProblem, part: RosterPart, queue: QueueDemand): QueueDemand {
  const span = { ...problem, startsOn: addDays(problem.startsOn, part.firstWeek * 7), weeks: part.weeks };
  const grid = coverageGrid(span);
  return { ...queue, grid, agentsToRoster: [...demandOnSlots(queue, grid)] };
}

type Ours = <T extends { readonly agentId: string }>(items: readonly T[]) => T[];

function keptOf(kept: KeptParts, ours: Ours): KeptParts {
  return { ...kept, days: ours(kept.days), weeks: ours(kept.weeks) };
}

function objectiveOf(objective: ObjectiveSettings, ours: Ours, chosen: ReadonlySet<string>): ObjectiveSettings {
  const { fairness, stabilityBase, money } = objective;
  return {
    ...objective,
    ...(fairness?.memory && { fairness: { ...fairness, memory: ours(fairness.memory) } }),
    ...(stabilityBase && { stabilityBase: { ...stabilityBase, shifts: ours(stabilityBase.shifts) } }),
    ...(money && {
      money: { ...money, hourly: money.hourly.filter(({ agentId }) => agentId === undefined || chosen.has(agentId)) },
    }),
  };
}
