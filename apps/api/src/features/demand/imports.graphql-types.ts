import { Field, ID, InputType, Int, ObjectType, createUnionType } from '@nestjs/graphql';
import type { Instant } from '@yotei/time';
import type { JsonValue } from '../../platform/jobs/job-definition.js';
import { DateTimeScalar, JsonScalar } from '../../platform/graphql/scalars.js';
import { Job, JobState } from '../../platform/jobs/job.graphql-types.js';
import { InvalidInput, NotFound } from '../../platform/graphql/shared.graphql-types.js';

@ObjectType()
export class ImportReject {
  @Field(() => Int)
  readonly record!: number;

  @Field(() => String)
  readonly column!: string;

  @Field(() => String)
  readonly code!: string;

  @Field(() => String)
  readonly raw!: string;

  @Field(() => String)
  readonly message!: string;
}

@ObjectType()
export class ImportRun {
  @Field(() => ID)
  readonly id!: string;

  @Field(() => String)
  readonly fileName!: string;

  @Field(() => JobState)
  readonly state!: JobState;

  @Field(() => Int)
  readonly readCount!: number;

  @Field(() => Int)
  readonly acceptedCount!: number;

  @Field(() => Int)
  readonly rejectedCount!: number;

  @Field(() => Int)
  readonly changedCount!: number;

  @Field(() => String, { nullable: true })
  readonly rejectsUrl!: string | null;

  @Field(() => ID)
  readonly jobId!: string;

  @Field(() => DateTimeScalar)
  readonly createdAt!: Instant;

  @Field(() => [ImportReject])
  readonly firstRejects!: ImportReject[];
}

@InputType()
export class ImportInput {
  @Field(() => ID)
  uploadId!: string;

  @Field(() => String)
  sourceId!: string;

  @Field(() => JsonScalar)
  columnMap!: JsonValue;

  @Field(() => String)
  zone!: string;

  @Field(() => String, { nullable: true })
  ambiguous?: string | null;

  @Field(() => Int, { nullable: true })
  intervalMinutes?: number | null;

  @Field(() => ID, { nullable: true })
  defaultQueueId?: string | null;

  @Field(() => JsonScalar, { nullable: true, description: 'queue name in the file -> queue id' })
  queueMap?: JsonValue | null;

  @Field(() => Boolean, { nullable: true, description: 'create queues for unknown names' })
  createQueues?: boolean | null;

  @Field(() => ID)
  siteId!: string;
}

@ObjectType()
export class ImportStarted {
  @Field(() => ImportRun)
  readonly run!: ImportRun;

  @Field(() => Job)
  readonly job!: Job;
}

export const StartImportResult = createUnionType({
  name: 'StartImportResult',
  types: () => [ImportStarted, NotFound, InvalidInput] as const,
});
