import fc from 'fast-check';
import { smallestConflict } from './smallest-conflict.js';

describe('a smallest conflict', () => {
  it('is impossible as it stands and possible without any one member', () => {
    const sets = fc.array(fc.uniqueArray(fc.nat({ max: 19 }), { minLength: 1, maxLength: 5 }), {
      minLength: 1,
      maxLength: 4,
    });
    fc.assert(
      fc.property(sets, (fighting) => {
        const members = Array.from({ length: 20 }, (_, i) => i);
        const isPossible = (kept: readonly number[]) => !fighting.some((set) => set.every((one) => kept.includes(one)));
        const found = smallestConflict(members, isPossible);
        expect(isPossible(found)).toBe(false);
        for (const one of found) expect(isPossible(found.filter((other) => other !== one))).toBe(true);
      }),
    );
  });

  it('is nothing where even nothing at all is impossible', () => {
    expect(smallestConflict([1, 2, 3], () => false)).toEqual([]);
  });
});
