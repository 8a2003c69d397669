import { epochDay } from '@yotei/time';
import { officeHistory } from '../../../../tests/kit/queue-history-builder.js';
import { completeParameters, type ForecastingMethod } from '../forecasting-method.js';
import { trainingViewOf, type TrainingView } from '../series/training-view.js';
import { combination } from './combination.method.js';
import { dayRegressionProfile } from './day-regression-profile.method.js';
import { lowRankProfile } from './low-rank-profile.method.js';

function firstDay(method: ForecastingMethod, view: TrainingView, parameters: Record<string, number>): Float64Array {
  const fitted = method.fit(view, completeParameters(method, parameters), () => 0.5);
  if (fitted.kind !== 'fitted') throw new Error(fitted.kind);
  return fitted.forecast(view.horizon(view.originDay, 1))[0]!;
}

describe('combination', () => {
  it('lies midway between its two members while neither runs away', () => {
    const view = trainingViewOf(officeHistory(), new Map(), epochDay('2026-03-30'));
    const lowRank = firstDay(lowRankProfile, view, { discountPerDay: 0.985 });
    const regression = firstDay(dayRegressionProfile, view, { discountPerDay: 1 });
    const mean = firstDay(combination, view, {});
    for (let hour = 8; hour < 18; hour++) expect(mean[hour]).toBeCloseTo((lowRank[hour]! + regression[hour]!) / 2, 9);
  });
});
