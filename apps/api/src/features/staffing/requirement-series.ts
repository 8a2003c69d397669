import { rateCorrelationOf } from '@yotei/forecast';
import {
  rateCvOfBand,
  requirementOf,
  type PeriodSummary,
  type RateCorrelation,
  type RequirementSeries,
  type StaffingForecast,
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
import { nullable, type EditedForecast, type QueueRecord } from '../demand/index.js';
import type { RequirementDay, StoredSummary } from './requirements.repository.js';

const CONTACT_DIGITS = 3;
const HANDLE_DIGITS = 1;
/** What a model was given is kept so that asking it again gives the same whole agents. */
const EXACT_DIGITS = 9;

const rounded = (values: ArrayLike<number>, digits: number): Float64Array =>
  Float64Array.from(nullable(values, digits), (value) => value ?? Number.NaN);

/** Handle seconds by interval; where history knew none, the queue's own assumption. */
export function handleSecondsOf(forecast: EditedForecast): Float64Array {
  const fallback = forecast.queue.defaultHandleSeconds ?? Number.NaN;
  return forecast.edited.averageHandleSeconds.map((seconds) => (Number.isNaN(seconds) ? fallback : seconds));
}

/**
 * How unsure the rate of each interval is, relative to its mean, from the bands of the forecast before edits: an edit
 * says how many come, not how sure that is. NaN where the forecast has no band.
 */
function rateCvOfForecast({ base: { grid, contacts, p10, p90 }, distribution }: EditedForecast): Float64Array {
  return contacts.map((mean, i) => {
    if (!(mean > 0)) return Number.NaN;
    const of = (p: number) => distribution?.quantile(intervalStart(grid, i), intervalStart(grid, i + 1), p);
    return rateCvOfBand(mean, { p05: of(0.05), p10: p10[i], p90: p90[i], p95: of(0.95) });
  });
}

/** How the forecast's days and intervals went wrong together; for old forecasts the assumption of the library. */
export function correlationOf({ distribution }: EditedForecast): RateCorrelation | undefined {
  return distribution ? rateCorrelationOf(distribution.components) : undefined;
}

/** What a requirement is computed from: the figures as they are stored, with the spread of the forecast. */
export function staffingForecastOf(forecast: EditedForecast): StaffingForecast {
  const { queue, edited } = forecast;
  return {
    grid: edited.grid,
    zone: queue.zone,
    contacts: rounded(edited.contacts, CONTACT_DIGITS),
    averageHandleSeconds: rounded(handleSecondsOf(forecast), HANDLE_DIGITS),
    rateCv: rateCvOfForecast(forecast),
  };
}

/** Requirement of one queue over the forecast's grid by the queue's plan. */
export function requirementOfForecast(forecast: EditedForecast): RequirementSeries {
  return requirementOf(forecast.queue.plan, staffingForecastOf(forecast), { correlation: correlationOf(forecast) });
}

const known = (value: number): number | null => (Number.isFinite(value) ? value : null);

/** JSON has no NaN: what is not known becomes null. */
export function storedSummaryOf(summary: PeriodSummary): StoredSummary {
  const { serviceLevel, expectedServiceLevel, chanceToMeet, ...rest } = summary;
  return {
    ...rest,
    serviceLevel: known(serviceLevel),
    expectedServiceLevel: known(expectedServiceLevel),
    chanceToMeet: known(chanceToMeet),
  };
}

/** The series cut into local days, as they are stored. */
export function daysOfRequirement(
  forecast: EditedForecast,
  series: RequirementSeries,
): Omit<RequirementDay, 'requirementId'>[] {
  const { queue, edited } = forecast;
  const { grid } = series;
  const handle = handleSecondsOf(forecast);
  const summaries = new Map(series.summary.days.map((summary) => [summary.fromOn, summary]));
  const days: Omit<RequirementDay, 'requirementId'>[] = [];
  for (let on = localDateOf(grid.startAt, queue.zone), from = 0; from < grid.count; on = addDays(on, 1)) {
    const day = localDaysGrid(on, 1, queue.zone, grid.stepMinutes);
    const until = from + day.count;
    const part = (values: Float64Array, digits?: number) => nullable(values.subarray(from, until), digits);
    const summary = summaries.get(on);
    days.push({
      queueId: queue.id,
      onDate: on,
      startAt: day.startAt,
      stepMinutes: grid.stepMinutes,
      contacts: part(edited.contacts, CONTACT_DIGITS),
      handleSeconds: part(handle, HANDLE_DIGITS),
      requiredAgents: part(series.requiredAgents),
      agentsToRoster: part(series.agentsToRoster),
      serviceLevel: part(series.serviceLevel, 4),
      asaSeconds: part(series.asa, 2),
      occupancy: part(series.occupancy, 4),
      abandonment: part(series.abandonment, 4),
      notes: series.notes.slice(from, until),
      loadErlangs: part(series.loadErlangs, 4),
      loadContacts: part(series.loadContacts, EXACT_DIGITS),
      overtimeErlangs: part(series.overtimeErlangs, 4),
      shrinkage: part(series.shrinkageFraction, EXACT_DIGITS),
      rateCv: part(series.rateCv, EXACT_DIGITS),
      expectedServiceLevel: part(series.expectedServiceLevel, 4),
      chanceToMeet: part(series.chanceToMeet, 4),
      summary: summary ? storedSummaryOf(summary) : null,
    });
    from = until;
  }
  return days;
}

const MEASURES = [
  'contacts',
  'handleSeconds',
  'requiredAgents',
  'agentsToRoster',
  'serviceLevel',
  'occupancy',
  'loadErlangs',
  'shrinkage',
  'rateCv',
  'chanceToMeet',
] as const satisfies readonly (keyof RequirementDay)[];
type Measure = (typeof MEASURES)[number];

/** A queue's requirement over any range; null = no figure. */
export interface QueueRequirementSeries extends Readonly<Record<Measure, (number | null)[]>> {
  readonly queue: QueueRecord;
  readonly grid: Grid;
  readonly notes: string[];
  readonly days: readonly StoredSummary[];
}

/** Stored days of one queue laid on a grid of their own step; intervals of no stored day are null with an empty note. */
export function layDays(queue: QueueRecord, days: readonly RequirementDay[], grid: Grid): QueueRequirementSeries {
  const measures = Object.fromEntries(
    MEASURES.map((measure) => [measure, new Array<number | null>(grid.count).fill(null)]),
  ) as Record<Measure, (number | null)[]>;
  const notes = new Array<string>(grid.count).fill('');
  for (const day of days) {
    const from = intervalIndex(grid, day.startAt);
    const copy = <T>(values: readonly T[], target: T[]) =>
      values.forEach((value, i) => from + i >= 0 && from + i < grid.count && (target[from + i] = value));
    for (const measure of MEASURES) copy(day[measure] ?? [], measures[measure]);
    copy(
      day.notes.map((note) => note ?? ''),
      notes,
    );
  }
  return { ...measures, queue, grid, notes, days: days.flatMap(({ summary }) => summary ?? []) };
}

/** The same with no figure where the queue is closed: nobody needed and nobody could call are not the same. */
export function closedAsNone<Series extends QueueRequirementSeries>(series: Series): Series {
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
