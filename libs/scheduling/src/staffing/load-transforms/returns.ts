import type { ReturnDelay } from './return-delay.js';

/** Contacts that come back, by the interval they fall in. */
export interface Returns {
  readonly contacts: Float64Array;
  afterGrid: number;
}

/** The first interval at or after `index` that takes contacts; the number of intervals when there is none. */
export function nextTaking(takes: ArrayLike<boolean>): Int32Array {
  const next = new Int32Array(takes.length + 1).fill(takes.length);
  for (let index = takes.length - 1; index >= 0; index -= 1) next[index] = takes[index] ? index : next[index + 1]!;
  return next;
}

/** Spreads so many contacts of an interval over later ones; what falls where the queue is closed waits for its opening. */
export function spreadReturns(
  returns: Returns,
  { from, contacts, delay, next }: { from: number; contacts: number; delay: ReturnDelay; next: Int32Array },
): void {
  const count = returns.contacts.length;
  for (let later = 0; later < delay.length; later += 1) {
    const at = from + later < count ? next[from + later]! : count;
    if (at < count) returns.contacts[at]! += contacts * delay[later]!;
    else returns.afterGrid += contacts * delay[later]!;
  }
}
