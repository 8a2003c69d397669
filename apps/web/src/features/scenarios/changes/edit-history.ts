/** A value with what it was before and what was taken back. */
export interface EditHistory<Value> {
  readonly past: readonly Value[];
  readonly now: Value;
  readonly future: readonly Value[];
}

const MOST_STEPS = 100;

export function startHistory<Value>(now: Value): EditHistory<Value> {
  return { past: [], now, future: [] };
}

/** A new value as one step; what had been taken back is gone. */
export function step<Value>({ past, now }: EditHistory<Value>, next: Value): EditHistory<Value> {
  return { past: [...past, now].slice(-MOST_STEPS), now: next, future: [] };
}

/** The same history where there is nothing to take back. */
export function undo<Value>(history: EditHistory<Value>): EditHistory<Value> {
  const before = history.past.at(-1);
  if (before === undefined) return history;
  return { past: history.past.slice(0, -1), now: before, future: [history.now, ...history.future] };
}

export function redo<Value>(history: EditHistory<Value>): EditHistory<Value> {
  const [next, ...future] = history.future;
  if (next === undefined) return history;
  return { past: [...history.past, history.now], now: next, future };
}
