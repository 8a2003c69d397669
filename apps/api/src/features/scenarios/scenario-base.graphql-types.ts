import { createUnionType, Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import type { LocalDate } from '@yotei/time';
import { JsonScalar, LocalDateScalar } from '../../platform/graphql/scalars.js';
import { InvalidInput, LocalText, NotFound } from '../../platform/graphql/shared.graphql-types.js';

@InputType({ description: 'What a scenario is about: local days of a site, or of all sites together.' })
export class ScenarioRangeInput {
  @Field(() => LocalDateScalar) fromOn!: LocalDate;
  @Field(() => Int, { description: '1 to 371. Up to 35 days come in full intervals and with their roster.' })
  days!: number;
  @Field(() => ID, { nullable: true, description: 'Null: all sites.' }) siteId?: string | null;
  @Field(() => String, { nullable: true, description: 'Of the names in it: `en` (also without it) or `ja`.' })
  language?: string | null;
}

@ObjectType({ description: 'What a base does not know, or knows only roughly.' })
export class ScenarioBaseGap {
  @Field(() => String, { description: '`no-forecast`, `long-range`, `no-roster`, `no-people` or `no-costs`.' })
  kind!: string;
  @Field(() => ID, { nullable: true }) queueId!: string | null;
  @Field(() => LocalDateScalar) fromOn!: LocalDate;
  @Field(() => LocalDateScalar, { description: 'The date after the last.' }) untilOn!: LocalDate;
  @Field(() => LocalText) text!: LocalText;
}

@ObjectType({ description: 'Something a base is made of: a version that may move on.' })
export class ScenarioBasisPart {
  @Field(() => String, {
    description: '`forecast`, `edits`, `settings`, `roster`, `costs` or `long-range`.',
  })
  kind!: string;
  @Field(() => ID, { nullable: true, description: 'Queue or schedule.' }) id!: string | null;
  @Field(() => String) version!: string;
}

@ObjectType({ description: 'What scenarios start from, out of what the centre has now.' })
export class ScenarioBaseView {
  @Field(() => LocalDateScalar) fromOn!: LocalDate;
  @Field(() => Int) days!: number;
  @Field(() => ID, { nullable: true }) siteId!: string | null;
  @Field(() => JsonScalar, {
    description:
      'The base as the library and `yotei what-if --base` read it (`scenarioBaseFromFile`): series as arrays, null for what is not known.',
  })
  file!: unknown;
  @Field(() => String, { description: 'Of the file: the same base has the same hash.' }) inputHash!: string;
  @Field(() => [ScenarioBasisPart]) basis!: ScenarioBasisPart[];
  @Field(() => [ScenarioBaseGap]) gaps!: ScenarioBaseGap[];
}

@ObjectType({ description: 'No queue has any forecast of these days: there is nothing to ask about.' })
export class ScenarioBaseMissing {
  @Field(() => String) message!: string;
  @Field(() => [ScenarioBaseGap]) gaps!: ScenarioBaseGap[];
}

export const ScenarioBaseResult = createUnionType({
  name: 'ScenarioBaseResult',
  types: () => [ScenarioBaseView, ScenarioBaseMissing, InvalidInput, NotFound] as const,
});
