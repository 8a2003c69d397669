import { createUnionType, Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import type { LocalDate } from '@yotei/time';
import { LocalDateScalar } from '../../platform/graphql/scalars.js';
import { InvalidInput } from '../../platform/graphql/shared.graphql-types.js';

@ObjectType({ description: 'What the reader said of a day; nobody else can ask for it.' })
export class MyPulse {
  @Field(() => LocalDateScalar) readonly on!: LocalDate;
  @Field(() => Int, { description: '1 (hardly any) to 5 (plenty)' }) readonly energy!: number;
  @Field(() => Int, { description: '1 (hardly any) to 5 (plenty)' }) readonly support!: number;
  @Field(() => Boolean, { description: 'Counts, without a name, in the figures of the team.' })
  readonly countsForTeam!: boolean;
}

@InputType()
export class PulseInput {
  @Field(() => LocalDateScalar, { description: 'Today or one of the seven days before.' }) on!: LocalDate;
  @Field(() => Int) energy!: number;
  @Field(() => Int) support!: number;
  @Field(() => Boolean) countsForTeam!: boolean;
}

@ObjectType()
export class PulseAnswered {
  @Field(() => MyPulse) readonly answer!: MyPulse;
}

export const AnswerPulseResult = createUnionType({
  name: 'AnswerPulseResult',
  types: () => [PulseAnswered, InvalidInput] as const,
});

@ObjectType()
export class PulseForgotten {
  @Field(() => Int, { description: 'Answers deleted.' }) readonly count!: number;
}

@ObjectType({ description: 'How many people answered how, each counted once a week.' })
export class PulseSpread {
  @Field(() => Int) readonly low!: number;
  @Field(() => Int) readonly middle!: number;
  @Field(() => Int) readonly high!: number;
}

@ObjectType()
export class TeamPulse {
  @Field(() => ID) readonly teamId!: string;
  @Field(() => String) readonly teamName!: string;
  @Field(() => Int, { nullable: true, description: 'Null: fewer than five let their answers count.' })
  readonly people!: number | null;
  @Field(() => PulseSpread, { nullable: true }) readonly energy!: PulseSpread | null;
  @Field(() => PulseSpread, { nullable: true }) readonly support!: PulseSpread | null;
}
