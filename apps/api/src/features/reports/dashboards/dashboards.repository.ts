import { Injectable } from '@nestjs/common';
import type { RequestContext, RoleName } from '../../../platform/context/request-context.js';
import { readRows, TenantDatabase } from '../../../platform/database/tenant-database.js';
import type { ReportPeriodId } from '../content/report-periods.js';
import type { Tile } from '../content/tile.js';

export interface DashboardRecord {
  readonly id: string;
  readonly title: string;
  readonly ownerId: string | null;
  readonly ownerName: string | null;
  /** Roles that read it besides its owner; none: private. */
  readonly sharedWith: readonly RoleName[];
  readonly period: ReportPeriodId;
  readonly tiles: readonly Tile[];
  readonly version: number;
}

export type DashboardContent = Pick<DashboardRecord, 'title' | 'sharedWith' | 'period' | 'tiles'>;

const SELECT = `select d.id, d.title, d.owner_id as "ownerId", u.display_name as "ownerName", d.shared_with as "sharedWith",
  d.period, d.tiles, d.version from dashboards d left join users u on u.id = d.owner_id where d.organisation_id = app_organisation_id()`;

/** Dashboards as they were arranged. */
@Injectable()
export class DashboardRepository {
  constructor(private readonly database: TenantDatabase) {}

  async all(context: RequestContext): Promise<DashboardRecord[]> {
    return this.database.read<DashboardRecord>(context, `${SELECT} order by d.title, d.id`);
  }

  async byId(context: RequestContext, id: string): Promise<DashboardRecord | null> {
    const [row] = await this.database.read<DashboardRecord>(context, `${SELECT} and d.id = $1`, [id]);
    return row ?? null;
  }

  async insert(context: RequestContext, of: DashboardContent): Promise<DashboardRecord> {
    return this.database.withTenant(context, async (tx) => {
      const [{ id }] = await tx.query<[{ id: string }]>(
        `insert into dashboards (organisation_id, owner_id, title, shared_with, period, tiles)
         values (app_organisation_id(), app_user_id(), $1, $2, $3, $4::jsonb) returning id`,
        parametersOf(of),
      );
      return (await readRows<DashboardRecord>(tx, `${SELECT} and d.id = $1`, [id]))[0]!;
    });
  }

  /** Null when there is none of that version any more. */
  async update(
    context: RequestContext,
    { id, version }: Pick<DashboardRecord, 'id' | 'version'>,
    of: DashboardContent,
  ): Promise<DashboardRecord | null> {
    return this.database.withTenant(context, async (tx) => {
      const [rows] = await tx.query<[{ id: string }[], number]>(
        `update dashboards set title = $1, shared_with = $2, period = $3, tiles = $4::jsonb, version = version + 1, updated_at = now()
         where id = $5 and version = $6 returning id`,
        [...parametersOf(of), id, version],
      );
      if (rows.length === 0) return null;
      return (await readRows<DashboardRecord>(tx, `${SELECT} and d.id = $1`, [id]))[0]!;
    });
  }

  async delete(context: RequestContext, { id, version }: Pick<DashboardRecord, 'id' | 'version'>): Promise<boolean> {
    return this.database.withTenant(context, async (tx) => {
      const [rows] = await tx.query<[unknown[], number]>(
        'delete from dashboards where id = $1 and version = $2 returning id',
        [id, version],
      );
      return rows.length > 0;
    });
  }
}

const parametersOf = ({ title, sharedWith, period, tiles }: DashboardContent) => [
  title,
  sharedWith,
  period,
  JSON.stringify(tiles),
];
