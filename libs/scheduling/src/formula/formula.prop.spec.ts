import fc from 'fast-check';
import { compileFormula, evaluateFormula, FORMULA_FUNCTIONS, formulaErrorText } from './index.js';

const WORDS = [
  ...FORMULA_FUNCTIONS.map(({ name }) => name),
  ...['constructor', 'prototype', '__proto__', 'toString', 'valueOf', 'import', 'createUnit', 'config', 'evaluate'],
  ...['parse', 'compile', 'simplify', 'derivative', 'typed', 'chain', 'map', 'forEach', 'range', 'ones', 'end', 'i'],
  ...['per', 'in', 'to', 'mod', 'and', 'or', 'not', 'xor', 'true', 'null', 'undefined', 'NaN', 'Infinity', 'pi', 'e'],
  ...[
    's',
    'min',
    'h',
    'day',
    '秒',
    '件',
    'offered',
    'answeredOfAnswered',
    'patienceSeconds',
    'function',
    'this',
    'new',
  ],
];
const SIGNS = ['+', '-', '*', '/', '^', '%', '(', ')', ',', '?', ':', '<', '>=', '==', '!=', '=', '.', ';', '!', "'"];
const REST = [
  '[',
  ']',
  '{',
  '}',
  '"',
  '`',
  '\\',
  '#',
  '\n',
  '$',
  '@',
  '~',
  '|',
  '&',
  '?.',
  '=>',
  '<<',
  '．',
  '（',
  '％',
];
const NUMBERS = ['0', '1', '2.5', '100', '1e9', '1e308', '1e999', '.5', '0x1F', '007', '１２'];

const soup = fc
  .array(
    fc.oneof(
      { weight: 3, arbitrary: fc.constantFrom(...WORDS) },
      { weight: 4, arbitrary: fc.constantFrom(...SIGNS) },
      { weight: 3, arbitrary: fc.constantFrom(...NUMBERS) },
      { weight: 1, arbitrary: fc.constantFrom(...REST) },
    ),
    { maxLength: 40 },
  )
  .chain((tokens) => fc.constantFrom(' ', '').map((glue) => tokens.join(glue)));

/** Formulas that hold together, deeply nested, so that evaluation is reached often. */
const { expression } = fc.letrec<{ expression: string }>((tie) => ({
  expression: fc.oneof(
    { maxDepth: 5, withCrossShrink: true },
    fc.constantFrom('1', '0', '14', '20 s', '3 min', '80 %', '100 per 30 min', 'offered', '1e300', '-1'),
    fc
      .tuple(
        tie('expression'),
        fc.constantFrom('+', '-', '*', '/', '^', 'mod', '<', 'and', 'per', ''),
        tie('expression'),
      )
      .map((parts) => `(${parts.join(' ')})`),
    fc
      .tuple(fc.constantFrom(...FORMULA_FUNCTIONS), fc.array(tie('expression'), { maxLength: 6 }))
      .map(([{ name }, given]) => `${name}(${given.join(', ')})`),
    fc.tuple(tie('expression'), tie('expression'), tie('expression')).map(([a, b, c]) => `(${a} ? ${b} : ${c})`),
  ),
}));

const VARIABLES = [{ name: 'offered', unit: 'contacts' }] as const;

