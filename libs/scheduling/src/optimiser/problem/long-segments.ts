import type { TrackedAmount } from '../../rules/index.js';
import { contractPairs, type ContractPairs, type WeekLimits } from './contract-pairs.js';
import { DAYS } from './tour-space.js';
import { rangeOn } from './tracked-periods.js';

/** Days between two of the places where a week or a period ends and its amounts begin anew. */
export interface LongSegment {
  readonly fromDay: number;
  readonly untilDay: number;
  /** Combinations of the outer amounts. */
  readonly outers: number;
  /** Outer after a move, or -1: `move * outers + outer`. */
  readonly step: Int32Array;
  /** At the end: outer in the next segment, -1 where an amount must not end so; and what the week then costs. */
  readonly endTo: Int32Array;
  readonly endCost: Float64Array;
  /** What the inner amount has to be when its period ends, and whether it ends with this segment. */
  readonly innerMin: number;
  readonly innerMax: number;
  readonly innerEnds: boolean;
  /** Of the first outer amount: what each combination holds of it, its most, and whether its period ends here. */
  readonly used: Int32Array;
  readonly usedMax: number;
  readonly usedEnds: boolean;
}

export interface AddedAmount {
  readonly amount: TrackedAmount;
  /** Added by a day, at `(day * states + state) * symbols + symbol`. */
  readonly add: Int32Array;
}

export interface SegmentsInput {
  readonly days: number;
  readonly added: readonly AddedAmount[];
  readonly next: Int32Array;
  readonly states: number;
  readonly symbols: number;
  /** Paid minutes by symbol, where weeks are limited. */
  readonly paid: readonly number[];
  readonly weeks: readonly WeekLimits[] | null;
}

export interface Segments {
  readonly segments: readonly LongSegment[];
  readonly move: Int32Array;
  readonly grow: Int32Array;
  /** What the first outer amount grows. */
  readonly use: Int32Array;
}

const NOTHING: TrackedAmount = { untilDays: [Number.POSITIVE_INFINITY], ranges: [{ min: 0, max: 0 }], of: () => 0 };

/** Divides the amounts into the inner and the outer ones and numbers the combinations of the outer ones. */
export function longSegments(input: SegmentsInput): Segments {
  const { days, added, next } = input;
  const inner = added.reduce<AddedAmount | null>((most, each) => (widest(each) > widest(most) ? each : most), null);
  const outer = added.filter((each) => each !== inner);
  const first = outer[0];
  const unit = inner ? commonUnit(inner.add) : 1;
  const paidLengths = [...new Set(input.paid.slice(1))].sort((a, b) => a - b);
  const moves = numberMoves(input, outer, paidLengths);
  const pieces = paidLengths.map((minutes) => ({ minutes, unsocial: 0 }));
  // What unsocial turns of one week cost together is not told here: it counts in the score, and 0 in the bound.
  const pairs = input.weeks?.map((limits) => contractPairs(pieces, { ...limits, unsocialCost: null }, DAYS)) ?? null;
  const ends = segmentEnds(days, added, pairs !== null);
  const context = { outer, pairs, moves: moves.kinds, lengths: paidLengths.length };
  const segments: LongSegment[] = [];
  let starts: readonly (readonly number[])[] = [[0, ...outer.map(() => 0)]];
  let fromDay = 0;
  for (const untilDay of ends) {
    const numbered = numberOuters(context, starts, fromDay);
    const closed = closeSegment(context, numbered.tuples, { fromDay, untilDay, days });
    const { amount } = inner ?? { amount: NOTHING };
    const range = rangeOn(amount, fromDay);
    segments.push({
      fromDay,
      untilDay,
      outers: numbered.tuples.length,
      step: numbered.step,
      endTo: closed.endTo,
      endCost: closed.endCost,
      innerMin: Math.ceil(range.min / unit),
      innerMax: Math.floor(Math.min(range.max, inner ? mostAdded(inner.add, input) : 0) / unit),
      innerEnds: isOver(amount, untilDay, days),
      used: Int32Array.from(numbered.tuples, (tuple) => tuple[1] ?? 0),
      usedMax: first ? rangeOn(first.amount, fromDay).max : 0,
      usedEnds: isOver(first?.amount ?? NOTHING, untilDay, days),
    });
    starts = closed.starts;
    fromDay = untilDay;
  }
  const grow = new Int32Array(next.length);
  if (inner) for (let at = 0; at < grow.length; at++) grow[at] = inner.add[at]! / unit;
  return { segments, move: moves.move, grow, use: first?.add ?? new Int32Array(next.length) };
}

const isOver = (amount: TrackedAmount, untilDay: number, days: number) =>
  untilDay === days || amount.untilDays.includes(untilDay);

function widest(each: AddedAmount | null): number {
  return each ? each.add.reduce((most, add) => Math.max(most, add), 0) : 0;
}

function commonUnit(add: Int32Array): number {
  const divisor = (a: number, b: number): number => (b === 0 ? a : divisor(b, a % b));
  return add.reduce((unit, each) => divisor(unit, each), 0) || 1;
}

