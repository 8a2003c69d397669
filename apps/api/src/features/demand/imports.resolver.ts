import { Args, ID, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { CurrentContext } from '../../platform/context/current.decorators.js';
import type { RequestContext } from '../../platform/context/request-context.js';
import { pageSize } from '../../platform/graphql/cursor.js';
import { InvalidInput, NotFound } from '../../platform/graphql/shared.graphql-types.js';
import type { JobState } from '../../platform/jobs/job.graphql-types.js';
import { jobOf } from '../../platform/jobs/job.mapper.js';
import { RequirePermission } from '../../platform/permissions/require-permission.decorator.js';
import { ImportService } from './import.service.js';
import { ImportInput, ImportReject, ImportRun, ImportStarted, StartImportResult } from './imports.graphql-types.js';
import { ImportRepository, type ImportOptions, type ImportRecord } from './imports.repository.js';

const FIRST_REJECTS = 20;

@Resolver(() => ImportRun)
export class ImportsResolver {
  constructor(
    private readonly imports: ImportRepository,
    private readonly starting: ImportService,
  ) {}

  @Query(() => [ImportRun])
  @RequirePermission('demand.import')
  async importRuns(
    @CurrentContext() context: RequestContext,
    @Args('first', { type: () => Int, defaultValue: 20 }) first: number,
  ): Promise<Omit<ImportRun, 'firstRejects'>[]> {
    return (await this.imports.latest(context, pageSize(first, 100))).map(runOf);
  }

  @Query(() => ImportRun, { nullable: true })
  @RequirePermission('demand.import')
  async importRun(
    @CurrentContext() context: RequestContext,
    @Args('id', { type: () => ID }) id: string,
  ): Promise<Omit<ImportRun, 'firstRejects'> | null> {
    const record = await this.imports.byId(context, id);
    return record && record.state !== 'uploaded' ? runOf(record) : null;
  }

  @ResolveField(() => [ImportReject])
  async firstRejects(@Parent() run: ImportRun, @CurrentContext() context: RequestContext): Promise<ImportReject[]> {
    return run.rejectedCount === 0 ? [] : this.imports.rejects(context, run.id, FIRST_REJECTS);
  }

  @Mutation(() => StartImportResult)
  @RequirePermission('demand.import')
  async startImport(
    @CurrentContext() context: RequestContext,
    @Args('input') input: ImportInput,
  ): Promise<typeof StartImportResult> {
    const options = optionsOf(input);
    if (!options)
      return InvalidInput.of(
        'columnMap',
        'columnMap and queueMap must be objects of texts, ambiguous one of reject, earlier, later',
      );
    const started = await this.starting.start(context, input.uploadId, options);
    if (started.kind === 'not-found') return NotFound.of('uploaded file');
    if (started.kind === 'invalid') return InvalidInput.of(started.path, started.message);
    return Object.assign(new ImportStarted(), { run: runOf(started.run), job: jobOf(started.job) });
  }
}

function runOf(record: ImportRecord): Omit<ImportRun, 'firstRejects'> {
  const { id, fileName, readCount, acceptedCount, rejectedCount, changedCount, createdAt } = record;
  return {
    id,
    fileName,
    readCount,
    acceptedCount,
    rejectedCount,
    changedCount,
    createdAt,
    jobId: record.jobId ?? '',
    state: (record.state === 'uploaded' ? 'waiting' : record.state) as JobState,
    rejectsUrl: rejectedCount > 0 ? `/api/imports/${id}/rejects.csv` : null,
  };
}

/** Null when a document of the input is not a map of texts. */
function optionsOf(input: ImportInput): ImportOptions | null {
  const columnMap = textMap(input.columnMap);
  const queueMap = textMap(input.queueMap ?? {});
  const ambiguous = AMBIGUOUS.find((choice) => choice === (input.ambiguous ?? 'reject'));
  if (!columnMap || !queueMap || !ambiguous) return null;
  return {
    sourceId: input.sourceId,
    columnMap,
    zone: input.zone,
    ambiguous,
    intervalMinutes: input.intervalMinutes ?? null,
    defaultQueueId: input.defaultQueueId ?? null,
    queueMap,
    createQueues: input.createQueues ?? false,
    siteId: input.siteId,
  };
}

const AMBIGUOUS = ['reject', 'earlier', 'later'] as const;

function textMap(value: unknown): Record<string, string> | null {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return null;
  const entries = Object.entries(value);
  return entries.every(([, text]) => typeof text === 'string')
    ? (Object.fromEntries(entries) as Record<string, string>)
    : null;
}
