import { localDaysGrid } from '@yotei/time';
import { applyLayers } from './apply-layers.js';
import { layerFault, type DemandLayer } from './demand-layer.js';

const ZONE = 'Asia/Tokyo';
const grid = { startAt: Date.UTC(2026, 10, 23), stepMinutes: 15, count: 4 };
const base = {
  grid,
  contacts: Float64Array.of(10, 20, Number.NaN, 40),
  averageHandleSeconds: Float64Array.of(300, 300, Number.NaN, 300),
};
const span = { measure: 'contacts' as const, startAt: grid.startAt, endAt: grid.startAt + 4 * 900_000 };
const contactsAfter = (...layers: readonly DemandLayer[]) => [...applyLayers(base, layers, ZONE).contacts];

describe('layers of edits', () => {
  it('leave closed intervals closed and the base as it was', () => {
    expect(contactsAfter({ ...span, operation: 'set', value: 5 })).toEqual([5, 5, Number.NaN, 5]);
    expect([...base.contacts]).toEqual([10, 20, Number.NaN, 40]);
  });

  it('touch the intervals that start inside their range, in the order they were made', () => {
    const second = { ...span, startAt: grid.startAt + 900_000, endAt: grid.startAt + 2 * 900_000 };
    const edited = contactsAfter(
      { ...second, operation: 'add', value: 10 },
      { ...second, operation: 'percent', value: -50 },
    );
    expect(edited.slice(0, 2)).toEqual([10, 15]); // (20 + 10) x 0.5
  });

  it('never make contacts negative', () => {
    expect(contactsAfter({ ...span, operation: 'add', value: -15 })).toEqual([0, 5, Number.NaN, 25]);
  });

  it('give each interval its own value and leave alone those without one', () => {
    const values = [1, null, 3, 4];
    expect(contactsAfter({ ...span, operation: 'values', values, stepMinutes: 15 })).toEqual([1, 20, Number.NaN, 4]);
  });

  it('share a half-hour value out over quarter-hours', () => {
    const values = [12, 30];
    expect(contactsAfter({ ...span, operation: 'values', values, stepMinutes: 30 })).toEqual([6, 6, Number.NaN, 15]);
    expect(contactsAfter({ ...span, operation: 'set', value: 8, stepMinutes: 30 })).toEqual([4, 4, Number.NaN, 4]);
  });

  it('make a total and keep the shape; nothing at all is filled evenly', () => {
    expect(contactsAfter({ ...span, operation: 'total', value: 140 })).toEqual([20, 40, Number.NaN, 80]); // x 140 / 70
    expect(contactsAfter({ ...span, operation: 'set', value: 0 }, { ...span, operation: 'total', value: 30 })).toEqual([
      10,
      10,
      Number.NaN,
      10,
    ]);
  });

  it('make a mean handle time, weighted by contacts', () => {
    const uneven = { ...base, averageHandleSeconds: Float64Array.of(100, 200, Number.NaN, 350) };
    const layer: DemandLayer = { ...span, measure: 'handle_seconds', operation: 'total', value: 540 };
    // (10 x 100 + 20 x 200 + 40 x 350) / 70 = 19,000 / 70; each is multiplied by 540 x 70 / 19,000
    const { averageHandleSeconds } = applyLayers(uneven, [layer], ZONE);
    expect(averageHandleSeconds[0]).toBeCloseTo((100 * 540 * 70) / 19_000, 9);
  });

  it('touch the weekdays and times of their pattern by the clock of the site, also across a clock change', () => {
    // Berlin, Thursday 22 to Wednesday 28 October 2026; clocks go back on Sunday 25.
    const week = localDaysGrid('2026-10-22', 7, 'Europe/Berlin', 15);
    const flat = {
      grid: week,
      contacts: new Float64Array(week.count).fill(1),
      averageHandleSeconds: new Float64Array(week.count).fill(300),
    };
    const { contacts } = applyLayers(
      flat,
      [
        {
          operation: 'add',
          value: 1,
          measure: 'contacts',
          startAt: week.startAt,
          endAt: week.startAt + week.count * 900_000,
          pattern: { weekdays: [7, 1], fromMinute: 9 * 60, untilMinute: 12 * 60 },
        },
      ],
      'Europe/Berlin',
    );
    const changed = [...contacts.keys()].filter((i) => contacts[i] === 2);
    // Sunday 09:00 is 3 x 96 + 40 quarter-hours on (the doubled hour), Monday 09:00 is 4 x 96 + 4 + 36.
    expect(changed).toHaveLength(24);
    expect([changed[0], changed[12]]).toEqual([3 * 96 + 40, 4 * 96 + 4 + 36]);
  });
});

describe('a layer that cannot be kept', () => {
  it.each([
    [{ ...span, operation: 'set', value: -1 }, 'value'],
    [{ ...span, operation: 'percent', value: -101 }, 'value'],
    [{ ...span, operation: 'add', value: Number.NaN }, 'value'],
    [{ ...span, operation: 'set', value: 1, endAt: span.startAt }, 'untilAt'],
    [{ ...span, operation: 'values', values: [1, 2, 3], stepMinutes: 15 }, 'values'],
    [{ ...span, operation: 'values', values: [1, 2, 3, -4], stepMinutes: 15 }, 'values'],
    [{ ...span, operation: 'values', values: [null, null, null, null], stepMinutes: 15 }, 'values'],
    [{ ...span, operation: 'values', values: [1, 2, 3, 4] }, 'stepMinutes'],
    [{ ...span, operation: 'set', value: 1, pattern: { weekdays: [8], fromMinute: 0, untilMinute: 60 } }, 'pattern'],
    [{ ...span, operation: 'set', value: 1, pattern: { weekdays: [1], fromMinute: 60, untilMinute: 60 } }, 'pattern'],
  ] as const)('%j is refused at %s', (layer, path) => {
    expect(layerFault(layer as DemandLayer)).toMatchObject({ path });
  });

  it('is not one that is well', () => {
    expect(layerFault({ ...span, operation: 'percent', value: -100 })).toBeNull();
  });
});
