import type { JobEntity } from './job.entity.js';
import { Job, JobStarted, type JobState } from './job.graphql-types.js';

export function jobOf(row: JobEntity): Job {
  return Object.assign(new Job(), {
    id: row.id,
    kind: row.kind,
    state: row.state as JobState,
    subjectId: row.subjectId,
    createdAt: row.createdAt,
    startedAt: row.startedAt,
    finishedAt: row.finishedAt,
    attempts: row.attempts,
    progressFraction: row.progressFraction,
    progress: row.progress,
    errorCode: row.errorCode,
    correlationId: row.correlationId,
    inputHash: row.inputSha256,
    codeVersion: row.codeVersion,
    seed: row.seed,
    result: row.result,
    requestedById: row.requestedBy,
  });
}

/** Success of every mutation that starts a job. */
export function jobStarted(row: JobEntity): JobStarted {
  return Object.assign(new JobStarted(), { job: jobOf(row) });
}
