import { BadRequestException } from '@nestjs/common';
import { Args, ArgsType, Field, ID, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { LocalDate } from '@yotei/time';
import { CurrentContext } from '../../platform/context/current.decorators.js';
import type { RequestContext } from '../../platform/context/request-context.js';
import { LocalDateScalar } from '../../platform/graphql/scalars.js';
import { InvalidInput } from '../../platform/graphql/shared.graphql-types.js';
import { RequirePermission } from '../../platform/permissions/require-permission.decorator.js';
import { KpiFormulaService } from './kpi-formulas.service.js';
import { MeasureFactsService } from './measure-facts.service.js';
import {
  DeleteKpiFormulaResult,
  KpiFormula,
  KpiFormulaInput,
  MeasureRow,
  SaveKpiFormulaResult,
} from './measures.graphql-types.js';
import { deletedKpiOf, kpiFormulaOf, measureRowOf, savedKpiOf } from './measures.mapper.js';

/** A year and a bit, so that a year can be looked at whole weeks long. */
const LONGEST_RANGE_DAYS = 400;

@ArgsType()
export class MeasureRangeArgs {
  @Field(() => LocalDateScalar) fromOn!: LocalDate;
  @Field(() => Int) days!: number;
}

@Resolver()
export class MeasuresResolver {
  constructor(
    private readonly formulas: KpiFormulaService,
    private readonly facts: MeasureFactsService,
  ) {}

  @Query(() => [KpiFormula])
  @RequirePermission('measures.read')
  async kpiFormulas(@CurrentContext() context: RequestContext): Promise<KpiFormula[]> {
    return (await this.formulas.all(context)).map(kpiFormulaOf);
  }

  @Query(() => [MeasureRow], { description: 'All queues together first, then each queue' })
  @RequirePermission('measures.read')
  async measures(@CurrentContext() context: RequestContext, @Args() range: MeasureRangeArgs): Promise<MeasureRow[]> {
    const { fromOn, days } = range;
    if (days < 1 || days > LONGEST_RANGE_DAYS)
      throw new BadRequestException(`days (${days}) must lie in 1..${LONGEST_RANGE_DAYS}`);
    return (await this.facts.rows(context, { fromOn, days })).map(measureRowOf);
  }

  @Mutation(() => SaveKpiFormulaResult)
  @RequirePermission('measures.edit')
  async saveKpiFormula(
    @CurrentContext() context: RequestContext,
    @Args('input') { id, version, title, formula, name, better, position }: KpiFormulaInput,
  ): Promise<typeof SaveKpiFormulaResult> {
    if ((id == null) !== (version == null)) return InvalidInput.of('version', 'id and version go together');
    const change = id != null && version != null ? { id, version } : null;
    const way = (['higher', 'lower'] as const).find((one) => one === better) ?? null;
    if (better != null && way === null) return InvalidInput.of('better', 'better must be higher or lower');
    const text = { title, formula, name: name ?? null, better: way };
    return savedKpiOf(await this.formulas.save(context, { ...text, change, position: position ?? null }));
  }

  @Mutation(() => DeleteKpiFormulaResult)
  @RequirePermission('measures.edit')
  async deleteKpiFormula(
    @CurrentContext() context: RequestContext,
    @Args('id', { type: () => ID }) id: string,
    @Args('version', { type: () => Int }) version: number,
  ): Promise<typeof DeleteKpiFormulaResult> {
    return deletedKpiOf(await this.formulas.delete(context, { id, version }));
  }
}
