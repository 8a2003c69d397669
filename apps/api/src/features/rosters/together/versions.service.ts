import { Injectable } from '@nestjs/common';
import type { Shift } from '@yotei/scheduling/roster';
import type { EntityManager } from 'typeorm';
import type { RequestContext } from '../../../platform/context/request-context.js';
import { TenantDatabase } from '../../../platform/database/tenant-database.js';
import { EditShiftsService, type EditOutcome } from '../edit-shifts.service.js';
import { ScheduleVersionRepository } from '../schedule-versions.repository.js';
import { ScheduleRepository, type ScheduleRecord } from '../schedules.repository.js';
import { deleteShifts, insertShifts } from '../shift-writer.js';
import { ShiftRepository, type StoredShift } from '../shifts.repository.js';
import { restoreEdits, restoreSteps } from './roster-restore.js';
import { ScheduleRecords } from './schedule-records.js';

export interface RestoreOrder {
  readonly scheduleId: string;
  readonly version: number;
  readonly expectedVersion: number;
  readonly overrideReason?: string | null;
}

export type RestoreOutcome =
  | { readonly kind: 'restored'; readonly schedule: ScheduleRecord; readonly changedShifts: number }
  | Extract<EditOutcome, { kind: 'edited-meanwhile' | 'has-breaches' | 'not-found' | 'invalid' }>;

export type KeepOutcome =
  | { readonly kind: 'kept'; readonly version: number }
  | { readonly kind: 'not-found' }
  | { readonly kind: 'invalid'; readonly message: string };

const LONGEST_TITLE = 120;

/** Rosters kept by hand, and going back to a kept one. */
@Injectable()
export class VersionsService {
  constructor(
    private readonly database: TenantDatabase,
    private readonly schedules: ScheduleRepository,
    private readonly shifts: ShiftRepository,
    private readonly versions: ScheduleVersionRepository,
    private readonly edits: EditShiftsService,
    private readonly records: ScheduleRecords,
  ) {}

  /** Keeps the roster as it is now under a name; it is never let go by itself. */
  async keep(context: RequestContext, scheduleId: string, title: string): Promise<KeepOutcome> {
    const name = title.trim();
    if (name === '' || name.length > LONGEST_TITLE)
      return { kind: 'invalid', message: `give a name of 1 to ${LONGEST_TITLE} characters` };
    return this.database.withTenant(context, async (tx) => {
      const schedule = await this.schedules.lock(tx, scheduleId);
      if (!schedule) return { kind: 'not-found' as const };
      const shifts = await this.shifts.ofSchedule(context, scheduleId);
      if (shifts.length === 0) return { kind: 'invalid' as const, message: 'there is no shift to keep yet' };
      const { version } = schedule;
      await this.versions.keep(tx, {
        scheduleId,
        version,
        shifts,
        because: 'hand',
        title: name,
        userId: context.userId,
      });
      return { kind: 'kept' as const, version };
    });
  }

  /** The roster becomes the kept one again; what stood until then is kept as well, so this can be taken back. */
  async restore(context: RequestContext, order: RestoreOrder): Promise<RestoreOutcome> {
    const begun = await this.database.withTenant(context, async (tx) => {
      const schedule = await this.schedules.lock(tx, order.scheduleId);
      const kept = await this.versions.rosterOf(context, order);
      if (!schedule || !kept) return { kind: 'not-found' as const };
      if (schedule.version !== order.expectedVersion) return this.records.meanwhile(context, schedule);
      const wanted = await this.records.storable(context, kept);
      const now = await this.shifts.ofSchedule(context, schedule.id);
      const step = { schedule, wanted, now, order };
      const isTold =
        schedule.state === 'published' || (await this.schedules.publishedParts(context, schedule.id)).length > 0;
      return isTold ? { kind: 'told' as const, step } : this.replace(tx, context, step);
    });
    return begun.kind === 'told' ? this.edit(context, begun.step) : begun;
  }

  /** A draft belongs to the planners: it takes the kept roster as it was. */
  private async replace(tx: EntityManager, context: RequestContext, step: RestoreStep): Promise<RestoreOutcome> {
    const { schedule, wanted, now, order } = step;
    const { gone, missing } = restoreSteps(now, wanted);
    const { version, id: scheduleId } = schedule;
    await this.versions.keep(tx, { scheduleId, version, shifts: now, because: 'restore', userId: context.userId });
    await deleteShifts(
      tx,
      gone.map(({ id }) => id),
    );
    await insertShifts(tx, scheduleId, missing);
    await this.schedules.touch(tx, scheduleId);
    const restored = await this.records.restored(tx, context, { before: schedule, version: order.version });
    return { kind: 'restored', schedule: restored, changedShifts: Math.max(gone.length, missing.length) };
  }

  /** What agents have been told is changed by edits: judged, in the audit, with notices. Each shift's version is checked. */
  private async edit(context: RequestContext, { schedule, wanted, now, order }: RestoreStep): Promise<RestoreOutcome> {
    const edits = restoreEdits(restoreSteps(now, wanted));
    if (edits.length === 0) return { kind: 'restored', schedule, changedShifts: 0 };
    const { version, id: scheduleId } = schedule;
    const label = `Restore version ${order.version}`;
    const done = await this.edits.edit(context, { scheduleId, label, edits, overrideReason: order.overrideReason });
    if (done.kind !== 'edited') return done;
    return this.database.withTenant(context, async (tx) => {
      await this.versions.keep(tx, { scheduleId, version, shifts: now, because: 'restore', userId: context.userId });
      const restored = await this.records.restored(tx, context, { before: schedule, version: order.version });
      return { kind: 'restored' as const, schedule: restored, changedShifts: edits.length };
    });
  }
}

interface RestoreStep {
  readonly schedule: ScheduleRecord;
  readonly wanted: readonly Shift[];
  readonly now: readonly StoredShift[];
  readonly order: RestoreOrder;
}
