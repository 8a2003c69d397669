import type { Grid } from '@yotei/time';
import { performanceOf, type ServiceGoal, type StaffingLoad } from '../staffing/index.js';

/** What agents present are worth to the customers of one queue, slot by slot of the coverage grid. */
export interface QueueService {
  readonly queueId: string;
  /** Contacts offered in the slot: the weight of its service level. */
  readonly contacts: (slot: number) => number;
  /** Share answered in time with so many agents rostered, 0..1; null where the slot has no contacts or no forecast. */
  readonly fractionWith: (slot: number, rosteredAgents: number) => number | null;
}

export interface QueueServiceSetup {
  readonly queueId: string;
  readonly modelId: string;
  readonly goal: ServiceGoal;
  /** Unplanned absence taken off those rostered, 0..1. */
  readonly shrinkageFraction: number;
  /** Load of the interval that holds the slot; null: no forecast. */
  readonly loadAt: (slot: number) => StaffingLoad | null;
  readonly grid: Grid;
}

/**
 * Service level from the queue's own staffing model. Between whole numbers of agents it is read on the straight line, so
 * that half an agent more is half a step better. Overload is 0. Answers are kept, because one slot is asked often.
 */
export function queueServiceOf(setup: QueueServiceSetup): QueueService {
  const { queueId, modelId, goal, loadAt, grid, shrinkageFraction } = setup;
  const known = new Map<string, number>();
  const whole = (slot: number, load: StaffingLoad, agents: number): number => {
    const key = `${slot} ${agents}`;
    let fraction = known.get(key);
    if (fraction === undefined) {
      const found = agents === 0 ? 0 : performanceOf(modelId, load, agents, goal).serviceLevelFraction;
      known.set(key, (fraction = Number.isFinite(found) ? Math.min(1, Math.max(0, found)) : 0));
    }
    return fraction;
  };
  return {
    queueId,
    contacts: (slot) => {
      const load = loadAt(slot);
      return load ? (load.contacts * grid.stepMinutes * 60) / load.intervalSeconds : 0;
    },
    fractionWith: (slot, rostered) => {
      const load = loadAt(slot);
      if (!load || load.contacts <= 0) return null;
      const present = Math.max(0, rostered * (1 - shrinkageFraction));
      const below = Math.floor(present + 1e-9);
      const part = Math.max(0, present - below);
      const low = whole(slot, load, below);
      return part < 1e-9 ? low : low + part * (whole(slot, load, below + 1) - low);
    },
  };
}
