import fc from 'fast-check';
import { canonicalJson, inputSha256 } from './canonical-json.js';
import type { JsonValue } from './job-definition.js';

describe('the canonical spelling of an input', () => {
  it('does not depend on the order of keys', () => {
    expect(canonicalJson({ b: 1, a: [{ d: null, c: 'x' }] })).toBe('{"a":[{"c":"x","d":null}],"b":1}');
    expect(inputSha256({ a: 1, b: 2 })).toBe(inputSha256({ b: 2, a: 1 }));
    expect(inputSha256({ a: 1 })).not.toBe(inputSha256({ a: 2 }));
  });

  it('refuses what JSON would quietly turn into null', () => {
    expect(() => canonicalJson({ contacts: Number.NaN })).toThrow('number (NaN) must be finite');
    expect(() => canonicalJson([undefined])).toThrow('value (undefined) must be JSON');
  });

  it('reads back as the value it was made of', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) =>
        expect(JSON.parse(canonicalJson(value as JsonValue))).toEqual(JSON.parse(JSON.stringify(value))),
      ),
    );
  });
});
