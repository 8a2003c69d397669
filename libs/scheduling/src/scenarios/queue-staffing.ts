import {
  gridStaffingModel,
  requirementOf,
  shrinkageOn,
  staffedIntervals,
  type IntervalLoad,
  type RequirementSeries,
  type StaffingForecast,
  type StaffingPlan,
} from '../staffing/index.js';
import type { ScenarioQueue } from './scenario-base.js';

/** What a queue asks for, whoever works. */
export interface QueueStaffing {
  readonly intervals: readonly IntervalLoad[];
  /** Contacts that arrive in each interval; 0 where none are known. */
  readonly contacts: Float64Array;
  readonly requirement: RequirementSeries;
  /** Whether the requirement knows its chances. */
  readonly hasChance: boolean;
  /** Share of the paid time of each interval that goes to planned shrinkage. */
  readonly plannedShare: Float64Array;
}

/** Contacts that come to work that can wait count also while nobody works. */
function contactsOf({ forecast, plan }: ScenarioQueue, intervals: readonly IntervalLoad[]): Float64Array {
  if (!gridStaffingModel(plan.modelId)) return Float64Array.from(intervals, ({ contacts }) => contacts);
  return Float64Array.from(forecast.contacts, (count, index) =>
    count > 0 && !Number.isNaN(forecast.averageHandleSeconds[index]!) ? count : 0,
  );
}

/** Planned causes stand in the roster and are paid beside the work: 1 - (1 - all) / (1 - unplanned). */
function plannedShareOf({ forecast, plan }: ScenarioQueue): Float64Array {
  const { grid, zone } = forecast;
  const shrinkage = plan.shrinkage ?? [];
  if (!shrinkage.some(({ planned }) => planned)) return new Float64Array(grid.count);
  const [all, unplanned] = [
    shrinkageOn(shrinkage, { grid, zone, grossUp: 'all' }),
    shrinkageOn(shrinkage, { grid, zone }),
  ];
  return all.map((lost, index) => 1 - (1 - lost) / (1 - unplanned[index]!));
}

/** Plans met lately with one forecast: a slider of goals leaves many behind. */
const MOST_LOADS = 8;

/** Loads by all of the plan but its shrinkage, which has no part in them. */
const keptLoads = new WeakMap<StaffingForecast, Map<string, readonly IntervalLoad[]>>();

function loadsOf(forecast: StaffingForecast, plan: StaffingPlan): readonly IntervalLoad[] {
  let byPlan = keptLoads.get(forecast);
  if (!byPlan) keptLoads.set(forecast, (byPlan = new Map()));
  const key = JSON.stringify({ ...plan, shrinkage: undefined, endless: plan.patienceSeconds === Infinity });
  let loads = byPlan.get(key);
  if (!loads) {
    if (byPlan.size >= MOST_LOADS) byPlan.clear();
    byPlan.set(key, (loads = staffedIntervals(plan, forecast)));
  }
  return loads;
}

/**
 * Kept by forecast and plan, and let go with them: queues of which only the people change ask for the same. The
 * correlation is part of the chances alone.
 */
const kept = new WeakMap<StaffingForecast, WeakMap<StaffingPlan, QueueStaffing>>();

/** What the queue asks for; `withChance` only where the requirement itself is what works. */
export function queueStaffing(queue: ScenarioQueue, withChance: boolean): QueueStaffing {
  const { forecast, plan, correlation } = queue;
  let byPlan = kept.get(forecast);
  if (!byPlan) kept.set(forecast, (byPlan = new WeakMap()));
  const found = byPlan.get(plan);
  if (found && (found.hasChance || !withChance)) return found;
  const intervals = found?.intervals ?? loadsOf(forecast, plan);
  const staffing = {
    intervals,
    contacts: found?.contacts ?? contactsOf(queue, intervals),
    requirement: requirementOf(plan, forecast, { intervals, withChance: withChance && 'tabled', correlation }),
    hasChance: withChance,
    plannedShare: found?.plannedShare ?? plannedShareOf(queue),
  };
  byPlan.set(plan, staffing);
  return staffing;
}
