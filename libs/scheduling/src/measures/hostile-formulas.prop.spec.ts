import { Session } from 'node:inspector';
import fc from 'fast-check';
import { HOSTILE_FORMULAS, hostilePart, long } from '../../../../tests/kit/hostile-formulas.js';
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

  it.each(HOSTILE_FORMULAS.map((text) => [text.slice(0, 60), text]))(
    '%s ends within the bound and touches nothing',
    (_, text) => {
      checkWork(text);
    },
  );

  it('pieced together of such pieces ends within the bound too', () => {
    fc.assert(
      fc.property(fc.array(hostilePart, { minLength: 1, maxLength: 12 }), (parts) => checkWork(parts.join(''))),
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
