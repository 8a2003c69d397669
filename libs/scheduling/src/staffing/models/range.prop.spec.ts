import fc from 'fast-check';
import { requiredAgents, SERVICE_LEVEL_VARIANTS, STAFFING_MODELS, type StaffingLoad } from '../index.js';

const size = (low: number, high: number): fc.Arbitrary<number> =>
  fc.double({ min: low, max: high, noNaN: true }).map((exponent) => 10 ** exponent);

/** Far beyond any centre: a millionth of an erlang to ten million, milliseconds to months. */
const loads: fc.Arbitrary<StaffingLoad & { readonly erlangs: number }> = fc
  .record({
    erlangs: fc.oneof(size(-6, 7), size(0, 3)),
    intervalSeconds: fc.constantFrom(60, 900, 1800, 86_400),
    averageHandleSeconds: size(-1, 7),
    patienceSeconds: fc.oneof(size(-2, 7), fc.constant(Infinity)),
    concurrency: fc.double({ min: 1, max: 8, noNaN: true }),
    slowdownFraction: fc.double({ min: 0, max: 1, noNaN: true }),
    lines: fc.integer({ min: 1, max: 20_000 }),
    redialFraction: fc.oneof(fc.constantFrom(0, 1), fc.double({ min: 0, max: 1, noNaN: true })),
  })
  .map((parts) => ({ ...parts, contacts: (parts.erlangs * parts.intervalSeconds) / parts.averageHandleSeconds }))
  .filter(({ contacts, intervalSeconds }) => contacts <= 1e6 * intervalSeconds);

/** Chats are counted state by state: their sizes stay those of a large centre. */
const fits = (id: string, { erlangs }: { erlangs: number }): boolean => id !== 'chat' || erlangs < 1e4;

describe.each(STAFFING_MODELS.filter(({ judges }) => judges.includes('service-level')))('$id, at any size', (model) => {
  it('answers every question with a number in its range, never NaN', () => {
    fc.assert(
      fc.property(
        loads,
        fc.double({ min: 0, max: 2.2, noNaN: true }),
        fc.oneof(size(-2, 5), fc.constant(0)),
        (load, share, t) => {
          fc.pre(fits(model.id, load));
          const state = model.performance(load, Math.floor(load.erlangs * share + 0.5));
          const shares = [
            state.waitProbability,
            state.abandonmentFraction,
            state.blockingFraction,
            state.occupancyFraction,
            state.waitBeyondFraction?.(t) ?? 0,
            state.abandonedWithinFraction?.(t) ?? 0,
            ...SERVICE_LEVEL_VARIANTS.map((variant) => state.serviceLevelFraction(t, variant)),
          ];
          const waits = [state.asaSeconds(), state.meanWaitSeconds?.() ?? 0, state.meanQueueLength];
          // A share of 1 may be above it by the rounding of its last digits.
          expect(shares.filter((value) => !(value >= 0 && value <= 1 + 1e-12))).toEqual([]);
          expect(waits.filter((value) => !(value >= 0))).toEqual([]);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('finds agents, or says that there are none, in whole numbers', () => {
    fc.assert(
      fc.property(
        loads,
        fc.double({ min: 0.01, max: 0.999, noNaN: true }),
        fc.integer({ min: 0, max: 3600 }),
        (load, level, t) => {
          fc.pre(fits(model.id, load));
          const answer = requiredAgents(model.id, load, { serviceLevelFraction: level, answerWithinSeconds: t });
          if (answer.kind === 'staffed') expect(Number.isSafeInteger(answer.agents)).toBe(true);
          else expect([model.id, answer.kind]).toEqual(['erlang-x', 'goal-unreachable']);
        },
      ),
      { numRuns: 60 },
    );
  });
});
