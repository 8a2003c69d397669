import { compileFormula, evaluateFormula, FORMULA_FUNCTIONS } from './index.js';

const valueOf = (text: string, values?: Record<string, number>): unknown => {
  const result = evaluateFormula(text, values);
  return result.kind === 'value' ? result.value : result.code;
};

describe('formulas', () => {
  it('answers the staffing question of the worked example', () => {
    expect(valueOf('agents(100, 1800, 180, 0.8, 20)')).toBe(14);
    expect(valueOf('agents(100, 1800, 180, 0.8, 20, 300)')).toBe(13);
    expect(valueOf('serviceLevel(100, 1800, 180, 14, 20)')).toBeCloseTo(0.888350019179467, 12);
    expect(valueOf('asa(100, 1800, 180, 14)')).toBeCloseTo(7.83593701177726, 10);
    expect(valueOf('roster(agents(100, 1800, 180, 0.8, 20), 0.3)')).toBe(20);
    expect(valueOf('erlangB(10, 17)')).toBeLessThan(0.02);
    expect(valueOf('erlangC(2, 3)')).toBeCloseTo(4 / 9, 14);
    expect(valueOf('erlangA(10, 14, 180, 300)')).toBeCloseTo(0.14526011, 8);
    expect(valueOf('abandonment(100, 1800, 180, 14, 300)')).toBeCloseTo(0.013983744, 8);
    expect(valueOf('load(100, 1800, 180) / 14 - occupancy(100, 1800, 180, 14)')).toBeCloseTo(0, 15);
  });

  it('computes with given values, conditions and rounding that forgives float noise', () => {
    expect(valueOf('answered / offered', { answered: 90, offered: 120 })).toBe(0.75);
    expect(valueOf('offered > 0 and answered > 0 ? answered / offered : 1', { answered: 0, offered: 0 })).toBe(1);
    expect(valueOf('ceil(21 / (1 - 0.3))')).toBe(30); // 21 / 0.7 = 30.000000000000004
    expect(valueOf('floor(0.3 / 0.1)')).toBe(3); // 2.9999999999999996
    expect(valueOf('max(1, 2, 3) + min(4, 5) ^ 2 - -1')).toBe(20);
    expect(valueOf('2 pi')).toBe(2 * Math.PI);
  });

  it.each([
    ['import({a: 1})', 'unknown-function'],
    ['createUnit("x")', 'unknown-function'],
    ['f(x) = x', 'not-allowed'],
    ['a = 3', 'not-allowed'],
    ['[1, 2, 3]', 'not-allowed'],
    ['1:1000000', 'not-allowed'],
    ['"text"', 'not-allowed'],
    ['1; 2', 'not-allowed'],
    ['abs.constructor', 'not-allowed'],
    ['abs.constructor("return 1")()', 'syntax'],
    ['abs.constructor("return 1")', 'not-allowed'],
    ['3!', 'not-allowed'],
    ['evaluate(1)', 'unknown-function'],
    ['constructor(1)', 'unknown-function'],
    ['constructor', 'unknown-name'],
    ['__proto__', 'unknown-name'],
  ])('refuses %s as %s', (text, code) => {
    expect(valueOf(text)).toBe(code);
  });

  it('names the place of a mistake', () => {
    expect(evaluateFormula('1 + * 2')).toMatchObject({ code: 'syntax', position: 4 });
    expect(evaluateFormula('1 + wrong * 2')).toMatchObject({ code: 'unknown-name', position: 4 });
    expect(evaluateFormula('1 + agents(2)')).toMatchObject({ code: 'wrong-arguments', position: 4 });
    expect(evaluateFormula('(1 + 2')).toMatchObject({ code: 'syntax', position: 6 });
    expect(evaluateFormula('')).toMatchObject({ code: 'syntax', position: 0 });
  });

  it('answers with a typed error where the numbers do not work out', () => {
    expect(valueOf('0 / 0')).toBe('not-a-number');
    expect(valueOf('1 < 2')).toBe('not-a-number');
    expect(valueOf('agents(100, 1800, 180, 1, 20)')).toBe('no-answer');
    expect(valueOf('agents(-1, 1800, 180, 0.8, 20)')).toBe('wrong-arguments');
    expect(valueOf('erlangC(10, 2.5)')).toBe('wrong-arguments');
    expect(valueOf('agents(1e300, 1800, 180, 0.8, 20)')).toBe('wrong-arguments');
    const formula = compileFormula('a + b', ['a', 'b', 'c']);
    expect(formula).toMatchObject({ kind: 'formula', names: ['a', 'b'] });
    if (formula.kind === 'formula') expect(formula.evaluate({ a: 1 })).toMatchObject({ code: 'missing-value' });
  });

  it('bounds the size of a formula, deep nesting included', () => {
    expect(valueOf('1+'.repeat(600) + '1')).toBe('too-long');
    expect(valueOf('1+'.repeat(400) + '1')).toBe('too-long');
    expect(valueOf(`${'('.repeat(495)}1${')'.repeat(495)}`)).toBe('too-long');
  });

  it('has a title in both languages for every function', () => {
    for (const { title } of FORMULA_FUNCTIONS) expect([title.en, title.ja]).not.toContain('');
  });
});