/** Either a number that is one, or an error that says what, where and, in both languages, how to mend it. */
function checkOutcome(text: string): void {
  const formula = compileFormula(text, VARIABLES);
  const result = formula.kind === 'formula' ? formula.evaluate({ offered: 100 }) : formula;
  if (result.kind === 'value') {
    expect(typeof result.value).toBe('number');
    expect(result.value).not.toBeNaN();
    expect(formula).toMatchObject({ unit: result.unit });
    return;
  }
  expect(result.kind).toBe('formula-error');
  for (const language of ['en', 'ja'] as const) {
    const words = formulaErrorText(result, language);
    expect(words).not.toMatch(/\{\w+\}|undefined|\[object/);
    expect(words).not.toContain('$');
  }
  if (result.position !== null) {
    expect(Number.isInteger(result.position)).toBe(true);
    expect(result.position).toBeGreaterThanOrEqual(0);
    expect(result.position).toBeLessThanOrEqual(text.length);
  }
}

describe('any text is a formula or a mistake that is named', () => {
  it('made of pieces of formulas and of attacks', () => {
    fc.assert(
      fc.property(soup, (text) => {
        fc.pre(!text.includes('$') && !text.includes('undefined'));
        checkOutcome(text);
      }),
      { numRuns: 1500 },
    );
  });

  it('made of formulas within formulas', () => {
    fc.assert(fc.property(expression, checkOutcome), { numRuns: 600 });
  });

  it('made of any characters', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        fc.pre(!text.includes('$') && !/\{\w+\}/.test(text));
        checkOutcome(text);
      }),
      { numRuns: 600 },
    );
  });
});

/** What has been used against expression parsers, mathjs among them, and what eats memory or time. */
const ATTACKS = [
  'cos.constructor("return process")()',
  'max.constructor("return process")()',
  'max["constructor"]("return process")()',
  'f(x) = x; f.constructor("return 1")()',
  '{}.constructor.assign(max.constructor, {binding: 1})',
  '[].map.constructor("return 1")()',
  'typed({"a": 1})',
  'chain(3).done.constructor("return 1")()',
  'parse("1").compile().evaluate()',
  'import({agents: 3}, {override: true})',
  'createUnit("agents")',
  'config({number: "BigNumber"})',
  'reviver(1, 2)',
  'expression.transform.max',
  'max?.constructor',
  'max(1)?.["constructor"]',
  '"a".toString.constructor("return 1")()',
  'p = parse("1"); p.content = 1',
  '__proto__ = 1',
  'max(__proto__ = 1)',
  'agents(100 per 30 min, 180 s, 80 %, 20 s, __proto__ = 1)',
  'agents(100 per 30 min, 180 s, 80 %, 20 s, constructor = 1)',
  'constructor(constructor)(1)',
  'ones(100000, 100000)',
  'range(0, 1e9)',
  '0:1e9',
  '1:2:3',
  'factorial(1e9)',
  '1e9!',
  '"a" * 1e9',
  'repeat("a", 1e9)',
  'combinations(1e9, 5e8)',
  'bignumber(10) ^ 1e9',
  'evaluate("1")',
  'help(max)',
  'print("$x", {x: 1})',
  'fibonacci(1)',
  '1%(1%(1%(1%(1%(1%(1%(1%(1%(1%(1%(1%(1%(1%(1%(1%(1%(1%(1%(1%(1%(1%(1%(1))))))))))))))))))))))))',
];

describe('attacks', () => {
  it.each(ATTACKS)('%s is refused', (text) => {
    expect(evaluateFormula(text)).toMatchObject({ kind: 'formula-error' });
  });

  it('leave numbers where they are: powers overflow to infinity at once, and values of names stay names', () => {
    expect(evaluateFormula('9^9^9^9^9^9')).toMatchObject({ value: Infinity });
    expect(compileFormula('constructor + 1', ['constructor'])).toMatchObject({
      kind: 'formula',
      names: ['constructor'],
    });
    expect(compileFormula('constructor + 1', ['other'])).toMatchObject({ code: 'unknown-name' });
    const formula = compileFormula('toString', ['toString']);
    if (formula.kind === 'formula') expect(formula.evaluate({})).toMatchObject({ code: 'missing-value' });
  });

  it('cannot change what later formulas mean', () => {
    for (const text of ATTACKS) evaluateFormula(text);
    expect(evaluateFormula('agents(100 per 30 min, 180 s, 80 %, 20 s)')).toMatchObject({ value: 14 });
    expect(evaluateFormula('max(1, 2)')).toMatchObject({ value: 2 });
  });
});
