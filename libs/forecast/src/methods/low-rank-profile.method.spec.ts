import { epochDay } from '@yotei/time';
import { queueHistory } from '../../../../tests/kit/queue-history-builder.js';
import { completeParameters } from '../forecasting-method.js';
import { trainingViewOf } from '../series/training-view.js';
import { lowRankProfile } from './low-rank-profile.method.js';

describe('low-rank-profile', () => {
  it('keeps two day shapes apart: mornings on Mondays, evenings on Fridays', () => {
    const history = queueHistory({
      fromOn: '2026-01-05',
      days: 84,
      contacts: ({ weekday, minuteOfDay }) => {
        if (minuteOfDay < 480 || minuteOfDay >= 1200) return Number.NaN;
        if (weekday === 1) return minuteOfDay < 720 ? 200 : 50;
        return weekday === 5 && minuteOfDay >= 1020 ? 180 : 80;
      },
    });
    const view = trainingViewOf(history, new Map(), epochDay('2026-03-30'));
    const fitted = lowRankProfile.fit(view, completeParameters(lowRankProfile), () => 0.5);
    if (fitted.kind !== 'fitted') throw new Error(fitted.kind);
    const days = fitted.forecast(view.horizon(view.originDay, 5));
    expect(days[0]![9]! / 200).toBeCloseTo(1, 1);
    expect(days[0]![15]! / 50).toBeCloseTo(1, 1);
    expect(days[4]![18]! / 180).toBeCloseTo(1, 1);
    expect(days[2]![18]! / 80).toBeCloseTo(1, 1);
  });

  it('is not too high in a queue with a contact every five hours', () => {
    const history = queueHistory({
      fromOn: '2026-01-05',
      days: 84,
      contacts: ({ dayIndex, minuteOfDay }) => Number((dayIndex * 24 + minuteOfDay / 60) % 5 === 0),
    });
    const view = trainingViewOf(history, new Map(), epochDay('2026-03-30'));
    const fitted = lowRankProfile.fit(view, completeParameters(lowRankProfile), () => 0.5);
    if (fitted.kind !== 'fitted') throw new Error(fitted.kind);
    const total = fitted
      .forecast(view.horizon(view.originDay, 7))
      .flatMap((values) => [...values])
      .reduce((a, b) => a + b, 0);
    // 7 x 24 / 5 = 33.6 contacts a week; squared roots alone would give over 40 more from the quarters
    expect(total).toBeGreaterThan(30);
    expect(total).toBeLessThan(37);
  });
});
