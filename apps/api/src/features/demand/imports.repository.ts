import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { ColumnMap, Reject } from '@yotei/connectors';
import type { Instant } from '@yotei/time';
import type { EntityManager } from 'typeorm';
import type { RequestContext } from '../../platform/context/request-context.js';
import { TenantDatabase } from '../../platform/database/tenant-database.js';

export type ImportState = 'uploaded' | 'waiting' | 'running' | 'done' | 'failed' | 'cancelled';

/** How a file is to be read; kept with the import, so that a run can be repeated. */
export interface ImportOptions {
  readonly sourceId: string;
  readonly columnMap: ColumnMap;
  readonly zone: string;
  readonly ambiguous: 'reject' | 'earlier' | 'later';
  readonly intervalMinutes: number | null;
  readonly defaultQueueId: string | null;
  readonly queueMap: Readonly<Record<string, string>>;
  readonly createQueues: boolean;
  readonly siteId: string;
}

export interface ImportCounts {
  readonly readCount: number;
  readonly acceptedCount: number;
  readonly rejectedCount: number;
  /** Intervals that are new or differ from what was stored. */
  readonly changedCount: number;
}

export interface ImportRecord extends ImportCounts {
  readonly id: string;
  readonly fileName: string;
  readonly fileBytes: number;
  readonly state: ImportState;
  readonly jobId: string | null;
  readonly createdAt: Instant;
  readonly options: Partial<ImportOptions>;
}

/** A row left out, also for reasons the source cannot know. */
export interface StoredReject extends Omit<Reject, 'code'> {
  readonly code: Reject['code'] | 'unknown-queue';
}

/** A run whose job failed for good or was called off before it began has ended, whatever its own row still says. */
const SELECT = `
select i.id, i.file_name as "fileName", coalesce(i.file_bytes, 0) as "fileBytes", i.job_id as "jobId", i.created_at as "createdAt", i.options,
  case when i.state in ('waiting', 'running') and j.state in ('failed', 'cancelled') then j.state else i.state end as state,
  i.read_count as "readCount", i.accepted_count as "acceptedCount", i.rejected_count as "rejectedCount", i.changed_count as "changedCount"
from imports i left join jobs j on j.organisation_id = i.organisation_id and j.id = i.job_id`;

const headerHash = (header: readonly string[]): string =>
  createHash('sha256').update(JSON.stringify(header)).digest('hex');

/** Uploaded files and the runs that load them. */
@Injectable()
export class ImportRepository {
  constructor(private readonly database: TenantDatabase) {}

  async byId(context: RequestContext, id: string): Promise<ImportRecord | null> {
    const [row] = await this.database.read<ImportRecord>(context, `${SELECT} where i.id = $1`, [id]);
    return row ?? null;
  }

  /** Newest first; files that were uploaded but never started are left out. */
  async latest(context: RequestContext, first: number): Promise<ImportRecord[]> {
    return this.database.read<ImportRecord>(
      context,
      `${SELECT} where i.state <> 'uploaded' order by i.created_at desc limit $1`,
      [first],
    );
  }

  async create(tx: EntityManager, file: { fileName: string; createdBy: string | null }): Promise<string> {
    const [{ id }] = await tx.query(
      `insert into imports (organisation_id, source_id, file_name, created_by) values (app_organisation_id(), '', $1, $2) returning id`,
      [file.fileName, file.createdBy],
    );
    return id;
  }

  async addChunk(tx: EntityManager, importId: string, chunk: { ordinal: number; content: Buffer }): Promise<void> {
    await tx.query(
      'insert into import_chunks (organisation_id, import_id, ordinal, content) values (app_organisation_id(), $1, $2, $3)',
      [importId, chunk.ordinal, chunk.content],
    );
  }

  async uploaded(
    tx: EntityManager,
    importId: string,
    file: { sourceId: string; bytes: number; sha256: string },
  ): Promise<void> {
    await tx.query('update imports set source_id = $2, file_bytes = $3, file_sha256 = $4 where id = $1', [
      importId,
      file.sourceId,
      file.bytes,
      file.sha256,
    ]);
  }

  /** The file's bytes, a megabyte at a time; each piece is a read of its own, so that no transaction stays open. */
  async *chunks(context: RequestContext, importId: string): AsyncGenerator<Buffer> {
    for (let ordinal = 0; ; ordinal += 1) {
      const [row] = await this.database.read<{ content: Buffer }>(
        context,
        'select content from import_chunks where import_id = $1 and ordinal = $2',
        [importId, ordinal],
      );
      if (!row) return;
      yield row.content;
    }
  }

