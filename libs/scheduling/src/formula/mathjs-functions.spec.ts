import { all, create } from 'mathjs';
import { mathjsFunctions } from './index.js';

describe('the staffing functions in a mathjs of one’s own', () => {
  const math = create(all!);
  math.import(mathjsFunctions());

  it.each([
    ['agents(100, 1800, 180, 0.8, 20)', 14],
    ['agents(100 / (30 minutes), 180 s, 80%, 20 s)', 14],
    ['agents(100, 0.5 hours, 3 minutes, 0.8, 20 s, 5 minutes)', 13],
    ['roster(agents(100, 1800, 180, 0.8, 20), 30%)', 20],
    ['round(100 * occupancy(200 / hour, 180 s, 14), 1)', 71.4],
  ])('%s = %d', (text, value) => {
    expect(math.evaluate(text)).toBe(value);
  });

  it('refuse what formulas refuse', () => {
    expect(() => math.evaluate('agents(100, 1800, 180, 20 s, 20)')).toThrow('serviceLevel');
    expect(() => math.evaluate('agents(100, 1800, 180, 80, 20)')).toThrow('must be 0 % to 100 %');
    expect(() => math.evaluate('agents("many", 1800, 180, 0.8, 20)')).toThrow('must be a number');
    expect(() => math.evaluate('asa(100 / km, 180 s, 14)')).toThrow();
  });
});
