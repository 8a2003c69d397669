import type { HorizonDay, TrainingDay, TrainingView } from '../series/training-view.js';
import { MONTH_DAY_PENALTY } from './discounted-regression.js';
import { calendarColumns, calendarRows, MONTH_DAYS } from './month-days.js';
import { addBends, addProducts, NormalEquations, project } from './normal-equations.js';
import { splineBasis, type BumpsOfSlot, type SplineBasis } from './spline-basis.js';

/** Settings of {@link fitPoisson}. */
export interface PoissonSettings {
  readonly discountPerDay: number;
  /** Variance beyond Poisson's, relative to the squared mean of an interval (negative binomial, NB2); 0 = Poisson. */
  readonly spread: number;
  /** Contacts of evidence against a weekday's own shape. */
  readonly weekdayShapePenalty: number;
  /** Days of evidence against a calendar effect. */
  readonly effectPenaltyDays: number;
}

/** Expected contacts of the open slots of a day, 0 elsewhere. */
export type RatePredictor = (day: Pick<HorizonDay, 'day' | 'weekday' | 'features'>) => Float64Array;

/** What is known of a day beside the model: a factor on its rate (as a log) and how far the day is trusted. */
export interface DayKnowledge {
  readonly offset: number;
  readonly trust: number;
}

interface Effect {
  readonly column: number;
  readonly value: number;
}

interface DayColumns {
  readonly weekday: number;
  readonly effects: readonly Effect[];
}

interface DayInput {
  readonly day: TrainingDay;
  readonly offset: number;
  readonly weight: number;
  readonly rates: Float64Array | null;
}

/** Working weight of each slot, and the same times the working response. */
interface WorkingDay {
  readonly w: Float64Array;
  readonly wz: Float64Array;
}

const ROUNDS = 6;
/** Coefficients that move less than this (as logs) have arrived. */
const ARRIVED = 5e-3;
/** Bumps of the common shape and of a weekday's own departure from it. */
const COMMON_BUMPS = 32;
const WEEKDAY_BUMPS = 12;
/** Contacts of evidence against a bend of a shape. */
const BEND_PENALTY = 30;
const WEEKDAYS = 7;
/** Days that weigh less are left out. */
const LEAST_WEIGHT = 0.1;

/**
 * Log-linear model of the counts: calendar effects + weekday level + common smooth shape + the weekday's own smooth
 * departure, by penalised iteratively reweighted least squares (Wood 2017, 3.1 and 6.1), old days discounted. The
 * equations are gathered day by day, never row by row, so that a year of quarter-hours costs tens of milliseconds.
 */
export class PoissonModel {
  private coefficients: Float64Array | null = null;
  private readonly firstSlot: number;
  private readonly common: SplineBasis;
  private readonly own: SplineBasis;
  private readonly effects: number;
  private readonly commonAt: number;
  private readonly ownAt: number;
  private readonly size: number;
  private readonly ceiling: number;
  private readonly columns: readonly DayColumns[];
  /** Index of the first day that weighs enough to be worth its time. */
  private readonly firstDay: number;

  constructor(
    private readonly history: TrainingView,
    private readonly settings: PoissonSettings,
  ) {
    const { slotCount, openByWeekday, days, originDay } = history;
    const open = Array.from({ length: slotCount }, (_, slot) => openByWeekday.some((one) => one[slot]));
    this.firstSlot = Math.max(0, open.indexOf(true));
    const span = Math.max(1, open.lastIndexOf(true) + 1 - this.firstSlot);
    this.common = splineBasis(span, COMMON_BUMPS);
    this.own = splineBasis(span, WEEKDAY_BUMPS);
    this.effects = (days[0]?.features.length ?? 0) + MONTH_DAYS;
    this.commonAt = this.effects + WEEKDAYS;
    this.ownAt = this.commonAt + this.common.count;
    this.size = this.ownAt + WEEKDAYS * this.own.count;
    const largest = days.reduce((most, { zeroed }) => Math.max(most, ...zeroed), 0);
    this.ceiling = 2 * largest + 2;
    const rows = calendarRows(history);
    this.columns = days.map(({ weekday }, index) => ({ weekday, effects: effectsOf(rows[index]!) }));
    this.firstDay = days.findIndex(({ day }) => settings.discountPerDay ** (originDay - 1 - day) >= LEAST_WEIGHT);
  }

