import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { CurrentContext } from '../../../platform/context/current.decorators.js';
import type { RequestContext } from '../../../platform/context/request-context.js';
import { NotFound } from '../../../platform/graphql/shared.graphql-types.js';
import { JobQueue } from '../../../platform/jobs/job-queue.js';
import { jobStarted } from '../../../platform/jobs/job.mapper.js';
import { RequirePermission } from '../../../platform/permissions/require-permission.decorator.js';
import { CHECK_JOB } from './forecast-check.job.js';
import { ForecastVersionRepository } from './forecast-versions.repository.js';
import { CheckForecastResult, MethodReport } from './versions.graphql-types.js';
import { methodReportOf } from './versions.mapper.js';

@Resolver()
export class MethodReportResolver {
  constructor(
    private readonly versions: ForecastVersionRepository,
    private readonly jobs: JobQueue,
  ) {}

  @Query(() => MethodReport, { nullable: true })
  @RequirePermission('demand.read')
  async methodReport(
    @CurrentContext() context: RequestContext,
    @Args('forecastId', { type: () => ID }) forecastId: string,
    @Args('queueId', { type: () => ID }) queueId: string,
  ): Promise<MethodReport | null> {
    const version = await this.versions.byId(context, forecastId, queueId);
    return version && methodReportOf(version, queueId);
  }

  @Mutation(() => CheckForecastResult, {
    description: 'Computes a stored forecast once more and compares; changes nothing.',
  })
  @RequirePermission('forecast.run')
  async checkForecast(
    @CurrentContext() context: RequestContext,
    @Args('forecastId', { type: () => ID }) forecastId: string,
  ): Promise<typeof CheckForecastResult> {
    if (!(await this.versions.run(context, forecastId))) return NotFound.of('forecast');
    return jobStarted(await this.jobs.enqueue(context, CHECK_JOB, { forecastId }, { subjectId: forecastId }));
  }
}
