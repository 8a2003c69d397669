import { Injectable } from '@nestjs/common';
import type { StaffingPlan } from '@yotei/scheduling/staffing';
import type { Instant } from '@yotei/time';
import type { EntityManager } from 'typeorm';
import type { RequestContext } from '../../../platform/context/request-context.js';
import { TenantDatabase } from '../../../platform/database/tenant-database.js';
import type { PromotionLine } from './promotion-plan.js';

/** What a promotion wrote, with all that is needed to take it back. */
export interface PromotionDone {
  readonly lines: readonly PromotionLine[];
  readonly layers: readonly { readonly queueId: string; readonly ids: readonly string[] }[];
  readonly settings: readonly {
    readonly queueId: string;
    readonly before: StaffingPlan;
    /** Of the queue after it: another one means that somebody changed it since. */
    readonly version: number;
  }[];
  readonly costsId: string | null;
  /** Time off entered; promotions of before have none. */
  readonly timeOffIds?: readonly string[];
}

export interface PromotionRecord {
  readonly id: string;
  readonly scenarioId: string;
  readonly version: number;
  readonly done: PromotionDone;
  readonly promotedBy: string | null;
  readonly promotedAt: Instant;
  readonly undone: boolean;
}

const SELECT = `
select p.id, p.scenario_id as "scenarioId", p.version, p.done, u.display_name as "promotedBy", p.promoted_at as "promotedAt", p.undone_at is not null as undone
from scenario_promotions p left join users u on u.id = p.promoted_by`;

/** What of scenarios was made the plan. */
@Injectable()
export class PromotionRepository {
  constructor(private readonly database: TenantDatabase) {}

  /** Newest first. */
  ofScenario(context: RequestContext, scenarioId: string): Promise<PromotionRecord[]> {
    return this.database.read<PromotionRecord>(context, `${SELECT} where p.scenario_id = $1 order by p.id desc`, [
      scenarioId,
    ]);
  }

  async byId(context: RequestContext, id: string): Promise<PromotionRecord | null> {
    const [row] = await this.database.read<PromotionRecord>(context, `${SELECT} where p.id = $1`, [id]);
    return row ?? null;
  }

  async insert(
    tx: EntityManager,
    row: Pick<PromotionRecord, 'scenarioId' | 'version' | 'done'> & { readonly userId: string | null },
  ): Promise<string> {
    const [{ id }] = await tx.query(
      `insert into scenario_promotions (organisation_id, scenario_id, version, done, promoted_by)
       values (app_organisation_id(), $1, $2, $3::jsonb, $4) returning id`,
      [row.scenarioId, row.version, JSON.stringify(row.done), row.userId],
    );
    return id;
  }

  /** False when it was undone already. */
  async setUndone(tx: EntityManager, id: string, userId: string | null): Promise<boolean> {
    const [rows] = await tx.query(
      `update scenario_promotions set undone_at = now(), undone_by = $2 where id = $1 and undone_at is null returning id`,
      [id, userId],
    );
    return rows.length > 0;
  }
}
