import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { SETTINGS, type Settings } from '../../config/settings.js';
import { JobDefinition, JobFailure, type JobOutcome, type JobRun } from '../../platform/jobs/job-definition.js';
import { CapacityPlansRepository, type StoredProposal } from './capacity-plans.repository.js';
import type { HiringComputeInput } from './hiring.compute.js';

export type HiringJobInput = {
  readonly planId: string;
  readonly planVersion: number;
  readonly keep: boolean;
  readonly seconds: number;
};

/** Proposes a hiring plan for one version of a capacity plan, in a thread, and stores it as an immutable result. */
@Injectable()
export class HiringJob extends JobDefinition<HiringJobInput> {
  readonly kind = 'capacity-hiring';

  constructor(
    private readonly plans: CapacityPlansRepository,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {
    super();
  }

  async run({ planId, planVersion, keep, seconds }: HiringJobInput, run: JobRun): Promise<JobOutcome> {
    const plan = await this.plans.version(run.context, planId, planVersion);
    if (!plan) throw new JobFailure('capacity.plan-missing');
    const input: HiringComputeInput = { plan, keep, seconds, seed: run.seed };
    const result = await run.compute<StoredProposal>(new URL('./hiring.compute.js', import.meta.url), input);
    run.signal.throwIfAborted();
    const proposalId = uuidv7();
    return {
      result: { proposalId, planId },
      apply: (tx) =>
        this.plans.insertProposal(tx, {
          id: proposalId,
          ...{ planId, planVersion, result, seed: run.seed },
          inputHash: createHash('sha256').update(JSON.stringify(input)).digest('hex'),
          codeVersion: this.settings.codeVersion,
          parameters: { keep, seconds },
          jobId: run.jobId,
          createdBy: run.context.userId,
        }),
    };
  }
}
