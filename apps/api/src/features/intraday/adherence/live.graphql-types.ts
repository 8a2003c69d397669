import { Field, Float, ID, Int, ObjectType } from '@nestjs/graphql';
import type { Instant } from '@yotei/time';
import { DateTimeScalar } from '../../../platform/graphql/scalars.js';

@ObjectType({ description: 'A system that tells what agents are doing.' })
export class LiveSource {
  @Field(() => ID) readonly id!: string;
  @Field(() => String) readonly title!: string;
  @Field(() => DateTimeScalar, { nullable: true }) readonly lastReceivedAt!: Instant | null;
  @Field(() => Int, { description: 'After so long without a sign the states of its agents are unknown.' })
  readonly silentAfterSeconds!: number;
}

@ObjectType({ description: 'How strictly a site judges.' })
export class AdherenceSettings {
  @Field(() => ID) readonly siteId!: string;
  @Field(() => Int, { description: 'A deviation of at most this length is not counted.' })
  readonly graceSeconds!: number;
  @Field(() => Int, { description: 'Time to start the systems at the start of a shift.' })
  readonly bootSeconds!: number;
  @Field(() => [ID]) readonly ignoredActivityTypeIds!: string[];
  @Field(() => [String], { description: 'Our words or those of a source.' }) readonly ignoredStates!: string[];
  @Field(() => Boolean, { description: 'Contact work outside the shift counts as scheduled and kept.' })
  readonly countsOutsideShift!: boolean;
  @Field(() => Int, { description: '0: the defaults, nothing saved yet.' }) readonly version!: number;
}

@ObjectType()
export class LiveActivityType {
  @Field(() => ID) readonly id!: string;
  @Field(() => Boolean) readonly paid!: boolean;
  @Field(() => Boolean) readonly contactWork!: boolean;
  @Field(() => [String], { description: 'Chosen by the organisation; empty: the defaults.' })
  readonly adheringStates!: string[];
}

@ObjectType({ description: 'A stretch of an agent’s running day; times in milliseconds from LiveBoard.baseAt.' })
export class LiveSpan {
  @Field(() => Int, { description: 'Place of the agent in LiveBoard.agentIds.' }) readonly agent!: number;
  @Field(() => Float) readonly start!: number;
  @Field(() => Float) readonly end!: number;
}

@ObjectType()
export class LiveExcuse extends LiveSpan {
  @Field(() => ID) readonly id!: string;
  @Field(() => String) readonly kind!: string;
}

@ObjectType({ description: 'What an agent went by, because a change had not been acknowledged.' })
export class LiveKnownPlan extends LiveSpan {
  @Field(() => [Int], { description: 'For each activity its type’s place, start and length in seconds from baseAt.' })
  readonly activities!: number[];
}

@ObjectType({
  description: `Every agent's running day as columns, one place an agent, to be walked on by the adherence library. Times are
milliseconds from baseAt unless a field says otherwise; -1 stands for none.`,
})
export class LiveBoard {
  @Field(() => DateTimeScalar, { description: 'The clock of the server.' }) readonly at!: Instant;
  @Field(() => DateTimeScalar) readonly baseAt!: Instant;
  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'While nobody is on shift: when the next published one begins, within eight days.',
  })
  readonly nextShiftAt!: Instant | null;
  @Field(() => [String], { description: 'The words that `state` counts.' }) readonly words!: string[];
  @Field(() => [LiveSource]) readonly sources!: LiveSource[];
  @Field(() => [AdherenceSettings]) readonly settings!: AdherenceSettings[];
  @Field(() => [LiveActivityType]) readonly activityTypes!: LiveActivityType[];
  @Field(() => [ID]) readonly agentIds!: string[];
  @Field(() => [String]) readonly names!: string[];
  @Field(() => [ID]) readonly siteIds!: string[];
  @Field(() => [ID]) readonly teamIds!: string[];
  @Field(() => [[ID]]) readonly skillIds!: string[][];
  @Field(() => [String], { description: 'The local date the running day belongs to.' }) readonly dates!: string[];
  @Field(() => [Float], { description: 'Start and end of each running day.' }) readonly windows!: number[];
  @Field(() => [Int], { description: 'For each activity: agent, type, start and length in seconds from baseAt.' })
  readonly activities!: number[];
  @Field(() => [Int], { description: 'Place in words; -1: nothing was ever told.' }) readonly states!: number[];
  @Field(() => [String], { description: 'The source’s own words.' }) readonly sourceStates!: string[];
  @Field(() => [Int], { description: 'Place in sources.' }) readonly sourceOf!: number[];
  @Field(() => [Float]) readonly since!: number[];
  @Field(() => [Float], {
    description: `Where the walk of each day stands: until, state, out since, rest owed, then the milliseconds scheduled,
out, explained, ignored, unknown, outside, contact scheduled, contact worked.`,
  })
  readonly progress!: number[];
  @Field(() => [String]) readonly progressSourceStates!: string[];
  @Field(() => [LiveExcuse]) readonly excuses!: LiveExcuse[];
  @Field(() => [LiveKnownPlan]) readonly knownPlans!: LiveKnownPlan[];
}

@ObjectType({ description: 'New states since the message before, at most one message a second.' })
export class LiveChange {
  @Field(() => DateTimeScalar) readonly at!: Instant;
  @Field(() => Boolean, { description: 'More changed than states: ask for the board again.' })
  readonly reload!: boolean;
  @Field(() => [LiveSource]) readonly sources!: LiveSource[];
  @Field(() => [ID]) readonly agentIds!: string[];
  @Field(() => [String]) readonly states!: string[];
  @Field(() => [String]) readonly sourceStates!: string[];
  @Field(() => [ID]) readonly sourceIds!: string[];
  @Field(() => [Float], { description: 'Epoch milliseconds.' }) readonly since!: number[];
}
