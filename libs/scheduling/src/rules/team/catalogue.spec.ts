import { readdirSync } from 'node:fs';
import { TEAM_RULES } from './catalogue.js';

describe('the catalogue of rules across agents', () => {
  it('lists every rule file, with an id of its name and parameters in range', () => {
    const files = readdirSync(__dirname).filter((name) => name.endsWith('.team-rule.ts'));
    expect(TEAM_RULES.map(({ id }) => `${id}.team-rule.ts`).sort()).toEqual(files.sort());
    for (const { parameters } of TEAM_RULES)
      for (const { min, max, default: standard } of parameters) expect(standard >= min && standard <= max).toBe(true);
  });
});
