import type { Grid } from '@yotei/time';
import { slotCost } from '../../evaluation/index.js';
import { demandOnSlots, type ObjectiveWeights, type QueueDemand } from '../../roster/index.js';

/** One queue's agents to roster in every slot of the horizon. */
export interface ColumnQueue {
  readonly queueId: string;
  readonly required: Float64Array;
  readonly weights: ObjectiveWeights;
}

/** One skill's demand: the queues that need it, as one column of the cover. */
export interface SkillColumn {
  readonly skillId: string;
  readonly queues: readonly ColumnQueue[];
}

/**
 * Cost of the n-th agent of each cell (slot, skill), negative while it fills a shortage. Queues of one skill are joined
 * exactly: the cheapest way to share n agents over convex costs is to take the n least marginal costs of all of them.
 * Past the stored entries every further agent costs the cell's last one.
 */
export interface CostTable {
  readonly slotCount: number;
  readonly columns: readonly SkillColumn[];
  /** Offset of a cell's entries, at `slot * columns + column`; one more at the end. */
  readonly offsets: Int32Array;
  readonly marginals: Float64Array;
  /** Cost of each cell with nobody assigned. */
  readonly emptyCost: Float64Array;
  /** Price unit of one slot against the objective's 15 minutes. */
  readonly slotScale: number;
}

/** Queues in the order of the demand, joined by skill. */
function skillColumns(demand: readonly QueueDemand[], weights: ObjectiveWeights, grid: Grid): SkillColumn[] {
  const bySkill = new Map<string, ColumnQueue[]>();
  for (const queue of demand) {
    const required = demandOnSlots(queue, grid);
    const column = { queueId: queue.queueId, required, weights: queue.weights ?? weights };
    const queues = bySkill.get(queue.skillId);
    if (queues) queues.push(column);
    else bySkill.set(queue.skillId, [column]);
  }
  return [...bySkill].map(([skillId, queues]) => ({ skillId, queues }));
}

function queueMarginals(demand: number, weights: ObjectiveWeights, scale: number): number[] {
  const entries: number[] = [];
  // Two bands over demand and one more agent: from there on every agent costs the last band's price.
  const count = Math.ceil(demand * 1.2) + 1;
  for (let n = 1; n <= count; n++)
    entries.push((slotCost(n, demand, weights) - slotCost(n - 1, demand, weights)) * scale);
  return entries;
}

/** Builds the table over the slots of the coverage grid. */
export function costTable(demand: readonly QueueDemand[], weights: ObjectiveWeights, grid: Grid): CostTable {
  const columns = skillColumns(demand, weights, grid);
  const slotScale = grid.stepMinutes / 15;
  const offsets = new Int32Array(grid.count * columns.length + 1);
  const emptyCost = new Float64Array(grid.count * columns.length);
  const entries: number[] = [];
  for (let slot = 0; slot < grid.count; slot++) {
    columns.forEach((column, s) => {
      const cell = slot * columns.length + s;
      offsets[cell] = entries.length;
      const cellEntries: number[] = [];
      for (const queue of column.queues) {
        const required = queue.required[slot]!;
        emptyCost[cell]! += slotCost(0, required, queue.weights) * slotScale;
        cellEntries.push(...queueMarginals(required, queue.weights, slotScale));
      }
      // The queue with the cheapest last band takes everyone beyond; dearer bands of others are never reached.
      const beyond = Math.min(...column.queues.map((queue) => queue.weights.overStaffing[2])) * slotScale;
      for (const entry of cellEntries.sort((a, b) => a - b)) if (entry < beyond) entries.push(entry);
      entries.push(beyond);
    });
  }
  offsets[offsets.length - 1] = entries.length;
  return { slotCount: grid.count, columns, offsets, marginals: Float64Array.from(entries), emptyCost, slotScale };
}
