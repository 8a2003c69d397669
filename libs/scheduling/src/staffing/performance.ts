import { staffingModel } from './catalogue.js';
import { checkLoad, loadErlangs } from './load.js';
import { DEFAULT_ANSWER_WITHIN_SECONDS, DEFAULT_VARIANT } from './service-goal.js';
import type {
  ConcurrencyMeasures,
  RedialMeasures,
  ServiceGoal,
  ServiceLevelVariant,
  StaffingLoad,
  SteadyState,
} from './staffing-model.js';

/** What a number of agents gives a load. NaN where the model says nothing (waits of deferred work). */
export interface StaffingPerformance {
  readonly agents: number;
  readonly loadErlangs: number;
  /** False: the load is at or above what the agents can carry, and work grows without end. */
  readonly stable: boolean;
  readonly waitProbability: number;
  readonly serviceLevelFraction: number;
  readonly serviceLevelVariant: ServiceLevelVariant;
  /** The threshold of `serviceLevelFraction`: the goal's, or 20 s. */
  readonly answerWithinSeconds: number;
  /** Mean wait of the answered contacts; Infinity when unstable. */
  readonly asaSeconds: number;
  readonly occupancyFraction: number;
  readonly abandonmentFraction: number;
  readonly blockingFraction: number;
  readonly meanQueueLength: number;
  /** Where contacts try again (erlang-x): all measures above are then those of one attempt. */
  readonly redials?: RedialMeasures;
  /** Where an agent handles several at once (chat). */
  readonly concurrency?: ConcurrencyMeasures;
}

/** All measures of a steady state, as values. */
export function performanceFrom(
  state: SteadyState,
  load: StaffingLoad,
  options: { agents: number; goal?: ServiceGoal },
): StaffingPerformance {
  const { agents, goal } = options;
  const answerWithinSeconds = goal?.answerWithinSeconds ?? DEFAULT_ANSWER_WITHIN_SECONDS;
  const serviceLevelVariant = goal?.serviceLevelVariant ?? DEFAULT_VARIANT;
  const performance: StaffingPerformance = {
    agents,
    loadErlangs: loadErlangs(load),
    stable: state.stable,
    waitProbability: state.waitProbability,
    serviceLevelFraction: state.serviceLevelFraction(answerWithinSeconds, serviceLevelVariant),
    serviceLevelVariant,
    answerWithinSeconds,
    asaSeconds: state.asaSeconds(),
    occupancyFraction: state.occupancyFraction,
    abandonmentFraction: state.abandonmentFraction,
    blockingFraction: state.blockingFraction,
    meanQueueLength: state.meanQueueLength,
  };
  if (!state.redials && !state.concurrency) return performance;
  return { ...performance, redials: state.redials, concurrency: state.concurrency?.() };
}

/**
 * The measures of so many agents under the load. The goal only says which service level is meant; it need not be
 * met. An overload of Erlang C is an answer (`stable` false), not an error.
 */
export function performanceOf(
  modelId: string,
  load: StaffingLoad,
  agents: number,
  goal?: ServiceGoal,
): StaffingPerformance {
  const model = staffingModel(modelId);
  checkLoad(load);
  if (!Number.isInteger(agents) || agents < 0) {
    throw new RangeError(`agents (${agents}) must be a whole number, 0 or more`);
  }
  return performanceFrom(model.performance(load, agents), load, { agents, goal });
}