  async rememberedMap(
    context: RequestContext,
    header: readonly string[],
  ): Promise<{ sourceId: string; columnMap: ColumnMap } | null> {
    const [row] = await this.database.read<{ sourceId: string; columnMap: ColumnMap }>(
      context,
      `select source_id as "sourceId", columns as "columnMap" from import_column_maps where header_sha256 = $1`,
      [headerHash(header)],
    );
    return row ?? null;
  }

  async rememberMap(tx: EntityManager, header: readonly string[], options: ImportOptions): Promise<void> {
    await tx.query(
      `insert into import_column_maps (organisation_id, header_sha256, source_id, columns, zone) values (app_organisation_id(), $1, $2, $3::jsonb, $4)
       on conflict (organisation_id, header_sha256) do update set source_id = excluded.source_id, columns = excluded.columns, zone = excluded.zone, used_at = now()`,
      [headerHash(header), options.sourceId, JSON.stringify(options.columnMap), options.zone],
    );
  }

  async started(tx: EntityManager, importId: string, run: { jobId: string; options: ImportOptions }): Promise<void> {
    await tx.query(
      `update imports set state = 'waiting', job_id = $2, options = $3::jsonb, source_id = $4, zone = $5 where id = $1`,
      [importId, run.jobId, JSON.stringify(run.options), run.options.sourceId, run.options.zone],
    );
  }

  /**
   * A new attempt begins from the start of the file: what it reads and rejects is counted afresh. What earlier attempts
   * changed stays changed, and stays counted.
   */
  async begun(tx: EntityManager, importId: string): Promise<void> {
    await tx.query('delete from import_rejects where import_id = $1', [importId]);
    await tx.query(
      `update imports set state = 'running', read_count = 0, accepted_count = 0, rejected_count = 0 where id = $1`,
      [importId],
    );
  }

  /**
   * Stores the counts so far; `changedNow` is added to what was changed before, the sum is answered. Null when the run has
   * ended meanwhile: another attempt has taken its place, so nothing of this one may be stored.
   */
  async counted(
    tx: EntityManager,
    importId: string,
    counts: Omit<ImportCounts, 'changedCount'> & { readonly changedNow: number },
  ): Promise<number | null> {
    const [rows] = await tx.query(
      `update imports set read_count = $2, accepted_count = $3, rejected_count = $4, changed_count = changed_count + $5
       where id = $1 and state = 'running' returning changed_count::float8 as "changedCount"`,
      [importId, counts.readCount, counts.acceptedCount, counts.rejectedCount, counts.changedNow],
    );
    return rows[0]?.changedCount ?? null;
  }

  /** All of the file is loaded; it is not kept. */
  async ended(tx: EntityManager, importId: string, counts: ImportCounts): Promise<void> {
    await tx.query(
      `update imports set state = 'done', finished_at = now(), read_count = $2, accepted_count = $3, rejected_count = $4 where id = $1`,
      [importId, counts.readCount, counts.acceptedCount, counts.rejectedCount],
    );
    await tx.query('delete from import_chunks where import_id = $1', [importId]);
  }

  async addRejects(tx: EntityManager, importId: string, rejects: readonly StoredReject[]): Promise<void> {
    if (rejects.length === 0) return;
    await tx.query(
      `insert into import_rejects (organisation_id, import_id, record, ordinal, column_name, code, message, raw)
       select app_organisation_id(), $1, r.record, row_number() over (partition by r.record) - 1, r.column_name, r.code, r.message, r.raw
       from unnest($2::integer[], $3::text[], $4::text[], $5::text[], $6::text[]) as r (record, column_name, code, message, raw)
       on conflict do nothing`,
      [
        importId,
        rejects.map(({ record }) => record),
        rejects.map(({ column }) => column),
        rejects.map(({ code }) => code),
        rejects.map(({ message }) => message),
        rejects.map(({ raw }) => raw.slice(0, 500)),
      ],
    );
  }

  async rejects(context: RequestContext, importId: string, first: number): Promise<StoredReject[]> {
    return this.database.read<StoredReject>(
      context,
      `select record, coalesce(column_name, '') as "column", code, message, raw from import_rejects where import_id = $1 order by record, ordinal limit $2`,
      [importId, first],
    );
  }
}
