import { Injectable } from '@nestjs/common';
import type { Shift } from '@yotei/scheduling/roster';
import type { Instant } from '@yotei/time';
import type { EntityManager } from 'typeorm';
import type { RequestContext } from '../../platform/context/request-context.js';
import { TenantDatabase } from '../../platform/database/tenant-database.js';
import { rosterShiftOf } from './roster-problem.mapper.js';
import type { StoredShift } from './shifts.repository.js';

/** Why a version was kept: the engine was about to replace it, or it was published. */
export type KeptBecause = 'generate' | 'publish';

export interface ScheduleVersionRecord {
  readonly version: number;
  readonly keptBecause: KeptBecause;
  readonly keptAt: Instant;
  readonly shiftCount: number;
}

/** Versions kept of each schedule; older ones are let go. */
const MOST_KEPT = 20;

/** Whole rosters of a schedule as they were, to compare with. */
@Injectable()
export class ScheduleVersionRepository {
  constructor(private readonly database: TenantDatabase) {}

  /** Newest first. */
  of(context: RequestContext, scheduleId: string): Promise<ScheduleVersionRecord[]> {
    return this.database.read<ScheduleVersionRecord>(
      context,
      `select version, kept_because as "keptBecause", kept_at as "keptAt", jsonb_array_length(shifts) as "shiftCount"
       from schedule_versions where schedule_id = $1 order by version desc`,
      [scheduleId],
    );
  }

  async rosterOf(
    context: RequestContext,
    { scheduleId, version }: { readonly scheduleId: string; readonly version: number },
  ): Promise<readonly Shift[] | null> {
    const [row] = await this.database.read<{ shifts: readonly Shift[] }>(
      context,
      'select shifts from schedule_versions where schedule_id = $1 and version = $2',
      [scheduleId, version],
    );
    return row?.shifts ?? null;
  }

  /** Keeps the shifts of a version; the same version is kept once. An empty roster is not worth keeping. */
  async keep(
    tx: EntityManager,
    kept: {
      readonly scheduleId: string;
      readonly version: number;
      readonly because: KeptBecause;
      readonly shifts: readonly StoredShift[];
    },
  ): Promise<void> {
    if (kept.shifts.length === 0) return;
    await tx.query(
      `insert into schedule_versions (organisation_id, schedule_id, version, kept_because, shifts)
       values (app_organisation_id(), $1, $2, $3, $4::jsonb) on conflict do nothing`,
      [kept.scheduleId, kept.version, kept.because, JSON.stringify(kept.shifts.map(rosterShiftOf))],
    );
    await tx.query(
      `delete from schedule_versions where schedule_id = $1 and version not in
         (select version from schedule_versions where schedule_id = $1 order by version desc limit ${MOST_KEPT})`,
      [kept.scheduleId],
    );
  }
}
