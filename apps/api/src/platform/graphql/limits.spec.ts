import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSchema, Lexer, parse, Source, TokenKind, validate } from 'graphql';
import { MAX_TOKENS, queryLimits } from './limits.js';

const ROOT = join(__dirname, '../../../../..');
const schema = buildSchema(readFileSync(join(ROOT, 'apps/api/src/schema.graphql'), 'utf8'));
const documents = Object.values(
  JSON.parse(readFileSync(join(ROOT, 'apps/web/src/graphql/generated/persisted-documents.json'), 'utf8')) as Record<
    string,
    string
  >,
);
const { validationRules } = queryLimits();

const problemsOf = (text: string) => validate(schema, parse(text), validationRules).map(({ message }) => message);

function tokensOf(text: string): number {
  const lexer = new Lexer(new Source(text));
  let count = 0;
  while (lexer.advance().kind !== TokenKind.EOF) count += 1;
  return count;
}

describe('the limits of a query', () => {
  it('let every document of the web through, spreads of fragments counted', () => {
    expect(documents.length).toBeGreaterThan(50);
    expect(documents.filter((text) => text.includes('fragment ')).length).toBeGreaterThan(5);
    for (const text of documents) expect({ text, problems: problemsOf(text) }).toEqual({ text, problems: [] });
    expect(Math.max(...documents.map(tokensOf))).toBeLessThan(MAX_TOKENS);
  });

  it('stop a query that asks for too much at once', () => {
    const asked = (count: number) =>
      `{ ${Array.from({ length: count }, (_, i) => `a${i}: exchanges { id }`).join(' ')} }`;
    expect(problemsOf(asked(20))).toEqual([]);
    expect(problemsOf(asked(40)).join()).toMatch(/alias/i);
  });
});
