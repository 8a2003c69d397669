import { Field, Float, ID, Int, ObjectType } from '@nestjs/graphql';
import type { Instant, LocalDate } from '@yotei/time';
import { DateTimeScalar, LocalDateScalar } from '../../platform/graphql/scalars.js';
import { LocalText } from '../../platform/graphql/shared.graphql-types.js';

@ObjectType({ description: 'A stretch of the plan that a measure comes from.' })
export class WellbeingPart {
  @Field(() => DateTimeScalar) readonly startAt!: Instant;
  @Field(() => DateTimeScalar) readonly endAt!: Instant;
  @Field(() => Float, { description: 'In the unit of the measure’s parts.' }) readonly amount!: number;
}

@ObjectType()
export class WellbeingFigure {
  @Field(() => String) readonly name!: string;
  @Field(() => Float) readonly value!: number;
}

@ObjectType({ description: 'The same measure of what was really done, out of the states told so far.' })
export class WorkedAnswer {
  @Field(() => Float) readonly value!: number;
  @Field(() => Float) readonly load!: number;
  @Field(() => [WellbeingPart]) readonly parts!: WellbeingPart[];
}

@ObjectType({ description: 'One measure of the reader’s own plan: a planning load, not a medical measure.' })
export class WellbeingAnswer {
  @Field(() => ID) readonly measureId!: string;
  @Field(() => String, { description: 'W1 to W12.' }) readonly code!: string;
  @Field(() => LocalText) readonly title!: LocalText;
  @Field(() => LocalText) readonly meaning!: LocalText;
  @Field(() => String, { description: '`minutes`, `seconds`, `hours`, `days`, `count` or `share`.' })
  readonly unit!: string;
  @Field(() => String) readonly partUnit!: string;
  @Field(() => String) readonly evidence!: string;
  @Field(() => Float, { description: 'No load up to here.' }) readonly ok!: number;
  @Field(() => Float, { description: 'Full load from here; below `ok` where little is bad.' }) readonly bad!: number;
  @Field(() => Float, { nullable: true, description: '0 to 1; null where nothing could be measured.' })
  readonly load!: number | null;
  @Field(() => Float, { nullable: true }) readonly value!: number | null;
  @Field(() => String, {
    nullable: true,
    description:
      'Why there is no value: `no-work`, `history-missing`, `load-unknown`, `notice-unknown`, `changes-unknown`, `difficulty-unknown` or `too-few-peers`.',
  })
  readonly missing!: string | null;
  @Field(() => [WellbeingPart]) readonly parts!: WellbeingPart[];
  @Field(() => [WellbeingFigure], { description: 'Figures beside the value.' }) readonly also!: WellbeingFigure[];
  @Field(() => WorkedAnswer, {
    nullable: true,
    description: 'Null for measures of the plan alone, and where nothing was told or measured.',
  })
  readonly worked!: WorkedAnswer | null;
}

@ObjectType()
export class DutyPerson {
  @Field(() => ID) readonly agentId!: string;
  @Field(() => String) readonly name!: string;
}

@ObjectType({ description: 'A while in which hard contacts of a queue ring with somebody first.' })
export class HardContactTurn {
  @Field(() => ID) readonly queueId!: string;
  @Field(() => LocalText) readonly queueTitle!: LocalText;
  @Field(() => DateTimeScalar) readonly startAt!: Instant;
  @Field(() => DateTimeScalar) readonly endAt!: Instant;
}

@ObjectType({ description: 'Who is first for the hard contacts of a queue, for a while.' })
export class HardContactDuty extends HardContactTurn {
  @Field(() => [DutyPerson]) readonly people!: DutyPerson[];
}

@ObjectType({ description: 'What a published week asks of the reader.' })
export class MyWellbeing {
  @Field(() => LocalDateScalar) readonly weekStartOn!: LocalDate;
  @Field(() => String) readonly zone!: string;
  @Field(() => Int, { nullable: true, description: '0 to 100, to be shown with its measures only.' })
  readonly index!: number | null;
  @Field(() => [WellbeingAnswer]) readonly measures!: WellbeingAnswer[];
  @Field(() => [HardContactTurn], { description: 'The reader’s own; none where the centre has no turns.' })
  readonly turns!: HardContactTurn[];
}

@ObjectType({ description: 'How many people stand where; never who.' })
export class WellbeingBand {
  @Field(() => Int) readonly fine!: number;
  @Field(() => Int, { description: 'Some load.' }) readonly watch!: number;
  @Field(() => Int, { description: 'Full load.' }) readonly strained!: number;
}

@ObjectType()
export class TeamWellbeingBand {
  @Field(() => ID) readonly measureId!: string;
  @Field(() => String) readonly code!: string;
  @Field(() => LocalText) readonly title!: LocalText;
  @Field(() => LocalText) readonly meaning!: LocalText;
  @Field(() => Int, { description: 'People measured.' }) readonly people!: number;
  @Field(() => WellbeingBand, {
    nullable: true,
    description: 'Null where so few were measured that it would tell of single persons.',
  })
  readonly band!: WellbeingBand | null;
  @Field(() => WellbeingBand, {
    nullable: true,
    description: 'The same of what was really done; null where so few, or nobody, was told of.',
  })
  readonly worked!: WellbeingBand | null;
}

@ObjectType()
export class TeamWellbeing {
  @Field(() => ID) readonly teamId!: string;
  @Field(() => String) readonly teamName!: string;
  @Field(() => Int) readonly people!: number;
  @Field(() => [TeamWellbeingBand]) readonly bands!: TeamWellbeingBand[];
}

@ObjectType()
export class TrendWeek {
  @Field(() => LocalDateScalar) readonly weekStartOn!: LocalDate;
  @Field(() => WellbeingBand, { nullable: true, description: 'Null: not published, or too few people to tell.' })
  readonly planned!: WellbeingBand | null;
  @Field(() => WellbeingBand, { nullable: true, description: 'Null: nothing told, or too few people to tell.' })
  readonly worked!: WellbeingBand | null;
}

@ObjectType()
export class MeasureTrend {
  @Field(() => ID) readonly measureId!: string;
  @Field(() => String) readonly code!: string;
  @Field(() => LocalText) readonly title!: LocalText;
  @Field(() => [TrendWeek], { description: 'Oldest first.' }) readonly weeks!: TrendWeek[];
}

@ObjectType({ description: 'How many people of a team stood where, week by week; never who.' })
export class TeamTrend {
  @Field(() => ID) readonly teamId!: string;
  @Field(() => String) readonly teamName!: string;
  @Field(() => [MeasureTrend]) readonly measures!: MeasureTrend[];
}

@ObjectType({ description: 'People of a team who have had no breather for long and still have none; never who.' })
export class LoadAlert {
  @Field(() => ID) readonly teamId!: string;
  @Field(() => String) readonly teamName!: string;
  @Field(() => Int) readonly people!: number;
  @Field(() => Int) readonly overMinutes!: number;
  @Field(() => Float) readonly occupancyFraction!: number;
  @Field(() => DateTimeScalar, { description: 'When the first of these stretches began.' }) readonly since!: Instant;
}
