import { MINUTE_MILLIS, type Instant } from '@yotei/time';
import { coverageGrid, type RosterProblem } from '../../roster/index.js';

/** Days before and after the horizon in the padded frame: zones of agents and shifts over midnight stay inside. */
const PAD_DAYS = 3;

/** The horizon in slots, and the padded slots around it in which presence counts for nothing. */
export interface SlotFrame {
  readonly startAt: Instant;
  readonly slotMinutes: number;
  readonly slotCount: number;
  readonly pad: number;
  readonly paddedSlots: number;
}

export function slotFrame(problem: RosterProblem): SlotFrame {
  const grid = coverageGrid(problem);
  const pad = (PAD_DAYS * 1440) / problem.slotMinutes;
  return {
    startAt: grid.startAt,
    slotMinutes: problem.slotMinutes,
    slotCount: grid.count,
    pad,
    paddedSlots: grid.count + 2 * pad,
  };
}

/** Minutes from the start of the horizon; negative before it. */
export function frameMinute(frame: SlotFrame, at: Instant): number {
  return (at - frame.startAt) / MINUTE_MILLIS;
}

export function instantOfPaddedSlot(frame: SlotFrame, paddedSlot: number): Instant {
  return frame.startAt + (paddedSlot - frame.pad) * frame.slotMinutes * MINUTE_MILLIS;
}
