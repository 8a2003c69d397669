import { Session } from 'node:inspector';
import fc from 'fast-check';
import { MeasureSet } from './index.js';
import { compileFormula, evaluateFormula } from '../formula/index.js';

interface Coverage {
  readonly result: readonly {
    readonly url: string;
    readonly functions: readonly { readonly ranges: readonly { readonly count: number }[] }[];
  }[];
}

/** Counts executed blocks, loop rounds among them: work that is the same on every machine, whatever else it does. */
class StepCounter {
  private readonly session = new Session();

  start(): void {
    this.session.connect();
    this.session.post('Profiler.enable');
    this.session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true });
    this.steps(() => undefined);
  }

  stop(): void {
    this.session.post('Profiler.stopPreciseCoverage');
    this.session.disconnect();
  }

  steps(work: () => void): number {
    work();
    let found = 0;
    this.session.post('Profiler.takePreciseCoverage', (error, coverage) => {
      if (error) throw error;
      for (const script of (coverage as Coverage).result) {
        if (!script.url.includes('libs/scheduling/src') && !script.url.includes('mathjs')) continue;
        for (const { ranges } of script.functions) for (const { count } of ranges) found += count;
      }
    });
    return found;
  }
}

const counter = new StepCounter();
beforeAll(() => counter.start());
afterAll(() => counter.stop());

/** What any text may cost: compiling 1,000 characters and, at worst, twenty searches of queueing models. */
const MOST_STEPS = 60_000_000;
/** What a text may cost that asks no queueing model. */
const MOST_PLAIN_STEPS = 400_000;

const long = (part: string, times: number) => part.repeat(times);

const HOSTILE: readonly string[] = [
  // Endless loops and recursion.
  'while(true){}',
  'for(;;){}',
  'f(x) = f(x); f(1)',
  'map(1:1e9, f(x) = x)',
  'sum(1:1e12)',
  'cumsum(ones(1e9))',
  // Huge arrays, factorials, ranges, exponents.
  'zeros(1e5, 1e5)',
  'matrix([1, 2; 3, 4]) ^ 1e9',
  '170!!!!!!!!',
  'gamma(1e308)',
  'bell(1e5)',
  'fibonacci(1e9)',
  'isPrime(2^53 - 1)',
  long('9^', 200) + '9',
  long('(', 39) + '9^9' + long(')^9', 39),
  '1e308 ^ 1e308 mod 7',
  // Prototype, constructor, import, createUnit.
  'constructor.constructor("return this")()',
  '({}).__proto__.polluted = 1',
  'Object.prototype.polluted = 1',
  '__proto__.polluted = 1',
  'import({pi: 3}, {override: true})',
  'createUnit("s", "3 m")',
  'createUnit({agents: 1})',
  'config({epsilon: 1e9})',
  'typed.create()',
  'math.import',
  'globalThis.process.exit()',
  'process',
  'require("fs")',
  'eval("1")',
  'Function("return 1")()',
  '`${process}`',
  'new Date()',
  'this.constructor',
  'arguments.callee',
  // Deep nesting and long texts.
  long('(', 1000),
  long('(', 500) + '1' + long(')', 499),
  long('-', 999) + '1',
  long('not ', 249) + '1',
  long('1 ? 2 : ', 124) + '3',
  long('1<', 499) + '1',
  long('max(', 39) + '1' + long(')', 39),
  long('1 ', 499),
  long('a', 1000),
  long('x', 1_000_000),
  long('1+', 500_000),
  // Tricks of Unicode.
  '\u202Eagents',
  'of\u200Bfered',
  'оffered + 1', // a Cyrillic o
  'ｅｖａｌ（１）',
  '\u{1F4A5}'.repeat(400),
  'a\u0301'.repeat(400),
  '\uD800',
  '\0',
  'ﬀ',
  '＿＿proto＿＿',
  // Models asked for too much.
  'agents(1e300 per 1 s, 1e300 s, 99.9999 %, 0 s)',
  'agents(1e9 per 30 min, 180 s, 80 %, 20 s)',
  'agents(100000 per 1 s, 1 h, 99.99 %, 1 s, 1 s)',
  'serviceLevel(1e15 per 1 s, 1 s, 1e15, 20 s)',
  'erlangB(1e308, 1e308)',
  'erlangC(1e7, 1e7 + 1)',
  'erlangA(1e7, 1e7, 1 s, 1 s)',
  'agents(60 per 30 min, 10 min, 80 %, 30 s, concurrency = 1e9)',
  'agents(100 per 30 min, 180 s, 80 %, 20 s, lines = 1e12)',
  'agents(100 per 30 min, 180 s, 80 %, 20 s, redial = 99.999999 %)',
  'agents(100 per 30 min, 180 s, asaSeconds = 0 s)',
  'deferredAgents(1e300 per 1 s, 1e300 s, 1e-300)',
  Array.from({ length: 19 }, () => 'agents(9e4 per 1 h, 1 h, 80 %, 20 s)').join('+'),
];

