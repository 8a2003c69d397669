import { Args, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import { CurrentContext } from '../../platform/context/current.decorators.js';
import type { RequestContext } from '../../platform/context/request-context.js';
import { InvalidInput } from '../../platform/graphql/shared.graphql-types.js';
import { RequirePermission } from '../../platform/permissions/require-permission.decorator.js';
import { PLANNING_WEIGHTS } from './planning-weights.catalogue.js';
import {
  PlanningWeightInput,
  PlanningWeights,
  PlanningWeightsEditedMeanwhile,
  PlanningWeightsSaved,
  SavePlanningWeightsResult,
} from './planning-weights.graphql-types.js';
import { PlanningWeightsService, type WeightsInForce } from './planning-weights.service.js';

@Resolver()
export class PlanningWeightsResolver {
  constructor(private readonly weights: PlanningWeightsService) {}

  @Query(() => PlanningWeights)
  @RequirePermission('schedule.read')
  async planningWeights(@CurrentContext() context: RequestContext): Promise<PlanningWeights> {
    return planningWeightsOf(await this.weights.inForce(context));
  }

  @Mutation(() => SavePlanningWeightsResult, { description: 'Weights left out go back to the standard.' })
  @RequirePermission('organisation.edit')
  async savePlanningWeights(
    @CurrentContext() context: RequestContext,
    @Args('expectedVersion', { type: () => Int }) expectedVersion: number,
    @Args('weights', { type: () => [PlanningWeightInput] }) weights: PlanningWeightInput[],
  ): Promise<typeof SavePlanningWeightsResult> {
    const values = Object.fromEntries(weights.map(({ id, value }) => [id, value]));
    const saved = await this.weights.save(context, { expectedVersion, values });
    switch (saved.kind) {
      case 'saved':
        return Object.assign(new PlanningWeightsSaved(), { planningWeights: planningWeightsOf(saved.weights) });
      case 'edited-meanwhile':
        return Object.assign(new PlanningWeightsEditedMeanwhile(), {
          message: 'someone changed the weights meanwhile',
          planningWeights: planningWeightsOf(saved.weights),
        });
      case 'invalid':
        return InvalidInput.of(`weights.${saved.path}`, saved.message);
    }
  }
}

function planningWeightsOf({ values, ...inForce }: WeightsInForce): PlanningWeights {
  return {
    ...inForce,
    weights: PLANNING_WEIGHTS.map((weight) => ({ ...weight, value: values[weight.id] ?? weight.standard })),
  };
}
