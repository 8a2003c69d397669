import type { Run } from '../backtest/method-runs.js';
import type { DayTable } from '../series/day-table.js';
import { errorPast, knownErrors } from './error-past.js';

/** A day table of whole days; the level of a day is given. */
function table(days: number, levelOf: (day: number) => number): DayTable {
  return {
    slotCount: 1,
    days: Array.from({ length: days }, (_, day) => {
      const values = Float64Array.of(levelOf(day));
      return { day, weekday: ((day + 3) % 7) + 1, values, zeroed: values, sum: values[0]! };
    }),
  };
}

const plan = (beforeDay: number) => ({ beforeDay, horizonDays: 7, gapDays: 0 });
const wobble = (day: number) => 1 + 0.05 * Math.sin(day * 12.9898) * Math.cos(day * 78.233);

describe('what a whole past says of errors at a few origins', () => {
  it('is little where weeks are alike', () => {
    const past = errorPast(
      table(560, (day) => 1000 * wobble(day)),
      plan(560),
    );
    expect(past.growthOf({ from: 1, until: 7 })).toBeGreaterThan(0.85);
    expect(past.growthOf({ from: 1, until: 7 })).toBeLessThan(1.25);
  });

  it('is much where the level is calm for months and then moves for one', () => {
    const level = (day: number) => (day % 140 < 112 ? 1000 : 1000 + 40 * ((day % 140) - 112)) * wobble(day);
    expect(errorPast(table(560, level), plan(560)).growthOf({ from: 1, until: 7 })).toBeGreaterThan(1.3);
  });

  it('is nothing while the past is short, and never looks ahead of its day', () => {
    const calm = (day: number) => 1000 * wobble(day);
    expect(errorPast(table(60, calm), plan(60)).growthOf({ from: 1, until: 7 })).toBe(1);
    const known = errorPast(table(300, calm), plan(300)).growthOf({ from: 1, until: 7 });
    const longer = table(400, (day) => (day < 300 ? calm(day) : 9000));
    expect(errorPast(longer, plan(300)).growthOf({ from: 1, until: 7 })).toBe(known);
  });
});

describe('errors of past runs', () => {
  const run = (originDay: number): Run => ({
    kind: 'run',
    methodId: 'planner-mean',
    originDay,
    days: [
      { day: originDay, leadDays: 1, forecast: Float64Array.of(100, Number.NaN), actual: Float64Array.of(140, 3) },
    ],
  });

  it('made from little history are brought to those of the history there is', () => {
    const [known] = knownErrors([run(30)], 120, { historyAt: (day) => day, growthOf: () => 1 });
    // Variances 1 + 50/30 = 2.667 then and 1 + 50/120 = 1.417 now: 40 × √(1.417 / 2.667) = 29.15.
    expect(known!.days[0]!.actual![0]).toBeCloseTo(129.15, 2);
    expect(known!.days[0]!.actual![1]).toBe(3);
  });

  it('stay as they were made by a method that looks no further back', () => {
    const known = knownErrors([run(30)], 120, { historyAt: () => 28, growthOf: () => 1 });
    expect(known[0]!.days[0]!.actual![0]).toBe(140);
  });

  it('are as they were where nothing is known of the past, without targets on or after the day', () => {
    const known = knownErrors([run(30), run(60)], 60);
    expect(known.map(({ days }) => days.length)).toEqual([1, 0]);
    expect(known[0]!.days[0]!.actual![0]).toBe(140);
  });
});
