import { amy, problemOf, shiftOf } from '../../../../tests/kit/roster-builder.js';
import type { FairnessSettings } from '../roster/index.js';
import { unsocialPrices, unsocialWeekCost } from './fairness.js';

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
    // All were nights, so both ratios are (2 + 1) / (1 + 1) and (0 + 1) / (1 + 1): the power 0.5 + 2.5 of each.
    expect(prices.get('amy')!.night).toBeCloseTo(6 * 1.5 ** 3, 9);
    expect(prices.get('bob')!.night).toBeCloseTo(6 * 0.5 ** 3, 9);
  });

  it('rises with all that one bore, not with the same kind alone', () => {
    const history = [shiftOf('Mon-1 22:00-06:00'), shiftOf('Tue-1 22:00-06:00')];
    const prices = unsocialPrices(problemOf({ agents: [amy, bob], history }), nights);
    // Nobody worked a weekend; Amy worked two nights, Bob none.
    expect(prices.get('amy')!.weekend).toBeCloseTo(3 * 1.5 ** 2.5, 9);
    expect(prices.get('bob')!.weekend).toBeCloseTo(3 * 0.5 ** 2.5, 9);
    const weekendsAlone = unsocialPrices(problemOf({ agents: [amy, bob], history }), {
      memoryWeeks: 2,
      weights: { weekend: 3 },
    });
    expect(weekendsAlone.get('amy')).toEqual({ weekend: 3 });
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

describe('unsocial turns of one week', () => {
  it('cost more each time: the second the rise, the third twice of it', () => {
    const cost = unsocialWeekCost({ night: 6, weekend: 3, 'denied-wish': 50 })!;
    // The rise is twice the mean price of shifts, (6 + 3) / 2; a denied wish is no shift.
    expect([0, 1, 2, 3, 4].map(cost)).toEqual([0, 0, 9, 27, 54]);
  });

  it('cost nothing together where they cost nothing alone', () => {
    expect(unsocialWeekCost({})).toBeNull();
    expect(unsocialWeekCost({ 'denied-wish': 2 })).toBeNull();
  });
});
