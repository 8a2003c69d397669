import { createUnionType, Field, Float, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import type { Instant } from '@yotei/time';
import { DateTimeScalar, JsonScalar, LocalDateScalar } from '../../platform/graphql/scalars.js';
import { InvalidInput, LocalText, NotFound } from '../../platform/graphql/shared.graphql-types.js';

@ObjectType({
  description: 'Paid minutes of one leave year: granted so far, brought over, corrected, used or asked for.',
})
export class TimeOffBalance {
  @Field(() => LocalDateScalar) readonly yearFromOn!: string;
  @Field(() => LocalDateScalar) readonly yearUntilOn!: string;
  @Field(() => Int) readonly grantedMinutes!: number;
  @Field(() => Int) readonly carriedMinutes!: number;
  @Field(() => Int) readonly adjustedMinutes!: number;
  @Field(() => Int) readonly takenMinutes!: number;
  @Field(() => Int) readonly leftMinutes!: number;
  @Field(() => Int, { description: 'Granted later in the same leave year.' }) readonly toComeMinutes!: number;
  @Field(() => Int, { description: 'Lost at the end of the leave year if nothing more is taken.' })
  readonly lapsesMinutes!: number;
}

@ObjectType({ description: 'A correction of a balance by hand.' })
export class TimeOffAdjustment {
  @Field(() => ID) readonly id!: string;
  @Field(() => String) readonly kind!: string;
  @Field(() => LocalDateScalar, { description: 'It counts in the leave year of this day.' }) readonly on!: string;
  @Field(() => Int, { description: 'Paid minutes; below 0 takes away.' }) readonly minutes!: number;
  @Field(() => String) readonly reason!: string;
  @Field(() => String, { nullable: true }) readonly authorName!: string | null;
  @Field(() => DateTimeScalar) readonly createdAt!: Instant;
}

@ObjectType({ description: 'A kind of absence.' })
export class TimeOffKind {
  @Field(() => String) readonly code!: string;
  @Field(() => LocalText) readonly title!: LocalText;
  @Field(() => Boolean) readonly paid!: boolean;
  @Field(() => Boolean) readonly hasBalance!: boolean;
  @Field(() => Int) readonly yearlyMinutes!: number;
  @Field(() => String, { description: '`upfront` or `monthly`.' }) readonly accrual!: string;
  @Field(() => Int) readonly carryOverMinutes!: number;
  @Field(() => Int) readonly yearStartMonth!: number;
  @Field(() => Int) readonly minNoticeHours!: number;
  @Field(() => String, { description: '`rules`: decided at once when they hold; `review`: always by a person.' })
  readonly decides!: string;
  @Field(() => Boolean, { description: 'Takes one of the places of the team.' }) readonly usesAllowance!: boolean;
  @Field(() => Boolean, { description: 'Put away: nobody can ask for it; what was answered stays.' })
  readonly archived!: boolean;
  @Field(() => TimeOffBalance, { nullable: true, description: 'Of the reader; null without one.' })
  readonly balance!: TimeOffBalance | null;
}

@ObjectType({ description: 'What covering published shifts would cost.' })
export class CoverCost {
  @Field(() => Int) readonly shiftCount!: number;
  @Field(() => Float, { description: 'Paid hours somebody else would work.' }) readonly paidHours!: number;
  @Field(() => Float, { description: 'Agent-hours below what is to be rostered that arise.' })
  readonly shortHours!: number;
}

@ObjectType()
export class TimeOffRequest {
  @Field(() => ID) readonly id!: string;
  @Field(() => ID) readonly agentId!: string;
  @Field(() => String) readonly agentName!: string;
  @Field(() => String) readonly kind!: string;
  @Field(() => DateTimeScalar) readonly startAt!: Instant;
  @Field(() => DateTimeScalar) readonly endAt!: Instant;
  @Field(() => String, { description: '`requested`, `approved`, `declined`, `withdrawn`.' }) readonly state!: string;
  @Field(() => String, {
    nullable: true,
    description: 'What the rules said: `approved`, `declined`, `waiting`, `review`.',
  })
  readonly verdict!: string | null;
  @Field(() => JsonScalar, { nullable: true, description: 'Why: `code` and its numbers.' }) readonly decision!: unknown;
  @Field(() => String, { nullable: true, description: 'Words of who decided.' }) readonly decidedReason!: string | null;
  @Field(() => Int) readonly paidMinutes!: number;
  @Field(() => String, { nullable: true }) readonly note!: string | null;
  @Field(() => DateTimeScalar) readonly createdAt!: Instant;
  @Field(() => DateTimeScalar, { nullable: true }) readonly decidedAt!: Instant | null;
  @Field(() => Int, { nullable: true, description: 'Place in the waiting list, from 1.' }) readonly position!:
    number | null;
  @Field(() => CoverCost, { nullable: true, description: 'For those who decide.' }) readonly cover?: CoverCost | null;
}

@ObjectType()
export class MyTimeOff {
  @Field(() => [TimeOffKind]) readonly kinds!: TimeOffKind[];
  @Field(() => [TimeOffRequest]) readonly requests!: TimeOffRequest[];
  @Field(() => [TimeOffAdjustment], { description: 'Newest first.' }) readonly adjustments!: TimeOffAdjustment[];
}

@ObjectType({ description: 'What one agent has of each kind, as of today.' })
export class TimeOffAccount {
  @Field(() => ID) readonly agentId!: string;
  @Field(() => String) readonly agentName!: string;
  @Field(() => [TimeOffKind]) readonly kinds!: TimeOffKind[];
  @Field(() => [TimeOffAdjustment], { description: 'Newest first.' }) readonly adjustments!: TimeOffAdjustment[];
}

@InputType()
export class TimeOffAdjustmentInput {
  @Field(() => ID) readonly agentId!: string;
  @Field(() => String) readonly kind!: string;
  @Field(() => LocalDateScalar) readonly on!: string;
  @Field(() => Int) readonly minutes!: number;
  @Field(() => String, { description: 'Told to the agent.' }) readonly reason!: string;
}

@ObjectType({ description: 'What the rules say to a request as things stand.' })
export class TimeOffJudgement {
  @Field(() => String) readonly verdict!: string;
  @Field(() => JsonScalar) readonly reason!: unknown;
  @Field(() => Int, { description: 'Paid minutes it uses.' }) readonly needMinutes!: number;
  @Field(() => TimeOffBalance, { nullable: true }) readonly balance!: TimeOffBalance | null;
  @Field(() => CoverCost) readonly cover!: CoverCost;
}

@ObjectType()
export class TimeOffAsked {
  @Field(() => ID) readonly requestId!: string;
  @Field(() => TimeOffJudgement) readonly judgement!: TimeOffJudgement;
}

@ObjectType()
export class TimeOffDecided {
  @Field(() => TimeOffRequest) readonly request!: TimeOffRequest;
}

@ObjectType({ description: 'It has begun, or is declined or withdrawn already.' })
export class TimeOffTooLate {
  @Field(() => String) readonly message!: string;
}

@ObjectType()
export class TimeOffWithdrawn {
  @Field(() => ID) readonly id!: string;
}

@InputType()
export class TimeOffInput {
  @Field(() => String) readonly kind!: string;
  @Field(() => DateTimeScalar) readonly startAt!: Instant;
  @Field(() => DateTimeScalar) readonly endAt!: Instant;
  @Field(() => String, { nullable: true }) readonly note?: string | null;
}

@InputType()
export class LocalTextInput {
  @Field(() => String) readonly en!: string;
  @Field(() => String) readonly ja!: string;
}

@InputType()
export class TimeOffKindInput {
  @Field(() => String) readonly code!: string;
  @Field(() => LocalTextInput) readonly title!: LocalTextInput;
  @Field(() => Boolean) readonly paid!: boolean;
  @Field(() => Boolean) readonly hasBalance!: boolean;
  @Field(() => Int) readonly yearlyMinutes!: number;
  @Field(() => String) readonly accrual!: string;
  @Field(() => Int) readonly carryOverMinutes!: number;
  @Field(() => Int) readonly yearStartMonth!: number;
  @Field(() => Int) readonly minNoticeHours!: number;
  @Field(() => String) readonly decides!: string;
  @Field(() => Boolean) readonly usesAllowance!: boolean;
  @Field(() => Boolean, { nullable: true, description: 'Put away, or taken back. Left out: as it is.' })
  readonly archived?: boolean | null;
}

@ObjectType({ description: 'Most people of a team away at once in these hours of the site’s clock; 0 closes them.' })
export class TimeOffAllowance {
  @Field(() => ID) readonly id!: string;
  @Field(() => ID, { nullable: true, description: 'Null: of each team.' }) readonly teamId!: string | null;
  @Field(() => LocalDateScalar) readonly fromOn!: string;
  @Field(() => LocalDateScalar) readonly untilOn!: string;
  @Field(() => [Int]) readonly weekdays!: number[];
  @Field(() => Int) readonly fromMinute!: number;
  @Field(() => Int) readonly untilMinute!: number;
  @Field(() => Int) readonly most!: number;
}

@InputType()
export class TimeOffAllowanceInput {
  @Field(() => ID, { nullable: true }) readonly teamId?: string | null;
  @Field(() => LocalDateScalar) readonly fromOn!: string;
  @Field(() => LocalDateScalar) readonly untilOn!: string;
  @Field(() => [Int]) readonly weekdays!: number[];
  @Field(() => Int) readonly fromMinute!: number;
  @Field(() => Int) readonly untilMinute!: number;
  @Field(() => Int) readonly most!: number;
}

@ObjectType()
export class TimeOffTerms {
  @Field(() => [TimeOffKind]) readonly kinds!: TimeOffKind[];
  @Field(() => [TimeOffAllowance]) readonly allowances!: TimeOffAllowance[];
}

@ObjectType({ description: 'It cannot be put away while requests of it wait for an answer.' })
export class TimeOffKindInUse {
  @Field(() => String) readonly message!: string;
  @Field(() => Int) readonly waitingCount!: number;
}

export const JudgeTimeOffResult = createUnionType({
  name: 'JudgeTimeOffResult',
  types: () => [TimeOffJudgement, InvalidInput] as const,
});
export const AdjustTimeOffResult = createUnionType({
  name: 'AdjustTimeOffResult',
  types: () => [TimeOffAccount, InvalidInput, NotFound] as const,
});
export const AskTimeOffResult = createUnionType({
  name: 'AskTimeOffResult',
  types: () => [TimeOffAsked, InvalidInput] as const,
});
export const WithdrawTimeOffResult = createUnionType({
  name: 'WithdrawTimeOffResult',
  types: () => [TimeOffWithdrawn, TimeOffTooLate, NotFound] as const,
});
export const DecideTimeOffResult = createUnionType({
  name: 'DecideTimeOffResult',
  types: () => [TimeOffDecided, NotFound] as const,
});
export const TimeOffTermsResult = createUnionType({
  name: 'TimeOffTermsResult',
  types: () => [TimeOffTerms, TimeOffKindInUse, InvalidInput] as const,
});
