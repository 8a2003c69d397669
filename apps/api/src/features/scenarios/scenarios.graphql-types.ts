import { createUnionType, Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import type { Instant, LocalDate } from '@yotei/time';
import { DateTimeScalar, JsonScalar, LocalDateScalar } from '../../platform/graphql/scalars.js';
import { InvalidInput, LocalText, NotFound } from '../../platform/graphql/shared.graphql-types.js';
import { ScenarioBaseMissing } from './scenario-base.graphql-types.js';

@ObjectType({ description: 'Something a scenario was saved on that has a newer version now.' })
export class ScenarioMove {
  @Field(() => String, { description: 'As in `ScenarioBasisPart`.' }) kind!: string;
  @Field(() => ID, { nullable: true }) id!: string | null;
  @Field(() => LocalText) text!: LocalText;
}

@ObjectType({ description: 'A scenario as it was saved once.' })
export class ScenarioVersion {
  @Field(() => Int) version!: number;
  @Field(() => String) name!: string;
  @Field(() => String) note!: string;
  @Field(() => JsonScalar) changes!: unknown;
  @Field(() => String, { nullable: true }) savedBy!: string | null;
  @Field(() => DateTimeScalar) savedAt!: Instant;
}

@ObjectType({ description: 'A what-if question: changes to what is planned. A branch begins as a copy of its parent.' })
export class Scenario {
  @Field(() => ID) id!: string;
  @Field(() => ID, { nullable: true }) parentId!: string | null;
  @Field(() => String) name!: string;
  @Field(() => String) note!: string;
  @Field(() => LocalDateScalar) fromOn!: LocalDate;
  @Field(() => Int) days!: number;
  @Field(() => ID, { nullable: true, description: 'Null: all sites.' }) siteId!: string | null;
  @Field(() => JsonScalar, { description: 'The library’s `ScenarioChange` list, in the order it is applied.' })
  changes!: unknown;
  @Field(() => Int) version!: number;
  @Field(() => Int, { description: 'Among the children of its parent.' }) position!: number;
  @Field(() => String, { nullable: true }) createdBy!: string | null;
  @Field(() => DateTimeScalar) createdAt!: Instant;
  @Field(() => DateTimeScalar) updatedAt!: Instant;
  @Field(() => Boolean) isArchived!: boolean;
  /** For the fields that are read on demand. */
  basis!: Readonly<Record<string, string>>;
}

@ObjectType({ description: 'What is wrong with one change, by its place in the list from 0.' })
export class ScenarioFault {
  @Field(() => Int) index!: number;
  @Field(() => String) path!: string;
  @Field(() => LocalText) text!: LocalText;
}

@ObjectType()
export class ScenarioSaved {
  @Field(() => Scenario) scenario!: Scenario;
}

@ObjectType({ description: 'Somebody saved the scenario meanwhile: here it is as it is now.' })
export class ScenarioChangedMeanwhile {
  @Field(() => String) message!: string;
  @Field(() => Scenario) scenario!: Scenario;
}

@ObjectType({ description: 'Some changes make no sense on the base.' })
export class ScenarioFaulty {
  @Field(() => String) message!: string;
  @Field(() => [ScenarioFault]) faults!: ScenarioFault[];
}

export const SaveScenarioResult = createUnionType({
  name: 'SaveScenarioResult',
  types: () =>
    [ScenarioSaved, ScenarioChangedMeanwhile, ScenarioFaulty, ScenarioBaseMissing, InvalidInput, NotFound] as const,
});

@InputType()
export class NewScenarioInput {
  @Field(() => ID, { nullable: true }) parentId?: string | null;
  @Field(() => String) name!: string;
  @Field(() => String, { nullable: true }) note?: string | null;
  @Field(() => LocalDateScalar) fromOn!: LocalDate;
  @Field(() => Int) days!: number;
  @Field(() => ID, { nullable: true }) siteId?: string | null;
  @Field(() => JsonScalar, { nullable: true, description: 'Null: none yet.' }) changes?: unknown;
}

@InputType()
export class SaveScenarioInput {
  @Field(() => ID) id!: string;
  @Field(() => Int, { description: 'The version the edit was made on.' }) version!: number;
  @Field(() => String, { nullable: true, description: 'Left out: stays.' }) name?: string | null;
  @Field(() => String, { nullable: true, description: 'Left out: stays.' }) note?: string | null;
  @Field(() => JsonScalar, { nullable: true, description: 'Left out: stay.' }) changes?: unknown;
}
