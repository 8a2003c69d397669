import {
  checkLoad,
  type BacklogItem,
  type TransformedLoad,
  rateCvOfBand,
  requirementOf,
  unplannedShrinkage,
  type LoadMethod,
  type RateCorrelation,
  type LoadStart,
  type RequirementOptions,
  type RequirementSeries,
  type ShrinkageReason,
  type StaffedFor,
  type StaffingForecast,
  type StaffingPlan,
} from '@yotei/scheduling/staffing';
import { MINUTE_MILLIS, type Grid, type ZoneId } from '@yotei/time';
import type { RowReader } from '../io/row-reader.js';
import type { OpeningHours } from '../io/opening-file.js';
import { changedLoad, type LoadChangeFields } from './load-changes.js';
import { deferredGoalOf, openMaskOf, type DeferredFields } from './deferred-options.js';
import type { ForecastInterval } from './forecast-interval.js';
import { loadOptionsOf, modelIdOf, serviceGoalOf, type StaffingFields } from './staffing-options.js';

/** A row of the forecast that can be staffed, and who reports what is wrong with it. */
export interface ReadInterval {
  readonly reader: RowReader;
  readonly interval: ForecastInterval;
}

export interface QueuePlanOptions {
  readonly loadMethod?: LoadMethod;
  readonly loadStart?: LoadStart;
  readonly handleTimeCv?: number;
  readonly staffedFor?: StaffedFor;
  /** How the uncertain rates go together over days and weeks. */
  readonly correlation?: RateCorrelation;
  /** Of a file of causes; else the fields' single fraction. */
  readonly shrinkage?: readonly ShrinkageReason[];
  readonly zone?: ZoneId;
  /** For work that can wait: when it is done, and what waits at the start. */
  readonly opening?: OpeningHours;
  readonly openingBacklog?: readonly BacklogItem[];
  /** For work that can wait: agents of inbound queues free for it, by the mean handle time of the work. */
  readonly lent?: (grid: Grid, otherHandleSeconds: number) => Float64Array | undefined;
}

type RowFields = StaffingFields & DeferredFields & LoadChangeFields;
export const canWait = ({ answerWithinHours }: RowFields): boolean => answerWithinHours !== undefined;

/** One queue's requirement, and where each row of the file lies in it. */
export interface QueueRequirement {
  readonly queue: string;
  readonly series: RequirementSeries;
  readonly indexOf: ReadonlyMap<ForecastInterval, number>;
  /** Agents of inbound queues free for this queue's work, where any queue lends some. */
  readonly lentAgents?: Float64Array;
  /** The load after bots and repeats, where any are given. */
  readonly changed?: TransformedLoad;
  /** What the series was asked with, to ask on. */
  readonly asked: {
    readonly plan: StaffingPlan;
    readonly forecast: StaffingForecast;
    readonly options: RequirementOptions;
  };
}

/** Ten years of five-minute intervals: beyond it a year has been mistyped. */
const MOST_INTERVALS = 1_100_000;

/** The grid one queue's rows lie on, gaps left out; null when they lie on none, which is then reported. */
function gridOf(rows: readonly ReadInterval[]): Grid | null {
  const first = rows.reduce((a, b) => (b.interval.startAt < a.interval.startAt ? b : a)).interval;
  const { startAt, intervalSeconds } = first;
  const seen = new Set<number>();
  let bad = false;
  const report = (row: ReadInterval, column: string, message: string): void => {
    row.reader.report(column, message);
    bad = true;
  };
  for (const row of rows) {
    const index = (row.interval.startAt - startAt) / (intervalSeconds * 1000);
    if (row.interval.intervalSeconds !== intervalSeconds)
      report(row, 'end', `the interval is not as long as the queue's first one, ${intervalSeconds} s`);
    else if (!Number.isInteger(index))
      report(row, 'start', `is not a whole number of intervals of ${intervalSeconds} s after the queue's first`);
    else if (index >= MOST_INTERVALS)
      report(row, 'start', `is too long after the queue's first row, ${first.startText}`);
    else if (seen.has(index)) report(row, 'start', 'stands there twice; keep one row an interval');
    seen.add(index);
  }
  if (bad) return null;
  const last = [...seen].reduce((a, b) => Math.max(a, b), 0);
  return { startAt, stepMinutes: (intervalSeconds * 1000) / MINUTE_MILLIS, count: last + 1 };
}

