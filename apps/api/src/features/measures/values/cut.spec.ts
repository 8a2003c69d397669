import { keyOfRow, keysOf, type CutPlaces, type MeasureCutName } from './cut.js';

const name = { en: 'Voice', ja: '電話' };
const PLACES: CutPlaces = {
  queues: [
    { id: 'q1', name, channel: 'voice', siteId: 'tokyo' },
    { id: 'q2', name, channel: 'voice', siteId: 'osaka' },
    { id: 'q3', name, channel: 'fax', siteId: 'osaka' },
  ],
  sites: [
    { id: 'tokyo', name: 'Tokyo' },
    { id: 'osaka', name: 'Osaka' },
  ],
  teams: [
    { id: 'a', name: 'Team A', siteId: 'tokyo' },
    { id: 'b', name: 'Team B', siteId: 'osaka' },
  ],
};
const row = (of: { readonly queueId?: string; readonly teamId?: string }) => ({
  ...{ queueId: null, teamId: null, on: '2026-11-02', facts: {}, hasContacts: true },
  ...of,
});
const keys = (cut: MeasureCutName, of: Parameters<typeof row>[0]) => keyOfRow(cut, PLACES)(row(of));

describe('a cut of measures', () => {
  it('has a key for each place, one for each channel, and the name of a channel nobody named', () => {
    const ids = (cut: MeasureCutName) => keysOf(cut, PLACES).map(({ id }) => id);
    expect(ids('all')).toEqual([null]);
    expect(ids('queue')).toEqual(['q1', 'q2', 'q3']);
    expect(ids('channel')).toEqual(['voice', 'fax']);
    expect(ids('site')).toEqual(['tokyo', 'osaka']);
    expect(ids('team')).toEqual(['a', 'b']);
    expect(keysOf('channel', PLACES)[1]!.title).toEqual({ en: 'fax', ja: 'fax' });
  });

  it('puts what a queue did to its site and channel, and to no team', () => {
    expect(keys('all', { queueId: 'q2' })).toBeNull();
    expect(keys('queue', { queueId: 'q2' })).toBe('q2');
    expect(keys('channel', { queueId: 'q2' })).toBe('voice');
    expect(keys('site', { queueId: 'q2' })).toBe('osaka');
    expect(keys('team', { queueId: 'q2' })).toBeUndefined();
  });

  it('puts what a team did to the team and its site, and to no queue', () => {
    expect(keys('team', { teamId: 'a' })).toBe('a');
    expect(keys('site', { teamId: 'a' })).toBe('tokyo');
    expect(keys('queue', { teamId: 'a' })).toBeUndefined();
    expect(keys('channel', { teamId: 'a' })).toBeUndefined();
    expect(keys('site', { teamId: 'gone' })).toBeUndefined();
  });
});
