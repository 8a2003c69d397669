import { refuseShortHistory, type ForecastingMethod } from '../forecasting-method.js';
import { calendarEffect } from './calendar-effect.js';
import { smoothDoubleSeasonal, type SeasonalDay } from './double-seasonal.js';

/** Taylor's smoothing with two seasons on the square roots of the counts, calendar effects taken out first. */
export const doubleSeasonalSmoothing: ForecastingMethod = {
  id: 'double-seasonal-smoothing',
  title: { en: 'Exponential smoothing with two seasons', ja: '二重季節指数平滑' },
  source: 'Taylor 2003, JORS 54:799; Taylor 2010, EJOR 204:139; error cut as in Gelper, Fried & Croux 2010',
  complexity: 4,
  needs: { historyDays: 28 },
  parameters: [
    {
      id: 'effectPenaltyDays',
      title: { en: 'Days of evidence against a calendar effect', ja: 'カレンダー効果を抑える強さ（日数）' },
      unit: 'days',
      min: 0,
      max: 100,
      default: 0.3,
    },
  ],
  fit(history, { effectPenaltyDays }) {
    const short = refuseShortHistory(this, history);
    if (short) return short;
    const effect = calendarEffect(history, effectPenaltyDays!);
    const days = history.days.map((day) => {
      const usual = Math.exp(-effect(day));
      return { weekday: day.weekday, values: day.values.map((value) => Math.sqrt(value * usual + 0.25)) };
    });
    const expected = smoothDoubleSeasonal(days, history.slotCount);
    const highest = 1.5 * days.reduce((most, { values }) => values.reduce((a, b) => (b > a ? b : a), most), 0);
    const squared = (roots: Float64Array) => roots.map((root) => Math.min(Math.max(root, 0), highest) ** 2);
    const unbiased = levelOfSquares(days, (weekday) => squared(expected(weekday)));
    return {
      kind: 'fitted',
      forecast: (horizon) =>
        horizon.map((day) => {
          const factor = unbiased * Math.exp(effect(day));
          return squared(expected(day.weekday)).map((count) => factor * count);
        }),
    };
  },
};

/** Days that say how the squares of the roots lie against the counts: two months of weekdays. */
const RECENT_DAYS = 56;

/**
 * What the squares of expected roots are multiplied with so that they sum to the contacts: a root loses the variance
 * of the count and gains the quarter, most where contacts are few. By the size of the roots, not by the recent level:
 * both sums are over the same days with the level of each day taken out.
 */
function levelOfSquares(days: readonly SeasonalDay[], expected: (weekday: number) => Float64Array): number {
  let came = 0;
  let said = 0;
  for (const { weekday, values } of days.slice(-RECENT_DAYS)) {
    const squares = expected(weekday);
    let [counts, roots, expectedRoots, square] = [0, 0, 0, 0];
    values.forEach((root, slot) => {
      if (Number.isNaN(root)) return;
      counts += root * root - 0.25;
      roots += root;
      expectedRoots += Math.sqrt(squares[slot]!);
      square += squares[slot]!;
    });
    if (expectedRoots === 0) continue;
    came += counts;
    said += square * (roots / expectedRoots) ** 2;
  }
  return said > 0 ? Math.max(0, came) / said : 0;
}
