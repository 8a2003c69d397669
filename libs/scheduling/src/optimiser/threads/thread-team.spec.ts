import { planOnThreads } from '../../../../../tests/kit/roster-team.js';
import { rosterInstance } from '../../../../../tests/kit/roster-instances.js';
import { smallRosterProblem } from '../../../../../tests/kit/small-rosters.js';
import { evaluateRoster } from '../../evaluation/index.js';
import { optimiseRoster } from '../optimise-roster.js';
import type { OptimiseResult } from '../optimise.js';

const problem = rosterInstance({ agents: 14, seed: 2 });
const twoWeeks = rosterInstance({ agents: 6, seed: 3, weeks: 2 });

function planned(result: OptimiseResult): Extract<OptimiseResult, { kind: 'roster' }> {
  if (result.kind !== 'roster') throw new Error(`result (${result.kind}) must be a roster; choose another seed`);
  return result;
}

describe('a run on several threads', () => {
  it('gives the same roster for the same problem, seed, steps and number of threads', async () => {
    const options = { seed: 1, iterationLimit: 121 };
    const first = planned(await planOnThreads(problem, options, { threads: 2 }));
    const second = planned(await planOnThreads(problem, options, { threads: 2 }));
    expect(second.roster).toEqual(first.roster);
    expect([first.iterations, first.stoppedBy]).toEqual([121, 'iterations']);
    expect(evaluateRoster(problem, first.roster)).toMatchObject({ hardBreaches: 0, cost: first.cost });
    // The bound comes from a phase that all threads go through alike.
    expect(first.lowerBound).toBe(planned(optimiseRoster(problem, { ...options, nowMillis: () => 0 })).lowerBound);
  }, 120_000);

  it('joins weeks that hang together legally, on three threads', async () => {
    const result = planned(await planOnThreads(twoWeeks, { seed: 4, iterationLimit: 90 }, { threads: 3 }));
    expect(evaluateRoster(twoWeeks, result.roster).hardBreaches).toBe(0);
    expect(result.iterations).toBe(90);
  }, 120_000);

  it('ends when nothing improves any more, all threads at the same step', async () => {
    const tiny = rosterInstance({ agents: 3, seed: 1 });
    expect(planned(await planOnThreads(tiny, { seed: 1 }, { threads: 2 })).stoppedBy).toBe('converged');
  }, 120_000);

  it('ends together when the answering thread has proved the best roster', async () => {
    // Missed by a search of 1,000 steps.
    const small = smallRosterProblem(8);
    const result = planned(await planOnThreads(small, { seed: 1, withSolver: true }, { threads: 2 }));
    expect(result.stoppedBy).toBe('optimal');
    expect([result.cost, result.lowerBound]).toEqual([12884.5, 12884.5]);
  }, 120_000);

  it('finds the tours of many agents at once while prices are made, and the bound stays valid', async () => {
    const centre = rosterInstance({ agents: 160, seed: 1 });
    // Few starts, so that each tour is found fast.
    const many = {
      ...centre,
      templates: centre.templates.map((template) => ({ ...template, startStepMinutes: 240 })),
    };
    const options = { seed: 1, iterationLimit: 2 };
    const first = planned(await planOnThreads(many, options, { threads: 2 }));
    const alone = planned(optimiseRoster(many, { ...options, nowMillis: () => 0 }));
    expect(first.lowerBound).toBeLessThanOrEqual(Math.min(first.cost, alone.cost));
    expect(first.lowerBound).toBeGreaterThan(0.99 * alone.lowerBound);
  }, 240_000);

  it('answers the best roster so far when cancelled, and none before the first', async () => {
    const late = await planOnThreads(problem, { seed: 1, cancelAtPoll: 600 }, { threads: 2 });
    expect(planned(late).stoppedBy).toBe('cancel');
    const early = await planOnThreads(problem, { seed: 1, cancelAtPoll: 10 }, { threads: 2 });
    expect(early.kind).toBe('stopped-before-first-roster');
  }, 120_000);

  it('fails rather than wait for a thread that broke down', async () => {
    const run = planOnThreads(problem, { seed: 1, iterationLimit: 50 }, { threads: 2, breakDown: 1 });
    await expect(run).rejects.toThrow('a thread of the run must not end before the run');
  }, 120_000);
});
