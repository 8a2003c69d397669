import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { Instant } from '@yotei/time';
import { CurrentContext } from '../../../platform/context/current.decorators.js';
import type { RequestContext } from '../../../platform/context/request-context.js';
import { DateTimeScalar } from '../../../platform/graphql/scalars.js';
import { InvalidInput, NotFound } from '../../../platform/graphql/shared.graphql-types.js';
import { jobStarted } from '../../../platform/jobs/job.mapper.js';
import { RequirePermission } from '../../../platform/permissions/require-permission.decorator.js';
import { AdherenceSettingsInput, ExcuseEffect, ExcuseScopeKind } from '../adherence/adherence.graphql-types.js';
import { scopeOf } from '../adherence/adherence.mapper.js';
import { EXCUSE_TRIAL } from './excuse-trial.job.js';
import { SETTINGS_TRIAL } from './settings-trial.job.js';
import {
  AdherenceSettingsTrial,
  AdherenceSettingsTrialResult,
  ExcuseTrialResult,
  StartTrialResult,
} from './trials.graphql-types.js';
import { TrialsService, type TrialStarted } from './trials.service.js';

/** Trials of settings and of excuses for many. */
@Resolver()
export class TrialsResolver {
  constructor(private readonly trials: TrialsService) {}

  @Mutation(() => StartTrialResult, {
    description: 'Judges the site’s last seven days by these settings; stores nothing.',
  })
  @RequirePermission('organisation.edit')
  async startSettingsTrial(
    @CurrentContext() context: RequestContext,
    @Args('input', { type: () => AdherenceSettingsInput }) input: AdherenceSettingsInput,
  ): Promise<typeof StartTrialResult> {
    return startedOf(await this.trials.ofSettings(context, input));
  }

  @Query(() => AdherenceSettingsTrialResult, { description: 'NotFound until the job is done.' })
  @RequirePermission('organisation.edit')
  async settingsTrial(
    @CurrentContext() context: RequestContext,
    @Args('jobId', { type: () => ID }) jobId: string,
  ): Promise<typeof AdherenceSettingsTrialResult> {
    const found = await this.trials.result<AdherenceSettingsTrial>(context, SETTINGS_TRIAL, jobId);
    return found ? Object.assign(new AdherenceSettingsTrial(), found) : NotFound.of('trial');
  }

  @Mutation(() => StartTrialResult, {
    description: 'The effect of an excuse, in the background: for hundreds of agents. excuseEffect answers at once.',
  })
  @RequirePermission('adherence.decide')
  async startExcuseTrial(
    @CurrentContext() context: RequestContext,
    @Args('scopeKind', { type: () => ExcuseScopeKind }) scopeKind: ExcuseScopeKind,
    @Args('scopeId', { type: () => ID, nullable: true }) scopeId: string | null,
    @Args('startAt', { type: () => DateTimeScalar }) startAt: Instant,
    @Args('endAt', { type: () => DateTimeScalar }) endAt: Instant,
  ): Promise<typeof StartTrialResult> {
    return startedOf(await this.trials.ofExcuse(context, { startAt, endAt, scope: scopeOf({ scopeKind, scopeId }) }));
  }

  @Query(() => ExcuseTrialResult, { description: 'NotFound until the job is done.' })
  @RequirePermission('adherence.decide')
  async excuseTrial(
    @CurrentContext() context: RequestContext,
    @Args('jobId', { type: () => ID }) jobId: string,
  ): Promise<typeof ExcuseTrialResult> {
    const found = await this.trials.result<ExcuseEffect>(context, EXCUSE_TRIAL, jobId);
    return found ? Object.assign(new ExcuseEffect(), found) : NotFound.of('trial');
  }
}

function startedOf(started: TrialStarted): typeof StartTrialResult {
  if (started.kind === 'invalid') return InvalidInput.of(started.path, started.message);
  if (started.kind === 'not-found') return NotFound.of(started.what);
  return jobStarted(started.job);
}
