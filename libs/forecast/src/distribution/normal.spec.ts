import { seededRandom } from '../seeded-random.js';
import { normalCdf, normalGenerator, normalQuantile, studentQuantile } from './normal.js';

describe('normal numbers', () => {
  it('have the quantiles of the tables', () => {
    expect(normalQuantile(0.9)).toBeCloseTo(1.2815515655, 8);
    expect(normalQuantile(0.025)).toBeCloseTo(-1.959963985, 8);
    expect(normalQuantile(0.999)).toBeCloseTo(3.090232306, 7);
    for (const p of [0.001, 0.02, 0.3, 0.5, 0.8, 0.99]) expect(normalCdf(normalQuantile(p))).toBeCloseTo(p, 6);
    expect(() => normalQuantile(1)).toThrow('probability (1)');
  });

  it('have wider tails for few degrees of freedom', () => {
    expect(studentQuantile(0.9, 7)).toBeCloseTo(1.4149, 2); // tables: 1.415
    expect(studentQuantile(0.975, 20)).toBeCloseTo(2.086, 2);
  });

  it('are drawn with mean 0 and variance 1', () => {
    const draw = normalGenerator(seededRandom(2));
    const values = Array.from({ length: 20_000 }, draw);
    const mean = values.reduce((a, b) => a + b, 0) / values.length;
    const variance = values.reduce((sum, value) => sum + value * value, 0) / values.length;
    expect(Math.abs(mean)).toBeLessThan(0.03); // standard error 0.007
    expect(Math.abs(variance - 1)).toBeLessThan(0.04); // standard error 0.01
  });
});
