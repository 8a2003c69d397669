import fc from 'fast-check';
import { erlangBlocking, erlangBLoad } from '../index.js';
import { erlangBCarried } from './erlang-b-continuous.js';

const lines = fc.double({ min: 0.05, max: 20_000, noNaN: true });
const shares = fc.double({ min: 0.01, max: 3, noNaN: true });

describe('Erlang B of any real number of lines', () => {
  it('obeys 1/B(n+1) = 1 + (n+1)/a·1/B(n) between the whole numbers too', () => {
    fc.assert(
      fc.property(lines, shares, (n, share) => {
        const a = (n + 1) * share;
        const inverse = 1 / erlangBlocking(a, n);
        fc.pre(inverse < 1e290);
        expect(Math.abs(erlangBlocking(a, n + 1) * (1 + ((n + 1) / a) * inverse) - 1)).toBeLessThan(1e-11);
      }),
    );
  });

  it('lies between its whole neighbours', () => {
    for (const n of [0, 1, 7, 60, 61, 90]) {
      const between = erlangBlocking(10, n + 0.4);
      expect(between).toBeLessThan(erlangBlocking(10, n));
      expect(between).toBeGreaterThan(erlangBlocking(10, n + 1));
    }
  });

  it('is undone by the load for a given blocking', () => {
    fc.assert(
      fc.property(lines, fc.double({ min: 1e-9, max: 0.99, noNaN: true }), (n, blocked) => {
        expect(Math.abs(erlangBlocking(erlangBLoad(n, blocked), n) / blocked - 1)).toBeLessThan(1e-9);
      }),
    );
  });

  it('carries what is not lost, to the last digit where nearly all is', () => {
    // One line under a million erlangs carries 1 / 1,000,001.
    expect(erlangBCarried(1e6, 1) * 1_000_001).toBeCloseTo(1, 14);
    expect(erlangBCarried(10, 0)).toBe(0);
    expect(erlangBCarried(0, 3)).toBe(1);
  });

  it.each([
    [() => erlangBlocking(-1, 3), 'loadErlangs (-1) must be 0 or more'],
    [() => erlangBlocking(1, Number.NaN), 'lines (NaN) must be 0 or more'],
    [() => erlangBLoad(0, 0.1), 'lines (0) must be above 0'],
    [() => erlangBLoad(3, 1), 'blockingFraction (1) must be above 0 and below 1'],
  ])('refuses what is none: %s', (ask, message) => expect(ask).toThrow(message));
});
