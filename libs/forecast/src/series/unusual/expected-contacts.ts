import { fitDiscountedRegression } from '../../methods/discounted-regression.js';
import { robustScale, upperMedianOf } from '../../robust-scale.js';
import type { DayTable, TableDay } from '../day-table.js';
import type { TrainingView } from '../training-view.js';

/** A day of the history beside what was to be expected of it. */
export interface ExpectedDay {
  readonly day: number;
  readonly weekday: number;
  /** As recorded; NaN = missing. All missing where the day is absent. */
  readonly values: Float64Array;
  readonly present: boolean;
  /** Day total by weekday, calendar and the level of the two weeks around. */
  readonly usualTotal: number;
  /** Per slot, at the usual total; 0 where the weekday was closed in those weeks. */
  readonly usual: Float64Array;
  /** What the day as a whole ran at, by the weighted median of its slots: 1 = as usual; 1 too where most of it is silent. */
  readonly level: number;
  /** Slots that were open on that weekday in the weeks around. */
  readonly open: Uint8Array;
}

export interface ExpectedHistory {
  readonly days: readonly ExpectedDay[];
  /** Robust standard deviation of an interval's residual 2(√y − √e), at least that of a Poisson count. */
  readonly intervalScale: number;
  /** Log day totals of the days the model learnt from, less weekday and calendar, in the order of `view.days`. */
  readonly departures: Float64Array;
  /** Robust standard deviation of a day's log total about the days around it. */
  readonly dayScale: number;
}

/** Weeks that share one day shape: enough of each weekday for a mean, few enough to follow the seasons. */
const BLOCK_DAYS = 70;
/** Days of a weekday below which a block borrows from the whole history. */
const LEAST_ALIKE = 4;
const TRIMMED_SHARE = 0.2;
/** Below this a day is too silent for its own level to mean anything. */
const LEAST_LEVEL = 0.2;
/** Contacts of evidence that draw a day's own level to the usual: days swing by some 7 %, and 1 / 0.07² is 200. */
const LEVEL_CONTACTS = 200;

/** Residual of a count: its variance hardly depends on the rate (Anscombe 1948). */
export const countResidual = (actual: number, expected: number): number =>
  2 * (Math.sqrt(actual + 0.375) - Math.sqrt(expected + 0.375));

/**
 * What the days of a history were to be expected as: the log total by robust regression on weekday and calendar, with
 * the median departure of the seven open days before and after as the level, times the trimmed mean shape of the
 * weekday in the ten weeks around. Days between the first and the last that are absent are there too.
 */
export function expectedHistory(view: TrainingView, table: DayTable): ExpectedHistory {
  const departures = departuresOf(view);
  const recorded = new Map(table.days.map((day) => [day.day, day]));
  const first = table.days[0]?.day ?? view.originDay;
  const usualTotal = usualTotals(view, departures.predict, departures.residual);
  const shapes = new BlockShapes(table, view.originDay, usualTotal);
  const days: ExpectedDay[] = [];
  for (let day = first; day < view.originDay; day++) {
    const weekday = ((((day + 3) % 7) + 7) % 7) + 1;
    const { shape, open } = shapes.of(day, weekday);
    const there = recorded.get(day);
    const total = usualTotal(day);
    const usual = shape.map((share) => share * total);
    const values = there?.values ?? new Float64Array(table.slotCount).fill(Number.NaN);
    days.push({
      day,
      weekday,
      values,
      present: there !== undefined,
      usualTotal: total,
      usual,
      level: levelOf(values, usual),
      open,
    });
  }
  return {
    days,
    intervalScale: intervalScaleOf(days),
    departures: departures.residual,
    dayScale: Math.max(robustScale(aboutTheirNeighbours(departures.residual)), 0.02),
  };
}

interface Departures {
  readonly residual: Float64Array;
  readonly predict: ReturnType<typeof fitDiscountedRegression>;
}

function departuresOf(view: TrainingView): Departures {
  const y = Float64Array.from(view.days, ({ total }) => Math.log(total + 1));
  const predict = fitDiscountedRegression(view, y, {
    discountPerDay: 1,
    weekdayPenalty: 0.02,
    effectPenalty: 0.5,
    memory: false,
  });
  const fitted = predict(
    view.days.map(({ day, weekday, features }) => ({ day, weekday, features, open: view.openByWeekday[weekday]! })),
  );
  return { residual: y.map((value, index) => value - fitted[index]!), predict };
}

function aboutTheirNeighbours(residual: Float64Array): Float64Array {
  return residual.map((value, index) => {
    const near = [...residual.subarray(Math.max(0, index - 7), index), ...residual.subarray(index + 1, index + 8)];
    return value - upperMedianOf(near);
  });
}

