import { epochDay } from '@yotei/time';
import { queueHistory } from '../../../../tests/kit/queue-history-builder.js';
import { RandomDraws } from '../../../../tests/kit/random-draws.js';
import { eventsByDay } from '../calendar/calendar-event.js';
import { completeParameters } from '../forecasting-method.js';
import { trainingViewOf, type TrainingView } from '../series/training-view.js';
import { poissonRegression } from './poisson-regression.method.js';

function forecast(view: TrainingView, days: number): Float64Array[] {
  const fitted = poissonRegression.fit(view, completeParameters(poissonRegression), () => 0.5);
  if (fitted.kind !== 'fitted') throw new Error(fitted.kind);
  return fitted.forecast(view.horizon(view.originDay, days));
}

const total = (values: Float64Array) => values.reduce((sum, value) => sum + value, 0);

describe('poisson-regression', () => {
  it('comes near the true rate of a quiet queue, closer than the counts themselves do', () => {
    const draws = new RandomDraws(5);
    const rate = (minuteOfDay: number) => 1.5 + Math.sin((minuteOfDay * Math.PI) / 720);
    const history = queueHistory({
      fromOn: '2026-01-05',
      days: 84,
      contacts: ({ minuteOfDay }) => draws.poisson(rate(minuteOfDay)),
    });
    const [monday] = forecast(trainingViewOf(history, new Map(), epochDay('2026-03-30')), 1);
    const error = monday!.reduce((sum, value, hour) => sum + Math.abs(value - rate(60 * hour)), 0) / 24;
    // Twelve Mondays' mean alone would be off by 0.8 x sqrt(1.5 / 12) = 0.28 on average.
    expect(error).toBeLessThan(0.2);
  });

  it('learns the effect of a campaign announced ahead from campaigns in the past', () => {
    const campaigns = ['2026-01-20', '2026-02-11', '2026-03-03', '2026-03-31'].map((on) => ({
      fromOn: on,
      untilOn: on,
      kind: 'campaign' as const,
      title: 'offer',
    }));
    const dates = new Set(campaigns.map(({ fromOn }) => fromOn));
    const history = queueHistory({ fromOn: '2026-01-05', days: 84, contacts: ({ on }) => (dates.has(on) ? 150 : 100) });
    const [monday, tuesday] = forecast(trainingViewOf(history, eventsByDay(campaigns), epochDay('2026-03-30')), 2);
    expect(total(tuesday!) / total(monday!)).toBeGreaterThan(1.35);
    expect(total(tuesday!) / total(monday!)).toBeLessThan(1.55);
  });

  it('gives a weekday a shape of its own when it has one', () => {
    const history = queueHistory({
      fromOn: '2026-01-05',
      days: 84,
      contacts: ({ weekday, minuteOfDay }) => (weekday === 1 && minuteOfDay < 720 ? 300 : 100),
    });
    const [monday, tuesday] = forecast(trainingViewOf(history, new Map(), epochDay('2026-03-30')), 2);
    // three times as busy, drawn a little to the common shape
    expect(monday![6]! / monday![18]!).toBeGreaterThan(2.1);
    expect(tuesday![6]! / tuesday![18]!).toBeLessThan(1.1);
  });
});
