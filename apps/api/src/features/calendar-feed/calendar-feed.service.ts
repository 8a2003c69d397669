import { createHash, randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DAY_MILLIS, formatLocal, localDateOf, startOfLocalDay, type Instant } from '@yotei/time';
import { Clock } from '../../platform/clock/clock.js';
import type { RequestContext } from '../../platform/context/request-context.js';
import { TenantDatabase } from '../../platform/database/tenant-database.js';
import { AgentsService } from '../organisation/agents.service.js';
import type { Agent } from '../organisation/index.js';
import { ShiftRepository, type StoredShift } from '../rosters/index.js';
import { calendarText } from './calendar-text.js';
import { CalendarWords, type Names } from './calendar-words.js';
import { ToldEventRepository, type PlannedEvent } from './told-events.repository.js';

const DAYS_BACK = 28;
const DAYS_AHEAD = 182;
/** The published shifts of one person as a calendar. */
@Injectable()
export class CalendarFeedService {
  constructor(
    private readonly database: TenantDatabase,
    private readonly people: AgentsService,
    private readonly words: CalendarWords,
    private readonly told: ToldEventRepository,
    private readonly shifts: ShiftRepository,
    private readonly clock: Clock,
  ) {}

  /** Null when the person is no agent any more. */
  async of(owner: { organisationId: string; userId: string }): Promise<string | null> {
    const context: RequestContext = { ...owner, roles: [], requestId: randomUUID() };
    return this.database.withTenant(context, async () => {
      const agent = await this.people.ofUser(context, owner.userId);
      const names = agent && (await this.words.of(context, owner.userId));
      if (!names) return null;
      const fromAt = startOfLocalDay(localDateOf(this.clock.now() - DAYS_BACK * DAY_MILLIS, agent.zone), agent.zone);
      const span = { startAt: fromAt, endAt: fromAt + (DAYS_BACK + DAYS_AHEAD) * DAY_MILLIS };
      const shifts = (await this.shifts.publishedOfAgent(context, agent.id, span)).filter(
        ({ startAt }) => startAt >= fromAt,
      );
      const planned = eventsOf(shifts, agent, names);
      const events = await this.told.bringUp(context, { planned, fromAt });
      return calendarText(events, { name: `Yotei: ${agent.name}`, zone: agent.zone });
    });
  }
}

/** One event a shift. The UID is of agent and local day, so planning a day again moves its event instead of adding one. */
function eventsOf(shifts: readonly StoredShift[], agent: Agent, names: Names): PlannedEvent[] {
  const agentHash = createHash('sha256').update(agent.id).digest('hex').slice(0, 12);
  const onDay = new Map<string, number>();
  return [...shifts]
    .sort((a, b) => a.startAt - b.startAt)
    .map((shift) => {
      const on = localDateOf(shift.startAt, agent.zone);
      const nth = (onDay.get(on) ?? 0) + 1;
      onDay.set(on, nth);
      const clock = (at: Instant): string => formatLocal(at, agent.zone).slice(11, 16);
      return {
        uid: `${on}-${nth}-${agentHash}@yotei`,
        startAt: shift.startAt,
        endAt: shift.endAt,
        summary: names.templates.get(shift.templateId ?? '') ?? names.shift,
        description: shift.activities
          .map(
            ({ activityTypeId, startAt, endAt }) =>
              `${clock(startAt)}-${clock(endAt)} ${names.activities.get(activityTypeId) ?? activityTypeId}`,
          )
          .join('\n'),
      };
    });
}
