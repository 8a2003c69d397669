import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { LocalDate } from '@yotei/time';
import { CurrentContext } from '../../platform/context/current.decorators.js';
import type { RequestContext } from '../../platform/context/request-context.js';
import { LocalDateScalar } from '../../platform/graphql/scalars.js';
import { NotFound } from '../../platform/graphql/shared.graphql-types.js';
import { RequirePermission } from '../../platform/permissions/require-permission.decorator.js';
import { CostSettingsService } from './cost-settings.service.js';
import {
  CostSettings,
  CostSettingsInput,
  SaveCostSettingsResult,
  WithdrawCostSettingsResult,
} from './costs.graphql-types.js';
import { costSettingsOf, costsSavedOf, savedCostsOf } from './costs.mapper.js';

@Resolver()
export class CostsResolver {
  constructor(private readonly costs: CostSettingsService) {}

  @Query(() => [CostSettings], { description: 'Every version, newest first.' })
  @RequirePermission('costs.read')
  async costSettings(@CurrentContext() context: RequestContext): Promise<CostSettings[]> {
    return (await this.costs.all(context)).map(costSettingsOf);
  }

  @Query(() => CostSettings, { nullable: true, description: 'What holds on a day; before the first settings those.' })
  @RequirePermission('costs.read')
  async costsInForce(
    @CurrentContext() context: RequestContext,
    @Args('on', { type: () => LocalDateScalar }) on: LocalDate,
  ): Promise<CostSettings | null> {
    const found = await this.costs.inForce(context, on);
    return found && costSettingsOf(found);
  }

  @Mutation(() => SaveCostSettingsResult)
  @RequirePermission('costs.edit')
  async saveCostSettings(
    @CurrentContext() context: RequestContext,
    @Args('input') input: CostSettingsInput,
  ): Promise<typeof SaveCostSettingsResult> {
    return savedCostsOf(await this.costs.save(context, input));
  }

  @Mutation(() => WithdrawCostSettingsResult, { description: 'Undo of a save; false brings the version back.' })
  @RequirePermission('costs.edit')
  async withdrawCostSettings(
    @CurrentContext() context: RequestContext,
    @Args('id', { type: () => ID }) id: string,
    @Args('withdrawn', { type: () => Boolean, defaultValue: true }) withdrawn: boolean,
  ): Promise<typeof WithdrawCostSettingsResult> {
    const settings = await this.costs.setWithdrawn(context, id, withdrawn);
    return settings ? costsSavedOf(settings) : NotFound.of('cost settings');
  }
}
