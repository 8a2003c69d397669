import type { DeferredCohort } from './deferred-work.js';
import type { OpeningClock } from './opening-clock.js';

/**
 * Cumulative work in agent-intervals at each open boundary. What is done by boundary i must lie between `due` and
 * `arrived`, both less what free capacity does by then.
 */
export interface WorkCurves {
  /** Work that can have been done before open boundary i: all that arrived before it. */
  readonly arrived: Float64Array;
  /** Work that must have been done by open boundary i. */
  readonly due: Float64Array;
  /** Work done by the free capacity alone, as early as it can be. */
  readonly free: Float64Array;
}

function cumulated(values: Float64Array): Float64Array {
  for (let index = 1; index < values.length; index += 1) values[index]! += values[index - 1]!;
  return values;
}

/**
 * Both curves of work that is due in the order in which it comes. `freeAgents` (one value for each interval of the
 * grid) is capacity that costs nothing, such as the idle time of inbound agents; where the queue is closed it is not
 * used.
 */
export function workCurves(
  cohorts: readonly DeferredCohort[],
  clock: OpeningClock,
  freeAgents?: ArrayLike<number>,
): WorkCurves {
  const size = clock.openCount + 1;
  const arrived = new Float64Array(size);
  const due = new Float64Array(size);
  for (const cohort of cohorts) {
    if (cohort.from >= clock.count) continue;
    arrived[clock.openUntil(cohort.from) + 1]! += cohort.work;
    if (cohort.dueBy <= clock.count) due[clock.openUntil(cohort.dueBy)]! += cohort.work;
  }
  cumulated(arrived);
  cumulated(due);
  const free = new Float64Array(size);
  for (let index = 1; index < size; index += 1) {
    // The same sums in another order may differ in their last digit; work never has to be done before it comes.
    due[index] = Math.min(due[index]!, arrived[index]!);
    const offered = freeAgents?.[clock.openIntervals[index - 1]!] ?? 0;
    free[index] = Math.max(free[index - 1]!, Math.min(arrived[index]!, free[index - 1]! + offered));
  }
  return { arrived, due, free };
}
