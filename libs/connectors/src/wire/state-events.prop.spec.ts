import * as fc from 'fast-check';
import { readStateEvents } from './state-events.js';

const NOW = Date.UTC(2026, 10, 18, 12);
const OLDEST = Date.UTC(2025, 10, 1);
const read = (body: unknown) => readStateEvents(body, { now: NOW, oldest: OLDEST });

describe('a batch of state events', () => {
  it('never throws, and answers for each entry whatever is sent', () => {
    fc.assert(
      fc.property(fc.array(fc.anything(), { maxLength: 20 }), (events) => {
        const batch = read({ source: 'pbx', events });
        if (batch.kind !== 'batch') throw new Error('refused');
        const places = [...batch.events, ...batch.rejects].map(({ index }) => index).sort((a, b) => a - b);
        expect(places).toEqual(events.map((_, index) => index));
      }),
    );
  });

  it('refuses any envelope that is none, with the place that is wrong', () => {
    fc.assert(fc.property(fc.anything(), (body) => ['batch', 'malformed'].includes(read(body).kind)));
    expect(read({ source: 'Not A Source' })).toMatchObject({ kind: 'malformed', path: 'source' });
    expect(read({ source: 'pbx', events: Array(1001).fill({}) })).toMatchObject({ kind: 'malformed', path: 'events' });
    expect(read({ source: 'pbx' })).toMatchObject({ kind: 'batch', events: [], rejects: [] });
  });

  it('reads an instant the same in every way to write it, and no time without an offset', () => {
    const at = Date.UTC(2026, 10, 18, 1, 2, 3, 400);
    const ways = [at, '2026-11-18T01:02:03.400Z', '2026-11-18T10:02:03.4+09:00', '2026-11-18T10:02:03.400+0900'];
    const batch = read({ source: 'pbx', events: ways.map((way, id) => ({ id, agent: 7, at: way, state: 'busy' })) });
    expect(batch).toMatchObject({
      rejects: [],
      events: ways.map((_, id) => ({ eventId: String(id), agent: '7', at })),
    });
    const never = ['2026-11-18T01:02:03', '2026-11-18', 'now', 1.5, null, '2026-13-40T01:02:03Z'];
    expect(
      read({ source: 'pbx', events: never.map((way) => ({ id: 'x', agent: 'y', at: way, state: 'z' })) }),
    ).toMatchObject({
      events: [],
      rejects: never.map(() => ({ code: 'not-a-time' })),
    });
  });
});
