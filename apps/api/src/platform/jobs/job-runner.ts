import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { RequestContext, RoleName } from '../context/request-context.js';
import { whileServerIsAway } from '../database/connection-lost.js';
import { TenantDatabase } from '../database/tenant-database.js';
import { EventBus } from '../events/event-bus.js';
import { LOGGER, type Logger } from '../observability/logger.js';
import { Metrics } from '../observability/metrics.js';
import { JobFailure, type JobDefinition, type JobOutcome, type JobRun, type JsonValue } from './job-definition.js';
import { JobRegistry } from './job-registry.js';
import { cancelTopic, JobStore, type JobEnding } from './job-store.js';
import { runInThread } from './job-thread.js';
import type { JobEntity } from './job.entity.js';
import { ProgressReporter } from './progress-reporter.js';

/** One delivery by the queue: who holds it, and which attempt it is. */
export interface QueueTicket {
  readonly queueJobId: string;
  readonly lockedBy: string;
  readonly attempts: number;
  readonly maxAttempts: number;
  readonly organisationId: string;
  readonly jobId: string;
}

/** A restart of the database takes seconds; a result computed for minutes waits for it. */
const PATIENCE_MILLIS = 60_000;
/** A roster of a thousand agents, stopped in its first phase, was handed in after 5.1 s on a busy machine of two cores. */
const CANCEL_GRACE_MILLIS = 30_000;

class JobCancelled extends Error {}
/** The worker stops; the job goes back to the queue. */
class WorkerStopping extends Error {}
/** Another attempt owns the job by now (we were frozen or cut off), so nothing of this one may be stored. */
class AttemptLost extends Error {}

/** Runs one attempt of a job from its row to its ending. */
@Injectable()
export class JobRunner {
  private readonly running = new Set<AbortController>();

  constructor(
    @Inject(LOGGER) private readonly logger: Logger,
    private readonly database: TenantDatabase,
    private readonly events: EventBus,
    private readonly registry: JobRegistry,
    private readonly store: JobStore,
    private readonly metrics: Metrics,
  ) {}

  /** Aborts what runs; each job is left for another worker. */
  abortAll(): void {
    for (const controller of this.running) controller.abort(new WorkerStopping('worker stops'));
  }

  /** Returns when the queue may forget the job; throws when it is to be tried again. */
  async run(ticket: QueueTicket): Promise<void> {
    const system: RequestContext = {
      organisationId: ticket.organisationId,
      userId: null,
      roles: [],
      requestId: ticket.jobId,
    };
    const job = await whileServerIsAway(() => this.begin(ticket, system), PATIENCE_MILLIS);
    if (!job) return;
    const stop = this.metrics.jobSeconds.startTimer({ kind: job.kind });
    const controller = new AbortController();
    this.running.add(controller);
    const listen = (): Promise<() => void> =>
      this.events.listen(system, cancelTopic(job.id), () => void this.abortWhenAsked(system, job.id, controller));
    const unlisten = await whileServerIsAway(listen, PATIENCE_MILLIS);
    const reporter = new ProgressReporter((progress) =>
      this.database.withTenant(system, (tx) => this.store.progress(tx, system, { id: job.id, ...progress })),
    );
    try {
      await this.abortWhenAsked(system, job.id, controller);
      const outcome = await this.perform(job, controller.signal, reporter);
      await reporter.close();
      await this.finish(ticket, system, { state: 'done', result: outcome.result }, outcome.apply);
      stop({ outcome: 'done' });
    } catch (error) {
      await reporter.close();
      stop({ outcome: 'failed' });
      await this.handleFailure(ticket, system, error);
    } finally {
      unlisten();
      this.running.delete(controller);
    }
  }

  private async begin(ticket: QueueTicket, system: RequestContext): Promise<JobEntity | null> {
    return this.database.withTenant(system, async (tx) => {
      const job = await this.store.find(tx, system, ticket.jobId);
      if (!job || job.finishedAt) return null;
      await assertAttempt(tx, ticket);
      if (job.cancelRequested) {
        await this.store.end(tx, system, job.id, { state: 'cancelled' });
        return null;
      }
      await this.store.begin(tx, system, job.id);
      return job;
    });
  }

