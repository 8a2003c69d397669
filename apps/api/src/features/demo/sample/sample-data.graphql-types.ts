import { createUnionType, Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { Instant } from '@yotei/time';
import { DateTimeScalar } from '../../../platform/graphql/scalars.js';
import { InvalidInput, NotFound } from '../../../platform/graphql/shared.graphql-types.js';
import { JobStarted } from '../../../platform/jobs/job.graphql-types.js';

export enum SampleDataState {
  NONE = 'none',
  FILLING = 'filling',
  FILLED = 'filled',
  FAILED = 'failed',
}
registerEnumType(SampleDataState, { name: 'SampleDataState' });

@ObjectType({ description: 'Something of the organisation’s own that leans on sample data.' })
export class SampleDataUse {
  @Field(() => String, { description: 'agents, contracts, queues, teams, rules, imports or people.' }) what!: string;
  @Field(() => Int) count!: number;
}

@ObjectType({ description: 'Invented set-up and history to try things with.' })
export class SampleData {
  @Field(() => SampleDataState) state!: SampleDataState;
  @Field(() => Boolean, { description: 'The organisation is empty: nobody works and nothing comes in yet.' })
  mayFill!: boolean;
  @Field(() => ID, { nullable: true, description: 'Of the job that fills it.' }) jobId!: string | null;
  @Field(() => DateTimeScalar, { nullable: true }) filledAt!: Instant | null;
  @Field(() => Int) agentCount!: number;
  @Field(() => Int) queueCount!: number;
  @Field(() => [SampleDataUse], { description: 'What keeps it from being taken away.' }) uses!: SampleDataUse[];
}

@ObjectType()
export class SampleDataRemoved {
  @Field(() => Int) agentCount!: number;
}

@ObjectType({ description: 'It stays while these lean on it.' })
export class SampleDataInUse {
  @Field(() => String) message!: string;
  @Field(() => [SampleDataUse]) uses!: SampleDataUse[];
}

export const FillSampleDataResult = createUnionType({
  name: 'FillSampleDataResult',
  types: () => [JobStarted, InvalidInput] as const,
});
export const RemoveSampleDataResult = createUnionType({
  name: 'RemoveSampleDataResult',
  types: () => [SampleDataRemoved, SampleDataInUse, InvalidInput, NotFound] as const,
});
