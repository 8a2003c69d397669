import { intervalIndex, intervalStart, type Grid } from '@yotei/time';
import type { QueueDemand } from './roster-problem.js';

/**
 * The queue's demand in every slot of the coverage grid: the value of the demand interval that holds the slot's start,
 * so a 30-minute requirement counts twice on 15-minute slots. 0 outside the demand's grid and where it is missing.
 */
export function demandOnSlots(demand: QueueDemand, slots: Grid): Float64Array {
  const values = new Float64Array(slots.count);
  for (let slot = 0; slot < slots.count; slot++) {
    values[slot] = demand.agentsToRoster[intervalIndex(demand.grid, intervalStart(slots, slot))] || 0;
  }
  return values;
}
