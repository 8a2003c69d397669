import { explainRequirement, judgedGoals } from './explain-requirement.js';
import { DEFAULT_LOAD_METHOD } from '../changing-load/interval-loads.js';
import { loadErlangs } from '../load.js';
import { performanceOf } from '../performance.js';
import { TOLERANCE } from '../rounding.js';
import { clausesOf } from './director-clauses.js';
import { explainedInterval, type ExplainedInterval } from './explained-interval.js';
import { loadFormula, modelFormulas, rosterFormula } from './model-formulas.js';
import type { ShownFormula } from './shown-formula.js';
import { staffingCurve, type StaffingCurve } from './staffing-curve.js';
import type { AgentEffect, ExplainStaffingInput, StaffingExplanation, StaffingStep } from './staffing-explanation.js';

/** What one number of agents gives, by the figures of `performanceOf`. */
function effectOf(input: ExplainStaffingInput, { model, load, parts, chanceOf }: ExplainedInterval) {
  const { goal } = input.plan;
  return (agents: number): AgentEffect => ({
    agents,
    performance: performanceOf(model.id, load, agents, goal),
    goals: judgedGoals(parts, model.performance(load, agents)),
    chanceFraction: chanceOf ? chanceOf(agents) : null,
  });
}

function loadMethodStep(input: ExplainStaffingInput, { load, ownErlangs }: ExplainedInterval): readonly StaffingStep[] {
  const method = input.plan.loadMethod ?? DEFAULT_LOAD_METHOD;
  if (input.staffedErlangs === undefined || method === 'interval') return [];
  return [{ id: 'load-method', method, ownErlangs, staffedErlangs: loadErlangs(load) }];
}

function uncertainStep(input: ExplainStaffingInput, found: ExplainedInterval): readonly StaffingStep[] {
  const { pointAgents, agents, chanceOf } = found;
  const staffedFor = input.plan.staffedFor ?? { kind: 'point' };
  if (staffedFor.kind === 'point' || pointAgents === null || agents === null) return [];
  const chance = (count: number): number | null => chanceOf?.(count) ?? null;
  return [
    {
      id: 'uncertain-load',
      staffedFor,
      pointAgents,
      agents,
      chanceFraction: chance(agents),
      pointChanceFraction: chance(pointAgents),
    },
  ];
}

/** Of those scheduled, how many are there on average once shrinkage has struck, rounded down. */
function presentOf(scheduledAgents: number, { keptFraction }: ExplainedInterval): number {
  return Math.floor(scheduledAgents * keptFraction * (1 + TOLERANCE));
}

function scheduledStep(scheduledAgents: number | undefined, found: ExplainedInterval): readonly StaffingStep[] {
  if (scheduledAgents === undefined || found.toRoster === null) return [];
  const staffingGap = scheduledAgents - found.toRoster;
  return [{ id: 'scheduled', scheduledAgents, staffingGap, presentAgents: presentOf(scheduledAgents, found) }];
}

/** The line of recovery; none where the plan keeps nothing free. */
export function recoverySteps(
  { recovery }: ExplainStaffingInput['plan'],
  contacts: number,
  agentsAfter: number,
): readonly StaffingStep[] {
  if (!recovery || recovery.minutesPerHardContact === 0 || recovery.hardFraction === 0 || !(contacts > 0)) return [];
  const { minutesPerHardContact, hardFraction } = recovery;
  return [{ id: 'recovery', hardContacts: contacts * hardFraction, minutesPerHardContact, agentsAfter }];
}

function rosterSteps(input: ExplainStaffingInput, found: ExplainedInterval): readonly StaffingStep[] {
  const { agents, reasons, toRoster, keptFraction, recovering } = found;
  if (agents === null || toRoster === null) return [];
  let agentsAfter = agents + recovering;
  const byReason = reasons.map(({ id, fraction }): StaffingStep => {
    agentsAfter /= 1 - fraction;
    return { id: 'shrinkage-reason', reasonId: id, fraction, agentsAfter };
  });
  return [
    ...recoverySteps(input.plan, found.load.contacts, agents + recovering),
    ...byReason,
    {
      id: 'shrinkage',
      shrinkageFraction: 1 - keptFraction,
      agentsBeforeRounding: (agents + recovering) / keptFraction,
    },
    { id: 'to-roster', agentsToRoster: toRoster },
    ...scheduledStep(input.scheduledAgents, found),
  ];
}

function stepsOf(input: ExplainStaffingInput, found: ExplainedInterval): readonly StaffingStep[] {
  const { modelId, goal } = input.plan;
  const own = explainRequirement({ modelId, load: found.load, goal, shrinkageFraction: 0 });
  const rest = own.filter(({ id }) => id !== 'shrinkage' && id !== 'to-roster');
  return rest.flatMap((step): readonly StaffingStep[] => {
    // What is forecast comes first, whatever the load method makes of it.
    if (step.id === 'contacts') return [{ ...step, contacts: input.contacts }];
    if (step.id === 'load') return [{ ...step, loadErlangs: found.ownErlangs }, ...loadMethodStep(input, found)];
    const isLast = step.id === 'enough' || step.id === 'no-contacts';
    return isLast ? [step, ...uncertainStep(input, found), ...rosterSteps(input, found)] : [step];
  });
}

function formulasOf(input: ExplainStaffingInput, found: ExplainedInterval): readonly ShownFormula[] {
  const { model, load, agents, reasons, toRoster, recovering } = found;
  const own = loadFormula({ ...load, contacts: input.contacts });
  if (agents === null || toRoster === null || agents === 0) return [own];
  return [
    own,
    ...modelFormulas(model, load, { agents, goal: input.plan.goal, isCarried: load.contacts !== input.contacts }),
    ...(reasons.length > 0 || recovering > 0
      ? [rosterFormula({ agents, recovering, toRoster, fractions: reasons.map(({ fraction }) => fraction) })]
      : []),
  ];
}

function curveOf(input: ExplainStaffingInput, found: ExplainedInterval): StaffingCurve | null {
  const { model, load, parts, agents, chanceOf } = found;
  if (loadErlangs(load) === 0) return null;
  const { scheduledAgents } = input;
  return staffingCurve({
    model,
    load,
    goal: input.plan.goal,
    parts,
    answer: agents,
    presentAgents: scheduledAgents === undefined ? undefined : presentOf(scheduledAgents, found),
    chanceOf,
  });
}

/**
 * Why an interval needs so many agents: the steps, the formulas with letters and numbers, the curve around the
 * answer, what one agent more or fewer changes, and the sentence for a director. Holds for every model that answers
 * interval by interval and for every plan; the figures are those of `requiredAgents` and `performanceOf`. Throws for
 * what they throw for. See docs/methods/explanation.md.
 */
export function explainStaffing(input: ExplainStaffingInput): StaffingExplanation {
  const found = explainedInterval(input);
  const { agents } = found;
  const effect = effectOf(input, found);
  const explanation: Omit<StaffingExplanation, 'sentence'> = {
    modelId: found.model.id,
    requiredAgents: agents,
    agentsToRoster: found.toRoster,
    load: found.load,
    steps: stepsOf(input, found),
    formulas: formulasOf(input, found),
    curve: curveOf(input, found),
    effects:
      agents === null || agents === 0
        ? null
        : { fewer: effect(agents - 1), answer: effect(agents), more: effect(agents + 1) },
  };
  return { ...explanation, sentence: clausesOf(input, explanation) };
}
