import { scaledErfc } from './scaled-erfc.js';

describe('exp(z²)·erfc(z)', () => {
  // mpmath, 40 digits; the joints of the three approximations are 0.46875 and 4.
  it.each([
    [0, 1],
    [0.1, 0.8964569799691267],
    [0.46875, 0.6320696892495561],
    [0.5, 0.6156903441929259],
    [1, 0.427583576155807],
    [2, 0.25539567631050575],
    [3.9, 0.14031418160068973],
    [4, 0.13699945762506138],
    [4.5, 0.12248480427384142],
    [10, 0.05614099274382259],
    [1000, 5.641893014533877e-4],
  ])('of %d is %d', (z, value) => {
    expect(Math.abs(scaledErfc(z) / value - 1)).toBeLessThan(1e-15);
  });
});
