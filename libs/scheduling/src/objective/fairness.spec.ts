import { amy, problemOf, shiftOf } from '../../../../tests/kit/roster-builder.js';
import type { FairnessSettings } from '../roster/index.js';
import { unsocialPrices } from './fairness.js';

const bob = { ...amy, id: 'bob', name: 'Bob' };
const nights: FairnessSettings = { memoryWeeks: 2, weights: { night: 6, weekend: 3 } };

describe('the price of one more unsocial shift', () => {
  it('is the weight for agents who had as many as each other', () => {
    const prices = unsocialPrices(problemOf({ agents: [amy, bob] }), nights);
    expect(prices.get('amy')).toEqual({ night: 6, weekend: 3 });
    expect(prices.get('bob')).toEqual({ night: 6, weekend: 3 });
  });

  it('rises with what the agent had within the memory, against the colleagues of the contract', () => {
    const history = [shiftOf('Mon-1 22:00-06:00'), shiftOf('Tue-1 22:00-06:00'), shiftOf('Mon-3 22:00-06:00')];
    const prices = unsocialPrices(problemOf({ agents: [amy, bob], history }), nights);
    // Amy had 2 nights in two weeks (the third is older), Bob none: the mean is 1.
    expect(prices.get('amy')!.night).toBe((6 * (2 + 1)) / (1 + 1));
    expect(prices.get('bob')!.night).toBe((6 * (0 + 1)) / (1 + 1));
  });

  it('counts what the memory adds, such as wishes denied in earlier weeks', () => {
    const settings: FairnessSettings = {
      memoryWeeks: 4,
      weights: { 'denied-wish': 2 },
      memory: [{ agentId: 'bob', kind: 'denied-wish', count: 3 }],
    };
    const prices = unsocialPrices(problemOf({ agents: [amy, bob] }), settings);
    // Mean 1.5: Bob's next denial costs 2 x 4 / 2.5, Amy's 2 x 1 / 2.5.
    expect(prices.get('bob')!['denied-wish']).toBeCloseTo(3.2, 12);
    expect(prices.get('amy')!['denied-wish']).toBeCloseTo(0.8, 12);
  });
});
