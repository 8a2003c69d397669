import { Field, ID, InputType, Int } from '@nestjs/graphql';
import type { Instant } from '@yotei/time';
import { DateTimeScalar, JsonScalar } from '../../platform/graphql/scalars.js';
import type { JsonValue } from '../../platform/jobs/job-definition.js';

@InputType()
export class SpanInput {
  @Field(() => DateTimeScalar)
  readonly startAt!: Instant;

  @Field(() => DateTimeScalar)
  readonly endAt!: Instant;
}

@InputType()
export class ShiftMoveInput {
  @Field(() => ID)
  readonly shiftId!: string;

  @Field(() => ID)
  readonly toAgentId!: string;
}

@InputType({ description: 'One exchange; each kind reads the fields it needs. See docs/methods/exchanges.md.' })
export class ExchangeRequestInput {
  @Field(() => String)
  readonly kind!: string;

  @Field(() => ID, { nullable: true })
  readonly shiftId?: string | null;

  @Field(() => ID, { nullable: true })
  readonly otherShiftId?: string | null;

  @Field(() => ID, { nullable: true })
  readonly toAgentId?: string | null;

  @Field(() => SpanInput, { nullable: true })
  readonly span?: SpanInput | null;

  @Field(() => [SpanInput], { nullable: true, description: 'Part of a shift: all times, where there are several.' })
  readonly spans?: SpanInput[] | null;

  @Field(() => DateTimeScalar, { nullable: true })
  readonly activityStartAt?: Instant | null;

  @Field(() => DateTimeScalar, { nullable: true })
  readonly startAt?: Instant | null;

  @Field(() => [ShiftMoveInput], { nullable: true })
  readonly moves?: ShiftMoveInput[] | null;
}

@InputType()
export class ProposeExchangeInput {
  @Field(() => ExchangeRequestInput)
  readonly request!: ExchangeRequestInput;

  @Field(() => String, { nullable: true })
  readonly note?: string | null;

  @Field(() => String, { nullable: true, description: 'The same key sent again answers with the same exchange.' })
  readonly key?: string | null;
}

@InputType({ description: 'The shift taken must begin in it, whenever it ends.' })
export class AcceptedTimeInput {
  @Field(() => DateTimeScalar)
  readonly startAt!: Instant;

  @Field(() => DateTimeScalar)
  readonly endAt!: Instant;
}

@InputType()
export class WorkOfferInput {
  @Field(() => String, { description: 'pick-up, overtime or voluntary-time-off' })
  readonly kind!: string;

  @Field(() => SpanInput)
  readonly span!: SpanInput;

  @Field(() => ID, { nullable: true })
  readonly templateId?: string | null;

  @Field(() => Int, { defaultValue: 1 })
  readonly places!: number;

  @Field(() => String, { defaultValue: 'first-come', description: 'first-come or fairness' })
  readonly claimOrder!: string;

  @Field(() => DateTimeScalar, { nullable: true, description: 'Default: two hours before it begins.' })
  readonly closesAt?: Instant | null;

  @Field(() => String, { nullable: true })
  readonly note?: string | null;
}

@InputType()
export class ExchangePolicyInput {
  @Field(() => String)
  readonly policyId!: string;

  @Field(() => String, { description: 'allow, review or refuse' })
  readonly outcome!: string;

  @Field(() => JsonScalar, { nullable: true })
  readonly parameters?: JsonValue;

  @Field(() => [String], { nullable: true })
  readonly kinds?: string[] | null;
}
