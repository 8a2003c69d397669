import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { RequestContext } from '../../../platform/context/request-context.js';
import { TenantDatabase } from '../../../platform/database/tenant-database.js';
import { EventBus } from '../../../platform/events/event-bus.js';
import { mapEvents } from '../../../platform/events/event-queue.js';
import { ScheduleRepository } from '../schedules.repository.js';
import { PresenceRepository, type PresenceCell, type PresentPlanner } from './presence.repository.js';

const presenceTopic = (scheduleId: string): string => `presence/${scheduleId}`;

/** More selected cells than this are not worth showing one by one. */
const MOST_CELLS = 50;

export interface PresenceSign {
  readonly scheduleId: string;
  readonly clientId: string;
  readonly cells: readonly PresenceCell[];
}

/** Who is at a board and what they have selected, over all processes of the program. */
@Injectable()
export class PresenceService {
  constructor(
    private readonly database: TenantDatabase,
    private readonly schedules: ScheduleRepository,
    private readonly presence: PresenceRepository,
    private readonly events: EventBus,
  ) {}

  /** A sign of life; answers who is there. Null when there is no such schedule. */
  async announce(context: RequestContext, sign: PresenceSign): Promise<readonly PresentPlanner[] | null> {
    return this.database.withTenant(context, async (tx) => {
      if (!(await this.schedules.byId(context, sign.scheduleId))) return null;
      const cells = sign.cells.slice(0, MOST_CELLS).map(({ agentId, on }) => ({ agentId, on }));
      if (await this.presence.announce(tx, context, { ...sign, cells })) await this.tell(tx, context, sign.scheduleId);
      return this.presence.of(tx, sign.scheduleId);
    });
  }

  async leave(context: RequestContext, board: Omit<PresenceSign, 'cells'>): Promise<boolean> {
    return this.database.withTenant(context, async (tx) => {
      const left = await this.presence.leave(tx, context, board);
      if (left) await this.tell(tx, context, board.scheduleId);
      return left;
    });
  }

  /** Everybody present, now and at every change. */
  async watch(context: RequestContext, scheduleId: string): Promise<AsyncIterableIterator<readonly PresentPlanner[]>> {
    const source = await this.events.iterateFromNow(context, presenceTopic(scheduleId));
    return mapEvents(source, () => this.database.withTenant(context, async (tx) => this.presence.of(tx, scheduleId)));
  }

  private tell(tx: EntityManager, context: RequestContext, scheduleId: string): Promise<void> {
    return this.events.publish(tx, context, { topic: presenceTopic(scheduleId), payload: {} });
  }
}
