import { Field, Float, ID, InputType, Int, ObjectType, createUnionType, registerEnumType } from '@nestjs/graphql';
import type { LocalDate } from '@yotei/time';
import { LocalDateScalar } from '../../../platform/graphql/scalars.js';
import { InvalidInput, LocalText, NotFound } from '../../../platform/graphql/shared.graphql-types.js';
import { EventKind } from '../demand.graphql-types.js';

export enum HolidayTreatment {
  AS_BEFORE = 'as_before',
  CLOSED = 'closed',
  OPEN = 'open',
  OWN_HOURS = 'own_hours',
  IGNORED = 'ignored',
}
registerEnumType(HolidayTreatment, {
  name: 'HolidayTreatment',
  description: 'AS_BEFORE: closed where past holidays were without contacts, else open.',
});

export enum EffectSource {
  BY_KIND = 'by_kind',
  LEARNED = 'learned',
  GIVEN = 'given',
}
registerEnumType(EffectSource, { name: 'EffectSource' });

export enum MonthlyRuleKind {
  DAY_OF_MONTH = 'day-of-month',
  BUSINESS_DAY = 'business-day',
}
registerEnumType(MonthlyRuleKind, { name: 'MonthlyRuleKind' });

export enum ClosedDayShift {
  BEFORE = 'before',
  AFTER = 'after',
  STAY = 'stay',
}
registerEnumType(ClosedDayShift, {
  name: 'ClosedDayShift',
  description: 'Where a date moves that is no business day.',
});

@ObjectType()
export class HolidayCalendar {
  @Field(() => String, { description: 'ISO 3166-1' }) readonly country!: string;
  @Field(() => String, { nullable: true }) readonly state!: string | null;
  @Field(() => String, { nullable: true }) readonly region!: string | null;
  @Field(() => Int) readonly version!: number;
}

@ObjectType()
export class SiteHoliday {
  @Field(() => LocalDateScalar) readonly on!: LocalDate;
  @Field(() => String, { description: 'The same holiday in every year; a choice holds for all of them.' })
  readonly key!: string;
  @Field(() => LocalText) readonly name!: LocalText;
  @Field(() => Boolean) readonly hasOwnName!: boolean;
  @Field(() => Boolean, { description: 'A bank holiday: no business of a contact centre unless it says so.' })
  readonly isBankHoliday!: boolean;
  @Field(() => Boolean) readonly isSubstitute!: boolean;
  @Field(() => HolidayTreatment) readonly treatment!: HolidayTreatment;
  @Field(() => Int, { nullable: true }) readonly fromMinute!: number | null;
  @Field(() => Int, { nullable: true }) readonly untilMinute!: number | null;
  @Field(() => Int, { description: '0 = nothing was chosen' }) readonly version!: number;
}

@ObjectType()
export class CentreEvent {
  @Field(() => ID) readonly id!: string;
  @Field(() => EventKind) readonly kind!: EventKind;
  @Field(() => String) readonly title!: string;
  @Field(() => LocalDateScalar) readonly fromOn!: LocalDate;
  @Field(() => LocalDateScalar) readonly untilOn!: LocalDate;
  @Field(() => [ID], { nullable: true }) readonly queueIds!: string[] | null;
  @Field(() => EffectSource) readonly effect!: EffectSource;
  @Field(() => Float, { nullable: true, description: '-0.38 = 38 % fewer contacts' }) readonly effectFraction!:
    number | null;
  @Field(() => Float, { nullable: true }) readonly halfLifeDays!: number | null;
  @Field(() => Int) readonly version!: number;
}

@ObjectType()
export class MonthlyRule {
  @Field(() => MonthlyRuleKind) readonly kind!: MonthlyRuleKind;
  @Field(() => Int, { nullable: true, description: '31 = the last day' }) readonly day!: number | null;
  @Field(() => ClosedDayShift, { nullable: true }) readonly closedDays!: ClosedDayShift | null;
  @Field(() => Int, { nullable: true, description: 'From the end when negative' }) readonly nth!: number | null;
}

@ObjectType()
export class RecurringDay {
  @Field(() => ID) readonly id!: string;
  @Field(() => String) readonly title!: string;
  @Field(() => MonthlyRule) readonly rule!: MonthlyRule;
  @Field(() => Int) readonly lastsDays!: number;
  @Field(() => Float, { nullable: true, description: 'Null = learned' }) readonly effectFraction!: number | null;
  @Field(() => Float, { nullable: true }) readonly halfLifeDays!: number | null;
  @Field(() => [ID], { nullable: true }) readonly queueIds!: string[] | null;
  @Field(() => Int) readonly version!: number;
  @Field(() => [LocalDateScalar], { description: 'First days within the range shown' }) readonly dates!: LocalDate[];
}

