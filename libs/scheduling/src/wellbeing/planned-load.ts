import type { Grid } from '@yotei/time';
import type { WorkLoad } from './wellbeing-measure.js';

/** Agents on contact work of one queue, several skills shared; a `QueueCoverage` of the evaluation is one. */
export interface CoveredQueue {
  readonly queueId: string;
  readonly skillId: string;
  readonly grid: Grid;
  readonly scheduledAgents: Float64Array;
}

/** What is expected to come to one queue, slot by slot of the roster's coverage grid. */
export interface QueueWork {
  readonly queueId: string;
  /** Mean number of contacts in handling at once: contacts * AHT / slot length. */
  readonly erlangs: Float64Array;
  readonly handleSeconds: Float64Array;
  /** Share of the handling that is with hard contacts, 0..1; absent: unknown. */
  readonly hardShare?: Float64Array;
  /** Minutes kept free after each hard contact; default 0. */
  readonly recoveryMinutes?: number;
}

export interface PlannedLoadOptions {
  /** Share of the rostered agents who will really be there, 0..1: one less unplanned shrinkage. Default 1. */
  readonly presentShare?: number;
}

/** Sums over the queues a skill set serves, weighted by who serves where. */
interface Mixed {
  agents: number;
  busy: number;
  handle: number;
  hard: number;
  recovery: number;
  hardKnown: boolean;
}

/**
 * How busy a roster makes people, by skill set. Occupancy of a queue is offered work over the agents the roster puts on it
 * (several skills shared as in the roster's objective), at most 1: abandoning contacts are not taken off, so an overloaded
 * queue counts as full. A person's occupancy is the mean over the queues of the own skills, each weighted by the agents on
 * it: within a queue work goes round evenly. Slots in which nobody of those queues is expected to work are unknown (NaN).
 * A simulation of the week answers the same with the routing of the centre; this answers while a shift is dragged.
 *
 * @param coverage every queue of the roster, all on one grid (`coverageOf`)
 * @returns the load for a skill set, kept by skill set
 */
export function plannedLoads(
  coverage: readonly CoveredQueue[],
  work: readonly QueueWork[],
  { presentShare = 1 }: PlannedLoadOptions = {},
): (skillIds: readonly string[]) => WorkLoad {
  if (!(presentShare > 0 && presentShare <= 1))
    throw new RangeError(
      `presentShare (${presentShare}) must be above 0 and at most 1; it is 1 less unplanned shrinkage`,
    );
  const works = new Map(work.map((each) => [each.queueId, each]));
  const kept = new Map<string, WorkLoad>();
  return (skillIds) => {
    const queues = coverage.filter(({ queueId, skillId }) => skillIds.includes(skillId) && works.has(queueId));
    const key = queues.map(({ queueId }) => queueId).join();
    const known = kept.get(key);
    if (known) return known;
    const grid = coverage[0]?.grid ?? { startAt: 0, stepMinutes: 15, count: 0 };
    const load: Required<WorkLoad> = {
      grid,
      occupancy: new Float64Array(grid.count).fill(NaN),
      handleSeconds: new Float64Array(grid.count).fill(NaN),
      hardShare: new Float64Array(grid.count).fill(NaN),
      recoveryShare: new Float64Array(grid.count),
    };
    for (let slot = 0; slot < grid.count; slot++) {
      const mixed: Mixed = { agents: 0, busy: 0, handle: 0, hard: 0, recovery: 0, hardKnown: true };
      for (const { queueId, scheduledAgents } of queues)
        mix(mixed, scheduledAgents[slot]! * presentShare, works.get(queueId)!, slot);
      if (mixed.agents === 0) continue;
      load.occupancy[slot] = mixed.busy / mixed.agents;
      if (mixed.busy === 0) continue;
      load.handleSeconds[slot] = mixed.busy / mixed.handle;
      load.recoveryShare[slot] = mixed.recovery / mixed.busy;
      if (mixed.hardKnown) load.hardShare[slot] = mixed.hard / mixed.busy;
    }
    kept.set(key, load);
    return load;
  };
}

/** Adds a queue: `agents` work on it. */
function mix(mixed: Mixed, agents: number, work: QueueWork, slot: number): void {
  const { erlangs, handleSeconds, hardShare, recoveryMinutes = 0 } = work;
  if (!(agents > 0)) return;
  const busy = Math.min(agents, erlangs[slot]!);
  mixed.agents += agents;
  mixed.busy += busy;
  if (busy > 0) mixed.handle += busy / handleSeconds[slot]!;
  if (!hardShare) mixed.hardKnown = false;
  else if (busy > 0) {
    mixed.hard += busy * hardShare[slot]!;
    mixed.recovery += (busy * hardShare[slot]! * recoveryMinutes * 60) / handleSeconds[slot]!;
  }
}
