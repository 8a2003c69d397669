import { DAY_MILLIS, MINUTE_MILLIS, type Interval } from '@yotei/time';
import { isRest, type Activity, type Shift } from '../roster/index.js';
import type { PersonView } from './wellbeing-measure.js';

/** Shifts that start in the period, by start. */
export function measuredShifts(view: PersonView): Shift[] {
  const { startAt, endAt } = view.period;
  return view.shifts.filter((shift) => shift.startAt >= startAt && shift.startAt < endAt);
}

/** Whether the shifts are known from so many days before the period on. */
export function reaches(view: PersonView, days: number): boolean {
  return view.historyFromAt <= view.period.startAt - days * DAY_MILLIS;
}

export function isPause(view: PersonView, { activityTypeId }: Activity): boolean {
  const type = view.activityTypes.get(activityTypeId);
  return type !== undefined && isRest(type);
}

/** One slot of the load as far as it lies in the stretch. */
export interface LoadPiece extends Interval {
  readonly slot: number;
  readonly minutes: number;
}

/** The pieces of a stretch by slots of the load's grid; what lies outside the grid is left out. */
export function* loadPieces(view: PersonView, { startAt, endAt }: Interval): Generator<LoadPiece> {
  const grid = view.load!.grid;
  const step = grid.stepMinutes * MINUTE_MILLIS;
  const first = Math.max(0, Math.floor((startAt - grid.startAt) / step));
  for (let slot = first; slot < grid.count && grid.startAt + slot * step < endAt; slot++) {
    const from = Math.max(startAt, grid.startAt + slot * step);
    const until = Math.min(endAt, grid.startAt + (slot + 1) * step);
    if (until > from) yield { slot, startAt: from, endAt: until, minutes: (until - from) / MINUTE_MILLIS };
  }
}

/** Sum of the lengths, minutes. */
export function minutesOf(spans: readonly Interval[]): number {
  return spans.reduce((sum, { startAt, endAt }) => sum + (endAt - startAt), 0) / MINUTE_MILLIS;
}
