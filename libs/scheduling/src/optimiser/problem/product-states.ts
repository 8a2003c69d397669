import type { DayTracker } from '../../rules/index.js';

/** Every combination of tracker states that days can lead to, and how days lead from one to another. */
export interface ProductStates {
  /** State of each tracker; the first is the beginning. */
  readonly tuples: readonly (readonly number[])[];
  /** At `(day * states + state) * symbols + symbol`: the next state, -1 where a tracker forbids it. */
  readonly next: Int32Array;
}

/** Walks all trackers together over the days; `symbols` are those of each tracker by kind of shift. */
export function productStates(
  trackers: readonly DayTracker[],
  symbols: readonly (readonly number[])[],
  days: number,
): ProductStates {
  const tuples: (readonly number[])[] = [trackers.map((tracker) => tracker.initial)];
  const known = new Map([[tuples[0]!.join(), 0]]);
  const steps: { day: number; state: number; symbol: number; to: number }[] = [];
  let layer = new Set([0]);
  for (let day = 0; day < days; day++) {
    const reached = new Set<number>();
    for (const state of layer) {
      symbols.forEach((kind, symbol) => {
        const tuple = stepAll(trackers, tuples[state]!, kind, day);
        if (!tuple) return;
        const key = tuple.join();
        const to = known.get(key) ?? tuples.push(tuple) - 1;
        known.set(key, to);
        reached.add(to);
        steps.push({ day, state, symbol, to });
      });
    }
    layer = reached;
  }
  const next = new Int32Array(days * tuples.length * symbols.length).fill(-1);
  for (const { day, state, symbol, to } of steps) next[(day * tuples.length + state) * symbols.length + symbol] = to;
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
