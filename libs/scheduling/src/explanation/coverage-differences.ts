import { intervalStart, type Interval } from '@yotei/time';
import type { QueueCoverage } from '../evaluation/index.js';

/** Neighbouring slots in which a queue is more short, or less, than before. */
export interface CoverageDifference {
  readonly queueId: string;
  readonly span: Interval;
  /** Agent-hours short in the span. */
  readonly shortHoursBefore: number;
  readonly shortHoursAfter: number;
}

const NOISE = 1e-9;

/** Where shortage differs, the greatest difference first. Both coverages are of the same queues and slots. */
export function coverageDifferences(
  before: readonly QueueCoverage[],
  after: readonly QueueCoverage[],
): CoverageDifference[] {
  return before
    .flatMap((queue, index) => queueDifferences(queue, after[index]!))
    .sort((a, b) => Math.abs(changeOf(b)) - Math.abs(changeOf(a)) || a.span.startAt - b.span.startAt);
}

const changeOf = (one: CoverageDifference): number => one.shortHoursAfter - one.shortHoursBefore;

function queueDifferences(before: QueueCoverage, after: QueueCoverage): CoverageDifference[] {
  const found: CoverageDifference[] = [];
  const shortOf = (queue: QueueCoverage, slot: number) => Math.max(0, -queue.staffingGap[slot]!);
  const signOf = (slot: number) => {
    const change = shortOf(after, slot) - shortOf(before, slot);
    return Math.abs(change) < NOISE ? 0 : Math.sign(change);
  };
  const { grid } = before;
  const hours = grid.stepMinutes / 60;
  for (let from = 0; from < before.staffingGap.length; from++) {
    const sign = signOf(from);
    if (sign === 0) continue;
    let [until, old, fresh] = [from, 0, 0];
    for (; until < before.staffingGap.length && signOf(until) === sign; until++) {
      old += shortOf(before, until) * hours;
      fresh += shortOf(after, until) * hours;
    }
    const span = { startAt: intervalStart(grid, from), endAt: intervalStart(grid, until) };
    found.push({ queueId: before.queueId, span, shortHoursBefore: old, shortHoursAfter: fresh });
    from = until - 1;
  }
  return found;
}
