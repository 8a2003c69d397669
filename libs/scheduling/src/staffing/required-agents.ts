import { staffingModel } from './catalogue.js';
import { checkLoad, loadErlangs } from './load.js';
import { performanceFrom, performanceOf, type StaffingPerformance } from './performance.js';
import { goalParts, meetsGoal, type GoalPart } from './service-goal.js';
import type { LeastAgents, ServiceGoal, StaffingLoad, StaffingModel } from './staffing-model.js';

/**
 * Why no number of agents answers: a certainty (service level 1, no wait, no abandonment, no occupancy) that a
 * random queue never gives; or a service level that rises when contacts give up, so that nobody at all would
 * "meet" it (give such a variant a maxAbandonmentFraction or another goal beside it); or lines so few that even an
 * agent for each of them turns too many away.
 */
export type GoalUnreachableReason = 'certainty' | 'met-by-abandonment' | 'too-few-lines';

export type StaffingAnswer =
  | { readonly kind: 'staffed'; readonly agents: number; readonly performance: StaffingPerformance }
  | { readonly kind: 'unstable-load'; readonly loadErlangs: number; readonly agents: number }
  | { readonly kind: 'goal-unreachable'; readonly reason: GoalUnreachableReason };

const HIDES_ABANDONMENT: ReadonlySet<string | undefined> = new Set([
  'answered-or-abandoned-of-offered',
  'answered-of-answered',
  'answered-or-abandoned-in-5s-of-offered',
]);

/** The goals that apply: those given, or the model's own. Throws when nothing is left to decide by. */
export function applicableGoals(model: StaffingModel, goal: ServiceGoal): readonly GoalPart[] {
  const parts = goalParts(goal, model.judges);
  if (parts.length > 0) return parts;
  if (model.ownGoal) return goalParts(model.ownGoal, model.judges);
  throw new RangeError(
    `goal (${JSON.stringify(goal)}) must hold one of ${model.judges.join(', ')} for ${model.id}; use for example 80/20`,
  );
}

function unreachable(
  { model, load }: { model: StaffingModel; load: StaffingLoad },
  goal: ServiceGoal,
  parts: readonly GoalPart[],
): GoalUnreachableReason | null {
  const losses: readonly string[] = model.losses?.(load) ?? [];
  for (const { measure, side, target } of parts) {
    if (side === 'at-least' && target >= 1) return 'certainty';
    // Nothing abandons or is blocked in some models: a limit of 0 then holds by itself.
    const byItself = (measure === 'abandonment' || measure === 'blocking') && !losses.includes(measure);
    if (side === 'at-most' && target <= 0 && !byItself) return 'certainty';
  }
  const hides = losses.includes('abandonment') && parts.length === 1 && parts[0]!.measure === 'service-level';
  return hides && HIDES_ABANDONMENT.has(goal.serviceLevelVariant) ? 'met-by-abandonment' : null;
}

/** Whole numbers are exact far beyond this; a goal that needs more is out of all proportion. */
const MAX_AGENTS = 1e12;

/** Any agents that meet and a smaller number that does not, found by doubling the step away from `start`. */
function enclose(
  floor: number,
  start: number,
  attempt: (agents: number) => LeastAgents | null,
): { fails: number; meeting: LeastAgents } | null {
  let agents = Math.min(MAX_AGENTS, Math.max(floor, start));
  let meeting = attempt(agents);
  let step = 1;
  if (meeting) {
    for (; meeting.agents - step >= floor; step *= 2) {
      const fewer = attempt(meeting.agents - step);
      if (!fewer) return { fails: meeting.agents - step, meeting };
      meeting = fewer;
    }
    return { fails: floor - 1, meeting };
  }
  let fails = agents;
  for (; !meeting; step *= 2) {
    if (agents >= MAX_AGENTS) return null;
    fails = agents;
    agents = Math.min(MAX_AGENTS, agents + step);
    meeting = attempt(agents);
  }
  return { fails, meeting };
}

