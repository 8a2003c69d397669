import { execFileSync } from 'node:child_process';
import { join, resolve } from 'node:path';
import { describeWithData, SHARED_DATA, sharedRows } from '../kit/shared-data.js';

const root = resolve(__dirname, '../..');
/** Search steps: a few CPU seconds an instance. What longer runs reach is in docs/methods/roster-peers.md. */
const STEPS = '1000';

/** What `npm run peers` prints of an instance, in a process of its own: the engine is many times slower inside the test runner. */
function solve(name: string) {
  const file = join(SHARED_DATA, 'nrp-curtois-qu', `${name}.txt`);
  const args = ['tools/peers.mjs', 'nrp', file, '--iterations', STEPS, '--time-limit', '600s', '--seed', '1'];
  const line = execFileSync(process.execPath, args, { cwd: root, encoding: 'utf8' });
  const row = sharedRows('nrp-curtois-qu/best_known.csv').find((each) => each['instance'] === name)!;
  const figure = (pattern: RegExp) => Number(pattern.exec(line)![1]);
  return {
    cost: figure(/: cost (\d+)/),
    bound: figure(/bound (\d+)/),
    broken: figure(/(\d+) rules broken/),
    best: Number(row['best_known_solution']),
  };
}

describeWithData('nrp-curtois-qu', 'the engine on instances of Curtois and Qu, judged by their own rules', () => {
  // Heads short on a day cost 100 each; so few steps may leave some of them open.
  it.each([
    ['Instance1', 0],
    ['Instance3', 1],
    ['Instance5', 3],
    ['Instance7', 3],
    ['Instance11', 1],
  ])('%s: every rule kept, at most %i heads from the best known cost, and a bound below it', (name, heads) => {
    const { cost, bound, broken, best } = solve(name);
    expect(broken).toBe(0);
    expect(cost).toBeGreaterThanOrEqual(best);
    expect(cost).toBeLessThan(best + heads * 100 + 50);
    expect(bound).toBeLessThanOrEqual(best);
  });
});
