import { createUnionType, Field, Float, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { Instant, LocalDate } from '@yotei/time';
import { DateTimeScalar, JsonScalar, LocalDateScalar } from '../../../platform/graphql/scalars.js';
import { InvalidInput, LocalText, NotFound } from '../../../platform/graphql/shared.graphql-types.js';
import { RuleLevel } from '../../organisation/index.js';

export enum SessionForm {
  TOGETHER = 'together',
  ALONE = 'alone',
}
export enum SessionPeriod {
  HORIZON = 'horizon',
  WEEK = 'week',
  DAY = 'day',
}
registerEnumType(SessionForm, { name: 'SessionForm' });
registerEnumType(SessionPeriod, { name: 'SessionPeriod' });

const SELECTOR = 'Agents who meet every part given; within a part one entry is enough, of skills all are needed.';

@ObjectType({ description: SELECTOR })
export class AgentSelection {
  @Field(() => [ID], { nullable: true }) agentIds!: string[] | null;
  @Field(() => [ID], { nullable: true }) teamIds!: string[] | null;
  @Field(() => [ID], { nullable: true }) siteIds!: string[] | null;
  @Field(() => [ID], { nullable: true }) contractIds!: string[] | null;
  @Field(() => [ID], { nullable: true }) skillIds!: string[] | null;
  @Field(() => [String], { nullable: true }) seniorities!: string[] | null;
}

@InputType({ description: SELECTOR })
export class AgentSelectionInput {
  @Field(() => [ID], { nullable: true }) agentIds?: string[] | null;
  @Field(() => [ID], { nullable: true }) teamIds?: string[] | null;
  @Field(() => [ID], { nullable: true }) siteIds?: string[] | null;
  @Field(() => [ID], { nullable: true }) contractIds?: string[] | null;
  @Field(() => [ID], { nullable: true }) skillIds?: string[] | null;
  @Field(() => [String], { nullable: true }) seniorities?: string[] | null;
}

@ObjectType({ description: 'A training, one-to-one, meeting or huddle to place inside shifts.' })
export class Session {
  @Field(() => ID) id!: string;
  @Field(() => Int) version!: number;
  @Field(() => String) title!: string;
  @Field(() => ID) activityTypeId!: string;
  @Field(() => Int) lengthMinutes!: number;
  @Field(() => SessionForm) form!: SessionForm;
  @Field(() => AgentSelection) who!: AgentSelection;
  @Field(() => Int, { nullable: true, description: 'Any so many of those meant; null = all.' }) attendees!:
    number | null;
  @Field(() => Int, { nullable: true }) attendeesAtOnceMax!: number | null;
  @Field(() => Int, { nullable: true }) attendeesAtOnceMin!: number | null;
  @Field(() => Int) times!: number;
  @Field(() => SessionPeriod) period!: SessionPeriod;
  @Field(() => Boolean) sameTime!: boolean;
  @Field(() => LocalDateScalar, { nullable: true }) fromOn!: LocalDate | null;
  @Field(() => LocalDateScalar, { nullable: true }) untilOn!: LocalDate | null;
  @Field(() => [Int], { nullable: true }) weekdays!: number[] | null;
  @Field(() => Int, { nullable: true }) fromMinute!: number | null;
  @Field(() => Int, { nullable: true }) untilMinute!: number | null;
}

@InputType()
export class SessionInput {
  @Field(() => ID, { nullable: true, description: 'Null: a new one, with version 0.' }) id?: string | null;
  @Field(() => Int) version!: number;
  @Field(() => String) title!: string;
  @Field(() => ID) activityTypeId!: string;
  @Field(() => Int) lengthMinutes!: number;
  @Field(() => SessionForm) form!: SessionForm;
  @Field(() => AgentSelectionInput) who!: AgentSelectionInput;
  @Field(() => Int, { nullable: true }) attendees?: number | null;
  @Field(() => Int, { nullable: true }) attendeesAtOnceMax?: number | null;
  @Field(() => Int, { nullable: true }) attendeesAtOnceMin?: number | null;
  @Field(() => Int, { defaultValue: 1 }) times!: number;
  @Field(() => SessionPeriod, { defaultValue: SessionPeriod.WEEK }) period!: SessionPeriod;
  @Field(() => Boolean, { defaultValue: false }) sameTime!: boolean;
  @Field(() => LocalDateScalar, { nullable: true }) fromOn?: LocalDate | null;
  @Field(() => LocalDateScalar, { nullable: true }) untilOn?: LocalDate | null;
  @Field(() => [Int], { nullable: true }) weekdays?: number[] | null;
  @Field(() => Int, { nullable: true }) fromMinute?: number | null;
  @Field(() => Int, { nullable: true }) untilMinute?: number | null;
}

@ObjectType({ description: 'A rule across agents, such as a senior always on duty.' })
export class TeamRule {
  @Field(() => ID) id!: string;
  @Field(() => Int) version!: number;
  @Field(() => String) title!: string;
  @Field(() => String) ruleId!: string;
  @Field(() => RuleLevel) level!: RuleLevel;
  @Field(() => JsonScalar) parameters!: Readonly<Record<string, unknown>>;
  @Field(() => Float, { nullable: true }) weight!: number | null;
  @Field(() => AgentSelection) who!: AgentSelection;
  @Field(() => AgentSelection, { nullable: true }) partners!: AgentSelection | null;
  @Field(() => [Int], { nullable: true }) weekdays!: number[] | null;
  @Field(() => Int, { nullable: true }) fromMinute!: number | null;
  @Field(() => Int, { nullable: true }) untilMinute!: number | null;
}

@InputType()
export class TeamRuleInput {
  @Field(() => ID, { nullable: true, description: 'Null: a new one, with version 0.' }) id?: string | null;
  @Field(() => Int) version!: number;
  @Field(() => String) title!: string;
  @Field(() => String) ruleId!: string;
  @Field(() => RuleLevel) level!: RuleLevel;
  @Field(() => JsonScalar, { nullable: true }) parameters?: Readonly<Record<string, unknown>> | null;
  @Field(() => Float, { nullable: true }) weight?: number | null;
  @Field(() => AgentSelectionInput) who!: AgentSelectionInput;
  @Field(() => AgentSelectionInput, { nullable: true }) partners?: AgentSelectionInput | null;
  @Field(() => [Int], { nullable: true }) weekdays?: number[] | null;
  @Field(() => Int, { nullable: true }) fromMinute?: number | null;
  @Field(() => Int, { nullable: true }) untilMinute?: number | null;
}

@ObjectType()
export class TeamRuleKind {
  @Field(() => String) id!: string;
  @Field(() => LocalText) title!: LocalText;
  @Field(() => Boolean) needsPartners!: boolean;
  @Field(() => Boolean) hasWindow!: boolean;
  @Field(() => JsonScalar) parameters!: unknown;
}

@ObjectType()
export class SessionSaved {
  @Field(() => Session) session!: Session;
}

@ObjectType()
export class TeamRuleSaved {
  @Field(() => TeamRule) teamRule!: TeamRule;
}

@ObjectType()
export class Removed {
  @Field(() => ID) id!: string;
}

@ObjectType({ description: 'Somebody changed it meanwhile, or it is gone: read it again.' })
export class ChangedMeanwhile {
  @Field(() => String) message!: string;
}

export const SaveSessionResult = createUnionType({
  name: 'SaveSessionResult',
  types: () => [SessionSaved, ChangedMeanwhile, InvalidInput] as const,
});
export const SaveTeamRuleResult = createUnionType({
  name: 'SaveTeamRuleResult',
  types: () => [TeamRuleSaved, ChangedMeanwhile, InvalidInput] as const,
});
export const RemoveResult = createUnionType({
  name: 'RemoveResult',
  types: () => [Removed, ChangedMeanwhile] as const,
});

@ObjectType()
export class SessionStay {
  @Field(() => DateTimeScalar) startAt!: Instant;
  @Field(() => DateTimeScalar) endAt!: Instant;
  @Field(() => [ID]) agentIds!: string[];
}

@ObjectType({ description: 'One time of a session in a schedule: where it is placed, and who is still without it.' })
export class SessionOccurrence {
  @Field(() => Int) index!: number;
  @Field(() => DateTimeScalar) startAt!: Instant;
  @Field(() => DateTimeScalar) endAt!: Instant;
  @Field(() => [SessionStay]) places!: SessionStay[];
  @Field(() => Int) missing!: number;
}

@ObjectType()
export class SessionInSchedule {
  @Field(() => Session) session!: Session;
  @Field(() => Int) members!: number;
  @Field(() => [SessionOccurrence]) occurrences!: SessionOccurrence[];
}

@ObjectType()
export class ScheduleSessions {
  @Field(() => [SessionInSchedule]) sessions!: SessionInSchedule[];
}

@InputType({ description: 'Where people have a session now.' })
export class SessionFromInput {
  @Field(() => DateTimeScalar) startAt!: Instant;
  @Field(() => [ID]) agentIds!: string[];
}

@ObjectType({ description: 'A start with those who can come, what it costs, and agent-minutes newly short.' })
export class SessionProposal {
  @Field(() => DateTimeScalar) startAt!: Instant;
  @Field(() => DateTimeScalar) endAt!: Instant;
  @Field(() => [ID]) agentIds!: string[];
  @Field(() => Float) harm!: number;
  @Field(() => Float) shortMinutes!: number;
}

@ObjectType()
export class SessionProposals {
  @Field(() => [SessionProposal]) proposals!: SessionProposal[];
}

export const SessionProposalsResult = createUnionType({
  name: 'SessionProposalsResult',
  types: () => [SessionProposals, NotFound] as const,
});

@InputType()
export class PlaceSessionInput {
  @Field(() => ID) scheduleId!: string;
  @Field(() => ID) sessionId!: string;
  @Field(() => DateTimeScalar) startAt!: Instant;
  @Field(() => [ID]) agentIds!: string[];
  @Field(() => DateTimeScalar, { nullable: true, description: 'Where they have it now, to move it from there.' })
  fromAt?: Instant | null;
}

@InputType()
export class SessionPlaceInput {
  @Field(() => ID) scheduleId!: string;
  @Field(() => ID) sessionId!: string;
  @Field(() => DateTimeScalar) startAt!: Instant;
  @Field(() => [ID]) agentIds!: string[];
}
