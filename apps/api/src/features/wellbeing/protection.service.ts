import { Injectable } from '@nestjs/common';
import type { RequestContext } from '../../platform/context/request-context.js';
import { TenantDatabase } from '../../platform/database/tenant-database.js';
import type { JobEntity } from '../../platform/jobs/job.entity.js';
import { JobQueue } from '../../platform/jobs/job-queue.js';
import { ScheduleRepository } from '../rosters/index.js';
import type { ProtectionJobInput } from './protection.job.js';

/** A run of six points should end while the planner waits; a large centre's search is coarse then, but alike at each point. */
const SECONDS_PER_POINT = 8;

/** Asks for the curve of protection against coverage. */
@Injectable()
export class ProtectionService {
  constructor(
    private readonly database: TenantDatabase,
    private readonly schedules: ScheduleRepository,
    private readonly jobs: JobQueue,
  ) {}

  /** Null when there is no such schedule. */
  async start(context: RequestContext, scheduleId: string): Promise<JobEntity | null> {
    return this.database.withTenant(context, async () => {
      if (!(await this.schedules.byId(context, scheduleId))) return null;
      const input: ProtectionJobInput = { scheduleId, secondsPerPoint: SECONDS_PER_POINT };
      return this.jobs.enqueue(context, 'protection', input);
    });
  }
}
