import type { DayTable } from '../series/day-table.js';
import type { HorizonDay } from '../series/training-view.js';
import { handleDaysBefore, heldSeconds, medianMean, type HandleCell, type HandleDay } from './handle-cells.js';
import { fitHandleLevel, type DayRatio, type HandleLevel } from './handle-level.js';

export interface HandleTimeInput {
  readonly contacts: DayTable;
  /** Total handle seconds on the same days and slots. */
  readonly handleSeconds: DayTable;
  /** Only days before this one are used. */
  readonly originDay: number;
  /** Calendar features of a past day, as horizon days carry them; without it the calendar has no effect. */
  readonly featuresOf?: (day: number) => Float64Array;
}

/** Average handle seconds of a day's slots; NaN where the slot is closed. */
export interface HandleTimeModel {
  forecast(horizon: readonly HorizonDay[]): Float64Array[];
  /**
   * Standard error, in seconds, of the mean handle time of an interval with that many contacts: the level's error and
   * the chance of the single contacts. A quiet interval's mean is as uncertain as one contact.
   */
  standardError(averageSeconds: number, contacts: number, leadDays: number): number;
}

/** Weight of a day against the next for the shapes, which change slowly: halves in about 17 weeks. */
const SHAPE_DISCOUNT = 0.994;
/** Prior standard deviations of the effects, as ratios: how much hours, weekdays and calendar days differ at a usual centre. */
const SLOT_DEVIATION = 0.1;
const WEEKDAY_DEVIATION = 0.05;
const FEATURE_DEVIATION = 0.05;
/** How much a slot differs from the hours around it. */
const NEIGHBOUR_DEVIATION = 0.05;
/** Minutes over which slots are alike, as the width of a bell. */
const NEIGHBOUR_MINUTES = 45;
/** Slots further off than this weigh nothing. */
const MOST_NEIGHBOUR_MINUTES = 120;
const ROUNDS = 3;
/** Days ahead at which the level's error was measured; it grows in proportion to the lead beyond. */
const MEASURED_LEAD = 7;

/**
 * Handle time as level x hour x weekday x calendar, each weighted by contacts and drawn to 1 by the chance of its
 * contacts; the level moves and may have a fading trend ({@link fitHandleLevel}). Huge durations are cut where no
 * chance explains them. Null when nothing was handled before the origin day.
 */
export function fitHandleTime(input: HandleTimeInput): HandleTimeModel | null {
  const days = handleDaysBefore(input, input.originDay);
  const mean = medianMean(days);
  if (!(mean > 0)) return null;
  const effects = new HandleEffects(days, { ...input, mean });
  for (let round = 0; round < ROUNDS; round++) effects.refit();
  const level = fitHandleLevel(effects.dayRatios(), effects.contactVariance);
  const lastDay = days.at(-1)!.day;
  return {
    forecast: (horizon) =>
      horizon.map(({ day, weekday, open, features }) => {
        const ofDay = mean * level.at(day - lastDay) * effects.ofDay(weekday, features);
        return Float64Array.from(open, (isOpen, slot) => (isOpen ? ofDay * effects.ofSlot(slot) : Number.NaN));
      }),
    standardError: (averageSeconds, contacts, leadDays) =>
      averageSeconds * Math.sqrt(relativeVariance(level, leadDays) + effects.contactVariance / Math.max(1, contacts)),
  };
}

function relativeVariance({ variance }: HandleLevel, leadDays: number): number {
  return variance * Math.max(1, leadDays / MEASURED_LEAD);
}

/** {@link fitHandleTime} as a function of the horizon; NaN throughout where nothing was ever handled. */
export function forecastHandleSeconds(input: HandleTimeInput): (horizon: readonly HorizonDay[]) => Float64Array[] {
  const model = fitHandleTime(input);
  return (horizon) =>
    model?.forecast(horizon) ?? horizon.map(({ open }) => new Float64Array(open.length).fill(Number.NaN));
}

