import { epochDay } from '@yotei/time';
import { officeHistory, queueHistory } from '../../../../tests/kit/queue-history-builder.js';
import { completeParameters } from '../forecasting-method.js';
import { trainingViewOf, type TrainingView } from '../series/training-view.js';
import { etsDayProfile } from './ets-day-profile.method.js';

function totals(view: TrainingView, days: number): number[] {
  const fitted = etsDayProfile.fit(view, completeParameters(etsDayProfile), () => 0.5);
  if (fitted.kind !== 'fitted') throw new Error(fitted.kind);
  return fitted
    .forecast(view.horizon(view.originDay, days))
    .map((values) => values.reduce((sum, value) => sum + value, 0));
}

describe('ets-day-profile', () => {
  it('stays at a level that has risen', () => {
    const history = queueHistory({
      fromOn: '2026-01-05',
      days: 84,
      contacts: ({ dayIndex }) => (dayIndex < 63 ? 100 : 140),
    });
    const month = totals(trainingViewOf(history, new Map(), epochDay('2026-03-30')), 28);
    for (const total of [month[0]!, month[27]!]) {
      expect(total).toBeGreaterThan(24 * 130);
      expect(total).toBeLessThan(24 * 150);
    }
  });

  it('keeps the week: a Monday busier by a third stays so', () => {
    const [monday, tuesday] = totals(trainingViewOf(officeHistory(), new Map(), epochDay('2026-03-30')), 2);
    expect(monday! / tuesday!).toBeGreaterThan(1.2); // 130 against 100, with a wobble of a few percent
    expect(monday! / tuesday!).toBeLessThan(1.4);
  });

  it('does not let growth run on for ever: the trend is damped', () => {
    const growing = officeHistory({ contacts: ({ dayIndex }) => 100 * 1.01 ** dayIndex });
    const month = totals(trainingViewOf(growing, new Map(), epochDay('2026-03-30')), 28);
    const today = 24 * 100 * 1.01 ** 83;
    expect(month[0]!).toBeGreaterThan(0.95 * today);
    expect(month[27]!).toBeLessThan(1.32 * today); // 1.01^28 = 1.32 without damping
  });
});
