import { Args, ID, Query, Resolver } from '@nestjs/graphql';
import { CurrentContext } from '../../../platform/context/current.decorators.js';
import type { RequestContext } from '../../../platform/context/request-context.js';
import { RequirePermission } from '../../../platform/permissions/require-permission.decorator.js';
import { MeasureCatalogueService } from './measure-catalogue.service.js';
import {
  MeasureDefinition,
  MeasureFactKind,
  MeasureFactsResult,
  MeasureRangeInput,
  MeasureTrendsResult,
  MeasureValuesResult,
} from './measure-values.graphql-types.js';
import { definitionsOf, measureFactsOf, measureTrendsOf, measureValuesOf } from './measure-values.mapper.js';
import { MeasureValuesService } from './measure-values.service.js';
import type { TableRequest } from './measure-tables.service.js';

function requestOf({ queueIds, weekStart, ...range }: MeasureRangeInput): TableRequest {
  return { ...range, queueIds: queueIds ?? null, ...(weekStart ? { weekStart } : {}) };
}

/** Names of measures, their values over any period and cut, the facts beneath, and how they moved. */
@Resolver()
export class MeasureValuesResolver {
  constructor(
    private readonly catalogue: MeasureCatalogueService,
    private readonly values: MeasureValuesService,
  ) {}

  @Query(() => [MeasureDefinition], { description: 'Those of every centre first, in the order shown' })
  @RequirePermission('measures.read')
  async measureDefinitions(@CurrentContext() context: RequestContext): Promise<MeasureDefinition[]> {
    return definitionsOf(await this.catalogue.catalogue(context));
  }

  @Query(() => [MeasureFactKind])
  @RequirePermission('measures.read')
  async measureFactKinds(@CurrentContext() context: RequestContext): Promise<MeasureFactKind[]> {
    return [...(await this.catalogue.catalogue(context)).kinds];
  }

  @Query(() => MeasureValuesResult, { description: 'Values of measures by bucket and key, and over all buckets.' })
  @RequirePermission('measures.read')
  async measureValues(
    @CurrentContext() context: RequestContext,
    @Args('names', { type: () => [ID], description: 'Ids or names of measures' }) names: string[],
    @Args('range') range: MeasureRangeInput,
  ): Promise<typeof MeasureValuesResult> {
    return measureValuesOf(await this.values.values(context, { ...requestOf(range), names }));
  }

  @Query(() => MeasureFactsResult, { description: 'The sums beneath measures: what formulas are computed from.' })
  @RequirePermission('measures.read')
  async measureFacts(
    @CurrentContext() context: RequestContext,
    @Args('names', { type: () => [String], description: 'Names of facts' }) names: string[],
    @Args('range') range: MeasureRangeInput,
  ): Promise<typeof MeasureFactsResult> {
    return measureFactsOf(await this.values.facts(context, { ...requestOf(range), names }));
  }

  @Query(() => MeasureTrendsResult, {
    description: 'All queues (or those named) now against the same length of time before.',
  })
  @RequirePermission('measures.read')
  async measureTrends(
    @CurrentContext() context: RequestContext,
    @Args('names', { type: () => [ID] }) names: string[],
    @Args('range') range: MeasureRangeInput,
  ): Promise<typeof MeasureTrendsResult> {
    return measureTrendsOf(await this.values.trends(context, { ...requestOf(range), names }));
  }
}
