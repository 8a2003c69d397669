import { MINUTE_MILLIS } from '@yotei/time';
import { AgentPresence } from './agent-presence.js';

const minutes = (from: number, to: number) => ({ startAt: from * MINUTE_MILLIS, endAt: to * MINUTE_MILLIS });
const presentOf = (presence: AgentPresence) =>
  [...presence.present()].map(({ startAt, endAt }) => [startAt / MINUTE_MILLIS, endAt / MINUTE_MILLIS]);

describe('presence read from what agents did', () => {
  it('joins contacts no further apart than the gap, in any order', () => {
    const contacts = [minutes(0, 3), minutes(10, 14), minutes(40, 41), minutes(20, 22), minutes(45, 60)];
    for (const order of [contacts, [...contacts].reverse(), [2, 0, 4, 3, 1].map((i) => contacts[i]!)]) {
      const presence = new AgentPresence(600);
      for (const contact of order) presence.add('a', contact);
      expect(presentOf(presence)).toEqual([
        [0, 22],
        [40, 60],
      ]);
    }
  });

  it('keeps agents apart, and joins two stretches when a contact between them turns up late', () => {
    const presence = new AgentPresence(300);
    presence.add('a', minutes(0, 5));
    presence.add('b', minutes(6, 7));
    presence.add('a', minutes(14, 20));
    expect(presence.agentCount).toBe(2);
    expect(presentOf(presence)).toHaveLength(3);
    presence.add('a', minutes(9, 10));
    expect(presentOf(presence)).toEqual([
      [0, 20],
      [6, 7],
    ]);
  });

  it('gives the mean number of agents of each interval, cut at the grid’s ends', () => {
    const presence = new AgentPresence(0);
    presence.add('a', minutes(-30, 45));
    presence.add('b', minutes(30, 300));
    const agents = presence.agentsOn({ startAt: 0, stepMinutes: 60, count: 3 });
    expect([...agents]).toEqual([45 / 60 + 30 / 60, 1, 1]);
  });
});
