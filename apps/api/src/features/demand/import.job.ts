import { Injectable } from '@nestjs/common';
import { parseIntervals, type IntervalBatch } from '@yotei/connectors';
import { TenantDatabase } from '../../platform/database/tenant-database.js';
import { TaskQueue } from '../../platform/jobs/background-task.js';
import { JobDefinition, JobFailure, type JobOutcome, type JobRun } from '../../platform/jobs/job-definition.js';
import { FACTS_TASK } from './facts-task.js';
import { ScoreQueue } from './accuracy/score-queue.service.js';
import {
  ImportRepository,
  type ImportCounts,
  type ImportOptions,
  type ImportRecord,
  type StoredReject,
} from './imports.repository.js';
import { IntervalFactLoader, type IntervalFact } from './interval-fact.loader.js';
import { QueueDirectory } from './queue-directory.js';
import { QueueResolver } from './queue-resolver.js';

export type ImportJobInput = { readonly importId: string };

/** Rejects kept with the run; beyond these only their number is. */
const MOST_REJECTS = 100_000;

/** Loads a file batch by batch, each in a transaction of its own: memory stays small, and a killed run begins again without harm. */
@Injectable()
export class ImportJob extends JobDefinition<ImportJobInput> {
  readonly kind = 'import';

  constructor(
    private readonly database: TenantDatabase,
    private readonly imports: ImportRepository,
    private readonly loader: IntervalFactLoader,
    private readonly queues: QueueDirectory,
    private readonly scores: ScoreQueue,
    private readonly tasks: TaskQueue,
  ) {
    super();
  }

  async run({ importId }: ImportJobInput, run: JobRun): Promise<JobOutcome> {
    const record = await this.imports.byId(run.context, importId);
    if (!record) throw new JobFailure('import.gone');
    const counts = await this.load(record, run);
    return {
      result: { ...counts },
      apply: async (tx) => {
        await this.imports.ended(tx, importId, counts);
        await this.scores.enqueueIfWaiting(run.context);
        await this.tasks.wake(tx, run.context, FACTS_TASK);
      },
    };
  }

  private async load(record: ImportRecord, run: JobRun): Promise<ImportCounts> {
    const options = record.options as ImportOptions;
    await this.database.withTenant(run.context, (tx) => this.imports.begun(tx, record.id));
    const resolver = new QueueResolver(this.queues, options, record.fileName);
    const position = { bytes: 0 };
    let counts: ImportCounts = { readCount: 0, acceptedCount: 0, rejectedCount: 0, changedCount: 0 };
    for await (const batch of parseIntervals(
      counted(this.imports.chunks(run.context, record.id), position),
      readOptions(options),
    )) {
      run.signal.throwIfAborted();
      counts = await this.store({ record, run, batch, resolver, counts });
      run.progress(record.fileBytes > 0 ? Math.min(1, position.bytes / record.fileBytes) : null, { ...counts });
    }
    return counts;
  }

  private async store(step: {
    record: ImportRecord;
    run: JobRun;
    batch: IntervalBatch;
    resolver: QueueResolver;
    counts: ImportCounts;
  }): Promise<ImportCounts> {
    const { record, run, batch, resolver, counts } = step;
    return this.database.withTenant(run.context, async (tx) => {
      const { facts, strangers } = await resolved(batch, (name, minutes) => resolver.idOf(run.context, name, minutes));
      const changed = await this.loader.load(tx, facts, {
        source: (record.options as ImportOptions).sourceId,
        importId: record.id,
      });
      const rejects: readonly StoredReject[] = [...batch.rejects, ...strangers];
      await this.imports.addRejects(tx, record.id, rejects.slice(0, Math.max(0, MOST_REJECTS - counts.rejectedCount)));
      const rejectedCount = counts.rejectedCount + rejects.length;
      const readCount = counts.readCount + batch.readCount;
      const after = { readCount, rejectedCount, acceptedCount: readCount - rejectedCount };
      const changedCount = await this.imports.counted(tx, record.id, { ...after, changedNow: changed });
      if (changedCount === null) throw new Error(`import ${record.id} was ended by another attempt`);
      return { ...after, changedCount };
    });
  }
}

function readOptions({ sourceId, columnMap, zone, ambiguous, intervalMinutes }: ImportOptions) {
  return { sourceId, columnMap, zone, ambiguous, intervalMinutes: intervalMinutes ?? undefined };
}

async function* counted(chunks: AsyncIterable<Buffer>, position: { bytes: number }): AsyncGenerator<Buffer> {
  for await (const chunk of chunks) {
    yield chunk;
    position.bytes += chunk.length;
  }
}

async function resolved(
  batch: IntervalBatch,
  idOf: (name: string, intervalMinutes: number) => Promise<string | null>,
): Promise<{ facts: IntervalFact[]; strangers: StoredReject[] }> {
  const facts: IntervalFact[] = [];
  const strangers: StoredReject[] = [];
  for (const { queue, intervalMinutes, record, ...fact } of batch.records) {
    const queueId = await idOf(queue, intervalMinutes);
    if (queueId) facts.push({ queueId, ...fact });
    else
      strangers.push({
        record,
        column: 'queue',
        code: 'unknown-queue',
        raw: queue,
        message: 'no queue has this name; map it or let queues be created',
      });
  }
  return { facts, strangers };
}
