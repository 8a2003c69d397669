import { inventedQueue } from '../../../../tests/kit/invented-queues.js';
import { RandomDraws } from '../../../../tests/kit/random-draws.js';
import { officeHistory, queueHistory } from '../../../../tests/kit/queue-history-builder.js';
import { ForecastDistribution } from '../distribution/forecast-distribution.js';
import type { QueueForecast } from '../queue-forecast.js';
import type { QueueHistory } from '../queue-history.js';
import { forecastShort } from './forecast-short.js';

function week(history: QueueHistory, fromOn: string, events: Parameters<typeof forecastShort>[1]['events'] = []) {
  const result = forecastShort(history, { fromOn, days: 7, events });
  if (result.kind !== 'forecast') throw new Error(result.kind);
  return result;
}

/** Width of the 80 % band of a day's total over the total. */
function dayWidth(forecast: QueueForecast, day = 0): number {
  const distribution = new ForecastDistribution(forecast.distribution, forecast);
  return (distribution.dayQuantile(day, 0.9) - distribution.dayQuantile(day, 0.1)) / distribution.mean({ day });
}

const intervalWidth = ({ days: [day] }: QueueForecast, at = 10) => (day!.p90[at]! - day!.p10[at]!) / day!.contacts[at]!;

/** Two weeks round the clock whose days go up and down by a share. */
function swinging(spread: number): QueueHistory {
  const draws = new RandomDraws(3);
  const levels = Array.from({ length: 14 }, () => Math.exp(spread * draws.normal()));
  return queueHistory({
    fromOn: '2026-01-05',
    days: 14,
    contacts: ({ dayIndex }) => draws.poisson(400 * levels[dayIndex]!),
  });
}

describe('bands of a young queue by its own record', () => {
  it('are narrow for a calm queue and wide for a wild one after two weeks, by interval and by day', () => {
    const [calm, wild] = [week(swinging(0.01), '2026-01-19'), week(swinging(0.35), '2026-01-19')];
    expect(intervalWidth(calm)).toBeLessThan(0.3);
    expect(intervalWidth(wild)).toBeGreaterThan(0.8);
    expect(dayWidth(calm)).toBeLessThan(0.25);
    expect(dayWidth(wild)).toBeGreaterThan(0.8);
  });

  it('are never narrower than chance', () => {
    const steady = queueHistory({ fromOn: '2026-01-05', days: 28, contacts: () => 9 });
    const { days } = week(steady, '2026-02-02');
    // Poisson(9): 80 % lie between 5 and 13.
    expect(days[0]!.p10[10]).toBeLessThan(5.8);
    expect(days[0]!.p90[10]).toBeGreaterThan(12.2);
  });

  it('are those of the model on the first day, when there is no error to look at', () => {
    const one = week(officeHistory({ days: 1 }), '2026-01-06');
    expect(intervalWidth(one, 10)).toBeGreaterThan(0.5);
  });

  it('know nothing of later days', () => {
    const history = inventedQueue({ seed: 5, weeks: 6, level: 30, daySpread: 0.1 });
    const known = { ...history, days: history.days.filter(({ on }) => on < '2025-01-27') };
    expect(week(history, '2025-01-27')).toEqual(week(known, '2025-01-27'));
  });

  it('go with the effect of an event ahead', () => {
    const event = { fromOn: '2026-01-27', untilOn: '2026-01-27', kind: 'campaign', title: 'sale' } as const;
    const plain = week(officeHistory({ days: 21 }), '2026-01-26');
    const sale = week(officeHistory({ days: 21 }), '2026-01-26', [
      { ...event, effect: { kind: 'given', fraction: 0.5 } },
    ]);
    expect(sale.days[1]!.contacts[10]! / plain.days[1]!.contacts[10]!).toBeCloseTo(1.5, 6);
    expect(sale.days[2]!.contacts[10]).toBe(plain.days[2]!.contacts[10]);
  });
});