/**
 * The smallest whole number ≥ `floor` that meets, given that more agents never do worse. Null when not even
 * {@link MAX_AGENTS} meet.
 */
function leastMeeting(
  floor: number,
  start: number,
  attempt: (agents: number) => LeastAgents | null,
): LeastAgents | null {
  const enclosed = enclose(floor, start, attempt);
  if (!enclosed) return null;
  let { fails, meeting } = enclosed;
  while (meeting.agents - fails > 1) {
    const middle = Math.floor((meeting.agents + fails) / 2);
    const found = attempt(middle);
    if (found) meeting = found;
    else fails = middle;
  }
  return meeting;
}

/**
 * The least agents that meet all parts. Where more agents can turn more contacts away, the least by the other parts is
 * tried first: if it does not turn too many away, it is the answer, though larger numbers may not be one.
 */
function leastOf(
  { model, load }: { model: StaffingModel; load: StaffingLoad },
  parts: readonly GoalPart[],
  start: number,
): LeastAgents | null {
  const seek = (sought: readonly GoalPart[]): LeastAgents | null =>
    leastMeeting(model.leastStableAgents(load), start, (agents) => {
      const state = model.performance(load, agents);
      for (const part of sought) if (!meetsGoal(part, state)) return null;
      return { agents, state };
    });
  if (model.uneven?.(load)) {
    const first = seek(parts.filter(({ even }) => even));
    if (first && parts.every((part) => meetsGoal(part, first.state))) return first;
  }
  return seek(parts);
}

/** What {@link requiredAgents} finds, before anything is made of it: the agents, or why there are none. */
function leastAgents(modelId: string, load: StaffingLoad, goal: ServiceGoal): LeastAgents | GoalUnreachableReason {
  const model = staffingModel(modelId);
  checkLoad(load);
  return model.leastAgents?.(load, goal) ?? leastBySearch(model, load, goal);
}

function leastBySearch(
  model: StaffingModel,
  load: StaffingLoad,
  goal: ServiceGoal,
): LeastAgents | GoalUnreachableReason {
  const parts = applicableGoals(model, goal);
  if (loadErlangs(load) === 0) return { agents: 0, state: model.performance(load, 0) };
  const reason = unreachable({ model, load }, goal, parts);
  if (reason) return reason;
  const least = leastOf({ model, load }, parts, model.likelyAgents(load, goal));
  return least ?? (load.lines === undefined ? 'certainty' : 'too-few-lines');
}

/**
 * The least agents with which the model meets all goals given: `staffed` with what they give, or why there is no
 * such number. No load needs no agents. Ties are met within one part in 10⁹. Throws for mistakes (negative load,
 * goal outside 0..1, no goal at all, unknown model).
 */
export function requiredAgents(modelId: string, load: StaffingLoad, goal: ServiceGoal): StaffingAnswer {
  const least = leastAgents(modelId, load, goal);
  if (typeof least === 'string') return { kind: 'goal-unreachable', reason: least };
  const { agents, state } = least;
  return { kind: 'staffed', agents, performance: performanceFrom(state, load, { agents, goal }) };
}

/**
 * The agents of {@link requiredAgents} alone, for whoever asks often and reads no measures (searches, curves, what-if
 * tables): NaN where no number of agents answers. Throws for the same mistakes.
 */
export function requiredAgentCount(modelId: string, load: StaffingLoad, goal: ServiceGoal): number {
  const least = leastAgents(modelId, load, goal);
  return typeof least === 'string' ? Number.NaN : least.agents;
}

/** What so many agents give: `staffed` with the measures, or `unstable-load` where the model has no steady state. */
export function evaluateAgents(
  modelId: string,
  load: StaffingLoad,
  options: { agents: number; goal?: ServiceGoal },
): StaffingAnswer {
  const { agents, goal } = options;
  const performance = performanceOf(modelId, load, agents, goal);
  if (!performance.stable) return { kind: 'unstable-load', loadErlangs: performance.loadErlangs, agents };
  return { kind: 'staffed', agents, performance };
}
