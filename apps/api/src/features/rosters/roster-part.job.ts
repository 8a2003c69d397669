import { Injectable } from '@nestjs/common';
import { JobDefinition, type JobOutcome, type JobRun } from '../../platform/jobs/job-definition.js';
import { PartPlanner } from './part-planner.js';

export type RosterPartJobInput = {
  /** The roster run to lend a hand in. */
  readonly rosterJobId: string;
};

/**
 * Plans parts of a roster run beside its own worker. Results are stored part by part; a job that begins after the last part
 * is done has nothing to do.
 */
@Injectable()
export class RosterPartJob extends JobDefinition<RosterPartJobInput> {
  readonly kind = 'roster-part';

  constructor(private readonly planner: PartPlanner) {
    super();
  }

  async run({ rosterJobId }: RosterPartJobInput, run: JobRun): Promise<JobOutcome> {
    return { result: { parts: await this.planner.workOff(rosterJobId, run) } };
  }
}
