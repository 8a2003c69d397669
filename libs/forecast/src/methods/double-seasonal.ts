import { minimise } from './nelder-mead.js';

/** One day of transformed counts: NaN = closed or missing. */
export interface SeasonalDay {
  readonly weekday: number;
  readonly values: Float64Array;
}

/** Smoothing factors of Taylor's equations, and the share of an error that the next interval inherits. */
export interface SeasonalFactors {
  readonly level: number;
  readonly day: number;
  readonly week: number;
  readonly inherited: number;
}

interface SeasonalState {
  level: number;
  readonly day: Float64Array;
  readonly week: readonly Float64Array[];
  lastError: number;
}

/** Errors beyond this many standard deviations are cut before they move the states. */
const CUT = 3;
const EVALUATIONS = 60;
/** Days the factors are learned from; older ones only lead the states to where they are. */
const LEARNED_DAYS = 180;

/**
 * Exponential smoothing with a season of a day and one of a week and AR(1) errors (Taylor 2003, 2010, additive form).
 * The factors minimise the squared errors of whole days seen from the evening before: those of the next interval,
 * as in the papers, give a level so quick that it is of no use a day ahead. Returns what each weekday's slots are
 * expected to be.
 */
export function smoothDoubleSeasonal(
  days: readonly SeasonalDay[],
  slotCount: number,
): (weekday: number) => Float64Array {
  const start = startOf(days, slotCount);
  const recent = days.slice(-LEARNED_DAYS);
  const before = recent.length < days.length ? startOf(recent, slotCount) : start;
  const cost = (at: Float64Array) => runSeasonal(recent, factorsOf(at), copyOf(before)).dayAheadSquares;
  const found = minimise(cost, { start: [-5, -3, -2.5, 0], reach: 1.2, evaluations: EVALUATIONS });
  const { state } = runSeasonal(days, factorsOf(found.at), copyOf(start));
  return (weekday) => state.day.map((value, slot) => state.level + value + state.week[weekday]![slot]!);
}

const fraction = (x: number) => 1 / (1 + Math.exp(-x));

/** Each factor within the bounds in which the recursion forgets its start; the error carried on matters within a day only. */
function factorsOf(at: Float64Array): SeasonalFactors {
  return {
    level: 0.2 * fraction(at[0]!),
    day: 0.5 * fraction(at[1]!),
    week: 0.5 * fraction(at[2]!),
    inherited: 0.95 * fraction(at[3]!),
  };
}

function copyOf({ level, day, week, lastError }: SeasonalState): SeasonalState {
  return { level, day: Float64Array.from(day), week: week.map((slots) => Float64Array.from(slots)), lastError };
}

/** Means of the first four weeks: all slots, each slot, each weekday's slot. */
function startOf(days: readonly SeasonalDay[], slotCount: number): SeasonalState {
  const first = days.slice(0, 28);
  const mean = (values: readonly number[]) =>
    values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
  const at = (slot: number, weekday?: number) =>
    first
      .filter((one) => weekday === undefined || one.weekday === weekday)
      .map(({ values }) => values[slot]!)
      .filter((value) => !Number.isNaN(value));
  const level = mean(first.flatMap(({ values }) => [...values].filter((value) => !Number.isNaN(value))));
  const day = Float64Array.from({ length: slotCount }, (_, slot) => (at(slot).length ? mean(at(slot)) - level : 0));
  const week = Array.from({ length: 8 }, (_, weekday) =>
    Float64Array.from({ length: slotCount }, (__, slot) => {
      const seen = at(slot, weekday);
      return seen.length ? mean(seen) - level - day[slot]! : 0;
    }),
  );
  return { level, day, week, lastError: 0 };
}

/** The recursion over all days, from a state that it moves; exported for the golden values. */
export function runSeasonal(
  days: readonly SeasonalDay[],
  factors: SeasonalFactors,
  state: SeasonalState,
): { state: SeasonalState; dayAheadSquares: number } {
  let dayAheadSquares = 0;
  let seen = 1;
  let squares = 1;
  for (const { weekday, values } of days) {
    const week = state.week[weekday]!;
    const evening = state.level;
    for (let slot = 0; slot < values.length; slot++) {
      const value = values[slot]!;
      if (Number.isNaN(value)) continue;
      const season = state.day[slot]! + week[slot]!;
      dayAheadSquares += (value - evening - season) ** 2;
      const limit = CUT * Math.sqrt(squares / seen);
      const raw = value - state.level - season - factors.inherited * state.lastError;
      const error = Math.min(Math.max(raw, -limit), limit);
      squares += error * error;
      seen++;
      state.level += factors.level * error;
      state.day[slot]! += factors.day * error;
      week[slot]! += factors.week * error;
      state.lastError = error;
    }
  }
  return { state, dayAheadSquares };
}
