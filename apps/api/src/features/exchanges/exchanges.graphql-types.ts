import { createUnionType, Field, Float, ID, Int, ObjectType } from '@nestjs/graphql';
import type { Instant } from '@yotei/time';
import { DateTimeScalar, LocalDateScalar } from '../../platform/graphql/scalars.js';
import { InvalidInput, LocalText, NotFound } from '../../platform/graphql/shared.graphql-types.js';
import { Agent } from '../organisation/index.js';

@ObjectType()
export class TimeSpan {
  @Field(() => DateTimeScalar) readonly startAt!: Instant;
  @Field(() => DateTimeScalar) readonly endAt!: Instant;
}

@ObjectType({
  description: 'Why an exchange is not green: a rule, a policy of the site, or that it cannot be carried out.',
})
export class ExchangeReason {
  @Field(() => String, { description: 'rule, team-rule, policy or impossible' }) readonly kind!: string;
  @Field(() => String, { description: 'refuse or review' }) readonly outcome!: string;
  @Field(() => String) readonly code!: string;
  @Field(() => ID, { nullable: true }) readonly agentId!: string | null;
  @Field(() => Float, { nullable: true, description: 'By how much more a rule is broken, in its unit.' })
  readonly by!: number | null;
  @Field(() => LocalText) readonly title!: LocalText;
  @Field(() => LocalText) readonly message!: LocalText;
}

@ObjectType()
export class ExchangeParty {
  @Field(() => Agent) readonly agent!: Agent;
  @Field(() => String, { description: 'pending, accepted or declined; accepted where nobody has to be asked' })
  readonly answer!: string;
  @Field(() => Boolean) readonly isMe!: boolean;
  @Field(() => [TimeSpan]) readonly gives!: TimeSpan[];
  @Field(() => [TimeSpan]) readonly takes!: TimeSpan[];
  @Field(() => Float) readonly paidMinutesBefore!: number;
  @Field(() => Float) readonly paidMinutesAfter!: number;
  @Field(() => Float, { nullable: true }) readonly leastRestMinutesBefore!: number | null;
  @Field(() => Float, { nullable: true }) readonly leastRestMinutesAfter!: number | null;
}

@ObjectType({ description: 'One queue in one quarter of an hour that an exchange changes.' })
export class ExchangeSlot {
  @Field(() => ID) readonly queueId!: string;
  @Field(() => DateTimeScalar) readonly startAt!: Instant;
  @Field(() => Float) readonly agentsToRoster!: number;
  @Field(() => Float) readonly scheduledBefore!: number;
  @Field(() => Float) readonly scheduledAfter!: number;
  @Field(() => Float, { nullable: true }) readonly serviceBefore!: number | null;
  @Field(() => Float, { nullable: true }) readonly serviceAfter!: number | null;
}

@ObjectType()
export class ExchangeServiceDay {
  @Field(() => ID) readonly queueId!: string;
  @Field(() => LocalDateScalar) readonly on!: string;
  @Field(() => Float) readonly before!: number;
  @Field(() => Float) readonly after!: number;
}

@ObjectType({ description: 'green: applied at once; amber: a manager decides; red: not possible.' })
export class ExchangeVerdict {
  @Field(() => String) readonly colour!: string;
  @Field(() => [ExchangeReason]) readonly reasons!: ExchangeReason[];
  @Field(() => [ExchangeParty]) readonly parties!: ExchangeParty[];
  @Field(() => [ExchangeSlot]) readonly slots!: ExchangeSlot[];
  @Field(() => [ExchangeServiceDay]) readonly serviceDays!: ExchangeServiceDay[];
  @Field(() => Float, { description: 'Agent minutes newly missing.' }) readonly shortMinutesAdded!: number;
  @Field(() => Float) readonly shortMinutesRemoved!: number;
}

@ObjectType()
export class ExchangeAlternative {
  @Field(() => String) readonly kind!: string;
  @Field(() => Agent, { nullable: true }) readonly agent!: Agent | null;
  @Field(() => ID, { nullable: true, description: 'The shift taken in return.' }) readonly otherShiftId!: string | null;
  @Field(() => DateTimeScalar, { nullable: true, description: 'Another start of the break.' })
  readonly startAt!: Instant | null;
  @Field(() => [TimeSpan], { nullable: true, description: 'Part of a shift: the times in which both change places.' })
  readonly spans!: TimeSpan[] | null;
  @Field(() => ExchangeVerdict) readonly verdict!: ExchangeVerdict;
}

