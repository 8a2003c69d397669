import type { ForecastingMethod } from './forecasting-method.js';
import { combination } from './methods/combination.method.js';
import { dayRegressionProfile } from './methods/day-regression-profile.method.js';
import { doubleSeasonalSmoothing } from './methods/double-seasonal-smoothing.method.js';
import { etsDayProfile } from './methods/ets-day-profile.method.js';
import { lowRankProfile } from './methods/low-rank-profile.method.js';
import { plannerMean } from './methods/planner-mean.method.js';
import { plannerMeanOfEight } from './methods/planner-mean-8.method.js';
import { poissonRegression } from './methods/poisson-regression.method.js';
import { seasonalNaive } from './methods/seasonal-naive.method.js';
import { shortHistory } from './methods/short-history.method.js';

/** Every method; a new one is a file in `methods/` and a line here. */
export const forecastingMethods: readonly ForecastingMethod[] = [
  seasonalNaive,
  plannerMean,
  plannerMeanOfEight,
  shortHistory,
  dayRegressionProfile,
  lowRankProfile,
  poissonRegression,
  etsDayProfile,
  doubleSeasonalSmoothing,
  combination,
];

/** The planner's habits: a method that does worse than the better of them is never chosen. */
export const plannerMeanIds: readonly string[] = [plannerMean.id, plannerMeanOfEight.id];

/** What is taken while there is too little history to compare methods; measured to beat the planner means there. */
export const newQueueMethodId = shortHistory.id;

/** What `auto` compares. The method for new queues is not among them: with half a year behind it, it is only nearly as good. */
export const comparedMethodIds: readonly string[] = forecastingMethods
  .map(({ id }) => id)
  .filter((id) => id !== newQueueMethodId);

/** The method of that id; refuses an unknown id and names those there are. */
export function forecastingMethod(id: string): ForecastingMethod {
  const found = forecastingMethods.find((method) => method.id === id);
  if (!found)
    throw new RangeError(
      `methodId (${id}) must be auto or one of ${forecastingMethods.map((method) => method.id).join(', ')}; choose one of them`,
    );
  return found;
}
