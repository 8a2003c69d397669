import { refuseShortHistory, type ForecastingMethod } from '../forecasting-method.js';
import { fitShort } from '../short/fit-short.js';

/**
 * For queues a day to a few weeks old: level and weekdays by gamma posteriors, the shape borrowed from all weekdays that
 * look alike. `forecastShort` works from the first day, gives bands of its own and takes a typed curve.
 */
export const shortHistory: ForecastingMethod = {
  id: 'short-history',
  title: { en: 'For new queues: shape borrowed across weekdays', ja: '新しいキュー向け：曜日間でパターンを共有' },
  source:
    'day level and shape apart as in Ibrahim, Ye, L’Ecuyer & Shen 2016; gamma-Poisson as in Weinberg, Brown & Stroud 2007',
  complexity: 3,
  needs: { historyDays: 7 },
  parameters: [],
  fit(history) {
    const short = refuseShortHistory(this, history);
    const fit = short ? null : fitShort(history, null);
    if (!fit) return short ?? { kind: 'not-enough-history', haveDays: 0, needDays: this.needs.historyDays };
    return { kind: 'fitted', forecast: (horizon) => fit.forecast(horizon).map(({ mean }) => mean) };
  },
};
