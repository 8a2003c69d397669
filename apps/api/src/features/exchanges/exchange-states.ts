/** States of an exchange; stored. */
export const EXCHANGE_STATES = [
  'proposed',
  'accepted',
  'in-review',
  'applied',
  'declined',
  'withdrawn',
  'expired',
  'refused',
] as const;
export type ExchangeState = (typeof EXCHANGE_STATES)[number];

/**
 * The one state machine. `accepted`: everyone asked has said yes; it is judged again at once, so nobody sees it stay.
 * What has no way out is final.
 */
const WAYS: Readonly<Record<ExchangeState, readonly ExchangeState[]>> = {
  proposed: ['accepted', 'declined', 'withdrawn', 'expired', 'refused'],
  accepted: ['applied', 'in-review', 'refused', 'expired'],
  'in-review': ['applied', 'refused', 'withdrawn', 'expired'],
  applied: [],
  declined: [],
  withdrawn: [],
  expired: [],
  refused: [],
};

export function mayBecome(from: ExchangeState, to: ExchangeState): boolean {
  return WAYS[from].includes(to);
}

export function isFinal(state: ExchangeState): boolean {
  return WAYS[state].length === 0;
}

/** States in which something can still happen. */
export const OPEN_STATES: readonly ExchangeState[] = EXCHANGE_STATES.filter((state) => !isFinal(state));
