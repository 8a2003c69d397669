import { epochDay } from '@yotei/time';
import { queueHistory } from '../../../../tests/kit/queue-history-builder.js';
import { completeParameters } from '../forecasting-method.js';
import { trainingViewOf } from '../series/training-view.js';
import { plannerMean } from './planner-mean.method.js';

describe('planner-mean', () => {
  const history = queueHistory({
    fromOn: '2026-01-05',
    days: 70,
    contacts: ({ dayIndex }) => (dayIndex === 63 ? Number.NaN : dayIndex),
  });
  const view = trainingViewOf(history, new Map(), epochDay('2026-03-16'));

  it('is the mean of the last 4 days of the weekday; an absent Monday is not a zero', () => {
    const fitted = plannerMean.fit(view, completeParameters(plannerMean), () => 0.5);
    if (fitted.kind !== 'fitted') throw new Error(fitted.kind);
    const [monday, tuesday] = fitted.forecast(view.horizon(view.originDay, 2));
    // Mondays are days 0, 7 … 56 (63 is absent): the last 4 centre on 56 - 7 x (4 - 1) / 2
    expect(monday![0]).toBeCloseTo(56 - (7 * (4 - 1)) / 2, 9);
    // Tuesdays run to day 64
    expect(tuesday![0]).toBeCloseTo(64 - (7 * (4 - 1)) / 2, 9);
  });

  it('averages as many weeks as the planner asks', () => {
    const fitted = plannerMean.fit(view, completeParameters(plannerMean, { weeks: 2 }), () => 0.5);
    if (fitted.kind !== 'fitted') throw new Error(fitted.kind);
    expect(fitted.forecast(view.horizon(view.originDay + 1, 1))[0]![0]).toBe(60.5); // (57 + 64) / 2
  });
});
