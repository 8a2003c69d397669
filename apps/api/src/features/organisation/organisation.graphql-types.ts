import { Field, Float, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { JsonScalar, LocalDateScalar } from '../../platform/graphql/scalars.js';
import { LocalText, PageInfo } from '../../platform/graphql/shared.graphql-types.js';

export enum RuleLevel {
  MUST = 'must',
  PREFER = 'prefer',
}
registerEnumType(RuleLevel, { name: 'RuleLevel' });

@ObjectType()
export class Organisation {
  @Field(() => ID) id!: string;
  @Field(() => String) name!: string;
  @Field(() => Boolean) isDemo!: boolean;
}

@ObjectType()
export class Site {
  @Field(() => ID) id!: string;
  @Field(() => String) name!: string;
  @Field(() => String) zone!: string;
  @Field(() => String) country!: string;
  @Field(() => Int) weekStart!: number;
}

@ObjectType()
export class Team {
  @Field(() => ID) id!: string;
  @Field(() => String) name!: string;
  @Field(() => ID) siteId!: string;
}

@ObjectType()
export class Skill {
  @Field(() => ID) id!: string;
  @Field(() => String) name!: string;
}

@ObjectType()
export class ActivityType {
  @Field(() => ID) id!: string;
  @Field(() => String) code!: string;
  @Field(() => LocalText) title!: LocalText;
  @Field(() => Boolean) paid!: boolean;
  @Field(() => Boolean) contactWork!: boolean;
  @Field(() => String) colourToken!: string;
  @Field(() => LocalText) letter!: LocalText;
  @Field(() => Boolean) archived!: boolean;
}

@ObjectType()
export class TemplateActivity {
  @Field(() => ID) activityTypeId!: string;
  @Field(() => Int) lengthMinutes!: number;
  @Field(() => Int) earliestStartMinutes!: number;
  @Field(() => Int) latestStartMinutes!: number;
  @Field(() => Int) minGapMinutes!: number;
}

@ObjectType()
export class ShiftTemplate {
  @Field(() => ID) id!: string;
  @Field(() => String) title!: string;
  @Field(() => Int) earliestStartMinute!: number;
  @Field(() => Int) latestStartMinute!: number;
  @Field(() => Int) startStepMinutes!: number;
  @Field(() => Int) lengthMinutes!: number;
  @Field(() => [TemplateActivity]) activities!: TemplateActivity[];
  @Field(() => [Int], { nullable: true }) weekdays!: number[] | null;
  @Field(() => Boolean, { description: 'Put away: shifts keep it, nobody is given it any more.' }) archived!: boolean;
}

@ObjectType()
export class Contract {
  @Field(() => ID) id!: string;
  @Field(() => String) title!: string;
  @Field(() => Int) weeklyMinutesMin!: number;
  @Field(() => Int) weeklyMinutesMax!: number;
  @Field(() => Int) daysPerWeekMax!: number;
  @Field(() => [ID]) templateIds!: string[];
}

@ObjectType()
export class RuleSetting {
  @Field(() => String) ruleId!: string;
  @Field(() => RuleLevel) level!: RuleLevel;
  @Field(() => JsonScalar) parameters!: Readonly<Record<string, unknown>>;
  @Field(() => Float, { nullable: true }) weight!: number | null;
  @Field(() => [ID], { nullable: true }) contractIds!: string[] | null;
  @Field(() => [ID], { nullable: true }) siteIds!: string[] | null;
  @Field(() => String, {
    nullable: true,
    description: 'Parameter and article of the law that asks for it; null for a rule of the centre’s own.',
  })
  source!: string | null;
}

@ObjectType()
export class AvailabilityWindow {
  @Field(() => Int) weekday!: number;
  @Field(() => Int) fromMinute!: number;
  @Field(() => Int) untilMinute!: number;
}

@ObjectType({ description: 'Hours of one date besides the weekly windows; minutes may pass 1440.' })
export class AvailabilityException {
  @Field(() => LocalDateScalar) on!: string;
  @Field(() => Boolean, { description: 'False: not, whatever the windows say.' }) canWork!: boolean;
  @Field(() => Int) fromMinute!: number;
  @Field(() => Int) untilMinute!: number;
}

@ObjectType()
export class Agent {
  @Field(() => ID) id!: string;
  @Field(() => String) name!: string;
  @Field(() => String, { nullable: true }) nameReading!: string | null;
  @Field(() => ID) siteId!: string;
  @Field(() => ID) teamId!: string;
  @Field(() => ID) contractId!: string;
  @Field(() => String) zone!: string;
  @Field(() => [ID]) skillIds!: string[];
  @Field(() => String) seniority!: string;
  @Field(() => [AvailabilityWindow]) availability!: AvailabilityWindow[];
  @Field(() => [AvailabilityException], { description: 'Of the last two months and ahead.' })
  availabilityExceptions!: AvailabilityException[];
  @Field(() => LocalDateScalar, { nullable: true, description: 'Last day of employment, where it is known.' })
  leftOn!: string | null;
  @Field(() => LocalDateScalar, { nullable: true, description: 'First day of employment, where it lies ahead.' })
  joinsOn?: string | null;
  @Field(() => String, { nullable: true, description: 'First day of age; null for adults.' })
  youngUntilOn?: string | null;
}

@ObjectType()
export class AgentEdge {
  @Field(() => String) cursor!: string;
  @Field(() => Agent) node!: Agent;
}

@ObjectType()
export class AgentConnection {
  @Field(() => [AgentEdge]) edges!: AgentEdge[];
  @Field(() => PageInfo) pageInfo!: PageInfo;
  @Field(() => Int) totalCount!: number;
}
