import { Injectable } from '@nestjs/common';
import type { RequestContext } from '../../../platform/context/request-context.js';
import { TenantDatabase } from '../../../platform/database/tenant-database.js';
import { JobQueue } from '../../../platform/jobs/job-queue.js';
import { JobStore } from '../../../platform/jobs/job-store.js';
import type { JobEntity } from '../../../platform/jobs/job.entity.js';
import type { FactSpan } from '../adherence/adherence-facts.repository.js';
import type { SiteSettings } from '../adherence/adherence-settings.repository.js';
import { AdherenceSettingsService } from '../adherence/adherence-settings.service.js';
import type { ExceptionScope } from '../adherence/exceptions.repository.js';
import { ExceptionsService } from '../adherence/exceptions.service.js';
import { EXCUSE_TRIAL } from './excuse-trial.job.js';
import { SETTINGS_TRIAL } from './settings-trial.job.js';

export type TrialStarted =
  | { readonly kind: 'started'; readonly job: JobEntity }
  | { readonly kind: 'invalid'; readonly path: string; readonly message: string }
  | { readonly kind: 'not-found'; readonly what: string };

/** What a change would do, computed in the background before it is saved. */
@Injectable()
export class TrialsService {
  constructor(
    private readonly database: TenantDatabase,
    private readonly queue: JobQueue,
    private readonly store: JobStore,
    private readonly settings: AdherenceSettingsService,
    private readonly exceptions: ExceptionsService,
  ) {}

  async ofSettings(context: RequestContext, wanted: SiteSettings): Promise<TrialStarted> {
    const fault = await this.settings.check(context, wanted);
    if (fault) return fault.kind === 'not-found' ? { ...fault, what: 'site' } : fault;
    const { siteId, graceSeconds, bootSeconds, ignoredActivityTypeIds, ignoredStates, countsOutsideShift } = wanted;
    const job = await this.queue.enqueue(
      context,
      SETTINGS_TRIAL,
      { siteId, graceSeconds, bootSeconds, ignoredActivityTypeIds, ignoredStates, countsOutsideShift },
      { subjectId: siteId },
    );
    return { kind: 'started', job };
  }

  async ofExcuse(context: RequestContext, order: FactSpan & { readonly scope: ExceptionScope }): Promise<TrialStarted> {
    const fault = this.exceptions.faultOfSpan(order);
    if (fault) return fault;
    const { startAt, endAt, scope } = order;
    const job = await this.queue.enqueue(context, EXCUSE_TRIAL, {
      scope: { kind: scope.kind, id: scope.id },
      startAt,
      endAt,
    });
    return { kind: 'started', job };
  }

  /** What a trial has found; null where there is none of the kind, or it is not done. */
  async result<Found>(context: RequestContext, kind: string, jobId: string): Promise<Found | null> {
    const job = await this.database.withTenant(context, (tx) => this.store.find(tx, context, jobId));
    return job?.kind === kind && job.state === 'done' ? (job.result as Found) : null;
  }
}
