import { refuseShortHistory, type ForecastingMethod } from '../forecasting-method.js';
import { fitDiscountedRegression } from './discounted-regression.js';
import { smearing } from './smearing.js';
import { smoothedProfiles } from './smoothed-profile.js';

/** How the day's total goes and how the day is shaped, apart: regression of the log total, times the weekday's profile. */
export const dayRegressionProfile: ForecastingMethod = {
  id: 'day-regression-profile',
  title: { en: 'Day total by regression, times the day profile', ja: '日合計の回帰 × 日内パターン' },
  source: 'Taylor 2008 and Ibrahim, Ye, L’Ecuyer & Shen 2016 (day level and shape apart); Shen & Huang 2005',
  complexity: 4,
  needs: { historyDays: 28 },
  parameters: [
    {
      id: 'discountPerDay',
      title: { en: 'Weight of a day against the next', ja: '1日ごとの割引率' },
      unit: 'fraction',
      min: 0.9,
      max: 1,
      default: 0.993,
    },
    {
      id: 'profileDiscountPerDay',
      title: { en: 'The same for the profile', ja: '日内パターンの割引率' },
      unit: 'fraction',
      min: 0.9,
      max: 1,
      default: 0.985,
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
    {
      id: 'effectPenaltyDays',
      title: { en: 'Days of evidence against a calendar effect', ja: 'カレンダー効果を抑える強さ（日数）' },
      unit: 'days',
      min: 0,
      max: 100,
      default: 0.3,
    },
  ],
  fit(history, { discountPerDay, profileDiscountPerDay, poolingContacts, effectPenaltyDays }) {
    const short = refuseShortHistory(this, history);
    if (short) return short;
    const logTotals = Float64Array.from(history.days, ({ total }) => Math.log(total + 1));
    const predict = fitDiscountedRegression(history, logTotals, {
      discountPerDay: discountPerDay!,
      weekdayPenalty: 0.02,
      effectPenalty: effectPenaltyDays!,
    });
    const age = history.days.map(({ day }) => discountPerDay! ** (history.originDay - 1 - day));
    const unbiased = smearing(logTotals, predict.fitted, age);
    const highest = Math.max(...logTotals) + Math.LN2;
    const profiles = smoothedProfiles(history, {
      discountPerDay: profileDiscountPerDay!,
      poolingContacts: poolingContacts!,
    });
    return {
      kind: 'fitted',
      forecast(horizon) {
        const levels = predict(horizon);
        return horizon.map(({ weekday }, index) => {
          const total = unbiased * Math.max(0, Math.exp(Math.min(levels[index]!, highest)) - 1);
          return profiles[weekday]!.map((share) => share * total);
        });
      },
    };
  },
};
