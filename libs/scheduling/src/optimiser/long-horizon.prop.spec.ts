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
});
