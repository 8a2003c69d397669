import { createUnionType, Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { Instant, LocalDate } from '@yotei/time';
import { DateTimeScalar, JsonScalar, LocalDateScalar } from '../../platform/graphql/scalars.js';
import { InvalidInput, LocalText, NotFound } from '../../platform/graphql/shared.graphql-types.js';
import { ScenarioBaseGap, ScenarioBaseMissing } from './scenario-base.graphql-types.js';
import { Scenario, ScenarioFault } from './scenarios.graphql-types.js';

export enum ScenarioRunKind {
  ROSTER = 'roster',
  SIMULATION = 'simulation',
}
registerEnumType(ScenarioRunKind, {
  name: 'ScenarioRunKind',
  description: 'ROSTER: planned anew by the engine. SIMULATION: played through contact by contact.',
});

@ObjectType({ description: 'What a job found out about a scenario. It never changes.' })
export class ScenarioRun {
  @Field(() => ID) id!: string;
  @Field(() => ScenarioRunKind) kind!: ScenarioRunKind;
  @Field(() => Int, { description: 'Of the scenario it answers; an older one is told as such.' }) version!: number;
  @Field(() => Boolean, { description: 'Of the scenario as it is now, on the base as it is now.' }) isCurrent!: boolean;
  @Field(() => String) codeVersion!: string;
  @Field(() => DateTimeScalar) createdAt!: Instant;
  @Field(() => ID, { nullable: true }) jobId!: string | null;
  @Field(() => Boolean, { description: 'A new roster that can be opened on the board as a draft.' }) canOpen!: boolean;
  @Field(() => JsonScalar, {
    description:
      '`answer` as in the column, computed with the new roster, and `roster`: shifts, people, requiredHours, shortHours, overHours, mustBreaches, preferBreaches, shortRests, lateToEarly, longStretches, unsocialSpread; of a simulation `queues` with means, low and high.',
  })
  figures!: unknown;
}

@ObjectType()
export class ScenarioColumn {
  @Field(() => Scenario) scenario!: Scenario;
  @Field(() => JsonScalar, {
    nullable: true,
    description: 'The library’s `ScenarioAnswer`; null where the changes no longer fit the base.',
  })
  answer!: unknown;
  @Field(() => [ScenarioFault]) faults!: ScenarioFault[];
  @Field(() => [LocalText], { description: 'The changes, one line each.' }) words!: LocalText[];
  @Field(() => [LocalText], { description: 'Three sentences against the base.' }) sentences!: LocalText[];
  @Field(() => String, { description: 'Of base and changes: the same question has the same hash.' }) inputHash!: string;
  @Field(() => [ScenarioRun]) runs!: ScenarioRun[];
}

@ObjectType()
export class ScenarioComparison {
  @Field(() => LocalDateScalar) fromOn!: LocalDate;
  @Field(() => Int) days!: number;
  @Field(() => ID, { nullable: true }) siteId!: string | null;
  @Field(() => JsonScalar, { description: 'The answer without changes.' }) base!: unknown;
  @Field(() => [ScenarioBaseGap]) gaps!: ScenarioBaseGap[];
  @Field(() => [ScenarioColumn]) columns!: ScenarioColumn[];
}

export const ScenarioComparisonResult = createUnionType({
  name: 'ScenarioComparisonResult',
  types: () => [ScenarioComparison, ScenarioBaseMissing, InvalidInput, NotFound] as const,
});
