import {
  completeParameters,
  type FitResult,
  type ForecastingMethod,
  type RandomGenerator,
} from '../forecasting-method.js';
import type { TrainingView } from '../series/training-view.js';

const fitsOf = new WeakMap<TrainingView, Map<ForecastingMethod, FitResult>>();

/**
 * The method's fit with its defaults, made once for a view: a backtest fits the members by themselves and in the
 * combination, and a fit depends on nothing but the view. Kept no longer than the view is.
 */
export function fittedOnce(method: ForecastingMethod, view: TrainingView, random: RandomGenerator): FitResult {
  let fits = fitsOf.get(view);
  if (!fits) fitsOf.set(view, (fits = new Map()));
  let fit = fits.get(method);
  if (!fit) fits.set(method, (fit = method.fit(view, completeParameters(method), random)));
  return fit;
}
