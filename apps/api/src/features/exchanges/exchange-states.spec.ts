import { EXCHANGE_STATES, isFinal, mayBecome, OPEN_STATES } from './exchange-states.js';

describe('states of an exchange', () => {
  it('are applied only after everyone has accepted, or after a review', () => {
    expect(EXCHANGE_STATES.filter((state) => mayBecome(state, 'applied'))).toEqual(['accepted', 'in-review']);
    expect(mayBecome('proposed', 'applied')).toBe(false);
  });

  it('never change again once they are final', () => {
    const final = EXCHANGE_STATES.filter(isFinal);
    expect(final).toEqual(['applied', 'declined', 'withdrawn', 'expired', 'refused']);
    for (const state of final) expect(EXCHANGE_STATES.some((to) => mayBecome(state, to))).toBe(false);
  });

  it('can all end without anybody doing anything', () => {
    for (const state of OPEN_STATES) expect(mayBecome(state, 'expired')).toBe(true);
  });
});
