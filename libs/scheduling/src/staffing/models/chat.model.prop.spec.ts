import fc from 'fast-check';
import { staffingModel } from '../index.js';

/** Agents who spread k chats evenly finish so many a second. */
function rateOf(k: number, { agents, handle, slowdown }: { agents: number; handle: number; slowdown: number }): number {
  const lengths = Array.from({ length: agents }, (_, agent) => Math.floor(k / agents) + (agent < k % agents ? 1 : 0));
  return lengths.reduce((sum, held) => sum + (held === 0 ? 0 : held / (handle * (1 + slowdown * (held - 1)))), 0);
}

describe('chat against its chain of states, one by one', () => {
  it('agrees on who waits, who leaves and how many chats are held', () => {
    const shapes = fc.record({
      agents: fc.integer({ min: 1, max: 12 }),
      concurrency: fc.integer({ min: 1, max: 5 }),
      slowdown: fc.double({ min: 0, max: 1, noNaN: true }),
      patience: fc.double({ min: 20, max: 2000, noNaN: true }),
      handle: fc.double({ min: 60, max: 1200, noNaN: true }),
      load: fc.double({ min: 0.1, max: 3, noNaN: true }),
    });
    fc.assert(
      fc.property(shapes, ({ agents, concurrency, slowdown, patience, handle, load }) => {
        const perSecond = (load * agents) / handle;
        const slots = agents * concurrency;
        const weights = [1];
        const full = rateOf(slots, { agents, handle, slowdown });
        for (let k = 1; k < slots + 3000; k += 1) {
          const done = k < slots ? rateOf(k, { agents, handle, slowdown }) : full + (k - slots) / patience;
          weights.push((weights[k - 1]! * perSecond) / done);
        }
        const norm = weights.reduce((sum, weight) => sum + weight, 0);
        fc.pre(Number.isFinite(norm));
        const mean = (value: (k: number) => number): number =>
          weights.reduce((sum, weight, k) => sum + (weight / norm) * value(k), 0);
        const state = staffingModel('chat').performance(
          {
            contacts: perSecond * 1800,
            intervalSeconds: 1800,
            averageHandleSeconds: handle,
            patienceSeconds: patience,
            concurrency,
            slowdownFraction: slowdown,
          },
          agents,
        );
        const busy = state.concurrency!();
        const pairs = [
          [state.waitProbability, mean((k) => (k >= slots ? 1 : 0))],
          [state.meanQueueLength, mean((k) => Math.max(0, k - slots))],
          [state.abandonmentFraction, mean((k) => Math.max(0, k - slots)) / patience / perSecond],
          [busy.meanActiveContacts, mean((k) => Math.min(k, slots))],
          [busy.busyAgentFraction, mean((k) => Math.min(k, agents)) / agents],
        ];
        for (const [got, want] of pairs) expect(Math.abs(got! - want!)).toBeLessThan(1e-9 * Math.max(1e-3, want!));
      }),
      { numRuns: 50 },
    );
  });
});
