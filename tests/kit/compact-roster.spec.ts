import highsModule, { type Highs } from 'highs';
import { evaluateRoster } from '@yotei/scheduling/evaluation';
import { highsSolver } from '@yotei/scheduling/solver';
import { compactRoster } from './compact-roster.js';
import { exactRoster } from './exact-roster.js';
import { smallRosterProblem } from './small-rosters.js';

describe('the peer "a solver alone"', () => {
  let highs: Highs;
  beforeAll(async () => {
    highs = await highsModule.default();
  });

  // Two kinds of agents, several break windows, history that reaches into the week.
  it.each([1, 3, 9])('finds the proved best cost of a small centre, seed %d', (seed) => {
    const problem = smallRosterProblem(seed);
    const best = evaluateRoster(problem, exactRoster(problem, highs)!).cost;
    const alone = compactRoster(problem, { solver: highsSolver(highs), seconds: 600 });
    expect(alone.cost).toBeCloseTo(best, 3);
    expect(alone.bound).toBeLessThanOrEqual(best + 1e-3);
  });
});
