import { STAFFING_MODELS, type StaffingLoad } from '@yotei/scheduling/staffing';
import { intervalIndex, intervalStart, type Grid } from '@yotei/time';
import type { QueueRecord } from '../demand/index.js';

type Known = ArrayLike<number | null>;

/** What is offered to a queue, on the queue's own intervals; null or NaN: not known. */
export interface OfferedWork {
  readonly grid: Grid;
  readonly contacts: Known;
  readonly handleSeconds: Known;
}

export type WorkOfSlot = Pick<StaffingLoad, 'contacts' | 'averageHandleSeconds' | 'intervalSeconds'>;

/** Models that know a service level of an interval alone; work that can wait has none. */
const BY_INTERVAL = new Set(STAFFING_MODELS.map(({ id }) => id));

export const canWait = ({ plan }: Pick<QueueRecord, 'plan'>): boolean => !BY_INTERVAL.has(plan.modelId);

/** The work of the interval that holds the start of a slot of another grid; null where none is known or nothing is offered. */
export function workAt({ grid, contacts, handleSeconds }: OfferedWork, slots: Grid, slot: number): WorkOfSlot | null {
  const interval = intervalIndex(grid, intervalStart(slots, slot));
  const [offered, seconds] = [contacts[interval], handleSeconds[interval]];
  if (!offered || !seconds) return null;
  return { contacts: offered, averageHandleSeconds: seconds, intervalSeconds: grid.stepMinutes * 60 };
}

/** The same with what the queue's model needs beside it. */
export function loadAt(
  { plan }: Pick<QueueRecord, 'plan'>,
  work: OfferedWork,
  slots: Grid,
): (slot: number) => StaffingLoad | null {
  const { patienceSeconds, concurrency, slowdownFraction, lines, redialFraction } = plan;
  const options = { patienceSeconds, concurrency, slowdownFraction, lines, redialFraction };
  return (slot) => {
    const found = workAt(work, slots, slot);
    return found && { ...found, ...options };
  };
}

/** Mean of the shrinkage planned over the intervals that say one, 0..1; 0 where none does. */
export function meanShrinkage(fractions: Known): number {
  const known = Array.from(fractions).filter((value): value is number => value !== null && !Number.isNaN(value));
  return known.reduce((sum, value) => sum + value, 0) / Math.max(1, known.length);
}