@ObjectType()
export class ExchangeStep {
  @Field(() => String, { nullable: true }) readonly from!: string | null;
  @Field(() => String) readonly to!: string;
  @Field(() => DateTimeScalar) readonly at!: Instant;
  @Field(() => String, { nullable: true }) readonly by!: string | null;
}

@ObjectType()
export class Exchange {
  @Field(() => ID) readonly id!: string;
  @Field(() => String) readonly kind!: string;
  @Field(() => String, {
    description: 'proposed, accepted, in-review, applied, declined, withdrawn, expired or refused',
  })
  readonly state!: string;
  @Field(() => DateTimeScalar) readonly createdAt!: Instant;
  @Field(() => DateTimeScalar, { nullable: true }) readonly decidedAt!: Instant | null;
  @Field(() => DateTimeScalar, { nullable: true, description: 'It ends by itself then.' })
  readonly expiresAt!: Instant | null;
  @Field(() => String, { nullable: true }) readonly note!: string | null;
  @Field(() => String, { nullable: true }) readonly decisionNote!: string | null;
  @Field(() => Boolean, { description: 'The reader proposed it.' }) readonly isMine!: boolean;
  @Field(() => Boolean, { description: 'The reader is asked.' }) readonly awaitsMe!: boolean;
  @Field(() => ExchangeVerdict) readonly verdict!: ExchangeVerdict;
  @Field(() => [ExchangeReason], { description: 'Why it ended without being applied.' })
  readonly endReasons!: ExchangeReason[];
}

@ObjectType()
export class ExchangeProposed {
  @Field(() => Exchange) readonly exchange!: Exchange;
}

@ObjectType({ description: 'Red: nothing was stored.' })
export class ExchangeRefused {
  @Field(() => ExchangeVerdict) readonly verdict!: ExchangeVerdict;
}

@ObjectType()
export class ExchangeAnswered {
  @Field(() => Exchange) readonly exchange!: Exchange;
}

@ObjectType({ description: 'It had ended before, or its time was over.' })
export class ExchangeClosed {
  @Field(() => Exchange) readonly exchange!: Exchange;
}

@ObjectType()
export class WorkOffer {
  @Field(() => ID) readonly id!: string;
  @Field(() => String) readonly kind!: string;
  @Field(() => DateTimeScalar) readonly startAt!: Instant;
  @Field(() => DateTimeScalar) readonly endAt!: Instant;
  @Field(() => Int) readonly places!: number;
  @Field(() => Int) readonly taken!: number;
  @Field(() => String) readonly claimOrder!: string;
  @Field(() => String, { nullable: true }) readonly note!: string | null;
  @Field(() => DateTimeScalar) readonly closesAt!: Instant;
  @Field(() => String) readonly state!: string;
}

@ObjectType({ description: 'An open offer with what it would mean for the reader.' })
export class FittingOffer {
  @Field(() => WorkOffer) readonly offer!: WorkOffer;
  @Field(() => Boolean) readonly isMine!: boolean;
  @Field(() => String, { nullable: true, description: 'Of the reader’s claim: waiting, granted or refused.' })
  readonly claimState!: string | null;
  @Field(() => ExchangeVerdict) readonly verdict!: ExchangeVerdict;
}

@ObjectType({ description: 'Somebody who would take an offer ranked by fairness, with what the rank comes from.' })
export class OfferClaim {
  @Field(() => Agent) readonly agent!: Agent;
  @Field(() => Int, { nullable: true, description: 'From 1; null when it is decided already.' })
  readonly rank!: number | null;
  @Field(() => String, { description: 'waiting, granted or refused' }) readonly state!: string;
  @Field(() => String, { nullable: true, description: 'Refused: rules, ranked-below or by-manager.' })
  readonly reason!: string | null;
  @Field(() => Int, { description: 'Offers of this kind the agent had in the last four weeks.' })
  readonly grantedCount!: number;
  @Field(() => Float, { description: 'Of the week of the offer.' }) readonly weekPaidMinutes!: number;
  @Field(() => DateTimeScalar) readonly claimedAt!: Instant;
  @Field(() => ExchangeVerdict, { nullable: true, description: 'What a place would mean now, while it waits.' })
  readonly verdict!: ExchangeVerdict | null;
}

