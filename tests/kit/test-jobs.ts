import { Injectable, Module } from '@nestjs/common';
import { pathToFileURL } from 'node:url';
import { join } from 'node:path';
import type { Feature } from '../../apps/api/src/platform/feature.js';
import {
  JobDefinition,
  JobFailure,
  type JobOutcome,
  type JobRun,
} from '../../apps/api/src/platform/jobs/job-definition.js';

const COMPUTE = pathToFileURL(join(__dirname, 'test-job.compute.mjs'));

/** Computes in a thread and writes one skill, so that a test can count how often the result was applied. */
@Injectable()
class BusyJob extends JobDefinition<{ millis: number; code: string }> {
  override readonly kind = 'test-busy';

  override async run(input: { millis: number; code: string }, run: JobRun): Promise<JobOutcome> {
    const { cancelled } = await run.compute<{ cancelled: boolean }>(COMPUTE, input);
    if (cancelled) throw run.signal.reason;
    return {
      result: { seed: run.seed, for: run.context.userId },
      apply: (tx) =>
        tx.query('insert into skills (organisation_id, code, name) values ($1, $2, $2)', [
          run.context.organisationId,
          input.code,
        ]),
    };
  }
}

@Injectable()
class FailingJob extends JobDefinition<{ expected: boolean }> {
  override readonly kind = 'test-failing';

  override async run({ expected }: { expected: boolean }, _run: JobRun): Promise<JobOutcome> {
    if (expected) throw new JobFailure('NOT_ENOUGH_HISTORY', { haveDays: 3 });
    throw new Error('a secret of the inside');
  }
}

/** Fails on its first attempt in this process. */
@Injectable()
class FlakyJob extends JobDefinition<{ code: string }> {
  override readonly kind = 'test-flaky';
  private readonly seen = new Set<string>();

  override async run(_input: { code: string }, run: JobRun): Promise<JobOutcome> {
    if (!this.seen.has(run.jobId)) {
      this.seen.add(run.jobId);
      throw new Error('the first attempt fails');
    }
    return { result: 'second attempt' };
  }
}

@Module({ providers: [BusyJob, FailingJob, FlakyJob] })
class TestJobsModule {}

/** Jobs for tests of the platform, given to the program as one more feature. */
export const testJobsFeature: Feature = { name: 'test-jobs', module: TestJobsModule, entities: [] };
