import { Field, Float, ID, Int, ObjectType } from '@nestjs/graphql';
import type { LocalDate } from '@yotei/time';
import { JsonScalar, LocalDateScalar } from '../../platform/graphql/scalars.js';
import { LocalText } from '../../platform/graphql/shared.graphql-types.js';
import { AvailabilityWindow, RuleLevel, SiteOpeningHours, TemplateActivity } from '../organisation/index.js';

@ObjectType({ description: 'An agent as planners set up; those who have left included.' })
export class SetupAgent {
  @Field(() => ID) id!: string;
  @Field(() => Int) version!: number;
  @Field(() => String) name!: string;
  @Field(() => String) nameReading!: string;
  @Field(() => ID) teamId!: string;
  @Field(() => ID) contractId!: string;
  @Field(() => [ID], { description: 'First choice first.' }) skillIds!: string[];
  @Field(() => String, { description: 'entry, senior or lead.' }) seniority!: string;
  @Field(() => LocalDateScalar) hiredOn!: LocalDate;
  @Field(() => LocalDateScalar, { nullable: true }) leftOn!: LocalDate | null;
  @Field(() => LocalDateScalar, { nullable: true, description: 'First day of age; null: of age already.' })
  youngUntilOn!: LocalDate | null;
  @Field(() => [AvailabilityWindow]) availability!: AvailabilityWindow[];
  @Field(() => Int) rotationOffsetWeeks!: number;
}

@ObjectType({ description: 'One week of a cycle: what may be worked in it.' })
export class RotationWeek {
  @Field(() => [ID], { nullable: true, description: 'Null: all of the contract.' }) templateIds!: string[] | null;
  @Field(() => [Int], { nullable: true, description: 'ISO weekdays without work.' }) daysOff!: number[] | null;
}

@ObjectType({ description: 'A cycle of weeks that starts again after its last.' })
export class Rotation {
  @Field(() => LocalDateScalar) startsOn!: LocalDate;
  @Field(() => [RotationWeek]) weeks!: RotationWeek[];
}

@ObjectType()
export class SetupContract {
  @Field(() => ID) id!: string;
  @Field(() => Int) version!: number;
  @Field(() => String) title!: string;
  @Field(() => Int) weeklyMinutesMin!: number;
  @Field(() => Int) weeklyMinutesMax!: number;
  @Field(() => Int) daysPerWeekMax!: number;
  @Field(() => [ID]) templateIds!: string[];
  @Field(() => Rotation, { nullable: true }) rotation!: Rotation | null;
  @Field(() => Boolean) archived!: boolean;
  @Field(() => Int) agentCount!: number;
}

@ObjectType()
export class SetupTemplate {
  @Field(() => ID) id!: string;
  @Field(() => Int) version!: number;
  @Field(() => String) title!: string;
  @Field(() => Int) earliestStartMinute!: number;
  @Field(() => Int) latestStartMinute!: number;
  @Field(() => Int) startStepMinutes!: number;
  @Field(() => Int) lengthMinutes!: number;
  @Field(() => [TemplateActivity]) activities!: TemplateActivity[];
  @Field(() => [Int], { nullable: true }) weekdays!: number[] | null;
  @Field(() => Boolean) archived!: boolean;
  @Field(() => [ID]) contractIds!: string[];
  @Field(() => Int, { description: 'Shifts not over yet that have it.' }) shiftsToCome!: number;
  @Field(() => Int) publishedShiftsToCome!: number;
}

@ObjectType()
export class SetupSkill {
  @Field(() => ID) id!: string;
  @Field(() => Int) version!: number;
  @Field(() => String) name!: string;
  @Field(() => Boolean) archived!: boolean;
  @Field(() => Int) agentCount!: number;
  @Field(() => Int) queueCount!: number;
}

@ObjectType()
export class SetupTeam {
  @Field(() => ID) id!: string;
  @Field(() => Int) version!: number;
  @Field(() => String) name!: string;
  @Field(() => ID) siteId!: string;
  @Field(() => Boolean) archived!: boolean;
  @Field(() => Int) agentCount!: number;
}

@ObjectType()
export class SetupSite {
  @Field(() => ID) id!: string;
  @Field(() => Int) version!: number;
  @Field(() => String) name!: string;
  @Field(() => String) zone!: string;
  @Field(() => String) country!: string;
  @Field(() => Int, { description: 'ISO weekday a week starts on.' }) weekStart!: number;
  @Field(() => SiteOpeningHours) openingHours!: SiteOpeningHours;
  @Field(() => Int) agentCount!: number;
}

@ObjectType()
export class SetupActivityType {
  @Field(() => ID) id!: string;
  @Field(() => Int) version!: number;
  @Field(() => LocalText) title!: LocalText;
  @Field(() => LocalText) letter!: LocalText;
  @Field(() => Boolean) paid!: boolean;
  @Field(() => Boolean) contactWork!: boolean;
  @Field(() => String) colourToken!: string;
  @Field(() => [String], { description: 'States of agents that keep to it; none: the usual ones.' })
  adheringStates!: string[];
  @Field(() => Boolean) archived!: boolean;
  @Field(() => Int) templateCount!: number;
  @Field(() => Int) sessionCount!: number;
}

@ObjectType({ description: 'What putting a queue away would change.' })
export class SetupQueueUse {
  @Field(() => ID) queueId!: string;
  @Field(() => Int, { description: 'Agents who may take its contacts.' }) agentCount!: number;
  @Field(() => Int, { description: 'Those of them who have no other queue.' }) agentsOnlyHere!: number;
  @Field(() => Int, { description: 'Weeks from today on whose requirement counts it in.' }) weeksAhead!: number;
}

@ObjectType()
export class SetupRule {
  @Field(() => ID) id!: string;
  @Field(() => Int) version!: number;
  @Field(() => String) ruleId!: string;
  @Field(() => RuleLevel) level!: RuleLevel;
  @Field(() => JsonScalar) parameters!: Readonly<Record<string, unknown>>;
  @Field(() => Float, { nullable: true }) weight!: number | null;
  @Field(() => [ID], { nullable: true }) contractIds!: string[] | null;
  @Field(() => [ID], { nullable: true }) siteIds!: string[] | null;
}

@ObjectType({ description: 'All that planners set up; each page asks for its part.' })
export class Setup {
  @Field(() => [SetupAgent]) agents!: SetupAgent[];
  @Field(() => [SetupContract]) contracts!: SetupContract[];
  @Field(() => [SetupTemplate]) templates!: SetupTemplate[];
  @Field(() => [SetupSkill]) skills!: SetupSkill[];
  @Field(() => [SetupTeam]) teams!: SetupTeam[];
  @Field(() => [SetupSite]) sites!: SetupSite[];
  @Field(() => [SetupActivityType]) activityTypes!: SetupActivityType[];
  @Field(() => [SetupQueueUse]) queueUses!: SetupQueueUse[];
  @Field(() => [SetupRule]) rules!: SetupRule[];
}
