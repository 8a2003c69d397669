import { Injectable } from '@nestjs/common';
import { coverageGrid, type RosterProblem } from '@yotei/scheduling/roster';
import { addDays, DAY_MILLIS, gridEnd, startOfLocalDay, type Grid, type Instant } from '@yotei/time';
import type { RequestContext } from '../../platform/context/request-context.js';
import { TenantDatabase } from '../../platform/database/tenant-database.js';
import { QueueDirectory } from '../demand/index.js';
import { AgentsService } from '../organisation/agents.service.js';
import { OrganisationService } from '../organisation/organisation.service.js';
import { RequirementService, type QueueSlots } from '../staffing/index.js';
import { AbsenceRepository } from './absences.repository.js';
import { PlanningWeightsService } from './planning-weights.service.js';
import { problemOf, SLOT_MINUTES } from './roster-problem.mapper.js';
import { ScheduleRepository, type ScheduleRecord } from './schedules.repository.js';
import { ShiftRepository, type PublishedBefore, type StoredShift } from './shifts.repository.js';

/** Days before a schedule that rules may look back on. */
export const HISTORY_DAYS = 14;

export interface Planning {
  readonly problem: RosterProblem;
  /** Null: the schedule has no requirement yet; the demand of the problem is then all zero. */
  readonly requirementId: string | null;
}

/** Agents to roster by queue on the slots of a schedule; zeros where nothing is known. */
@Injectable()
export class PlanningDemand {
  constructor(
    private readonly queues: QueueDirectory,
    private readonly requirements: RequirementService,
  ) {}

  async demand(
    context: RequestContext,
    schedule: ScheduleRecord,
  ): Promise<{ requirementId: string | null; queues: readonly QueueSlots[] }> {
    const grid = gridOf(schedule);
    const found = await this.requirements.slots(context, grid, schedule.zone);
    if (found) return found;
    const queues = await this.queues.all(context);
    const agentsToRoster = new Array<number>(grid.count).fill(0);
    return { requirementId: null, queues: queues.map(({ id, skillId }) => ({ queueId: id, skillId, agentsToRoster })) };
  }
}

/** Published shifts before a schedule, as far back as they are complete. */
@Injectable()
export class PlanningHistory {
  constructor(
    private readonly schedules: ScheduleRepository,
    private readonly shifts: ShiftRepository,
  ) {}

  async before(
    context: RequestContext,
    schedule: ScheduleRecord,
  ): Promise<{ shifts: StoredShift[]; historyFromAt: Instant }> {
    const span = await this.span(context, schedule);
    return { shifts: await this.shifts.publishedBefore(context, span), historyFromAt: span.completeFromAt };
  }

  /** The look-back range, and the first instant from which published weeks follow each other without a hole. */
  async span(
    context: RequestContext,
    schedule: ScheduleRecord,
  ): Promise<PublishedBefore & { completeFromAt: Instant }> {
    const fromOn = addDays(schedule.weekStartOn, -HISTORY_DAYS);
    const earlier = await this.schedules.between(context, { fromOn, untilOn: schedule.weekStartOn });
    let completeFromOn = schedule.weekStartOn;
    for (const week of [...earlier].reverse()) {
      if (
        week.state === 'published' &&
        addDays(week.weekStartOn, week.weeks * 7) >= completeFromOn &&
        week.weekStartOn < completeFromOn
      )
        completeFromOn = week.weekStartOn;
    }
    return {
      weekStartOn: schedule.weekStartOn,
      fromOn,
      startAt: startOfLocalDay(schedule.weekStartOn, schedule.zone),
      fromAt: startOfLocalDay(fromOn, schedule.zone),
      completeFromAt: startOfLocalDay(completeFromOn < fromOn ? fromOn : completeFromOn, schedule.zone),
    };
  }
}

/** The slots of a schedule: its weeks in its zone, DST weeks longer or shorter by their hour. */
export function gridOf(schedule: Pick<ScheduleRecord, 'zone' | 'weekStartOn' | 'weeks'>): Grid {
  return coverageGrid({
    zone: schedule.zone,
    startsOn: schedule.weekStartOn,
    weeks: schedule.weeks,
    slotMinutes: SLOT_MINUTES,
  });
}

/** Gathers what a schedule is judged by and computed from. */
@Injectable()
export class PlanningService {
  constructor(
    private readonly database: TenantDatabase,
    private readonly organisation: OrganisationService,
    private readonly people: AgentsService,
    private readonly staffing: PlanningDemand,
    private readonly history: PlanningHistory,
    private readonly absences: AbsenceRepository,
    private readonly weights: PlanningWeightsService,
  ) {}

  /** The roster problem of the schedule. Every read is in one transaction, so that the parts fit together. */
  async planning(
    context: RequestContext,
    schedule: ScheduleRecord,
    fixedShifts: readonly StoredShift[] = [],
  ): Promise<Planning> {
    return this.database.withTenant(context, async () => {
      const grid = gridOf(schedule);
      const { requirementId, queues } = await this.staffing.demand(context, schedule);
      const { shifts, historyFromAt } = await this.history.before(context, schedule);
      const span = { startAt: grid.startAt - HISTORY_DAYS * DAY_MILLIS, endAt: gridEnd(grid) + DAY_MILLIS };
      const problem = problemOf({
        zone: schedule.zone,
        startsOn: schedule.weekStartOn,
        weeks: schedule.weeks,
        startAt: grid.startAt,
        queues,
        priceValues: (await this.weights.inForce(context)).values,
        fixedShifts,
        historyFromAt,
        history: shifts,
        activityTypes: await this.organisation.activityTypes(context),
        templates: await this.organisation.shiftTemplates(context),
        contracts: await this.organisation.contracts(context),
        agents: await this.people.all(context),
        ruleSettings: await this.organisation.ruleSettings(context),
        timeOff: await this.absences.timeOff(context, span),
        preferences: await this.absences.preferences(context, {
          fromOn: schedule.weekStartOn,
          untilOn: addDays(schedule.weekStartOn, schedule.weeks * 7),
        }),
      });
      return { problem, requirementId };
    });
  }
}
