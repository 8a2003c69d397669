import { Injectable } from '@nestjs/common';
import type { RosterProblem } from '@yotei/scheduling/roster';
import { addDays, startOfLocalDay, type LocalDate } from '@yotei/time';
import type { RequestContext } from '../../platform/context/request-context.js';
import { TenantDatabase } from '../../platform/database/tenant-database.js';
import { PlanningService } from './planning.service.js';
import { rosterShiftOf } from './roster-problem.mapper.js';
import { ShiftRepository } from './shifts.repository.js';

export interface PublishedWeeks {
  readonly problem: RosterProblem;
  /** Published shifts that start in the weeks. */
  readonly shifts: RosterProblem['fixedShifts'];
}

/** Published weeks as one roster problem, whichever schedules they come from: for looking back. */
@Injectable()
export class PublishedWeeksService {
  constructor(
    private readonly database: TenantDatabase,
    private readonly planning: PlanningService,
    private readonly shifts: ShiftRepository,
  ) {}

  async read(
    context: RequestContext,
    of: { readonly zone: string; readonly startsOn: LocalDate; readonly weeks: number },
  ): Promise<PublishedWeeks> {
    const { zone, startsOn, weeks } = of;
    const untilOn = addDays(startsOn, weeks * 7);
    return this.database.withTenant(context, async () => {
      const { problem } = await this.planning.planning(context, { zone, weekStartOn: startsOn, weeks });
      const fromAt = startOfLocalDay(startsOn, zone);
      const shifts = await this.shifts.publishedBefore(context, {
        weekStartOn: untilOn,
        fromOn: startsOn,
        startAt: startOfLocalDay(untilOn, zone),
        fromAt,
      });
      const agents = new Set(problem.agents.map(({ id }) => id));
      const own = shifts.filter(({ agentId, startAt }) => agents.has(agentId) && startAt >= fromAt);
      return { problem, shifts: own.map(rosterShiftOf) };
    });
  }
}
