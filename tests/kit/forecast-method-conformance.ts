import { completeParameters, type ForecastingMethod, type TrainingView } from '@yotei/forecast';
import { eventsByDay, trainingViewOf } from '@yotei/forecast';
import { epochDay } from '@yotei/time';
import { describeMethodRobustness } from './forecast-method-robustness.js';
import { officeHistory, queueHistory } from './queue-history-builder.js';

const random = () => 0.5;

function forecastOf(method: ForecastingMethod, view: TrainingView, days = 14): Float64Array[] {
  const fitted = method.fit(view, completeParameters(method), random);
  if (fitted.kind !== 'fitted') throw new Error(`${method.id} says ${JSON.stringify(fitted)} on twelve weeks`);
  return fitted.forecast(view.horizon(view.originDay, days));
}

/** The contract of a forecasting method; every method of the catalogue must pass. */
export function describeMethodConformance(method: ForecastingMethod): void {
  describe(`${method.id} keeps the contract of a forecasting method`, () => {
    const history = officeHistory();
    const originDay = epochDay('2026-03-30');
    const view = trainingViewOf(history, eventsByDay([]), originDay);

    it('has a permanent kebab-case id, titles in both languages, a source, and defaults in range', () => {
      expect(method.id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
      expect(method.title.en).not.toBe('');
      expect(method.title.ja).toMatch(/[぀-ヿ一-鿿]/);
      expect(method.source.length).toBeGreaterThan(10);
      for (const { min, max, default: value } of method.parameters) expect(value >= min && value <= max).toBe(true);
    });

    it('gives a finite value, none negative, for each open interval of each day', () => {
      const days = forecastOf(method, view);
      const horizon = view.horizon(originDay, 14);
      expect(days).toHaveLength(14);
      days.forEach((values, index) => {
        expect(values).toHaveLength(24);
        values.forEach((value, slot) => {
          if (horizon[index]!.open[slot]) expect(Number.isFinite(value) && value >= 0).toBe(true);
        });
      });
    });

    it('is not changed by anything that comes on or after the origin', () => {
      const wild = officeHistory({ contacts: ({ dayIndex }) => (dayIndex % 3) * 5000 });
      const later = {
        ...history,
        days: [
          ...history.days.filter(({ on }) => on < '2026-03-16'),
          ...wild.days.filter(({ on }) => on >= '2026-03-16'),
        ],
      };
      const origin = epochDay('2026-03-16');
      expect(forecastOf(method, trainingViewOf(later, eventsByDay([]), origin))).toEqual(
        forecastOf(method, trainingViewOf(history, eventsByDay([]), origin)),
      );
    });

    it('says the same when asked again', () => {
      expect(forecastOf(method, view)).toEqual(forecastOf(method, view));
    });

    it('says how many days it has and needs when there are too few', () => {
      const short = trainingViewOf(officeHistory({ days: 3 }), eventsByDay([]), epochDay('2026-01-08'));
      expect(method.fit(short, completeParameters(method), random)).toEqual({
        kind: 'not-enough-history',
        haveDays: 3,
        needDays: method.needs.historyDays,
      });
    });

    it('repeats a queue that is the same every week, within two percent', () => {
      const steady = queueHistory({
        fromOn: '2026-01-05',
        days: 84,
        contacts: ({ weekday, minuteOfDay }) => (minuteOfDay < 480 || minuteOfDay >= 1080 ? Number.NaN : 100 * weekday),
      });
      const days = forecastOf(method, trainingViewOf(steady, eventsByDay([]), epochDay('2026-03-30')), 7);
      days.forEach((values, index) => expect(Math.abs(values[10]! / (100 * (index + 1)) - 1)).toBeLessThan(0.02)); // 30 March 2026 is a Monday
    });

    it('stays calm on zeros, a single spike and missing intervals', () => {
      const odd = officeHistory({
        contacts: ({ weekday, minuteOfDay, dayIndex }) => {
          if (weekday > 5 || minuteOfDay < 480 || minuteOfDay >= 1080 || (dayIndex % 9 === 4 && minuteOfDay === 600))
            return Number.NaN;
          return dayIndex === 70 ? 100_000 : dayIndex % 2;
        },
      });
      for (const values of forecastOf(method, trainingViewOf(odd, eventsByDay([]), originDay))) {
        for (const value of values) expect(value >= 0 && value <= 100_000).toBe(true);
      }
    });

    describeMethodRobustness(method);
  });
}
