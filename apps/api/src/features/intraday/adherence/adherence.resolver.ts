import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { EXCUSE_KINDS } from '@yotei/scheduling/adherence';
import type { Instant, LocalDate } from '@yotei/time';
import { CurrentContext } from '../../../platform/context/current.decorators.js';
import type { RequestContext } from '../../../platform/context/request-context.js';
import { DateTimeScalar, LocalDateScalar } from '../../../platform/graphql/scalars.js';
import { InvalidInput, NotFound } from '../../../platform/graphql/shared.graphql-types.js';
import { RequirePermission } from '../../../platform/permissions/require-permission.decorator.js';
import {
  AdherenceDay,
  AdherenceException,
  AdherenceExceptionResult,
  AdherenceSettingsEdited,
  AdherenceSettingsInput,
  ExcuseEffectResult,
  ExcuseEffectTakesLong,
  ExcuseInput,
  ExcuseScopeKind,
  SaveAdherenceSettingsResult,
} from './adherence.graphql-types.js';
import { AdherenceDayService } from './adherence-day.service.js';
import { AdherenceSettingsService } from './adherence-settings.service.js';
import { dayOf, effectOf, exceptionOf, savedOf, scopeOf, settingsOf } from './adherence.mapper.js';
import { ExceptionsService, type ExceptionOutcome } from './exceptions.service.js';
import { AdherenceSettings } from './live.graphql-types.js';

/** The side of those who lead: days opened, excuses, settings. */
@Resolver()
export class AdherenceResolver {
  constructor(
    private readonly days: AdherenceDayService,
    private readonly exceptions: ExceptionsService,
    private readonly settings: AdherenceSettingsService,
  ) {}

  @Query(() => [String], { description: 'Reasons for a deviation; permanent words.' })
  @RequirePermission('adherence.explain')
  excuseKinds(): string[] {
    return [...EXCUSE_KINDS];
  }

  @Query(() => AdherenceDay, { nullable: true, description: 'One day of an agent, judged as things are known now.' })
  @RequirePermission('intraday.read')
  async adherenceDay(
    @CurrentContext() context: RequestContext,
    @Args('agentId', { type: () => ID }) agentId: string,
    @Args('on', { type: () => LocalDateScalar }) on: LocalDate,
  ): Promise<AdherenceDay | null> {
    const found = await this.days.open(context, agentId, on);
    return found && dayOf(found.opened, found.exceptions);
  }

  @Query(() => [AdherenceException], { description: 'Explanations that wait for a decision, the oldest first.' })
  @RequirePermission('adherence.decide')
  async waitingExplanations(@CurrentContext() context: RequestContext): Promise<AdherenceException[]> {
    return (await this.exceptions.waiting(context)).map(exceptionOf);
  }

  @Query(() => ExcuseEffectResult, { description: 'What excusing these agents in a span would change.' })
  @RequirePermission('adherence.decide')
  async excuseEffect(
    @CurrentContext() context: RequestContext,
    @Args('scopeKind', { type: () => ExcuseScopeKind }) scopeKind: ExcuseScopeKind,
    @Args('scopeId', { type: () => ID, nullable: true }) scopeId: string | null,
    @Args('startAt', { type: () => DateTimeScalar }) startAt: Instant,
    @Args('endAt', { type: () => DateTimeScalar }) endAt: Instant,
  ): Promise<typeof ExcuseEffectResult> {
    const found = await this.exceptions.effect(context, { startAt, endAt, scope: scopeOf({ scopeKind, scopeId }) });
    if (found.kind === 'invalid') return InvalidInput.of(found.path, found.message);
    if (found.kind === 'effect') return effectOf(found.effect);
    return Object.assign(new ExcuseEffectTakesLong(), { scheduledAgents: found.scheduledAgents });
  }

  @Mutation(() => AdherenceExceptionResult, { description: 'Excuses an agent, a team, a site, a queue or everybody.' })
  @RequirePermission('adherence.decide')
  async excuseDeviation(
    @CurrentContext() context: RequestContext,
    @Args('input', { type: () => ExcuseInput }) input: ExcuseInput,
  ): Promise<typeof AdherenceExceptionResult> {
    return resultOf(await this.exceptions.excuse(context, { ...input, scope: scopeOf(input) }));
  }

  @Mutation(() => AdherenceExceptionResult)
  @RequirePermission('adherence.decide')
  async decideExplanation(
    @CurrentContext() context: RequestContext,
    @Args('id', { type: () => ID }) id: string,
    @Args('approve', { type: () => Boolean }) approve: boolean,
    @Args('note', { type: () => String, nullable: true }) note: string | null,
  ): Promise<typeof AdherenceExceptionResult> {
    return resultOf(await this.exceptions.decide(context, { id, approve, note }));
  }

  @Mutation(() => AdherenceExceptionResult, { description: 'Takes an excuse back; the days are judged again.' })
  @RequirePermission('adherence.decide')
  async revokeExcuse(
    @CurrentContext() context: RequestContext,
    @Args('id', { type: () => ID }) id: string,
    @Args('note', { type: () => String, nullable: true }) note: string | null,
  ): Promise<typeof AdherenceExceptionResult> {
    return resultOf(await this.exceptions.takeBack(context, { id, own: false, note }));
  }

  @Query(() => [AdherenceSettings])
  @RequirePermission('intraday.read')
  async adherenceSettings(@CurrentContext() context: RequestContext): Promise<AdherenceSettings[]> {
    return (await this.settings.all(context)).map(settingsOf);
  }

  @Mutation(() => SaveAdherenceSettingsResult, {
    description: 'Holds for running days and those to come; days that are over stay as they were judged.',
  })
  @RequirePermission('organisation.edit')
  async saveAdherenceSettings(
    @CurrentContext() context: RequestContext,
    @Args('input', { type: () => AdherenceSettingsInput }) input: AdherenceSettingsInput,
  ): Promise<typeof SaveAdherenceSettingsResult> {
    const saved = await this.settings.save(context, input);
    if (saved.kind === 'invalid') return InvalidInput.of(saved.path, saved.message);
    if (saved.kind === 'not-found') return NotFound.of('site');
    const settings = settingsOf(saved.settings);
    return saved.kind === 'saved' ? settings : Object.assign(new AdherenceSettingsEdited(), { settings });
  }
}

export function resultOf(outcome: ExceptionOutcome): typeof AdherenceExceptionResult {
  if (outcome.kind === 'invalid') return InvalidInput.of(outcome.path, outcome.message);
  return outcome.kind === 'not-found' ? NotFound.of(outcome.what) : savedOf(outcome.exception, outcome.rejudgeJobId);
}
