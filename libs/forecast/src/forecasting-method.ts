import type { HorizonDay, TrainingView } from './series/training-view.js';

/** Uniform numbers in [0, 1); always passed in and seeded, so that a run can be repeated. */
export type RandomGenerator = () => number;

export interface MethodText {
  readonly en: string;
  readonly ja: string;
}

/** A number a planner may set; the default is what the benchmarks were measured with. */
export interface MethodParameter {
  readonly id: string;
  readonly title: MethodText;
  readonly unit: 'days' | 'weeks' | 'count' | 'fraction';
  readonly min: number;
  readonly max: number;
  readonly default: number;
}

export type MethodParameters = Readonly<Record<string, number>>;

/** A fitted method; `forecast` gives one array of slots per horizon day, finite and not negative where the slot is open. */
export interface FittedMethod {
  readonly kind: 'fitted';
  forecast(horizon: readonly HorizonDay[]): Float64Array[];
}

export interface NotEnoughHistory {
  readonly kind: 'not-enough-history';
  readonly haveDays: number;
  readonly needDays: number;
}

export type FitResult = FittedMethod | NotEnoughHistory;

/** One way to forecast; one file in `methods/`, one line in `catalogue.ts`. The id is stored and never changes. */
export interface ForecastingMethod {
  readonly id: string;
  readonly title: MethodText;
  readonly source: string;
  /** Rank for the one-standard-error rule: of two methods as good as each other the lower is chosen. */
  readonly complexity: number;
  readonly needs: { readonly historyDays: number };
  /** Days back that it looks at all, where that is not the whole history: more history makes it no better. */
  readonly looksBackDays?: number;
  readonly parameters: readonly MethodParameter[];
  fit(history: TrainingView, parameters: MethodParameters, random: RandomGenerator): FitResult;
}

/** The answer for too short a history, or null when it is long enough. */
export function refuseShortHistory(
  method: Pick<ForecastingMethod, 'needs'>,
  history: TrainingView,
): NotEnoughHistory | null {
  const { historyDays } = method.needs;
  return history.haveDays < historyDays
    ? { kind: 'not-enough-history', haveDays: history.haveDays, needDays: historyDays }
    : null;
}

/** The parameters with defaults for those not given; refuses unknown ids and values out of range. */
export function completeParameters(
  method: Pick<ForecastingMethod, 'id' | 'parameters'>,
  given: MethodParameters = {},
): MethodParameters {
  const known = new Set(method.parameters.map(({ id }) => id));
  const unknown = Object.keys(given).find((id) => !known.has(id));
  if (unknown)
    throw new RangeError(
      `parameter (${unknown}) must be one of ${[...known].join(', ') || 'none'} for ${method.id}; remove it`,
    );
  return Object.fromEntries(
    method.parameters.map(({ id, min, max, default: fallback }) => {
      const value = given[id] ?? fallback;
      if (!(value >= min && value <= max))
        throw new RangeError(`${id} (${value}) must lie in ${min}..${max}; use for example ${fallback}`);
      return [id, value];
    }),
  );
}
