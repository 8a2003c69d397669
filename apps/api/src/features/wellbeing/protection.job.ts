import { Injectable } from '@nestjs/common';
import { pauseAdvice, type PauseAdvice, type ProtectionCurve } from '@yotei/scheduling/protection';
import type { RosterProblem } from '@yotei/scheduling/roster';
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

/** What the curve counts as a long stretch. */
const LONGEST_RUN_MINUTES = 120;

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
    const pauses = pausesFor(problem);
    return { result: { scheduleId: order.scheduleId, points: curve.points, pauses } as unknown as JsonValue };
  }
}

const LONG_STRETCH = 'max-continuous-contact-minutes';
const PAUSE_MINUTES = 15;

/** Templates whose breaks are too few for the centre's own limit on contact work in one run, or for two hours. */
function pausesFor({ templates, activityTypes, slotMinutes, rules }: RosterProblem): PauseAdvice[] {
  const own = rules.find(({ ruleId }) => ruleId === LONG_STRETCH)?.parameters?.['contactMinutes'];
  const contactMinutes = typeof own === 'number' ? Math.min(own, LONGEST_RUN_MINUTES) : LONGEST_RUN_MINUTES;
  const pauseMinutes = Math.ceil(PAUSE_MINUTES / slotMinutes) * slotMinutes;
  return pauseAdvice(templates, activityTypes, { contactMinutes, pauseMinutes });
}
