import { refuseShortHistory, type ForecastingMethod } from '../forecasting-method.js';
import { fitDiscountedRegression } from './discounted-regression.js';
import { sameWeekdayMeans } from './same-weekday-mean.js';
import { smoothedProfiles } from './smoothed-profile.js';

/** How far a forecast may stray from the planner's mean, as a factor either way: with a few days there is little else to hold on to. */
const LEASH = 2;

/**
 * For queues a few weeks old: the shape is borrowed from all weekdays that look alike, weekday levels are drawn to
 * the common level, and calendar effects need more than one sighting.
 */
export const shortHistory: ForecastingMethod = {
  id: 'short-history',
  title: { en: 'For new queues: shape borrowed across weekdays', ja: '新しい窓口向け：曜日間でパターンを共有' },
  source: 'day level and shape apart as in Ibrahim, Ye, L’Ecuyer & Shen 2016, with shrinkage for few days',
  complexity: 3,
  needs: { historyDays: 7 },
  parameters: [
    {
      id: 'weekdayPenaltyDays',
      title: {
        en: 'Days of evidence that draw a weekday to the common level',
        ja: '曜日を共通水準へ寄せる強さ（日数）',
      },
      unit: 'days',
      min: 0,
      max: 10,
      default: 0.1,
    },
    {
      id: 'poolingContacts',
      title: {
        en: 'Contacts an interval that draw a weekday to the common profile',
        ja: '共通パターンへ寄せる強さ（件数）',
      },
      unit: 'count',
      min: 0,
      max: 100000,
      default: 800,
    },
  ],
  fit(history, { weekdayPenaltyDays, poolingContacts }) {
    const short = refuseShortHistory(this, history);
    if (short) return short;
    const logTotals = Float64Array.from(history.days, ({ total }) => Math.log(total + 1));
    const settings = { discountPerDay: 0.99, weekdayPenalty: weekdayPenaltyDays!, effectPenalty: 5, memory: false };
    const predict = fitDiscountedRegression(history, logTotals, settings);
    const profiles = smoothedProfiles(history, { discountPerDay: 1, poolingContacts: poolingContacts! });
    const habit = sameWeekdayMeans(history, 8);
    return {
      kind: 'fitted',
      forecast(horizon) {
        const levels = predict(horizon);
        const usual = habit(horizon).map((values) => values.reduce((sum, value) => sum + value, 0));
        return horizon.map(({ weekday }, index) => {
          const total = Math.exp(levels[index]!) - 1;
          const held = Math.min(Math.max(total, usual[index]! / LEASH), usual[index]! * LEASH);
          return profiles[weekday]!.map((share) => share * held);
        });
      },
    };
  },
};
