import fc from 'fast-check';
import { addDays, localDaysGrid } from '@yotei/time';
import { bySlot, fromSlots, slotsOfDay } from './day-table.js';

const zones = ['UTC', 'Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe', 'Asia/Beirut', 'Asia/Tokyo'];

describe('days by wall clock', () => {
  it('give every interval of every local day one slot, in order, and take values there and back', () => {
    fc.assert(
      fc.property(fc.constantFrom(...zones), fc.integer({ min: 0, max: 800 }), (zone, offset) => {
        const on = addDays('2024-12-20', offset);
        const slots = slotsOfDay(on, zone, 15);
        expect(slots).toHaveLength(localDaysGrid(on, 1, zone, 15).count);
        expect(slots.every((slot) => slot >= 0 && slot < 96)).toBe(true);
        const values = Float64Array.from(slots, (slot) => slot * 2);
        expect(fromSlots(bySlot(values, slots, 96), slots)).toEqual(values);
      }),
    );
  });

  it('skip the lost hour of a spring day and repeat the second hour of an autumn day', () => {
    expect([...slotsOfDay('2025-03-30', 'Europe/Berlin', 60)].slice(0, 4)).toEqual([0, 1, 3, 4]);
    expect([...slotsOfDay('2025-10-26', 'Europe/Berlin', 60)].slice(0, 5)).toEqual([0, 1, 2, 2, 3]);
  });
});
