import type { Instant } from '@yotei/time';
import { measurePerson, type MeasuredLoad, type MeasureSettings } from './measure-catalogue.js';
import { occupancyRun } from './measures/occupancy-run.measure.js';
import { WORKED_MEASURES, workedView, type WorkedDays } from './worked-view.js';

/** The measures of what a person really did; none where nothing was told of it. See `workedView`. */
export function measureWorked(days: WorkedDays, settings: MeasureSettings = {}): MeasuredLoad[] {
  const view = workedView(days);
  if (!view) return [];
  return measurePerson(view, settings).filter(({ measureId }) => WORKED_MEASURES.includes(measureId));
}

/** When to speak up while the day runs: contacts almost without a gap for so long. */
export interface LoadAlarm {
  /** 0..1. */
  readonly occupancyFraction: number;
  readonly minutes: number;
}

/** 90 % is where handle times and absence rise (practice of planners, domain.md W1); ninety minutes is the full load of W1. */
export const LOAD_ALARM: LoadAlarm = { occupancyFraction: 0.9, minutes: 90 };

/**
 * The stretch a person is in without a breather, if it has lasted so long and still lasts at the end of the period; null: all
 * is well, or nothing is known.
 */
export function runningAlarm(days: WorkedDays, alarm: LoadAlarm = LOAD_ALARM): { readonly since: Instant } | null {
  const view = workedView(days);
  if (!view) return null;
  const answer = occupancyRun.measure(view, { cap: alarm.occupancyFraction });
  if (answer.kind !== 'measured') return null;
  const run = answer.parts.find(({ endAt, amount }) => endAt >= days.period.endAt && amount >= alarm.minutes);
  return run ? { since: run.startAt } : null;
}
