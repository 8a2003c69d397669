import type { EntityManager } from 'typeorm';
import type { RequestContext } from '../context/request-context.js';

export type JsonValue = null | boolean | number | string | readonly JsonValue[] | { readonly [key: string]: JsonValue };

/** What a job leaves behind. `apply` runs once, in the transaction that marks the job done; losing attempts never get there. */
export interface JobOutcome {
  readonly result: JsonValue;
  readonly apply?: (tx: EntityManager) => Promise<void>;
}

/** A running attempt as the job sees it. */
export interface JobRun {
  readonly jobId: string;
  /** The organisation, and the person who asked. */
  readonly context: RequestContext;
  readonly seed: number;
  /** Aborted by cancel and by shutdown; a job that notices throws `signal.reason` or returns its best so far. */
  readonly signal: AbortSignal;
  /** Tells the browser; at most four times a second leave the process, the newest always does. `fraction` 0..1, null = unknown. */
  progress(fraction: number | null, details?: JsonValue): void;
  /**
   * Runs `compute(input, hooks)` of a module in a thread, so that long arithmetic never stops the heartbeat. Its progress is
   * the job's unless `onProgress` takes it.
   */
  compute<Result>(module: URL, input: unknown, hear?: ComputeListeners): Promise<Result>;
}

/** Who hears what a computation tells before it answers. */
export interface ComputeListeners {
  readonly onProgress?: JobRun['progress'];
  /** What it has so far; dropped without it. */
  readonly onInterim?: (interim: JsonValue) => void;
}

/**
 * One kind of job: an injectable class in `<kind>.job.ts`, provided by its feature's module, found by its base class.
 * An expected failure throws {@link JobFailure} and is not tried again; anything else is retried.
 */
export abstract class JobDefinition<Input extends JsonValue = JsonValue> {
  abstract readonly kind: string;
  abstract run(input: Input, run: JobRun): Promise<JobOutcome>;
}

/** The job cannot succeed with this input. The code is stable and translated by the web; details are for its sentence. */
export class JobFailure extends Error {
  constructor(
    readonly code: string,
    readonly details: JsonValue = null,
  ) {
    super(code);
    this.name = 'JobFailure';
  }
}

/**
 * Second parameter of a compute module's `export async function compute(input, hooks)`. Both work while the thread is
 * busy: `isCancelled` looks at shared memory, so a long loop can ask it at each step.
 */
export interface ComputeHooks {
  isCancelled(): boolean;
  /** Hands out what there is so far; the computation itself chooses how seldom. */
  interim(interim: JsonValue): void;
  progress(fraction: number | null, details?: JsonValue): void;
}
