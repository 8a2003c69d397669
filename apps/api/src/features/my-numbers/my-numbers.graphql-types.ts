import { Field, Float, Int, ObjectType } from '@nestjs/graphql';
import type { LocalDate } from '@yotei/time';
import { LocalDateScalar } from '../../platform/graphql/scalars.js';

@ObjectType({ description: 'The middle half of the team; no names, and no least and most, which are one person’s.' })
export class TeamRange {
  @Field(() => Float, { description: 'Share of shifts below which a quarter of the team lies.' }) readonly low!: number;
  @Field(() => Float) readonly median!: number;
  @Field(() => Float) readonly high!: number;
}

@ObjectType()
export class MyCount {
  @Field(() => String, {
    description: '`weekend`, `night`, `late`, `early`, `quick-return` or `backward-rotation`.',
  })
  readonly id!: string;
  @Field(() => [LocalDateScalar], { description: 'The reader’s own shifts that count, by date.' })
  readonly dates!: LocalDate[];
  @Field(() => TeamRange, {
    nullable: true,
    description:
      'Shares of the shifts of each team-mate, the reader among them. Null where the team is too small to hide in.',
  })
  readonly team!: TeamRange | null;
}

@ObjectType({ description: 'Planned minutes with hard contacts a shift, where queues say how hard theirs are.' })
export class MyHardMinutes {
  @Field(() => Float, { description: 'The reader’s mean of a shift.' }) readonly minutesPerShift!: number;
  @Field(() => TeamRange, { nullable: true, description: 'Of the means of team-mates; null where too few.' })
  readonly team!: TeamRange | null;
}

@ObjectType({ description: 'What the published shifts of the last weeks ask of the reader.' })
export class MyNumbers {
  @Field(() => LocalDateScalar) readonly fromOn!: LocalDate;
  @Field(() => LocalDateScalar, { description: 'The first date not counted.' }) readonly untilOn!: LocalDate;
  @Field(() => Int) readonly shiftCount!: number;
  @Field(() => Int, { description: 'Team-mates with enough shifts to compare with, the reader among them.' })
  readonly peopleCount!: number;
  @Field(() => Int, { description: 'Fewer people than this are never shown as a range.' })
  readonly leastPeople!: number;
  @Field(() => [MyCount]) readonly counts!: MyCount[];
  @Field(() => MyHardMinutes, { nullable: true, description: 'Null where nobody said how hard the queues are.' })
  readonly hard!: MyHardMinutes | null;
}
