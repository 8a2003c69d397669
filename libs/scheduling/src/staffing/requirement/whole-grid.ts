import { intervalStart, localDateOf, weekStartOf, type LocalDate } from '@yotei/time';
import type { AnsweredInTime, DeferredEffect, VolumeSafety } from '../deferred/index.js';
import type { GridBacklog, GridLoad, GridStaffing, GridStaffingModel } from '../grid-staffing-model.js';
import type { IntervalLoad, RequirementNote } from '../changing-load/interval-loads.js';
import type { LoadStart } from '../changing-load/offered-load.js';
import { isOpen, type StaffingForecast } from '../staffing-forecast.js';
import type { StaffingPlan } from '../plan/staffing-plan.js';
import { normalQuantile } from '../uncertainty/normal.js';
import { DEFAULT_CORRELATION, type RateCorrelation } from '../uncertainty/period-chance.js';
import { rateCvOf } from '../uncertainty/rate-spread.js';
import type { StaffingRisk } from './requirement-risk.js';

/** A queue's whole grid, for models whose answer for one interval depends on the others (work that can wait). */
export interface GridTask {
  readonly plan: StaffingPlan;
  readonly forecast: StaffingForecast;
  readonly intervals: readonly IntervalLoad[];
  readonly options: Pick<GridLoad, 'openingBacklog' | 'freeAgents'> & {
    readonly loadStart?: LoadStart;
    readonly correlation?: RateCorrelation;
  };
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

/** The windows' spread; a chance is room for so many standard deviations to begin with. */
function safetyOf({ plan, forecast, intervals }: GridTask): VolumeSafety {
  const { staffedFor } = plan;
  const z = staffedFor?.kind === 'chance' ? Math.max(0, normalQuantile(staffedFor.chanceFraction)) : 0;
  return { z, volumeCv: meanRateCv(intervals), handleTimeCv: forecast.handleTimeCv };
}

/** Ascending numbers of the intervals' local days and weeks, and the dates behind them. */
interface Calendar {
  readonly dayOf: Int32Array;
  readonly weekOf: Int32Array;
  readonly days: ReadonlyMap<LocalDate, number>;
  readonly weeks: ReadonlyMap<LocalDate, number>;
}

function calendarOf({ grid, zone }: StaffingForecast): Calendar {
  const [days, weeks] = [new Map<LocalDate, number>(), new Map<LocalDate, number>()];
  const [dayOf, weekOf] = [new Int32Array(grid.count), new Int32Array(grid.count)];
  const numbered = (known: Map<LocalDate, number>, on: LocalDate): number => {
    if (!known.has(on)) known.set(on, known.size);
    return known.get(on)!;
  };
  for (let index = 0; index < grid.count; index += 1) {
    const on = localDateOf(intervalStart(grid, index), zone);
    dayOf[index] = numbered(days, on);
    weekOf[index] = numbered(weeks, weekStartOf(on));
  }
  return { dayOf, weekOf, days, weeks };
}

/** What is known of how unsure the contacts are; absent where nothing is, and nothing is asked of it. */
function uncertaintyOf({ plan, forecast, options }: GridTask, { dayOf, weekOf }: Calendar): GridLoad['uncertainty'] {
  const staffedFor = plan.staffedFor ?? { kind: 'point' };
  const rateCv = Float64Array.from({ length: forecast.grid.count }, (_, index) => rateCvOf(forecast, index));
  const isKnown = rateCv.some((cv, index) => forecast.contacts[index]! > 0 && !Number.isNaN(cv));
  if (!isKnown && staffedFor.kind === 'point') return undefined;
  const correlation = options.correlation ?? DEFAULT_CORRELATION;
  return { rateCv, handleTimeCv: forecast.handleTimeCv, dayOf, weekOf, correlation, staffedFor };
}

/** The chances by date, as those of other models are given. */
function staffingRiskOf(risk: AnsweredInTime | null, { days, weeks }: Calendar, count: number): StaffingRisk {
  const missing = (): Float64Array => new Float64Array(count).fill(Number.NaN);
  return {
    expectedServiceLevel: risk?.expected ?? missing(),
    chanceToMeet: risk?.chance ?? missing(),
    chances: {
      ofDay: (on) => risk?.chanceOfDay[days.get(on) ?? -1] ?? Number.NaN,
      ofWeek: (mondayOn) => risk?.chanceOfWeek[weeks.get(mondayOn) ?? -1] ?? Number.NaN,
    },
  };
}

function notesOf({ forecast, intervals }: GridTask, staffing: GridStaffing): RequirementNote[] {
  return intervals.map(({ note }, index) => {
    if (forecast.contacts[index]! > 0 && Number.isNaN(forecast.averageHandleSeconds[index]!)) {
      return 'missing-handle-time';
    }
    return staffing.unkeepable[index] ? 'goal-unreachable' : note;
  });
}

/** What the model is asked: contacts that arrive while the queue is closed wait for its opening. */
function gridLoadOf(task: GridTask, calendar: Calendar) {
  const { forecast, options } = task;
  const { grid, averageHandleSeconds } = forecast;
  const known = Float64Array.from({ length: grid.count }, (_, index) => {
    const count = forecast.contacts[index]!;
    return count > 0 && !Number.isNaN(averageHandleSeconds[index]!) ? count : 0;
  });
  return {
    intervalSeconds: grid.stepMinutes * 60,
    contacts: known,
    averageHandleSeconds,
    open: Array.from(known, (_, index) => isOpen(forecast, index)),
    openingBacklog: options.openingBacklog,
    start: options.loadStart,
    freeAgents: options.freeAgents,
    safety: safetyOf(task),
    uncertainty: uncertaintyOf(task, calendar),
  };
}

/** What the plan's agents would give with so many more at all open hours, or fewer. */
export function wholeGridEffects(
  model: GridStaffingModel,
  task: GridTask,
  mores: readonly number[],
): readonly DeferredEffect[] {
  return model.effects(gridLoadOf(task, calendarOf(task.forecast)), task.plan.goal, mores);
}

/** No number of agents is never busy: wherever work comes the goal is out of reach. */
function outOfReach({ forecast, intervals }: GridTask, contacts: Float64Array): GridAnswer {
  const missing = (): Float64Array => new Float64Array(forecast.grid.count).fill(Number.NaN);
  const notes = intervals.map(({ note }, index) => (contacts[index]! > 0 ? 'goal-unreachable' : note));
  const agents = contacts.map((count) => (count > 0 ? Number.NaN : 0));
  const nothing = {
    levelAgents: Number.NaN,
    profileAgents: missing(),
    backlogContacts: missing(),
    oldestAgeHours: missing(),
    carriedOut: [],
  };
  return {
    contacts,
    loadErlangs: missing(),
    requiredAgents: agents,
    serviceLevel: missing(),
    occupancy: missing(),
    asa: missing(),
    abandonment: missing(),
    notes,
    deferred: nothing,
  };
}

/** Asks a model for the whole grid. */
export function staffWholeGrid(
  model: GridStaffingModel,
  task: GridTask,
): { readonly answers: GridAnswer; readonly risk: StaffingRisk } {
  const { plan, forecast } = task;
  const { grid } = forecast;
  const calendar = calendarOf(forecast);
  const load = gridLoadOf(task, calendar);
  if ((plan.goal.maxOccupancyFraction ?? 1) === 0) {
    return { answers: outOfReach(task, load.contacts), risk: staffingRiskOf(null, calendar, grid.count) };
  }
  const staffing = model.staff(load, plan.goal);
  const missing = (): Float64Array => new Float64Array(grid.count).fill(Number.NaN);
  const answers = {
    contacts: load.contacts,
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
  return { answers, risk: staffingRiskOf(staffing.risk, calendar, grid.count) };
}
