import { staffingModel } from './catalogue.js';
import { checkLoad, loadErlangs } from './load.js';
import { performanceFrom, type StaffingPerformance } from './performance.js';
import { goalParts, meetsGoal, type GoalPart } from './service-goal.js';
import type { ServiceGoal, StaffingLoad, StaffingModel } from './staffing-model.js';

/**
 * Why no number of agents answers: a certainty (service level 1, no wait, no abandonment, no occupancy) that a
 * random queue never gives, or a service level that rises when contacts give up, so that nobody at all would
 * "meet" it; give such a variant a maxAbandonmentFraction or another goal beside it.
 */
export type GoalUnreachableReason = 'certainty' | 'met-by-abandonment';

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
  model: StaffingModel,
  goal: ServiceGoal,
  parts: readonly GoalPart[],
): GoalUnreachableReason | null {
  const leaves = model.parameters.some(({ key }) => key === 'patienceSeconds');
  for (const { measure, side, target } of parts) {
    if (side === 'at-least' && target >= 1) return 'certainty';
    // Nothing abandons or is blocked in some models: a limit of 0 then holds by itself.
    const byItself = (measure === 'abandonment' && !leaves) || (measure === 'blocking' && model.id !== 'erlang-b');
    if (side === 'at-most' && target <= 0 && !byItself) return 'certainty';
  }
  const hides = leaves && parts.length === 1 && parts[0]!.measure === 'service-level';
  return hides && HIDES_ABANDONMENT.has(goal.serviceLevelVariant) ? 'met-by-abandonment' : null;
}

/** Whole numbers are exact far beyond this; a goal that needs more is out of all proportion. */
const MAX_AGENTS = 1e12;

/**
 * Smallest whole number ≥ `floor` that meets, given that more agents never do worse: doubles the step away from
 * `start` until the answer is enclosed, then halves. Null when not even {@link MAX_AGENTS} meet.
 */
function leastMeeting(floor: number, start: number, meets: (agents: number) => boolean): number | null {
  let fails = floor - 1;
  let holds = Math.min(MAX_AGENTS, Math.max(floor, start));
  let step = 1;
  if (meets(holds)) {
    for (let below = holds - step; below > fails; below = holds - step) {
      if (!meets(below)) {
        fails = below;
        break;
      }
      holds = below;
      step *= 2;
    }
  } else {
    do {
      if (holds >= MAX_AGENTS) return null;
      fails = holds;
      holds = Math.min(MAX_AGENTS, holds + step);
      step *= 2;
    } while (!meets(holds));
  }
  while (holds - fails > 1) {
    const middle = Math.floor((holds + fails) / 2);
    if (meets(middle)) holds = middle;
    else fails = middle;
  }
  return holds;
}

/**
 * The least agents with which the model meets all goals given: `staffed` with what they give, or why there is no
 * such number. No load needs no agents. Ties are met within one part in 10⁹. Throws for mistakes (negative load,
 * goal outside 0..1, no goal at all, unknown model).
 */
export function requiredAgents(modelId: string, load: StaffingLoad, goal: ServiceGoal): StaffingAnswer {
  const model = staffingModel(modelId);
  checkLoad(load);
  const parts = applicableGoals(model, goal);
  const erlangs = loadErlangs(load);
  if (erlangs === 0)
    return { kind: 'staffed', agents: 0, performance: performanceFrom(model, load, { agents: 0, goal }) };
  const reason = unreachable(model, goal, parts);
  if (reason) return { kind: 'goal-unreachable', reason };
  const meets = (agents: number): boolean => {
    const state = model.performance(load, agents);
    return parts.every((part) => meetsGoal(part, state));
  };
  const agents = leastMeeting(model.leastStableAgents(load), model.likelyAgents(load, goal), meets);
  if (agents === null) return { kind: 'goal-unreachable', reason: 'certainty' };
  return { kind: 'staffed', agents, performance: performanceFrom(model, load, { agents, goal }) };
}

/** What so many agents give: `staffed` with the measures, or `unstable-load` where the model has no steady state. */
export function evaluateAgents(
  modelId: string,
  load: StaffingLoad,
  options: { agents: number; goal?: ServiceGoal },
): StaffingAnswer {
  const performance = performanceFrom(staffingModel(modelId), load, options);
  const { agents } = options;
  if (!performance.stable) return { kind: 'unstable-load', loadErlangs: performance.loadErlangs, agents };
  return { kind: 'staffed', agents, performance };
}
