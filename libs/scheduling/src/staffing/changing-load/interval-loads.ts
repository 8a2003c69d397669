import { gridStaffingModel } from '../catalogue.js';
import { lognormalOfferedLoad } from './lognormal-load.js';
import { offeredLoad, type ArrivalInterval, type LoadStart, type OfferedLoad } from './offered-load.js';
import type { StaffingPerformance } from '../performance.js';
import { checkForecast, isOpen, likelyStart, type StaffingForecast } from '../staffing-forecast.js';
import { steadyEquivalent } from './steady-equivalent.js';
import type { StaffingLoad } from '../staffing-model.js';
import type { LoadMethod, StaffingPlan } from '../plan/staffing-plan.js';
import { rateCvOf } from '../uncertainty/rate-spread.js';

export const DEFAULT_LOAD_METHOD: LoadMethod = 'modified-offered-load';

/**
 * Why an interval has no figures: outside opening hours or no forecast; contacts but no handle time; a goal that
 * no number of agents reaches. Empty where it was staffed.
 */
export type RequirementNote = '' | 'closed' | 'missing-handle-time' | 'goal-unreachable' | 'unstable-load';

/** One interval as the models see it. */
export interface IntervalLoad {
  readonly note: Extract<RequirementNote, '' | 'closed' | 'missing-handle-time'>;
  /** Contacts that arrive in it; 0 when closed. */
  readonly contacts: number;
  /**
   * What the model is given: the even contacts that ask for what the load in hand asks for. Null where there is nothing
   * to staff.
   */
  readonly load: StaffingLoad | null;
  /** Contacts in hand over the interval, were an agent always free, in erlangs; closed intervals too. */
  readonly inHandErlangs: number;
  /** Relative standard deviation of the rate; NaN = not known. */
  readonly rateCv: number;
}

/** Handle seconds of each interval. Where nothing arrives, what is in hand goes on lasting as long as what came before. */
function lastingSeconds(forecast: StaffingForecast): Float64Array {
  let seconds = 0;
  return Float64Array.from({ length: forecast.grid.count }, (_, index) => {
    const own = forecast.averageHandleSeconds[index]!;
    const arrives = isOpen(forecast, index) && forecast.contacts[index]! > 0;
    if (arrives && !Number.isNaN(own)) seconds = own;
    return seconds;
  });
}

function loadsInHand(
  forecast: StaffingForecast,
  arrivals: readonly ArrivalInterval[],
  { method, start }: { method: LoadMethod; start: LoadStart },
): readonly OfferedLoad[] {
  return method === 'modified-offered-load' && forecast.handleTimeCv !== undefined
    ? lognormalOfferedLoad(arrivals, { start, handleTimeCv: forecast.handleTimeCv })
    : offeredLoad(method, arrivals, start);
}

/**
 * What each interval brings by the plan's load method. Throws when the series do not fit the grid. A load by another
 * method than `interval` is handed to the model as the contacts that would keep it up.
 */
export function intervalLoads(
  plan: StaffingPlan,
  forecast: StaffingForecast,
  loadStart?: LoadStart,
): readonly IntervalLoad[] {
  checkForecast(forecast);
  const { grid, contacts, averageHandleSeconds } = forecast;
  const intervalSeconds = grid.stepMinutes * 60;
  const lasting = lastingSeconds(forecast);
  const method = plan.loadMethod ?? DEFAULT_LOAD_METHOD;
  const arrivals = Array.from(lasting, (handleSeconds, index) => ({
    contacts: isOpen(forecast, index) ? contacts[index]! : 0,
    handleSeconds,
    intervalSeconds,
  }));
  const wholeGrid = gridStaffingModel(plan.modelId) !== null;
  const inHand = loadsInHand(forecast, arrivals, { method, start: loadStart ?? likelyStart(forecast) });
  return arrivals.map(({ contacts: arriving, handleSeconds }, index) => {
    const open = isOpen(forecast, index);
    const missing = open && arriving > 0 && Number.isNaN(averageHandleSeconds[index]!);
    const { meanErlangs, pathErlangs } = inHand[index]!;
    const carried =
      method === 'interval' || handleSeconds === 0 ? arriving : (meanErlangs * intervalSeconds) / handleSeconds;
    const mean = open && !missing ? loadOf(plan, { contacts: carried, handleSeconds, intervalSeconds }) : null;
    return {
      note: missing ? 'missing-handle-time' : open ? '' : 'closed',
      contacts: arriving,
      load:
        mean && pathErlangs && arriving > 0 && !wholeGrid
          ? { ...mean, contacts: steadyEquivalent(plan, mean, pathErlangs) }
          : mean,
      inHandErlangs: meanErlangs,
      rateCv: rateCvOf(forecast, index),
    };
  });
}

/** Agents busy after closing with what is still in hand, in erlangs; 0 while open. */
export function overtimeOf(plan: StaffingPlan, intervals: readonly IntervalLoad[]): Float64Array {
  return Float64Array.from(intervals, ({ note, inHandErlangs }) =>
    note === 'closed' ? inHandErlangs / (plan.concurrency ?? 1) : 0,
  );
}

/**
 * Occupancy by the load that is really there: the even load that stands for a moving one is a little greater than its
 * mean.
 */
export function occupancyOf(performance: StaffingPerformance, { inHandErlangs }: IntervalLoad): number {
  const { occupancyFraction, loadErlangs } = performance;
  return loadErlangs > inHandErlangs ? (occupancyFraction * inHandErlangs) / loadErlangs : occupancyFraction;
}

function loadOf(plan: StaffingPlan, arrival: ArrivalInterval): StaffingLoad {
  return {
    contacts: arrival.contacts,
    intervalSeconds: arrival.intervalSeconds,
    averageHandleSeconds: arrival.handleSeconds,
    patienceSeconds: plan.patienceSeconds,
    concurrency: plan.concurrency,
    slowdownFraction: plan.slowdownFraction,
    lines: plan.lines,
    redialFraction: plan.redialFraction,
  };
}
