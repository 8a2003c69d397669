import { TOLERANCE } from '../rounding.js';
import type { GoalPart } from '../service-goal.js';

/** A wait without end counts as one of so many seconds when means are taken over different loads. */
const LONGEST_WAIT_SECONDS = 3600;

/** By how much the value is better than its target; falls as the load grows. */
export function marginOf(part: GoalPart, value: number): number {
  const finite = part.measure === 'asa' ? Math.min(value, Math.max(LONGEST_WAIT_SECONDS, 2 * part.target)) : value;
  return part.side === 'at-least' ? finite - part.target : part.target - finite;
}

/** Whether means by so much better than their targets meet every goal, ties within one part in 10⁹. */
export function marginsMeet(parts: readonly GoalPart[], meanMargins: readonly number[]): boolean {
  return parts.every(({ target }, index) => meanMargins[index]! >= -TOLERANCE * Math.max(target, 1e-3));
}

/** Two places around a root, with the values there: 0 or more at the lower, below 0 at the upper. */
export interface Bracket {
  readonly low: number;
  readonly lowMargin: number;
  readonly high: number;
  readonly highMargin: number;
  /** Relative; default 1e-9. */
  readonly tolerance?: number;
}

/** Where a falling function crosses 0: false position in its Illinois form, halving every fourth step against a stall. */
export function fallingRoot(marginAt: (x: number) => number, from: Bracket): number {
  let { low, lowMargin, high, highMargin } = from;
  const { tolerance = 1e-9 } = from;
  let lastSide = 0;
  for (let step = 0; step < 60 && high - low > tolerance * high; step += 1) {
    const share = step % 4 === 3 ? 0.5 : lowMargin / (lowMargin - highMargin);
    const at = low + Math.min(0.999, Math.max(0.001, share)) * (high - low);
    const margin = marginAt(at);
    if (Math.abs(margin) < tolerance * 1e-3) return at;
    if (margin >= 0) {
      low = at;
      lowMargin = margin;
      if (lastSide === 1) highMargin /= 2;
      lastSide = 1;
    } else {
      high = at;
      highMargin = margin;
      if (lastSide === -1) lowMargin /= 2;
      lastSide = -1;
    }
  }
  return low;
}
