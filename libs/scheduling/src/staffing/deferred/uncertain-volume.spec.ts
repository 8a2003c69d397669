import { volumePaths, type UncertainVolume, type VolumePaths } from './index.js';

const DAY = 12;
const intervals = Array.from({ length: 28 * DAY }, (_, index) => index);
const volume = (cv: number): UncertainVolume => ({
  rateCv: intervals.map(() => cv),
  dayOf: intervals.map((at) => Math.floor(at / DAY)),
  weekOf: intervals.map((at) => Math.floor(at / (7 * DAY))),
  correlation: { withinDay: 0.7, betweenDays: 0.5 },
});

function column({ count, intervals: length, factors }: VolumePaths, at: number): number[] {
  return Array.from({ length: count }, (_, path) => factors[path * length + at]!);
}

const mean = (values: readonly number[]): number => values.reduce((sum, one) => sum + one, 0) / values.length;

function correlation(a: readonly number[], b: readonly number[]): number {
  const [ma, mb] = [mean(a), mean(b)];
  const moment = (x: readonly number[], mx: number, y: readonly number[], my: number) =>
    mean(x.map((one, at) => (one - mx) * (y[at]! - my)));
  return moment(a, ma, b, mb) / Math.sqrt(moment(a, ma, a, ma) * moment(b, mb, b, mb));
}

describe('possible courses of uncertain work', () => {
  // So many contacts that the chance of single ones does not count.
  const certain = volumePaths(
    intervals.map(() => 1e9),
    volume(0.2),
  );

  it('have the forecast as their mean in every interval, and its spread', () => {
    const columns = intervals.map((at) => column(certain, at));
    for (const values of columns) expect(mean(values)).toBeCloseTo(1, 6);
    expect(mean(columns.map((values) => mean(values.map((one) => (one - 1) ** 2))))).toBeCloseTo(0.2 ** 2, 3);
  });

  it('add the chance of single contacts and of their handle times', () => {
    const paths = volumePaths(
      intervals.map(() => 50),
      volume(0),
    );
    // (1 + 1²) / 50 = 0.04
    const squares = intervals.map((at) => mean(column(paths, at).map((one) => (one - 1) ** 2)));
    expect(mean(squares)).toBeCloseTo(0.04, 3);
  });

  it('go together within a day, less so within a week, and not from week to week', () => {
    const pairs = (apart: number, from: number): number =>
      mean(
        Array.from({ length: 40 }, (_, k) => correlation(column(certain, from + k), column(certain, from + k + apart))),
      );
    // 0.7 of the variance of the levels is the day's: half of that is common to the week.
    expect(
      Math.abs(
        mean([0, 1, 2, 3].map((week) => correlation(column(certain, week * 84), column(certain, week * 84 + 11)))) -
          0.7,
      ),
    ).toBeLessThan(0.06);
    expect(Math.abs(pairs(DAY, 0) - 0.35)).toBeLessThan(0.06);
    expect(Math.abs(pairs(7 * DAY, 0))).toBeLessThan(0.06);
  });

  it('are the same whenever they are asked for, and fewer for a grid of years', () => {
    const again = volumePaths(
      intervals.map(() => 1e9),
      volume(0.2),
    );
    expect(again.factors).toEqual(certain.factors);
    const year = Array.from({ length: 100_000 }, () => 0);
    const paths = volumePaths(year, { ...volume(0.2), rateCv: year, dayOf: year, weekOf: year });
    expect(paths.count).toBe(31);
  });

  it('hold nothing where nothing comes', () => {
    const paths = volumePaths([0, 5, Number.NaN], { ...volume(0.2) });
    expect(column(paths, 0).every((one) => one === 0)).toBe(true);
    expect(column(paths, 2).every((one) => one === 0)).toBe(true);
    expect(mean(column(paths, 1))).toBeCloseTo(1, 6);
  });
});
