import { Field, Float, ID, InputType, Int, ObjectType, createUnionType, registerEnumType } from '@nestjs/graphql';
import type { Instant } from '@yotei/time';
import type { JsonValue } from '../../platform/jobs/job-definition.js';
import { DateTimeScalar, JsonScalar, LocalDateScalar } from '../../platform/graphql/scalars.js';
import { InvalidInput, LocalText, NotFound } from '../../platform/graphql/shared.graphql-types.js';
import { RuleLevel } from '../organisation/index.js';
import { JobStarted } from '../../platform/jobs/job.graphql-types.js';
import { ScheduleInfo, ScheduleState } from './board.graphql-types.js';
import { PersonalNews } from './together/personal-news.graphql-types.js';

@InputType()
export class ActivityInput {
  @Field(() => ID)
  activityTypeId!: string;

  @Field(() => DateTimeScalar)
  startAt!: Instant;

  @Field(() => DateTimeScalar)
  endAt!: Instant;
}

/** One agent's shift after the edit. shiftId null = new; remove true = delete. */
@InputType({ description: "One agent's shift after the edit. shiftId null = new; remove true = delete." })
export class ShiftEditInput {
  @Field(() => ID, { nullable: true })
  shiftId?: string | null;

  @Field(() => ID)
  agentId!: string;

  @Field(() => Int, { nullable: true })
  expectedVersion?: number | null;

  @Field(() => Boolean, { nullable: true })
  remove?: boolean | null;

  @Field(() => DateTimeScalar, { nullable: true })
  startAt?: Instant | null;

  @Field(() => DateTimeScalar, { nullable: true })
  endAt?: Instant | null;

  @Field(() => ID, { nullable: true })
  templateId?: string | null;

  @Field(() => Boolean, { nullable: true })
  locked?: boolean | null;

  @Field(() => [ActivityInput], { nullable: true })
  activities?: ActivityInput[] | null;
}

@InputType()
export class EditShiftsInput {
  @Field(() => ID)
  scheduleId!: string;

  @Field(() => String, { description: 'Names the undo step.' })
  label!: string;

  @Field(() => [ShiftEditInput])
  edits!: ShiftEditInput[];

  @Field(() => String, { nullable: true, description: 'Written reason to keep must breaches, where allowed.' })
  overrideReason?: string | null;

  @Field(() => Int, { nullable: true, description: 'Version of the own step this edit takes back.' })
  undoes?: number | null;

  @Field(() => Int, { nullable: true, description: 'Version of the own step this edit does again.' })
  redoes?: number | null;
}

@ObjectType()
export class Activity {
  @Field(() => ID)
  readonly activityTypeId!: string;

  @Field(() => DateTimeScalar)
  readonly startAt!: Instant;

  @Field(() => DateTimeScalar)
  readonly endAt!: Instant;

  /** Not a field: `title` is made of it. */
  readonly sessionId?: string;
}

@ObjectType()
export class Shift {
  @Field(() => ID)
  readonly id!: string;

  @Field(() => Int)
  readonly version!: number;

  @Field(() => ID)
  readonly agentId!: string;

  @Field(() => DateTimeScalar)
  readonly startAt!: Instant;

  @Field(() => DateTimeScalar)
  readonly endAt!: Instant;

  @Field(() => ID, { nullable: true })
  readonly templateId!: string | null;

  @Field(() => Boolean)
  readonly locked!: boolean;

  @Field(() => Boolean)
  readonly handEdited!: boolean;

  @Field(() => Boolean, { description: 'Its times were agreed on in an exchange: no template asks anything of it.' })
  readonly agreedForm!: boolean;

  @Field(() => [Activity])
  readonly activities!: Activity[];
}

@ObjectType()
export class Breach {
  @Field(() => String)
  readonly ruleId!: string;

  @Field(() => LocalText)
  readonly title!: LocalText;

  @Field(() => RuleLevel)
  readonly level!: RuleLevel;

  @Field(() => ID)
  readonly agentId!: string;

  @Field(() => DateTimeScalar)
  readonly at!: Instant;

  @Field(() => Int)
  readonly amount!: number;

  @Field(() => String)
  readonly amountUnit!: string;

  @Field(() => LocalText)
  readonly message!: LocalText;

  @Field(() => String)
  readonly source!: string;

  @Field(() => JsonScalar)
  readonly values!: JsonValue;
}

@ObjectType()
export class ShiftsEdited {
  @Field(() => Int)
  readonly scheduleVersion!: number;

  @Field(() => Int, { description: 'Shifts that stand otherwise than when the schedule was published.' })
  readonly changesSincePublish!: number;

  @Field(() => [Shift])
  readonly shifts!: Shift[];

  @Field(() => [ID])
  readonly removedIds!: string[];

  @Field(() => [Breach])
  readonly breaches!: Breach[];
}

@ObjectType()
export class EditedMeanwhile {
  @Field(() => String)
  readonly message!: string;

  @Field(() => Int)
  readonly scheduleVersion!: number;

  @Field(() => [Shift])
  readonly shifts!: Shift[];

  @Field(() => [ID])
  readonly removedIds!: string[];

  @Field(() => String, { nullable: true })
  readonly changedBy!: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When the edit that came between was made.' })
  readonly changedAt!: Instant | null;

  @Field(() => String, { nullable: true, description: 'Name of the edit that came between.' })
  readonly changedWhat!: string | null;
}

@ObjectType()
export class ScheduleHasBreaches {
  @Field(() => String)
  readonly message!: string;