@ObjectType({ description: "A site's holidays, events and monthly days over a range of dates." })
export class SpecialDays {
  @Field(() => ID) readonly siteId!: string;
  @Field(() => LocalDateScalar) readonly fromOn!: LocalDate;
  @Field(() => LocalDateScalar) readonly untilOn!: LocalDate;
  @Field(() => String, { nullable: true, description: 'Country of the site itself' }) readonly siteCountry!:
    string | null;
  @Field(() => HolidayCalendar, { nullable: true }) readonly calendar!: HolidayCalendar | null;
  @Field(() => [SiteHoliday]) readonly holidays!: SiteHoliday[];
  @Field(() => [CentreEvent]) readonly events!: CentreEvent[];
  @Field(() => [RecurringDay]) readonly recurring!: RecurringDay[];
}

@ObjectType()
export class HolidayState {
  @Field(() => String) readonly code!: string;
  @Field(() => String, { description: 'In the language of the place' }) readonly name!: string;
}

@ObjectType()
export class HolidayPlaces {
  @Field(() => [String], { description: 'ISO 3166-1 codes' }) readonly countries!: string[];
  @Field(() => [HolidayState]) readonly states!: HolidayState[];
  @Field(() => [HolidayState]) readonly regions!: HolidayState[];
}

@ObjectType()
export class EventOccurrence {
  @Field(() => LocalDateScalar) readonly fromOn!: LocalDate;
  @Field(() => LocalDateScalar) readonly untilOn!: LocalDate;
  @Field(() => Float) readonly fraction!: number;
  @Field(() => Int) readonly days!: number;
}

@ObjectType({ description: 'What events of a name do to a queue, and by what evidence.' })
export class EventEffect {
  @Field(() => String) readonly title!: string;
  @Field(() => EventKind) readonly kind!: EventKind;
  @Field(() => Boolean, { description: 'Given by the planner, not learned' }) readonly isGiven!: boolean;
  @Field(() => Float, { description: 'What a forecast uses; 0 without any past event' }) readonly fraction!: number;
  @Field(() => [EventOccurrence]) readonly occurrences!: EventOccurrence[];
}

@InputType()
export class ShownDaysInput {
  @Field(() => ID) siteId!: string;
  @Field(() => LocalDateScalar) fromOn!: LocalDate;
  @Field(() => LocalDateScalar) untilOn!: LocalDate;
}

@InputType()
export class HolidayCalendarInput {
  @Field(() => String) country!: string;
  @Field(() => String, { nullable: true }) state?: string | null;
  @Field(() => String, { nullable: true }) region?: string | null;
  @Field(() => Int, { description: '0 = there was none' }) version!: number;
}

@InputType()
export class HolidayChoiceInput {
  @Field(() => String) key!: string;
  @Field(() => HolidayTreatment) treatment!: HolidayTreatment;
  @Field(() => Int, { nullable: true }) fromMinute?: number | null;
  @Field(() => Int, { nullable: true }) untilMinute?: number | null;
  @Field(() => String, { nullable: true }) nameEn?: string | null;
  @Field(() => String, { nullable: true }) nameJa?: string | null;
  @Field(() => Int) version!: number;
}

@InputType()
export class CentreEventInput {
  @Field(() => ID, { nullable: true, description: 'Left out = a new event' }) id?: string | null;
  @Field(() => Int, { nullable: true }) version?: number | null;
  @Field(() => EventKind) kind!: EventKind;
  @Field(() => String) title!: string;
  @Field(() => LocalDateScalar) fromOn!: LocalDate;
  @Field(() => LocalDateScalar) untilOn!: LocalDate;
  @Field(() => [ID], { nullable: true }) queueIds?: string[] | null;
  @Field(() => EffectSource, { nullable: true }) effect?: EffectSource | null;
  @Field(() => Float, { nullable: true }) effectFraction?: number | null;
  @Field(() => Float, { nullable: true }) halfLifeDays?: number | null;
}

@InputType()
export class MonthlyRuleInput {
  @Field(() => MonthlyRuleKind) kind!: MonthlyRuleKind;
  @Field(() => Int, { nullable: true }) day?: number | null;
  @Field(() => ClosedDayShift, { nullable: true }) closedDays?: ClosedDayShift | null;
  @Field(() => Int, { nullable: true }) nth?: number | null;
}

@InputType()
export class RecurringDayInput {
  @Field(() => ID, { nullable: true }) id?: string | null;
  @Field(() => Int, { nullable: true }) version?: number | null;
  @Field(() => String) title!: string;
  @Field(() => MonthlyRuleInput) rule!: MonthlyRuleInput;
  @Field(() => Int) lastsDays!: number;
  @Field(() => Float, { nullable: true }) effectFraction?: number | null;
  @Field(() => Float, { nullable: true }) halfLifeDays?: number | null;
  @Field(() => [ID], { nullable: true }) queueIds?: string[] | null;
}

@ObjectType()
export class SpecialDaysChanged {
  @Field(() => SpecialDays) readonly specialDays!: SpecialDays;
}

@ObjectType({ description: 'Somebody else changed this first; the days as they are now.' })
export class SpecialDaysEditedMeanwhile {
  @Field(() => String) readonly message!: string;
  @Field(() => SpecialDays) readonly specialDays!: SpecialDays;
}

export const SpecialDaysResult = createUnionType({
  name: 'SpecialDaysResult',
  types: () => [SpecialDaysChanged, SpecialDaysEditedMeanwhile, InvalidInput, NotFound] as const,
});