const globals = () =>
  JSON.stringify([
    Object.getOwnPropertyNames(Object.prototype),
    Object.getOwnPropertyNames(Function.prototype),
    Object.getOwnPropertyNames(Array.prototype).length,
    Object.getOwnPropertyNames(globalThis).length,
    Object.getOwnPropertyNames(Math),
  ]);

const asksModels = (text: string) => /agents|serviceLevel|asa|occupancy|wait|queue|abandon|erlang|deferred/i.test(text);

function checkWork(text: string): void {
  const before = globals();
  const steps = counter.steps(() => {
    const compiled = compileFormula(text, [{ name: 'offered', unit: 'contacts' }]);
    const outcome = compiled.kind === 'formula' ? compiled.evaluate({ offered: 100 }) : compiled;
    expect(['value', 'formula-error']).toContain(outcome.kind);
    if (outcome.kind === 'value') expect(outcome.value).not.toBeNaN();
  });
  expect({
    text: text.slice(0, 80),
    tooManySteps: steps > (asksModels(text) ? MOST_STEPS : MOST_PLAIN_STEPS) && steps,
  }).toEqual({
    text: text.slice(0, 80),
    tooManySteps: false,
  });
  expect(globals()).toBe(before);
}

describe('a hostile formula', () => {
  it('really counts: a longer sum takes more steps', () => {
    const steps = (count: number) => counter.steps(() => void evaluateFormula(long('1+', count) + '1'));
    expect(steps(100)).toBeGreaterThan(3 * steps(10));
    expect(steps(10)).toBeGreaterThan(50);
  });

  it.each(HOSTILE.map((text) => [text.slice(0, 60), text]))(
    '%s ends within the bound and touches nothing',
    (_, text) => {
      checkWork(text);
    },
  );

  const part = fc.oneof(
    fc.constantFrom(...HOSTILE.map((text) => text.slice(0, 60))),
    fc.constantFrom(
      '(',
      ')',
      '^',
      '9',
      '1e308',
      ',',
      '?',
      ':',
      'per',
      'offered',
      '__proto__',
      'constructor',
      '.',
      '=',
      ';',
      '%',
      'mod',
    ),
    fc.string({ unit: 'binary', maxLength: 8 }),
  );

  it('pieced together of such pieces ends within the bound too', () => {
    fc.assert(
      fc.property(fc.array(part, { minLength: 1, maxLength: 12 }), (parts) => checkWork(parts.join(''))),
      { numRuns: 150 },
    );
  });

  it('among measures of one’s own neither loops nor multiplies: a hundred of them cost as much as their parts', () => {
    const doubled = Array.from({ length: 100 }, (_, i) => ({
      ...{ id: `m${i}`, name: `m${i}` },
      formula: i === 0 ? 'offered' : i === 1 ? 'm0' : `m${i - 1} + m${i - 2}`,
    }));
    const circle = doubled.map((one, i) => ({ ...one, formula: `m${(i + 1) % 100} + m${(i + 7) % 100}` }));
    const facts = new Map([['offered', { sum: 1, lacking: 0 }]]);
    for (const measures of [doubled, circle]) {
      const steps = counter.steps(() => {
        const set = new MeasureSet(measures);
        const evaluate = set.evaluator(facts, 60);
        for (const measure of measures) evaluate(measure);
      });
      expect(steps).toBeLessThan(100 * MOST_PLAIN_STEPS);
    }
    const tower = new MeasureSet(doubled);
    // The hundredth Fibonacci number: 3.5 × 10²⁰ ways down, each part computed once.
    const top = tower.evaluator(facts, 60)(doubled[99]!);
    expect(top.kind === 'value' && top.value / 3.542248481792619e20).toBeCloseTo(1, 12);
  });
});
