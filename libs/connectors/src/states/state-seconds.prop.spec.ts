import * as fc from 'fast-check';
import { stateSeconds } from './state-seconds.js';

const SECOND = 1000;
const span = { startAt: 100 * SECOND, endAt: 200 * SECOND };
const row = (agentId: string, second: number, state: string) => ({ agentId, at: second * SECOND, state });

describe('seconds in each state', () => {
  it('count from the start of the span or the change to the next change or its end', () => {
    const rows = [row('a', 40, 'available'), row('a', 130, 'away'), row('a', 150, 'available'), row('b', 190, 'away')];
    // a: available 100..130 and 150..200, away 130..150; b is not known before 190
    expect(stateSeconds(rows, span)).toEqual(
      new Map([
        [
          'a',
          new Map([
            ['available', 80],
            ['away', 20],
          ]),
        ],
        ['b', new Map([['away', 10]])],
      ]),
    );
  });

  it('add up to the span for who is known at its start, however finely it is told', () => {
    const changes = fc.array(fc.tuple(fc.integer({ min: 101, max: 199 }), fc.constantFrom('x', 'y', 'z')), {
      maxLength: 30,
    });
    fc.assert(
      fc.property(changes, (told) => {
        const rows = [row('a', 0, 'x'), ...told.sort(([a], [b]) => a - b).map(([at, state]) => row('a', at, state))];
        const seconds = [...(stateSeconds(rows, span).get('a')?.values() ?? [])];
        expect(seconds.reduce((sum, one) => sum + one, 0)).toBe(100);
        const split = rows.flatMap((one) => [one, { ...one, at: one.at + 0 }]);
        expect(stateSeconds(split, span)).toEqual(stateSeconds(rows, span));
      }),
    );
  });

  it('are none outside the span', () => {
    expect(stateSeconds([row('a', 200, 'x'), row('b', 0, 'x'), row('b', 100, 'y')], span)).toEqual(
      new Map([['b', new Map([['y', 100]])]]),
    );
    expect(stateSeconds([], span)).toEqual(new Map());
  });
});
