import type { DayTracker } from '../../rules/index.js';
import type { LongRulesInput, RuledChoice } from './long-rules.js';
import { periodOf } from './tracked-periods.js';

const WEEK = 7;
const OFF = -1;

/** What the rules tell of a long tour as it stands, one of them. */
interface Told {
  readonly tracker: DayTracker;
  readonly index: number;
  /** State before each day. */
  readonly states: Int32Array;
  /** What each period holds of the amount, and up to each day. */
  readonly totals: readonly number[];
  readonly before: Float64Array;
}

/**
 * What a tour that keeps all limits would break by one more shift on a day off: a week's most (`contract`) or a rule told day by
 * day (`rule`). Least amounts are not looked at. A rule is asked from the day on until it is in the state it was in without
 * the shift: from there on only the amount of the period differs.
 */
export class FurtherShifts {
  private readonly told: readonly Told[];
  private readonly weekMinutes: readonly number[];
  private readonly weekDays: readonly number[];

  /** `worked`: what is worked each day, nothing on a day off. */
  constructor(
    private readonly input: Pick<LongRulesInput, 'days' | 'trackers' | 'weeks' | 'choices'>,
    private readonly worked: readonly (RuledChoice | undefined)[],
  ) {
    this.told = input.trackers.map((tracker, index) => this.follow(tracker, index));
    const weeks = (input.weeks ?? []).map((_, week) => worked.slice(week * WEEK, (week + 1) * WEEK));
    this.weekMinutes = weeks.map((days) => days.reduce((sum, choice) => sum + (choice?.paidMinutes ?? 0), 0));
    this.weekDays = weeks.map((days) => days.filter((choice) => choice !== undefined).length);
  }

  /** What stops that choice of the day, which is off, from being worked as well; null when nothing. */
  overrunBy(day: number, choice: number): 'contract' | 'rule' | null {
    const { weeks, choices } = this.input;
    const added = choices[day]![choice]!;
    const week = Math.floor(day / WEEK);
    const limits = weeks?.[week];
    const isOver =
      limits &&
      (this.weekDays[week]! + 1 > limits.maxDays || this.weekMinutes[week]! + added.paidMinutes > limits.maxMinutes);
    if (isOver) return 'contract';
    return this.told.some((told) => !this.keeps(told, day, added)) ? 'rule' : null;
  }

  private follow(tracker: DayTracker, index: number): Told {
    const { days } = this.input;
    const states = new Int32Array(days + 1);
    const before = new Float64Array(days);
    const totals: number[] = [];
    let state = tracker.initial;
    for (let day = 0; day < days; day++) {
      const symbol = this.worked[day]?.symbols[index] ?? OFF;
      states[day] = state;
      const period = periodAt(tracker, day);
      before[day] = totals[period] ?? 0;
      totals[period] = before[day]! + grown(tracker, state, { symbol, day });
      state = tracker.step(state, symbol, day);
    }
    states[days] = state;
    return { tracker, index, states, totals, before };
  }

  private keeps({ tracker, index, states, totals, before }: Told, day: number, added: RuledChoice): boolean {
    const { days } = this.input;
    let state = states[day]!;
    let total = before[day]!;
    for (let at = day; at < days; at++) {
      const period = periodAt(tracker, at);
      if (at > day && period !== periodAt(tracker, at - 1)) total = 0;
      if (at > day && state === states[at]) return total + totals[period]! - before[at]! <= mostOf(tracker, period);
      const symbol = (at === day ? added : this.worked[at])?.symbols[index] ?? OFF;
      total += grown(tracker, state, { symbol, day: at });
      if (total > mostOf(tracker, period)) return false;
      state = tracker.step(state, symbol, at);
      if (state < 0) return false;
    }
    return true;
  }
}

const periodAt = ({ amount }: DayTracker, day: number) => (amount ? periodOf(amount, day) : 0);

function grown({ amount }: DayTracker, state: number, { symbol, day }: { symbol: number; day: number }): number {
  return amount && symbol >= 0 ? amount.of(state, symbol, day) : 0;
}

function mostOf({ amount }: DayTracker, period: number): number {
  return amount ? amount.ranges[period]!.max : Number.POSITIVE_INFINITY;
}
