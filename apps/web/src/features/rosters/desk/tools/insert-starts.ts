import {
  applyEdits,
  recount,
  type BoardModel,
  type BoardShift,
  type Coverage,
  type Proposal,
} from '../../board/index.js';
import { insertActivity } from '../../board/gestures/insert-activity.gesture.js';

/** A time for the activity, and what it does. */
export interface InsertStart {
  readonly start: number;
  readonly proposal: Proposal;
  /** Agent-hours short over the day, more than without it. */
  readonly shortHours: number;
  /** Must breaches it would add. */
  readonly newMust: number;
}

interface InsertScene {
  readonly model: BoardModel;
  readonly coverage: Coverage;
  readonly newMustOf: (after: BoardModel, proposal: Proposal) => number;
}

const PROPOSALS = 3;

/**
 * The three times at which the activity hurts least: no new must breach first, then least shortage over all queues
 * (squared, so that a deep hole counts more than two shallow ones), then earliest. They do not overlap.
 */
export function bestStarts(
  { model, coverage, newMustOf }: InsertScene,
  shifts: readonly BoardShift[],
  activity: { readonly type: number; readonly length: number },
): InsertStart[] {
  const from = Math.max(...shifts.map(({ start }) => start));
  const until = Math.min(...shifts.map(({ start, length }) => start + length)) - activity.length;
  const step = model.slotMinutes;
  const found: (InsertStart & { readonly harm: number })[] = [];
  for (let start = Math.ceil(from / step) * step; start <= until; start += step) {
    const proposal = insertActivity(model, shifts, { ...activity, start });
    if (!proposal) continue;
    const after = applyEdits(model, proposal.edits);
    const counted = recount(coverage, after);
    const harm = shortage(counted, 2) - shortage(coverage, 2);
    const shortHours = ((shortage(counted, 1) - shortage(coverage, 1)) * coverage.slotMinutes) / 60;
    found.push({ start, proposal, harm, shortHours, newMust: newMustOf(after, proposal) });
  }
  recount(coverage, model);
  found.sort((a, b) => a.newMust - b.newMust || a.harm - b.harm || a.start - b.start);
  const best: InsertStart[] = [];
  for (const one of found) {
    if (best.length === PROPOSALS) break;
    if (best.every(({ start }) => Math.abs(start - one.start) >= activity.length)) best.push(one);
  }
  return best;
}

function shortage(coverage: Coverage, power: 1 | 2): number {
  let sum = 0;
  for (const { short } of coverage.queues) for (const missing of short) sum += missing ** power;
  return sum;
}
