import { ParseUUIDPipe } from '@nestjs/common';
import { Args, ID, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import { CurrentContext } from '../../../platform/context/current.decorators.js';
import type { RequestContext } from '../../../platform/context/request-context.js';
import { InvalidInput, NotFound } from '../../../platform/graphql/shared.graphql-types.js';
import { RequirePermission } from '../../../platform/permissions/require-permission.decorator.js';
import { ReportContent } from '../content/report-content.graphql-types.js';
import { ReportMeasures } from '../content/report-measures.service.js';
import { REPORT_PERIODS } from '../content/report-periods.js';
import {
  Dashboard,
  DashboardContentResult,
  DashboardInput,
  DeleteDashboardResult,
  ReportChoice,
  SaveDashboardResult,
} from './dashboards.graphql-types.js';
import { dashboardOf, dashboardOrderOf, deletedDashboardOf, savedDashboardOf } from './dashboards.mapper.js';
import { DashboardService } from './dashboards.service.js';

@Resolver()
export class DashboardsResolver {
  constructor(
    private readonly service: DashboardService,
    private readonly measures: ReportMeasures,
  ) {}

  @Query(() => [Dashboard], { description: 'Own ones and those shared with a role of the reader, by title.' })
  @RequirePermission('reports.read')
  async dashboards(@CurrentContext() context: RequestContext): Promise<Dashboard[]> {
    return (await this.service.all(context)).map((one) => dashboardOf(context, one));
  }

  @Query(() => [ReportChoice], { description: 'Days a dashboard can tell of.' })
  @RequirePermission('reports.read')
  reportPeriods(): ReportChoice[] {
    return Object.entries(REPORT_PERIODS).map(([id, { title }]) => ({ id, title }));
  }

  @Query(() => [ReportChoice], { description: 'Measures a tile can show, the organisation’s own last.' })
  @RequirePermission('reports.read')
  async reportMeasures(@CurrentContext() context: RequestContext): Promise<ReportChoice[]> {
    return (await this.measures.catalogue(context)).map(({ id, title }) => ({ id, title }));
  }

  @Query(() => DashboardContentResult, { description: 'What its tiles show now.' })
  @RequirePermission('reports.read')
  async dashboardContent(
    @CurrentContext() context: RequestContext,
    @Args('id', { type: () => ID }, ParseUUIDPipe) id: string,
  ): Promise<typeof DashboardContentResult> {
    const content = await this.service.content(context, id);
    return content ? Object.assign(new ReportContent(), content) : NotFound.of('dashboard');
  }

  @Mutation(() => SaveDashboardResult)
  @RequirePermission('reports.edit')
  async saveDashboard(
    @CurrentContext() context: RequestContext,
    @Args('input', { type: () => DashboardInput }) input: DashboardInput,
  ): Promise<typeof SaveDashboardResult> {
    const order = dashboardOrderOf(input);
    if (order instanceof InvalidInput) return order;
    return savedDashboardOf(context, await this.service.save(context, order));
  }

  @Mutation(() => DeleteDashboardResult)
  @RequirePermission('reports.edit')
  async deleteDashboard(
    @CurrentContext() context: RequestContext,
    @Args('id', { type: () => ID }, ParseUUIDPipe) id: string,
    @Args('version', { type: () => Int }) version: number,
  ): Promise<typeof DeleteDashboardResult> {
    return deletedDashboardOf(context, await this.service.delete(context, { id, version }));
  }
}
