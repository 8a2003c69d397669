import fc from 'fast-check';
import { scenarioBase, scenarioQueue } from '../../../../tests/kit/scenario-base.js';
import {
  answerScenario,
  applyScenario,
  changesInWords,
  comparisonInWords,
  createScenarioRun,
  heldVolume,
  scenarioBaseFromFile,
  scenarioBaseToFile,
  type ScenarioChange,
} from './index.js';

const DAYS = 1;
const a = scenarioQueue('a', { days: DAYS, size: 12 });
const b = scenarioQueue('b', { days: DAYS, size: 6, agents: new Float64Array(96).fill(3) });
const base = scenarioBase([a, b]);
const quick = { withChance: false };

const scope = fc.constantFrom(undefined, ['a'], ['b']);
const change: fc.Arbitrary<ScenarioChange> = fc.oneof(
  fc.record({
    kind: fc.constant('volume' as const),
    queueIds: scope,
    factor: fc.double({ min: 0.2, max: 2, noNaN: true }),
  }),
  fc.record({
    kind: fc.constant('handle-time' as const),
    queueIds: scope,
    addSeconds: fc.integer({ min: -60, max: 90 }),
  }),
  fc.record({
    kind: fc.constant('deflection' as const),
    queueIds: scope,
    deflectedFraction: fc.double({ min: 0, max: 0.6, noNaN: true }),
  }),
  fc.record({
    kind: fc.constant('headcount' as const),
    skillId: fc.constantFrom('a', 'b'),
    agents: fc.integer({ min: -5, max: 5 }),
  }),
  fc.record({
    kind: fc.constant('absence' as const),
    fromOn: fc.constant('2026-11-23'),
    agents: fc.integer({ min: 0, max: 4 }),
  }),
  fc.record({ kind: fc.constant('wages' as const), factor: fc.double({ min: 0.5, max: 2, noNaN: true }) }),
);

describe('scenarios, whatever is changed', () => {
  it('come through a file, and through a run, to the same numbers', () => {
    const run = createScenarioRun(base, quick);
    const read = scenarioBaseFromFile(JSON.parse(JSON.stringify(scenarioBaseToFile(base))));
    if (read.kind !== 'read') throw new Error('the base must be readable');
    fc.assert(
      fc.property(fc.array(change, { maxLength: 3 }), (changes) => {
        if (applyScenario(base, changes).kind === 'faulty') return;
        const answer = answerScenario(base, changes, quick);
        expect(answerScenario(read.base, changes, quick)).toEqual(answer);
        expect(run.answer(changes)).toEqual(answer);
      }),
      { numRuns: 25 },
    );
  });

  it('cost what their days and queues cost, and are told in one line each and three sentences', () => {
    const before = answerScenario(base, [], quick);
    fc.assert(
      fc.property(
        fc.array(change, { maxLength: 3 }),
        fc.constantFrom('en' as const, 'ja' as const),
        (changes, language) => {
          if (applyScenario(base, changes).kind === 'faulty') return;
          const answer = answerScenario(base, changes, quick);
          const byQueue = answer.queues.reduce((sum, { total }) => sum + total.cost!.total, 0);
          const byDay = answer.days.reduce((sum, { cost }) => sum + cost!.total, 0);
          expect(byQueue).toBeCloseTo(answer.total.cost!.total, 4);
          expect(byDay).toBeCloseTo(answer.total.cost!.total, 4);
          const words = changesInWords(changes, base, language);
          expect(words).toHaveLength(changes.length);
          const [sentences] = comparisonInWords(
            [
              { title: 'A', answer: before },
              { title: 'B', answer },
            ],
            language,
          );
          for (const text of [...words, ...sentences!]) expect(text).not.toMatch(/NaN|undefined|Infinity/);
        },
      ),
      { numRuns: 25 },
    );
  });

  it('ask for no fewer agents when more comes, and no order of volume and handle time matters', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.3, max: 2, noNaN: true }),
        fc.double({ min: 1, max: 1.5, noNaN: true }),
        fc.integer({ min: 0, max: 60 }),
        (factor, more, addSeconds) => {
          const hours = (changes: readonly ScenarioChange[]): number =>
            answerScenario(base, changes, quick).total.requiredHours;
          const volume = { kind: 'volume', factor } as const;
          const handle = { kind: 'handle-time', addSeconds } as const;
          expect(hours([volume, { kind: 'volume', factor: more }])).toBeGreaterThanOrEqual(hours([volume]) - 1e-6);
          expect(hours([handle, volume])).toBe(hours([volume, handle]));
        },
      ),
      { numRuns: 15 },
    );
  });

  it('hold so much and no more', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 8 }), (agents) => {
        const own = scenarioBase([{ ...b, agents: new Float64Array(96).fill(agents) }]);
        const { factor } = heldVolume(own);
        const level = (times: number): number =>
          answerScenario(own, [{ kind: 'volume', factor: times }], quick).total.serviceLevel;
        if (factor > 0) expect(level(factor)).toBeGreaterThanOrEqual(0.8 * (1 - 1e-9));
        if (factor < 20) expect(level(factor * 1.001 + 1e-4)).toBeLessThan(0.8);
      }),
      { numRuns: 4 },
    );
  });
});
