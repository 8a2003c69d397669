import { tautString } from './taut-string.js';

describe('a string pulled taut between two bounds', () => {
  it('is straight where nothing is in the way', () => {
    expect(tautString([0, 0, 0, 6], [9, 9, 9, 9])).toEqual([
      { at: 0, height: 0 },
      { at: 3, height: 6 },
    ]);
  });

  it('bends at a bound below it and at one above it', () => {
    // Four must be reached by 1; no more than five before 3.
    expect(tautString([0, 4, 4, 4, 9], [0, 9, 5, 5, 9])).toEqual([
      { at: 0, height: 0 },
      { at: 1, height: 4 },
      { at: 3, height: 5 },
      { at: 4, height: 9 },
    ]);
  });

  it('falls where its bounds do', () => {
    expect(tautString([0, 2, -3, -3], [0, 2, -1, -1])).toEqual([
      { at: 0, height: 0 },
      { at: 1, height: 2 },
      { at: 2, height: -1 },
      { at: 3, height: -3 },
    ]);
  });

  it('has no length without bounds', () => {
    expect(tautString([0], [0])).toEqual([{ at: 0, height: 0 }]);
  });
});
