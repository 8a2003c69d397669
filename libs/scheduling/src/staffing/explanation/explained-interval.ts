import type { Instant, ZoneId } from '@yotei/time';
import { staffingModel } from '../catalogue.js';
import { loadErlangs } from '../load.js';
import { applicableGoals, requiredAgents } from '../required-agents.js';
import { agentsToRoster, TOLERANCE } from '../rounding.js';
import type { GoalPart } from '../service-goal.js';
import { recoveryAgents } from '../requirement/recovery.js';
import { ShrinkageClock } from '../requirement/shrinkage.js';
import type { StaffingLoad, StaffingModel } from '../staffing-model.js';
import type { ShrinkageReason } from '../plan/staffing-plan.js';
import { agentsUnderRisk } from '../uncertainty/agents-under-risk.js';
import { chanceToMeetOf } from '../uncertainty/chance-to-meet.js';
import type { AppliedShrinkage, ExplainStaffingInput } from './staffing-explanation.js';

/** What is known of an interval before anything is said about it. */
export interface ExplainedInterval {
  readonly model: StaffingModel;
  /** What the model is asked about: the forecast's load, or that of the load method. */
  readonly load: StaffingLoad;
  readonly ownErlangs: number;
  readonly parts: readonly GoalPart[];
  /** The least agents were the forecast exact; null: none reaches the goals. */
  readonly pointAgents: number | null;
  readonly agents: number | null;
  readonly toRoster: number | null;
  /** On average recovering from hard contacts, so not on contacts. */
  readonly recovering: number;
  readonly reasons: readonly AppliedShrinkage[];
  /** Share of the paid time that is left. */
  readonly keptFraction: number;
  /** Absent where no spread of the forecast is known. */
  readonly chanceOf?: (agents: number) => number;
}

/** The forecast's load, with the contacts that would keep the staffed load up. */
function staffedLoad(input: ExplainStaffingInput, own: StaffingLoad): StaffingLoad {
  const { staffedErlangs, intervalSeconds } = input;
  const handleSeconds = own.averageHandleSeconds;
  if (staffedErlangs === undefined || Number.isNaN(staffedErlangs) || handleSeconds === 0) return own;
  // Kept as it is where the method changed nothing, so that no rounding creeps in.
  if (Math.abs(staffedErlangs - loadErlangs(own)) <= TOLERANCE * Math.max(1, staffedErlangs)) return own;
  return { ...own, contacts: (staffedErlangs * intervalSeconds) / handleSeconds };
}

const keptOf = (reasons: readonly AppliedShrinkage[]): number =>
  reasons.reduce((kept, { fraction }) => kept * (1 - fraction), 1);

/** The reasons at the interval's time, each for itself, and what all of them leave. */
function shrinkageOf(
  reasons: readonly ShrinkageReason[],
  at: { readonly startAt: Instant; readonly zone: ZoneId; readonly minutes: number } | undefined,
): { reasons: readonly AppliedShrinkage[]; keptFraction: number } {
  const unplanned = reasons.filter(({ planned, fraction }) => !planned && fraction > 0);
  if (!at) return { reasons: unplanned, keptFraction: keptOf(unplanned) };
  const lost = (some: readonly ShrinkageReason[]): number =>
    new ShrinkageClock(some, at.zone).fractionAt(at.startAt, at.minutes);
  const applied = unplanned.map((reason) => ({ id: reason.id, fraction: lost([reason]) }));
  return { reasons: applied.filter(({ fraction }) => fraction > 0), keptFraction: 1 - lost(unplanned) };
}

function chanceFunction(input: ExplainStaffingInput, load: StaffingLoad): ExplainedInterval['chanceOf'] {
  const { rateCv, plan, chanceOf } = input;
  if (chanceOf || rateCv === undefined || Number.isNaN(rateCv)) return chanceOf;
  return (agents) => chanceToMeetOf(plan, { load, rateCv }, agents);
}

/** The agents by the plan: those the requirement says, else by the spread of the rate, else the least for the load. */
function agentsOf(input: ExplainStaffingInput, load: StaffingLoad): number | null {
  const { plan, rateCv = Number.NaN } = input;
  if (input.requiredAgents !== undefined) return input.requiredAgents;
  const staffedFor = plan.staffedFor ?? { kind: 'point' };
  const answer = agentsUnderRisk(plan.modelId, { load, rateCv }, { goal: plan.goal, staffedFor });
  return answer.kind === 'staffed' ? answer.agents : null;
}

/** Looks up what an explanation speaks of. Throws for what `requiredAgents` throws for. */
export function explainedInterval(input: ExplainStaffingInput): ExplainedInterval {
  const { plan, contacts, intervalSeconds, averageHandleSeconds, at } = input;
  const model = staffingModel(plan.modelId);
  const own: StaffingLoad = {
    contacts,
    intervalSeconds,
    // Where nothing arrives the handle time is often not known.
    averageHandleSeconds: Number.isNaN(averageHandleSeconds) ? 0 : averageHandleSeconds,
    patienceSeconds: plan.patienceSeconds,
    concurrency: plan.concurrency,
    slowdownFraction: plan.slowdownFraction,
    lines: plan.lines,
    redialFraction: plan.redialFraction,
  };
  const load = staffedLoad(input, own);
  const point = requiredAgents(model.id, load, plan.goal);
  const pointAgents = point.kind === 'staffed' ? point.agents : null;
  const agents = pointAgents === null ? null : agentsOf(input, load);
  const found = input.shrinkage
    ? { reasons: input.shrinkage.filter(({ fraction }) => fraction > 0), keptFraction: keptOf(input.shrinkage) }
    : shrinkageOf(plan.shrinkage ?? [], at && { ...at, minutes: intervalSeconds / 60 });
  const recovering = recoveryAgents(plan, load.contacts, intervalSeconds / 60);
  return {
    model,
    load,
    ownErlangs: loadErlangs(own),
    parts: applicableGoals(model, plan.goal),
    pointAgents,
    agents,
    toRoster:
      agents === null ? null : (input.agentsToRoster ?? agentsToRoster(agents + recovering, 1 - found.keptFraction)),
    recovering,
    ...found,
    chanceOf: chanceFunction(input, load),
  };
}
