import { Args, ID, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import { CurrentContext } from '../../platform/context/current.decorators.js';
import type { RequestContext } from '../../platform/context/request-context.js';
import { InvalidInput } from '../../platform/graphql/shared.graphql-types.js';
import { RequirePermission } from '../../platform/permissions/require-permission.decorator.js';
import { KpiFormulaService } from './kpi-formulas.service.js';
import { DeleteKpiFormulaResult, KpiFormula, KpiFormulaInput, SaveKpiFormulaResult } from './measures.graphql-types.js';
import { deletedKpiOf, kpiFormulaOf, savedKpiOf } from './measures.mapper.js';

@Resolver()
export class MeasuresResolver {
  constructor(private readonly formulas: KpiFormulaService) {}

  @Query(() => [KpiFormula])
  @RequirePermission('measures.read')
  async kpiFormulas(@CurrentContext() context: RequestContext): Promise<KpiFormula[]> {
    return (await this.formulas.all(context)).map(kpiFormulaOf);
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
