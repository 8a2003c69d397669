import { refuseShortHistory, type ForecastingMethod } from '../forecasting-method.js';
import { sameWeekdayMeans } from './same-weekday-mean.js';

/** The planner's habit: what most spreadsheets do, and the bar for every other method. */
export const plannerMean: ForecastingMethod = {
  id: 'planner-mean',
  title: { en: 'Mean of the last 4 same weekdays', ja: '直近4回の同じ曜日の平均' },
  source: "planners' habit; the reference of docs/methods/forecast.md",
  complexity: 1,
  needs: { historyDays: 7 },
  looksBackDays: 28,
  parameters: [
    { id: 'weeks', title: { en: 'Weeks to average', ja: '平均する週数' }, unit: 'weeks', min: 1, max: 52, default: 4 },
  ],
  fit(history, { weeks }) {
    return refuseShortHistory(this, history) ?? { kind: 'fitted', forecast: sameWeekdayMeans(history, weeks!) };
  },
};
