import { epochDay } from '@yotei/time';
import { officeHistory, queueHistory } from '../../../../tests/kit/queue-history-builder.js';
import { completeParameters } from '../forecasting-method.js';
import { trainingViewOf, type TrainingView } from '../series/training-view.js';
import { plannerMean } from './planner-mean.method.js';
import { shortHistory } from './short-history.method.js';

function days(method: typeof shortHistory, view: TrainingView): Float64Array[] {
  const fitted = method.fit(view, completeParameters(method), () => 0.5);
  if (fitted.kind !== 'fitted') throw new Error(fitted.kind);
  return fitted.forecast(view.horizon(view.originDay, 5));
}

describe('short-history', () => {
  it('comes closer to the true shape than the mean of a single noisy week', () => {
    // Shape 40 or 80 by the hour's parity, with noise of a third either way by a fixed pattern.
    const shape = (minuteOfDay: number) => ((minuteOfDay / 60) % 2 === 0 ? 40 : 80);
    const history = queueHistory({
      fromOn: '2026-01-05',
      days: 7,
      contacts: ({ weekday, minuteOfDay, dayIndex }) =>
        weekday > 5 ? Number.NaN : shape(minuteOfDay) * (1 + 0.33 * Math.sin(minuteOfDay * 1.7 + dayIndex * 2.1)),
    });
    const view = trainingViewOf(history, new Map(), epochDay('2026-01-12'));
    const error = (forecast: Float64Array[]) =>
      forecast.reduce(
        (sum, values) => sum + values.reduce((part, value, hour) => part + Math.abs(value - shape(hour * 60)), 0),
        0,
      );
    expect(error(days(shortHistory, view))).toBeLessThan(0.6 * error(days(plannerMean, view)));
  });

  it('stays within a factor of two of the planner’s mean of the day', () => {
    const wild = officeHistory({
      days: 14,
      contacts: ({ weekday, dayIndex }) => (weekday > 5 ? Number.NaN : dayIndex === 8 ? 1 : 100),
    });
    const tuesday = days(shortHistory, trainingViewOf(wild, new Map(), epochDay('2026-01-19')))[1]!.reduce(
      (sum, value) => sum + value,
      0,
    );
    expect(tuesday).toBeGreaterThanOrEqual((24 * 50.5) / 2 - 1e-9); // mean of 24 x 100 and 24 x 1, halved
  });
});
