import { simulateCentre, type SimulatedCentre, type WorkingSpan } from '@yotei/scheduling/simulation';
import fc from 'fast-check';
import { Arrivals } from '../../libs/scheduling/src/simulation/engine/arrivals.js';
import { drawsOf } from '../../libs/scheduling/src/simulation/engine/draws.js';
import { PlainSimulation, type PlainContact, type PlainOutcome } from './plain-simulation.js';

const STEP = 600;

/** The engine's own random inputs, so that both play the same contacts. */
function contactsOf(centre: SimulatedCentre, seed: number): PlainContact[] {
  return centre.queues.flatMap((queue, q) => {
    const rates = Float64Array.from({ length: centre.intervalCount }, () => (queue.contacts as number) / STEP);
    const arrivals = new Arrivals(rates, STEP, { seed, stream: q * 3 });
    const handle = drawsOf(queue.handleTime, { seed, stream: q * 3 + 1 });
    const patience = queue.patience ? drawsOf(queue.patience, { seed, stream: q * 3 + 2 }) : null;
    arrivals.restart(0, 0, null);
    const contacts: PlainContact[] = [];
    for (; arrivals.nextAt < Infinity; arrivals.advance()) {
      const [handleSeconds, patienceSeconds] = [handle.take(), patience ? patience.take() : Infinity];
      contacts.push({ queue: q, arrivedAt: arrivals.nextAt, handleSeconds, patienceSeconds });
    }
    return contacts;
  });
}

/** Spans that begin and end at moments of their own, some bound to one queue. */
const spansOf = (queues: number): fc.Arbitrary<WorkingSpan[]> =>
  fc
    .array(
      fc.record({
        gap: fc.double({ min: 1, max: 900, noNaN: true }),
        length: fc.double({ min: 60, max: 2400, noNaN: true }),
        bound: fc.option(fc.nat(queues - 1), { freq: 4, nil: undefined }),
      }),
      { minLength: 1, maxLength: 3 },
    )
    .map((parts) => {
      let at = 0;
      return parts.map(({ gap, length, bound }) => {
        const fromSeconds = at + gap;
        at = fromSeconds + length;
        return { fromSeconds, untilSeconds: at, ...(bound === undefined ? {} : { queueIds: [String(bound)] }) };
      });
    });

const anyCentres: fc.Arbitrary<SimulatedCentre> = fc.integer({ min: 1, max: 3 }).chain((queues) =>
  fc.record({
    intervalSeconds: fc.constant(STEP),
    intervalCount: fc.constant(6),
    routing: fc.constantFrom('skill-priority' as const, 'longest-idle' as const),
    whenTimeEnds: fc.constantFrom('finish-contact' as const, 'return-contact' as const),
    lastAgents: fc.constantFrom('serve-waiting' as const, 'leave' as const),
    queues: fc.tuple(
      ...Array.from({ length: queues }, (_, q) =>
        fc.record({
          id: fc.constant(String(q)),
          contacts: fc.constantFrom(2, 5, 12),
          handleTime: fc.constantFrom(
            { kind: 'exponential' as const, meanSeconds: 150 },
            { kind: 'lognormal' as const, meanSeconds: 200, cv: 1.2 },
          ),
          patience: fc.option(fc.constant({ kind: 'exponential' as const, meanSeconds: 90 }), { nil: undefined }),
          lines: fc.option(fc.constantFrom(2, 5), { freq: 3, nil: undefined }),
          priority: fc.constantFrom(1, 2),
          goal: fc.constant({ answerWithinSeconds: 30 }),
        }),
      ),
    ),
    groups: fc
      .array(
        fc.record({
          skills: fc.uniqueArray(
            fc.record({
              queueId: fc.nat(queues - 1).map(String),
              priority: fc.constantFrom(1, 2),
              arrivalPriority: fc.constantFrom(1, 2),
              speedFactor: fc.constantFrom(1, 1.25),
            }),
            { minLength: 1, maxLength: 3, selector: ({ queueId }) => queueId },
          ),
          members: fc.array(spansOf(queues), { minLength: 1, maxLength: 4 }),
          concurrency: fc.constantFrom(1, 1, 1, 3),
          slowdownFraction: fc.constantFrom(0, 0.3),
        }),
        { minLength: 1, maxLength: 3 },
      )
      .map((groups) => groups.map((group, i) => ({ ...group, id: `g${i}` }))),
  }),
);

/** In which order several contacts of one agent are returned is not laid down. */
const centres = anyCentres.map((centre) =>
  centre.whenTimeEnds === 'return-contact'
    ? { ...centre, groups: centre.groups.map((group) => ({ ...group, concurrency: 1 })) }
    : centre,
);

function countsOf(outcomes: readonly PlainOutcome[], holds: (outcome: PlainOutcome) => boolean) {
  const own = outcomes.filter(holds);
  const ended = (end: PlainOutcome['end']) => own.filter((outcome) => outcome.end === end);
  const total = (of: readonly PlainOutcome[]) => of.reduce((sum, { wait }) => sum + wait, 0);
  return {
    offered: own.length,
    answered: ended('answered').length,
    answeredWithin: ended('answered').filter(({ wait }) => wait <= 30).length,
    abandoned: ended('abandoned').length,
    abandonedWithin: ended('abandoned').filter(({ wait }) => wait <= 30).length,
    blocked: ended('blocked').length,
    unserved: ended('unserved').length,
    asaSeconds: total(ended('answered')) / ended('answered').length,
  };
}

/** Contacts answered before one of their queue that came earlier and was answered too. */
function outOfTurn(centre: SimulatedCentre, outcomes: readonly PlainOutcome[]): PlainOutcome[] {
  return centre.queues.flatMap((_, queue) => {
    const answered = outcomes.filter(({ contact, answeredAs }) => contact.queue === queue && answeredAs !== undefined);
    return answered.filter((outcome, i) => i > 0 && outcome.answeredAs! < answered[i - 1]!.answeredAs!);
  });
}

describe('the engine against a plain simulation', () => {
  it('ends every contact alike, first come first served: skills, priorities, breaks, bound work, lines, chats, returned contacts', () => {
    fc.assert(
      fc.property(centres, fc.integer({ min: 1, max: 1e6 }), (centre, seed) => {
        const staffing = centre.groups.map((group) => group.members!);
        const outcomes = new PlainSimulation(centre, contactsOf(centre, seed), staffing).run();
        expect(outOfTurn(centre, outcomes)).toEqual([]);
        const result = simulateCentre(centre, { replications: 1, seed });
        centre.queues.forEach((_, queue) => {
          result.queues[queue]!.intervals.forEach((measures, interval) => {
            const expected = countsOf(
              outcomes,
              ({ contact }) => contact.queue === queue && Math.floor(contact.arrivedAt / STEP) === interval,
            );
            const got = Object.fromEntries(
              Object.keys(expected).map((name) => [name, measures[name as keyof typeof expected].value]),
            );
            expect({ queue, interval, ...got }).toEqual({
              queue,
              interval,
              ...expected,
              asaSeconds: Number.isNaN(expected.asaSeconds) ? NaN : expect.closeTo(expected.asaSeconds, 6),
            });
          });
        });
      }),
      { numRuns: 80, endOnFailure: true },
    );
  });
});
