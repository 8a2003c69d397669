import { Injectable } from '@nestjs/common';
import type { Shift } from '@yotei/scheduling/roster';
import type { Instant } from '@yotei/time';
import type { EntityManager } from 'typeorm';
import type { RequestContext } from '../../platform/context/request-context.js';
import { TenantDatabase } from '../../platform/database/tenant-database.js';
import { rosterShiftOf } from './roster-problem.mapper.js';
import type { StoredShift } from './shifts.repository.js';

/** Why a version was kept: engine or restoring were about to replace it, it was published, or somebody asked for it. */
export type KeptBecause = 'generate' | 'publish' | 'restore' | 'hand';

export interface ScheduleVersionRecord {
  readonly version: number;
  readonly keptBecause: KeptBecause;
  readonly keptAt: Instant;
  readonly shiftCount: number;
  /** Given by who kept it by hand. */
  readonly title: string | null;
  readonly keptBy: string | null;
}

/** Versions kept of each schedule by themselves; older ones are let go. Those kept by hand stay. */
const MOST_KEPT = 20;

/** Whole rosters of a schedule as they were, to compare with. */
@Injectable()
export class ScheduleVersionRepository {
  constructor(private readonly database: TenantDatabase) {}

  /** Newest first. */
  of(context: RequestContext, scheduleId: string): Promise<ScheduleVersionRecord[]> {
    return this.database.read<ScheduleVersionRecord>(
      context,
      `select version, kept_because as "keptBecause", kept_at as "keptAt", jsonb_array_length(shifts) as "shiftCount", title, u.display_name as "keptBy"
       from schedule_versions v left join users u on u.id = v.kept_by where schedule_id = $1 order by version desc`,
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
      readonly title?: string | null;
      readonly userId?: string | null;
    },
  ): Promise<void> {
    if (kept.shifts.length === 0) return;
    await tx.query(
      `insert into schedule_versions (organisation_id, schedule_id, version, kept_because, shifts, title, kept_by)
       values (app_organisation_id(), $1, $2, $3, $4::jsonb, $5, $6)
       on conflict (organisation_id, schedule_id, version) do update set title = coalesce(excluded.title, schedule_versions.title)`,
      [
        kept.scheduleId,
        kept.version,
        kept.because,
        JSON.stringify(kept.shifts.map(rosterShiftOf)),
        kept.title ?? null,
        kept.userId ?? null,
      ],
    );
    await tx.query(
      `delete from schedule_versions where schedule_id = $1 and title is null and version not in
         (select version from schedule_versions where schedule_id = $1 and title is null order by version desc limit ${MOST_KEPT})`,
      [kept.scheduleId],
    );
  }
}
