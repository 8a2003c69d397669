import { staffingModel } from '../catalogue.js';
import { applicableGoals } from '../required-agents.js';
import type { ServiceGoal } from '../staffing-model.js';
import type { StaffedFor } from '../plan/staffing-plan.js';
import type { UncertainLoad } from './agents-under-risk.js';
import { intervalRisk, type IntervalRisk } from './interval-risk.js';
import { leastWhole } from './least-whole.js';
import { marginsMeet } from './margin.js';
import { presenceOf } from './presence.js';

/**
 * The least agents to schedule when each shows only with that probability, so that what the plan is staffed for holds
 * with the number who come taken as binomial (Whitt 2006): `point` and `expected` on average over who comes (and over
 * the rate), `chance` with that probability over both. At least `requiredAgents`; more than required / show fraction
 * in small teams, whose numbers swing most. Null when no number does.
 */
export function agentsWithAbsence(
  modelId: string,
  { load, rateCv }: UncertainLoad,
  options: {
    readonly goal: ServiceGoal;
    readonly staffedFor: StaffedFor;
    readonly requiredAgents: number;
    readonly showFraction: number;
  },
): number | null {
  const { goal, staffedFor, requiredAgents, showFraction } = options;
  if (requiredAgents === 0 || load.contacts === 0) return requiredAgents;
  const model = staffingModel(modelId);
  const parts = applicableGoals(model, goal);
  const uncertain = staffedFor.kind !== 'point' && rateCv > 0;
  const task = { model, parts, load, rateCv: uncertain ? rateCv : 0, contacts: load.contacts };
  const known = new Map<number, IntervalRisk>();
  const riskOf = (agents: number): IntervalRisk => {
    let risk = known.get(agents);
    if (!risk) {
      risk = intervalRisk(task, agents);
      known.set(agents, risk);
    }
    return risk;
  };
  return leastWhole(requiredAgents, requiredAgents / showFraction, (scheduled) => {
    const presence = presenceOf(scheduled, showFraction);
    const mean = (valueOf: (risk: IntervalRisk) => number): number =>
      presence.reduce((sum, { agents, share }) => sum + share * valueOf(riskOf(agents)), 0);
    if (staffedFor.kind === 'chance') {
      return mean((risk) => risk.chanceToMeet) >= staffedFor.chanceFraction * (1 - 1e-9);
    }
    return marginsMeet(
      parts,
      parts.map((_, goalIndex) => mean((risk) => risk.meanMargins[goalIndex]!)),
    );
  });
}