/** Usual total of any day, absent ones too: the regression's value moved by the median departure of the days around. */
function usualTotals(
  view: TrainingView,
  predict: Departures['predict'],
  residual: Float64Array,
): (day: number) => number {
  const at = view.days.map(({ day }) => day);
  const known = new Map<number, number>();
  return (day) => {
    let total = known.get(day);
    if (total === undefined) {
      const next = lowerBound(at, day);
      const after = at[next] === day ? next + 1 : next;
      const near = [...residual.subarray(Math.max(0, next - 7), next), ...residual.subarray(after, after + 7)];
      const weekday = ((((day + 3) % 7) + 7) % 7) + 1;
      const features = view.calendar.featuresOf(day);
      const [log] = predict([{ day, weekday, features, open: view.openByWeekday[weekday]! }]);
      total = Math.max(0, Math.exp(log! + upperMedianOf(near)) - 1) * view.eventFactorOf(day);
      known.set(day, total);
    }
    return total;
  };
}

interface BlockShape {
  /** Share of the day's total by slot; sums to 1, or all 0 where the weekday was closed. */
  readonly shape: Float64Array;
  readonly open: Uint8Array;
}

/** The day shape of each weekday by blocks of ten weeks, made when first asked for. */
class BlockShapes {
  private readonly known = new Map<string, BlockShape>();
  private readonly byWeekday: readonly (readonly TableDay[])[];

  constructor(
    private readonly table: DayTable,
    private readonly originDay: number,
    private readonly usualTotal: (day: number) => number,
  ) {
    this.byWeekday = Array.from({ length: 8 }, (_, weekday) =>
      table.days.filter((day) => day.weekday === weekday && day.day < originDay),
    );
  }

  of(day: number, weekday: number): BlockShape {
    const block = Math.floor((this.originDay - 1 - day) / BLOCK_DAYS);
    const key = `${weekday} ${block}`;
    let shape = this.known.get(key);
    if (!shape) this.known.set(key, (shape = this.make(weekday, block)));
    return shape;
  }

  private make(weekday: number, block: number): BlockShape {
    const all = this.byWeekday[weekday]!;
    const until = this.originDay - block * BLOCK_DAYS;
    const inBlock = all.filter(({ day }) => day >= until - BLOCK_DAYS && day < until);
    const alike = inBlock.length >= LEAST_ALIKE ? inBlock : all;
    const totals = alike.map(({ day }) => Math.max(1, this.usualTotal(day)));
    const open = new Uint8Array(this.table.slotCount);
    const shape = new Float64Array(this.table.slotCount);
    for (let slot = 0; slot < shape.length; slot++) {
      const shares: number[] = [];
      alike.forEach(({ values }, index) => {
        if (!Number.isNaN(values[slot]!)) shares.push(values[slot]! / totals[index]!);
      });
      // Hours are those that at least half of the days were open in: two odd days make no opening hours.
      if (shares.length * 2 < alike.length || shares.length === 0) continue;
      open[slot] = 1;
      shape[slot] = trimmedMean(shares);
    }
    const sum = shape.reduce((total, share) => total + share, 0);
    return { shape: sum > 0 ? shape.map((share) => share / sum) : shape, open };
  }
}

function levelOf(values: Float64Array, usual: Float64Array): number {
  const ratios: { ratio: number; weight: number }[] = [];
  values.forEach((value, slot) => {
    if (!Number.isNaN(value) && usual[slot]! > 0) ratios.push({ ratio: value / usual[slot]!, weight: usual[slot]! });
  });
  ratios.sort((a, b) => a.ratio - b.ratio);
  let half = ratios.reduce((sum, { weight }) => sum + weight, 0) / 2;
  const contacts = 2 * half;
  for (const { ratio, weight } of ratios)
    if ((half -= weight) <= 0)
      return ratio < LEAST_LEVEL ? 1 : (ratio * contacts + LEVEL_CONTACTS) / (contacts + LEVEL_CONTACTS);
  return 1;
}

function intervalScaleOf(days: readonly ExpectedDay[]): number {
  const residuals: number[] = [];
  for (const { values, usual, level } of days)
    values.forEach((value, slot) => {
      const expected = usual[slot]! * level;
      if (!Number.isNaN(value) && expected >= 1) residuals.push(countResidual(value, expected));
    });
  return Math.max(1, robustScale(Float64Array.from(residuals)));
}

function trimmedMean(values: number[]): number {
  values.sort((a, b) => a - b);
  const cut = Math.floor(values.length * TRIMMED_SHARE);
  const kept = values.slice(cut, values.length - cut);
  return kept.reduce((sum, value) => sum + value, 0) / kept.length;
}

function lowerBound(sorted: readonly number[], value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]! < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
