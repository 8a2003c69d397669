import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { LocalDate } from '@yotei/time';
import { CurrentContext } from '../../platform/context/current.decorators.js';
import type { RequestContext } from '../../platform/context/request-context.js';
import { LocalDateScalar } from '../../platform/graphql/scalars.js';
import { NotFound } from '../../platform/graphql/shared.graphql-types.js';
import { RequirePermission } from '../../platform/permissions/require-permission.decorator.js';
import { AgentsService } from '../organisation/agents.service.js';
import { LawChoicesService } from './law-choices.service.js';
import { LawInspectionService } from './law-inspection.service.js';
import {
  LawInspectionResult,
  LawTrialInput,
  LawTrialResult,
  SaveSiteLawResult,
  SiteLaw,
  SiteLawInput,
} from './law.graphql-types.js';
import { inspectionOf, savedOf, siteLawOf, trialOf } from './law.mapper.js';

/** The law of each site, and what it says about weeks that were published. The packs themselves are in the library. */
@Resolver()
export class LawResolver {
  constructor(
    private readonly choices: LawChoicesService,
    private readonly inspections: LawInspectionService,
    private readonly people: AgentsService,
  ) {}

  @Query(() => [SiteLaw])
  @RequirePermission('schedule.read')
  async siteLaws(@CurrentContext() context: RequestContext): Promise<SiteLaw[]> {
    return (await this.choices.all(context)).map(siteLawOf);
  }

  @Mutation(() => SaveSiteLawResult)
  @RequirePermission('organisation.edit')
  async saveSiteLaw(
    @CurrentContext() context: RequestContext,
    @Args('input') input: SiteLawInput,
  ): Promise<typeof SaveSiteLawResult> {
    const { siteId, version, packId = null, fromOn = null } = input;
    const order = { siteId, version, packId, fromOn, agreements: input.agreements ?? [] };
    return savedOf(await this.choices.save(context, order));
  }

  @Query(() => LawTrialResult, { description: 'Who would have broken what in the four weeks before this one.' })
  @RequirePermission('schedule.read')
  async lawTrial(
    @CurrentContext() context: RequestContext,
    @Args('input') input: LawTrialInput,
  ): Promise<typeof LawTrialResult> {
    const { siteId, packId, agreements } = input;
    return trialOf(await this.inspections.trial(context, { siteId, packId, agreements: agreements ?? [] }));
  }

  @Query(() => LawInspectionResult, { description: 'Whole weeks, at most thirteen.' })
  @RequirePermission('schedule.read')
  async lawInspection(
    @CurrentContext() context: RequestContext,
    @Args('agentId', { type: () => ID }) agentId: string,
    @Args('fromOn', { type: () => LocalDateScalar }) fromOn: LocalDate,
    @Args('untilOn', { type: () => LocalDateScalar }) untilOn: LocalDate,
  ): Promise<typeof LawInspectionResult> {
    return inspectionOf(await this.inspections.inspect(context, { agentId, fromOn, untilOn }));
  }

  @Query(() => LawInspectionResult, { description: 'The same of the reader; whole weeks, at most thirteen.' })
  @RequirePermission('my-week.read')
  async myLawInspection(
    @CurrentContext() context: RequestContext,
    @Args('fromOn', { type: () => LocalDateScalar }) fromOn: LocalDate,
    @Args('untilOn', { type: () => LocalDateScalar }) untilOn: LocalDate,
  ): Promise<typeof LawInspectionResult> {
    const own = context.userId ? await this.people.ofUser(context, context.userId) : null;
    if (!own) return NotFound.of('agent');
    return inspectionOf(await this.inspections.inspect(context, { agentId: own.id, fromOn, untilOn }));
  }
}
