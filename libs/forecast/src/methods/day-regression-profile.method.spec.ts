import { epochDay } from '@yotei/time';
import { officeHistory, queueHistory } from '../../../../tests/kit/queue-history-builder.js';
import { eventsByDay } from '../calendar/calendar-event.js';
import { completeParameters } from '../forecasting-method.js';
import { trainingViewOf, type TrainingView } from '../series/training-view.js';
import { dayRegressionProfile } from './day-regression-profile.method.js';

function totals(view: TrainingView, days: number): number[] {
  const fitted = dayRegressionProfile.fit(view, completeParameters(dayRegressionProfile), () => 0.5);
  if (fitted.kind !== 'fitted') throw new Error(fitted.kind);
  return fitted
    .forecast(view.horizon(view.originDay, days))
    .map((values) => values.reduce((sum, value) => sum + value, 0));
}

describe('day-regression-profile', () => {
  it('learns the effect of a campaign announced ahead from campaigns in the past', () => {
    const campaigns = ['2026-01-20', '2026-02-11', '2026-03-03', '2026-03-31'].map((on) => ({
      fromOn: on,
      untilOn: on,
      kind: 'campaign' as const,
      title: 'offer',
    }));
    const dates = new Set(campaigns.map(({ fromOn }) => fromOn));
    const history = queueHistory({ fromOn: '2026-01-05', days: 84, contacts: ({ on }) => (dates.has(on) ? 150 : 100) });
    const view = trainingViewOf(history, eventsByDay(campaigns), epochDay('2026-03-30'));
    const [monday, tuesday] = totals(view, 2);
    // 2400 a day without and 3600 with a campaign; the ridge leaves a little of the effect out
    expect(monday! / 2400).toBeCloseTo(1, 1);
    expect(tuesday! / monday!).toBeGreaterThan(1.35);
    expect(tuesday! / monday!).toBeLessThan(1.51);
  });

  it('follows a level that has risen and not come back', () => {
    const history = queueHistory({
      fromOn: '2026-01-05',
      days: 84,
      contacts: ({ dayIndex }) => (dayIndex < 63 ? 100 : 120),
    });
    const [monday] = totals(trainingViewOf(history, new Map(), epochDay('2026-03-30')), 1);
    expect(monday!).toBeGreaterThan(24 * 113);
    expect(monday!).toBeLessThan(24 * 122);
  });

  it('never more than doubles the largest day there was', () => {
    const history = officeHistory({ contacts: ({ dayIndex }) => 2 ** (dayIndex / 4) });
    const largest = 24 * 2 ** (83 / 4);
    for (const total of totals(trainingViewOf(history, new Map(), epochDay('2026-03-30')), 28))
      expect(total).toBeLessThanOrEqual(2 * largest + 2);
  });
});
