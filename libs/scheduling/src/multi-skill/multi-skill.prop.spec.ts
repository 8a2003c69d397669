import fc from 'fast-check';
import { approximateCentre, approximateSizes, centreBounds, type MultiSkillCentre } from './index.js';

const SEED = 20_261_122;
/** The approximation's own error, twice (docs/methods/several-skills.md): a change below it means nothing. */
const TOLERANCE = 0.03;

const queueArbitrary = fc.record({
  erlangs: fc.double({ min: 1, max: 8, noNaN: true }),
  handle: fc.integer({ min: 120, max: 420 }),
  patience: fc.integer({ min: 60, max: 400 }),
});

/** Two to four queues, a group of specialists for each, and some groups of two neighbours who come after them. */
const centreArbitrary = fc
  .record({
    queues: fc.array(queueArbitrary, { minLength: 2, maxLength: 4 }),
    crossed: fc.array(fc.boolean(), { minLength: 4, maxLength: 4 }),
    extra: fc.double({ min: 1, max: 1.4, noNaN: true }),
  })
  .map(({ queues, crossed, extra }): MultiSkillCentre => ({
    queues: queues.map(({ erlangs, handle, patience }, index) => ({
      id: `q${index}`,
      load: {
        contacts: (erlangs * 1800) / handle,
        intervalSeconds: 1800,
        averageHandleSeconds: handle,
        patienceSeconds: patience,
      },
      goal: { serviceLevelFraction: 0.8, answerWithinSeconds: 20 },
    })),
    groups: [
      ...queues.map((_, index) => ({ id: `s${index}`, skills: [{ queueId: `q${index}` }] })),
      ...queues.flatMap((_, index) => {
        const next = (index + 1) % queues.length;
        if (!crossed[index] || (queues.length === 2 && index === 1)) return [];
        const skills = [index, next].map((queue) => ({ queueId: `q${queue}`, arrivalPriority: 2 }));
        return [{ id: `c${index}`, costPerAgent: extra, skills }];
      }),
    ],
  }));

/** Share of all contacts answered in time. */
function totalService({ queues, groups }: MultiSkillCentre, sizes: readonly number[]): number {
  const state = approximateCentre({ queues, groups }, sizes);
  const offered = queues.reduce((sum, { load }) => sum + load.contacts, 0);
  const answered = queues.reduce(
    (sum, { load }, i) => sum + load.contacts * state.queues[i]!.serviceLevelFraction(20, 'answered-of-offered'),
    0,
  );
  return answered / offered;
}

describe('several skills, on generated centres', () => {
  it('an agent more never lowers the service of all contacts, beyond the approximation’s own error', () => {
    fc.assert(
      fc.property(centreArbitrary, fc.nat(100), (centre, pick) => {
        const found = approximateSizes(centre);
        if (found.kind !== 'staffed') return false;
        const group = pick % centre.groups.length;
        const more = found.sizes.map((agents, i) => agents + Number(i === group));
        return totalService(centre, more) >= totalService(centre, found.sizes) - TOLERANCE;
      }),
      { seed: SEED, numRuns: 12 },
    );
  });

  it('a skill more in one group never lowers it either', () => {
    fc.assert(
      fc.property(centreArbitrary, (centre) => {
        const found = approximateSizes(centre);
        if (found.kind !== 'staffed') return false;
        const [first, ...others] = centre.groups;
        const learned = { ...first!, skills: [...first!.skills, { queueId: 'q1', priority: 2, arrivalPriority: 3 }] };
        const after = totalService({ ...centre, groups: [learned, ...others] }, found.sizes);
        return after >= totalService(centre, found.sizes) - TOLERANCE;
      }),
      { seed: SEED, numRuns: 12 },
    );
  });

  it('costs lie between everybody all-skilled and every queue for itself', () => {
    fc.assert(
      fc.property(centreArbitrary, (centre) => {
        const bounds = centreBounds(centre);
        const found = approximateSizes(centre);
        if (found.kind !== 'staffed') return false;
        return found.cost >= bounds.pooledCost - 1e-9 && found.cost <= bounds.separateCost! + 1e-9;
      }),
      { seed: SEED, numRuns: 12 },
    );
  });
});
