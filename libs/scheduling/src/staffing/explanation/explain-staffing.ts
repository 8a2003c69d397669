import { staffingModel } from '../catalogue.js';
import { explainRequirement, judgedGoals } from '../explain-requirement.js';
import { loadErlangs } from '../load.js';
import { performanceOf } from '../performance.js';
import { applicableGoals, requiredAgents } from '../required-agents.js';
import { agentsToRoster, TOLERANCE } from '../rounding.js';
import type { StaffingLoad, StaffingModel } from '../staffing-model.js';
import { clausesOf } from './director-clauses.js';
import { loadFormula, modelFormulas, rosterFormula } from './model-formulas.js';
import type { ShownFormula } from './shown-formula.js';
import { staffingCurve } from './staffing-curve.js';
import type {
  AgentEffect,
  AppliedShrinkage,
  ExplainStaffingInput,
  StaffingExplanation,
  StaffingStep,
} from './staffing-explanation.js';

/** The load the model is asked about: the forecast's, with the contacts that would keep the staffed load up. */
export function staffedLoad(input: ExplainStaffingInput): StaffingLoad {
  const { plan, contacts, intervalSeconds, averageHandleSeconds, staffedErlangs } = input;
  const own: StaffingLoad = {
    contacts,
    intervalSeconds,
    averageHandleSeconds,
    patienceSeconds: plan.patienceSeconds,
    concurrency: plan.concurrency,
    slowdownFraction: plan.slowdownFraction,
    lines: plan.lines,
    redialFraction: plan.redialFraction,
  };
  const handle = own.averageHandleSeconds;
  if (staffedErlangs === undefined || handle === 0) return own;
  // Kept as it is where the method changed nothing, so that no rounding creeps in.
  if (Math.abs(staffedErlangs - loadErlangs(own)) <= TOLERANCE * Math.max(1, staffedErlangs)) return own;
  return { ...own, contacts: (staffedErlangs * intervalSeconds) / handle };
}

export function keptFraction(shrinkage: readonly AppliedShrinkage[]): number {
  return shrinkage.reduce((kept, { fraction }) => kept * (1 - fraction), 1);
}

function reasonsOf({ plan, shrinkage }: ExplainStaffingInput): readonly AppliedShrinkage[] {
  const reasons = shrinkage ?? (plan.shrinkage ?? []).filter(({ planned }) => !planned);
  return reasons.filter(({ fraction }) => fraction > 0);
}

function effectOf(
  model: StaffingModel,
  load: StaffingLoad,
  at: { input: ExplainStaffingInput; agents: number },
): AgentEffect {
  const { input, agents } = at;
  const state = model.performance(load, agents);
  return {
    agents,
    performance: performanceOf(model.id, load, agents, input.plan.goal),
    goals: judgedGoals(applicableGoals(model, input.plan.goal), state),
    chanceFraction: input.chanceOf ? input.chanceOf(agents) : null,
  };
}

/** The agents needed: the requirement's where it says so, else the least for the load. Null: none reaches the goal. */
function answerOf(input: ExplainStaffingInput, load: StaffingLoad): { point: number | null; agents: number | null } {
  const answer = requiredAgents(input.plan.modelId, load, input.plan.goal);
  const point = answer.kind === 'staffed' ? answer.agents : null;
  return { point, agents: point === null ? null : (input.requiredAgents ?? point) };
}

interface Found {
  readonly load: StaffingLoad;
  readonly reasons: readonly AppliedShrinkage[];
  readonly point: number | null;
  readonly agents: number | null;
  readonly toRoster: number | null;
}

function beforeModel(input: ExplainStaffingInput, load: StaffingLoad): readonly StaffingStep[] {
  const method = input.plan.loadMethod;
  if (input.staffedErlangs === undefined || method === undefined || method === 'interval') return [];
  const ownErlangs = loadErlangs({ ...load, contacts: input.contacts });
  return [{ id: 'load-method', method, ownErlangs, staffedErlangs: input.staffedErlangs }];
}

function uncertainStep(input: ExplainStaffingInput, { point, agents }: Found): readonly StaffingStep[] {
  const staffedFor = input.plan.staffedFor ?? { kind: 'point' };
  if (staffedFor.kind === 'point' || point === null || agents === null) return [];
  const chance = (count: number): number | null => input.chanceOf?.(count) ?? null;
  return [
    {
      id: 'uncertain-load',
      staffedFor,
      pointAgents: point,
      agents,
      chanceFraction: chance(agents),
      pointChanceFraction: chance(point),
    },
  ];
}

