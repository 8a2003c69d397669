import {
  formatLocal,
  formatUtc,
  instantOfLocal,
  localDateOf,
  localDaysGrid,
  localMinuteOfDay,
  resolveLocal,
  startOfLocalDay,
  weekStartOf,
  weekdayOf,
} from './index.js';

describe('local time', () => {
  it('names 18:00 UTC as the next morning in Tokyo', () => {
    const at = Date.UTC(2026, 10, 3, 18, 0);
    expect(localDateOf(at, 'Asia/Tokyo')).toBe('2026-11-04');
    expect(localMinuteOfDay(at, 'Asia/Tokyo')).toBe(180); // 03:00
    expect(formatLocal(at, 'Asia/Tokyo')).toBe('2026-11-04T03:00:00+09:00');
  });

  it('finds no instant in the spring gap and two in the autumn fold', () => {
    expect(resolveLocal('2025-03-30', 150, 'Europe/Berlin')).toEqual({ kind: 'nonexistent-local-time' });
    const fold = resolveLocal('2025-10-26', 150, 'Europe/Berlin');
    expect(fold).toEqual({
      kind: 'ambiguous-local-time',
      earlierAt: Date.UTC(2025, 9, 26, 0, 30),
      laterAt: Date.UTC(2025, 9, 26, 1, 30),
    });
  });

  it('plans a shift at 02:30 of a spring night for 03:30, as clocks show', () => {
    expect(formatLocal(instantOfLocal('2025-03-30', 150, 'Europe/Berlin'), 'Europe/Berlin')).toBe(
      '2025-03-30T03:30:00+02:00',
    );
  });

  it('resolves the half-hour shift of Lord Howe', () => {
    // 2025-10-05 02:00 +10:30 -> 02:30 +11:00
    expect(resolveLocal('2025-10-05', 135, 'Australia/Lord_Howe').kind).toBe('nonexistent-local-time');
    expect(resolveLocal('2025-04-06', 105, 'Australia/Lord_Howe').kind).toBe('ambiguous-local-time'); // 01:45
  });

  it.each([
    ['Europe/Berlin', '2025-03-30', 92],
    ['Europe/Berlin', '2025-10-26', 100],
    ['Europe/Berlin', '2025-10-27', 96],
    ['Australia/Lord_Howe', '2025-10-05', 94],
    ['Australia/Lord_Howe', '2025-04-06', 98],
  ])('counts the quarter-hours of a day in %s on %s as %i', (zone, on, count) => {
    expect(localDaysGrid(on, 1, zone, 15).count).toBe(count);
  });

  it('starts a day at the jump where midnight does not exist', () => {
    // Beirut 2025-03-30 00:00 -> 01:00
    expect(formatUtc(startOfLocalDay('2025-03-30', 'Asia/Beirut'))).toBe('2025-03-29T22:00:00Z');
  });

  it('refuses an unknown zone with a remedy', () => {
    expect(() => localDateOf(0, 'Mars/Olympus')).toThrow('zone (Mars/Olympus) is not an IANA time zone');
  });

  it('knows weekdays and week starts', () => {
    expect(weekdayOf('2026-11-04')).toBe(3);
    expect(weekdayOf('1969-12-28')).toBe(7);
    expect(weekStartOf('2026-11-04')).toBe('2026-11-02');
    expect(weekStartOf('2026-11-04', 7)).toBe('2026-11-01');
  });
});
