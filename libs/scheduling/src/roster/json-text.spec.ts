import fc from 'fast-check';
import { parseJsonText } from './json-text.js';

const message = (text: string): string => {
  const read = parseJsonText(text);
  return read.kind === 'refused' ? read.faults.map(({ path, message: why }) => `${path} ${why}`).join('\n') : 'value';
};

describe('parseJsonText', () => {
  it('reads what JSON.parse reads, however it is spaced', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 5 }), fc.constantFrom(undefined, 1, '\t'), (value, space) => {
        const text = JSON.stringify(value, null, space);
        expect(parseJsonText(text)).toEqual({ kind: 'value', value: JSON.parse(text) });
        expect(parseJsonText(`\uFEFF ${text}\r\n`)).toEqual({ kind: 'value', value: JSON.parse(text) });
      }),
    );
  });

  it('refuses what JSON.parse refuses', () => {
    const characters = fc.string({ unit: fc.constantFrom(...'{}[]:,"\\a1-.eE+ \n', 'true', 'null'), maxLength: 14 });
    fc.assert(
      fc.property(characters, (text) => {
        let isJson = true;
        try {
          JSON.parse(text);
        } catch {
          isJson = false;
        }
        const read = parseJsonText(text);
        const isRepeated = read.kind === 'refused' && read.faults.every(({ message: why }) => why.includes('twice'));
        expect(read.kind === 'value' || isRepeated).toBe(isJson);
      }),
      { numRuns: 2000 },
    );
  });

  it.each([
    ['', 'is empty'],
    ['{\n "a": 1,\n}', 'line 3, column 1: the comma before } must be taken out'],
    ['[1, 2,]', 'the comma before ] must be taken out'],
    ['{"a": 1 "b": 2}', 'line 1, column 9: a comma must stand before "b"'],
    ['{"a" 1}', 'a colon must stand before 1'],
    ['{"a": }', 'a value must stand before }'],
    ['{a: 1}', 'a is not JSON; texts stand in double quotes'],
    ["{'a': 1}", "'a' must stand in straight double quotes"],
    ['{"a": NaN}', 'NaN is no JSON number'],
    ['{"a": -Infinity}', '-Infinity is no JSON number'],
    ['{"a": 01}', 'is not JSON'],
    ['{"a": "x\ny"}', 'is a text that is not closed'],
    ['{"a": 1} // ok', 'must not follow the end of the object'],
    ['{ // note\n"a": 1}', 'comments are not part of JSON'],
    ['{"a": [1, 2}', '} must be ], which closes a'],
    ['{"a": {"b": 1}', 'the file ends early; its object is not closed with }'],
    ['{"a": 1}}', 'must not follow the end'],
    [']', '] must not stand here'],
  ])('says of %j where it is wrong and how to mend it', (text, expected) => {
    expect(message(text)).toContain(expected);
  });

  it('names every field written twice with its place', () => {
    expect(message('{"a": 1, "b": [{"c": 1, "c": 2}], "a": 3}')).toBe(
      'b[0].c is written twice in one object; keep one of them\na is written twice in one object; keep one of them',
    );
  });

  it('refuses nesting no roster needs, without stumbling', () => {
    expect(message('['.repeat(100_000) + ']'.repeat(100_000))).toContain('deeper than 64 levels');
    expect(message('['.repeat(64) + ']'.repeat(64))).toBe('value');
  });
});
