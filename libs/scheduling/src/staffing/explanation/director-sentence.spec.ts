import { DIRECTOR_MESSAGES, directorClauseText } from './index.js';

const holes = (text: string): readonly string[] => [...new Set(text.match(/\{\w+\}/g) ?? [])].sort();

describe('the messages of the sentence for a director', () => {
  it.each(Object.entries(DIRECTOR_MESSAGES))('%s is a whole sentence in both languages', (_id, { en, ja }) => {
    expect(en).toMatch(/^[A-Z{].*\.$/);
    expect(ja).toMatch(/。$/);
    // One language may name the agents where the other says "they"; nothing else may be left out.
    const spoken = (text: string): readonly string[] =>
      holes(text).filter((hole) => hole !== '{agents}' && hole !== '{scheduled}');
    expect(spoken(ja)).toEqual(spoken(en));
  });

  it('put amounts in, apart from what they must not be confused with', () => {
    const values = {
      agents: { value: 14, unit: 'agents' },
      value: { value: 0.88835, unit: 'fraction' },
      fewer: { value: 13, unit: 'agents' },
      fewerValue: { value: 0.79996, unit: 'fraction' },
      target: { value: 0.8, unit: 'fraction' },
    } as const;
    const clause = { id: 'gives-service-level', values, apart: { fewerValue: 'target' } } as const;
    expect(directorClauseText(clause, 'en')).toBe('They reach 88.8%; with 13 agents it would be 79.996%.');
    expect(directorClauseText(clause, 'ja')).toBe('14人なら88.8%、13人では79.996%になります。');
  });
});
