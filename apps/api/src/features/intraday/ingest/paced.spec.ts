import { Paced } from './paced.js';

/** Never over within the test: what waits is run by settling. */
const EVERY = 600_000;

describe('a paced flush', () => {
  it('runs at once, then once for however many ask meanwhile, each key by itself', async () => {
    const runs: string[] = [];
    const paced = new Paced(EVERY, async (key) => void runs.push(key), fail);
    await paced.ask('a');
    await paced.ask('b');
    for (let i = 0; i < 5; i += 1) await paced.ask('a');
    expect(runs).toEqual(['a', 'b']);
    await paced.settle();
    expect(runs).toEqual(['a', 'b', 'a']);
    await paced.settle();
    expect(runs).toEqual(['a', 'b', 'a']);
  });

  it('tells a failure and goes on', async () => {
    const told: unknown[] = [];
    const paced = new Paced(
      0,
      () => Promise.reject(new Error('gone')),
      (error) => told.push(error),
    );
    await paced.ask('a');
    await paced.ask('a');
    await paced.settle();
    expect(told).toHaveLength(2);
  });
});

function fail(error: unknown): never {
  throw error;
}
