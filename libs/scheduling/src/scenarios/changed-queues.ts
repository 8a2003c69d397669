import { rateCvOf, type StaffingForecast } from '../staffing/index.js';
import type { ScenarioBase, ScenarioQueue } from './scenario-base.js';
import type { QueueScope, ScenarioChange } from './scenario-change.js';

/** Queues a change has been made to, so that the same change of the same queue is the same object again. */
const made = new WeakMap<ScenarioChange, WeakMap<ScenarioQueue, ScenarioQueue>>();

export const touches = ({ queueIds }: QueueScope, { id }: ScenarioQueue): boolean =>
  queueIds === undefined || queueIds.includes(id);

/**
 * The base with the queues of the change's scope changed, one by one: what a queue becomes may depend on the queue, the
 * change, the grid and the zone alone. A queue changed before by the same change object is the same object again, which
 * is what a run of sliders keeps its answers by.
 */
export function withChangedQueues<Change extends ScenarioChange & QueueScope>(
  base: ScenarioBase,
  change: Change,
  changed: (queue: ScenarioQueue) => ScenarioQueue,
): ScenarioBase {
  let known = made.get(change);
  if (!known) made.set(change, (known = new WeakMap()));
  const queues = base.queues.map((queue) => {
    if (!touches(change, queue)) return queue;
    const found = known.get(queue);
    if (found) return found;
    const next = changed(queue);
    known.set(queue, next);
    return next;
  });
  return { ...base, queues };
}

/**
 * The forecast with other contacts or handle times. How unsure the rate is stays as it was in each interval: bands of
 * counts belong to the contacts they were made for and become the spread of the rate they hold.
 */
export function withLoad(
  forecast: StaffingForecast,
  load: {
    readonly contacts?: Float64Array;
    readonly averageHandleSeconds?: Float64Array;
    readonly openMask?: ArrayLike<number | boolean>;
  },
): StaffingForecast {
  const { countQuantiles, ...rest } = forecast;
  const rateCv =
    countQuantiles && forecast.rateCv === undefined
      ? Float64Array.from({ length: forecast.grid.count }, (_, index) => rateCvOf(forecast, index))
      : forecast.rateCv;
  return { ...rest, rateCv, ...load };
}
