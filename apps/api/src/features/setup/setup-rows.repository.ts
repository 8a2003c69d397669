import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import type { RequestContext } from '../../platform/context/request-context.js';
import { readRows, TenantDatabase } from '../../platform/database/tenant-database.js';
import { RecordsRepository } from '../rosters/index.js';
import type { EntityManager } from 'typeorm';

export type SetupTable =
  | 'agents'
  | 'contracts'
  | 'shift_templates'
  | 'skills'
  | 'teams'
  | 'sites'
  | 'activity_types'
  | 'rule_settings'
  | 'queues';

export interface RowChange {
  readonly table: SetupTable;
  /** Null: a new row. */
  readonly id: string | null;
  readonly version: number;
  /** By column; objects must come as JSON text. */
  readonly values: Readonly<Record<string, unknown>>;
  /** Id of a new row; made when left out. */
  readonly newId?: string;
}

export type StoredRow =
  { readonly kind: 'saved'; readonly id: string; readonly version: number } | { readonly kind: 'changed-meanwhile' };

const isUniqueViolation = (error: unknown): boolean =>
  (error as { driverError?: { code?: string } }).driverError?.code === '23505' ||
  (error as { code?: string }).code === '23505';

/** One row with its version, and the audit entry of the change, in the transaction at hand. */
@Injectable()
export class SetupRowsRepository {
  constructor(
    private readonly database: TenantDatabase,
    private readonly records: RecordsRepository,
  ) {}

  /** One transaction; `taken` when a title or name of another row is used again. */
  async storing<T>(
    context: RequestContext,
    work: (tx: EntityManager) => Promise<T>,
  ): Promise<T | { readonly kind: 'taken' }> {
    try {
      return await this.database.withTenant(context, work);
    } catch (error) {
      if (isUniqueViolation(error)) return { kind: 'taken' };
      throw error;
    }
  }

  async save(tx: EntityManager, context: RequestContext, change: RowChange): Promise<StoredRow> {
    const { table, values } = change;
    const columns = Object.keys(values);
    const places = columns.map((_, i) => `$${i + 3}`);
    if (change.id === null) {
      const id = change.newId ?? uuidv7();
      await tx.query(
        `insert into ${table} (organisation_id, id, version, ${columns.join(', ')}) values (app_organisation_id(), $1, $2, ${places.join(', ')})`,
        [id, 1, ...Object.values(values)],
      );
      await this.audit(tx, context, { table, id, before: null, after: values });
      return { kind: 'saved', id, version: 1 };
    }
    const [before] = await readRows<{ row: { version: number } }>(
      tx,
      `select to_jsonb(t) as row from ${table} t where t.organisation_id = app_organisation_id() and t.id = $1 for update`,
      [change.id],
    );
    if (before?.row.version !== change.version) return { kind: 'changed-meanwhile' };
    const assignments = columns.map((column, i) => `${column} = ${places[i]}`);
    await tx.query(
      `update ${table} set ${assignments.join(', ')}, version = $2 where organisation_id = app_organisation_id() and id = $1`,
      [change.id, change.version + 1, ...Object.values(values)],
    );
    await this.audit(tx, context, { table, id: change.id, before: before.row, after: values });
    return { kind: 'saved', id: change.id, version: change.version + 1 };
  }

  /** Takes a row away for good; for what no history refers to. */
  async remove(
    tx: EntityManager,
    context: RequestContext,
    of: { readonly table: SetupTable; readonly id: string; readonly version: number },
  ): Promise<StoredRow> {
    const [before] = await readRows<{ row: unknown }>(
      tx,
      `delete from ${of.table} t where t.organisation_id = app_organisation_id() and t.id = $1 and t.version = $2 returning to_jsonb(t) as row`,
      [of.id, of.version],
    );
    if (!before) return { kind: 'changed-meanwhile' };
    await this.audit(tx, context, { table: of.table, id: of.id, before: before.row, after: null });
    return { kind: 'saved', id: of.id, version: of.version };
  }

  private audit(
    tx: EntityManager,
    context: RequestContext,
    change: { readonly table: SetupTable; readonly id: string; readonly before: unknown; readonly after: unknown },
  ): Promise<void> {
    const { table, id, before, after } = change;
    const verb = before === null ? 'add' : after === null ? 'remove' : 'change';
    return this.records.audit(tx, context, {
      action: `setup.${verb}`,
      subjectKind: table,
      subjectId: id,
      before: before ?? undefined,
      after: after ?? undefined,
    });
  }
}
