import { createUnionType, Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import type { Instant, LocalDate } from '@yotei/time';
import { DateTimeScalar, LocalDateScalar } from '../../../platform/graphql/scalars.js';
import { InvalidInput, NotFound } from '../../../platform/graphql/shared.graphql-types.js';
import { Agent } from '../../organisation/index.js';

@ObjectType({ description: 'One week of a line; the weeks start again after the last.' })
export class BidWeek {
  @Field(() => [ID], { nullable: true, description: 'Shift patterns of the week; null: all of the contract.' })
  readonly templateIds!: string[] | null;
  @Field(() => [Int], { description: 'Weekdays without work, Monday = 1.' }) readonly daysOff!: number[];
}

@ObjectType({ description: 'A pattern of weeks that several may work for the season.' })
export class BidLine {
  @Field(() => ID) readonly id!: string;
  @Field(() => String) readonly title!: string;
  @Field(() => Int) readonly places!: number;
  @Field(() => [BidWeek]) readonly weeks!: BidWeek[];
}

@ObjectType({ description: 'A line wanted more than the one got, and the ranks of those who have it.' })
export class BidDenied {
  @Field(() => ID) readonly lineId!: string;
  @Field(() => [Int]) readonly takenByRanks!: number[];
}

@ObjectType()
export class BidAward {
  @Field(() => ID, { nullable: true, description: 'Null: none of those listed had a place left.' })
  readonly lineId!: string | null;
  @Field(() => Int, { nullable: true, description: 'Place of the line in the list, from 1.' })
  readonly choice!: number | null;
  @Field(() => [BidDenied]) readonly denied!: BidDenied[];
}

@ObjectType({ description: 'A bid with the rank it has; see docs/methods/bidding.md for what it comes from.' })
export class Bid {
  @Field(() => [ID], { description: 'The most wanted first.' }) readonly lineIds!: string[];
  @Field(() => Int, { description: 'From 1; while the round is open, among those who have bid so far.' })
  readonly rank!: number;
  @Field(() => Int, { description: 'What the last three rounds owe: 100 for nothing got, 0 for the first choice.' })
  readonly owed!: number;
  @Field(() => Int, { description: 'Decides between those who are owed the same; fixed before anybody bids.' })
  readonly lot!: number;
  @Field(() => BidAward, { nullable: true }) readonly award!: BidAward | null;
}

@ObjectType({ description: 'Somebody’s bid, for planners.' })
export class Bidder {
  @Field(() => Agent) readonly agent!: Agent;
  @Field(() => Bid) readonly bid!: Bid;
}

@ObjectType({ description: 'Lines of a season that agents of one contract put in order.' })
export class BidRound {
  @Field(() => ID) readonly id!: string;
  @Field(() => String) readonly title!: string;
  @Field(() => ID) readonly contractId!: string;
  @Field(() => LocalDateScalar) readonly fromOn!: LocalDate;
  @Field(() => LocalDateScalar, { description: 'The first day after the season.' }) readonly untilOn!: LocalDate;
  @Field(() => DateTimeScalar) readonly closesAt!: Instant;
  @Field(() => String, { description: 'open, awarded, in-force or withdrawn' }) readonly state!: string;
  @Field(() => Int) readonly bidCount!: number;
  @Field(() => [BidLine]) readonly lines!: BidLine[];
  @Field(() => Bid, { nullable: true, description: 'The reader’s own.' }) readonly mine!: Bid | null;
}

@InputType()
export class BidWeekInput {
  @Field(() => [ID], { nullable: true }) readonly templateIds?: string[] | null;
  @Field(() => [Int], { defaultValue: [] }) readonly daysOff!: number[];
}

@InputType()
export class BidLineInput {
  @Field(() => String) readonly title!: string;
  @Field(() => Int) readonly places!: number;
  @Field(() => [BidWeekInput]) readonly weeks!: BidWeekInput[];
}

@InputType()
export class BidRoundInput {
  @Field(() => String) readonly title!: string;
  @Field(() => ID) readonly contractId!: string;
  @Field(() => LocalDateScalar) readonly fromOn!: LocalDate;
  @Field(() => LocalDateScalar) readonly untilOn!: LocalDate;
  @Field(() => DateTimeScalar) readonly closesAt!: Instant;
  @Field(() => [BidLineInput]) readonly lines!: BidLineInput[];
}

@ObjectType()
export class BidRoundOpened {
  @Field(() => BidRound) readonly round!: BidRound;
}

@ObjectType()
export class BidPlaced {
  @Field(() => BidRound) readonly round!: BidRound;
}

@ObjectType({ description: 'Its time is over, or it was taken back.' })
export class BidRoundClosed {
  @Field(() => BidRound) readonly round!: BidRound;
}

export const OpenBidRoundResult = createUnionType({
  name: 'OpenBidRoundResult',
  types: () => [BidRoundOpened, InvalidInput] as const,
});

export const PlaceBidResult = createUnionType({
  name: 'PlaceBidResult',
  types: () => [BidPlaced, BidRoundClosed, InvalidInput, NotFound] as const,
});
