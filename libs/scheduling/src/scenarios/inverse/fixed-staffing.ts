import { evaluateStaffing, gridStaffingModel, type StaffingOutcome } from '../../staffing/index.js';
import { answerBase } from '../answer-base.js';
import { goalFractionOf } from '../queue-tally.js';
import type { ScenarioBase, ScenarioQueue } from '../scenario-base.js';

/** A queue with the agents who work it, whatever comes. */
export interface FixedQueue {
  readonly queue: ScenarioQueue;
  readonly working: Float64Array;
  /** The service level it is to reach. */
  readonly goalFraction: number;
}

/** The queues with a service level goal, each with what works today: the roster, else the requirement. */
export function fixedQueues(base: ScenarioBase): readonly FixedQueue[] {
  const { queues } = answerBase(base, { withChance: false });
  return base.queues.flatMap((queue, index) => {
    const goalFraction = goalFractionOf(queue);
    if (Number.isNaN(goalFraction) || gridStaffingModel(queue.plan.modelId)) return [];
    return { queue, working: queues[index]!.series.workingAgents, goalFraction };
  });
}

/** What so many agents give the queue, without chances. */
export function outcomeOf({ forecast, plan }: ScenarioQueue, agents: ArrayLike<number>): StaffingOutcome {
  return evaluateStaffing(plan, forecast, { agents, withChance: false });
}

/** Service level over the whole grid, weighted by contacts; NaN without any. */
export function levelOverGrid({ forecast }: ScenarioQueue, { serviceLevel }: StaffingOutcome): number {
  let [met, count] = [0, 0];
  for (let index = 0; index < serviceLevel.length; index += 1) {
    const contacts = forecast.contacts[index]!;
    if (!(contacts > 0) || Number.isNaN(serviceLevel[index]!)) continue;
    met += contacts * serviceLevel[index]!;
    count += contacts;
  }
  return count > 0 ? met / count : Number.NaN;
}

/** Whether a service level reaches its goal, ties within one part in 10⁹. */
export const reaches = (level: number, goal: number): boolean => level >= goal * (1 - 1e-9);
