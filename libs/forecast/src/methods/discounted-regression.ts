import { DAY_FEATURES } from '../calendar/business-calendar.js';
import { dot, ridge } from '../linear-algebra.js';
import { calendarColumns, calendarRows, MONTH_DAYS } from './month-days.js';
import { fitResidualMemory, forgetAll, openDaySteps } from './residual-memory.js';
import type { HorizonDay, TrainingDay, TrainingView } from '../series/training-view.js';
import { robustScale } from '../robust-scale.js';

/** Settings of {@link fitDiscountedRegression}. */
export interface RegressionSettings {
  /** Weight of a day relative to the next: 0.985 halves in 46 days. */
  readonly discountPerDay: number;
  /** Ridge penalty of a weekday's departure from the mean, in days of evidence. */
  readonly weekdayPenalty: number;
  /** Ridge penalty of a calendar effect, in days of evidence. */
  readonly effectPenalty: number;
  /** False leaves out the memory of recent residuals. */
  readonly memory?: boolean;
}

/** Predicts the value of each horizon day. */
export interface DayPredictor {
  (horizon: readonly HorizonDay[]): Float64Array;
  /** What each day of the history was expected to be, given the days before it and all coefficients. */
  readonly fitted: Float64Array;
}

/** Residuals beyond this many robust standard deviations weigh less (Huber 1964). */
const HUBER = 2.5;
/** Columns before the calendar's: the level and the weekdays. */
const FIRST_EFFECT = 8;
/** Days of evidence against an effect of a day of the month: there are 31 of them, and most centres have none. */
export const MONTH_DAY_PENALTY = 30;
const FIRST_EVENT_FEATURE = DAY_FEATURES.indexOf('holiday');

/**
 * Regression of one value a day on level, weekday and calendar features, old days discounted, large residuals
 * weighed down, and an ARMA(1,1) memory of the residuals that fades over the open days ahead.
 */
export function fitDiscountedRegression(
  history: TrainingView,
  y: Float64Array,
  settings: RegressionSettings,
): DayPredictor {
  const { days, calendar, originDay } = history;
  const columns = calendarRows(history);
  const rows = days.map(({ weekday }, index) => designRow(weekday, columns[index]!));
  const age = days.map(({ day }) => Math.pow(settings.discountPerDay, originDay - 1 - day));
  const penalties = penaltiesOf(rows[0]?.length ?? 0, settings);
  const weights = Float64Array.from(age);
  let coefficients = ridge(rows, y, weights, penalties);
  const remember = settings.memory === false ? forgetAll : fitResidualMemory;
  const steps = openDaySteps(history);
  let memory = remember(residuals(rows, y, coefficients), age, steps);
  for (let round = 0; round < 2; round++) {
    const rest = residuals(rows, y, coefficients).map((value, index) => value - memory.predicted[index]!);
    const scale = robustScale(rest);
    rest.forEach((value, index) => (weights[index] = age[index]! * trustIn(value, scale, days[index]!)));
    coefficients = ridge(
      rows,
      y.map((value, index) => value - memory.predicted[index]!),
      weights,
      penalties,
    );
    memory = remember(residuals(rows, y, coefficients), age, steps);
  }
  const lastDay = days.at(-1)?.day ?? originDay;
  const predict = (horizon: readonly HorizonDay[]) =>
    Float64Array.from(horizon, (day) => {
      const ahead = Math.max(1, calendar.openDaysBetween(lastDay + 1, day.day + 1));
      return dot(designRow(day.weekday, calendarColumns(day, calendar)), coefficients) + memory.next(ahead);
    });
  const fitted = memory.predicted.map((value, index) => value + dot(rows[index]!, coefficients));
  return Object.assign(predict, { fitted });
}

/** Huber's weight of a residual. Days of announced events keep theirs: an effect seen only a few times always looks like an outlier at first. */
export function trustIn(residual: number, scale: number, { features }: TrainingDay): number {
  if (features.subarray(FIRST_EVENT_FEATURE).includes(1)) return 1;
  return Math.min(1, (HUBER * scale) / Math.max(Math.abs(residual), 1e-12));
}

function designRow(weekday: number, columns: Float64Array): Float64Array {
  const row = new Float64Array(FIRST_EFFECT + columns.length);
  row[0] = 1;
  row[weekday] = 1;
  row.set(columns, FIRST_EFFECT);
  return row;
}

function penaltiesOf(size: number, { weekdayPenalty, effectPenalty }: RegressionSettings): Float64Array {
  return Float64Array.from({ length: size }, (_, column) =>
    column === 0
      ? 1e-6
      : column < FIRST_EFFECT
        ? weekdayPenalty
        : column < size - MONTH_DAYS
          ? effectPenalty
          : MONTH_DAY_PENALTY,
  );
}

function residuals(rows: readonly Float64Array[], y: Float64Array, coefficients: Float64Array): Float64Array {
  return y.map((value, index) => value - dot(rows[index]!, coefficients));
}
