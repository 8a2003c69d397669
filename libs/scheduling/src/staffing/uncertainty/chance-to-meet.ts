import { gridStaffingModel, staffingModel } from '../catalogue.js';
import { applicableGoals } from '../required-agents.js';
import type { StaffingPlan } from '../plan/staffing-plan.js';
import type { UncertainLoad } from './agents-under-risk.js';
import { intervalRisk } from './interval-risk.js';

/**
 * The chance that so many whole agents meet every goal of the plan over the uncertain rate of one interval, 0..1: what
 * `requirementOf` gives for the agents it finds, here for any number. NaN for models that answer for the whole grid and
 * where nothing is to be handled.
 */
export function chanceToMeetOf(plan: StaffingPlan, { load, rateCv }: UncertainLoad, agents: number): number {
  if (gridStaffingModel(plan.modelId) || load.contacts === 0 || Number.isNaN(rateCv)) return Number.NaN;
  const model = staffingModel(plan.modelId);
  const parts = applicableGoals(model, plan.goal);
  return intervalRisk({ model, parts, load, rateCv, contacts: load.contacts }, agents).chanceToMeet;
}
