import { Field, ID, InputType, Int, ObjectType, createUnionType } from '@nestjs/graphql';
import { InvalidInput, LocalText, NotFound } from '../../platform/graphql/shared.graphql-types.js';

@ObjectType({ description: 'A KPI the organisation wrote for itself, beside those every centre has.' })
export class KpiFormula {
  @Field(() => ID)
  readonly id!: string;

  @Field(() => String)
  readonly title!: string;

  @Field(() => String, { description: '`abandoned / offered`; names and functions as in docs/methods/formula.md' })
  readonly formula!: string;

  @Field(() => String, { nullable: true, description: 'By which other formulas use it' })
  readonly name!: string | null;

  @Field(() => String, { nullable: true, description: '`higher` or `lower`: which way is good' })
  readonly better!: string | null;

  @Field(() => Int)
  readonly position!: number;

  @Field(() => Int)
  readonly version!: number;
}

@InputType()
export class KpiFormulaInput {
  @Field(() => ID, { nullable: true, description: 'Left out = a new KPI' })
  id?: string | null;

  @Field(() => Int, { nullable: true, description: 'The version the change was made on; with `id`' })
  version?: number | null;

  @Field(() => String)
  title!: string;

  @Field(() => String)
  formula!: string;

  @Field(() => String, { nullable: true, description: 'By which other formulas may use it' })
  name?: string | null;

  @Field(() => String, { nullable: true, description: '`higher` or `lower`: which way is good' })
  better?: string | null;

  @Field(() => Int, { nullable: true, description: 'Of a new KPI; left out = the last' })
  position?: number | null;
}

@ObjectType()
export class KpiFormulaSaved {
  @Field(() => KpiFormula)
  readonly kpi!: KpiFormula;
}

@ObjectType()
export class KpiFormulaDeleted {
  @Field(() => ID)
  readonly id!: string;
}

@ObjectType({ description: 'What is wrong with the formula, what to write instead, and where.' })
export class KpiFormulaFault {
  @Field(() => String)
  readonly message!: string;

  @Field(() => LocalText)
  readonly text!: LocalText;

  @Field(() => Int, { nullable: true, description: '0 = the first character; null = the formula as a whole' })
  readonly position!: number | null;
}

@ObjectType({ description: 'Somebody else changed this KPI first; the KPI as it is now.' })
export class KpiFormulaEditedMeanwhile {
  @Field(() => String)
  readonly message!: string;

  @Field(() => KpiFormula)
  readonly kpi!: KpiFormula;
}

export const SaveKpiFormulaResult = createUnionType({
  name: 'SaveKpiFormulaResult',
  types: () => [KpiFormulaSaved, KpiFormulaFault, KpiFormulaEditedMeanwhile, InvalidInput, NotFound] as const,
});

export const DeleteKpiFormulaResult = createUnionType({
  name: 'DeleteKpiFormulaResult',
  types: () => [KpiFormulaDeleted, KpiFormulaEditedMeanwhile, InvalidInput, NotFound] as const,
});
