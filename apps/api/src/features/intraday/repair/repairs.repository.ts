import { Injectable } from '@nestjs/common';
import type { RepairKind } from '@yotei/scheduling/repair';
import type { Instant } from '@yotei/time';
import type { EntityManager } from 'typeorm';
import type { RequestContext } from '../../../platform/context/request-context.js';
import { readRows, TenantDatabase } from '../../../platform/database/tenant-database.js';
import type { StoredRepair } from './stored-repair.js';

export interface RepairRow {
  readonly id: string;
  readonly scheduleId: string;
  readonly queueId: string;
  readonly kind: RepairKind;
  readonly action: StoredRepair;
  readonly appliedAt: Instant | null;
  readonly appliedBy: string | null;
  readonly undoneAt: Instant | null;
  readonly editVersion: number | null;
  readonly offerId: string | null;
}

export type NewRepair = Pick<RepairRow, 'id' | 'scheduleId' | 'queueId' | 'kind' | 'action'>;

const SELECT = `select id, schedule_id as "scheduleId", queue_id as "queueId", kind, action, applied_at as "appliedAt", applied_by as "appliedBy",
  undone_at as "undoneAt", edit_version as "editVersion", offer_id as "offerId" from repair_proposals where organisation_id = app_organisation_id()`;

/** What was proposed; what nobody applied is forgotten after two days. */
@Injectable()
export class RepairRepository {
  constructor(private readonly database: TenantDatabase) {}

  async keep(context: RequestContext, repairs: readonly NewRepair[]): Promise<void> {
    if (repairs.length === 0) return;
    await this.database.withTenant(context, async (tx) => {
      await tx.query(
        `delete from repair_proposals where organisation_id = app_organisation_id() and applied_at is null and made_at < now() - interval '2 days'`,
      );
      await tx.query(
        `insert into repair_proposals (organisation_id, id, schedule_id, queue_id, kind, action)
         select app_organisation_id(), r.id, r.schedule_id, r.queue_id, r.kind, r.action
         from jsonb_to_recordset($1::jsonb) as r (id text, schedule_id uuid, queue_id uuid, kind text, action jsonb)
         on conflict (organisation_id, id) do update set made_at = now()`,
        [
          JSON.stringify(
            repairs.map(({ id, scheduleId, queueId, kind, action }) => ({
              id,
              schedule_id: scheduleId,
              queue_id: queueId,
              kind,
              action,
            })),
          ),
        ],
      );
    });
  }

  /** Those of the ids that are applied and not taken back. */
  async standing(context: RequestContext, ids: readonly string[]): Promise<string[]> {
    const rows = await this.database.read<{ id: string }>(
      context,
      `select id from repair_proposals where organisation_id = app_organisation_id() and id = any ($1) and applied_at is not null and undone_at is null`,
      [ids],
    );
    return rows.map(({ id }) => id);
  }

  /** Locked, so that of two clicks one waits. */
  async lock(tx: EntityManager, id: string): Promise<RepairRow | null> {
    const [row] = await readRows<RepairRow>(tx, `${SELECT} and id = $1 for update`, [id]);
    return row ?? null;
  }

  async applied(
    tx: EntityManager,
    id: string,
    of: {
      readonly at: Instant;
      readonly by: string | null;
      readonly editVersion: number | null;
      readonly offerId: string | null;
      readonly action: StoredRepair;
    },
  ): Promise<void> {
    await tx.query(
      `update repair_proposals set applied_at = $2, applied_by = $3, edit_version = $4, offer_id = $5, action = $6::jsonb, undone_at = null where id = $1`,
      [id, new Date(of.at).toISOString(), of.by, of.editVersion, of.offerId, JSON.stringify(of.action)],
    );
  }

  async undone(tx: EntityManager, id: string, at: Instant): Promise<void> {
    await tx.query('update repair_proposals set undone_at = $2 where id = $1', [id, new Date(at).toISOString()]);
  }
}
