import type { QueueCoverage } from '@yotei/scheduling/evaluation';
import { intervalIndex, intervalStart, type Grid } from '@yotei/time';

/** Agents on contacts by queue on a grid of the same or a longer step: means over an interval, so that agent-hours stay the same. */
export function agentsOnGrid(
  coverage: readonly QueueCoverage[],
  grid: Grid,
  sums: Map<string, Float64Array> = new Map<string, Float64Array>(),
): Map<string, Float64Array> {
  for (const { queueId, grid: slots, scheduledAgents } of coverage) {
    const sum = sums.get(queueId) ?? new Float64Array(grid.count);
    const part = slots.stepMinutes / grid.stepMinutes;
    for (let slot = 0; slot < slots.count; slot += 1) {
      const at = intervalIndex(grid, intervalStart(slots, slot));
      if (at >= 0 && at < grid.count) sum[at]! += part * scheduledAgents[slot]!;
    }
    sums.set(queueId, sum);
  }
  return sums;
}
