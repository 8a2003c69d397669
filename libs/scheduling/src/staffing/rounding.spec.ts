import { agentsToRoster, tolerantCeil } from './rounding.js';

describe('rounding', () => {
  // Plain ceilings of doubles give the value in the comment where it is wrong.
  it.each([
    [21, 0.3, 30], // 31
    [84, 0.3, 120], // 121
    [168, 0.3, 240], // 241
    [175, 0.3, 250], // 251
    [9, 0.1, 10],
    [7, 0.3, 10],
    [1, 0, 1],
    [63, 0.3, 90],
    [100, 0.45, 182], // 181.8
    [11, 0.45, 20],
    [14, 0.3, 20],
    [50, 0.2, 63], // 62.5
    [0, 0.3, 0],
    [1_000_000_000, 0, 1_000_000_000], // a slack that grows with the number would take one away
  ])('rosters %d agents at shrinkage %d as %d', (required, shrinkage, roster) => {
    expect(agentsToRoster(required, shrinkage)).toBe(roster);
  });

  it.each([
    [4.8 / 0.8, 6],
    [9.6 / 0.8, 12],
    [5.7 / 0.95, 6],
    [6.3 / 0.7, 9],
    [0, 0],
    [1e-12, 0],
    [0.01, 1],
  ])('takes the ceiling of %d as %d, float noise apart', (x, whole) => {
    expect(tolerantCeil(x)).toBe(whole);
  });

  it.each([1, 1.2, -0.1, Number.NaN])('refuses a shrinkage of %d', (shrinkage) => {
    expect(() => agentsToRoster(10, shrinkage)).toThrow(
      `shrinkageFraction (${shrinkage}) must be 0 or more and below 1`,
    );
  });
});
