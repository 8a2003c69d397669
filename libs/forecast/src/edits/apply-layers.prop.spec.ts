import fc from 'fast-check';
import { addDays, localDateOf, localDaysGrid, intervalStart, MINUTE_MILLIS, startOfLocalDay } from '@yotei/time';
import { applyLayers, reachOfTotals } from './apply-layers.js';
import { layerEffects } from './layer-effects.js';
import type { DemandLayer, EditableSeries } from './demand-layer.js';

// A week that holds the night the Berlin clocks go back: 7 x 96 + 4 quarter-hours.
const ZONE = 'Europe/Berlin';
const FROM_ON = '2026-10-22';
const GRID = localDaysGrid(FROM_ON, 7, ZONE, 15);
const STEP = 15 * MINUTE_MILLIS;

const series: fc.Arbitrary<EditableSeries> = fc
  .array(fc.oneof({ weight: 4, arbitrary: fc.double({ min: 0, max: 500, noNaN: true }) }, fc.constant(Number.NaN)), {
    minLength: GRID.count,
    maxLength: GRID.count,
  })
  .map((contacts) => ({
    grid: GRID,
    contacts: Float64Array.from(contacts),
    averageHandleSeconds: Float64Array.from(contacts, (count) => (Number.isNaN(count) ? count : 200 + (count % 100))),
  }));

const range = fc
  .tuple(fc.integer({ min: 0, max: GRID.count - 1 }), fc.integer({ min: 1, max: 200 }))
  .map(([from, length]) => ({ from, until: Math.min(GRID.count, from + length) }));

const pattern = fc.option(
  fc
    .tuple(fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 }), fc.integer({ min: 0, max: 1200 }))
    .map(([weekdays, fromMinute]) => ({ weekdays, fromMinute, untilMinute: fromMinute + 240 })),
  { nil: null },
);

const layer: fc.Arbitrary<DemandLayer> = fc
  .record({
    range,
    pattern,
    measure: fc.constantFrom('contacts' as const, 'handle_seconds' as const),
    operation: fc.constantFrom('set' as const, 'add' as const, 'percent' as const, 'total' as const, 'values' as const),
    value: fc.integer({ min: 0, max: 400 }),
    sign: fc.constantFrom(1, -1),
  })
  .map(({ range: { from, until }, pattern: only, measure, operation, value, sign }) => {
    const span = {
      measure,
      startAt: intervalStart(GRID, from),
      endAt: intervalStart(GRID, until),
      stepMinutes: 15,
    };
    if (operation === 'values') {
      const values = Array.from({ length: until - from }, (_, i) => (i % 3 === 0 ? null : value + i));
      return { ...span, operation, values };
    }
    const signed = operation === 'add' ? sign * value : operation === 'percent' ? Math.max(-100, sign * value) : value;
    return { ...span, operation, value: signed, pattern: only };
  });

const layers = fc.array(layer, { maxLength: 8 });
const sumOf = (values: Float64Array) => values.reduce((sum, value) => sum + (Number.isNaN(value) ? 0 : value), 0);

describe('layers on a forecast', () => {
  it('applied one after the other are the same as applied together', () => {
    fc.assert(
      fc.property(series, layers, (base, stack) => {
        const together = applyLayers(base, stack, ZONE);
        const oneByOne = stack.reduce((below, one) => applyLayers(below, [one], ZONE), base);
        expect(oneByOne).toEqual(together);
      }),
      { numRuns: 40 },
    );
  });

  it('leave the base as it was, closed intervals closed and nothing negative or newly unknown', () => {
    fc.assert(
      fc.property(series, layers, (base, stack) => {
        const before = base.contacts.slice();
        const { contacts, averageHandleSeconds } = applyLayers(base, stack, ZONE);
        expect(base.contacts).toEqual(before);
        contacts.forEach((value, i) => {
          expect(Number.isNaN(value)).toBe(Number.isNaN(before[i]!));
          expect(Number.isNaN(averageHandleSeconds[i]!)).toBe(Number.isNaN(before[i]!));
          expect(value < 0 || averageHandleSeconds[i]! < 0).toBe(false);
        });
      }),
      { numRuns: 40 },
    );
  });

  it('change nothing outside their range', () => {
    fc.assert(
      fc.property(series, layer, (base, one) => {
        const edited = applyLayers(base, [one], ZONE);
        for (let i = 0; i < GRID.count; i += 1) {
          const at = intervalStart(GRID, i);
          if (at >= one.startAt && at < one.endAt) continue;
          expect(edited.contacts[i]).toBe(base.contacts[i]);
          expect(edited.averageHandleSeconds[i]).toBe(base.averageHandleSeconds[i]);
        }
      }),
      { numRuns: 40 },
    );
  });

  it('of a day total make the intervals of the day sum to it, in the shape they had', () => {
    fc.assert(
      fc.property(series, fc.integer({ min: 0, max: 6 }), fc.integer({ min: 1, max: 9000 }), (base, day, value) => {
        const on = addDays(FROM_ON, day);
        const span = { startAt: startOfLocalDay(on, ZONE), endAt: startOfLocalDay(addDays(on, 1), ZONE) };
        const { contacts } = applyLayers(base, [{ operation: 'total', value, measure: 'contacts', ...span }], ZONE);
        const ofDay = (values: Float64Array) =>
          values.filter((_, i) => localDateOf(intervalStart(GRID, i), ZONE) === on);
        const was = sumOf(ofDay(base.contacts));
        fc.pre(ofDay(base.contacts).some((count) => count >= 0));
        expect(sumOf(ofDay(contacts))).toBeCloseTo(value, 6);
        const before = ofDay(base.contacts);
        ofDay(contacts).forEach((now, i) => {
          if (was > 0 && !Number.isNaN(now)) expect(now / value).toBeCloseTo(before[i]! / was, 9);
        });
      }),
      { numRuns: 40 },
    );
  });

  it('have effects that add up to the difference between base and result', () => {
    fc.assert(
      fc.property(series, layers, (base, stack) => {
        const edited = applyLayers(base, stack, ZONE);
        const effects = layerEffects(base, stack, ZONE);
        const changed = effects.reduce((sum, one) => sum + one.contactsAfter - one.contactsBefore, 0);
        expect(changed).toBeCloseTo(sumOf(edited.contacts) - sumOf(base.contacts), 4);
      }),
      { numRuns: 40 },
    );
  });

  it('need no more than their reach to be known inside a part', () => {
    fc.assert(
      fc.property(series, layers, range, (base, stack, { from, until }) => {
        const part = { startAt: intervalStart(GRID, from), endAt: intervalStart(GRID, until) };
        const reach = reachOfTotals(part, stack);
        const first = (reach.startAt - GRID.startAt) / STEP;
        const last = (reach.endAt - GRID.startAt) / STEP;
        const cut = {
          grid: { ...GRID, startAt: reach.startAt, count: last - first },
          contacts: base.contacts.slice(first, last),
          averageHandleSeconds: base.averageHandleSeconds.slice(first, last),
        };
        const whole = applyLayers(base, stack, ZONE).contacts.slice(from, until);
        expect(applyLayers(cut, stack, ZONE).contacts.slice(from - first, until - first)).toEqual(whole);
      }),
      { numRuns: 40 },
    );
  });
});
