import fc from 'fast-check';
import { accuracyOf } from './accuracy-measures.js';
import { scoreDay, type DayScore, type DaySeries } from './day-score.js';

const INTERVALS = 6;
const count = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: 1, max: 50 }) },
  { weight: 1, arbitrary: fc.constant(NaN) },
);
const values = fc.array(count, { minLength: INTERVALS, maxLength: INTERVALS }).map((list) => Float64Array.from(list));
const filled = fc
  .array(fc.integer({ min: 1, max: 50 }), { minLength: INTERVALS, maxLength: INTERVALS })
  .map((list) => Float64Array.from(list));
const series: fc.Arbitrary<DaySeries> = fc.record({ contacts: filled, averageHandleSeconds: filled });
const scoredDay: fc.Arbitrary<DayScore> = fc
  .record({
    actual: fc.record({ contacts: values, averageHandleSeconds: values }),
    base: series,
    edits: fc.array(series, { maxLength: 3 }),
    naive: fc.option(filled),
  })
  .map(({ actual, base, edits, naive }) =>
    scoreDay({
      actual,
      base,
      layers: edits.map((edit, i) => ({ id: `edit ${i}`, series: edit })),
      plan: edits.at(-1) ?? base,
      bands: null,
      naive,
      plannerMean: naive,
      naiveScale: 3,
    }),
  )
  .filter((score) => score !== null);
const days = fc.array(scoredDay, { minLength: 1, maxLength: 8 });

describe('accuracy over days', () => {
  it('gives what all edits did together as the sum of what each did', () => {
    fc.assert(
      fc.property(days, (scores) => {
        const { contacts, handle } = accuracyOf(scores)!;
        for (const measure of handle ? [contacts, handle] : [contacts]) {
          const less = measure.layers.reduce((sum, { lessError }) => sum + lessError, 0);
          expect(less / measure.sums.actual).toBeCloseTo(measure.editsAddedByInterval, 9);
        }
      }),
    );
  });

  it('does not depend on the order of the days, and lies between those of its parts', () => {
    fc.assert(
      fc.property(days, days, (some, others) => {
        const wape = (scores: DayScore[]) => accuracyOf(scores)!.contacts.wapeByInterval;
        const all = wape([...some, ...others]);
        expect(wape([...others, ...some])).toBeCloseTo(all, 9);
        expect(all).toBeGreaterThanOrEqual(Math.min(wape(some), wape(others)) - 1e-9);
        expect(all).toBeLessThanOrEqual(Math.max(wape(some), wape(others)) + 1e-9);
      }),
    );
  });

  it('never has a day error above the interval error, nor a bias beyond either, when the days are whole', () => {
    fc.assert(
      fc.property(days, (scores) => {
        const whole = scores.filter(({ scoredFraction }) => scoredFraction === 1);
        fc.pre(whole.length > 0);
        const { wapeByInterval, wapeByDay, bias } = accuracyOf(whole)!.contacts;
        expect(wapeByDay).toBeLessThanOrEqual(wapeByInterval + 1e-9);
        expect(Math.abs(bias)).toBeLessThanOrEqual(wapeByDay + 1e-9);
      }),
    );
  });

  it('adds no value to the forecast it is compared with when that is the plan itself, and is null without days', () => {
    fc.assert(
      fc.property(series, series, (actual, plan) => {
        const same = { plan, base: plan, layers: [], bands: null, naive: plan.contacts, plannerMean: null };
        const accuracy = accuracyOf([scoreDay({ actual, ...same, naiveScale: null })!])!;
        expect(accuracy.naive).toMatchObject({ addedByInterval: 0, addedByDay: 0 });
        expect(accuracy.mase).toBeNaN();
      }),
    );
    expect(accuracyOf([])).toBeNull();
  });
});
