import { createUnionType, Field, Float, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import type { Instant, LocalDate } from '@yotei/time';
import { DateTimeScalar, JsonScalar, LocalDateScalar } from '../../platform/graphql/scalars.js';
import { InvalidInput, LocalText, NotFound } from '../../platform/graphql/shared.graphql-types.js';
import { JobStarted } from '../../platform/jobs/job.graphql-types.js';

@ObjectType()
export class CapacityPlanHead {
  @Field(() => ID) id!: string;
  @Field(() => String) title!: string;
  @Field(() => Int) version!: number;
  @Field(() => DateTimeScalar) savedAt!: Instant;
  @Field(() => String, { nullable: true }) savedBy!: string | null;
}

@ObjectType({ description: 'Something a plan assumes, because the centre does not know it.' })
export class CapacityNote {
  @Field(() => String) kind!: string;
  @Field(() => LocalText) text!: LocalText;
}

@ObjectType({ description: 'Figures of one group: each column by week.' })
export class CapacityGroupFigures {
  @Field(() => ID) groupId!: string;
  @Field(() => JsonScalar, {
    description: 'Column to numbers by week; see docs/methods/capacity.md for what each column is.',
  })
  columns!: unknown;
}

@ObjectType()
export class CapacityFigures {
  @Field(() => [CapacityGroupFigures]) groups!: CapacityGroupFigures[];
  @Field(() => Float, { description: 'Money paid over the plan.' }) cost!: number;
  @Field(() => Float) shortHours!: number;
  @Field(() => [LocalText], { description: 'The plan in three sentences.' }) sentences!: LocalText[];
}

@ObjectType({ description: 'What the optimiser proposed for one version of a plan. Never changed.' })
export class CapacityProposal {
  @Field(() => ID) id!: string;
  @Field(() => Int) planVersion!: number;
  @Field(() => Boolean, { description: 'Classes and moves of the plan stay, and these come besides.' }) keep!: boolean;
  @Field(() => JsonScalar, { description: 'Classes as the plan holds them.' }) classes!: unknown;
  @Field(() => JsonScalar, { description: 'People who go over to other groups, as the plan holds them.' })
  moves!: unknown;
  @Field(() => Float, { description: 'Cost and the price of missing hours, of the plan before.' }) costBefore!: number;
  @Field(() => Float) cost!: number;
  @Field(() => Float, { description: 'No proposal can cost less.' }) bound!: number;
  @Field(() => Float, { description: 'How far it may lie above the best, as a share of its cost.' })
  gapFraction!: number;
  @Field(() => Boolean) isWithinGap!: boolean;
  @Field(() => JsonScalar, { description: 'Chance of being short by group and week, over sampled paths.' })
  risk!: unknown;
  @Field(() => [LocalText], { description: 'Why each class and each move, in order.' }) reasons!: LocalText[];
  @Field(() => String) inputHash!: string;
  @Field(() => String) codeVersion!: string;
  @Field(() => Float) seed!: number;
  @Field(() => DateTimeScalar) createdAt!: Instant;
  @Field(() => String, { nullable: true }) createdBy!: string | null;
}

@ObjectType()
export class CapacityPlanView extends CapacityPlanHead {
  @Field(() => JsonScalar, { description: 'Assumptions and decisions as the library reads them (`CapacityPlan`).' })
  plan!: unknown;
  @Field(() => [CapacityNote]) notes!: CapacityNote[];
}

@InputType()
export class NewCapacityPlanInput {
  @Field(() => String) title!: string;
  @Field(() => Int, { nullable: true, description: '1 to 160; null: 78, eighteen months.' }) weeks?: number | null;
  @Field(() => LocalDateScalar, { nullable: true, description: 'A Monday; null: the next one.' })
  firstOn?: LocalDate | null;
  @Field(() => ID, { nullable: true, description: 'Null: out of what the centre has now.' }) copyOfId?: string | null;
}

@InputType()
export class CapacityPlanInput {
  @Field(() => ID) id!: string;
  @Field(() => Int, { description: 'That was on the screen.' }) version!: number;
  @Field(() => String) title!: string;
  @Field(() => JsonScalar) plan!: unknown;
}

@ObjectType()
export class CapacityPlanSaved {
  @Field(() => CapacityPlanView) plan!: CapacityPlanView;
}

@ObjectType({ description: 'Somebody saved another version meanwhile.' })
export class CapacityPlanChangedMeanwhile {
  @Field(() => CapacityPlanView) plan!: CapacityPlanView;
}

@ObjectType()
export class CapacityFault {
  @Field(() => String, { description: '`groups.2.contacts.14`' }) path!: string;
  @Field(() => LocalText) message!: LocalText;
}

@ObjectType()
export class CapacityPlanFaulty {
  @Field(() => [CapacityFault]) faults!: CapacityFault[];
}

@ObjectType({ description: 'No queue has a forecast of the coming weeks: there is nothing to plan for.' })
export class CapacityForecastMissing {
  @Field(() => String) message!: string;
}

export const SaveCapacityPlanResult = createUnionType({
  name: 'SaveCapacityPlanResult',
  types: () =>
    [
      CapacityPlanSaved,
      CapacityPlanChangedMeanwhile,
      CapacityPlanFaulty,
      CapacityForecastMissing,
      InvalidInput,
      NotFound,
    ] as const,
});
export const ProposeHiringResult = createUnionType({
  name: 'ProposeHiringResult',
  types: () => [JobStarted, InvalidInput, NotFound] as const,
});
