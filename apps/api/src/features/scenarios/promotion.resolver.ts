import { Args, ID, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { CurrentContext } from '../../platform/context/current.decorators.js';
import type { RequestContext } from '../../platform/context/request-context.js';
import { RequirePermission } from '../../platform/permissions/require-permission.decorator.js';
import {
  PromoteScenarioResult,
  ScenarioAbsentInput,
  ScenarioPromotion,
  ScenarioPromotionPlanResult,
} from './promotion.graphql-types.js';
import { promotedOf, promotionOf, promotionPlanOf } from './promotion.mapper.js';
import { CouldBeAwayService } from './promotion/could-be-away.service.js';
import { PromotionService } from './promotion/promotion.service.js';
import { PromotionRepository } from './promotion/promotions.repository.js';
import { Scenario } from './scenarios.graphql-types.js';
import { refusedScenarioOf } from './scenarios.mapper.js';

@Resolver(() => Scenario)
export class PromotionResolver {
  constructor(
    private readonly service: PromotionService,
    private readonly repository: PromotionRepository,
    private readonly people: CouldBeAwayService,
  ) {}

  @ResolveField(() => [ScenarioPromotion], { description: 'When it was made the plan, newest first.' })
  async promotions(
    @CurrentContext() context: RequestContext,
    @Parent() { id }: Scenario,
  ): Promise<ScenarioPromotion[]> {
    return (await this.repository.ofScenario(context, id)).map(promotionOf);
  }

  @Query(() => ScenarioPromotionPlanResult)
  @RequirePermission('scenarios.read')
  async scenarioPromotion(
    @CurrentContext() context: RequestContext,
    @Args('id', { type: () => ID }) id: string,
  ): Promise<typeof ScenarioPromotionPlanResult> {
    const preview = await this.service.preview(context, id);
    if (preview.kind !== 'plan') return refusedScenarioOf(preview);
    return promotionPlanOf(preview.plan, await this.people.of(context, preview.plan));
  }

  @Mutation(() => PromoteScenarioResult, {
    description:
      'Writes what can be written, through forecast edits, settings, costs and the time off of people chosen, in one step that can be undone.',
  })
  @RequirePermission('scenarios.promote')
  async promoteScenario(
    @CurrentContext() context: RequestContext,
    @Args('id', { type: () => ID }) id: string,
    @Args('version', { type: () => Int }) version: number,
    @Args('absent', { type: () => [ScenarioAbsentInput], defaultValue: [] }) chosen: ScenarioAbsentInput[],
  ): Promise<typeof PromoteScenarioResult> {
    return promotedOf(await this.service.promote(context, id, { version, chosen }));
  }

  @Mutation(() => PromoteScenarioResult)
  @RequirePermission('scenarios.promote')
  async undoScenarioPromotion(
    @CurrentContext() context: RequestContext,
    @Args('id', { type: () => ID }) id: string,
  ): Promise<typeof PromoteScenarioResult> {
    return promotedOf(await this.service.undo(context, id));
  }
}
