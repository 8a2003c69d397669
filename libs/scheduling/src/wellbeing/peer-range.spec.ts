import fc from 'fast-check';
import { LEAST_PEERS, peerRange } from './peer-range.js';

describe('the range of a group', () => {
  it('is its middle half', () => {
    expect(peerRange([4, 0, 1, 3, 2])).toEqual({ low: 1, median: 2, high: 3, people: 5 });
    expect(peerRange([1, 2, 3, 4, 5, 6])).toEqual({ low: 2.25, median: 3.5, high: 4.75, people: 6 });
  });

  it('is not told of a group in which single persons could be made out', () => {
    expect(peerRange([1, 2, 3, 4])).toBeNull();
    expect(peerRange([])).toBeNull();
    expect(peerRange([1, 2, 3, 4], 4)).not.toBeNull();
  });

  it('never lets one person move it past the others', () => {
    const values = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: LEAST_PEERS, maxLength: 40 });
    fc.assert(
      fc.property(values, (shares) => {
        const others = [...shares].sort((a, b) => a - b).slice(0, -1);
        const { low, median, high } = peerRange([...others, 1e9])!;
        expect(low).toBeLessThanOrEqual(median);
        expect(median).toBeLessThanOrEqual(high);
        expect(high).toBeLessThanOrEqual(others.at(-1)!);
      }),
    );
  });

  it('refuses what is no number', () => {
    expect(() => peerRange([1, NaN, 2, 3, 4])).toThrow(/must be finite/);
  });
});