@ObjectType()
export class WorkOffered {
  @Field(() => WorkOffer) readonly offer!: WorkOffer;
}

@ObjectType()
export class OfferTaken {
  @Field(() => Exchange) readonly exchange!: Exchange;
}

@ObjectType({ description: 'Ranked by fairness when the offer closes.' })
export class OfferNoted {
  @Field(() => WorkOffer) readonly offer!: WorkOffer;
}

@ObjectType()
export class OfferGone {
  @Field(() => String, { description: 'taken, closed, withdrawn or changed' }) readonly reason!: string;
}

@ObjectType()
export class SwapWish {
  @Field(() => ID) readonly id!: string;
  @Field(() => ID) readonly shiftId!: string;
  @Field(() => [TimeSpan]) readonly accepts!: TimeSpan[];
  @Field(() => String) readonly state!: string;
  @Field(() => ID, { nullable: true }) readonly exchangeId!: string | null;
  @Field(() => DateTimeScalar) readonly expiresAt!: Instant;
}

@ObjectType()
export class SwapWishPosted {
  @Field(() => SwapWish) readonly wish!: SwapWish;
  @Field(() => Exchange, { nullable: true, description: 'The pair or ring found at once.' })
  readonly exchange!: Exchange | null;
}

@ObjectType()
export class ExchangePolicyParameter {
  @Field(() => String) readonly key!: string;
  @Field(() => LocalText) readonly title!: LocalText;
  @Field(() => String) readonly unit!: string;
  @Field(() => Float) readonly min!: number;
  @Field(() => Float) readonly max!: number;
  @Field(() => Float) readonly value!: number;
}

@ObjectType()
export class ExchangePolicy {
  @Field(() => String) readonly policyId!: string;
  @Field(() => LocalText) readonly title!: LocalText;
  @Field(() => String) readonly outcome!: string;
  @Field(() => [ExchangePolicyParameter]) readonly parameters!: ExchangePolicyParameter[];
  @Field(() => [String], { nullable: true }) readonly kinds!: string[] | null;
}

@ObjectType()
export class ExchangePolicySet {
  @Field(() => Int) readonly version!: number;
  @Field(() => [ExchangePolicy]) readonly policies!: ExchangePolicy[];
}

@ObjectType()
export class ExchangeDelegation {
  @Field(() => ID) readonly id!: string;
  @Field(() => String) readonly from!: string;
  @Field(() => String) readonly to!: string;
  @Field(() => Boolean) readonly isMine!: boolean;
  @Field(() => DateTimeScalar) readonly untilAt!: Instant;
}

@ObjectType()
export class ExchangesDelegated {
  @Field(() => ExchangeDelegation) readonly delegation!: ExchangeDelegation;
}

@ObjectType()
export class ExchangeChange {
  @Field(() => ID, { nullable: true, description: 'Null: look at everything again.' }) readonly id!: string | null;
}

export const ProposeExchangeResult = createUnionType({
  name: 'ProposeExchangeResult',
  types: () => [ExchangeProposed, ExchangeRefused, InvalidInput, NotFound] as const,
});

export const AnswerExchangeResult = createUnionType({
  name: 'AnswerExchangeResult',
  types: () => [ExchangeAnswered, ExchangeClosed, NotFound] as const,
});

export const WorkOfferResult = createUnionType({
  name: 'WorkOfferResult',
  types: () => [WorkOffered, InvalidInput] as const,
});

export const TakeWorkOfferResult = createUnionType({
  name: 'TakeWorkOfferResult',
  types: () => [OfferTaken, OfferNoted, OfferGone, ExchangeRefused, NotFound] as const,
});

export const GrantOfferClaimResult = createUnionType({
  name: 'GrantOfferClaimResult',
  types: () => [OfferTaken, OfferGone, ExchangeRefused, NotFound] as const,
});

export const SwapWishResult = createUnionType({
  name: 'SwapWishResult',
  types: () => [SwapWishPosted, InvalidInput, NotFound] as const,
});

export const SaveExchangePoliciesResult = createUnionType({
  name: 'SaveExchangePoliciesResult',
  types: () => [ExchangePolicySet, InvalidInput] as const,
});

export const DelegateExchangesResult = createUnionType({
  name: 'DelegateExchangesResult',
  types: () => [ExchangesDelegated, InvalidInput] as const,
});
