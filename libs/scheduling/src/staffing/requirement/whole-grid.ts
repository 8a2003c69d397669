import type { VolumeSafety } from '../deferred/index.js';
import type { GridBacklog, GridLoad, GridStaffing, GridStaffingModel } from '../grid-staffing-model.js';
import type { IntervalLoad, RequirementNote } from '../changing-load/interval-loads.js';
import type { LoadStart } from '../changing-load/offered-load.js';
import { isOpen, type StaffingForecast } from '../staffing-forecast.js';
import type { StaffingPlan } from '../plan/staffing-plan.js';
import { normalQuantile } from '../uncertainty/normal.js';

/** A queue's whole grid, for models whose answer for one interval depends on the others (work that can wait). */
export interface GridTask {
  readonly plan: StaffingPlan;
  readonly forecast: StaffingForecast;
  readonly intervals: readonly IntervalLoad[];
  readonly options: Pick<GridLoad, 'openingBacklog' | 'freeAgents'> & { readonly loadStart?: LoadStart };
}

/** Agents and what they give, one value an interval; NaN = no figure. */
export interface GridAnswer {
  /** All contacts that arrive, also while the queue is closed. */
  readonly contacts: Float64Array;
  /** Work done in the interval, in agents. */
  readonly loadErlangs: Float64Array;
  readonly requiredAgents: Float64Array;
  /** Share of the contacts that arrive in the interval and are done within the hours of the goal. */
  readonly serviceLevel: Float64Array;
  readonly occupancy: Float64Array;
  readonly asa: Float64Array;
  readonly abandonment: Float64Array;
  readonly notes: readonly RequirementNote[];
  readonly deferred: GridBacklog;
}

/** Mean cv of the rate where it is known, weighted by contacts; 0 where it is not. */
function meanRateCv(intervals: readonly IntervalLoad[]): number {
  let [sum, weight] = [0, 0];
  for (const { rateCv, contacts } of intervals) {
    if (Number.isNaN(rateCv)) continue;
    sum += rateCv * contacts;
    weight += contacts;
  }
  return weight > 0 ? sum / weight : 0;
}

/** A chance becomes room for so many standard deviations; the mean is staffed for where none is asked for. */
function safetyOf({ plan, forecast, intervals }: GridTask): VolumeSafety | undefined {
  if (plan.staffedFor?.kind !== 'chance') return undefined;
  const z = Math.max(0, normalQuantile(plan.staffedFor.chanceFraction));
  return { z, volumeCv: meanRateCv(intervals), handleTimeCv: forecast.handleTimeCv };
}

function notesOf({ forecast, intervals }: GridTask, staffing: GridStaffing): RequirementNote[] {
  return intervals.map(({ note }, index) => {
    if (forecast.contacts[index]! > 0 && Number.isNaN(forecast.averageHandleSeconds[index]!)) {
      return 'missing-handle-time';
    }
    return staffing.unkeepable[index] ? 'goal-unreachable' : note;
  });
}

/** Asks a model for the whole grid: contacts that arrive while the queue is closed wait for its opening. */
export function staffWholeGrid(model: GridStaffingModel, task: GridTask): GridAnswer {
  const { plan, forecast, options } = task;
  const { grid, averageHandleSeconds } = forecast;
  const known = Float64Array.from({ length: grid.count }, (_, index) => {
    const count = forecast.contacts[index]!;
    return count > 0 && !Number.isNaN(averageHandleSeconds[index]!) ? count : 0;
  });
  const load = {
    intervalSeconds: grid.stepMinutes * 60,
    contacts: known,
    averageHandleSeconds,
    open: Array.from(known, (_, index) => isOpen(forecast, index)),
    openingBacklog: options.openingBacklog,
    start: options.loadStart,
    freeAgents: options.freeAgents,
    safety: safetyOf(task),
  };
  const staffing = model.staff(load, plan.goal);
  const missing = (): Float64Array => new Float64Array(grid.count).fill(Number.NaN);
  return {
    contacts: known,
    loadErlangs: staffing.doneErlangs,
    requiredAgents: staffing.requiredAgents,
    serviceLevel: staffing.inTimeFraction,
    occupancy: staffing.occupancy,
    asa: missing(),
    abandonment: missing(),
    notes: notesOf(task, staffing),
    deferred: {
      levelAgents: staffing.levelAgents,
      profileAgents: staffing.profileAgents,
      backlogContacts: staffing.backlogContacts,
      oldestAgeHours: staffing.oldestAgeHours,
      carriedOut: staffing.carriedOut,
    },
  };
}
