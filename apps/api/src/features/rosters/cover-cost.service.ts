import { Injectable } from '@nestjs/common';
import { evaluateRoster } from '@yotei/scheduling/evaluation';
import { paidMinutesOf } from '@yotei/scheduling/roster';
import { localDateOf, type Interval } from '@yotei/time';
import type { RequestContext } from '../../platform/context/request-context.js';
import { TenantDatabase } from '../../platform/database/tenant-database.js';
import { PlanningService } from './planning.service.js';
import { rosterShiftOf } from './roster-problem.mapper.js';
import { ScheduleRepository } from './schedules.repository.js';
import { ShiftRepository, type StoredShift } from './shifts.repository.js';

/** What is missing when an agent does not come for these shifts. */
export interface CoverCost {
  readonly shifts: readonly StoredShift[];
  /** Paid hours somebody else would have to work. */
  readonly paidHours: number;
  /** Agent-hours below what is to be rostered that arise, over all queues. */
  readonly shortHours: number;
}

/** What covering published shifts would cost, by the same evaluation as the board. */
@Injectable()
export class CoverCostService {
  constructor(
    private readonly database: TenantDatabase,
    private readonly schedules: ScheduleRepository,
    private readonly shifts: ShiftRepository,
    private readonly planning: PlanningService,
  ) {}

  /** Of the agent's published shifts that the span touches; no shifts, no cost. */
  async of(context: RequestContext, agent: { id: string; zone: string }, span: Interval): Promise<CoverCost> {
    return this.database.withTenant(context, async () => {
      const touched = await this.shifts.publishedOfAgent(context, agent.id, span);
      const costs = { paidHours: 0, shortHours: 0 };
      const left = new Map(touched.map((shift) => [shift.id, shift]));
      for (const shift of touched) {
        if (!left.has(shift.id)) continue;
        const schedule = await this.schedules.holding(context, localDateOf(shift.startAt, agent.zone));
        if (!schedule) continue;
        const { problem } = await this.planning.planning(context, schedule);
        const known = new Set(problem.agents.map(({ id }) => id));
        const all = (await this.shifts.ofSchedule(context, schedule.id)).filter(({ agentId }) => known.has(agentId));
        const here = all.filter(({ id }) => left.has(id));
        here.forEach(({ id }) => left.delete(id));
        left.delete(shift.id);
        const shortOf = (shifts: readonly StoredShift[]): number =>
          evaluateRoster(problem, { shifts: shifts.map(rosterShiftOf) }).coverage.reduce(
            (sum, { grid, staffingGap }) =>
              sum + staffingGap.reduce((short, gap) => short + Math.max(0, -gap) * (grid.stepMinutes / 60), 0),
            0,
          );
        costs.shortHours += Math.max(0, shortOf(all.filter((one) => !here.includes(one))) - shortOf(all));
        const types = new Map(problem.activityTypes.map((type) => [type.id, type]));
        costs.paidHours += here.reduce((sum, one) => sum + paidMinutesOf(one, types) / 60, 0);
      }
      return { shifts: touched, ...costs };
    });
  }
}
