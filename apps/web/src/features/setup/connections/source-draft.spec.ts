import type { Source } from './connections.queries.js';
import { AS_PRESET, draftOf, inputOf } from './source-draft.js';

const source: Source = {
  id: 'pbx',
  title: 'Telephone',
  presetId: 'genesys-cloud',
  states: [{ word: 'dentist', state: 'offline' }],
  fallback: null,
  silentAfterSeconds: 120,
  lastReceivedAt: null,
  silent: false,
  clockSkewSeconds: null,
  oddities: [
    { kind: 'unmapped-state', word: 'Tea', times: 3, lastAt: '2026-11-18T00:00:00Z' },
    { kind: 'unknown-agent', word: 'E-1', times: 1, lastAt: '2026-11-18T00:00:00Z' },
  ],
  version: 4,
};
const NOW = Date.UTC(2026, 10, 18);

describe('the draft of a source', () => {
  it('holds its own words, then those nobody understands, without a meaning yet', () => {
    expect(draftOf(source).meanings).toEqual([
      { word: 'dentist', state: 'offline' },
      { word: 'Tea', state: AS_PRESET },
    ]);
    expect(draftOf(null)).toMatchObject({ id: '', presetId: 'generic', silentAfterSeconds: 300, meanings: [] });
  });

  it('sends only words that were given a meaning, and a week back only when asked to', () => {
    const draft = draftOf(source);
    expect(inputOf(draft, 4, NOW)).toMatchObject({
      version: 4,
      fallback: null,
      states: [{ word: 'dentist', state: 'offline' }],
      remapFromAt: null,
    });
    const meanings = [...draft.meanings, { word: ' ', state: 'away' }];
    expect(inputOf({ ...draft, meanings, fallback: 'away', remap: true }, 4, NOW)).toMatchObject({
      fallback: 'away',
      states: [{ word: 'dentist', state: 'offline' }],
      remapFromAt: '2026-11-11T00:00:00.000Z',
    });
  });
});
