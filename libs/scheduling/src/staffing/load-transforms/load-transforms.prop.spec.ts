import fc from 'fast-check';
import {
  withBotDeflection,
  withLoadTransforms,
  withRepeatContacts,
  type ContactSeries,
  type ReturnDelay,
} from './index.js';

const fraction = fc.double({ min: 0, max: 1, noNaN: true });

const seriesOf: fc.Arbitrary<ContactSeries> = fc
  .array(
    fc.record({
      contacts: fc.oneof(fc.constant(Number.NaN), fc.constant(0), fc.double({ min: 0.01, max: 500, noNaN: true })),
      seconds: fc.double({ min: 10, max: 900, noNaN: true }),
    }),
    { minLength: 1, maxLength: 30 },
  )
  .map((intervals) => ({
    intervalSeconds: 1800,
    contacts: intervals.map(({ contacts }) => contacts),
    averageHandleSeconds: intervals.map(({ contacts, seconds }) => (contacts > 0 ? seconds : Number.NaN)),
  }));

const delays: fc.Arbitrary<ReturnDelay> = fc
  .array(fc.double({ min: 0.01, max: 1, noNaN: true }), { minLength: 1, maxLength: 8 })
  .map((weights) => {
    const sum = weights.reduce((total, weight) => total + weight, 0);
    return weights.map((weight) => weight / sum);
  });

const deflections = fc.record({
  deflectedFraction: fraction,
  returningFraction: fraction,
  returnDelay: delays,
  handleTimeFactor: fc.double({ min: 0, max: 3, noNaN: true }),
});
const repeatsOf = fc.record({
  repeatFraction: fc.double({ min: 0, max: 0.9, noNaN: true }),
  returnDelay: delays,
  repeatHandleFactor: fc.double({ min: 0, max: 2, noNaN: true }),
});

const sum = (values: ArrayLike<number>): number =>
  Array.from(values).reduce((total, value) => total + (Number.isNaN(value) ? 0 : value), 0);
const close = (a: number, b: number): boolean => Math.abs(a - b) <= 1e-8 * Math.max(1, Math.abs(a), Math.abs(b));

describe('every change of a load', () => {
  it('conserves contacts with a bot: solved, reaching an agent or coming back, none is lost or made', () => {
    fc.assert(
      fc.property(seriesOf, deflections, (series, deflection) => {
        const { contacts, explanation } = withBotDeflection(series, deflection);
        const solved = sum(series.contacts) * deflection.deflectedFraction * (1 - deflection.returningFraction);
        expect(close(solved + sum(contacts) + explanation.steps[2]!.contactsAfterGrid, sum(series.contacts))).toBe(
          true,
        );
      }),
    );
  });

  it('conserves contacts with repeats: as many are made as the share says, on the grid or after it', () => {
    fc.assert(
      fc.property(seriesOf, repeatsOf, (series, repeats) => {
        const { contacts, explanation } = withRepeatContacts(series, repeats);
        const made = sum(contacts) - sum(series.contacts) + explanation.steps[0]!.contactsAfterGrid;
        expect(close(made, repeats.repeatFraction * sum(contacts))).toBe(true);
      }),
    );
  });

  it('gives back the first contacts when the repeats in the series are taken out again', () => {
    fc.assert(
      fc.property(seriesOf, repeatsOf, (series, { repeatFraction, returnDelay }) => {
        const all = withRepeatContacts(series, { repeatFraction, returnDelay });
        const first = withRepeatContacts(all, {
          repeatFraction: 0,
          repeatFractionInSeries: repeatFraction,
          returnDelay,
        });
        first.contacts.forEach((count, index) => {
          const own = series.contacts[index]!;
          expect(
            Number.isNaN(own) ? Number.isNaN(count) : Math.abs(count - own) <= 1e-8 * Math.max(1, sum(all.contacts)),
          ).toBe(true);
        });
      }),
    );
  });

  it('changes nothing with shares of 0, closes nothing, opens nothing, and is never negative', () => {
    fc.assert(
      fc.property(seriesOf, deflections, repeatsOf, (series, deflection, repeats) => {
        const none = withLoadTransforms(series, {
          botDeflection: { ...deflection, deflectedFraction: 0 },
          repeatContacts: { ...repeats, repeatFraction: 0 },
        });
        expect([...none.contacts]).toEqual(series.contacts);
        expect([...none.averageHandleSeconds]).toEqual(series.averageHandleSeconds);
        const all = withLoadTransforms(series, { botDeflection: deflection, repeatContacts: repeats });
        all.contacts.forEach((count, index) => {
          expect(Number.isNaN(count)).toBe(Number.isNaN(series.contacts[index]!));
          expect(count < 0 || all.averageHandleSeconds[index]! < 0).toBe(false);
          if (count > 0) expect(Number.isNaN(all.averageHandleSeconds[index]!)).toBe(false);
        });
      }),
    );
  });

  it('explains itself: before and all steps add up to after, in contacts and in hours', () => {
    fc.assert(
      fc.property(seriesOf, deflections, repeatsOf, (series, botDeflection, repeatContacts) => {
        const { before, steps, after } = withLoadTransforms(series, { botDeflection, repeatContacts }).explanation;
        expect(close(before.contacts + sum(steps.map(({ contacts }) => contacts)), after.contacts)).toBe(true);
        expect(close(before.workHours + sum(steps.map(({ workHours }) => workHours)), after.workHours)).toBe(true);
      }),
    );
  });
});
