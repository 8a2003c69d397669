import type { DayTracker } from '../../rules/index.js';

/** Combinations of tracker states that days can lead to, those alike for all days to come joined. */
export interface ProductStates {
  readonly states: number;
  readonly initial: number;
  /** At `(day * states + state) * symbols + symbol`: the next state, -1 where a tracker forbids it. */
  readonly next: Int32Array;
  /** What each amount grows, at the same places. */
  readonly added: readonly Int32Array[];
  /** States that can be there before each day. */
  readonly present: readonly Int32Array[];
}

/** Walks all trackers together over the days; `symbols` are those of each tracker by kind of shift. */
export function productStates(
  trackers: readonly DayTracker[],
  symbols: readonly (readonly number[])[],
  days: number,
): ProductStates {
  const whole = walkAll(trackers, symbols, days);
  const added = trackers.flatMap(({ amount }, index) => {
    if (!amount) return [];
    const { next, tuples } = whole;
    return [
      Int32Array.from(next, (to, at) => {
        if (to < 0) return 0;
        const symbol = at % symbols.length;
        const state = Math.floor(at / symbols.length) % tuples.length;
        const day = Math.floor(at / symbols.length / tuples.length);
        return amount.of(tuples[state]![index]!, symbols[symbol]![index]!, day);
      }),
    ];
  });
  return joinAlike({ tuples: whole.tuples.length, next: whole.next, added, symbols: symbols.length, days });
}

/** Every tuple that any of the days leads to from any other: a few more than can be met, but the same on all days. */
function walkAll(trackers: readonly DayTracker[], symbols: readonly (readonly number[])[], days: number) {
  const tuples: (readonly number[])[] = [trackers.map((tracker) => tracker.initial)];
  const known = new Map([[tuples[0]!.join(), 0]]);
  const rows: Int32Array[] = [];
  for (let state = 0; state < tuples.length; state++) {
    const row = new Int32Array(days * symbols.length);
    for (let day = 0; day < days; day++) {
      for (let symbol = 0; symbol < symbols.length; symbol++) {
        const tuple = stepAll(trackers, tuples[state]!, symbols[symbol]!, day);
        if (tuple) {
          const key = tuple.join();
          const to = known.get(key) ?? tuples.push(tuple) - 1;
          known.set(key, to);
          row[day * symbols.length + symbol] = to;
        } else row[day * symbols.length + symbol] = -1;
      }
    }
    rows.push(row);
  }
  const next = new Int32Array(days * tuples.length * symbols.length);
  for (let day = 0; day < days; day++)
    rows.forEach((row, state) =>
      next.set(
        row.subarray(day * symbols.length, (day + 1) * symbols.length),
        (day * tuples.length + state) * symbols.length,
      ),
    );
  return { tuples, next };
}

function stepAll(
  trackers: readonly DayTracker[],
  tuple: readonly number[],
  kind: readonly number[],
  day: number,
): readonly number[] | null {
  const reached: number[] = [];
  for (let i = 0; i < trackers.length; i++) {
    const to = trackers[i]!.step(tuple[i]!, kind[i]!, day);
    if (to < 0) return null;
    reached.push(to);
  }
  return reached;
}

interface Whole {
  readonly tuples: number;
  readonly next: Int32Array;
  readonly added: readonly Int32Array[];
  readonly symbols: number;
  readonly days: number;
}

/** Joins states from which every row of days is allowed or not, and grows the amounts, alike (Moore 1956). */
function joinAlike(whole: Whole): ProductStates {
  const { tuples, next, added, symbols } = whole;
  const telling = distinctDays(whole);
  let classOf = new Int32Array(tuples);
  let count = 1;
  for (;;) {
    const known = new Map<string, number>();
    const refined = new Int32Array(tuples);
    for (let state = 0; state < tuples; state++) {
      const parts: number[] = [classOf[state]!];
      for (const day of telling) {
        const from = (day * tuples + state) * symbols;
        for (let symbol = 0; symbol < symbols; symbol++) {
          const to = next[from + symbol]!;
          parts.push(to < 0 ? -1 : classOf[to]!);
          if (to >= 0) for (const add of added) parts.push(add[from + symbol]!);
        }
      }
      const key = parts.join();
      const number = known.get(key) ?? known.size;
      known.set(key, number);
      refined[state] = number;
    }
    classOf = refined;
    if (known.size === count) break;
    count = known.size;
  }
  return reduced(whole, classOf, count);
}

/** One of each kind of day: a weekday, a Saturday, the last day of a period. */
function distinctDays({ tuples, next, added, symbols, days }: Whole): number[] {
  const width = tuples * symbols;
  const known = new Map<string, number>();
  for (let day = 0; day < days; day++) {
    const slice = (table: Int32Array) => table.subarray(day * width, (day + 1) * width).join();
    const key = [next, ...added].map(slice).join('/');
    if (!known.has(key)) known.set(key, day);
  }
  return [...known.values()];
}

function reduced({ tuples, next, added, symbols, days }: Whole, classOf: Int32Array, states: number): ProductStates {
  const size = days * states * symbols;
  const joined = new Int32Array(size).fill(-1);
  const sums = added.map(() => new Int32Array(size));
  for (let day = 0; day < days; day++) {
    for (let state = 0; state < tuples; state++) {
      const from = (day * tuples + state) * symbols;
      const at = (day * states + classOf[state]!) * symbols;
      for (let symbol = 0; symbol < symbols; symbol++) {
        const to = next[from + symbol]!;
        if (to < 0) continue;
        joined[at + symbol] = classOf[to]!;
        sums.forEach((sum, i) => (sum[at + symbol] = added[i]![from + symbol]!));
      }
    }
  }
  const initial = classOf[0]!;
  return {
    states,
    initial,
    next: joined,
    added: sums,
    present: presentBefore({ joined, states, symbols, days }, initial),
  };
}

function presentBefore(
  { joined, states, symbols, days }: { joined: Int32Array; states: number; symbols: number; days: number },
  initial: number,
): Int32Array[] {
  const layers: Int32Array[] = [Int32Array.of(initial)];
  for (let day = 0; day < days; day++) {
    const reached = new Set<number>();
    for (const state of layers[day]!)
      for (let symbol = 0; symbol < symbols; symbol++) {
        const to = joined[(day * states + state) * symbols + symbol]!;
        if (to >= 0) reached.add(to);
      }
    layers.push(Int32Array.from(reached).sort());
  }
  return layers;
}
