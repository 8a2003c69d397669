import type { CompiledCentre } from './compiled-centre.js';
import type { Draws } from './draws.js';
import type { Tallies } from './tallies.js';

/** Random inputs of a queue; patience null = nobody leaves. */
export interface QueueDraws {
  readonly handleTime: Draws;
  readonly patience: Draws | null;
}

export interface ReplicationStart {
  readonly replication: number;
  /** 0, or minus the warm-up. */
  readonly startsAt: number;
  /** Of the rates, by queue and interval; null = 1. */
  readonly factors: readonly Float64Array[] | null;
  /** 1 where a shift is missed, by shift; null = none is. */
  readonly missed: Uint8Array | null;
  readonly isCancelled?: () => boolean;
}

/** A centre that can be played again and again. */
export interface EngineRun {
  readonly centre: CompiledCentre;
  /** Counts of the last replication. */
  readonly tallies: Tallies;
  /** Contacts that arrived, over all replications. */
  readonly contacts: number;
  /** Plays one replication; false when cancelled on the way. */
  run(start: ReplicationStart): boolean;
}
