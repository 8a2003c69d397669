import { epochDay } from '@yotei/time';
import { officeHistory } from '../../../../tests/kit/queue-history-builder.js';
import { completeParameters, type ForecastingMethod } from '../forecasting-method.js';
import { trainingViewOf, type TrainingView } from '../series/training-view.js';
import { forecastingMethod } from '../catalogue.js';
import { combination, combinedMethods } from './combination.method.js';

const view = trainingViewOf(officeHistory(), new Map(), epochDay('2026-03-30'));

function firstDay(method: ForecastingMethod, of: TrainingView, parameters: Record<string, number> = {}): Float64Array {
  const fitted = method.fit(of, completeParameters(method, parameters), () => 0.5);
  if (fitted.kind !== 'fitted') throw new Error(fitted.kind);
  return fitted.forecast(of.horizon(of.originDay, 1))[0]!;
}

describe('combination', () => {
  const members = combinedMethods.map(({ methodId }) => firstDay(forecastingMethod(methodId), view));

  it('is the mean of its models while none runs away', () => {
    const mean = firstDay(combination, view);
    const models = members.filter((_, k) => combinedMethods[k]!.kind !== 'habit');
    for (let hour = 8; hour < 18; hour++)
      expect(mean[hour]).toBeCloseTo(models.reduce((sum, one) => sum + one[hour]!, 0) / models.length, 9);
  });

  it('gives its members the weights asked for, whatever they sum to', () => {
    const parameters = Object.fromEntries(
      combinedMethods.map(({ weightId }, k) => [weightId, k === 0 ? 0.6 : k === 1 ? 0.2 : 0]),
    );
    const weighted = firstDay(combination, view, parameters);
    for (let hour = 8; hour < 18; hour++)
      expect(weighted[hour]).toBeCloseTo(0.75 * members[0]![hour]! + 0.25 * members[1]![hour]!, 9);
  });
});