  /** Fits anew from where the last fit ended. */
  solve(knowledge: readonly DayKnowledge[]): RatePredictor {
    for (let round = 0; round < ROUNDS; round++) {
      const before = this.coefficients;
      const next = this.step(before, knowledge);
      this.coefficients = next;
      if (before && next.every((value, i) => Math.abs(value - before[i]!) < ARRIVED)) break;
    }
    const coefficients = this.coefficients!;
    const shapes = this.shapesOf(coefficients);
    return (day) => {
      const effects = effectsOf(calendarColumns(day, this.history.calendar));
      return this.rates({ weekday: day.weekday, effects }, coefficients, shapes);
    };
  }

  /** Rates of each weekday's slots on a day without effects, as far as the shapes make them: days share them. */
  private shapesOf(b: Float64Array): Float64Array[] {
    return this.history.openByWeekday.slice(1).map((open, weekday) => {
      const ownAt = this.ownAt + weekday * this.own.count;
      return Float64Array.from(this.common.slots, (bumps, at) =>
        open[at + this.firstSlot]
          ? Math.exp(valueAt(bumps, b, this.commonAt) + valueAt(this.own.slots[at]!, b, ownAt))
          : 0,
      );
    });
  }

  private rates({ weekday, effects }: DayColumns, b: Float64Array, shapes: readonly Float64Array[]): Float64Array {
    let level = b[this.effects + weekday - 1]!;
    for (const { column, value } of effects) level += value * b[column]!;
    const factor = Math.exp(level);
    const rates = new Float64Array(this.history.slotCount);
    const shape = shapes[weekday - 1]!;
    for (let at = 0; at < shape.length; at++) rates[at + this.firstSlot] = Math.min(factor * shape[at]!, this.ceiling);
    return rates;
  }

  /** One weighted least squares step; without coefficients it starts from the counts themselves. */
  private step(b: Float64Array | null, knowledge: readonly DayKnowledge[]): Float64Array {
    const equations = new NormalEquations(this.size);
    const { originDay, days } = this.history;
    const slots = this.common.slots.length;
    const shapes = Array.from({ length: WEEKDAYS }, () => new Float64Array(slots));
    const rateShapes = b && this.shapesOf(b);
    let evidence = 0;
    const working: WorkingDay = { w: new Float64Array(slots), wz: new Float64Array(slots) };
    for (let index = this.firstDay; index < days.length; index++) {
      const day = days[index]!;
      const { offset, trust } = knowledge[index]!;
      const weight = trust * Math.pow(this.settings.discountPerDay, originDay - 1 - day.day);
      evidence += weight;
      const columns = this.columns[index]!;
      const rates = b && this.rates(columns, b, rateShapes!);
      this.fillWorking(working, shapes[day.weekday - 1]!, { day, offset, weight, rates });
      this.addColumns(equations, columns, working);
    }
    shapes.forEach((weights, weekday) => this.addShapes(equations, weights, weekday));
    const dayWeight = shapes.reduce((sum, weights) => sum + total(weights), 0) / Math.max(1, evidence);
    this.addPenalties(equations, dayWeight);
    return equations.solve();
  }

