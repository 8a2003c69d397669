import fc from 'fast-check';
import { bend } from './exponential-bend.js';

describe('exp(-y) - 1 + y', () => {
  it.each([
    [1e-8, 4.99999998333333e-17], // y²/2 - y³/6
    [0.6, 0.148811636094026],
    [-0.6, 0.222118800390509],
    [1, Math.exp(-1)],
  ])('of %d is %d', (y, value) => {
    expect(bend(y) / value).toBeCloseTo(1, 13);
  });

  it('is smooth where the series ends, and its slope is 1 - exp(-y)', () => {
    fc.assert(
      fc.property(fc.double({ min: -1, max: 1, noNaN: true }), (y) => {
        const slope = (bend(y + 1e-6) - bend(y - 1e-6)) / 2e-6;
        expect(slope).toBeCloseTo(-Math.expm1(-y), 8);
      }),
    );
  });
});