function rosterSteps(input: ExplainStaffingInput, { agents, reasons, toRoster }: Found): readonly StaffingStep[] {
  if (agents === null || toRoster === null) return [];
  const kept = keptFraction(reasons);
  const byReason = reasons.map(({ id, fraction }, index): StaffingStep => ({
    id: 'shrinkage-reason',
    reasonId: id,
    fraction,
    agentsAfter: agents / keptFraction(reasons.slice(0, index + 1)),
  }));
  const scheduled = input.scheduledAgents;
  return [
    ...byReason,
    { id: 'shrinkage', shrinkageFraction: 1 - kept, agentsBeforeRounding: agents / kept },
    { id: 'to-roster', agentsToRoster: toRoster },
    ...(scheduled === undefined
      ? []
      : [
          {
            id: 'scheduled' as const,
            scheduledAgents: scheduled,
            staffingGap: scheduled - toRoster,
            presentAgents: presentOf(scheduled, reasons),
          },
        ]),
  ];
}

function presentOf(scheduledAgents: number, reasons: readonly AppliedShrinkage[]): number {
  return Math.floor(scheduledAgents * keptFraction(reasons) * (1 + TOLERANCE));
}

function stepsOf(input: ExplainStaffingInput, found: Found): readonly StaffingStep[] {
  const { load } = found;
  const { modelId, goal } = input.plan;
  const own = explainRequirement({ modelId, load, goal, shrinkageFraction: 0 });
  const rest = own.filter(({ id }) => id !== 'shrinkage' && id !== 'to-roster');
  return rest.flatMap((step): readonly StaffingStep[] => {
    // What is forecast comes first, whatever the load method makes of it.
    if (step.id === 'contacts') return [{ ...step, contacts: input.contacts }];
    if (step.id === 'load')
      return [
        { ...step, loadErlangs: loadErlangs({ ...load, contacts: input.contacts }) },
        ...beforeModel(input, load),
      ];
    const isLast = step.id === 'enough' || step.id === 'no-contacts';
    return isLast ? [step, ...uncertainStep(input, found), ...rosterSteps(input, found)] : [step];
  });
}

function formulasOf(input: ExplainStaffingInput, found: Found, model: StaffingModel): readonly ShownFormula[] {
  const { load, agents, reasons, toRoster } = found;
  const own = loadFormula({ ...load, contacts: input.contacts });
  if (agents === null || toRoster === null || agents === 0) return [own];
  return [
    own,
    ...modelFormulas(model, load, { agents, goal: input.plan.goal }),
    rosterFormula({ agents, toRoster, fractions: reasons.map(({ fraction }) => fraction) }),
  ];
}

/**
 * Why an interval needs so many agents: the steps, the formulas with letters and numbers, the curve around the
 * answer, what one agent more or fewer changes, and the sentence for a director. Holds for every model of the
 * catalogue and every plan; the figures are those of `requiredAgents` and `performanceOf`. Throws for what they
 * throw for. See docs/methods/explanation.md.
 */
export function explainStaffing(input: ExplainStaffingInput): StaffingExplanation {
  const { plan, scheduledAgents } = input;
  const model = staffingModel(plan.modelId);
  const load = staffedLoad(input);
  const reasons = reasonsOf(input);
  const { point, agents } = answerOf(input, load);
  const shrinkageFraction = 1 - keptFraction(reasons);
  const toRoster = agents === null ? null : (input.agentsToRoster ?? agentsToRoster(agents, shrinkageFraction));
  const found: Found = { load, reasons, point, agents, toRoster };
  const isEmpty = loadErlangs(load) === 0;
  const effect = (count: number): AgentEffect => effectOf(model, load, { input, agents: count });
  const effects =
    agents === null || agents === 0
      ? null
      : { fewer: effect(agents - 1), answer: effect(agents), more: effect(agents + 1) };
  const explanation: Omit<StaffingExplanation, 'sentence'> = {
    modelId: model.id,
    requiredAgents: agents,
    agentsToRoster: toRoster,
    load,
    steps: stepsOf(input, found),
    formulas: formulasOf(input, found, model),
    curve: isEmpty
      ? null
      : staffingCurve({
          model,
          load,
          goal: plan.goal,
          parts: applicableGoals(model, plan.goal),
          answer: agents,
          scheduledAgents: scheduledAgents === undefined ? undefined : presentOf(scheduledAgents, reasons),
          chanceOf: input.chanceOf,
        }),
    effects,
  };
  return { ...explanation, sentence: clausesOf(input, explanation) };
}
