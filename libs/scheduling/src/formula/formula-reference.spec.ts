import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { FORMULA_MESSAGES } from './formula-messages.js';
import { evaluateFormula, formulaReference, formulaTables } from './index.js';

const PAGE = resolve(__dirname, '../../../../docs/methods/formula.md');

/** Prettier pads the cells of tables; what they say is what counts. */
const squeezed = (text: string): string => text.replace(/ +/g, ' ').replace(/-{3,}/g, '---');

describe('the page docs/methods/formula.md', () => {
  const page = readFileSync(PAGE, 'utf8');

  it.each(['en', 'ja'] as const)(
    'has every function, value, service level and KPI name as the code has them: %s',
    (language) => {
      expect(squeezed(page)).toContain(squeezed(formulaTables(language)));
    },
  );

  it('shows formulas that work, with the values they give', () => {
    const shown = [...page.matchAll(/^ {4}(\S.*?) {2,}→ (\S+)$/gm)].map(([, text, value]) => [text!, value!] as const);
    expect(shown.length).toBeGreaterThan(8);
    for (const [text, value] of shown) {
      const result = evaluateFormula(text);
      expect([text, result.kind === 'value' ? String(Number(result.value.toPrecision(6))) : result.message]).toEqual([
        text,
        value,
      ]);
    }
  });
});

describe('the reference of formulas', () => {
  it('has an example with a value for every function, in both languages', () => {
    for (const language of ['en', 'ja'] as const)
      for (const { example, exampleResult, title } of formulaReference(language)) {
        expect(title).not.toBe('');
        expect([example, exampleResult]).toEqual([example, expect.stringMatching(/^-?[0-9]/)]);
      }
  });
});

describe('the messages of formulas', () => {
  it.each(Object.entries(FORMULA_MESSAGES))('%s speaks both languages', (_code, { en, ja }) => {
    const holes = (text: string): readonly string[] => [...new Set(text.match(/\{\w+\}/g) ?? [])].sort();
    // What the parser says of a syntax error is English and left out of the Japanese words.
    expect(holes(ja)).toEqual(holes(en).filter((hole) => hole !== '{detail}' || ja.includes(hole)));
    expect(ja).toMatch(/[ぁ-んァ-ヶ一-龠]/);
  });
});
