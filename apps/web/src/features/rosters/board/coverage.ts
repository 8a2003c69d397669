import { MINUTE_MILLIS } from '@yotei/time';
import type { BoardMinute, BoardModel, BoardShift } from './model.js';

/** Agents to roster of one queue over equal steps; null or NaN = closed. `start` is a board minute. */
export interface BoardDemand {
  readonly start: BoardMinute;
  readonly stepMinutes: number;
  readonly agentsToRoster: readonly (number | null)[];
}

/** Scheduled against to roster, slot by slot over the horizon. */
export interface Coverage {
  readonly slotMinutes: number;
  readonly count: number;
  /** Minutes of contact work in the slot: whole numbers, so adding and removing leaves no dust. */
  readonly contactMinutes: Int32Array;
  /** Agents to roster; NaN where no queue is open or no requirement exists. */
  readonly toRoster: Float64Array;
  readonly hasDemand: boolean;
}

/** Counts the model's contact work against the demand of all queues together. */
export function createCoverage(model: BoardModel, demand: readonly BoardDemand[]): Coverage {
  const count = Math.ceil(model.lengthMinutes / model.slotMinutes);
  const coverage: Coverage = {
    slotMinutes: model.slotMinutes,
    count,
    contactMinutes: new Int32Array(count),
    toRoster: sumDemand(demand, count, model.slotMinutes),
    hasDemand: demand.length > 0,
  };
  for (const list of model.shifts) for (const shift of list) countShift(coverage.contactMinutes, model, shift, 1);
  return coverage;
}

/** The same demand with a fresh count after shifts were replaced; O(activities replaced). */
export function replaceInCoverage(
  coverage: Coverage,
  model: BoardModel,
  change: { readonly removed: readonly BoardShift[]; readonly added: readonly BoardShift[] },
): Coverage {
  const contactMinutes = coverage.contactMinutes.slice();
  for (const shift of change.removed) countShift(contactMinutes, model, shift, -1);
  for (const shift of change.added) countShift(contactMinutes, model, shift, 1);
  return { ...coverage, contactMinutes };
}

function sumDemand(demand: readonly BoardDemand[], count: number, slotMinutes: number): Float64Array {
  const out = new Float64Array(count).fill(Number.NaN);
  for (const queue of demand) {
    for (let slot = 0; slot < count; slot++) {
      const value = queue.agentsToRoster[Math.floor((slot * slotMinutes - queue.start) / queue.stepMinutes)];
      if (value === null || value === undefined || Number.isNaN(value)) continue;
      const sofar = out[slot]!;
      out[slot] = Number.isNaN(sofar) ? value : sofar + value;
    }
  }
  return out;
}

function countShift(contactMinutes: Int32Array, model: BoardModel, shift: BoardShift, sign: 1 | -1): void {
  const { slotMinutes, activityTypes } = model;
  for (let k = 0; k < shift.activities.length; k += 3) {
    if (!activityTypes[shift.activities[k]!]?.contactWork) continue;
    const start = Math.max(0, shift.activities[k + 1]!);
    const end = Math.min(model.lengthMinutes, shift.activities[k + 1]! + shift.activities[k + 2]!);
    for (let slot = Math.floor(start / slotMinutes); slot * slotMinutes < end; slot++) {
      const minutes = Math.min(end, (slot + 1) * slotMinutes) - Math.max(start, slot * slotMinutes);
      contactMinutes[slot] = contactMinutes[slot]! + sign * minutes;
    }
  }
}

/** Agents on contact work in the slot, on average. */
export function scheduledIn(coverage: Coverage, slot: number): number {
  return (coverage.contactMinutes[slot] ?? 0) / coverage.slotMinutes;
}

/** scheduledAgents minus agentsToRoster; NaN where nothing is to be rostered. */
export function gapIn(coverage: Coverage, slot: number): number {
  return scheduledIn(coverage, slot) - (coverage.toRoster[slot] ?? Number.NaN);
}

/** Gap of a wider column: its worst shortage, or where nothing is short its mean; NaN where nothing is asked or there throughout. */
export function columnGap(coverage: Coverage, fromMinute: BoardMinute, minutes: number): number {
  let worst = 0;
  let sum = 0;
  let open = 0;
  const first = Math.floor(fromMinute / coverage.slotMinutes);
  for (let slot = first; slot * coverage.slotMinutes < fromMinute + minutes; slot++) {
    const gap = gapIn(coverage, slot);
    // Nobody asked and nobody there is as good as closed.
    if (Number.isNaN(gap) || (coverage.toRoster[slot] === 0 && coverage.contactMinutes[slot] === 0)) continue;
    open++;
    sum += gap;
    worst = Math.min(worst, gap);
  }
  if (open === 0) return Number.NaN;
  return worst <= -0.5 ? worst : sum / open;
}

export interface GapTotals {
  readonly shortHours: number;
  readonly overHours: number;
}

/** Agent-hours short and over between two board minutes. */
export function gapTotals(coverage: Coverage, fromMinute: BoardMinute, untilMinute: BoardMinute): GapTotals {
  let short = 0;
  let over = 0;
  const first = Math.max(0, Math.floor(fromMinute / coverage.slotMinutes));
  const last = Math.min(coverage.count, Math.ceil(untilMinute / coverage.slotMinutes));
  for (let slot = first; slot < last; slot++) {
    const gap = gapIn(coverage, slot);
    if (gap < 0) short -= gap;
    if (gap > 0) over += gap;
  }
  const hours = coverage.slotMinutes / 60;
  return { shortHours: short * hours, overHours: over * hours };
}

/** The slot with the largest shortage among those touched by the shifts, or the largest drop; null without demand. */
export function worstSlot(
  before: Coverage,
  after: Coverage,
  shifts: readonly BoardShift[],
): { slot: number; before: number; after: number } | null {
  let found: { slot: number; before: number; after: number } | null = null;
  for (const shift of shifts) {
    const first = Math.max(0, Math.floor(shift.start / before.slotMinutes));
    const last = Math.min(before.count, Math.ceil((shift.start + shift.length) / before.slotMinutes));
    for (let slot = first; slot < last; slot++) {
      const was = gapIn(before, slot);
      const now = gapIn(after, slot);
      if (Number.isNaN(now) || Math.abs(was - now) < 0.01) continue;
      if (!found || Math.min(was, now) < Math.min(found.before, found.after)) found = { slot, before: was, after: now };
    }
  }
  return found;
}

/** Demand of a queue as the api sends it, its start as a board minute. */
export function demandFrom(
  model: Pick<BoardModel, 'startAt'>,
  queue: {
    readonly startAt: string;
    readonly stepMinutes: number;
    readonly agentsToRoster: readonly (number | null)[];
  },
): BoardDemand {
  return {
    start: (Date.parse(queue.startAt) - model.startAt) / MINUTE_MILLIS,
    stepMinutes: queue.stepMinutes,
    agentsToRoster: queue.agentsToRoster,
  };
}
