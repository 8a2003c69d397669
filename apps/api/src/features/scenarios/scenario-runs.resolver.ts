import { Args, createUnionType, Field, ID, Int, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import type { LocalDate } from '@yotei/time';
import { CurrentContext } from '../../platform/context/current.decorators.js';
import type { RequestContext } from '../../platform/context/request-context.js';
import { LocalDateScalar } from '../../platform/graphql/scalars.js';
import { InvalidInput, NotFound } from '../../platform/graphql/shared.graphql-types.js';
import { JobStarted } from '../../platform/jobs/job.graphql-types.js';
import { jobStarted } from '../../platform/jobs/job.mapper.js';
import { RequirePermission } from '../../platform/permissions/require-permission.decorator.js';
import { OpenedRosters } from './runs/opened-rosters.service.js';
import { ScenarioRunsService, type StartedRun } from './runs/scenario-runs.service.js';

export const StartScenarioRunResult = createUnionType({
  name: 'StartScenarioRunResult',
  types: () => [JobStarted, InvalidInput, NotFound] as const,
});

@ObjectType({ description: 'The new roster of a scenario stands on the board as a draft; nothing is published.' })
export class ScenarioRosterOpened {
  @Field(() => ID) scheduleId!: string;
  @Field(() => LocalDateScalar) weekStartOn!: LocalDate;
  @Field(() => Int) shifts!: number;
  @Field(() => Int, { description: 'Shifts of people who are not there yet, or whose locked shifts are in the way.' })
  leftOut!: number;
}

@ObjectType({ description: 'The draft of these weeks has shifts; ask with `replace` to put them aside as a version.' })
export class ScenarioDraftInUse {
  @Field(() => String) message!: string;
  @Field(() => Int) shifts!: number;
}

export const OpenScenarioRosterResult = createUnionType({
  name: 'OpenScenarioRosterResult',
  types: () => [ScenarioRosterOpened, ScenarioDraftInUse, InvalidInput, NotFound] as const,
});

@Resolver()
export class ScenarioRunsResolver {
  constructor(
    private readonly runs: ScenarioRunsService,
    private readonly opened: OpenedRosters,
  ) {}

  @Mutation(() => OpenScenarioRosterResult, {
    description: 'Opens the new roster of a scenario (a run) as the draft of its weeks. Locked shifts stay.',
  })
  @RequirePermission('schedule.edit')
  async openScenarioRoster(
    @CurrentContext() context: RequestContext,
    @Args('runId', { type: () => ID }) runId: string,
    @Args('replace', { type: () => Boolean, defaultValue: false }) replace: boolean,
  ): Promise<typeof OpenScenarioRosterResult> {
    const opened = await this.opened.open(context, { runId, replace });
    if (opened.kind === 'invalid') return InvalidInput.of(opened.path, opened.message);
    if (opened.kind === 'not-found') return NotFound.of(opened.what);
    const { kind, ...rest } = opened;
    return kind === 'opened'
      ? Object.assign(new ScenarioRosterOpened(), rest)
      : Object.assign(new ScenarioDraftInUse(), { ...rest, message: 'the draft of these weeks has shifts' });
  }

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