  private async perform(job: JobEntity, signal: AbortSignal, reporter: ProgressReporter): Promise<JobOutcome> {
    const definition: JobDefinition | null = this.registry.find(job.kind);
    if (!definition) throw new Error(`job kind (${job.kind}) is not known to this worker; is it older than the api?`);
    const context = await this.contextOf(job);
    const progress = (fraction: number | null, details: JsonValue = null): void =>
      reporter.report({ fraction, details });
    const run: JobRun = {
      jobId: job.id,
      context,
      seed: job.seed,
      signal,
      progress,
      compute: (module, input, { onProgress = progress, onInterim } = {}) =>
        runInThread({
          module,
          input,
          signal,
          // What a stopping worker is handed is dropped, so it need not wait for it.
          graceMillis: () => (signal.reason instanceof WorkerStopping ? 0 : CANCEL_GRACE_MILLIS),
          onProgress,
          onInterim,
        }),
    };
    const outcome = await definition.run(job.input as JsonValue, run);
    if (signal.reason instanceof WorkerStopping) throw signal.reason;
    return outcome;
  }

  /** The person who asked, with the roles they have now. */
  private async contextOf(job: JobEntity): Promise<RequestContext> {
    const context = { organisationId: job.organisationId, userId: job.requestedBy, requestId: job.id };
    const rows = await this.database.read<{ roles: RoleName[] }>(
      { ...context, roles: [] },
      'select roles from memberships where organisation_id = $1 and user_id = $2',
      [job.organisationId, job.requestedBy],
    );
    return { ...context, roles: rows[0]?.roles ?? [] };
  }

  private async finish(
    ticket: QueueTicket,
    system: RequestContext,
    ending: JobEnding,
    apply?: (tx: EntityManager) => Promise<void>,
  ): Promise<void> {
    const store = (): Promise<void> =>
      this.database.withTenant(system, async (tx) => {
        await assertAttempt(tx, ticket);
        // The connection may have been lost after the commit: then it is done already.
        if ((await this.store.find(tx, system, ticket.jobId))?.finishedAt) return;
        await apply?.(tx);
        await this.store.end(tx, system, ticket.jobId, ending);
      });
    await whileServerIsAway(store, PATIENCE_MILLIS);
  }

  private async handleFailure(ticket: QueueTicket, system: RequestContext, error: unknown): Promise<void> {
    const log = this.logger.child({ jobId: ticket.jobId, attempt: ticket.attempts });
    if (error instanceof AttemptLost)
      return log.warn('another worker has taken this job over; the result of this attempt is dropped');
    if (error instanceof JobCancelled) return this.finish(ticket, system, { state: 'cancelled' });
    if (error instanceof JobFailure)
      return this.finish(ticket, system, {
        state: 'failed',
        errorCode: error.code,
        correlationId: null,
        result: error.details,
      });
    if (!(error instanceof WorkerStopping)) {
      const correlationId = randomUUID();
      log.error(
        { correlationId, err: error instanceof Error ? { message: error.message, stack: error.stack } : String(error) },
        'job attempt failed',
      );
      if (ticket.attempts >= ticket.maxAttempts)
        return this.finish(ticket, system, { state: 'failed', errorCode: 'INTERNAL', correlationId });
    }
    const note = (): Promise<void> =>
      this.database.withTenant(system, (tx) => this.store.waitAgain(tx, system, ticket.jobId));
    await whileServerIsAway(note, PATIENCE_MILLIS).catch(() => undefined);
    throw error;
  }

  /** The flag in the row, not the message, decides: a message may have been missed while the connection was down. */
  private async abortWhenAsked(system: RequestContext, jobId: string, controller: AbortController): Promise<void> {
    const job = await this.database.withTenant(system, (tx) => this.store.find(tx, system, jobId)).catch(() => null);
    if (job?.cancelRequested) controller.abort(new JobCancelled('cancelled'));
  }
}

/** The fence: holds the queue's row to the end of the transaction, or finds that it belongs to another attempt. */
async function assertAttempt(tx: EntityManager, ticket: QueueTicket): Promise<void> {
  const rows = await tx.query<unknown[]>(
    'select 1 from graphile_worker._private_jobs where id = $1 and locked_by = $2 and attempts = $3 for update',
    [ticket.queueJobId, ticket.lockedBy, ticket.attempts],
  );
  if (rows.length === 0) throw new AttemptLost('attempt lost');
}
