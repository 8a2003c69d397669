import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { SETTINGS, type Settings } from '../../config/settings.js';
import { RandomSource } from '../clock/clock.js';
import type { RequestContext } from '../context/request-context.js';
import { TenantDatabase } from '../database/tenant-database.js';
import { EventBus } from '../events/event-bus.js';
import { canonicalJson, inputSha256 } from './canonical-json.js';
import type { JsonValue } from './job-definition.js';
import { cancelTopic, JobStore } from './job-store.js';
import type { JobEntity } from './job.entity.js';

/** The one task name in graphile-worker; the kind is in our own row. */
export const QUEUE_TASK = 'yotei_job';
const MOST_ATTEMPTS = 5;

export interface EnqueueOptions {
  /** Absent = drawn, and stored. */
  readonly seed?: number;
  /** What it works on, so that a page can find it. */
  readonly subjectId?: string;
}

/** Asking for work in the background, and calling it off. */
@Injectable()
export class JobQueue {
  constructor(
    @Inject(SETTINGS) private readonly settings: Settings,
    private readonly database: TenantDatabase,
    private readonly events: EventBus,
    private readonly random: RandomSource,
    private readonly store: JobStore,
  ) {}

  /** Freezes the input and queues the job, both in one transaction (that of the caller when inside `withTenant`). */
  async enqueue(
    context: RequestContext,
    kind: string,
    input: JsonValue,
    options: EnqueueOptions = {},
  ): Promise<JobEntity> {
    return this.database.withTenant(context, async (tx) => {
      const id = uuidv7();
      await tx.query(
        `insert into jobs (organisation_id, id, kind, input, input_sha256, seed, subject_id, code_version, requested_by)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
        [
          context.organisationId,
          id,
          kind,
          canonicalJson(input),
          inputSha256(input),
          options.seed ?? this.random.seed(),
          options.subjectId ?? null,
          this.settings.codeVersion,
          context.userId,
        ],
      );
      await this.addToQueue(tx, context.organisationId, id);
      return (await this.store.find(tx, context, id))!;
    });
  }

  /** Asks a waiting or running job to stop; null when there is none of that id. Finished jobs stay as they are. */
  async cancel(context: RequestContext, id: string): Promise<JobEntity | null> {
    return this.database.withTenant(context, async (tx) => {
      await tx.query(
        `update jobs set cancel_requested = true where organisation_id = $1 and id = $2 and state in ('waiting', 'running')`,
        [context.organisationId, id],
      );
      await tx.query(
        `update jobs set state = 'cancelled', finished_at = now() where organisation_id = $1 and id = $2 and state = 'waiting'`,
        [context.organisationId, id],
      );
      await this.events.publish(tx, context, { topic: cancelTopic(id), payload: null });
      await this.store.announce(tx, context, id);
      return this.store.find(tx, context, id);
    });
  }

  private async addToQueue(tx: EntityManager, organisationId: string, jobId: string): Promise<void> {
    await tx.query('select graphile_worker.add_job($1, $2::json, job_key := $3, max_attempts := $4)', [
      QUEUE_TASK,
      JSON.stringify({ organisationId, jobId }),
      jobId,
      MOST_ATTEMPTS,
    ]);
  }
}
