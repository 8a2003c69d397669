import { inventedDay, inventedQueue } from '../../../../tests/kit/invented-queues.js';
import { forecastQueue } from '../forecast-queue.js';
import type { QueueForecast } from '../queue-forecast.js';
import { readDistributionComponents } from './distribution-components.js';
import { ForecastDistribution } from './forecast-distribution.js';

const history = inventedQueue({ seed: 5, weeks: 20, level: 60, daySpread: 0.12, intervalSpread: 0.1 });

function forecast(of = history): QueueForecast {
  const result = forecastQueue(of, { methodId: 'planner-mean', fromOn: inventedDay(18), days: 14, seed: 1 });
  if (result.kind !== 'forecast') throw new Error(result.kind);
  return result;
}

const made = forecast();
const distribution = new ForecastDistribution(made.distribution, made);
const paths = distribution.samplePaths({ count: 2000, seed: 3 });
const quantileOf = (values: number[], p: number) => values.sort((a, b) => a - b)[Math.floor(p * values.length)]!;
/** Width of the 80 % band of what the paths give over that of the distribution. */
function widths(ofPath: (path: Float64Array[]) => number, quantile: (p: number) => number): number {
  const drawn = paths.map(ofPath);
  return (quantileOf(drawn, 0.9) - quantileOf(drawn, 0.1)) / (quantile(0.9) - quantile(0.1));
}
const sumOf = (values: Float64Array) => values.reduce((sum, value) => sum + (value || 0), 0);

describe('the distribution of a forecast', () => {
  it('has the bands of the forecast, and any quantile between and beyond them in order', () => {
    const [monday] = made.days;
    for (const [p, band] of [
      [0.05, monday!.p05],
      [0.1, monday!.p10],
      [0.5, monday!.p50],
      [0.9, monday!.p90],
      [0.95, monday!.p95],
    ] as const)
      expect(distribution.intervalQuantile(0, 20, p)).toBeCloseTo(band[20]!, 9);
    const values = [0.001, 0.01, 0.3, 0.33, 0.77, 0.99, 0.999].map((p) => distribution.intervalQuantile(0, 20, p));
    expect(values).toEqual([...values].sort((a, b) => a - b));
    expect(new Set(values).size).toBe(values.length);
  });

  it('knows that a day is surer than its intervals together, and a week surer than its days together', () => {
    const width = (quantile: (p: number) => number) => quantile(0.9) - quantile(0.1);
    const intervals = [...made.days[0]!.p90.keys()].map(
      (i) => (made.days[0]!.p90[i]! || 0) - (made.days[0]!.p10[i]! || 0),
    );
    const day = width((p) => distribution.dayQuantile(0, p));
    expect(day).toBeLessThan(intervals.reduce((a, b) => a + b, 0));
    expect(day).toBeGreaterThan(Math.hypot(...intervals));
    const week = [0, 1, 2, 3, 4].map((index) => ({ day: index }));
    const days = week.map((part) => width((p) => distribution.totalQuantile([part], p)));
    expect(width((p) => distribution.totalQuantile(week, p))).toBeLessThan(days.reduce((a, b) => a + b, 0));
    expect(width((p) => distribution.totalQuantile(week, p))).toBeGreaterThan(Math.hypot(...days));
  });

  it('answers for any set of intervals: one is the interval, all is the day, an hour lies between', () => {
    expect(distribution.totalQuantile([{ day: 1, from: 20, until: 21 }], 0.9)).toBe(
      distribution.intervalQuantile(1, 20, 0.9),
    );
    expect(distribution.totalQuantile([{ day: 1, from: 0, until: 48 }], 0.9)).toBe(distribution.dayQuantile(1, 0.9));
    const hour = distribution.totalQuantile([{ day: 1, from: 20, until: 22 }], 0.9);
    const both = distribution.intervalQuantile(1, 20, 0.9) + distribution.intervalQuantile(1, 21, 0.9);
    expect(hour).toBeLessThan(both);
    expect(hour).toBeGreaterThan(distribution.mean({ day: 1, from: 20, until: 22 }));
    // Saturday and Sunday are closed
    expect(distribution.dayQuantile(6, 0.9)).toBe(0);
    expect(distribution.intervalQuantile(6, 20, 0.9)).toBeNaN();
  });

  it('is rebuilt from stored components to the same answer', () => {
    const stored = readDistributionComponents(JSON.parse(JSON.stringify(made.distribution)))!;
    const rebuilt = new ForecastDistribution(stored, made);
    expect(rebuilt.dayQuantile(2, 0.9)).toBe(distribution.dayQuantile(2, 0.9));
    expect(rebuilt.samplePaths({ count: 2, seed: 3 })).toEqual(paths.slice(0, 2));
    for (const broken of [null, 7, {}, { ...made.distribution, version: 2 }, { ...made.distribution, intervals: [] }])
      expect(readDistributionComponents(broken)).toBeNull();
    expect(readDistributionComponents({ ...made.distribution, dayQuantiles: [3, 2, 1, 0, 0, 0, 0, 0] })).toBeNull();
  });

  it('never changes with later data', () => {
    const wild = {
      ...history,
      days: history.days.map((day) =>
        day.on < inventedDay(18) ? day : { ...day, contacts: day.contacts.map((value) => value * 9) },
      ),
    };
    expect(forecast(wild).distribution).toEqual(made.distribution);
  });
});

describe('sample paths', () => {
  it('have intervals that agree with the bands', () => {
    for (const index of [16, 24, 35])
      expect(
        widths(
          (path) => path[0]![index]!,
          (p) => distribution.intervalQuantile(0, index, p),
        ),
      ).toBeCloseTo(1, 0.8);
    // 2000 paths: the standard error of a quantile at 10 % is 1.7 % of the spread
    expect(
      quantileOf(
        paths.map((path) => path[3]![24]!),
        0.5,
      ) / distribution.intervalQuantile(3, 24, 0.5),
    ).toBeCloseTo(1, 1.5);
  });

  it('have hours, days and weeks that agree with theirs', () => {
    const hour = widths(
      (path) => path[0]![20]! + path[0]![21]!,
      (p) => distribution.totalQuantile([{ day: 0, from: 20, until: 22 }], p),
    );
    const day = widths(
      (path) => sumOf(path[1]!),
      (p) => distribution.dayQuantile(1, p),
    );
    const parts = [0, 1, 2, 3, 4, 5].map((index) => ({ day: index }));
    const week = widths(
      (path) => parts.reduce((sum, part) => sum + sumOf(path[part.day]!), 0),
      (p) => distribution.totalQuantile(parts, p),
    );
    for (const ratio of [hour, day, week]) {
      expect(ratio).toBeGreaterThan(0.85);
      expect(ratio).toBeLessThan(1.15);
    }
  });

  it('keep closed hours closed, are never negative, and follow the seed alone', () => {
    const [first, second] = distribution.samplePaths({ count: 2, seed: 3 });
    expect(first).toEqual(paths[0]);
    expect(second).not.toEqual(first);
    expect(distribution.samplePaths({ count: 1, seed: 4 })[0]).not.toEqual(first);
    expect(first![0]!.map((value) => Number(Number.isNaN(value)))).toEqual(
      made.days[0]!.contacts.map((value) => Number(Number.isNaN(value))),
    );
    expect(paths.every((path) => path.every((day) => day.every((value) => !(value < 0))))).toBe(true);
    expect(() => distribution.samplePaths({ count: 0, seed: 1 })).toThrow('count (0) must be 1 or more');
  });
});
