import { Args, createUnionType, ID, Int, Mutation, Resolver } from '@nestjs/graphql';
import { CurrentContext } from '../../platform/context/current.decorators.js';
import type { RequestContext } from '../../platform/context/request-context.js';
import { InvalidInput, NotFound } from '../../platform/graphql/shared.graphql-types.js';
import { JobStarted } from '../../platform/jobs/job.graphql-types.js';
import { jobStarted } from '../../platform/jobs/job.mapper.js';
import { RequirePermission } from '../../platform/permissions/require-permission.decorator.js';
import { ScenarioRunsService, type StartedRun } from './runs/scenario-runs.service.js';

export const StartScenarioRunResult = createUnionType({
  name: 'StartScenarioRunResult',
  types: () => [JobStarted, InvalidInput, NotFound] as const,
});

@Resolver()
export class ScenarioRunsResolver {
  constructor(private readonly runs: ScenarioRunsService) {}

  @Mutation(() => StartScenarioRunResult, {
    description: 'Plans the weeks of the scenario anew without changing any roster; found in `runs` of the comparison.',
  })
  @RequirePermission('scenarios.edit')
  async startScenarioRoster(
    @CurrentContext() context: RequestContext,
    @Args('id', { type: () => ID }) scenarioId: string,
    @Args('seconds', { type: () => Int, defaultValue: 60 }) timeLimitSeconds: number,
  ): Promise<typeof StartScenarioRunResult> {
    return startedOf(await this.runs.roster(context, { scenarioId, timeLimitSeconds }));
  }

  @Mutation(() => StartScenarioRunResult, {
    description: 'Plays the scenario through contact by contact; found in `runs` of the comparison.',
  })
  @RequirePermission('scenarios.edit')
  async startScenarioSimulation(
    @CurrentContext() context: RequestContext,
    @Args('id', { type: () => ID }) scenarioId: string,
    @Args('replications', { type: () => Int, defaultValue: 100 }) replications: number,
  ): Promise<typeof StartScenarioRunResult> {
    return startedOf(await this.runs.simulation(context, { scenarioId, replications }));
  }
}

function startedOf(started: StartedRun): typeof StartScenarioRunResult {
  if (started.kind === 'started') return jobStarted(started.job);
  return started.kind === 'invalid' ? InvalidInput.of(started.path, started.message) : NotFound.of('scenario');
}
