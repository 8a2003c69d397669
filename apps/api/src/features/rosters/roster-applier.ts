import { Injectable } from '@nestjs/common';
import type { OptimiseResult } from '@yotei/scheduling/optimiser';
import type { Shift as RosterShift } from '@yotei/scheduling/roster';
import type { EntityManager } from 'typeorm';
import type { RequestContext } from '../../platform/context/request-context.js';
import { EventBus } from '../../platform/events/event-bus.js';
import { scheduleTopic, type ScheduleEvent } from './schedule-events.js';
import { ScheduleVersionRepository } from './schedule-versions.repository.js';
import { ScheduleRepository, type ScheduleRecord } from './schedules.repository.js';
import { insertShifts } from './shift-writer.js';
import { ShiftRepository, type StoredShift } from './shifts.repository.js';

export type FoundRoster = Extract<OptimiseResult, { kind: 'roster' }>;

export interface RosterToApply {
  readonly schedule: ScheduleRecord;
  readonly kept: readonly StoredShift[];
  readonly found: Pick<FoundRoster, 'roster' | 'cost' | 'parts' | 'lowerBound' | 'gapHours' | 'requiredHours'>;
  readonly requirementId: string | null;
  readonly jobId: string | null;
}

const placeOf = ({ agentId, startAt }: RosterShift): string => `${agentId} ${startAt}`;

/** Puts an engine's roster into its draft: kept shifts stay as they are, the others are replaced. */
@Injectable()
export class RosterApplier {
  constructor(
    private readonly schedules: ScheduleRepository,
    private readonly events: EventBus,
    private readonly shifts: ShiftRepository,
    private readonly versions: ScheduleVersionRepository,
  ) {}

  async apply(
    tx: EntityManager,
    context: RequestContext,
    { schedule, kept, found, requirementId, jobId }: RosterToApply,
  ): Promise<void> {
    const before = await this.shifts.ofSchedule(context, schedule.id);
    const { version: replaced } = schedule;
    await this.versions.keep(tx, { scheduleId: schedule.id, version: replaced, because: 'generate', shifts: before });
    const keptIds = kept.map(({ id }) => id);
    const keptPlaces = new Set(kept.map(placeOf));
    await tx.query('delete from shifts where schedule_id = $1 and id <> all ($2::uuid[])', [schedule.id, keptIds]);
    await insertShifts(
      tx,
      schedule.id,
      found.roster.shifts
        .filter((shift) => !keptPlaces.has(placeOf(shift)))
        .map((shift) => ({ ...shift, locked: false })),
    );
    const { cost, parts, lowerBound, gapHours, requiredHours } = found;
    const version = await this.schedules.touch(tx, schedule.id, {
      requirementId: requirementId ?? undefined,
      jobId: jobId ?? undefined,
      score: { cost, parts, lowerBound, gapHours, requiredHours },
    });
    const event: ScheduleEvent = { version, ids: [], removedIds: [], by: context.userId, reload: true };
    await this.events.publish(tx, context, { topic: scheduleTopic(schedule.id), payload: event });
  }
}
