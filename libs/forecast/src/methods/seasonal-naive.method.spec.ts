import { epochDay } from '@yotei/time';
import { queueHistory } from '../../../../tests/kit/queue-history-builder.js';
import { trainingViewOf } from '../series/training-view.js';
import { seasonalNaive } from './seasonal-naive.method.js';

describe('seasonal-naive', () => {
  it('repeats the last same weekday and looks past a missing interval', () => {
    const history = queueHistory({
      fromOn: '2026-01-05',
      days: 14,
      contacts: ({ dayIndex, minuteOfDay }) => (dayIndex === 8 && minuteOfDay === 540 ? Number.NaN : 100 + dayIndex),
    });
    const view = trainingViewOf(history, new Map(), epochDay('2026-01-19'));
    const fitted = seasonalNaive.fit(view, {}, () => 0.5);
    if (fitted.kind !== 'fitted') throw new Error(fitted.kind);
    const [monday, tuesday] = fitted.forecast(view.horizon(view.originDay, 2));
    expect(monday![9]).toBe(107); // Monday 12 January is day 7
    // 09:00 of Tuesday the 13th is missing: the weekday's mean there (101) times that day's level (108 / 104.5)
    expect(tuesday![9]).toBeCloseTo((101 * 108) / 104.5, 9);
  });
});
