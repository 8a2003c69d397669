import { Injectable } from '@nestjs/common';
import { LessThan, type EntityManager } from 'typeorm';
import type { RequestContext } from '../context/request-context.js';
import { EventBus } from '../events/event-bus.js';
import type { JsonValue } from './job-definition.js';
import { JobEntity } from './job.entity.js';

export const jobTopic = (id: string): string => `job/${id}`;
export const cancelTopic = (id: string): string => `job-cancel/${id}`;

/** How an attempt ended, as stored. */
export type JobEnding =
  | { readonly state: 'done'; readonly result: JsonValue }
  | { readonly state: 'cancelled' }
  | {
      readonly state: 'failed';
      readonly errorCode: string;
      readonly correlationId: string | null;
      readonly result?: JsonValue;
    };

/** Rows of the table `jobs`; every change is announced to those who watch the job. */
@Injectable()
export class JobStore {
  constructor(private readonly events: EventBus) {}

  async find(tx: EntityManager, context: RequestContext, id: string): Promise<JobEntity | null> {
    return tx.getRepository(JobEntity).findOneBy({ organisationId: context.organisationId, id });
  }

  /** Newest first; ids grow with time. */
  async page(
    tx: EntityManager,
    context: RequestContext,
    page: { readonly first: number; readonly afterId: string | null; readonly kind: string | null },
  ): Promise<JobEntity[]> {
    return tx.getRepository(JobEntity).find({
      where: {
        organisationId: context.organisationId,
        ...(page.kind && { kind: page.kind }),
        ...(page.afterId && { id: LessThan(page.afterId) }),
      },
      order: { id: 'DESC' },
      take: page.first,
    });
  }

  async begin(tx: EntityManager, context: RequestContext, id: string): Promise<void> {
    await tx.query(
      `update jobs set state = 'running', attempts = attempts + 1, started_at = now() where organisation_id = $1 and id = $2`,
      [context.organisationId, id],
    );
    await this.announce(tx, context, id);
  }

  async progress(
    tx: EntityManager,
    context: RequestContext,
    job: { readonly id: string; readonly fraction: number | null; readonly details: JsonValue },
  ): Promise<void> {
    await tx.query(
      `update jobs set progress_fraction = $3, progress = $4 where organisation_id = $1 and id = $2 and state = 'running'`,
      [context.organisationId, job.id, job.fraction, JSON.stringify(job.details)],
    );
    await this.announce(tx, context, job.id);
  }

  async end(tx: EntityManager, context: RequestContext, id: string, ending: JobEnding): Promise<void> {
    const failure = ending.state === 'failed' ? ending : null;
    const result = 'result' in ending && ending.result !== undefined ? JSON.stringify(ending.result) : null;
    await tx.query(
      `update jobs set state = $3, result = $4, error_code = $5, correlation_id = $6, finished_at = now(),
         progress_fraction = case when $3 = 'done' then 1 else progress_fraction end
       where organisation_id = $1 and id = $2 and finished_at is null`,
      [context.organisationId, id, ending.state, result, failure?.errorCode ?? null, failure?.correlationId ?? null],
    );
    await this.announce(tx, context, id);
  }

  async waitAgain(tx: EntityManager, context: RequestContext, id: string): Promise<void> {
    await tx.query(`update jobs set state = 'waiting' where organisation_id = $1 and id = $2 and state = 'running'`, [
      context.organisationId,
      id,
    ]);
    await this.announce(tx, context, id);
  }

  async announce(tx: EntityManager, context: RequestContext, id: string): Promise<void> {
    await this.events.publish(tx, context, { topic: jobTopic(id), payload: null });
  }
}
