import { createUnionType, Field, Float, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { Instant } from '@yotei/time';
import { DateTimeScalar } from '../../../platform/graphql/scalars.js';
import { InvalidInput, LocalText, NotFound } from '../../../platform/graphql/shared.graphql-types.js';
import { ScheduleHasBreaches } from '../../rosters/index.js';
import { NothingPlanned } from '../outlook/outlook.graphql-types.js';

export enum RepairKindType {
  MOVE_BREAKS = 'move-breaks',
  DELAY_ACTIVITY = 'delay-activity',
  CALL_ON_SKILLS = 'call-on-skills',
  PULL_FROM_QUEUE = 'pull-from-queue',
  OFFER_OVERTIME = 'offer-overtime',
  OFFER_TIME_OFF = 'offer-time-off',
}
registerEnumType(RepairKindType, { name: 'RepairKind' });

export enum RepairStaleReason {
  CHANGED = 'changed',
  BEGUN = 'begun',
  APPLIED = 'applied',
  UNDONE = 'undone',
}
registerEnumType(RepairStaleReason, { name: 'RepairStaleReason' });

@ObjectType()
export class RepairPerson {
  @Field(() => ID) agentId!: string;
  @Field(() => String) name!: string;
}

@ObjectType({
  description: 'One thing a person would do at another time; without activity: contact work of another queue.',
})
export class RepairStepType extends RepairPerson {
  @Field(() => String, { nullable: true }) activityTypeId!: string | null;
  @Field(() => DateTimeScalar, { nullable: true }) fromAt!: Instant | null;
  @Field(() => DateTimeScalar, { nullable: true, description: 'Null: it would no longer be' }) toAt!: Instant | null;
}

@ObjectType()
export class RepairSlotType {
  @Field(() => ID) queueId!: string;
  @Field(() => DateTimeScalar) startAt!: Instant;
  @Field(() => Float) agentsToRoster!: number;
  @Field(() => Float) presentBefore!: number;
  @Field(() => Float) presentAfter!: number;
  @Field(() => Float, { nullable: true }) serviceBefore!: number | null;
  @Field(() => Float, { nullable: true }) serviceAfter!: number | null;
}

@ObjectType({ description: 'Share answered in time over the rest of the day, weighted by contacts.' })
export class RepairServiceLevel {
  @Field(() => ID) queueId!: string;
  @Field(() => LocalText) title!: LocalText;
  @Field(() => Float) before!: number;
  @Field(() => Float) after!: number;
}

@ObjectType()
export class RepairRule {
  @Field(() => String) ruleId!: string;
  @Field(() => LocalText) title!: LocalText;
  @Field(() => ID, { nullable: true }) agentId!: string | null;
  @Field(() => LocalText, { nullable: true }) message!: LocalText | null;
}

@ObjectType()
export class RepairOfferType {
  @Field(() => String, { description: 'overtime or voluntary-time-off' }) kind!: string;
  @Field(() => DateTimeScalar) startAt!: Instant;
  @Field(() => DateTimeScalar) endAt!: Instant;
  @Field(() => Int) places!: number;
  @Field(() => [RepairPerson], { description: 'Who could take it, best first' }) people!: RepairPerson[];
}

@ObjectType({ description: 'One way to mend today, with its whole effect, as if it were the only one.' })
export class RepairProposal {
  @Field(() => ID) id!: string;
  @Field(() => RepairKindType) kind!: RepairKindType;
  @Field(() => ID) queueId!: string;
  @Field(() => LocalText) queueTitle!: LocalText;
  @Field(() => DateTimeScalar) startAt!: Instant;
  @Field(() => DateTimeScalar) endAt!: Instant;
  @Field(() => Float) score!: number;
  @Field(() => Int) people!: number;
  @Field(() => [RepairStepType]) steps!: RepairStepType[];
  @Field(() => RepairOfferType, { nullable: true }) offer!: RepairOfferType | null;
  @Field(() => [RepairServiceLevel]) service!: RepairServiceLevel[];
  @Field(() => [RepairSlotType]) slots!: RepairSlotType[];
  @Field(() => Float) shortMinutesRemoved!: number;
  @Field(() => Float) shortMinutesAdded!: number;
  @Field(() => Float, { description: 'Added by overtime, saved by time off (negative)' }) paidMinutes!: number;
  @Field(() => Float, { description: 'By which breaks and others move, summed' }) movedMinutes!: number;
  @Field(() => Float) longestRunMinutesBefore!: number;
  @Field(() => Float) longestRunMinutesAfter!: number;
  @Field(() => [RepairRule], { description: 'Prefer rules broken by more; a must rule never is' })
  worseRules!: RepairRule[];
  @Field(() => [RepairRule]) betterRules!: RepairRule[];
}

@ObjectType()
export class RepairProposals {
  @Field(() => DateTimeScalar) at!: Instant;
  @Field(() => String) zone!: string;
  @Field(() => [RepairProposal], { description: 'Best first' }) proposals!: RepairProposal[];
}

@ObjectType()
export class RepairApplied {
  @Field(() => ID) id!: string;
  @Field(() => Int) people!: number;
  @Field(() => ID, { nullable: true }) offerId!: string | null;
}

@ObjectType()
export class RepairUndone {
  @Field(() => ID) id!: string;
}

@ObjectType({ description: 'The day has changed since it was proposed; nothing was stored.' })
export class RepairStale {
  @Field(() => RepairStaleReason) reason!: RepairStaleReason;
  @Field(() => String, { nullable: true }) changedBy!: string | null;
  @Field(() => DateTimeScalar, { nullable: true }) changedAt!: Instant | null;
  @Field(() => String, { nullable: true }) changedWhat!: string | null;
}

export const RepairProposalsResult = createUnionType({
  name: 'RepairProposalsResult',
  types: () => [RepairProposals, NothingPlanned] as const,
});
export const ApplyRepairResult = createUnionType({
  name: 'ApplyRepairResult',
  types: () => [RepairApplied, RepairStale, ScheduleHasBreaches, InvalidInput, NotFound] as const,
});
export const UndoRepairResult = createUnionType({
  name: 'UndoRepairResult',
  types: () => [RepairUndone, RepairStale, ScheduleHasBreaches, InvalidInput, NotFound] as const,
});
