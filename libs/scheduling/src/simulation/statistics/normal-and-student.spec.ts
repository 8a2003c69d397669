import { normalQuantile, studentQuantile } from './normal-and-student.js';

describe('quantiles', () => {
  it('gives the normal ones of the tables', () => {
    expect(normalQuantile(0.975)).toBeCloseTo(1.959964, 6);
    expect(normalQuantile(0.005)).toBeCloseTo(-2.575829, 6);
    expect(normalQuantile(0.5)).toBeCloseTo(0, 12);
    expect(normalQuantile(0.99999)).toBeCloseTo(4.264891, 5);
  });

  // Two-sided 95 % and 99 % of Student's t as printed in every table.
  it.each([
    [1, 12.7062, 63.6567],
    [2, 4.3027, 9.9248],
    [3, 3.1824, 5.8409],
    [9, 2.2622, 3.2498],
    [39, 2.0227, 2.7079],
    [199, 1.972, 2.6008],
  ])('gives Student’s t with %i degrees of freedom', (degrees, at95, at99) => {
    expect(studentQuantile(0.975, degrees)).toBeCloseTo(at95, 3);
    expect(studentQuantile(0.995, degrees)).toBeCloseTo(at99, 2);
  });
});
