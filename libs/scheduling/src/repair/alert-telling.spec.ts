import { isWorthTelling, knownAgents, type ToldAlert } from './alert-telling.js';

const AT = Date.UTC(2026, 10, 18, 1);
const MINUTE = 60_000;
const short = (over: Partial<ToldAlert> = {}): ToldAlert => ({
  queueId: 'voice',
  kind: 'short',
  startAt: AT + 60 * MINUTE,
  endAt: AT + 120 * MINUTE,
  agents: 4,
  serviceLow: null,
  serviceHigh: null,
  clearedAt: null,
  toldAgents: null,
  ...over,
});
const over = (minutes: number, toldAgents = 4) => short({ clearedAt: AT - minutes * MINUTE, toldAgents });

describe('telling people of alerts', () => {
  it('tells a shortage once, and again when it is twice as bad by three agents at least', () => {
    expect(isWorthTelling(short(), null)).toBe(true);
    expect(isWorthTelling(short({ agents: 7 }), 4)).toBe(false);
    expect(isWorthTelling(short({ agents: 8 }), 4)).toBe(true);
    expect(isWorthTelling(short({ agents: 3 }), 1)).toBe(false);
    expect(isWorthTelling(short({ agents: 4 }), 1)).toBe(true);
  });

  it('says nothing of agents to spare', () => {
    expect(isWorthTelling(short({ kind: 'over' }), null)).toBe(false);
  });

  it('knows what was told of a shortage that was over less than an hour ago', () => {
    expect(knownAgents(short(), { own: null, earlier: [over(59)], at: AT })).toBe(4);
    expect(knownAgents(short(), { own: null, earlier: [over(60)], at: AT })).toBeNull();
    expect(knownAgents(short(), { own: 2, earlier: [over(10, 6)], at: AT })).toBe(6);
  });

  it('keeps other queues and other hours apart', () => {
    const elsewhere = { ...over(10), queueId: 'chat' };
    const later = { ...over(10), startAt: AT + 120 * MINUTE, endAt: AT + 180 * MINUTE };
    expect(knownAgents(short(), { own: null, earlier: [elsewhere, later], at: AT })).toBeNull();
  });
});
