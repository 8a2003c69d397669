import { Injectable } from '@nestjs/common';
import type { RequestContext } from '../../platform/context/request-context.js';
import { TenantDatabase } from '../../platform/database/tenant-database.js';
import { EventBus, type BusEvent } from '../../platform/events/event-bus.js';
import { mapEvents } from '../../platform/events/event-queue.js';
import { UserAccountsService } from '../identity/user-accounts.service.js';
import type { ScheduleState } from './board.graphql-types.js';
import { shiftOf } from './rosters.mapper.js';
import { scheduleTopic, type ScheduleEvent } from './schedule-events.js';
import type { ScheduleChange } from './schedules.graphql-types.js';
import { ScheduleRepository } from './schedules.repository.js';
import { ShiftRepository } from './shifts.repository.js';

/** Changes of one schedule as they happen, whichever process made them. */
@Injectable()
export class ScheduleChanges {
  constructor(
    private readonly database: TenantDatabase,
    private readonly events: EventBus,
    private readonly schedules: ScheduleRepository,
    private readonly shifts: ShiftRepository,
    private readonly accounts: UserAccountsService,
  ) {}

  async watch(context: RequestContext, scheduleId: string): Promise<AsyncIterableIterator<ScheduleChange>> {
    const source = await this.events.iterate<ScheduleEvent>(context, scheduleTopic(scheduleId));
    return mapEvents(source, (event) => this.changeOf(context, scheduleId, event));
  }

  /** Null when the schedule is gone. A lost connection asks the page to load the board again. */
  private async changeOf(
    context: RequestContext,
    scheduleId: string,
    event: BusEvent<ScheduleEvent>,
  ): Promise<ScheduleChange | null> {
    return this.database.withTenant(context, async (tx) => {
      const schedule = await this.schedules.byId(context, scheduleId);
      if (!schedule) return null;
      const told = event.kind === 'event' ? event.payload : null;
      const by = told?.by ?? null;
      return {
        scheduleId,
        version: told?.version ?? schedule.version,
        state: schedule.state as ScheduleState,
        changesSincePublish: schedule.changesSincePublish,
        changedBy: by ? ((await this.accounts.namesOf(context, [by])).get(by) ?? null) : null,
        shifts: told ? (await this.shifts.byIds(tx, told.ids)).map(shiftOf) : [],
        removedIds: told ? [...told.removedIds] : [],
        reload: told?.reload ?? true,
      };
    });
  }
}
