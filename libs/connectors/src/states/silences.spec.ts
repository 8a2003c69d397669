import { withSilences } from './silences.js';

const SECOND = 1000;
const row = (agentId: string, second: number, state: string, { source = 'pbx', told = second } = {}) => ({
  agentId,
  at: second * SECOND,
  receivedAt: told * SECOND,
  state,
  sourceState: state.toUpperCase(),
  source,
});
const seen = (rows: readonly { agentId: string; at: number; state: string }[]) =>
  rows.map(({ agentId, at, state }) => `${agentId} ${at / SECOND} ${state}`);
const silence = (from: number, until: number) => ({ source: 'pbx', fromAt: from * SECOND, untilAt: until * SECOND });

describe('a silence of a source', () => {
  it('makes its agents unknown until it is heard again, and nobody else', () => {
    const rows = [row('a', 0, 'available'), row('a', 100, 'away'), row('b', 0, 'available', { source: 'desk' })];
    expect(seen(withSilences(rows, [silence(40, 60)]))).toEqual([
      'a 0 available',
      'a 40 unknown',
      'a 60 available',
      'a 100 away',
      'b 0 available',
    ]);
  });

  it('ends with an event in it, and does not touch what was delivered after it', () => {
    const rows = [row('a', 0, 'available'), row('a', 50, 'away', { told: 61 })];
    expect(seen(withSilences(rows, [silence(40, 60)]))).toEqual(['a 0 available', 'a 40 unknown', 'a 50 away']);
    const late = [row('b', 30, 'available', { told: 61 })];
    expect(seen(withSilences(late, [silence(40, 60)]))).toEqual(['b 30 available']);
  });

  it('is not hidden by a clock that is ahead of ours', () => {
    const rows = [row('a', 45, 'available', { told: 40 })];
    expect(seen(withSilences(rows, [silence(40, 60)]))).toEqual(['a 45 available', 'a 45 unknown', 'a 60 available']);
  });

  it('goes on while it has no end, and the state before comes back after each of several', () => {
    const rows = [row('a', 0, 'handling')];
    expect(seen(withSilences(rows, [silence(70, Infinity), silence(10, 20)]))).toEqual([
      'a 0 handling',
      'a 10 unknown',
      'a 20 handling',
      'a 70 unknown',
    ]);
  });

  it('says nothing of who was not heard of before it', () => {
    expect(seen(withSilences([row('a', 50, 'away')], [silence(10, 40)]))).toEqual(['a 50 away']);
    expect(withSilences([], [silence(10, 50)])).toEqual([]);
  });
});