interface Sums {
  seconds: number;
  expected: number;
}

const emptySums = (): Sums => ({ seconds: 0, expected: 0 });

/** The factors of hour, weekday and calendar, and the daily level beside them. */
class HandleEffects {
  /** Relative variance of one contact's handle time; that of an exponential until measured. */
  contactVariance = 1;
  /** Relative variance of a day's level that its contacts do not explain, in units of one contact: times contacts a day. */
  private dayVariance = 0;
  private slots: Float64Array;
  private weekdays: Float64Array = new Float64Array(8).fill(1);
  private features: Float64Array;
  private readonly featuresByDay: readonly Float64Array[];
  private levels: Float64Array;

  constructor(
    private readonly days: readonly HandleDay[],
    private readonly input: HandleTimeInput & { readonly mean: number },
  ) {
    this.slots = new Float64Array(input.contacts.slotCount).fill(1);
    this.featuresByDay = days.map(({ day }) => input.featuresOf?.(day) ?? new Float64Array(0));
    this.features = new Float64Array(this.featuresByDay[0]?.length ?? 0).fill(1);
    this.levels = new Float64Array(days.length).fill(1);
  }

  ofSlot(slot: number): number {
    return this.slots[slot]!;
  }

  ofDay(weekday: number, features: Float64Array): number {
    return this.weekdays[weekday]! * this.ofFeatures(features);
  }

  private ofFeatures(features: Float64Array): number {
    return this.features.reduce((product, effect, index) => (features[index] ? product * effect : product), 1);
  }

  /** One round: daily levels, hours, weekdays, calendar, the variance of a contact; each given the others. */
  refit(): void {
    this.levels = this.smoothLevels();
    this.slots = this.slotEffects();
    this.weekdays = this.effectsOf(this.weekdays, WEEKDAY_DEVIATION, ({ weekday }) => [weekday]);
    this.features = this.effectsOf(this.features, FEATURE_DEVIATION, (_day, index) =>
      [...this.features.keys()].filter((feature) => this.featuresByDay[index]![feature]),
    );
    this.contactVariance = this.varianceOfContacts();
    this.dayVariance = this.varianceOfDays();
  }

  dayRatios(): DayRatio[] {
    return this.days.map(({ day, contacts }, index) => {
      const { seconds, expected } = this.sumsOfDay(index, false);
      return { day, contacts, value: seconds / expected };
    });
  }

  /** What a cell would hold by all factors. */
  private expectedOf(index: number, { slot, contacts }: HandleCell, withLevel: boolean): number {
    const { weekday } = this.days[index]!;
    const level = withLevel ? this.levels[index]! : 1;
    return contacts * this.input.mean * level * this.ofDay(weekday, this.featuresByDay[index]!) * this.slots[slot]!;
  }

  private sumsOfDay(index: number, withLevel: boolean): Sums {
    const sums = emptySums();
    for (const cell of this.days[index]!.cells) {
      const expected = this.expectedOf(index, cell, withLevel);
      const held = this.expectedOf(index, cell, true) / cell.contacts;
      sums.seconds += heldSeconds(cell, held);
      sums.expected += expected;
    }
    return sums;
  }

  /** A day's level, drawn over its neighbours of two weeks either way. */
  private smoothLevels(): Float64Array {
    const sums = this.days.map((_day, index) => this.sumsOfDay(index, false));
    return Float64Array.from(this.days, ({ day }, index) => {
      const near = emptySums();
      for (let other = index; other >= 0 && day - this.days[other]!.day <= 14; other--) addTo(near, sums[other]!);
      for (let other = index + 1; other < this.days.length && this.days[other]!.day - day <= 14; other++)
        addTo(near, sums[other]!);
      return near.seconds > 0 ? near.seconds / near.expected : 1;
    });
  }

