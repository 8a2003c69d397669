import { Injectable } from '@nestjs/common';
import { paidMinutesOf } from '@yotei/scheduling/roster';
import { addDays, startOfLocalDay, weekStartOf, type Instant, type LocalDate } from '@yotei/time';
import type { RequestContext } from '../../platform/context/request-context.js';
import { TenantDatabase } from '../../platform/database/tenant-database.js';
import { AgentsService } from '../organisation/agents.service.js';
import { NoticesService, type NoticeRow } from '../notifications/index.js';
import type { Agent, Contract, ShiftTemplate } from '../organisation/index.js';
import { OrganisationService } from '../organisation/organisation.service.js';
import { AbsenceRepository, type TimeOffRecord } from './absences.repository.js';
import { ScheduleRepository } from './schedules.repository.js';
import { ShiftRepository, type StoredShift } from './shifts.repository.js';

export interface AgentWeek {
  readonly agent: Agent;
  readonly weekStartOn: LocalDate;
  readonly publishedAt: Instant | null;
  readonly shifts: readonly StoredShift[];
  readonly templates: readonly ShiftTemplate[];
  readonly timeOff: readonly TimeOffRecord[];
  readonly scheduledPaidMinutes: number;
  readonly contract: Contract;
  readonly notices: readonly NoticeRow[];
}

/** Absence and notices of one person. */
@Injectable()
export class OwnRecords {
  constructor(
    private readonly absences: AbsenceRepository,
    private readonly notices: NoticesService,
  ) {}

  async of(
    context: RequestContext,
    agentId: string,
    span: { startAt: Instant; endAt: Instant },
  ): Promise<{ timeOff: TimeOffRecord[]; notices: NoticeRow[] }> {
    return {
      timeOff: await this.absences.timeOff(context, span, agentId),
      notices: [...(await this.notices.list(context, 20)).notices],
    };
  }
}

/** The published week of the person who asks, in the person's own zone. */
@Injectable()
export class MyWeekService {
  constructor(
    private readonly database: TenantDatabase,
    private readonly organisation: OrganisationService,
    private readonly people: AgentsService,
    private readonly schedules: ScheduleRepository,
    private readonly shifts: ShiftRepository,
    private readonly own: OwnRecords,
  ) {}

  /** Null when the person is no agent. A week not published yet has no shifts, whatever its draft says. */
  async week(context: RequestContext, weekOf: LocalDate): Promise<AgentWeek | null> {
    if (!context.userId) return null;
    return this.database.withTenant(context, async () => {
      const agent = await this.people.ofUser(context, context.userId!);
      if (!agent) return null;
      const site = (await this.organisation.sites(context)).find(({ id }) => id === agent.siteId);
      const weekStartOn = weekStartOf(weekOf, site?.weekStart ?? 1);
      const span = {
        startAt: startOfLocalDay(weekStartOn, agent.zone),
        endAt: startOfLocalDay(addDays(weekStartOn, 7), agent.zone),
      };
      const schedule = await this.schedules.holding(context, weekStartOn);
      const shifts = (await this.shifts.publishedOfAgent(context, agent.id, span)).filter(
        ({ startAt }) => startAt >= span.startAt,
      );
      const types = new Map(
        (await this.organisation.activityTypes(context)).map((type) => [
          type.id,
          { id: type.id, title: type.title.en, paid: type.paid, contactWork: type.contactWork },
        ]),
      );
      return {
        agent,
        weekStartOn,
        shifts,
        publishedAt: schedule && (await this.schedules.publishedAtFor(context, schedule, agent.teamId)),
        templates: await this.organisation.shiftTemplates(context),
        contract: (await this.organisation.contracts(context)).find(({ id }) => id === agent.contractId)!,
        scheduledPaidMinutes: Math.round(shifts.reduce((sum, shift) => sum + paidMinutesOf(shift, types), 0)),
        ...(await this.own.of(context, agent.id, span)),
      };
    });
  }
}
