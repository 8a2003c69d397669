import { Injectable } from '@nestjs/common';
import type { RequestContext } from '../../../platform/context/request-context.js';
import { TenantDatabase } from '../../../platform/database/tenant-database.js';
import { JobQueue } from '../../../platform/jobs/job-queue.js';
import type { JobEntity } from '../../../platform/jobs/job.entity.js';
import { RecordsRepository } from '../../rosters/index.js';
import type { SampleLanguage } from './sample-centre.js';
import type { SampleDataJobInput } from './sample-data.job.js';
import { SampleDataRepository, type SampleUse, type StoredSample } from './sample-data.repository.js';

export type SampleState =
  | { readonly kind: 'none'; readonly mayFill: boolean }
  | {
      readonly kind: 'filling' | 'filled' | 'failed';
      readonly sample: StoredSample;
      readonly uses: readonly SampleUse[];
    };

export type SampleStart = { readonly kind: 'started'; readonly job: JobEntity } | { readonly kind: 'not-empty' };

export type SampleRemoval =
  | { readonly kind: 'removed'; readonly agentCount: number }
  | { readonly kind: 'none' }
  | { readonly kind: 'filling' }
  | { readonly kind: 'in-use'; readonly uses: readonly SampleUse[] };

/** An empty organisation is filled with an invented centre to try things with, and emptied of it again. */
@Injectable()
export class SampleDataService {
  constructor(
    private readonly database: TenantDatabase,
    private readonly samples: SampleDataRepository,
    private readonly jobs: JobQueue,
    private readonly records: RecordsRepository,
  ) {}

  async state(context: RequestContext): Promise<SampleState> {
    return this.database.withTenant(context, async (): Promise<SampleState> => {
      const sample = await this.samples.find(context);
      if (!sample) return { kind: 'none', mayFill: await this.samples.isEmpty(context) };
      const uses = sample.isFilling ? [] : await this.samples.uses(context);
      return { kind: kindOf(sample), sample, uses };
    });
  }

  /** Only where nobody works and nothing comes in yet: invented people must never stand among real ones. */
  async start(context: RequestContext, language: SampleLanguage): Promise<SampleStart> {
    return this.database.withTenant(context, async (tx): Promise<SampleStart> => {
      if (!(await this.samples.isEmpty(context)) || !(await this.samples.begin(tx, context.userId)))
        return { kind: 'not-empty' };
      const input: SampleDataJobInput = { language };
      const job = await this.jobs.enqueue(context, 'sample-data', input);
      await this.samples.startedBy(tx, job.id);
      await this.audit(tx, context, { action: 'sample-data.fill', after: { jobId: job.id } });
      return { kind: 'started', job };
    });
  }

  /** Takes it away whole, with what was planned and computed of it; not while something of the organisation's own leans on it. */
  async remove(context: RequestContext): Promise<SampleRemoval> {
    return this.database.withTenant(context, async (tx): Promise<SampleRemoval> => {
      const sample = await this.samples.find(context);
      if (!sample) return { kind: 'none' };
      if (sample.isFilling) return { kind: 'filling' };
      const uses = await this.samples.uses(context);
      if (uses.length > 0) return { kind: 'in-use', uses };
      await this.samples.takeAway(tx, sample);
      await this.samples.forget(tx);
      await this.audit(tx, context, { action: 'sample-data.remove', before: sample.rows });
      return { kind: 'removed', agentCount: sample.rows.agents?.length ?? 0 };
    });
  }

  private audit(
    tx: Parameters<RecordsRepository['audit']>[0],
    context: RequestContext,
    change: { readonly action: string; readonly before?: unknown; readonly after?: unknown },
  ): Promise<void> {
    return this.records.audit(tx, context, {
      ...change,
      subjectKind: 'organisation',
      subjectId: context.organisationId,
    });
  }
}

function kindOf({ filledAt, isFilling }: StoredSample): 'filling' | 'filled' | 'failed' {
  if (filledAt !== null) return 'filled';
  return isFilling ? 'filling' : 'failed';
}
