import { STAFFING_MODELS, staffingModel } from '../catalogue.js';
import { loadErlangs, missingParameters } from '../load.js';
import { performanceOf, type StaffingPerformance } from '../performance.js';
import { applicableGoals, requiredAgents, type GoalUnreachableReason } from '../required-agents.js';
import { agentsToRoster } from '../rounding.js';
import { goalParts, meetsGoal, type GoalPart } from '../service-goal.js';
import type { GoalMeasure, ServiceGoal, StaffingLoad, StaffingModel, SteadyState } from '../staffing-model.js';

export interface ExplainRequirementInput {
  readonly modelId: string;
  readonly load: StaffingLoad;
  readonly goal: ServiceGoal;
  readonly shrinkageFraction: number;
}

/** A goal, the value a number of agents gives it, and whether that is good enough. */
export interface JudgedGoal {
  readonly measure: GoalMeasure;
  readonly value: number;
  readonly target: number;
  readonly side: 'at-least' | 'at-most';
  readonly met: boolean;
}

/** One line of "why 14 agents?": an id for the words of any language, and the numbers. */
export type ExplanationStep =
  | { readonly id: 'contacts'; readonly contacts: number; readonly intervalSeconds: number }
  | { readonly id: 'handle-time'; readonly averageHandleSeconds: number; readonly concurrency: number }
  | { readonly id: 'load'; readonly loadErlangs: number }
  | { readonly id: 'model'; readonly modelId: string; readonly patienceSeconds: number | null }
  | { readonly id: 'no-contacts' }
  | {
      readonly id: 'one-fewer';
      readonly agents: number;
      readonly stable: boolean;
      readonly goals: readonly JudgedGoal[];
    }
  | {
      readonly id: 'enough';
      readonly agents: number;
      readonly goals: readonly JudgedGoal[];
      readonly performance: StaffingPerformance;
    }
  | { readonly id: 'unreachable'; readonly reason: GoalUnreachableReason }
  | { readonly id: 'shrinkage'; readonly shrinkageFraction: number; readonly agentsBeforeRounding: number }
  | { readonly id: 'to-roster'; readonly agentsToRoster: number }
  | {
      readonly id: 'other-model';
      readonly modelId: string;
      readonly performance: StaffingPerformance;
      readonly requiredAgents: number | null;
    };

/** What other models would say of the same load and agents, where they can judge the goal and know what they need. */
function otherModels(input: ExplainRequirementInput, agents: number): readonly ExplanationStep[] {
  const comparable = (model: StaffingModel): boolean =>
    model.id !== input.modelId &&
    model.judges.includes('asa') &&
    !model.ownGoal &&
    (model.suits?.(input.load) ?? true) &&
    goalParts(input.goal, model.judges).length > 0 &&
    missingParameters(model, input.load).length === 0;
  return STAFFING_MODELS.filter(comparable).map((model) => {
    const answer = requiredAgents(model.id, input.load, input.goal);
    const performance = performanceOf(model.id, input.load, agents, input.goal);
    return {
      id: 'other-model',
      modelId: model.id,
      performance,
      requiredAgents: answer.kind === 'staffed' ? answer.agents : null,
    };
  });
}

/** Each goal with the value a state gives it, and whether that is good enough. */
export function judgedGoals(parts: readonly GoalPart[], state: SteadyState): readonly JudgedGoal[] {
  return parts.map((part) => ({
    measure: part.measure,
    value: part.valueOf(state),
    target: part.target,
    side: part.side,
    met: meetsGoal(part, state),
  }));
}

const readsPatience = ({ parameters }: StaffingModel): boolean =>
  parameters.some(({ key }) => key === 'patienceSeconds');

function searchSteps(
  input: ExplainRequirementInput,
  model: StaffingModel,
): { agents: number | null; steps: readonly ExplanationStep[] } {
  const { load, goal } = input;
  const answer = requiredAgents(model.id, load, goal);
  if (answer.kind === 'goal-unreachable')
    return { agents: null, steps: [{ id: 'unreachable', reason: answer.reason }] };
  if (answer.kind !== 'staffed' || answer.agents === 0) return { agents: 0, steps: [{ id: 'no-contacts' }] };
  const parts = applicableGoals(model, goal);
  const { agents, performance } = answer;
  const fewer = model.performance(load, agents - 1);
  return {
    agents,
    steps: [
      { id: 'one-fewer', agents: agents - 1, stable: fewer.stable, goals: judgedGoals(parts, fewer) },
      { id: 'enough', agents, goals: judgedGoals(parts, model.performance(load, agents)), performance },
    ],
  };
}

/**
 * The calculation behind one interval's agents, step by step and without words: contacts, handle time, load, model,
 * what one agent fewer would miss, what the answer gives, shrinkage, agents to roster, other models at the same
 * agents. Throws for what {@link requiredAgents} throws for.
 */
export function explainRequirement(input: ExplainRequirementInput): readonly ExplanationStep[] {
  const { load, shrinkageFraction } = input;
  const model = staffingModel(input.modelId);
  const { agents, steps } = searchSteps(input, model);
  const start: readonly ExplanationStep[] = [
    { id: 'contacts', contacts: load.contacts, intervalSeconds: load.intervalSeconds },
    { id: 'handle-time', averageHandleSeconds: load.averageHandleSeconds, concurrency: load.concurrency ?? 1 },
    { id: 'load', loadErlangs: loadErlangs(load) },
    {
      id: 'model',
      modelId: model.id,
      patienceSeconds: readsPatience(model) ? (load.patienceSeconds ?? null) : null,
    },
    ...steps,
  ];
  if (agents === null) return start;
  return [
    ...start,
    { id: 'shrinkage', shrinkageFraction, agentsBeforeRounding: agents / (1 - shrinkageFraction) },
    { id: 'to-roster', agentsToRoster: agentsToRoster(agents, shrinkageFraction) },
    ...(agents > 0 ? otherModels(input, agents) : []),
  ];
}
