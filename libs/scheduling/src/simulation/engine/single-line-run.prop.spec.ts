import fc from 'fast-check';
import type { SimulatedCentre } from '../simulated-centre.js';
import { CentreRun } from './centre-run.js';
import { compileCentre } from './compile-centre.js';
import { drawsOf } from './draws.js';
import { isSingleLine, SingleLineRun } from './single-line-run.js';

const STEP = 900;
const centres: fc.Arbitrary<SimulatedCentre> = fc.record({
  intervalSeconds: fc.constant(STEP),
  intervalCount: fc.constant(3),
  queues: fc.tuple(
    fc.record({
      id: fc.constant('q'),
      contacts: fc.array(fc.integer({ min: 0, max: 60 }), { minLength: 3, maxLength: 3 }),
      handleTime: fc.constantFrom(
        { kind: 'exponential' as const, meanSeconds: 180 },
        { kind: 'lognormal' as const, meanSeconds: 240, cv: 1.5 },
      ),
      handleTimeFactors: fc.option(fc.constant([1, 1.5, 0.5]), { nil: undefined }),
      patience: fc.option(
        fc.constantFrom(20, 300).map((meanSeconds) => ({ kind: 'exponential' as const, meanSeconds })),
        {
          nil: undefined,
        },
      ),
    }),
  ),
  groups: fc.tuple(
    fc.record({
      id: fc.constant('g'),
      skills: fc.constantFrom([{ queueId: 'q' }], [{ queueId: 'q', speedFactor: 1.3 }]),
      agents: fc.integer({ min: 0, max: 12 }),
    }),
  ),
});

describe('the engine without events', () => {
  it('counts what the event engine counts, place by place', () => {
    fc.assert(
      fc.property(centres, fc.integer({ min: 0, max: 1e6 }), fc.constantFrom(0, 1200), (centre, seed, warmUp) => {
        const compiled = compileCentre(centre);
        expect(isSingleLine(compiled)).toBe(true);
        const { handleTime, patience } = centre.queues[0]!;
        const draws = () => ({
          handleTime: drawsOf(handleTime, { seed, stream: 1 }),
          patience: patience ? drawsOf(patience, { seed, stream: 2 }) : null,
        });
        const stream = { seed, stream: 0 };
        const runs = [new SingleLineRun(compiled, draws(), stream), new CentreRun(compiled, [draws()], () => stream)];
        for (const run of runs) run.run({ replication: 4, startsAt: -warmUp, factors: null, missed: null });
        const [plain, events] = runs.map(({ tallies }) => tallies);
        // The place after the horizon is not told; the event engine fills it, the other does not.
        const told = (values: Float64Array, rows: number) =>
          Array.from(values.subarray(0, (values.length / rows) * (rows - 1)));
        const rows = plain!.places;
        expect(told(plain!.contacts, rows)).toEqual(
          told(events!.contacts, rows).map((count) => expect.closeTo(count, 5)),
        );
        expect(told(plain!.agents, rows)).toEqual(told(events!.agents, rows).map((time) => expect.closeTo(time, 5)));
      }),
      { numRuns: 100 },
    );
  });
});
