import { localDaysGrid } from '@yotei/time';
import { queueHistory } from '../../../../tests/kit/queue-history-builder.js';
import { regrid } from './regrid.js';
import { dayCounts, splitToFiner } from './split-intervals.js';

const shape = queueHistory({
  fromOn: '2026-01-05',
  days: 28,
  stepMinutes: 15,
  zone: 'Europe/Berlin',
  contacts: ({ weekday, minuteOfDay }) => (minuteOfDay < 480 ? Number.NaN : weekday === 1 ? minuteOfDay % 60 : 15),
});
const hour = (at: string, values: number[]) => ({
  grid: { startAt: Date.parse(at), stepMinutes: 60, count: values.length },
  values: Float64Array.from(values),
});

describe('splitting long intervals', () => {
  it('follows the shape of the weekday, keeps the sum and says that it is an estimate', () => {
    // Monday's quarters weigh 0, 15, 30 and 45: of 180 contacts 0, 30, 60 and 90
    const split = splitToFiner(hour('2026-03-02T08:00:00Z', [180]), 15, shape);
    expect([...split.series.values]).toEqual([0, 30, 60, 90]);
    expect(split).toMatchObject({ isEstimated: true, byShape: 1, evenly: 0 });
  });

  it('is even where nothing is known of the hour, and leaves missing missing', () => {
    const split = splitToFiner(hour('2026-03-02T02:00:00Z', [8, Number.NaN]), 15, shape);
    expect([...split.series.values]).toEqual([2, 2, 2, 2, NaN, NaN, NaN, NaN]);
    expect(split).toMatchObject({ byShape: 0, evenly: 1 });
  });

  it('gives back what it was made of when summed again', () => {
    const coarse = hour(
      '2026-03-27T00:00:00Z',
      Array.from({ length: 96 }, (_, index) => index + 1),
    );
    const back = regrid(splitToFiner(coarse, 15, shape).series, 60, 'Europe/Berlin');
    back.values.forEach((value, index) => expect(value).toBeCloseTo(coarse.values[index]!, 9));
  });

  it('refuses a step that does not divide the series’ own', () => {
    expect(() => splitToFiner(hour('2026-03-02T08:00:00Z', [1]), 25, shape)).toThrow('stepMinutes (25) must divide');
  });
});

describe('days', () => {
  it.each([
    ['Europe/Berlin', '2026-03-29', 92],
    ['Europe/Berlin', '2026-10-25', 100],
    ['Australia/Lord_Howe', '2026-10-04', 94],
    ['Australia/Lord_Howe', '2026-04-05', 98],
    ['UTC', '2026-03-29', 96],
    ['Australia/Sydney', '2026-10-04', 92],
  ])('in %s hold %s quarter-hours of %s whole', (zone, on, count) => {
    const grid = localDaysGrid(on, 1, zone, 15);
    expect(dayCounts({ grid, values: new Float64Array(grid.count).fill(2) }, zone)).toEqual([
      { on, contacts: 2 * count, isWhole: true },
    ]);
  });

  it('tell a gap inside them, and are absent without a value', () => {
    const grid = localDaysGrid('2026-03-02', 2, 'UTC', 60);
    const values = new Float64Array(48).fill(Number.NaN);
    values.set([3, Number.NaN, 4], 9);
    expect(dayCounts({ grid, values }, 'UTC')).toEqual([{ on: '2026-03-02', contacts: 7, isWhole: false }]);
  });
});

describe('sums to hours', () => {
  it('are refused where the clock changes by half an hour', () => {
    const grid = localDaysGrid('2026-04-04', 3, 'Australia/Lord_Howe', 30);
    const series = { grid, values: new Float64Array(grid.count) };
    expect(() => regrid(series, 60, 'Australia/Lord_Howe')).toThrow('stepMinutes (60) must divide the clock change');
    expect(regrid(series, 30, 'Australia/Lord_Howe')).toBe(series);
  });
});
