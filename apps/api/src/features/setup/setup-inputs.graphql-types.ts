import { createUnionType, Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import type { LocalDate } from '@yotei/time';
import { JsonScalar, LocalDateScalar } from '../../platform/graphql/scalars.js';
import { InvalidInput } from '../../platform/graphql/shared.graphql-types.js';
import { RuleLevel, SiteOpeningHours } from '../organisation/index.js';
import { SetupAgent } from './setup.graphql-types.js';

/** Which row is changed: null and version 0 make a new one. */
@InputType({ isAbstract: true })
abstract class VersionedInput {
  @Field(() => ID, { nullable: true, description: 'Null: a new one, with version 0.' }) id?: string | null;
  @Field(() => Int) version!: number;
}

@InputType()
export class AvailabilityWindowInput {
  @Field(() => Int) weekday!: number;
  @Field(() => Int) fromMinute!: number;
  @Field(() => Int) untilMinute!: number;
}

@InputType()
export class SetupAgentInput extends VersionedInput {
  @Field(() => String) name!: string;
  @Field(() => String, { defaultValue: '' }) nameReading!: string;
  @Field(() => ID) teamId!: string;
  @Field(() => ID) contractId!: string;
  @Field(() => [ID]) skillIds!: string[];
  @Field(() => String, { defaultValue: 'entry' }) seniority!: string;
  @Field(() => LocalDateScalar, { nullable: true, description: 'Null: today.' }) hiredOn?: LocalDate | null;
  @Field(() => LocalDateScalar, { nullable: true, description: 'Given: no longer planned.' }) leftOn?: LocalDate | null;
  @Field(() => LocalDateScalar, {
    nullable: true,
    description: 'First day of age, of people under 18; null: of age already. Left out: as it is.',
  })
  youngUntilOn?: LocalDate | null;
  @Field(() => [AvailabilityWindowInput], { nullable: true, description: 'Null: as it is.' })
  availability?: AvailabilityWindowInput[] | null;
  @Field(() => Int, { nullable: true, description: 'Null: as it is.' }) rotationOffsetWeeks?: number | null;
}

@InputType()
export class RotationWeekInput {
  @Field(() => [ID], { nullable: true }) templateIds?: string[] | null;
  @Field(() => [Int], { nullable: true }) daysOff?: number[] | null;
}

@InputType()
export class RotationInput {
  @Field(() => LocalDateScalar) startsOn!: LocalDate;
  @Field(() => [RotationWeekInput]) weeks!: RotationWeekInput[];
}

@InputType()
export class SetupContractInput extends VersionedInput {
  @Field(() => String) title!: string;
  @Field(() => Int) weeklyMinutesMin!: number;
  @Field(() => Int) weeklyMinutesMax!: number;
  @Field(() => Int) daysPerWeekMax!: number;
  @Field(() => [ID]) templateIds!: string[];
  @Field(() => RotationInput, { nullable: true }) rotation?: RotationInput | null;
  @Field(() => Boolean, { defaultValue: false }) archived!: boolean;
}

@InputType()
export class TemplateActivityInput {
  @Field(() => ID) activityTypeId!: string;
  @Field(() => Int) lengthMinutes!: number;
  @Field(() => Int) earliestStartMinutes!: number;
  @Field(() => Int) latestStartMinutes!: number;
  @Field(() => Int, { defaultValue: 0 }) minGapMinutes!: number;
}

@InputType()
export class SetupTemplateInput extends VersionedInput {
  @Field(() => String) title!: string;
  @Field(() => Int) earliestStartMinute!: number;
  @Field(() => Int) latestStartMinute!: number;
  @Field(() => Int) startStepMinutes!: number;
  @Field(() => Int) lengthMinutes!: number;
  @Field(() => [TemplateActivityInput]) activities!: TemplateActivityInput[];
  @Field(() => [Int], { nullable: true }) weekdays?: number[] | null;
  @Field(() => Boolean, { defaultValue: false }) archived!: boolean;
  @Field(() => [ID], { nullable: true, description: 'Contracts that may work it; null: as it is.' })
  contractIds?: string[] | null;
}

@InputType()
export class SetupSkillInput extends VersionedInput {
  @Field(() => String) name!: string;
  @Field(() => Boolean, { defaultValue: false }) archived!: boolean;
}

@InputType()
export class SetupTeamInput extends VersionedInput {
  @Field(() => String) name!: string;
  @Field(() => ID) siteId!: string;
  @Field(() => Boolean, { defaultValue: false }) archived!: boolean;
}

@InputType()
export class SetupSiteInput extends VersionedInput {
  @Field(() => String) name!: string;
  @Field(() => String) zone!: string;
  @Field(() => String) country!: string;
  @Field(() => Int) weekStart!: number;
  @Field(() => SiteOpeningHours, { nullable: true, description: 'Null: as it is.' })
  openingHours?: SiteOpeningHours | null;
}

@InputType()
export class SetupActivityTypeInput extends VersionedInput {
  @Field(() => String) titleEn!: string;
  @Field(() => String) titleJa!: string;
  @Field(() => String) letterEn!: string;
  @Field(() => String) letterJa!: string;
  @Field(() => Boolean) paid!: boolean;
  @Field(() => String) colourToken!: string;
  @Field(() => [String], { nullable: true, description: 'Null: as it is; none: the usual ones.' })
  adheringStates?: string[] | null;
  @Field(() => Boolean, { defaultValue: false }) archived!: boolean;
}

@InputType()
export class SetupRuleInput extends VersionedInput {
  @Field(() => String) ruleId!: string;
  @Field(() => RuleLevel) level!: RuleLevel;
  @Field(() => JsonScalar) parameters!: Readonly<Record<string, unknown>>;
  @Field(() => Int, { nullable: true }) weight?: number | null;
  @Field(() => [ID], { nullable: true }) contractIds?: string[] | null;
  @Field(() => [ID], { nullable: true }) siteIds?: string[] | null;
}

@ObjectType()
export class SetupSaved {
  @Field(() => ID) id!: string;
  @Field(() => Int) version!: number;
}

@ObjectType({ description: 'Somebody changed it meanwhile, or it is gone: read it again.' })
export class SetupChangedMeanwhile {
  @Field(() => String) message!: string;
}

@ObjectType()
export class SetupUse {
  @Field(() => String, { description: 'agents, contracts, templates, queues, sessions or shifts.' }) what!: string;
  @Field(() => Int) count!: number;
}

@ObjectType({ description: 'It cannot be put away while these need it.' })
export class SetupInUse {
  @Field(() => String) message!: string;
  @Field(() => [SetupUse]) uses!: SetupUse[];
}

export const SaveSetupResult = createUnionType({
  name: 'SaveSetupResult',
  types: () => [SetupSaved, SetupChangedMeanwhile, SetupInUse, InvalidInput] as const,
});

@ObjectType()
export class SetupAgentsSaved {
  @Field(() => [SetupAgent], { description: 'In the order in which they were sent.' }) agents!: SetupAgent[];
}

@ObjectType()
export class AgentRowFault {
  @Field(() => Int, { description: 'Index of the agent in what was sent.' }) row!: number;
  @Field(() => String) field!: string;
  @Field(() => String, {
    description: 'missing, too-long, unknown, repeated, taken, out-of-range, order or changed-meanwhile.',
  })
  code!: string;
  @Field(() => String) message!: string;
}

@ObjectType({ description: 'Nothing was stored: these cells are wrong.' })
export class AgentRowsRefused {
  @Field(() => [AgentRowFault]) faults!: AgentRowFault[];
}

export const SaveSetupAgentsResult = createUnionType({
  name: 'SaveSetupAgentsResult',
  types: () => [SetupAgentsSaved, AgentRowsRefused, InvalidInput] as const,
});
