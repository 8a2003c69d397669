import type { DayTracker } from '../../rules/index.js';
import { canBind, longSegments, type LongSegment } from './long-segments.js';
import { productStates } from './product-states.js';
import type { WeekLimits } from './contract-pairs.js';

/** One choice of a long tour as the rules see it. */
export interface RuledChoice {
  /** Symbol of each tracker. */
  readonly symbols: readonly number[];
  readonly paidMinutes: number;
}

export interface LongRulesInput {
  readonly days: number;
  readonly trackers: readonly DayTracker[];
  /** Limits of each week, null where no rule speaks of weeks. */
  readonly weeks: readonly WeekLimits[] | null;
  /** Choices of each day. */
  readonly choices: readonly (readonly RuledChoice[])[];
  readonly mustWork: readonly boolean[];
}

/**
 * The rules of one agent over the whole horizon in tables, for the long programme. A state is (what the trackers remember,
 * outer amounts, inner amount): the inner amount is the one with most values, paid minutes as a rule, so that states lie in
 * rows along it; the outer one numbers all other amounts and the week's paid minutes and days together.
 */
export interface LongTables {
  readonly days: number;
  readonly states: number;
  readonly initial: number;
  /** Kinds of shifts told apart, 0 = day off. */
  readonly symbols: number;
  /** Symbol of each choice, days one after the other. */
  readonly choiceSymbol: Int32Array;
  /** Symbols that a day offers: `offered[day]`. */
  readonly offered: readonly Int32Array[];
  /** At `(day * states + state) * symbols + symbol`: the next state or -1, the outer move, what the inner amount grows. */
  readonly next: Int32Array;
  readonly move: Int32Array;
  readonly grow: Int32Array;
  /** What the first outer amount grows. */
  readonly use: Int32Array;
  readonly segments: readonly LongSegment[];
}

/** Rare trackers are told apart by the bits of one number. */
const MOST_RARE = 30;

/** Numbers the states and amounts that the rules tell apart. */
export function longTables(input: LongRulesInput): LongTables {
  const { days, trackers } = input;
  const kinds = kindsOf(input);
  const product = productStates(trackers, kinds.symbols, days);
  const amounts = trackers.flatMap(({ amount }, index) => (amount ? [{ index, amount }] : []));
  const states = product.tuples.length;
  const symbols = kinds.symbols.length;
  const size = days * states * symbols;
  const next = product.next;
  const added = amounts.map(({ index, amount }) => {
    const add = new Int32Array(size);
    for (let at = 0; at < size; at++) {
      if (next[at]! < 0) continue;
      const symbol = at % symbols;
      const state = Math.floor(at / symbols) % states;
      const day = Math.floor(at / symbols / states);
      add[at] = amount.of(product.tuples[state]![index]!, kinds.symbols[symbol]![index]!, day);
    }
    return { amount, add };
  });
  const binding = added.filter((each) => canBind(each, { days, states, symbols }));
  const segments = longSegments({ days, added: binding, next, states, symbols, paid: kinds.paid, weeks: input.weeks });
  return {
    days,
    states,
    initial: 0,
    symbols,
    choiceSymbol: kinds.choiceSymbol,
    offered: kinds.offered,
    next,
    move: segments.move,
    grow: segments.grow,
    use: segments.use,
    segments: segments.segments,
  };
}

interface Kinds {
  /** Symbols of each tracker by kind; kind 0 is a day off (-1 for all). */
  readonly symbols: readonly (readonly number[])[];
  readonly paid: readonly number[];
  readonly choiceSymbol: Int32Array;
  readonly offered: readonly Int32Array[];
}

/** Numbers the kinds of shifts that trackers or the week's paid minutes tell apart. */
function kindsOf({ trackers, choices, weeks, mustWork }: LongRulesInput): Kinds {
  const symbols: (readonly number[])[] = [trackers.map(() => -1)];
  const paid = [0];
  const known = new Map<string, number>();
  const choiceSymbol: number[] = [];
  const offered = choices.map((onDay, day) => {
    const offers = new Set<number>(mustWork[day] ? [] : [0]);
    for (const choice of onDay) {
      const minutes = weeks ? choice.paidMinutes : 0;
      const key = `${choice.symbols.join()}/${minutes}`;
      const kind = known.get(key) ?? symbols.push(choice.symbols) - 1;
      if (!known.has(key)) paid.push(minutes);
      known.set(key, kind);
      choiceSymbol.push(kind);
      offers.add(kind);
    }
    return Int32Array.from(offers);
  });
  return { symbols, paid, choiceSymbol: Int32Array.from(choiceSymbol), offered };
}

/**
 * The rules of a long tour. Amounts that seldom bind are left out at first and put in where a tour breaks them: a tour that
 * is best under fewer rules and keeps all of them is best under all (decremental state-space relaxation; Righini and
 * Salani 2008).
 */
export class LongRules {
  private readonly known = new Map<number, LongTables>();

  /** `rare[i]` tells whether tracker i is of that kind. At most 31 of them are told apart; more are always kept in. */
  constructor(
    private readonly input: LongRulesInput,
    private readonly rare: readonly boolean[],
  ) {}

  /** Tables with the rare trackers whose bits are set. */
  tables(kept: number): LongTables {
    let tables = this.known.get(kept);
    if (!tables) {
      const isIn = this.rare.map((isRare, index) => !isRare || index > MOST_RARE || ((kept >> index) & 1) === 1);
      tables = longTables({
        ...this.input,
        trackers: this.input.trackers.filter((_, index) => isIn[index]),
        choices: this.input.choices.map((onDay) =>
          onDay.map(({ symbols, paidMinutes }) => ({ symbols: symbols.filter((_, i) => isIn[i]), paidMinutes })),
        ),
      });
      this.known.set(kept, tables);
    }
    return tables;
  }

  /** Bits of the rare trackers that a tour breaks; `choiceOn` answers the choice of a day among that day's, -1 off. */
  brokenBy(choiceOn: (day: number) => number): number {
    let broken = 0;
    this.input.trackers.forEach(({ amount }, index) => {
      if (!this.rare[index] || !amount || index > MOST_RARE) return;
      const totals = new Map<number, number>();
      for (let day = 0; day < this.input.days; day++) {
        const choice = choiceOn(day);
        if (choice < 0) continue;
        const period = Math.floor(day / amount.periodDays);
        const added = amount.of(0, this.input.choices[day]![choice]!.symbols[index]!, day);
        totals.set(period, (totals.get(period) ?? 0) + added);
      }
      for (const [period, total] of totals)
        if (total > amount.ranges[Math.min(period, amount.ranges.length - 1)]!.max) broken |= 1 << index;
    });
    return broken;
  }
}
