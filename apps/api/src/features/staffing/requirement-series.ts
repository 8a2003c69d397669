import {
  requirementOf,
  unplannedShrinkage,
  type RequirementSeries,
  type ServiceGoal,
  type StaffingPlan,
} from '@yotei/scheduling/staffing';
import {
  addDays,
  intervalIndex,
  intervalStart,
  localDateOf,
  localDaysGrid,
  MINUTE_MILLIS,
  type Grid,
} from '@yotei/time';
import { nullable, type EditedForecast, type QueueGoal, type QueueRecord } from '../demand/index.js';
import type { RequirementDay } from './requirements.repository.js';

/** A goal as the library takes it: nulls of the database are "not given". */
export function goalOf(goal: QueueGoal): ServiceGoal {
  return Object.fromEntries(
    Object.entries(goal).filter(([, value]) => value !== null && value !== undefined),
  ) as ServiceGoal;
}

/** Handle seconds by interval; where history knew none, the queue's own assumption. */
export function handleSecondsOf(forecast: EditedForecast): Float64Array {
  const fallback = forecast.queue.defaultHandleSeconds ?? Number.NaN;
  return forecast.edited.averageHandleSeconds.map((seconds) => (Number.isNaN(seconds) ? fallback : seconds));
}

/** How a queue is staffed, by its stored settings. */
export function staffingPlanOf(queue: QueueRecord): StaffingPlan {
  return {
    modelId: queue.modelId,
    goal: goalOf(queue.goal),
    patienceSeconds: queue.patienceSeconds ?? undefined,
    concurrency: queue.concurrency,
    loadMethod: 'interval',
    shrinkage: unplannedShrinkage(queue.shrinkageFraction),
  };
}

/** Requirement of one queue over the forecast's grid by the queue's model and goal. */
export function requirementOfForecast(forecast: EditedForecast): RequirementSeries {
  const { queue, edited } = forecast;
  return requirementOf(staffingPlanOf(queue), {
    grid: edited.grid,
    zone: queue.zone,
    contacts: edited.contacts,
    averageHandleSeconds: handleSecondsOf(forecast),
  });
}

/** The series cut into local days, as they are stored. */
export function daysOfRequirement(
  forecast: EditedForecast,
  series: RequirementSeries,
): Omit<RequirementDay, 'requirementId'>[] {
  const { queue, edited } = forecast;
  const { grid } = series;
  const handle = handleSecondsOf(forecast);
  const days: Omit<RequirementDay, 'requirementId'>[] = [];
  for (let on = localDateOf(grid.startAt, queue.zone), from = 0; from < grid.count; on = addDays(on, 1)) {
    const day = localDaysGrid(on, 1, queue.zone, grid.stepMinutes);
    const until = from + day.count;
    const part = (values: Float64Array, digits?: number) => nullable(values.subarray(from, until), digits);
    days.push({
      queueId: queue.id,
      onDate: on,
      startAt: day.startAt,
      stepMinutes: grid.stepMinutes,
      contacts: part(edited.contacts),
      handleSeconds: part(handle, 1),
      requiredAgents: part(series.requiredAgents),
      agentsToRoster: part(series.agentsToRoster),
      serviceLevel: part(series.serviceLevel, 4),
      asaSeconds: part(series.asa, 2),
      occupancy: part(series.occupancy, 4),
      abandonment: part(series.abandonment, 4),
      notes: series.notes.slice(from, until),
    });
    from = until;
  }
  return days;
}

/** A queue's requirement over any range; null = no figure. */
export interface QueueRequirementSeries {
  readonly queue: QueueRecord;
  readonly grid: Grid;
  readonly contacts: (number | null)[];
  readonly handleSeconds: (number | null)[];
  readonly requiredAgents: (number | null)[];
  readonly agentsToRoster: (number | null)[];
  readonly serviceLevel: (number | null)[];
  readonly occupancy: (number | null)[];
  readonly notes: string[];
}

/** Stored days of one queue laid on a grid of their own step; intervals of no stored day are null with an empty note. */
export function layDays(queue: QueueRecord, days: readonly RequirementDay[], grid: Grid): QueueRequirementSeries {
  const empty = () => new Array<number | null>(grid.count).fill(null);
  const series: QueueRequirementSeries = {
    queue,
    grid,
    contacts: empty(),
    handleSeconds: empty(),
    requiredAgents: empty(),
    agentsToRoster: empty(),
    serviceLevel: empty(),
    occupancy: empty(),
    notes: new Array<string>(grid.count).fill(''),
  };
  for (const day of days) {
    const from = intervalIndex(grid, day.startAt);
    const copy = <T>(values: readonly T[], target: T[]) =>
      values.forEach((value, i) => from + i >= 0 && from + i < grid.count && (target[from + i] = value));
    copy(day.contacts, series.contacts);
    copy(day.handleSeconds, series.handleSeconds);
    copy(day.requiredAgents, series.requiredAgents);
    copy(day.agentsToRoster, series.agentsToRoster);
    copy(day.serviceLevel, series.serviceLevel);
    copy(day.occupancy, series.occupancy);
    copy(
      day.notes.map((note) => note ?? ''),
      series.notes,
    );
  }
  return series;
}

/** The same with no figure where the queue is closed: nobody needed and nobody could call are not the same. */
export function closedAsNone(series: QueueRequirementSeries): QueueRequirementSeries {
  const open = (values: readonly (number | null)[]) =>
    values.map((value, i) => (series.notes[i] === 'closed' ? null : value));
  return { ...series, requiredAgents: open(series.requiredAgents), agentsToRoster: open(series.agentsToRoster) };
}

/**
 * Agents to roster on the slots of a board or a roster problem: a longer interval repeats over its slots, of several
 * shorter intervals the largest counts, so that no part of a slot is planned short. No figure = nobody needed.
 */
export function agentsToRosterOnGrid(days: readonly RequirementDay[], grid: Grid): number[] {
  const slots = new Array<number>(grid.count).fill(0);
  for (const day of days) {
    day.agentsToRoster.forEach((agents, i) => {
      const startAt = day.startAt + i * day.stepMinutes * MINUTE_MILLIS;
      const endAt = startAt + day.stepMinutes * MINUTE_MILLIS;
      for (
        let slot = Math.max(0, intervalIndex(grid, startAt));
        slot < grid.count && intervalStart(grid, slot) < endAt;
        slot += 1
      ) {
        slots[slot] = Math.max(slots[slot]!, agents ?? 0);
      }
    });
  }
  return slots;
}
