import { refuseShortHistory, type ForecastingMethod } from '../forecasting-method.js';
import { sameWeekdayMeans } from './same-weekday-mean.js';

/** The last same weekday again: the yardstick of MASE. */
export const seasonalNaive: ForecastingMethod = {
  id: 'seasonal-naive',
  title: { en: 'Last same weekday', ja: '前回の同じ曜日' },
  source: 'Hyndman & Athanasopoulos, Forecasting: Principles and Practice, 3rd ed. 2021, section 5.2',
  complexity: 0,
  needs: { historyDays: 7 },
  looksBackDays: 7,
  parameters: [],
  fit(history) {
    return refuseShortHistory(this, history) ?? { kind: 'fitted', forecast: sameWeekdayMeans(history, 1) };
  },
};
