import { createUnionType, Field, Float, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { Instant } from '@yotei/time';
import { DateTimeScalar, LocalDateScalar } from '../../platform/graphql/scalars.js';
import { InvalidInput, LocalText, NotFound } from '../../platform/graphql/shared.graphql-types.js';
import { Activity, Breach } from './schedules.graphql-types.js';

@ObjectType({ description: 'A shift as it would be.' })
export class MendingShift {
  @Field(() => DateTimeScalar) readonly startAt!: Instant;
  @Field(() => DateTimeScalar) readonly endAt!: Instant;
  @Field(() => ID, { nullable: true }) readonly templateId!: string | null;
  @Field(() => [Activity]) readonly activities!: Activity[];
}

@ObjectType({ description: 'Other shifts of an agent that would save, within the limits as they are.' })
export class MendingWeek {
  @Field(() => ID) readonly agentId!: string;
  @Field(() => Float, { description: 'In hours of one agent short, over the whole schedule.' })
  readonly hoursSaved!: number;
  @Field(() => [MendingShift], { description: 'All of the agent.' }) readonly shifts!: MendingShift[];
}

@ObjectType({ description: 'One limit let out for one agent, everybody else’s shifts as they stand.' })
export class LimitGain {
  @Field(() => ID) readonly agentId!: string;
  @Field(() => LocalText) readonly text!: LocalText;
  @Field(() => Int, { description: 'Agents more on contact work in the deepest interval.' })
  readonly agentsGained!: number;
  @Field(() => Float) readonly costSaved!: number;
  @Field(() => Float, { description: 'In hours of one agent short, over the whole schedule.' })
  readonly hoursSaved!: number;
  @Field(() => [MendingShift], { description: 'All of the agent then; none where shifts alone do not mend it.' })
  readonly shifts!: MendingShift[];
}

@ObjectType({ description: 'A limit that stops agents from working in a short interval.' })
export class ShortageReason {
  @Field(() => String, { description: 'absence, locked-shift, availability, start-window, break-window, contract, …' })
  readonly limit!: string;
  @Field(() => LocalText) readonly title!: LocalText;
  @Field(() => [ID], { description: 'Whom it stops, whom letting it out helps most first.' })
  readonly agentIds!: string[];
  @Field(() => LimitGain, { nullable: true, description: 'Null: letting it out saves nothing.' })
  readonly gain!: LimitGain | null;
}

@ObjectType({ description: 'Neighbouring short intervals of a queue, and why they are short.' })
export class ShortageExplained {
  @Field(() => ID) readonly queueId!: string;
  @Field(() => DateTimeScalar) readonly startAt!: Instant;
  @Field(() => DateTimeScalar) readonly endAt!: Instant;
  @Field(() => DateTimeScalar, { description: 'The interval most agents are missing in.' })
  readonly deepestAt!: Instant;
  @Field(() => Float) readonly agentsToRoster!: number;
  @Field(() => Float) readonly scheduledAgents!: number;
  @Field(() => Float) readonly missingHours!: number;
  @Field(() => Float) readonly cost!: number;
  @Field(() => [ShortageReason]) readonly reasons!: ShortageReason[];
  @Field(() => Int, { description: 'Agents who may work then, but are missed more at another time.' })
  readonly worthMoreElsewhere!: number;
  @Field(() => Int, { description: 'Agents who could work then and save, the limits as they are.' })
  readonly improvable!: number;
  @Field(() => [MendingWeek], { description: 'The first of those, whom it helps most first.' })
  readonly improvements!: MendingWeek[];
  @Field(() => Int, { description: 'Agents stopped by several limits at once.' }) readonly severalLimits!: number;
  @Field(() => Int) readonly noTemplate!: number;
  @Field(() => Int) readonly beforePlan!: number;
}

@ObjectType()
export class QueueNotShort {
  @Field(() => String) readonly message!: string;
}

export const ExplainShortageResult = createUnionType({
  name: 'ExplainShortageResult',
  types: () => [ShortageExplained, QueueNotShort, NotFound] as const,
});

export enum WishKind {
  DAY_OFF = 'day-off',
  DAY_ON = 'day-on',
  START_BETWEEN = 'start-between',
  END_BETWEEN = 'end-between',
}
registerEnumType(WishKind, { name: 'WishKind' });

@InputType()
export class WishInput {
  @Field(() => ID) agentId!: string;
  @Field(() => WishKind) kind!: WishKind;
  @Field(() => LocalDateScalar, { nullable: true }) on?: string | null;
  @Field(() => Int, { nullable: true, description: 'Minute of the day.' }) fromMinute?: number | null;
  @Field(() => Int, { nullable: true }) untilMinute?: number | null;
}

export enum WishOutcome {
  MET = 'met',
  POSSIBLE = 'possible',
  FORBIDDEN = 'forbidden',
}
registerEnumType(WishOutcome, { name: 'WishOutcome' });

@ObjectType({ description: 'A queue more or less short than before.' })
export class CoverageChange {
  @Field(() => ID) readonly queueId!: string;
  @Field(() => DateTimeScalar) readonly startAt!: Instant;
  @Field(() => DateTimeScalar) readonly endAt!: Instant;
  @Field(() => Float) readonly shortHoursBefore!: number;
  @Field(() => Float) readonly shortHoursAfter!: number;
}

@ObjectType()
export class ProposedShift {
  @Field(() => DateTimeScalar) readonly startAt!: Instant;
  @Field(() => DateTimeScalar) readonly endAt!: Instant;
  @Field(() => ID, { nullable: true }) readonly templateId!: string | null;
}

@ObjectType({ description: 'Why an agent’s week is not the wished one.' })
export class WeekExplained {
  @Field(() => WishOutcome) readonly outcome!: WishOutcome;
  @Field(() => LocalText, { description: 'For the planner.' }) readonly planner!: LocalText;
  @Field(() => LocalText, { description: 'To be told to the agent.' }) readonly agent!: LocalText;
  @Field(() => Float, { nullable: true, description: 'In hours of one agent short; negative saves.' })
  readonly hoursChange!: number | null;
  @Field(() => [LocalText]) readonly conflict!: LocalText[];
  @Field(() => [CoverageChange]) readonly coverage!: CoverageChange[];
  @Field(() => [ProposedShift], { description: 'The agent’s shifts with the wish kept.' })
  readonly shifts!: ProposedShift[];
}

export const ExplainWeekResult = createUnionType({
  name: 'ExplainWeekResult',
  types: () => [WeekExplained, NotFound, InvalidInput] as const,
});

export enum KeptBecause {
  GENERATE = 'generate',
  PUBLISH = 'publish',
  RESTORE = 'restore',
  HAND = 'hand',
}
registerEnumType(KeptBecause, { name: 'KeptBecause' });

@ObjectType({ description: 'A roster of the schedule as it was.' })
export class ScheduleVersion {
  @Field(() => Int) readonly version!: number;
  @Field(() => KeptBecause) readonly keptBecause!: KeptBecause;
  @Field(() => DateTimeScalar) readonly keptAt!: Instant;
  @Field(() => Int) readonly shiftCount!: number;
  @Field(() => String, { nullable: true, description: 'Given by who kept it by hand.' })
  readonly title!: string | null;
  @Field(() => String, { nullable: true }) readonly keptBy!: string | null;
}

@ObjectType()
export class RosterFigures {
  @Field(() => Float) readonly cost!: number;
  @Field(() => Float, { description: 'Part of the cost: wishes not met.' }) readonly wishCost!: number;
  @Field(() => Float, { description: 'Part of the cost: preferred rules.' }) readonly ruleCost!: number;
  @Field(() => Float, { description: 'Part of the cost: unsocial work unevenly shared.' })
  readonly fairnessCost!: number;
  @Field(() => Float, { description: 'Part of the cost: loads on wellbeing.' }) readonly wellbeingCost!: number;
  @Field(() => Int) readonly hardBreaches!: number;
  @Field(() => Float) readonly shortHours!: number;
  @Field(() => Float) readonly overHours!: number;
}

export enum ShiftChangeKind {
  ADDED = 'added',
  REMOVED = 'removed',
  CHANGED = 'changed',
}
registerEnumType(ShiftChangeKind, { name: 'ShiftChangeKind' });

@ObjectType()
export class ShiftChange {
  @Field(() => LocalDateScalar) readonly on!: string;
  @Field(() => ShiftChangeKind) readonly kind!: ShiftChangeKind;
  @Field(() => ProposedShift, { nullable: true }) readonly before!: ProposedShift | null;
  @Field(() => ProposedShift, { nullable: true }) readonly after!: ProposedShift | null;
  @Field(() => [String], { description: 'start, end, template, breaks, lock' }) readonly aspects!: string[];
}

@ObjectType()
export class AgentChange {
  @Field(() => ID) readonly agentId!: string;
  @Field(() => Int) readonly paidMinutesBefore!: number;
  @Field(() => Int) readonly paidMinutesAfter!: number;
  @Field(() => [ShiftChange]) readonly shifts!: ShiftChange[];
}

@ObjectType({ description: 'What differs between a kept version and the schedule as it is now.' })
export class ScheduleDifference {
  @Field(() => RosterFigures) readonly before!: RosterFigures;
  @Field(() => RosterFigures) readonly after!: RosterFigures;
  @Field(() => [AgentChange]) readonly agents!: AgentChange[];
  @Field(() => [Breach]) readonly goneBreaches!: Breach[];
  @Field(() => [Breach]) readonly newBreaches!: Breach[];
  @Field(() => [CoverageChange]) readonly coverage!: CoverageChange[];
}

export const ScheduleDifferenceResult = createUnionType({
  name: 'ScheduleDifferenceResult',
  types: () => [ScheduleDifference, NotFound] as const,
});
