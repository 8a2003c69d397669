import type { DemandLayer } from '@yotei/forecast/edits';
import { InvalidInput, NotFound } from '../../../platform/graphql/shared.graphql-types.js';
import {
  ForecastEditedMeanwhile,
  ForecastLayersChanged,
  type DemandMeasure,
  type EditOperation,
  type ForecastEdit,
  type ForecastLayerInput,
  type ForecastLayersResult,
} from './forecast-layers.graphql-types.js';
import type { StoredLayer } from './forecast-layers.repository.js';
import type { LayersResult } from './forecast-layers.service.js';

export function editOf(layer: StoredLayer): ForecastEdit {
  const { pattern } = layer;
  return {
    id: layer.id,
    queueId: layer.queueId,
    measure: layer.measure as DemandMeasure,
    operation: layer.operation as EditOperation,
    value: layer.operation === 'values' ? null : layer.value,
    values: layer.operation === 'values' ? [...layer.values] : null,
    stepMinutes: layer.stepMinutes ?? null,
    pattern: pattern ? { ...pattern, weekdays: [...pattern.weekdays] } : null,
    fromAt: layer.startAt,
    untilAt: layer.endAt,
    reason: layer.reason,
    author: layer.author,
    authorId: layer.authorId,
    createdAt: layer.createdAt,
    changedAt: layer.changedAt,
    undone: layer.undone,
    off: layer.off,
    version: layer.version,
  };
}

/** A missing number becomes NaN, which the library refuses with the name of the field. */
export function layerOfInput(input: ForecastLayerInput): DemandLayer {
  const { measure, operation, value, values, stepMinutes, pattern, fromAt, untilAt } = input;
  const place = {
    measure,
    startAt: fromAt,
    endAt: untilAt,
    stepMinutes: stepMinutes ?? null,
    pattern: pattern ?? null,
  };
  if (operation === 'values') return { ...place, operation, values: values ?? [] };
  return { ...place, operation, value: value ?? Number.NaN };
}

export function layersResultOf(result: LayersResult): typeof ForecastLayersResult {
  switch (result.kind) {
    case 'changed':
      return Object.assign(new ForecastLayersChanged(), {
        layers: result.layers.map(editOf),
        revision: result.revision,
      });
    case 'edited-meanwhile':
      return Object.assign(new ForecastEditedMeanwhile(), {
        layers: result.layers.map(editOf),
        revision: result.revision,
        message: `${[...new Set(result.layers.map(({ author }) => author))].join(', ')} changed these intervals meanwhile`,
      });
    case 'not-found':
      return NotFound.of('forecast edit or queue');
    case 'invalid':
      return InvalidInput.of(result.path, result.message);
  }
}
