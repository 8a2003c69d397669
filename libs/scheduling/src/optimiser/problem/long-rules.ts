import type { DayTracker } from '../../rules/index.js';
import { FurtherShifts } from './further-shifts.js';
import { canBind, longSegments, type LongSegment } from './long-segments.js';
import { productStates, type ProductStates } from './product-states.js';
import type { WeekLimits } from './contract-pairs.js';
import { rareAmounts, type RareAmounts } from './rare-amounts.js';

/** One choice of a long tour as the rules see it. */
export interface RuledChoice {
  /** Symbol of each tracker. */
  readonly symbols: readonly number[];
  readonly paidMinutes: number;
}

export interface LongRulesInput {
  readonly days: number;
  readonly trackers: readonly DayTracker[];
  /** How many trackers come first that are always held; the others have one state. */
  readonly steady: number;
  /** What each tracker is made of: equal keys, initial states and ranges mean equal trackers in one zone. */
  readonly keys: readonly string[];
  readonly zone: string;
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
  /** States that can be there before each day, and at the end. */
  readonly present: readonly Int32Array[];
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

/** What agents under the same rules share. */
export class TableCache {
  /** Tables by everything they are made of. */
  readonly tables = new Map<string, SharedTables>();
  /** Kinds of shifts that any agent under the same rules can work, by the rules. */
  readonly kinds = new Map<string, Set<string>>();
  readonly products = new Map<string, ProductStates>();
}

/** What tables of agents under the same rules have in common. */
export type SharedTables = Omit<LongTables, 'choiceSymbol' | 'offered'>;

/** Numbers the states and amounts that the rules tell apart. */
export function longTables(input: LongRulesInput, cache: TableCache): LongTables {
  const isPlain = input.trackers.length === input.steady;
  const kinds = kindsOf(input, isPlain ? cache.kinds.get(rulesKey(heldAlways(input))) : undefined);
  const { weeks } = input;
  // The cost of a week is a function that no key can hold.
  const isShared = !weeks?.some(({ endCost }) => endCost);
  const key = `${rulesKey(input)} ${JSON.stringify([kinds.symbols, kinds.paid])}`;
  const shared = (isShared ? cache.tables.get(key) : undefined) ?? sharedTables(input, kinds, cache);
  if (isShared) cache.tables.set(key, shared);
  return { ...shared, choiceSymbol: kinds.choiceSymbol, offered: kinds.offered };
}

/** The rules that are always held, weeks left aside. */
function heldAlways(input: LongRulesInput): LongRulesInput {
  const { trackers, keys, steady } = input;
  return { ...input, trackers: trackers.slice(0, steady), keys: keys.slice(0, steady), weeks: null };
}

/** States of the trackers that are always held, over the kinds they tell apart. */
function steadyProduct(held: LongRulesInput, plain: readonly string[], cache: TableCache): ProductStates {
  const key = `${rulesKey(held)} ${plain.join(' ')}`;
  let product = cache.products.get(key);
  if (!product) {
    const symbols = plain.map((kind) => (kind === '' ? [] : kind.split(',').map(Number)));
    product = productStates(held.trackers, symbols, held.days);
    cache.products.set(key, product);
  }
  return product;
}

/** The table with a column for each kind instead of each plain kind. */
function spreadOver(
  table: Int32Array,
  { rows, ofPlain, plain }: { readonly rows: number; readonly ofPlain: Int32Array; readonly plain: number },
): Int32Array {
  const wide = new Int32Array(rows * ofPlain.length);
  for (let row = 0; row < rows; row++)
    for (let kind = 0; kind < ofPlain.length; kind++)
      wide[row * ofPlain.length + kind] = table[row * plain + ofPlain[kind]!]!;
  return wide;
}

function rulesKey({ zone, days, trackers, keys, weeks }: LongRulesInput): string {
  const limited = weeks?.map(({ minMinutes, maxMinutes, maxDays }) => [minMinutes, maxMinutes, maxDays]);
  const alike = trackers.map(({ initial, amount }, i) => [keys[i], initial, amount?.ranges, amount?.untilDays]);
  return JSON.stringify([zone, days, alike, limited]);
}

function sharedTables(input: LongRulesInput, kinds: Kinds, cache: TableCache): SharedTables {
  const { days, trackers, steady, weeks } = input;
  const plainKeys = kinds.symbols.map((kind) => kind.slice(0, steady).join());
  const held = heldAlways(input);
  const registered = [...(cache.kinds.get(rulesKey(held)) ?? [])].map((key) => JSON.parse(key) as [number[], number]);
  const plain = [...new Set([plainKeys[0]!, ...registered.map(([each]) => each.join()).sort(), ...plainKeys])];
  const product = steadyProduct(held, plain, cache);
  const { states, initial, present } = product;
  const symbols = kinds.symbols.length;
  const ofPlain = Int32Array.from(plainKeys, (key) => plain.indexOf(key));
  const spread = (table: Int32Array) => spreadOver(table, { rows: days * states, ofPlain, plain: plain.length });
  const next = spread(product.next);
  const amounts = trackers.slice(0, steady).flatMap(({ amount }) => (amount ? [amount] : []));
  const added = [
    ...amounts.map((amount, i) => ({ amount, add: spread(product.added[i]!) })),
    ...trackers.slice(steady).flatMap(({ amount }, i) => {
      const add = (at: number) => {
        const day = Math.floor(at / symbols / states);
        return amount!.of(0, kinds.symbols[at % symbols]![steady + i]!, day);
      };
      return amount ? [{ amount, add: Int32Array.from(next, (_, at) => add(at)) }] : [];
    }),
  ].filter((each) => canBind(each, { days, states, symbols }));
  const { segments, move, grow, use } = longSegments({ days, added, next, states, symbols, paid: kinds.paid, weeks });
  return { days, states, initial, symbols, present, next, move, grow, use, segments };
}

interface Kinds {
  /** Symbols of each tracker by kind; kind 0 is a day off (-1 for all). */
  readonly symbols: readonly (readonly number[])[];
  readonly paid: readonly number[];
  readonly choiceSymbol: Int32Array;
  readonly offered: readonly Int32Array[];
}

const kindKey = ({ symbols, paidMinutes }: RuledChoice, { weeks }: LongRulesInput) =>
  JSON.stringify([symbols, weeks ? paidMinutes : 0]);

/** Numbers the kinds of shifts that trackers or the week's paid minutes tell apart, in an order of their own. */
function kindsOf(input: LongRulesInput, others: ReadonlySet<string> = new Set()): Kinds {
  const { trackers, choices, mustWork } = input;
  const keyOf = (choice: RuledChoice) => kindKey(choice, input);
  const kinds = [...new Set([...others, ...choices.flat().map(keyOf)])].sort();
  const number = new Map(kinds.map((key, i) => [key, i + 1]));
  const parts = kinds.map((key) => JSON.parse(key) as [number[], number]);
  return {
    symbols: [trackers.map(() => -1), ...parts.map(([symbols]) => symbols)],
    paid: [0, ...parts.map(([, paid]) => paid)],
    choiceSymbol: Int32Array.from(choices.flat(), (choice) => number.get(keyOf(choice))!),
    offered: choices.map((onDay, day) => {
      const offers = new Set(onDay.map((choice) => number.get(keyOf(choice))!));
      return Int32Array.from([...(mustWork[day] ? [] : [0]), ...offers]);
    }),
  };
}

/**
 * The rules of a long tour. Amounts that seldom bind are left out at first and put in where a tour breaks them: a tour that
 * is best under fewer rules and keeps all of them is best under all (decremental state-space relaxation; Righini and
 * Salani 2008).
 */
export class LongRules {
  private readonly known = new Map<number, LongTables>();
  private rareKnown: RareAmounts | null | undefined;

