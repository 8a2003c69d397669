import { setTimeout as sleep } from 'node:timers/promises';
import { Inject, Injectable, type BeforeApplicationShutdown } from '@nestjs/common';
import { Logger as QueueLogger, run, type JobHelpers, type Runner, type WorkerEvents } from 'graphile-worker';
import { EventEmitter } from 'node:events';
import pg from 'pg';
import { randomUUID } from 'node:crypto';
import { SETTINGS, type Settings } from '../../config/settings.js';
import { whileServerIsAway } from '../database/connection-lost.js';
import { TenantDatabase } from '../database/tenant-database.js';
import { LOGGER, type Logger } from '../observability/logger.js';
import { QUEUE_BACKGROUND_TASK } from './background-task.js';
import { Heartbeat, type LostJob } from './heartbeat.js';
import { QUEUE_TASK } from './job-queue.js';
import { JobRunner } from './job-runner.js';
import { JobStore } from './job-store.js';
import { TaskRunner } from './task-runner.js';

const RESTART_MILLIS = 1_000;
const SERVER_PATIENCE_MILLIS = 60_000;

/** Takes jobs from the queue until the process ends; starts over when the database was away. */
@Injectable()
export class QueueWorker implements BeforeApplicationShutdown {
  private readonly heartbeat: Heartbeat;
  private stopping = false;
  private runner: Runner | undefined;
  private pool: pg.Pool | undefined;
  private working: Promise<void> = Promise.resolve();

  constructor(
    @Inject(SETTINGS) private readonly settings: Settings,
    @Inject(LOGGER) private readonly logger: Logger,
    private readonly database: TenantDatabase,
    private readonly jobs: JobRunner,
    private readonly store: JobStore,
    private readonly tasks: TaskRunner,
  ) {
    this.heartbeat = new Heartbeat(database, logger, (lost) => this.giveUp(lost));
  }

  /** Resolves when work is being taken. */
  async start(): Promise<void> {
    this.pool = new pg.Pool({
      connectionString: this.settings.DATABASE_URL,
      max: this.settings.YOTEI_WORKER_CONCURRENCY + 3,
      application_name: 'yotei-queue',
      options: '-c timezone=UTC',
    });
    // Without these an ended connection would end the process.
    this.pool.on('error', (error) => this.logger.warn({ reason: error.message }, 'queue connection lost'));
    this.pool.on('connect', (client) => client.on('error', () => undefined));
    this.runner = await this.startRunner(this.pool);
    this.heartbeat.start();
    this.working = this.keepRunning(this.pool);
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.stopping = true;
    this.jobs.abortAll();
    this.tasks.abortAll();
    await this.runner?.stop().catch(() => undefined);
    await this.working;
    this.heartbeat.stop();
    await this.pool?.end().catch(() => undefined);
  }

  private async keepRunning(pool: pg.Pool): Promise<void> {
    while (!this.stopping) {
      await this.runner!.promise.catch((error: Error) =>
        this.logger.warn({ reason: error.message }, 'the queue stopped'),
      );
      while (!this.stopping) {
        await sleep(RESTART_MILLIS);
        try {
          this.runner = await this.startRunner(pool);
          break;
        } catch (error) {
          this.logger.warn({ reason: (error as Error).message }, 'the queue does not start yet');
        }
      }
    }
  }

  private startRunner(pool: pg.Pool): Promise<Runner> {
    const events: WorkerEvents = new EventEmitter();
    // Jobs are held in the pool's name, whichever of its workers runs them.
    events.on('pool:create', ({ workerPool }) => this.heartbeat.add(workerPool.id));
    events.on('pool:release', ({ workerPool }) => this.heartbeat.remove(workerPool.id));
    return run({
      pgPool: pool,
      concurrency: this.settings.YOTEI_WORKER_CONCURRENCY,
      noHandleSignals: true,
      parsedCronItems: [],
      pollInterval: 2_000,
      events,
      logger: new QueueLogger(() => (level, message) => this.logger.debug({ level }, message)),
      taskList: {
        [QUEUE_TASK]: (payload, helpers) => this.work(payload as { organisationId: string; jobId: string }, helpers),
        [QUEUE_BACKGROUND_TASK]: (payload, { job }) =>
          this.whenServerAnswers(this.tasks.run(payload as { organisationId: string; task: string }, job.id)),
      },
    });
  }

  private async work(
    payload: { readonly organisationId: string; readonly jobId: string },
    { job }: JobHelpers,
  ): Promise<void> {
    await this.whenServerAnswers(
      this.jobs.run({
        ...payload,
        queueJobId: job.id,
        lockedBy: job.locked_by!,
        attempts: job.attempts,
        maxAttempts: job.max_attempts,
      }),
    );
  }

  private async whenServerAnswers(work: Promise<void>): Promise<void> {
    try {
      await work;
    } finally {
      // The queue ends the process when it cannot note how a job went, so it hears of it only when the server is there.
      const ask = (): Promise<unknown> => this.database.withoutTenant((tx) => tx.query('select 1'));
      await whileServerIsAway(ask, SERVER_PATIENCE_MILLIS).catch(() => undefined);
    }
  }

  private async giveUp(lost: LostJob): Promise<void> {
    const system = { organisationId: lost.organisationId, userId: null, roles: [], requestId: lost.jobId };
    const correlationId = randomUUID();
    this.logger.error({ jobId: lost.jobId, correlationId }, 'job given up: no attempt is left that could answer');
    await this.database.withTenant(system, async (tx) => {
      await this.store.end(tx, system, lost.jobId, { state: 'failed', errorCode: 'WORKER_LOST', correlationId });
      if (lost.queueJobId !== null)
        await tx.query('select graphile_worker.complete_jobs(array[$1::bigint])', [lost.queueJobId]);
    });
  }
}
