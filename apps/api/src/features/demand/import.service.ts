import { Injectable } from '@nestjs/common';
import { findSource, INTERVAL_SOURCES } from '@yotei/connectors';
import { isZone } from '@yotei/time';
import type { RequestContext } from '../../platform/context/request-context.js';
import { TenantDatabase } from '../../platform/database/tenant-database.js';
import { JobQueue } from '../../platform/jobs/job-queue.js';
import type { JobEntity } from '../../platform/jobs/job.entity.js';
import { OrganisationService } from '../organisation/organisation.service.js';
import { ImportRepository, type ImportOptions, type ImportRecord } from './imports.repository.js';
import { QueueDirectory } from './queue-directory.js';
import { UploadService } from './upload.service.js';

export type StartedImport =
  | { readonly kind: 'started'; readonly run: ImportRecord; readonly job: JobEntity }
  | { readonly kind: 'not-found' }
  | { readonly kind: 'invalid'; readonly path: string; readonly message: string };

/** Length of intervals where neither the planner nor the file's sample tells one. */
const USUAL_INTERVAL_MINUTES = 15;

type Fault = { readonly path: string; readonly message: string } | null;

/** Starts the loading of an uploaded file. */
@Injectable()
export class ImportService {
  constructor(
    private readonly database: TenantDatabase,
    private readonly imports: ImportRepository,
    private readonly uploads: UploadService,
    private readonly queues: QueueDirectory,
    private readonly organisation: OrganisationService,
    private readonly jobs: JobQueue,
  ) {}

  async start(context: RequestContext, uploadId: string, options: ImportOptions): Promise<StartedImport> {
    const fault = faultOf(options) ?? (await this.referenceFault(context, options));
    if (fault) return { kind: 'invalid', ...fault };
    return this.database.withTenant(context, async (tx) => {
      const [upload] = await tx.query('select state from imports where id = $1 for update', [uploadId]);
      if (!upload) return { kind: 'not-found' as const };
      if (upload.state !== 'uploaded')
        return {
          kind: 'invalid' as const,
          path: 'uploadId',
          message: 'this file is being loaded or was loaded already; upload it again',
        };
      const head = await this.uploads.head(context, uploadId);
      const header = head?.header ?? [];
      const unknown = Object.entries(options.columnMap).find(([, column]) => !header.includes(column));
      if (unknown)
        return {
          kind: 'invalid' as const,
          path: `columnMap.${unknown[0]}`,
          message: `the file has no column ${unknown[1]}`,
        };
      const complete = {
        ...options,
        intervalMinutes: options.intervalMinutes ?? head?.intervalMinutes ?? USUAL_INTERVAL_MINUTES,
      };
      await this.imports.rememberMap(tx, header, complete);
      const job = await this.jobs.enqueue(context, 'import', { importId: uploadId }, { subjectId: uploadId });
      await this.imports.started(tx, uploadId, { jobId: job.id, options: complete });
      return { kind: 'started' as const, run: (await this.imports.byId(context, uploadId))!, job };
    });
  }

  private async referenceFault(context: RequestContext, options: ImportOptions): Promise<Fault> {
    if (!(await this.organisation.sites(context)).some(({ id }) => id === options.siteId))
      return { path: 'siteId', message: 'no such site' };
    if (!options.columnMap['queue'] && !options.defaultQueueId && !options.createQueues) {
      return { path: 'defaultQueueId', message: 'the file names no queue; choose one' };
    }
    const known = new Set((await this.queues.withPutAway(context)).map(({ id }) => id));
    if (options.defaultQueueId && !known.has(options.defaultQueueId))
      return { path: 'defaultQueueId', message: 'no such queue' };
    const stray = Object.entries(options.queueMap).find(([, id]) => !known.has(id));
    return stray ? { path: `queueMap.${stray[0]}`, message: 'no such queue' } : null;
  }
}

function faultOf({ sourceId, columnMap, zone, intervalMinutes }: ImportOptions): Fault {
  if (!INTERVAL_SOURCES.some(({ id }) => id === sourceId))
    return { path: 'sourceId', message: `use one of ${INTERVAL_SOURCES.map(({ id }) => id).join(', ')}` };
  if (!isZone(zone)) return { path: 'zone', message: `${zone} is not an IANA time zone; use for example Asia/Tokyo` };
  if (intervalMinutes !== null && !(intervalMinutes > 0 && 1440 % intervalMinutes === 0))
    return { path: 'intervalMinutes', message: 'minutes must divide a day; use 15 or 30' };
  const missing = findSource(sourceId).fields.find(({ id, required }) => required && !columnMap[id]);
  return missing ? { path: `columnMap.${missing.id}`, message: `choose the column of ${missing.title.en}` } : null;
}
