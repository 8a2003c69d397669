import { compileFormula, evaluateFormula, FORMULA_FUNCTIONS, formulaErrorText, signatureOf } from './index.js';

const valueOf = (text: string, values?: Record<string, number>): unknown => {
  const result = evaluateFormula(text, values);
  return result.kind === 'value' ? result.value : result.code;
};
const messageOf = (text: string, values?: Record<string, number>): string => {
  const result = evaluateFormula(text, values);
  return result.kind === 'value' ? `value ${result.value}` : result.message;
};

describe('formulas', () => {
  it('answers the staffing question of the worked example, in plain numbers', () => {
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

  it.each([
    ['agents(100 per 30 min, 180 s, 80 %, 20 s)', 14],
    ['agents(100 per 30 min, 3 min, 80 %, 20 s)', 14],
    ['agents(100/30 min, 3 min, 80%, 20 s)', 14],
    ['agents(200/h, 0.05 h, 80 %, 20 s)', 14],
    ['agents(200 per h, 3 min, 0.8, 20)', 14],
    ['agents(100 per (30 min), 180 s, 80 %, 20 s)', 14],
    ['agents(100, 30 min, 180 s, 80 %, 20 s)', 14],
    ['agents(100 contacts per 30 min, 180 s, 80 %, 20 s)', 14],
    ['agents((60 + 40) per 30 min, 180 s, 80 %, 20 s, 5 min)', 13],
    ['agents(100 per 30 min, 180 s, 80 %, 20 s, patienceSeconds = 5 min)', 13],
    ['ａｇｅｎｔｓ（１００　ｐｅｒ　３０　ｍｉｎ、１８０　ｓ，８０％，２０　ｓ）', 14],
    ['agents(100件 / 30分, 3分, 80%, 20秒)', 14],
    ['agents(100 per 30m, 180s, 80%, 20s)', 14],
    ['agents(50 per 15 min, 3 min 0 s, 80 %, 0 min 20 s)', 14],
    ['1 h 30 min 5 s', 5405],
    ['2 d / 1 w', 2 / 7],
    ['load(130 per 30 min, 180 s)', 13],
    ['load(6000/h, 0.5 h)', 3000],
    ['roster(14, 20 %, 12.5 %)', 20],
    ['agents(100 per 30 min, 180 s, asaSeconds = 20 s)', 13],
    ['agents(100 per 30 min, 180 s, maxOccupancy = 60 %)', 17],
  ])('understands units: %s = %d', (text, value) => {
    expect(valueOf(text)).toBe(value);
  });

  it('knows each service level by its name', () => {
    const level = (variant: string): unknown =>
      valueOf(`serviceLevel(100 per 30 min, 180 s, 13, 20 s, 5 min, variant = ${variant})`);
    expect(level('answeredOfOffered')).toBeCloseTo(0.8582, 4);
    expect(level('answeredOrAbandonedOfOffered')).toBeCloseTo(0.8698, 4);
    expect(level('answeredOfAnswered')).toBeCloseTo(0.8801, 4);
    expect(level('answeredOfOfferedLessShortAbandons')).toBeCloseTo(0.8683, 4);
    expect(level('offered')).toBe('unknown-name');
    expect(valueOf('answeredOfAnswered')).toBe('not-a-result');
    expect(valueOf('1 + answeredOfAnswered')).toBe('mixed-kinds');
  });

  it.each([
    ['agents(100 per 30 min, 180 s, 80 %, 20 s)', 'agents'],
    ['asa(100 per 30 min, 180 s, 14)', 'seconds'],
    ['1 - abandonment(100 per 30 min, 180 s, 14, 300 s)', 'fraction'],
    ['load(100 per 30 min, 180 s) + 2 * sqrt(load(100 per 30 min, 180 s))', 'erlangs'],
    ['agents(100 per 30 min, 180 s, 80 %, 20 s) * 110 %', 'agents'],
    ['100 per 30 min', 'contacts-per-hour'],
    ['100 per 30 min * 2 h', 'number'],
    ['queueLength(100 per 30 min, 180 s, 14)', 'contacts'],
    ['max(20 s, 30)', 'seconds'],
    ['3 min / 20 s', 'number'],
    ['2 + 3', 'number'],
  ])('knows what %s counts: %s', (text, unit) => {
    expect(compileFormula(text)).toMatchObject({ kind: 'formula', unit });
  });

  it('computes KPIs from values with units', () => {
    const variables = [
      { name: 'offered', unit: 'contacts' },
      { name: 'answered', unit: 'contacts' },
      { name: 'handleSeconds', unit: 'seconds' },
    ] as const;
    const rate = compileFormula('offered > 0 ? answered / offered : 100 %', variables);
    expect(rate).toMatchObject({ kind: 'formula', unit: 'fraction', names: ['offered', 'answered'] });
    if (rate.kind !== 'formula') return;
    expect(rate.evaluate({ offered: 120, answered: 90 })).toEqual({ kind: 'value', value: 0.75, unit: 'fraction' });
    expect(rate.evaluate({ offered: 0, answered: 0 })).toMatchObject({ value: 1 });
    expect(rate.evaluate({ offered: 1 })).toMatchObject({ code: 'missing-value', params: { name: 'answered' } });
    const staffing = compileFormula('agents(offered per 30 min, handleSeconds, 80 %, 20 s)', variables);
    expect(staffing).toMatchObject({ unit: 'agents' });
    if (staffing.kind === 'formula')
      expect(staffing.evaluate({ offered: 100, handleSeconds: 180 })).toMatchObject({ value: 14 });
    expect(compileFormula('offered + handleSeconds', variables)).toMatchObject({ code: 'mixed-kinds', position: 10 });
  });

  it('computes with conditions and rounding that forgives float noise', () => {
    expect(valueOf('offered > 0 and answered > 0 ? answered / offered : 1', { answered: 0, offered: 0 })).toBe(1);
    expect(valueOf('ceil(21 / (1 - 30 %))')).toBe(30); // 21 / 0.7 = 30.000000000000004
    expect(valueOf('floor(0.3 / 0.1)')).toBe(3); // 2.9999999999999996
    expect(valueOf('max(1, 2, 3) + min(4, 5) ^ 2 - -1')).toBe(20);
    expect(valueOf('2 pi')).toBe(2 * Math.PI);
    expect(valueOf('1 < 2 < 3 ? 7 mod 4 : 0')).toBe(3);
    expect(valueOf('not (1 > 2) ? 1 : 0')).toBe(1);
    expect(valueOf('２ × ３ ÷ ４ − １')).toBe(0.5);
  });
});

describe('mistakes in formulas', () => {
  it.each([
    ['import({a: 1})', 'bad-character'],
    ['import(1)', 'unknown-function'],
    ['createUnit(x)', 'unknown-function'],
    ['config(1)', 'unknown-function'],
    ['f(x) = x', 'not-allowed'],
    ['a = 3', 'not-allowed'],
    ['agents = 3', 'not-allowed'],
    ['max(1, (a = 3))', 'not-allowed'],
    ['[1, 2, 3]', 'bad-character'],
    ['1:1000000', 'not-allowed'],
    ['"text"', 'bad-character'],
    ['1; 2', 'bad-character'],
    ['1\n2', 'sign-missing'],
    ['abs.constructor', 'bad-character'],
    ['abs["constructor"]', 'bad-character'],
    ['3!', 'bad-character'],
    ["3'", 'bad-character'],
    ['evaluate(1)', 'unknown-function'],
    ['parse(1)', 'unknown-function'],
    ['constructor(1)', 'unknown-function'],
    ['constructor', 'unknown-name'],
    ['__proto__', 'unknown-name'],
    ['toString', 'unknown-name'],
    ['hasOwnProperty(1)', 'unknown-function'],
    ['$0', 'bad-character'],
    ['0x10', 'unknown-name'],
    ['2 3', 'sign-missing'],
    ['2 (3)', 'sign-missing'],
    ['30 min (2)', 'sign-missing'],
    ['7 % 3', 'sign-missing'],
    ['80 % (3)', 'sign-missing'],
    ['5 in', 'unknown-name'],
    ['5 s to min', 'unknown-name'],
    ['100 per', 'not-allowed'],
    ['per 30 min', 'not-allowed'],
    ['1 per 2 s per 3 s', 'not-allowed'],
    ['agents()', 'wrong-count'],
    ['abs(1, 2)', 'wrong-count'],
    ['agents(100 per 30 min, 180 s, 80 %, 20 s, cores = 2)', 'unknown-argument'],
    ['agents(100 per 30 min, 180 s, 80 %, 20 s, serviceLevel = 2)', 'given-twice'],
    ['agents(100 per 30 min, 30 min, 180 s, 80 %, 20 s)', 'wrong-kind'],
    ['30 min * 30 min', 'not-a-result'],
    ['30 min 1 h', 'not-a-result'],
    ['agents(0 / 0, 1800, 180, 0.8, 20)', 'not-a-number'],
    ['1 < 2', 'not-a-result'],
    ['0 / 0', 'not-a-number'],
    ['agents(100, 1800, 180, 1, 20)', 'no-answer'],
    ['agents(100 per 30 min, 180 s)', 'refused'],
    ['agents(1e300, 1800, 180, 0.8, 20)', 'refused'],
    ['agents(-1, 1800, 180, 0.8, 20)', 'out-of-range'],
    ['agents(100, 0, 180, 0.8, 20)', 'out-of-range'],
    ['agents(100, 1800, 180, 80, 20)', 'out-of-range'],
    ['erlangC(10, 2.5)', 'out-of-range'],
    ['roster(14, 100 %)', 'refused'],
  ])('refuses %s as %s', (text, code) => {
    expect(valueOf(text)).toBe(code);
  });

  it('names the argument, what it is, what it should be and what to write', () => {
    expect(messageOf('agents(100 per 30 min, 180 s, 80 %, 20 %)')).toBe(
      'answerWithinSeconds: 20 % is a share, not a time; write 20 s',
    );
    expect(messageOf('agents(100 per 30 min, 180 s, 80 s, 20 s)')).toBe(
      'serviceLevel: 80 s is a time, not a share; write 80 %',
    );
    expect(messageOf('agents(100 s, 180 s, 80 %, 20 s, 300 s)')).toBe(
      'contacts: 100 s is a time, not a number of contacts; write 100 per 30 min',
    );
    expect(messageOf('agents(100 per 1800, 180 s, 80 %, 20 s)')).toBe(
      'per: 1800 is a plain number, not a time; write 100 per 30 min',
    );
    expect(messageOf('agents(100, 1800, 180, 80, 20)')).toBe(
      'serviceLevel: 80 must be 0 % to 100 %; write 80 % or 0.8',
    );
    expect(messageOf('100 + 10 %')).toBe(
      '100 + 10 %: of what is the percentage? Write 100 * (1 + 10 %) to change 100 by it',
    );
    expect(messageOf('20 s + 30 %')).toBe(
      '20 s + 30 %: of what is the percentage? Write 20 s * (1 + 30 %) to change 20 s by it',
    );
    expect(messageOf('asa(100, 1800, 180, 14) + erlangC(10, 14)')).toBe(
      'asa(100, 1800, 180, 14) is a time and erlangC(10, 14) is a share; they cannot be put together with +',
    );
  });

  it('names the place of a mistake', () => {
    expect(evaluateFormula('1 + * 2')).toMatchObject({ code: 'syntax', position: 4 });
    expect(evaluateFormula('1 + wrong * 2')).toMatchObject({ code: 'unknown-name', position: 4 });
    expect(evaluateFormula('１＋　wrong＊２')).toMatchObject({ code: 'unknown-name', position: 3 });
    expect(evaluateFormula('1 + agents(2)')).toMatchObject({ code: 'wrong-count', position: 4 });
    expect(evaluateFormula('agents(100 per 30 min, 180 s, 80 %, 20 %)')).toMatchObject({ position: 36 });
    expect(evaluateFormula('1 + roster(14, 30 %) + roster(14, 130 %)')).toMatchObject({ position: 34 });
    expect(evaluateFormula('(1 + 2')).toMatchObject({ code: 'syntax', position: 6 });
    expect(evaluateFormula('1 ~ 2')).toMatchObject({ code: 'bad-character', position: 2 });
    expect(evaluateFormula('')).toMatchObject({ code: 'empty', position: 0 });
    expect(evaluateFormula('  ')).toMatchObject({ code: 'empty', position: 0 });
  });

  it('says the same in Japanese', () => {
    const error = evaluateFormula('agents(100 per 30 min, 180 s, 80 %, 20 %)');
    if (error.kind !== 'formula-error') throw new Error('must be an error');
    expect(formulaErrorText(error, 'ja')).toBe('answerWithinSeconds：「20 %」は割合で、時間ではありません。例：20 s');
    expect(formulaErrorText(error, 'en')).toBe(error.message);
  });

  it('bounds the size of a formula, deep nesting and many questions included', () => {
    expect(valueOf('1+'.repeat(600) + '1')).toBe('too-long');
    expect(valueOf('1+'.repeat(400) + '1')).toBe('too-long');
    expect(valueOf(`${'('.repeat(450)}1${')'.repeat(450)}`)).toBe('too-long');
    expect(valueOf('-'.repeat(900) + '1')).toBe('too-long');
    expect(valueOf(Array.from({ length: 21 }, () => 'load(1, 2, 3)').join('+'))).toBe('too-long');
  });

  it('is not hung by percent signs before brackets, at which the parser of mathjs doubles its work', () => {
    expect(valueOf(`${'1%('.repeat(38)}1${')'.repeat(38)}`)).toBe('sign-missing');
  });
});

describe('the functions of formulas', () => {
  it.each(FORMULA_FUNCTIONS.map((each) => [each.name, each] as const))(
    '%s has an example that works',
    (_name, each) => {
      const result = evaluateFormula(each.example);
      expect(result).toMatchObject({ kind: 'value', value: expect.any(Number) });
      if (each.result !== 'same') expect(result).toMatchObject({ unit: each.result });
      expect(signatureOf(each)).toContain(`${each.name}(`);
    },
  );

  it('have titles in both languages, and so have their parameters', () => {
    for (const { title, parameters } of FORMULA_FUNCTIONS)
      for (const text of [title, ...parameters.map((each) => each.title)]) {
        expect([text.en, text.ja]).not.toContain('');
      }
  });
});
