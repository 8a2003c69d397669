import { Injectable } from '@nestjs/common';
import type { ProtectionCurve } from '@yotei/scheduling/protection';
import { TenantDatabase } from '../../platform/database/tenant-database.js';
import {
  JobDefinition,
  JobFailure,
  type JobOutcome,
  type JobRun,
  type JsonValue,
} from '../../platform/jobs/job-definition.js';
import { PlanningService, ScheduleRepository, ShiftRepository } from '../rosters/index.js';
import type { ProtectionComputeInput } from './protection.compute.js';

export type ProtectionJobInput = { readonly scheduleId: string; readonly secondsPerPoint: number };

/** Plans a week at several degrees of protection to show what each takes from coverage. Changes no roster. */
@Injectable()
export class ProtectionJob extends JobDefinition<ProtectionJobInput> {
  readonly kind = 'protection';

  constructor(
    private readonly database: TenantDatabase,
    private readonly schedules: ScheduleRepository,
    private readonly shifts: ShiftRepository,
    private readonly planning: PlanningService,
  ) {
    super();
  }

  async run(order: ProtectionJobInput, run: JobRun): Promise<JobOutcome> {
    const problem = await this.database.withTenant(run.context, async () => {
      const schedule = await this.schedules.byId(run.context, order.scheduleId);
      if (!schedule) throw new JobFailure('roster.schedule-gone');
      const locked = (await this.shifts.ofSchedule(run.context, schedule.id)).filter((shift) => shift.locked);
      return (await this.planning.planningWithMemory(run.context, schedule, locked)).problem;
    });
    const input: ProtectionComputeInput = { problem, seed: run.seed, secondsPerPoint: order.secondsPerPoint };
    const curve = await run.compute<ProtectionCurve>(new URL('./protection.compute.js', import.meta.url), input);
    if (curve.kind === 'no-roster') throw new JobFailure('protection.no-roster', { because: curve.because });
    return { result: { scheduleId: order.scheduleId, points: curve.points } as unknown as JsonValue };
  }
}
