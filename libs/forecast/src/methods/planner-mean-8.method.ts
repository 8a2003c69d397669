import { refuseShortHistory, type ForecastingMethod } from '../forecasting-method.js';
import { sameWeekdayMeans } from './same-weekday-mean.js';

/** The planner's habit over two months: calmer, slower to follow. */
export const plannerMeanOfEight: ForecastingMethod = {
  id: 'planner-mean-8',
  title: { en: 'Mean of the last 8 same weekdays', ja: '直近8回の同じ曜日の平均' },
  source: "planners' habit over eight weeks",
  complexity: 2,
  needs: { historyDays: 7 },
  looksBackDays: 56,
  parameters: [
    { id: 'weeks', title: { en: 'Weeks to average', ja: '平均する週数' }, unit: 'weeks', min: 1, max: 52, default: 8 },
  ],
  fit(history, { weeks }) {
    return refuseShortHistory(this, history) ?? { kind: 'fitted', forecast: sameWeekdayMeans(history, weeks!) };
  },
};
