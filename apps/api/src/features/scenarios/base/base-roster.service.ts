import { Injectable } from '@nestjs/common';
import { coverageOf } from '@yotei/scheduling/evaluation';
import { addDays, gridEnd, intervalStart, localDateOf, type Grid } from '@yotei/time';
import type { RequestContext } from '../../../platform/context/request-context.js';
import { TenantDatabase } from '../../../platform/database/tenant-database.js';
import {
  gridOf,
  PlanningService,
  rosterShiftOf,
  ScheduleRepository,
  ShiftRepository,
  type ScheduleRecord,
} from '../../rosters/index.js';
import { agentsOnGrid } from './agents-on-grid.js';

export interface RosterOfBase {
  readonly schedules: readonly ScheduleRecord[];
  /** Agents on contacts by queue id; a queue nobody is planned for has zeros. */
  readonly agents: ReadonlyMap<string, Float64Array>;
}

/** Who is planned to work, published or still a draft. */
@Injectable()
export class BaseRosterService {
  constructor(
    private readonly database: TenantDatabase,
    private readonly schedules: ScheduleRepository,
    private readonly shifts: ShiftRepository,
    private readonly planning: PlanningService,
  ) {}

  /** Null where some part of the grid lies in no roster: half a roster would look like half the agents. */
  async of(context: RequestContext, grid: Grid, zone: string): Promise<RosterOfBase | null> {
    return this.database.withTenant(context, async () => {
      const schedules = await this.holding(context, grid, zone);
      const isHeld = new Uint8Array(grid.count);
      const sums = new Map<string, Float64Array>();
      for (const schedule of schedules) {
        const shifts = await this.shifts.ofSchedule(context, schedule.id);
        if (shifts.length === 0) return null;
        const { problem } = await this.planning.planning(context, schedule);
        const known = new Set(problem.agents.map(({ id }) => id));
        const here = shifts.filter(({ agentId }) => known.has(agentId)).map(rosterShiftOf);
        markHeld(isHeld, grid, gridOf(schedule));
        agentsOnGrid(coverageOf(problem, { shifts: here }), grid, sums);
      }
      return isHeld.every(Boolean) ? { schedules, agents: sums } : null;
    });
  }

  /** Heads of the schedules that touch the grid, without their shifts. */
  holding(context: RequestContext, grid: Grid, zone: string): Promise<ScheduleRecord[]> {
    const fromOn = localDateOf(grid.startAt, zone);
    const untilOn = addDays(localDateOf(gridEnd(grid) - 1, zone), 1);
    return this.schedules.between(context, { fromOn, untilOn });
  }
}

function markHeld(held: Uint8Array, grid: Grid, slots: Grid): void {
  for (let i = 0; i < grid.count; i += 1)
    if (intervalStart(grid, i) >= slots.startAt && intervalStart(grid, i) < gridEnd(slots)) held[i] = 1;
}