  private slotEffects(): Float64Array {
    const own = Array.from(this.slots, emptySums);
    this.eachCell((index, cell, weight) => {
      const expected = this.expectedOf(index, cell, true);
      const sums = own[cell.slot]!;
      sums.seconds += weight * heldSeconds(cell, expected / cell.contacts);
      // Against the slot's own former factor, so that the sums of neighbours can be pooled.
      sums.expected += (weight * expected) / this.slots[cell.slot]!;
    });
    const smooth = this.smoothed(own).map((sums) => this.drawn(sums, SLOT_DEVIATION, this.contactVariance));
    // What a slot's own contacts say beyond the hours around it, as far as they are many enough to say it.
    return Float64Array.from(own, ({ seconds, expected }, slot) => {
      const around = { seconds, expected: expected * smooth[slot]! };
      return smooth[slot]! * this.drawn(around, NEIGHBOUR_DEVIATION, this.contactVariance);
    });
  }

  /** Sums of the slots around each slot. */
  private smoothed(own: readonly Sums[]): Sums[] {
    const minutes = 1440 / own.length;
    const reach = Math.floor(MOST_NEIGHBOUR_MINUTES / minutes);
    return own.map((_sums, slot) => {
      const near = emptySums();
      for (let other = Math.max(0, slot - reach); other <= Math.min(own.length - 1, slot + reach); other++)
        addTo(near, own[other]!, Math.exp(-((((other - slot) * minutes) / NEIGHBOUR_MINUTES) ** 2)));
      return near;
    });
  }

  private effectsOf(
    former: Float64Array,
    deviation: number,
    groupsOf: (day: HandleDay, index: number) => readonly number[],
  ): Float64Array {
    const sums = Array.from(former, emptySums);
    this.eachCell((index, cell, weight) => {
      const expected = this.expectedOf(index, cell, true);
      const held = weight * heldSeconds(cell, expected / cell.contacts);
      for (const group of groupsOf(this.days[index]!, index)) {
        sums[group]!.seconds += held;
        sums[group]!.expected += (weight * expected) / former[group]!;
      }
    });
    // A weekday or a kind of day is seen on few days, and the contacts of a day err together.
    const variance = this.contactVariance + this.dayVariance;
    return Float64Array.from(sums, (group) => this.drawn(group, deviation, variance));
  }

  /** The ratio of the sums, drawn to 1 by as many contacts as make its chance error the prior deviation. */
  private drawn({ seconds, expected }: Sums, deviation: number, variance: number): number {
    const prior = (this.input.mean * variance) / deviation ** 2;
    return (seconds + prior) / (expected + prior);
  }

  private varianceOfContacts(): number {
    let squares = 0;
    let weights = 0;
    this.eachCell((index, cell, weight) => {
      const expected = this.expectedOf(index, cell, true);
      const error = heldSeconds(cell, expected / cell.contacts) / expected - 1;
      // The square of a cell's relative error is one contact's variance over the contacts; cells weigh alike.
      squares += weight * cell.contacts * error * error;
      weights += weight;
    });
    return Math.max(1e-4, squares / weights);
  }

  private varianceOfDays(): number {
    const contacts = this.days.reduce((sum, day) => sum + day.contacts, 0);
    const squares = this.days.reduce((sum, day, index) => {
      const { seconds, expected } = this.sumsOfDay(index, true);
      return sum + day.contacts * (seconds / expected - 1) ** 2;
    }, 0);
    const excess = (squares - this.days.length * this.contactVariance) / contacts;
    return (Math.max(0, excess) * contacts) / this.days.length;
  }

  private eachCell(use: (index: number, cell: HandleCell, weight: number) => void): void {
    const { originDay } = this.input;
    this.days.forEach(({ day, cells }, index) => {
      const weight = Math.pow(SHAPE_DISCOUNT, originDay - 1 - day);
      for (const cell of cells) use(index, cell, weight);
    });
  }
}

function addTo(sums: Sums, other: Sums, weight = 1): void {
  sums.seconds += weight * other.seconds;
  sums.expected += weight * other.expected;
}