function planOf(fields: RowFields, options: QueuePlanOptions): StaffingPlan {
  return {
    modelId: canWait(fields) ? 'deferred' : modelIdOf(fields),
    goal: canWait(fields) ? deferredGoalOf(fields) : serviceGoalOf(fields),
    ...loadOptionsOf(fields),
    loadMethod: options.loadMethod,
    staffedFor: options.staffedFor,
    shrinkage: options.shrinkage ?? unplannedShrinkage(fields.shrinkage ?? 0),
  };
}

/** Rows without anything said of their spread, where the plan needs it, are reported. */
function rateCvsKnown(rows: readonly ReadInterval[], staffedFor: StaffedFor | undefined): boolean {
  if (!staffedFor || staffedFor.kind === 'point') return true;
  const without = rows.filter(({ interval }) => interval.contacts > 0 && Number.isNaN(spreadOf(interval)));
  const columns = 'contacts_p05 and contacts_p95, contacts_p10 and contacts_p90, or rate_cv';
  for (const { reader } of without)
    reader.report('rate_cv', `missing value; the forecast's uncertainty needs ${columns}; or give --rate-cv`);
  return without.length === 0;
}

function spreadOf({ rateCv, contacts, band }: ForecastInterval): number {
  return Number.isNaN(rateCv) ? rateCvOfBand(contacts, band) : rateCv;
}

/** Whether the models take every row's load; what they refuse is reported at its line. */
function loadsFit(rows: readonly ReadInterval[], fields: StaffingFields): boolean {
  return rows.every(
    ({ reader, interval }) =>
      reader.orReport(() => {
        checkLoad({
          contacts: interval.contacts,
          intervalSeconds: interval.intervalSeconds,
          averageHandleSeconds: interval.handleSeconds,
          ...loadOptionsOf(fields),
        });
        return true;
      }) ?? false,
  );
}

/** Mean handle time over the contacts; 0 where nothing is forecast. */
function meanHandleSeconds(rows: readonly ReadInterval[]): number {
  const contacts = rows.reduce((sum, { interval }) => sum + interval.contacts, 0);
  const seconds = rows.reduce((sum, { interval }) => sum + interval.contacts * interval.handleSeconds, 0);
  return contacts > 0 ? seconds / contacts : 0;
}

/** The requirement of one queue's rows, in any order; null where something is wrong with them, which is reported. */
export function requirementOfRows(
  rows: readonly ReadInterval[],
  fields: RowFields,
  options: QueuePlanOptions,
): QueueRequirement | null {
  const plan = planOf(fields, options);
  const grid = gridOf(rows);
  // Work that can wait has room for single contacts by chance, whether or not the rate's spread is known.
  const known = canWait(fields) || rateCvsKnown(rows, plan.staffedFor);
  if (!grid || !known || !loadsFit(rows, fields)) return null;
  const missing = (): Float64Array => new Float64Array(grid.count).fill(Number.NaN);
  const [contacts, averageHandleSeconds, rateCv] = [missing(), missing(), missing()];
  const indexOf = new Map<ForecastInterval, number>();
  for (const { interval } of rows) {
    const index = Math.round((interval.startAt - grid.startAt) / (grid.stepMinutes * MINUTE_MILLIS));
    indexOf.set(interval, index);
    contacts[index] = interval.contacts;
    averageHandleSeconds[index] = interval.handleSeconds;
    rateCv[index] = spreadOf(interval);
  }
  const { handleTimeCv, loadStart, zone = 'UTC', openingBacklog } = options;
  const { queue } = rows[0]!.interval;
  const openMask = canWait(fields) && options.opening ? openMaskOf(options.opening, queue, { grid, zone }) : undefined;
  // Open with nothing forecast is an hour in which what waits can be done.
  openMask?.forEach((open, index) => {
    if (open && Number.isNaN(contacts[index]!)) contacts[index] = 0;
  });
  const intervalSeconds = grid.stepMinutes * 60;
  const changed = changedLoad({ intervalSeconds, contacts, averageHandleSeconds }, fields) ?? undefined;
  const load = changed ?? { contacts, averageHandleSeconds };
  const forecast = {
    grid,
    zone,
    contacts: load.contacts,
    averageHandleSeconds: load.averageHandleSeconds,
    rateCv,
    handleTimeCv,
    openMask,
  };
  const freeAgents = canWait(fields) ? options.lent?.(grid, meanHandleSeconds(rows)) : undefined;
  const more = { loadStart, openingBacklog, freeAgents, correlation: options.correlation };
  const series = rows[0]!.reader.orReport(() => requirementOf(plan, forecast, more));
  const asked = { plan, forecast, options: more };
  return series ? { queue, series, indexOf, lentAgents: freeAgents, changed, asked } : null;
}