type Size = Pick<SegmentsInput, 'days' | 'states' | 'symbols'>;

/** Most that all days together can add: an amount needs no more values. */
function mostAdded(add: Int32Array, { days, states, symbols }: Size): number {
  let total = 0;
  const width = states * symbols;
  for (let day = 0; day < days; day++)
    total += add.subarray(day * width, (day + 1) * width).reduce((most, each) => Math.max(most, each), 0);
  return total;
}

/** Whether the amount can forbid anything at all. */
export function canBind({ amount, add }: AddedAmount, size: Size): boolean {
  const total = mostAdded(add, size);
  return amount.ranges.some(({ min, max }) => min > 0 || max < total);
}

function segmentEnds(days: number, added: readonly AddedAmount[], byWeek: boolean): number[] {
  const ends = new Set([days]);
  for (let day = 1; day < days; day++) {
    const weekEnds = byWeek && day % DAYS === 0;
    if (weekEnds || added.some(({ amount }) => amount.untilDays.includes(day))) ends.add(day);
  }
  return [...ends].sort((a, b) => a - b);
}

/** What a day does to the outer amounts: place of its paid length (-1 none), then what each grows. */
type Move = readonly number[];

function numberMoves(input: SegmentsInput, outer: readonly AddedAmount[], paidLengths: readonly number[]) {
  const { next, symbols, paid, weeks } = input;
  const kinds: Move[] = [];
  const known = new Map<string, number>();
  /** The move last numbered for each symbol: mostly the next one is the same. */
  const last: number[] = [];
  const move = Int32Array.from(next, (to, at) => {
    if (to < 0) return -1;
    const symbol = at % symbols;
    const before = last[symbol];
    if (before !== undefined && outer.every(({ add }, i) => kinds[before]![i + 1] === add[at])) return before;
    const length = weeks && symbol > 0 ? paidLengths.indexOf(paid[symbol]!) : -1;
    const kind = [length, ...outer.map(({ add }) => add[at]!)];
    const key = kind.join();
    const number = known.get(key) ?? kinds.push(kind) - 1;
    known.set(key, number);
    last[symbol] = number;
    return number;
  });
  return { kinds, move };
}

interface OuterContext {
  readonly outer: readonly AddedAmount[];
  readonly pairs: readonly ContractPairs[] | null;
  readonly moves: readonly Move[];
  readonly lengths: number;
}

/** Combinations that moves can reach from those the segment begins with. */
function numberOuters(context: OuterContext, starts: readonly (readonly number[])[], fromDay: number) {
  const tuples = [...starts];
  const known = new Map(tuples.map((tuple, index) => [tuple.join(), index]));
  const steps: number[][] = [];
  for (let at = 0; at < tuples.length; at++) {
    steps.push(
      context.moves.map((move) => {
        const reached = moved(context, tuples[at]!, move, fromDay);
        if (!reached) return -1;
        const key = reached.join();
        const number = known.get(key) ?? tuples.push(reached) - 1;
        known.set(key, number);
        return number;
      }),
    );
  }
  const step = new Int32Array(context.moves.length * tuples.length);
  steps.forEach((row, outer) => row.forEach((to, move) => (step[move * tuples.length + outer] = to)));
  return { tuples, step };
}

function moved(context: OuterContext, tuple: readonly number[], move: Move, fromDay: number): number[] | null {
  const length = move[0]!;
  const pairs = context.pairs?.[Math.floor(fromDay / DAYS)];
  const pair = pairs && length >= 0 ? pairs.next[tuple[0]! * context.lengths + length]! : tuple[0]!;
  if (pair < 0) return null;
  const reached = [pair];
  for (let i = 0; i < context.outer.length; i++) {
    const total = tuple[i + 1]! + move[i + 1]!;
    if (total > rangeOn(context.outer[i]!.amount, fromDay).max) return null;
    reached.push(total);
  }
  return reached;
}

/** Which combinations may stand at the end of the segment, what they cost and with what the next one begins. */
function closeSegment(
  context: OuterContext,
  tuples: readonly (readonly number[])[],
  { fromDay, untilDay, days }: { readonly fromDay: number; readonly untilDay: number; readonly days: number },
) {
  const pairs = context.pairs?.[Math.floor(fromDay / DAYS)];
  const starts: (readonly number[])[] = [];
  const known = new Map<string, number>();
  const endCost = Float64Array.from(tuples, (tuple) => pairs?.endCost[tuple[0]!] ?? 0);
  const endTo = Int32Array.from(tuples, (tuple, index) => {
    if (endCost[index] === Number.POSITIVE_INFINITY) return -1;
    const begins = [0];
    for (let i = 0; i < context.outer.length; i++) {
      const { amount } = context.outer[i]!;
      const ends = isOver(amount, untilDay, days);
      if (ends && tuple[i + 1]! < rangeOn(amount, fromDay).min) return -1;
      begins.push(ends ? 0 : tuple[i + 1]!);
    }
    const key = begins.join();
    const number = known.get(key) ?? starts.push(begins) - 1;
    known.set(key, number);
    return number;
  });
  return { starts, endTo, endCost };
}
