import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { queueHistory } from '../../../tests/kit/queue-history-builder.js';
import { backtest } from './backtest/backtest.js';
import { leadingRightVectors, ridge } from './linear-algebra.js';

interface Golden {
  readonly linear: {
    rows: number[][];
    weights: number[];
    vectors: number[][];
    y: number[];
    penalties: number[];
    coefficients: number[];
  };
  readonly backtest: {
    firstOn: string;
    openFromHour: number;
    contactsByWeekDayHour: number[][][];
    rows: Record<string, Record<string, number>>;
  };
}

const golden = JSON.parse(readFileSync(resolve(__dirname, 'golden/forecast-golden.json'), 'utf8')) as Golden;

describe('values of an independent program', () => {
  const rows = golden.linear.rows.map((row) => Float64Array.from(row));
  const weights = Float64Array.from(golden.linear.weights);

  it('are met by the leading singular vectors', () => {
    const vectors = leadingRightVectors(rows, weights, 3);
    golden.linear.vectors.forEach((expected, k) =>
      expected.forEach((value, index) => expect(Math.abs(vectors[k]![index]! - value)).toBeLessThan(1e-6)),
    );
  });

  it('are met by the ridge regression', () => {
    const found = ridge(rows, Float64Array.from(golden.linear.y), weights, Float64Array.from(golden.linear.penalties));
    golden.linear.coefficients.forEach((value, index) =>
      expect(Math.abs(found[index]! / value - 1)).toBeLessThan(1e-6),
    );
  });

  it('are met by the measures of a backtest', () => {
    const { firstOn, openFromHour, contactsByWeekDayHour, rows: expected } = golden.backtest;
    const history = queueHistory({
      fromOn: firstOn,
      days: 70,
      contacts: ({ dayIndex, weekday, minuteOfDay }) =>
        contactsByWeekDayHour[Math.floor(dayIndex / 7)]?.[weekday - 1]?.[minuteOfDay / 60 - openFromHour] ?? Number.NaN,
    });
    for (const row of backtest(history, { methodIds: Object.keys(expected), horizonDays: 7, origins: 4, seed: 1 })) {
      for (const [measure, value] of Object.entries(expected[row.methodId]!)) {
        expect(Math.abs(row[measure as 'mase'] - value)).toBeLessThanOrEqual(1e-9 * Math.abs(value));
      }
    }
  });
});
