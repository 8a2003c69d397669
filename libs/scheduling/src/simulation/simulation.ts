import type { ServiceLevelVariant } from '../staffing/staffing-model.js';

export interface SimulateOptions {
  /** Independent repetitions, each with random streams of its own; default 100. */
  readonly replications?: number;
  /** Same seed, same result, on every machine; default 1. */
  readonly seed?: number;
  /** Time simulated before the first interval at its rates and staffing, and not counted; default 0: opens empty. */
  readonly warmUpSeconds?: number;
  /** Of the intervals around every estimate; default 0.95. */
  readonly confidenceFraction?: number;
  /** Keeps the value of each replication (for paired comparisons); default false. */
  readonly keepReplications?: boolean;
  /** Polled at least every 65,536 events; true stops with the replications completed. */
  readonly isCancelled?: () => boolean;
  /** Called after each replication. */
  readonly onProgress?: (progress: SimulationProgress) => void;
}

export interface SimulationProgress {
  readonly replications: number;
  readonly ofReplications: number;
  readonly contacts: number;
}

/**
 * A mean with its uncertainty from independent observations (replications, or batches of a long run). Ratios are ratios
 * of sums. NaN: nothing to take the ratio of; the interval is NaN with a single observation.
 */
export interface Estimate {
  readonly value: number;
  readonly standardError: number;
  /** Ends of the confidence interval (Student's t). */
  readonly low: number;
  readonly high: number;
}

/** Spread over replications, not its uncertainty: "on one day in ten it is below p10". */
export interface Spread {
  readonly p05: number;
  readonly p10: number;
  readonly p50: number;
  readonly p90: number;
  readonly p95: number;
}

/** Measures whose spread over replications is known. */
export type SpreadMeasure = 'serviceLevelFraction' | 'asaSeconds' | 'abandonmentFraction' | 'occupancyFraction';

/** What happened to the contacts that arrived in a span, and the time that passed in it. */
export interface QueueMeasures {
  /** Contacts a replication. offered = answered + abandoned + blocked + unserved. */
  readonly offered: Estimate;
  readonly answered: Estimate;
  readonly abandoned: Estimate;
  /** Turned away because all lines were taken. */
  readonly blocked: Estimate;
  /** Still waiting when nobody was there to serve them any more. */
  readonly unserved: Estimate;
  readonly answeredWithin: Estimate;
  readonly abandonedWithin: Estimate;
  /** By the variants of the staffing models; the threshold is the goal's. */
  readonly serviceLevelFractions: Readonly<Record<ServiceLevelVariant, Estimate>>;
  /** The goal's variant of them. */
  readonly serviceLevelFraction: Estimate;
  /** Share of the offered not answered or blocked at once. */
  readonly waitProbability: Estimate;
  readonly abandonmentFraction: Estimate;
  readonly blockingFraction: Estimate;
  /** Mean wait of the answered. */
  readonly asaSeconds: Estimate;
  /** Mean time in queue of all, however it ended. */
  readonly meanWaitSeconds: Estimate;
  /** Time average of the span, whenever the contacts arrived. */
  readonly meanQueueLength: Estimate;
  /** Handling time / time at work of the agents with the skill, on whatever queue. */
  readonly occupancyFraction: Estimate;
  /** Time average of the agents at work who can serve the queue just then; those bound to others are not. */
  readonly agentsAtWork: Estimate;
  /** Chance that the span as a whole meets the queue's goal; a span without contacts meets it. Wilson interval. */
  readonly goalMet?: Estimate;
  readonly spread: Readonly<Record<SpreadMeasure, Spread>>;
  /** One value a replication, with `keepReplications`. */
  readonly replications?: Readonly<Record<SpreadMeasure, Float32Array>>;
}

export interface GroupMeasures {
  /** Share of the time at work with at least one contact in hand. */
  readonly occupancyFraction: Estimate;
  /** Contacts in hand / (agents at work × concurrency). */
  readonly slotOccupancyFraction: Estimate;
  /** Time averages. */
  readonly contactsInHand: Estimate;
  readonly agentsAtWork: Estimate;
}

/** The same measures of every interval, every period in the centre's order, and the whole horizon. */
export interface BySpan<Measures> {
  readonly id: string;
  readonly intervals: readonly Measures[];
  readonly periods: readonly Measures[];
  readonly whole: Measures;
}

export interface SimulationResult {
  /** Completed; fewer than asked for when stopped. */
  readonly replications: number;
  readonly stoppedBy: 'end' | 'cancel';
  /** Contacts simulated, those of the warm-up included. */
  readonly contacts: number;
  readonly queues: readonly BySpan<QueueMeasures>[];
  readonly groups: readonly BySpan<GroupMeasures>[];
  /** Chance that all queues with a goal meet it in the same span; absent without a goal. */
  readonly allGoalsMet?: BySpan<Estimate>;
}
