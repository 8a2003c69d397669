import { Field, InputType, Int, ObjectType } from '@nestjs/graphql';
import type { LocalDate } from '@yotei/time';
import { LocalDateScalar } from '../../platform/graphql/scalars.js';

@ObjectType({ description: 'Minutes of the day on the site’s clock, from before until, 0 to 1440.' })
@InputType('OpenHoursInput')
export class OpenHours {
  @Field(() => Int) fromMinute!: number;
  @Field(() => Int) untilMinute!: number;
}

@ObjectType()
@InputType('OpeningWeekdayInput')
export class OpeningWeekday {
  @Field(() => Int, { description: '1 = Monday.' }) weekday!: number;
  @Field(() => [OpenHours], { description: 'None: closed.' }) spans!: OpenHours[];
}

@ObjectType()
@InputType('OpeningDateInput')
export class OpeningDate {
  @Field(() => LocalDateScalar) on!: LocalDate;
  @Field(() => String, { description: 'Why, in a few words; may be empty.' }) title!: string;
  @Field(() => [OpenHours], { description: 'None: closed all day.' }) spans!: OpenHours[];
}

@ObjectType({ description: 'When a site is open. Dates stand for the weekday they fall on.' })
@InputType('SiteOpeningHoursInput')
export class SiteOpeningHours {
  @Field(() => [OpeningWeekday], { nullable: true, description: 'Null: not said; a weekday left out is closed.' })
  weekly!: OpeningWeekday[] | null;
  @Field(() => [OpeningDate]) dates!: OpeningDate[];
}
