import { refuseShortHistory, type ForecastingMethod } from '../forecasting-method.js';
import { calendarEffect } from './calendar-effect.js';
import { smoothDays } from './day-smoothing.js';
import { openDaySteps } from './residual-memory.js';
import { smearing } from './smearing.js';
import { smoothedProfiles } from './smoothed-profile.js';

/** Weight of a day against the next where means are corrected. */
const DISCOUNT_PER_DAY = 0.993;

/** Exponential smoothing of the log day totals, calendar effects taken out first, times the weekday's profile. */
export const etsDayProfile: ForecastingMethod = {
  id: 'ets-day-profile',
  title: { en: 'Day total by exponential smoothing, times the day profile', ja: '日合計の指数平滑 × 日内パターン' },
  source:
    'Hyndman, Koehler, Ord & Snyder 2008, Forecasting with Exponential Smoothing; damped trend: Gardner & McKenzie 1985',
  complexity: 4,
  needs: { historyDays: 28 },
  parameters: [
    {
      id: 'profileDiscountPerDay',
      title: { en: 'Weight of a day against the next, for the profile', ja: '日内パターンの1日ごとの割引率' },
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
  fit(history, { profileDiscountPerDay, poolingContacts, effectPenaltyDays }) {
    const short = refuseShortHistory(this, history);
    if (short) return short;
    const effect = calendarEffect(history, effectPenaltyDays!);
    const { days, calendar, originDay } = history;
    const values = Float64Array.from(days, (day) => Math.log(day.total + 1) - effect(day));
    const smoothed = smoothDays({
      values,
      weekdays: days.map(({ weekday }) => weekday),
      steps: openDaySteps(history),
    });
    const fitted = values.map((value, index) => value - smoothed.errors[index]!);
    const age = days.map(({ day }) => DISCOUNT_PER_DAY ** (originDay - 1 - day));
    const unbiased = smearing(values, fitted, age);
    const highest = Math.max(...days.map(({ total }) => 2 * total + 1));
    const profiles = smoothedProfiles(history, {
      discountPerDay: profileDiscountPerDay!,
      poolingContacts: poolingContacts!,
    });
    const lastDay = days.at(-1)?.day ?? originDay;
    return {
      kind: 'fitted',
      forecast: (horizon) =>
        horizon.map((day) => {
          const ahead = Math.max(1, calendar.openDaysBetween(lastDay + 1, day.day + 1));
          const total = Math.exp(smoothed.expected(day.weekday, ahead) + effect(day)) - 1;
          const held = Math.min(unbiased * Math.max(0, total), highest);
          return profiles[day.weekday]!.map((share) => share * held);
        }),
    };
  },
};
