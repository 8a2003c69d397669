import { epochDay } from '@yotei/time';
import { queueHistory } from '../../../../tests/kit/queue-history-builder.js';
import { RandomDraws } from '../../../../tests/kit/random-draws.js';
import { completeParameters } from '../forecasting-method.js';
import { trainingViewOf, type TrainingView } from '../series/training-view.js';
import { doubleSeasonalSmoothing } from './double-seasonal-smoothing.method.js';

function forecast(view: TrainingView, days: number): Float64Array[] {
  const fitted = doubleSeasonalSmoothing.fit(view, completeParameters(doubleSeasonalSmoothing), () => 0.5);
  if (fitted.kind !== 'fitted') throw new Error(fitted.kind);
  return fitted.forecast(view.horizon(view.originDay, days));
}

describe('double-seasonal-smoothing', () => {
  it('follows a shape that moves from the morning to the evening', () => {
    const history = queueHistory({
      fromOn: '2026-01-05',
      days: 84,
      contacts: ({ dayIndex, minuteOfDay }) => (minuteOfDay < 720 ? 100 - dayIndex / 2 : 50 + dayIndex / 2),
    });
    const [monday] = forecast(trainingViewOf(history, new Map(), epochDay('2026-03-30')), 1);
    // on day 84: 58 in the morning and 92 in the evening; the mean of twelve weeks would say 79 and 71
    expect(monday![6]!).toBeLessThan(64);
    expect(monday![18]!).toBeGreaterThan(86);
  });

  it('says about as many contacts as come where an interval has one or two', () => {
    const draws = new RandomDraws(11);
    const history = queueHistory({ fromOn: '2026-01-05', days: 84, contacts: () => draws.poisson(1.5) });
    const days = forecast(trainingViewOf(history, new Map(), epochDay('2026-03-30')), 14);
    const sum = days.reduce((all, values) => all + values.reduce((a, b) => a + b, 0), 0);
    expect(sum / (14 * 24)).toBeGreaterThan(1.35); // squares of roots alone would say 1.1
    expect(sum / (14 * 24)).toBeLessThan(1.65);
  });

  it('is not carried away by one huge interval', () => {
    const history = queueHistory({
      fromOn: '2026-01-05',
      days: 84,
      contacts: ({ dayIndex, minuteOfDay }) => (dayIndex === 82 && minuteOfDay === 600 ? 90_000 : 100),
    });
    for (const values of forecast(trainingViewOf(history, new Map(), epochDay('2026-03-30')), 7))
      for (const value of values) expect(value).toBeLessThan(200);
  });
});
