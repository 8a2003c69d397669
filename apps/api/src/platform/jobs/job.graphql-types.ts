import { createUnionType, Field, Float, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { DateTimeScalar, JsonScalar } from '../graphql/scalars.js';
import { NotFound, PageInfo } from '../graphql/shared.graphql-types.js';

export enum JobState {
  WAITING = 'waiting',
  RUNNING = 'running',
  DONE = 'done',
  FAILED = 'failed',
  CANCELLED = 'cancelled',
}
registerEnumType(JobState, { name: 'JobState' });

@ObjectType()
export class Job {
  @Field(() => ID) id!: string;
  @Field(() => String, { description: '`forecast`, `roster`, `import`' }) kind!: string;
  @Field(() => JobState) state!: JobState;
  @Field(() => ID, { nullable: true, description: 'What the job works on: schedule id, queue ids.' }) subjectId!:
    string | null;
  @Field(() => DateTimeScalar) createdAt!: Date;
  @Field(() => DateTimeScalar, { nullable: true }) startedAt!: Date | null;
  @Field(() => DateTimeScalar, { nullable: true }) finishedAt!: Date | null;
  @Field(() => Int) attempts!: number;
  @Field(() => Float, { nullable: true, description: '0..1, or null while unknown.' }) progressFraction!: number | null;
  @Field(() => JsonScalar, {
    nullable: true,
    description: 'Kind-specific, see docs: roster gives phase, bestCost, lowerBound, gapHours, shortSlots, curve.',
  })
  progress!: unknown;
  @Field(() => String, { nullable: true, description: 'Stable code, when FAILED.' }) errorCode!: string | null;
  @Field(() => String, { nullable: true }) correlationId!: string | null;
  @Field(() => String) inputHash!: string;
  @Field(() => String) codeVersion!: string;
  @Field(() => Int) seed!: number;
  @Field(() => JsonScalar, { nullable: true, description: 'Kind-specific summary, when DONE.' }) result!: unknown;
  /** Resolved by name on demand. */
  requestedById!: string | null;
}

@ObjectType()
export class JobEdge {
  @Field(() => String) cursor!: string;
  @Field(() => Job) node!: Job;
}

@ObjectType()
export class JobConnection {
  @Field(() => [JobEdge]) edges!: JobEdge[];
  @Field(() => PageInfo) pageInfo!: PageInfo;
}

@ObjectType()
export class JobStarted {
  @Field(() => Job) job!: Job;
}

export const CancelJobResult = createUnionType({
  name: 'CancelJobResult',
  types: () => [JobStarted, NotFound] as const,
});