  /** Working weights and responses of a day's slots; the weights are added to those of its weekday. */
  private fillWorking({ w, wz }: WorkingDay, shape: Float64Array, { day, offset, weight, rates }: DayInput): void {
    const open = this.history.openByWeekday[day.weekday]!;
    const slots = w.length;
    w.fill(0);
    wz.fill(0);
    const factor = Math.exp(offset);
    const mean = day.total / Math.max(1, slots);
    for (let at = 0; at < slots; at++) {
      const slot = at + this.firstSlot;
      const count = day.values[slot]!;
      if (!open[slot] || Number.isNaN(count)) continue;
      const mu = rates ? Math.max(rates[slot]! * factor, 1e-6) : (count + mean + 0.1) / 2;
      w[at] = (weight * mu) / (1 + this.settings.spread * mu);
      wz[at] = w[at]! * (Math.log(mu) - offset + (count - mu) / mu);
      shape[at]! += w[at]!;
    }
  }

  private addColumns(equations: NormalEquations, day: DayColumns, { w, wz }: WorkingDay): void {
    const { weekday, effects } = day;
    const ownAt = this.ownAt + (weekday - 1) * this.own.count;
    const scalars: Effect[] = [...effects, { column: this.effects + weekday - 1, value: 1 }];
    const [weight, response] = [total(w), total(wz)];
    const commonWeights = project(this.common, w);
    const ownWeights = project(this.own, w);
    for (const { column: row, value: a } of scalars) {
      equations.right[row]! += a * response;
      for (const { column, value } of scalars) equations.add(row, column, a * value * weight);
      equations.addBelow(row, { from: this.commonAt, values: commonWeights, factor: a });
      equations.addBelow(row, { from: ownAt, values: ownWeights, factor: a });
    }
    project(this.common, wz).forEach((value, k) => (equations.right[this.commonAt + k]! += value));
    project(this.own, wz).forEach((value, k) => (equations.right[ownAt + k]! += value));
  }

  private addShapes(equations: NormalEquations, weights: Float64Array, weekday: number): void {
    const ownAt = this.ownAt + weekday * this.own.count;
    weights.forEach((weight, at) => {
      if (weight === 0) return;
      const [common, own] = [this.common.slots[at]!, this.own.slots[at]!];
      const [commonAt, rowAt] = [this.commonAt, ownAt];
      addProducts(equations, { rows: common, columns: common, rowAt: commonAt, columnAt: commonAt, weight });
      addProducts(equations, { rows: own, columns: common, rowAt, columnAt: commonAt, weight });
      addProducts(equations, { rows: own, columns: own, rowAt, columnAt: rowAt, weight });
    });
  }

  private addPenalties(equations: NormalEquations, dayWeight: number): void {
    const { weekdayShapePenalty, effectPenaltyDays } = this.settings;
    for (let k = 0; k < this.effects; k++) {
      const days = k < this.effects - MONTH_DAYS ? effectPenaltyDays : MONTH_DAY_PENALTY;
      equations.add(k, k, dayWeight * days);
    }
    for (let k = 0; k < WEEKDAYS; k++) equations.add(this.effects + k, this.effects + k, 1);
    addBends(equations, { at: this.commonAt, count: this.common.count, penalty: BEND_PENALTY });
    for (let k = 0; k < this.size - this.commonAt; k++)
      equations.add(this.commonAt + k, this.commonAt + k, k < this.ownAt - this.commonAt ? 1e-3 : weekdayShapePenalty);
    for (let weekday = 0; weekday < WEEKDAYS; weekday++) {
      const count = this.own.count;
      addBends(equations, { at: this.ownAt + weekday * count, count, penalty: BEND_PENALTY });
    }
  }
}

/** The calendar columns of a day that are not zero. */
function effectsOf(columns: Float64Array): Effect[] {
  const effects: Effect[] = [];
  columns.forEach((value, column) => value !== 0 && effects.push({ column, value }));
  return effects;
}

function total(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0);
}

function valueAt({ first, values }: BumpsOfSlot, coefficients: Float64Array, from: number): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i]! * coefficients[from + first + i]!;
  return sum;
}
