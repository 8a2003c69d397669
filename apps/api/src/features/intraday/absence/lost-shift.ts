import { resizeShift, type Activity, type Shift } from '@yotei/scheduling/roster';
import { MINUTE_MILLIS, type Instant, type Interval } from '@yotei/time';
import type { StoredShift } from '../../rosters/index.js';

/** A shift as it was before the absence, all that is needed to bring it back. */
export interface LostShift extends Interval {
  readonly id: string;
  readonly templateId: string | null;
  readonly locked: boolean;
  readonly activities: readonly Activity[];
}

export interface LostPart {
  /** When the agent would have worked and does not. */
  readonly span: Interval;
  /** What is left to be worked; null: nothing. */
  readonly rest: Shift | null;
}

/** Times of a shift are whole steps of this. */
const STEP_MILLIS = 5 * MINUTE_MILLIS;

const floorStep = (at: Instant): Instant => Math.floor(at / STEP_MILLIS) * STEP_MILLIS;
const ceilStep = (at: Instant): Instant => Math.ceil(at / STEP_MILLIS) * STEP_MILLIS;

/** Sick from now on: what has been worked stays. Null: the shift is over. */
export function sickPart(shift: Shift, now: Instant, contactTypeId: string): LostPart | null {
  if (shift.endAt <= now) return null;
  const from = Math.max(shift.startAt, floorStep(now));
  const span = { startAt: from, endAt: shift.endAt };
  return { span, rest: resizeShift(shift, { startAt: shift.startAt, endAt: from }, contactTypeId) };
}

/** Late: the shift begins when the agent comes. Null: that is not within the shift. */
export function latePart(shift: Shift, untilAt: Instant, contactTypeId: string): LostPart | null {
  const until = ceilStep(untilAt);
  if (until <= shift.startAt || until >= shift.endAt) return null;
  const rest = resizeShift(shift, { startAt: until, endAt: shift.endAt }, contactTypeId);
  return { span: { startAt: shift.startAt, endAt: until }, rest };
}

/** The shift an absence of today is about: the one that is on, else the next one to begin. */
export function shiftOfToday<T extends Interval>(shifts: readonly T[], now: Instant, untilAt: Instant): T | null {
  const left = shifts.filter(({ startAt, endAt }) => endAt > now && startAt < untilAt);
  return left.sort((a, b) => a.startAt - b.startAt)[0] ?? null;
}

export function lostShiftOf({ id, startAt, endAt, templateId, locked, activities }: StoredShift): LostShift {
  return { id, startAt, endAt, templateId: templateId ?? null, locked: locked ?? false, activities };
}
