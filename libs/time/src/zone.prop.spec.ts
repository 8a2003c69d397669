import fc from 'fast-check';
import {
  addDays,
  dateOfEpochDay,
  instantOfLocal,
  localDateOf,
  localDaysGrid,
  localMinuteOfDay,
  offsetMinutes,
  resolveLocal,
  startOfLocalDay,
} from './index.js';
import { DateTime } from 'luxon';

const zone = fc.constantFrom(
  'UTC',
  'Asia/Tokyo',
  'Europe/Berlin',
  'Europe/Dublin',
  'America/New_York',
  'Australia/Sydney',
  'Australia/Lord_Howe',
  'Asia/Kathmandu',
);
const instant = fc
  .integer({ min: Date.UTC(1990, 0, 1) / 60_000, max: Date.UTC(2045, 0, 1) / 60_000 })
  .map((minute) => minute * 60_000);
const on = fc.integer({ min: 9_000, max: 25_000 }).map(dateOfEpochDay);

describe('time zones, on any instant', () => {
  it('has the offset luxon gives', () => {
    fc.assert(
      fc.property(instant, zone, (at, z) =>
        expect(offsetMinutes(at, z)).toBe(DateTime.fromMillis(at, { zone: z }).offset),
      ),
    );
  });

  it('finds an instant again from its wall clock, alone or as one of two', () => {
    fc.assert(
      fc.property(instant, zone, (at, z) => {
        const found = resolveLocal(localDateOf(at, z), localMinuteOfDay(at, z), z);
        const candidates =
          found.kind === 'instant'
            ? [found.at]
            : found.kind === 'ambiguous-local-time'
              ? [found.earlierAt, found.laterAt]
              : [];
        expect(candidates).toContain(at);
      }),
    );
  });

  it('never plans later wall-clock times earlier within a day by more than the fold', () => {
    fc.assert(
      fc.property(on, fc.integer({ min: 0, max: 1410 }), zone, (date, minute, z) => {
        expect(instantOfLocal(date, minute + 29, z)).toBeGreaterThan(instantOfLocal(date, minute, z) - 61 * 60_000);
      }),
    );
  });

  it('starts each day where luxon does, midnight or not', () => {
    const anyZone = fc.oneof(
      zone,
      fc.constantFrom('Asia/Beirut', 'America/Havana', 'America/Sao_Paulo', 'Pacific/Apia'),
    );
    fc.assert(
      fc.property(on, anyZone, (date, z) =>
        expect(startOfLocalDay(date, z)).toBe(DateTime.fromISO(date, { zone: z }).startOf('day').toMillis()),
      ),
    );
  });

  it('tiles the days of a zone without gap or overlap', () => {
    fc.assert(
      fc.property(on, fc.integer({ min: 1, max: 20 }), zone, (date, days, z) => {
        const whole = localDaysGrid(date, days, z, 15).count;
        const parts = Array.from({ length: days }, (_, i) => localDaysGrid(addDays(date, i), 1, z, 15).count);
        expect(parts.reduce((a, b) => a + b, 0)).toBe(whole);
      }),
    );
  });
});
