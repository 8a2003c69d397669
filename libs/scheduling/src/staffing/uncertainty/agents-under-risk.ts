import { applicableGoals, requiredAgentCount, requiredAgents, type StaffingAnswer } from '../required-agents.js';
import { performanceOf } from '../performance.js';
import { staffingModel } from '../catalogue.js';
import type { ServiceGoal, StaffingLoad } from '../staffing-model.js';
import type { StaffedFor } from '../plan/staffing-plan.js';
import { LEAST_CV, rateFactorOf } from './gamma-rate.js';
import { meetsOnAverage } from './interval-risk.js';
import { leastWhole } from './least-whole.js';

export interface UncertainLoad {
  readonly load: StaffingLoad;
  /** Relative standard deviation of the rate; NaN = not known, taken as certain. */
  readonly rateCv: number;
}

/** Throws for a chance outside 0 < q < 1, which no staffing gives. */
export function checkStaffedFor(staffedFor: StaffedFor): void {
  if (staffedFor.kind !== 'chance') return;
  const { chanceFraction: q } = staffedFor;
  if (!(q > 0 && q < 1)) throw new RangeError(`chanceFraction (${q}) must be above 0 and below 1; 90 % is 0.9`);
}

/** About so many deviations above its mean lies the rate whose agents meet the goal on average; only where the search starts. */
const LIKELY_SHARE = 0.3;

/**
 * The least agents for an uncertain rate, with what they give at its mean. `point` takes the mean as certain;
 * `expected` meets the goals on average over the rate, weighted by contacts (what a report over many days shows);
 * `chance` meets them with that probability, which is to staff that quantile of the rate, since every goal gets worse
 * as the rate grows (Jongbloed & Koole 2001). A rate whose spread is not known is taken as certain.
 */
export function agentsUnderRisk(
  modelId: string,
  { load, rateCv }: UncertainLoad,
  { goal, staffedFor }: { readonly goal: ServiceGoal; readonly staffedFor: StaffedFor },
): StaffingAnswer {
  checkStaffedFor(staffedFor);
  const certain = !(rateCv >= LEAST_CV) || load.contacts === 0;
  if (staffedFor.kind === 'point' || certain) return requiredAgents(modelId, load, goal);
  if (staffedFor.kind === 'chance') {
    const contacts = load.contacts * rateFactorOf(staffedFor.chanceFraction, rateCv);
    const agents = requiredAgentCount(modelId, { ...load, contacts }, goal);
    return Number.isNaN(agents)
      ? requiredAgents(modelId, { ...load, contacts }, goal)
      : staffedWith(modelId, load, { agents, goal });
  }
  const point = requiredAgents(modelId, load, goal);
  if (point.kind !== 'staffed') return point;
  const model = staffingModel(modelId);
  const parts = applicableGoals(model, goal);
  const task = { model, parts, load, rateCv, contacts: load.contacts };
  const likely = requiredAgentCount(modelId, { ...load, contacts: load.contacts * (1 + LIKELY_SHARE * rateCv) }, goal);
  const start = Number.isNaN(likely) ? point.agents : likely;
  const agents = leastWhole(1, start, (n) => meetsOnAverage(task, n));
  if (agents === null) return { kind: 'goal-unreachable', reason: 'certainty' };
  return agents === point.agents ? point : staffedWith(modelId, load, { agents, goal });
}

function staffedWith(
  modelId: string,
  load: StaffingLoad,
  options: { agents: number; goal: ServiceGoal },
): StaffingAnswer {
  return {
    kind: 'staffed',
    agents: options.agents,
    performance: performanceOf(modelId, load, options.agents, options.goal),
  };
}
