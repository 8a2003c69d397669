import { readyAfter, type DayChoice, type RestInput } from './tour-space.js';

const FREE_KEY = 0;
const CARRIED_KEY = 1;
const FREE = -0x4000_0000;

/**
 * Prices of shifts that start too soon after the one before, for the tour programme. A start pays price k while it lies
 * before threshold k of the last shift. Which prices are paid is a set of bits; for each set, `order` and `joinsAt` say from
 * which start on a key may be followed if exactly that set is paid, so that the least cost of a start is the least over the
 * sets of a running minimum each. Paying for nothing never helps, because prices are 0 or more.
 */
export interface FollowUpKeys {
  readonly prices: Float64Array;
  /** Price of each set of bits. */
  readonly setPrice: Float64Array;
  /** Thresholds of a choice, minutes, `choice * prices + k`. */
  readonly choiceSoon: Int32Array;
  /** Thresholds of a key of a layer, `key * prices + k`; far in the past where they bind nothing any more. */
  readonly keySoon: Int32Array;
  /** Keys of each layer but the carried one, by start from which they may be followed; one array a set. */
  readonly order: readonly Int32Array[];
  readonly joinsAt: readonly Int32Array[];
}

export interface KeyedDays {
  readonly keyFrom: Int32Array;
  readonly keyReady: Int32Array;
  readonly choiceKey: Int32Array;
  readonly offKey: Int32Array;
  readonly followUps: FollowUpKeys;
}

/** Earliest start after a shift, then the thresholds of the follow-up prices. */
type Vector = readonly number[];

/** As `restKeys`, telling states apart by the thresholds of the follow-up prices too. */
export function followUpKeys(
  days: readonly (readonly DayChoice[])[],
  input: RestInput,
  prices: readonly number[],
): KeyedDays {
  const laterStart = laterStarts(days, input);
  const keyFrom = [0];
  const vectors: Vector[] = [];
  const choiceKey: number[] = [];
  const offKey: number[] = [];
  const free: Vector = [FREE, ...prices.map(() => FREE)];
  let layer: Vector[] = [free, free];
  for (let day = 0; day <= days.length; day++) {
    vectors.push(...layer);
    keyFrom.push(vectors.length);
    if (day === days.length) break;
    const next = new LayerKeys(free, laterStart[day + 1]!);
    for (const choice of days[day]!)
      choiceKey.push(next.keyOf([readyAfter(choice, input), ...(choice.followUps ?? free.slice(1))]));
    layer.forEach((vector, key) => offKey.push(key === CARRIED_KEY ? CARRIED_KEY : next.keyOf(vector)));
    layer = next.vectors;
  }
  const keys = { keyFrom: Int32Array.from(keyFrom), vectors };
  return {
    keyFrom: keys.keyFrom,
    keyReady: Int32Array.from(vectors, (vector) => vector[0]!),
    choiceKey: Int32Array.from(choiceKey),
    offKey: Int32Array.from(offKey),
    followUps: {
      prices: Float64Array.from(prices),
      ...paidSets(keys, prices),
      choiceSoon: Int32Array.from(days.flat().flatMap(({ followUps }) => followUps ?? free.slice(1))),
      keySoon: Int32Array.from(vectors.flatMap((vector) => vector.slice(1))),
    },
  };
}

function laterStarts(days: readonly (readonly DayChoice[])[], { lastWeek, weekEndMinute }: RestInput): number[] {
  const starts = new Array<number>(days.length + 1).fill(lastWeek ? Number.POSITIVE_INFINITY : weekEndMinute);
  for (let day = days.length - 1; day >= 0; day--)
    starts[day] = Math.min(starts[day + 1]!, days[day]![0]?.startMinute ?? Number.POSITIVE_INFINITY);
  return starts;
}

/** Keys of one layer: what binds no later start is forgotten, equal vectors are one key. */
class LayerKeys {
  readonly vectors: Vector[];
  private readonly known: Map<string, number>;

  constructor(
    free: Vector,
    private readonly laterStart: number,
  ) {
    this.vectors = [free, free];
    this.known = new Map([[free.join(), FREE_KEY]]);
  }

  keyOf(vector: Vector): number {
    const binding = vector.map((minute) => (minute > this.laterStart ? minute : FREE));
    const name = binding.join();
    let key = this.known.get(name);
    if (key === undefined) {
      key = this.vectors.push(binding) - 1;
      this.known.set(name, key);
    }
    return key;
  }
}

function paidSets(
  { keyFrom, vectors }: { readonly keyFrom: Int32Array; readonly vectors: readonly Vector[] },
  prices: readonly number[],
): Pick<FollowUpKeys, 'order' | 'joinsAt' | 'setPrice'> {
  const sets = Array.from({ length: 1 << prices.length }, (_, set) => set);
  const isPaid = (set: number, k: number) => (set >> k) & 1;
  const joinsAt = sets.map((set) =>
    Int32Array.from(vectors, (vector) =>
      Math.max(vector[0]!, ...prices.map((_, k) => (isPaid(set, k) ? FREE : vector[k + 1]!))),
    ),
  );
  const order = joinsAt.map((joins) => {
    const sorted = new Int32Array(vectors.length).fill(-1);
    for (let layer = 0; layer + 1 < keyFrom.length; layer++) {
      const from = keyFrom[layer]!;
      const keys = Array.from({ length: keyFrom[layer + 1]! - from }, (_, key) => key).filter(
        (key) => key !== CARRIED_KEY,
      );
      keys.sort((a, b) => joins[from + a]! - joins[from + b]! || a - b);
      keys.forEach((key, i) => (sorted[from + i] = key));
    }
    return sorted;
  });
  const setPrice = Float64Array.from(sets, (set) =>
    prices.reduce((sum, price, k) => sum + (isPaid(set, k) ? price : 0), 0),
  );
  return { order, joinsAt, setPrice };
}
