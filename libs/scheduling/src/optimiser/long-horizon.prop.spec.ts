import fc from 'fast-check';
import { longHorizonCentre, longHorizonScene } from '../../../../tests/kit/long-horizon-centre.js';
import { evaluateRoster } from '../evaluation/index.js';
import { optimiseRoster } from './optimise-roster.js';

describe('planning several weeks under rules that tie them together', () => {
  it('keeps every must rule and never costs less than its bound', () => {
    let planned = 0;
    fc.assert(
      fc.property(longHorizonScene, (given) => {
        const problem = longHorizonCentre(given);
        const result = optimiseRoster(problem, { seed: 3, iterationLimit: 40, nowMillis: () => 0 });
        expect(['roster', 'infeasible']).toContain(result.kind);
        if (result.kind !== 'roster') return;
        planned++;
        const judged = evaluateRoster(problem, result.roster);
        expect(judged.breaches.filter(({ level }) => level === 'must')).toEqual([]);
        expect(result.cost).toBe(judged.cost);
        expect(result.lowerBound).toBeLessThanOrEqual(result.cost);
      }),
      { numRuns: 4 },
    );
    expect(planned).toBeGreaterThan(1);
  });

  it('searches without prices where the first roster took most of the time', () => {
    const levels = [1, 2, 3, 2, 1];
    const problem = longHorizonCentre({
      weeks: 1,
      levels,
      runs: 2,
      weekends: 1,
      nights: 2,
      periodWeeks: 0,
      counted: 3,
    });
    // The first look at the clock starts the run; all later ones are five of its ten seconds on.
    let looks = 0;
    const nowMillis = () => (looks++ === 0 ? 0 : 5000);
    const result = optimiseRoster(problem, { seed: 3, iterationLimit: 40, timeLimitSeconds: 10, nowMillis });
    if (result.kind !== 'roster') throw new Error(`a roster must be found; it says ${result.kind}`);
    expect(evaluateRoster(problem, result.roster).breaches.filter(({ level }) => level === 'must')).toEqual([]);
    expect(result.lowerBound).toBe(0);
    expect(result.iterations).toBe(40);
  });
});
