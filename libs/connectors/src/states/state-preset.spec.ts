import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { findStatePreset, STATE_PRESETS } from './catalogue.js';
import { mapState, stateKey, type StateWord } from './state-preset.js';

/** Every word of ours; a preset's value outside it does not compile. */
const OURS: Record<StateWord, true> = {
  available: true,
  handling: true,
  'after-contact': true,
  'on-break': true,
  'at-lunch': true,
  'in-meeting': true,
  'in-training': true,
  'in-coaching': true,
  'back-office': true,
  away: true,
  offline: true,
};

describe('presets of agent states', () => {
  it('are all in the catalogue, once, with ids of their own', () => {
    const files = readdirSync(join(__dirname, 'presets')).map((file) => file.replace('.preset.ts', ''));
    expect(STATE_PRESETS.map(({ id }) => id).sort()).toEqual(files.sort());
    expect(findStatePreset('genesys-cloud')?.title).toBe('Genesys Cloud');
    expect(findStatePreset('no-such')).toBeNull();
  });

  it('say of each word that is believed only that it is', () => {
    for (const { id, states, believed } of STATE_PRESETS)
      expect([id, believed.filter((word) => !(word in states))]).toEqual([id, []]);
    expect(findStatePreset('nice-cxone')?.believed).toContain('inbound-contact');
    expect(findStatePreset('servicenow')?.believed).toContain('ai-available');
    expect(findStatePreset('generic')?.believed).toEqual([]);
  });

  it.each(STATE_PRESETS.map((preset) => [preset.id, preset] as const))(
    '%s maps words in the form they are looked up in and knows serving and being gone',
    (_, preset) => {
      for (const [word, state] of Object.entries(preset.states)) {
        expect(stateKey(word)).toBe(word);
        expect(OURS[state]).toBe(true);
      }
      const used = new Set(Object.values(preset.states));
      for (const word of ['available', 'handling', 'offline'] as const) expect(used).toContain(word);
      expect(preset.source.length).toBeGreaterThan(20);
    },
  );

  it('generic understands every word of ours as itself', () => {
    for (const word of Object.keys(OURS))
      expect(mapState(word, findStatePreset('generic')!)).toEqual({ state: word, mapped: true });
  });
});

describe('a word of a source', () => {
  const genesys = findStatePreset('genesys-cloud')!;

  it.each([
    ['ON_QUEUE', 'on-queue'],
    ['OnQueue', 'on-queue'],
    ['  on   queue ', 'on-queue'],
    ['ON_QUEUE/INTERACTING', 'on-queue/interacting'],
    ['Unavailable: Lunch!', 'unavailable/lunch'],
    ['ＡＣＷ', 'acw'],
    ['休憩', '休憩'],
    ['---', ''],
  ])('%s is looked up as %s', (word, key) => expect(stateKey(word)).toBe(key));

  it('is found with its detail, else alone, else stored as the fallback', () => {
    expect(mapState('ON_QUEUE/INTERACTING', genesys)).toEqual({ state: 'handling', mapped: true });
    expect(mapState('ON_QUEUE/SOMETHING_NEW', genesys)).toEqual({ state: 'available', mapped: true });
    expect(mapState('Dentist', genesys)).toEqual({ state: 'away', mapped: false });
    expect(mapState('constructor', genesys)).toEqual({ state: 'away', mapped: false });
  });

  it('means what the organisation says before what the preset says', () => {
    const own = { states: { dentist: 'offline', meal: 'on-break' }, fallback: 'back-office' } as const;
    expect(mapState('Dentist', genesys, own)).toEqual({ state: 'offline', mapped: true });
    expect(mapState('MEAL', genesys, own)).toEqual({ state: 'on-break', mapped: true });
    expect(mapState('???', genesys, own)).toEqual({ state: 'back-office', mapped: false });
  });
});
