import { epochDay } from '@yotei/time';
import { queueHistory } from '../../../../tests/kit/queue-history-builder.js';
import { completeParameters } from '../forecasting-method.js';
import { trainingViewOf } from '../series/training-view.js';
import { plannerMeanOfEight } from './planner-mean-8.method.js';

describe('planner-mean-8', () => {
  const history = queueHistory({
    fromOn: '2026-01-05',
    days: 70,
    contacts: ({ dayIndex }) => (dayIndex === 63 ? Number.NaN : dayIndex),
  });
  const view = trainingViewOf(history, new Map(), epochDay('2026-03-16'));

  it('is the mean of the last 8 days of the weekday; an absent Monday is not a zero', () => {
    const fitted = plannerMeanOfEight.fit(view, completeParameters(plannerMeanOfEight), () => 0.5);
    if (fitted.kind !== 'fitted') throw new Error(fitted.kind);
    const [monday, tuesday] = fitted.forecast(view.horizon(view.originDay, 2));
    // Mondays are days 0, 7 … 56 (63 is absent): the last 8 centre on 56 - 7 x (8 - 1) / 2
    expect(monday![0]).toBeCloseTo(56 - (7 * (8 - 1)) / 2, 9);
    // Tuesdays run to day 64
    expect(tuesday![0]).toBeCloseTo(64 - (7 * (8 - 1)) / 2, 9);
  });

  it('averages as many weeks as the planner asks', () => {
    const fitted = plannerMeanOfEight.fit(view, completeParameters(plannerMeanOfEight, { weeks: 2 }), () => 0.5);
    if (fitted.kind !== 'fitted') throw new Error(fitted.kind);
    expect(fitted.forecast(view.horizon(view.originDay + 1, 1))[0]![0]).toBe(60.5); // (57 + 64) / 2
  });
});