  @Field(() => [Breach])
  readonly breaches!: Breach[];
}

export const EditShiftsResult = createUnionType({
  name: 'EditShiftsResult',
  types: () => [ShiftsEdited, EditedMeanwhile, ScheduleHasBreaches, NotFound, InvalidInput] as const,
});

/** Names of the library, which are stored in jobs, by the names of the schema. */
export enum KeptPart {
  SHIFTS = 'shifts',
  PUBLISHED_DAYS = 'published-days',
  DAYS_OFF = 'days-off',
  STARTS = 'starts',
  PAID_HOURS = 'paid-hours',
}

registerEnumType(KeptPart, {
  name: 'KeptPart',
  description: 'What of the present draft stays when it is planned again.',
});

@InputType()
export class PlanAgainInput {
  @Field(() => [KeptPart])
  keep!: KeptPart[];

  @Field(() => LocalDateScalar, {
    nullable: true,
    description: 'Last day of PUBLISHED_DAYS: days up to it stay, worked or free. The whole schedule without it.',
  })
  publishedUntilOn?: string | null;

  @Field(() => Float, { nullable: true, description: 'How much change costs: 0 free, 1 as usual.' })
  disruption?: number | null;
}

@InputType()
export class GenerateInput {
  @Field(() => ID)
  scheduleId!: string;

  @Field(() => Int)
  timeLimitSeconds!: number;

  @Field(() => Boolean)
  keepLocked!: boolean;

  @Field(() => Boolean)
  keepHandEdited!: boolean;

  @Field(() => Int, { nullable: true })
  seed?: number | null;

  @Field(() => PlanAgainInput, { nullable: true, description: 'Plans the present draft again instead of afresh.' })
  again?: PlanAgainInput | null;
}

@ObjectType()
export class RequirementMissing {
  @Field(() => String)
  readonly message!: string;
}

export const GenerateResult = createUnionType({
  name: 'GenerateResult',
  types: () => [JobStarted, RequirementMissing, NotFound, InvalidInput] as const,
});

@ObjectType()
export class ScheduleCreated {
  @Field(() => ScheduleInfo)
  readonly schedule!: ScheduleInfo;
}

export const CreateScheduleResult = createUnionType({
  name: 'CreateScheduleResult',
  types: () => [ScheduleCreated, InvalidInput] as const,
});

/** What publishing would do; the quality card. */
@ObjectType({ description: 'What publishing would do; the quality card.' })
export class PublishPreview {
  @Field(() => ScheduleInfo) readonly schedule!: ScheduleInfo;
  @Field(() => [Breach]) readonly mustBreaches!: Breach[];
  @Field(() => [Breach]) readonly preferBreaches!: Breach[];
  @Field(() => Int) readonly cannotJudgeCount!: number;
  @Field(() => Float) readonly shortHours!: number;
  @Field(() => Float) readonly overHours!: number;
  @Field(() => Float) readonly withinFivePercentFraction!: number;
  @Field(() => Float) readonly noticeDays!: number;
  @Field(() => Int) readonly changedAgents!: number;
  @Field(() => Int) readonly newShifts!: number;
  @Field(() => Int) readonly changedShifts!: number;
  @Field(() => Int) readonly removedShifts!: number;
  @Field(() => Int) readonly agentsToTell!: number;
  @Field(() => Float, { description: 'Of the whole schedule, as the engine counts.' })
  readonly cost!: number;
  @Field(() => Float, { description: 'Part of the cost: wishes not met.' })
  readonly wishCost!: number;
  @Field(() => Float, { description: 'Part of the cost: unsocial work unevenly shared.' })
  readonly fairnessCost!: number;
  @Field(() => Float, { description: 'Part of the cost: loads on wellbeing.' })
  readonly wellbeingCost!: number;
  @Field(() => [PersonalNews], { description: 'Whoever has least notice first.' })
  readonly people!: PersonalNews[];
}

@ObjectType()
export class SchedulePublished {
  @Field(() => ScheduleInfo)
  readonly schedule!: ScheduleInfo;

  @Field(() => Int)
  readonly notifiedAgents!: number;
}

@ObjectType()
export class ScheduleAlreadyPublished {
  @Field(() => String)
  readonly message!: string;
}

export const PublishResult = createUnionType({
  name: 'PublishResult',
  types: () =>
    [
      SchedulePublished,
      ScheduleHasBreaches,
      ScheduleAlreadyPublished,
      EditedMeanwhile,
      NotFound,
      InvalidInput,
    ] as const,
});

@ObjectType()
export class WeekStep {
  @Field(() => LocalDateScalar)
  readonly weekStartOn!: string;

  @Field(() => Boolean)
  readonly forecast!: boolean;

  @Field(() => Boolean)
  readonly requirement!: boolean;

  @Field(() => ScheduleInfo, { nullable: true })
  readonly schedule!: ScheduleInfo | null;
}

@ObjectType()
export class ScheduleChange {
  @Field(() => ID)
  readonly scheduleId!: string;

  @Field(() => Int)
  readonly version!: number;

  @Field(() => ScheduleState)
  readonly state!: ScheduleState;

  @Field(() => Int)
  readonly changesSincePublish!: number;

  @Field(() => String, { nullable: true })
  readonly changedBy!: string | null;

  @Field(() => [Shift])
  readonly shifts!: Shift[];

  @Field(() => [ID])
  readonly removedIds!: string[];

  @Field(() => Boolean, { description: 'True when too much changed to list: load the board again.' })
  readonly reload!: boolean;
}
