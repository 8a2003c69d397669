import { Injectable } from '@nestjs/common';
import type { ScenarioChange } from '@yotei/scheduling/scenarios';
import type { Instant, LocalDate } from '@yotei/time';
import type { EntityManager } from 'typeorm';
import type { RequestContext } from '../../platform/context/request-context.js';
import { readRows, TenantDatabase } from '../../platform/database/tenant-database.js';
import type { BaseBasis } from './base/base-gap.js';

/** What of a scenario its planner writes. */
export interface ScenarioContent {
  readonly name: string;
  readonly note: string;
  readonly changes: readonly ScenarioChange[];
}

export interface ScenarioRecord extends ScenarioContent {
  readonly id: string;
  readonly parentId: string | null;
  readonly fromOn: LocalDate;
  readonly days: number;
  readonly siteId: string | null;
  readonly basis: BaseBasis;
  readonly version: number;
  readonly position: number;
  readonly createdBy: string | null;
  readonly createdAt: Instant;
  readonly updatedAt: Instant;
  readonly archived: boolean;
}

export interface ScenarioVersion extends ScenarioContent {
  readonly version: number;
  readonly savedBy: string | null;
  readonly savedAt: Instant;
}

const SELECT = `
select s.id, s.parent_id as "parentId", s.name, s.note, s.from_on as "fromOn", s.days, s.site_id as "siteId", s.changes, s.basis, s.version, s.position,
  u.display_name as "createdBy", s.created_at as "createdAt", s.updated_at as "updatedAt", s.archived_at is not null as archived
from scenarios s left join users u on u.id = s.created_by`;

/** The scenario and all below it. */
const SUBTREE = `
with recursive tree as (
  select id from scenarios where id = $1
  union select c.id from scenarios c join tree t on c.parent_id = t.id)`;

/** What-if questions as a tree, with every version that was saved. */
@Injectable()
export class ScenarioRepository {
  constructor(private readonly database: TenantDatabase) {}

  /** In the order of each parent's children; those put away only when asked for. */
  all(context: RequestContext, { archived }: { archived: boolean }): Promise<ScenarioRecord[]> {
    return this.database.read<ScenarioRecord>(
      context,
      `${SELECT} where (s.archived_at is not null) = $1 order by s.position, s.id`,
      [archived],
    );
  }

  /** In the order of the ids; unknown ones are left out. */
  async byIds(context: RequestContext, ids: readonly string[]): Promise<ScenarioRecord[]> {
    const rows = await this.database.read<ScenarioRecord>(context, `${SELECT} where s.id = any($1::uuid[])`, [ids]);
    return ids.flatMap((id) => rows.find((row) => row.id === id) ?? []);
  }

  async byId(context: RequestContext, id: string): Promise<ScenarioRecord | null> {
    return (await this.byIds(context, [id]))[0] ?? null;
  }

  /** The scenario, locked until the transaction ends. */
  async lock(tx: EntityManager, id: string): Promise<ScenarioRecord | null> {
    const [row] = await readRows<ScenarioRecord>(tx, `${SELECT} where s.id = $1 for update of s`, [id]);
    return row ?? null;
  }

  versions(context: RequestContext, id: string): Promise<ScenarioVersion[]> {
    return this.database.read<ScenarioVersion>(
      context,
      `select v.version, v.name, v.note, v.changes, u.display_name as "savedBy", v.saved_at as "savedAt"
       from scenario_versions v left join users u on u.id = v.saved_by where v.scenario_id = $1 order by v.version desc`,
      [id],
    );
  }

  async insert(
    tx: EntityManager,
    row: ScenarioContent &
      Pick<ScenarioRecord, 'parentId' | 'fromOn' | 'days' | 'siteId' | 'basis'> & { readonly userId: string | null },
  ): Promise<string> {
    const [{ id }] = await tx.query(
      `insert into scenarios (organisation_id, parent_id, name, note, from_on, days, site_id, changes, basis, created_by, position)
       select app_organisation_id(), $1::uuid, $2, $3, $4::date, $5::smallint, $6::uuid, $7::jsonb, $8::jsonb, $9::uuid, coalesce(max(position), 0) + 1
       from scenarios where parent_id is not distinct from $1::uuid returning id`,
      [
        ...[row.parentId, row.name, row.note, row.fromOn, row.days, row.siteId],
        ...[JSON.stringify(row.changes), JSON.stringify(row.basis), row.userId],
      ],
    );
    await this.keepVersion(tx, id, row.userId);
    return id;
  }

  /** A new version of a locked scenario. */
  async update(
    tx: EntityManager,
    id: string,
    row: ScenarioContent & { readonly basis: BaseBasis; readonly userId: string | null },
  ): Promise<void> {
    await tx.query(
      `update scenarios set name = $2, note = $3, changes = $4::jsonb, basis = $5::jsonb, version = version + 1, updated_at = now() where id = $1`,
      [id, row.name, row.note, JSON.stringify(row.changes), JSON.stringify(row.basis)],
    );
    await this.keepVersion(tx, id, row.userId);
  }

  private async keepVersion(tx: EntityManager, id: string, userId: string | null): Promise<void> {
    await tx.query(
      `insert into scenario_versions (organisation_id, scenario_id, version, name, note, changes, saved_by)
       select organisation_id, id, version, name, note, changes, $2::uuid from scenarios where id = $1`,
      [id, userId],
    );
  }

  /** Below another parent, before its child of that position. False when it would lie below itself. */
  async move(
    tx: EntityManager,
    id: string,
    { parentId, position }: { readonly parentId: string | null; readonly position: number },
  ): Promise<boolean> {
    if (parentId && (await readRows(tx, `${SUBTREE} select 1 from tree where id = $2`, [id, parentId])).length > 0)
      return false;
    await tx.query(
      `with placed as (
         select id, row_number() over (order by case when id = $1 then $3::integer - 0.5 else rank end, id) as place
         from (select id, row_number() over (order by position, id) - 1 as rank from scenarios
               where parent_id is not distinct from $2::uuid and id <> $1 union all select $1::uuid, 0) children)
       update scenarios s set parent_id = case when s.id = $1 then $2::uuid else s.parent_id end, position = p.place
       from placed p where p.id = s.id`,
      [id, parentId, position],
    );
    return true;
  }

  /** With all below it. Restoring brings back what was put away together with it. */
  async setArchived(tx: EntityManager, id: string, archived: boolean): Promise<void> {
    await tx.query(
      archived
        ? `${SUBTREE} update scenarios s set archived_at = now() from tree t where t.id = s.id and s.archived_at is null`
        : `${SUBTREE} update scenarios s set archived_at = null from tree t, scenarios root
             where t.id = s.id and root.id = $1 and s.archived_at = root.archived_at`,
      [id],
    );
  }
}
