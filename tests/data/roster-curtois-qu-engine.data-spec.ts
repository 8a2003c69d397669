import { join } from 'node:path';
import { describeWithData, SHARED_DATA, sharedRows } from '../kit/shared-data.js';
import { parseCqInstance } from '../peers/curtois-qu/instance.js';
import { solveCq } from '../peers/curtois-qu/run.js';
import { readText } from '../peers/read-text.js';

/** Search steps: a few CPU seconds an instance. What longer runs reach is in docs/methods/roster-peers.md. */
const STEPS = 150;

function solve(name: string) {
  const instance = parseCqInstance(readText(join(SHARED_DATA, 'nrp-curtois-qu', `${name}.txt`)));
  const answer = solveCq(instance, { seed: 1, iterations: STEPS, timeLimitSeconds: 600 });
  if (answer.kind === 'refused') throw new Error(answer.why);
  const row = sharedRows('nrp-curtois-qu/best_known.csv').find((each) => each['instance'] === name)!;
  return { ...answer, best: Number(row['best_known_solution']) };
}

describeWithData('nrp-curtois-qu', 'the engine on instances of Curtois and Qu, judged by their own rules', () => {
  it.each(['Instance1', 'Instance3', 'Instance11'])('%s: the best known cost', (name) => {
    const { score, lowerBound, best } = solve(name);
    expect(score.breaches).toEqual([]);
    expect(score.cost).toBe(best);
    expect(lowerBound).toBeLessThanOrEqual(best);
  });

  it.each(['Instance5', 'Instance7'])('%s: every rule kept, and a bound below the best known cost', (name) => {
    const { score, lowerBound, best } = solve(name);
    expect(score.breaches).toEqual([]);
    expect(score.cost).toBeGreaterThanOrEqual(best);
    expect(lowerBound).toBeLessThanOrEqual(best);
    // A head short on a day costs 100: at most five of them away after so few steps.
    expect(score.cost).toBeLessThan(best + 500);
  });
});
