import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { epochDay, weekdayOf } from '@yotei/time';
import { run } from './methods/day-smoothing.js';
import { runSeasonal, type SeasonalFactors } from './methods/double-seasonal.js';
import { PoissonModel, type PoissonSettings } from './methods/poisson-model.js';
import { splineBasis } from './methods/spline-basis.js';
import type { TrainingView } from './series/training-view.js';

interface Golden {
  readonly poisson: {
    readonly originOn: string;
    readonly settings: PoissonSettings;
    readonly days: readonly { on: string; features: number[]; counts: number[] }[];
    readonly ahead: readonly { on: string; features: number[]; rates: number[] }[];
  };
  readonly spline: { readonly slots: number; readonly bumps: number; readonly basis: readonly number[][] };
  readonly ets: {
    readonly values: number[];
    readonly weekdays: number[];
    readonly factors: { level: number; trend: number; season: number; damping: number };
    readonly errors: number[];
    readonly ahead: number[];
  };
  readonly doubleSeasonal: {
    readonly days: readonly (number | null)[][];
    readonly factors: SeasonalFactors;
    readonly start: { level: number; day: number[] };
    readonly end: { level: number; day: number[]; week: number[][]; lastError: number };
    readonly dayAheadSquares: number;
  };
}

const golden = JSON.parse(readFileSync(resolve(__dirname, 'golden/methods-golden.json'), 'utf8')) as Golden;

function expectAll(found: ArrayLike<number>, expected: readonly number[], tolerance = 1e-9): void {
  expect(found).toHaveLength(expected.length);
  expected.forEach((value, index) => expect(Math.abs(found[index]! - value)).toBeLessThanOrEqual(tolerance));
}

/** A view with no more than the regression looks at: weekdays open, weekends closed. */
function viewOf({ originOn, days }: Golden['poisson']): TrainingView {
  const open = new Uint8Array(6).fill(1);
  const openByWeekday = Array.from({ length: 8 }, (_, weekday) =>
    weekday >= 1 && weekday <= 5 ? open : new Uint8Array(6),
  );
  const view: Partial<TrainingView> = {
    originDay: epochDay(originOn),
    slotCount: 6,
    openByWeekday,
    days: days.map(({ on, features, counts }) => {
      const values = Float64Array.from(counts);
      const total = counts.reduce((sum, value) => sum + value, 0);
      const shared = { values, zeroed: values, filled: values, sum: total, total };
      return { day: epochDay(on), weekday: weekdayOf(on), features: Float64Array.from(features), ...shared };
    }),
    calendar: { opens: (day: number) => (day + 3) % 7 < 5 } as TrainingView['calendar'],
  };
  return view as TrainingView;
}

describe('values of an independent program', () => {
  it('are met by the regression of the counts', () => {
    const { poisson } = golden;
    const view = viewOf(poisson);
    const rates = new PoissonModel(view, poisson.settings).solve(view.days.map(() => ({ offset: 0, trust: 1 })));
    for (const { on, features, rates: expected } of poisson.ahead) {
      const found = rates({ day: epochDay(on), weekday: weekdayOf(on), features: Float64Array.from(features) });
      expected.forEach((value, slot) => expect(Math.abs(found[slot]! / value - 1)).toBeLessThan(1e-3));
    }
  });

  it('are met by the bumps of the day’s shape', () => {
    const { slots, bumps, basis } = golden.spline;
    splineBasis(slots, bumps).slots.forEach(({ first, values }, slot) => {
      const row = new Float64Array(bumps);
      row.set(values, first);
      expectAll(row, basis[slot]!);
    });
  });

  it('are met by the smoothing of day totals', () => {
    const { values, weekdays, factors, errors, ahead } = golden.ets;
    const steps = weekdays.map(() => 1);
    const smoothed = run({ values: Float64Array.from(values), weekdays, steps }, factors);
    expectAll(smoothed.errors, errors);
    expectAll(
      ahead.map((_, index) => smoothed.expected(1 + (index % 5), index + 1)),
      ahead,
    );
  });

  it('are met by the smoothing with two seasons', () => {
    const { days, factors, start, end, dayAheadSquares } = golden.doubleSeasonal;
    const state = {
      level: start.level,
      day: Float64Array.from(start.day),
      week: Array.from({ length: 8 }, () => new Float64Array(4)),
      lastError: 0,
    };
    const table = days.map((values, index) => ({
      weekday: 1 + (index % 7),
      values: Float64Array.from(values, (value) => value ?? Number.NaN),
    }));
    const found = runSeasonal(table, factors, state);
    expect(Math.abs(found.dayAheadSquares - dayAheadSquares)).toBeLessThan(1e-9);
    expectAll([found.state.level, found.state.lastError], [end.level, end.lastError]);
    expectAll(found.state.day, end.day);
    end.week.forEach((week, weekday) => expectAll(found.state.week[weekday]!, week));
  });
});
