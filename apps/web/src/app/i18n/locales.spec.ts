import { compileMessage } from '@lingui/message-utils/compileMessage';
import { messages as en } from '../locales/en/index.js';
import { messages as ja } from '../locales/ja/index.js';
import { flatten } from './language.js';

const english = flatten(en);
const japanese = flatten(ja);

/** Names of the values a message asks for, and its `<b>` parts, sorted. */
function placeholders(message: string): readonly string[] {
  const names = new Set<string>();
  const visit = (part: unknown): void => {
    if (!Array.isArray(part)) return;
    if (typeof part[0] === 'string' && part.length > 0) names.add(part[0]);
    for (const inner of part.slice(1)) {
      if (Array.isArray(inner)) visit(inner);
      else if (inner && typeof inner === 'object')
        Object.values(inner).forEach((one) => Array.isArray(one) && one.forEach(visit));
    }
  };
  const compiled = compileMessage(message);
  if (Array.isArray(compiled)) compiled.forEach(visit);
  return [...names, ...(message.match(/<b>/g) ?? [])].sort();
}

describe('the comparison of values', () => {
  it('sees values inside plurals and strong parts', () => {
    expect(placeholders('{count, plural, one {# of {all}} other {# of <b>{all}</b>}}')).toEqual([
      '<b>',
      'all',
      'count',
    ]);
  });
});

describe('the texts of the product', () => {
  it('exist in both languages', () => {
    expect(Object.keys(japanese).sort()).toEqual(Object.keys(english).sort());
  });

  it('are never empty', () => {
    const empty = [...Object.entries(english), ...Object.entries(japanese)].filter(([, text]) => text.trim() === '');
    expect(empty).toEqual([]);
  });

  it('ask for the same values in both languages', () => {
    const different = Object.keys(english).filter(
      (id) => placeholders(english[id]!).join() !== placeholders(japanese[id] ?? '').join(),
    );
    expect(different.map((id) => [id, english[id], japanese[id]])).toEqual([]);
  });

  it('are written in Japanese where the language is Japanese', () => {
    const latinOnly = Object.entries(japanese).filter(
      ([id, text]) =>
        !/[\u3040-\u30ff\u4e00-\u9fff]/.test(text) &&
        text.replace(/\{[^}]*\}/g, '').match(/[A-Za-z]{4,}/) &&
        id !== 'app.name',
    );
    expect(latinOnly).toEqual([]);
  });
});
