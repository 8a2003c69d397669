import { Field, ID, InputType, ObjectType } from '@nestjs/graphql';
import type { Instant } from '@yotei/time';
import { DateTimeScalar, LocalDateScalar } from '../../../platform/graphql/scalars.js';

@InputType({ description: 'Some teams or days only; what is left out means everything.' })
export class PublishPartInput {
  @Field(() => [ID], { nullable: true })
  teamIds?: string[] | null;

  @Field(() => LocalDateScalar, { nullable: true })
  fromOn?: string | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'First day that is not published.' })
  untilOn?: string | null;
}

@ObjectType()
export class NewsSpan {
  @Field(() => DateTimeScalar) readonly startAt!: Instant;
  @Field(() => DateTimeScalar) readonly endAt!: Instant;
}

@ObjectType({ description: 'A shift an agent has not been told of.' })
export class ShiftNews {
  @Field(() => NewsSpan, { nullable: true, description: 'What the agent knows instead.' })
  readonly before!: NewsSpan | null;

  @Field(() => NewsSpan) readonly after!: NewsSpan;
}

@ObjectType({ description: 'What publishing tells one agent.' })
export class PersonalNews {
  @Field(() => ID) readonly agentId!: string;
  @Field(() => DateTimeScalar, { description: 'The earliest shift concerned.' }) readonly firstAt!: Instant;
  @Field(() => [ShiftNews]) readonly shifts!: ShiftNews[];
}
