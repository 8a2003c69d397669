import { Injectable } from '@nestjs/common';
import type { CostTerms } from '@yotei/scheduling/costs';
import type { Instant, LocalDate } from '@yotei/time';
import type { EntityManager } from 'typeorm';
import type { RequestContext } from '../../platform/context/request-context.js';
import { TenantDatabase } from '../../platform/database/tenant-database.js';

/** What work costs from a day on, as somebody set it. */
export interface CostSettingsRecord {
  readonly id: string;
  readonly version: number;
  readonly effectiveOn: LocalDate;
  readonly terms: CostTerms;
  readonly createdAt: Instant;
  readonly createdBy: string | null;
  readonly withdrawn: boolean;
}

const SELECT = `
select c.id, c.version, c.effective_on as "effectiveOn", c.terms, c.created_at as "createdAt", u.display_name as "createdBy",
  c.withdrawn_at is not null as withdrawn
from cost_settings c left join users u on u.id = c.created_by`;

/** Versions of the cost settings. Rows stay; one that was withdrawn does not count. */
@Injectable()
export class CostSettingsRepository {
  constructor(private readonly database: TenantDatabase) {}

  /** Newest first. */
  all(context: RequestContext): Promise<CostSettingsRecord[]> {
    return this.database.read<CostSettingsRecord>(context, `${SELECT} order by c.version desc`);
  }

  /** Of those that have begun on the day the one that began last, of those the newest; before the first, the first. */
  async inForce(context: RequestContext, on: LocalDate): Promise<CostSettingsRecord | null> {
    const [row] = await this.database.read<CostSettingsRecord>(
      context,
      `${SELECT} where c.withdrawn_at is null
       order by c.effective_on <= $1::date desc, abs(c.effective_on - $1::date), c.version desc limit 1`,
      [on],
    );
    return row ?? null;
  }

  /** False when somebody wrote a newer version meanwhile. */
  async insert(
    tx: EntityManager,
    row: {
      readonly basedOnVersion: number;
      readonly effectiveOn: LocalDate;
      readonly terms: CostTerms;
      readonly createdBy: string | null;
    },
  ): Promise<string | null> {
    const rows = (await tx.query(
      `insert into cost_settings (organisation_id, version, effective_on, terms, created_by)
       select app_organisation_id(), $1::integer + 1, $2::date, $3::jsonb, $4::uuid
       where $1::integer = (select coalesce(max(version), 0) from cost_settings)
       on conflict (organisation_id, version) do nothing returning id`,
      [row.basedOnVersion, row.effectiveOn, JSON.stringify(row.terms), row.createdBy],
    )) as { id: string }[];
    return rows[0]?.id ?? null;
  }

  /** False when there is none of that id. */
  async setWithdrawn(tx: EntityManager, id: string, withdrawn: boolean): Promise<boolean> {
    const [rows] = await tx.query(
      `update cost_settings set withdrawn_at = case when $2 then coalesce(withdrawn_at, now()) end where id = $1 returning id`,
      [id, withdrawn],
    );
    return rows.length > 0;
  }
}
