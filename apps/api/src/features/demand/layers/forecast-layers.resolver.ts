import { Args, ID, Mutation, Resolver } from '@nestjs/graphql';
import { CurrentContext } from '../../../platform/context/current.decorators.js';
import type { RequestContext } from '../../../platform/context/request-context.js';
import { InvalidInput, NotFound } from '../../../platform/graphql/shared.graphql-types.js';
import { RequirePermission } from '../../../platform/permissions/require-permission.decorator.js';
import {
  AddForecastLayersInput,
  ChangeForecastLayersInput,
  EditForecastResult,
  ForecastEdited,
  ForecastEditInput,
  ForecastLayersResult,
} from './forecast-layers.graphql-types.js';
import { editOf, layerOfInput, layersResultOf } from './forecast-layers.mapper.js';
import { ForecastLayersService, type LayersResult } from './forecast-layers.service.js';

@Resolver()
export class ForecastLayersResolver {
  constructor(private readonly layers: ForecastLayersService) {}

  @Mutation(() => ForecastLayersResult)
  @RequirePermission('demand.edit')
  async addForecastLayers(
    @CurrentContext() context: RequestContext,
    @Args('input') { layers, ...order }: AddForecastLayersInput,
  ): Promise<typeof ForecastLayersResult> {
    return layersResultOf(await this.layers.add(context, { ...order, layers: layers.map(layerOfInput) }));
  }

  @Mutation(() => ForecastLayersResult)
  @RequirePermission('demand.edit')
  async changeForecastLayers(
    @CurrentContext() context: RequestContext,
    @Args('input') { layers, ...update }: ChangeForecastLayersInput,
  ): Promise<typeof ForecastLayersResult> {
    return layersResultOf(await this.layers.change(context, layers, update));
  }

  @Mutation(() => EditForecastResult, { description: 'One layer, on top of whatever is there.' })
  @RequirePermission('demand.edit')
  async editForecast(
    @CurrentContext() context: RequestContext,
    @Args('input') { queueId, reason, ...layer }: ForecastEditInput,
  ): Promise<typeof EditForecastResult> {
    return oneOf(await this.layers.add(context, { queueId, reason, layers: [layerOfInput(layer)] }));
  }

  @Mutation(() => EditForecastResult, { description: 'Takes a layer back, whatever its version.' })
  @RequirePermission('demand.edit')
  async undoForecastEdit(
    @CurrentContext() context: RequestContext,
    @Args('id', { type: () => ID }) id: string,
  ): Promise<typeof EditForecastResult> {
    return oneOf(await this.layers.change(context, [{ id, version: null }], { undone: true }));
  }
}

/** For the mutations of one layer that take no version, and so never meet an edit made meanwhile. */
function oneOf(result: LayersResult): typeof EditForecastResult {
  if (result.kind === 'invalid') return InvalidInput.of(result.path, result.message);
  if (result.kind !== 'changed') return NotFound.of('forecast edit or queue');
  return Object.assign(new ForecastEdited(), { edit: editOf(result.layers[0]!) });
}
