import {
  missingParameters,
  performanceOf,
  requiredAgents,
  STAFFING_MODELS,
  type ServiceGoal,
  type StaffingLoad,
  type StaffingModel,
} from '@yotei/scheduling/staffing';

export interface ComparedModel {
  readonly model: StaffingModel;
  readonly requiredAgents: number | null;
  readonly serviceLevelFraction: number | null;
  readonly asaSeconds: number | null;
  readonly occupancyFraction: number | null;
  readonly abandonmentFraction: number | null;
  /** Why there is no answer: `needs-patience`, `goal-not-judged`, `unstable-load`, `goal-unreachable`. */
  readonly note: string | null;
}

const GOAL_NAMES: Readonly<Partial<Record<StaffingModel['judges'][number], readonly (keyof ServiceGoal)[]>>> = {
  'service-level': ['serviceLevelFraction'],
  asa: ['asaSeconds'],
  occupancy: ['maxOccupancyFraction'],
  abandonment: ['maxAbandonmentFraction'],
  blocking: ['maxBlockingFraction'],
};

const finite = (value: number): number | null => (Number.isFinite(value) ? value : null);

/** What a model makes of the load: its own least agents, and what those would give. */
function compared(model: StaffingModel, load: StaffingLoad, goal: ServiceGoal): ComparedModel {
  const unanswered = (note: string): ComparedModel => ({
    model,
    requiredAgents: null,
    serviceLevelFraction: null,
    asaSeconds: null,
    occupancyFraction: null,
    abandonmentFraction: null,
    note,
  });
  const [missing] = missingParameters(model, load);
  if (missing) return unanswered(missing.key === 'patienceSeconds' ? 'needs-patience' : `needs-${missing.key}`);
  const judged = model.judges.some((measure) => GOAL_NAMES[measure]?.some((name) => goal[name] !== undefined));
  if (!judged && !model.ownGoal) return unanswered('goal-not-judged');
  const answer = requiredAgents(model.id, load, goal);
  if (answer.kind !== 'staffed') return unanswered(answer.kind);
  const performance = performanceOf(model.id, load, answer.agents, goal);
  return {
    model,
    requiredAgents: answer.agents,
    note: null,
    serviceLevelFraction: finite(performance.serviceLevelFraction),
    asaSeconds: finite(performance.asaSeconds),
    occupancyFraction: finite(performance.occupancyFraction),
    abandonmentFraction: finite(performance.abandonmentFraction),
  };
}

/** Every model of the catalogue made for such a load, the ones that cannot answer with the reason. */
export function compareModels(load: StaffingLoad, goal: ServiceGoal): readonly ComparedModel[] {
  return STAFFING_MODELS.filter(({ suits }) => !suits || suits(load)).map((model) => compared(model, load, goal));
}
