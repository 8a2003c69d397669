import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readSettings, SETTINGS_SCHEMA, SettingsError } from './settings.js';

const EXAMPLE = readFileSync(join(__dirname, '..', '..', '..', '..', '.env.example'), 'utf8');
const LINES = [...EXAMPLE.matchAll(/^(#?)([A-Z][A-Z0-9_]*)=(.*)$/gm)].map(([, mark, name, value]) => ({
  name: name!,
  value: value!,
  isExample: mark === '#',
}));

describe('settings', () => {
  it('are all in .env.example, and no other', () => {
    expect(LINES.map(({ name }) => name).sort()).toEqual(Object.keys(SETTINGS_SCHEMA.shape).sort());
  });

  it('have the defaults .env.example shows', () => {
    const { repositoryRoot, codeVersion, ...defaults } = readSettings({});
    const shown = readSettings(
      Object.fromEntries(LINES.filter(({ isExample }) => !isExample).map(({ name, value }) => [name, value])),
    );
    expect(shown).toEqual({ ...defaults, repositoryRoot, codeVersion });
  });

  it('accept every example of .env.example', () => {
    expect(() => readSettings(Object.fromEntries(LINES.map(({ name, value }) => [name, value])))).not.toThrow();
  });

  it('are refused all at once, each by name', () => {
    const wrong = { PORT: '99999', DATABASE_URL: 'mysql://x', YOTEI_LOG_LEVEL: 'loud', YOTEI_COOKIE_SECURE: 'yes' };
    const problems = (): readonly string[] => {
      try {
        readSettings(wrong);
        return [];
      } catch (error) {
        return (error as SettingsError).problems;
      }
    };
    expect(problems().map((problem) => problem.split(' ')[0])).toEqual([
      'PORT',
      'DATABASE_URL',
      'YOTEI_COOKIE_SECURE',
      'YOTEI_LOG_LEVEL',
    ]);
    expect(problems()[1]).toBe('DATABASE_URL (mysql://x): must begin with postgres://');
  });

  it('take an empty value for an absent one', () => {
    expect(readSettings({ PORT: '' }).PORT).toBe(4310);
  });
});
