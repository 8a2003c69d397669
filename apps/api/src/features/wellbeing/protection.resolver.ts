import { Args, createUnionType, ID, Mutation, Resolver } from '@nestjs/graphql';
import { CurrentContext } from '../../platform/context/current.decorators.js';
import type { RequestContext } from '../../platform/context/request-context.js';
import { NotFound } from '../../platform/graphql/shared.graphql-types.js';
import { JobStarted } from '../../platform/jobs/job.graphql-types.js';
import { jobStarted } from '../../platform/jobs/job.mapper.js';
import { RequirePermission } from '../../platform/permissions/require-permission.decorator.js';
import { ProtectionService } from './protection.service.js';

export const StartProtectionResult = createUnionType({
  name: 'StartProtectionResult',
  types: () => [JobStarted, NotFound] as const,
});

@Resolver()
export class ProtectionResolver {
  constructor(private readonly protection: ProtectionService) {}

  @Mutation(() => StartProtectionResult, {
    description:
      'Plans the week at several degrees of protection without changing it. The job’s result holds `points`: factor, prices, requiredHours, shortHours, overHours, shortRests, lateToEarly, longStretches, unsocialSpread; and `pauses`: templates that cannot keep two hours of contact work in one run, each with the pauses that would.',
  })
  @RequirePermission('schedule.generate')
  async startProtectionCurve(
    @CurrentContext() context: RequestContext,
    @Args('scheduleId', { type: () => ID }) scheduleId: string,
  ): Promise<typeof StartProtectionResult> {
    const job = await this.protection.start(context, scheduleId);
    return job ? jobStarted(job) : NotFound.of('schedule');
  }
}