  /** `isRare[i]` tells whether tracker i is of that kind. At most 31 of them are told apart; more are always kept in. */
  constructor(
    private readonly input: LongRulesInput,
    private readonly isRare: readonly boolean[],
    private readonly cache: TableCache,
  ) {
    const plain = this.inputWith(0);
    const key = rulesKey(heldAlways(plain));
    const kinds = cache.kinds.get(key) ?? new Set();
    cache.kinds.set(key, kinds);
    for (const choice of plain.choices.flat()) kinds.add(kindKey(choice, plain));
  }

  /** Tables with the rare trackers whose bits are set. */
  tables(kept: number): LongTables {
    let tables = this.known.get(kept);
    if (!tables) {
      tables = longTables(this.inputWith(kept), this.cache);
      this.known.set(kept, tables);
    }
    return tables;
  }

  private inputWith(kept: number): LongRulesInput {
    const isIn = this.isRare.map((isRare, index) => !isRare || index > MOST_RARE || ((kept >> index) & 1) === 1);
    const { trackers, keys, choices } = this.input;
    return {
      ...this.input,
      trackers: trackers.filter((_, index) => isIn[index]),
      keys: keys.filter((_, index) => isIn[index]),
      choices: choices.map((onDay) =>
        onDay.map(({ symbols, paidMinutes }) => ({ symbols: symbols.filter((_, i) => isIn[i]), paidMinutes })),
      ),
    };
  }

  /** What the tour would break by one more shift. `choiceOn` answers the choice of a day among that day's, -1 off. */
  furtherShifts(choiceOn: (day: number) => number): FurtherShifts {
    const { days, choices } = this.input;
    const worked = Array.from({ length: days }, (_, day) => choices[day]![choiceOn(day)]);
    return new FurtherShifts(this.input, worked);
  }

  /** What choices add to the rare amounts; null where there are none. */
  rare(): RareAmounts | null {
    const { trackers, choices } = this.input;
    const isRare = (tracker: number) => this.isRare[tracker]! && tracker <= MOST_RARE;
    if (this.rareKnown === undefined) this.rareKnown = rareAmounts({ trackers, isRare, choices });
    return this.rareKnown;
  }

  /** How many combinations of amounts the rare trackers whose bits are set have together. */
  combinations(kept: number): number {
    const rare = this.rare();
    let combinations = 1;
    const counted = new Set<number>();
    rare?.tracker.forEach((tracker, place) => {
      if (((kept >> tracker) & 1) === 0 || counted.has(tracker)) return;
      counted.add(tracker);
      combinations *= rare.most[place]! + 1;
    });
    return combinations;
  }

  /** Bits of the rare trackers that the choices of the days (-1 off) break. */
  brokenBy(choices: Int32Array): number {
    const rare = this.rare();
    if (!rare) return 0;
    const totals = new Int32Array(rare.most.length);
    for (let day = 0; day < this.input.days; day++) {
      const choice = choices[day]!;
      if (choice < 0) continue;
      for (let at = rare.choiceFrom[choice]!; at < rare.choiceFrom[choice + 1]!; at++)
        totals[rare.place[at]!]! += rare.added[at]!;
    }
    let broken = 0;
    for (let place = 0; place < totals.length; place++)
      if (totals[place]! > rare.most[place]!) broken |= 1 << rare.tracker[place]!;
    return broken;
  }
}
