import { Injectable } from '@nestjs/common';
import { countUnsocial } from '@yotei/scheduling/objective';
import { coverageGrid, type RosterProblem, type UnsocialMemory } from '@yotei/scheduling/roster';
import { lookBackDaysOf } from '@yotei/scheduling/rules';
import { addDays, DAY_MILLIS, gridEnd, startOfLocalDay, type Grid, type Instant } from '@yotei/time';
import type { RequestContext } from '../../platform/context/request-context.js';
import { TenantDatabase } from '../../platform/database/tenant-database.js';
import { QueueDirectory } from '../demand/index.js';
import { OrganisationService } from '../organisation/organisation.service.js';
import { RequirementService, type QueueSlots } from '../staffing/index.js';
import { PlanningTeam } from './planning-team.js';
import { PlanningTerms } from './planning-terms.js';
import { problemOf, SLOT_MINUTES } from './roster-problem.mapper.js';
import { ScheduleRepository, type ScheduleRecord } from './schedules.repository.js';
import { ShiftRepository, type PublishedBefore, type StoredShift } from './shifts.repository.js';

/** Days before a schedule that rules may look back on. */
export const HISTORY_DAYS = 14;

/** What planning needs to know of a schedule. */
export type PlannedWeeks = Pick<ScheduleRecord, 'zone' | 'weekStartOn' | 'weeks'>;

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
    schedule: PlannedWeeks,
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
    schedule: PlannedWeeks,
  ): Promise<{ shifts: StoredShift[]; historyFromAt: Instant }> {
    const span = await this.span(context, schedule);
    return { shifts: await this.shifts.publishedBefore(context, span), historyFromAt: span.completeFromAt };
  }

  /** Hours of the shifts before the look-back range, where a rule in force asks for months; nothing where none does. */
  async farBefore(
    context: RequestContext,
    schedule: PlannedWeeks,
    rules: Parameters<typeof lookBackDaysOf>[0],
  ): Promise<Pick<RosterProblem, 'earlier' | 'earlierFromAt'>> {
    const days = lookBackDaysOf(rules);
    if (days <= HISTORY_DAYS) return {};
    const span = await this.span(context, schedule, days);
    const until = startOfLocalDay(addDays(schedule.weekStartOn, -HISTORY_DAYS), schedule.zone);
    return {
      earlier: await this.shifts.publishedHours(context, { ...span, startAt: until }),
      earlierFromAt: span.completeFromAt,
    };
  }

  /** Unsocial shifts of the published weeks before the look-back range, as far as fairness remembers. */
  async unsocialBefore(
    context: RequestContext,
    schedule: PlannedWeeks,
    { memoryWeeks, agents }: { readonly memoryWeeks: number; readonly agents: RosterProblem['agents'] },
  ): Promise<UnsocialMemory[]> {
    if (memoryWeeks * 7 <= HISTORY_DAYS) return [];
    const fromOn = addDays(schedule.weekStartOn, -memoryWeeks * 7);
    const until = startOfLocalDay(addDays(schedule.weekStartOn, -HISTORY_DAYS), schedule.zone);
    const shifts = await this.shifts.publishedBefore(context, {
      weekStartOn: schedule.weekStartOn,
      fromOn,
      startAt: until,
      fromAt: startOfLocalDay(fromOn, schedule.zone),
    });
    return countUnsocial(
      shifts.filter(({ endAt }) => endAt <= until),
      agents,
    );
  }

  /** The look-back range, and the first instant from which published weeks follow each other without a hole. */
  async span(
    context: RequestContext,
    schedule: PlannedWeeks,
    days: number = HISTORY_DAYS,
  ): Promise<PublishedBefore & { completeFromAt: Instant }> {
    const fromOn = addDays(schedule.weekStartOn, -days);
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
export function gridOf(schedule: PlannedWeeks): Grid {
  return coverageGrid({
    zone: schedule.zone,
    startsOn: schedule.weekStartOn,
    weeks: schedule.weeks,
    slotMinutes: SLOT_MINUTES,
  });
}

/**
 * First instant of absences that count for a plan: of the look-back range, or of the month in which the plan begins where
 * that is earlier, since rules by calendar months credit the leave of the whole month.
 */
export function absencesFromAt({ weekStartOn, zone }: PlannedWeeks): Instant {
  const historyOn = addDays(weekStartOn, -HISTORY_DAYS);
  const monthOn = `${weekStartOn.slice(0, 7)}-01`;
  return startOfLocalDay(monthOn < historyOn ? monthOn : historyOn, zone);
}

/** A problem with what fairness remembers of earlier weeks. */
function withMemory(problem: RosterProblem, memory: readonly UnsocialMemory[]): RosterProblem {
  const fairness = problem.objective?.fairness;
  return fairness ? { ...problem, objective: { ...problem.objective, fairness: { ...fairness, memory } } } : problem;
}

/** Gathers what a schedule is judged by and computed from. */
@Injectable()
export class PlanningService {
  constructor(
    private readonly database: TenantDatabase,
    private readonly organisation: OrganisationService,
    private readonly team: PlanningTeam,
    private readonly staffing: PlanningDemand,
    private readonly history: PlanningHistory,
    private readonly terms: PlanningTerms,
  ) {}

  /** {@link planning} with the memory that fairness needs: for the engine, because it reads weeks of shifts more. */
  async planningWithMemory(
    context: RequestContext,
    schedule: PlannedWeeks,
    fixedShifts: readonly StoredShift[] = [],
  ): Promise<Planning> {
    return this.database.withTenant(context, async () => {
      const planning = await this.planning(context, schedule, fixedShifts);
      const { agents, objective } = planning.problem;
      const memoryWeeks = objective?.fairness?.memoryWeeks ?? 0;
      const memory = await this.history.unsocialBefore(context, schedule, { memoryWeeks, agents });
      return { ...planning, problem: withMemory(planning.problem, memory) };
    });
  }

  /** The roster problem of the schedule. Every read is in one transaction, so that the parts fit together. */
  async planning(
    context: RequestContext,
    schedule: PlannedWeeks,
    fixedShifts: readonly StoredShift[] = [],
  ): Promise<Planning> {
    return this.database.withTenant(context, async () => {
      const grid = gridOf(schedule);
      const { requirementId, queues } = await this.staffing.demand(context, schedule);
      const { shifts, historyFromAt } = await this.history.before(context, schedule);
      const ruleSettings = await this.organisation.ruleSettings(context, schedule.weekStartOn);
      const span = { startAt: absencesFromAt(schedule), endAt: gridEnd(grid) + DAY_MILLIS };
      const problem = problemOf({
        zone: schedule.zone,
        startsOn: schedule.weekStartOn,
        weeks: schedule.weeks,
        startAt: grid.startAt,
        queues,
        priceValues: await this.terms.priceValues(context),
        fixedShifts,
        historyFromAt,
        history: shifts,
        ...(await this.history.farBefore(context, schedule, ruleSettings)),
        activityTypes: await this.organisation.activityTypes(context),
        templates: await this.organisation.shiftTemplates(context),
        contracts: await this.organisation.contracts(context),
        agents: await this.team.agents(context, schedule.weekStartOn),
        ruleSettings,
        ...(await this.team.rows(context)),
        timeOff: await this.terms.timeOff(context, span),
        preferences: await this.terms.preferences(context, {
          fromOn: schedule.weekStartOn,
          untilOn: addDays(schedule.weekStartOn, schedule.weeks * 7),
        }),
      });
      return { problem, requirementId };
    });
  }
}
