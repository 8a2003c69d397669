import fc from 'fast-check';
import { addDays, daysBetween } from '@yotei/time';
import {
  MEASURE_PERIODS,
  MeasureSet,
  spanBefore,
  spanByDay,
  spansOf,
  STANDARD_DEFINITIONS,
  tableOfFacts,
  trendOf,
  type FactRow,
  type FactSums,
} from './index.js';

const START = '2025-12-17';
const rowsOfYear = fc.array(
  fc.record({
    day: fc.integer({ min: 0, max: 364 }),
    teller: fc.constantFrom('voice', 'chat'),
    offered: fc.integer({ min: 0, max: 500 }),
    lost: fc.integer({ min: 0, max: 500 }),
    backlog: fc.option(fc.integer({ min: 0, max: 50 })),
  }),
  { maxLength: 120 },
);
const factsOf = (
  rows: readonly { day: number; teller: string; offered: number; lost: number; backlog: number | null }[],
  span: (on: string) => number,
): FactRow[] =>
  rows.map(({ day, teller, offered, lost, backlog }, index) => ({
    key: 0,
    span: span(addDays(START, day)),
    teller,
    order: day * 1000 + index,
    facts: { offered, abandoned: Math.min(lost, offered), backlog },
    hasContacts: offered > 0,
  }));

describe('any period', () => {
  const range = { fromOn: START, untilOn: addDays(START, 365) };

  it('is made of spans without gap or overlap', () => {
    for (const period of MEASURE_PERIODS) {
      const spans = spansOf(range, period);
      expect(spans[0]!.fromOn).toBe(range.fromOn);
      expect(spans.at(-1)!.untilOn).toBe(range.untilOn);
      spans.slice(1).forEach((span, index) => expect(span.fromOn).toBe(spans[index]!.untilOn));
      const place = spanByDay(range, spans);
      for (let day = 0; day < 365; day += 13) {
        const on = addDays(START, day);
        const span = spans[place(on)]!;
        expect(span.fromOn <= on && on < span.untilOn).toBe(true);
      }
    }
    expect(spansOf(range, 'month').map(({ fromOn }) => fromOn.slice(0, 7))).toHaveLength(13);
    expect(spansOf(range, 'year')).toEqual([
      { fromOn: START, untilOn: '2026-01-01' },
      { fromOn: '2026-01-01', untilOn: range.untilOn },
    ]);
  });

  it('adds up to the same year, and a share of the year is that of its sums, not the mean of its parts', () => {
    const set = new MeasureSet(STANDARD_DEFINITIONS);
    const abandonment = set.find('abandonment')!;
    fc.assert(
      fc.property(rowsOfYear, fc.constantFrom('day', 'week', 'month', 'quarter', 'year', 'whole'), (rows, period) => {
        const spans = spansOf(range, period as 'day');
        const table = tableOfFacts(factsOf(rows, spanByDay(range, spans)), { keys: 1, spans: spans.length });
        const whole = table.whole(0);
        const offered = rows.reduce((sum, row) => sum + row.offered, 0);
        const lost = rows.reduce((sum, row) => sum + Math.min(row.lost, row.offered), 0);
        const parts = spans.map((_, span) => table.at(0, span).get('offered')?.sum ?? 0);
        expect(parts.reduce((sum, each) => sum + each, 0)).toBe(offered);
        expect(whole.get('offered')?.sum ?? 0).toBe(offered);
        const outcome = set.evaluator(whole, 1)(abandonment);
        if (offered > 0) expect(outcome).toMatchObject({ kind: 'value', value: lost / offered });
        else expect(outcome.kind).not.toBe('value');
        const ends = ['voice', 'chat'].flatMap((teller) => {
          const own = rows
            .map((row, index) => ({ ...row, index }))
            .filter((row) => row.teller === teller && row.backlog !== null);
          own.sort((a, b) => a.day - b.day || a.index - b.index);
          return own.at(-1)?.backlog ?? [];
        });
        if (ends.length > 0) expect(whole.get('backlog')!.sum).toBe(ends.reduce((sum, each) => sum + each, 0));
      }),
      { numRuns: 60 },
    );
  });

  it('is held against the one before it of the same kind', () => {
    expect(spanBefore({ fromOn: '2026-03-01', untilOn: '2026-04-01' })).toEqual({
      fromOn: '2026-02-01',
      untilOn: '2026-03-01',
    });
    expect(spanBefore({ fromOn: '2026-01-01', untilOn: '2026-04-01' }).fromOn).toBe('2025-10-01');
    expect(spanBefore({ fromOn: '2026-01-01', untilOn: '2027-01-01' }).fromOn).toBe('2025-01-01');
    const week = spanBefore({ fromOn: '2026-11-02', untilOn: '2026-11-09' });
    expect([week.fromOn, daysBetween(week.fromOn, week.untilOn)]).toEqual(['2026-10-26', 7]);
  });
});

describe('a trend', () => {
  const side = (shares: readonly number[]) => {
    const days: FactSums[] = shares.map(
      (share) =>
        new Map([
          ['offered', { sum: 100, lacking: 0 }],
          ['abandoned', { sum: share, lacking: 0 }],
        ]),
    );
    const sum = (name: string) => days.reduce((total, day) => total + day.get(name)!.sum, 0);
    const whole: FactSums = new Map(['offered', 'abandoned'].map((name) => [name, { sum: sum(name), lacking: 0 }]));
    const evaluate = (facts: FactSums) => facts.get('abandoned')!.sum / facts.get('offered')!.sum;
    return { days, whole, evaluate };
  };

  it('of a measure that is a mean of days is Welch’s t-test of the days', () => {
    // Means 5 and 8; variances of days 4/3 and 4/3 (n = 4 twice would be too few: 8 days, variance 8/7 each).
    const before = side([4, 6, 4, 6, 4, 6, 4, 6]);
    const now = side([7, 9, 7, 9, 7, 9, 7, 9]);
    const found = trendOf(now, before);
    // t = 3 / sqrt(2 × (8/7) / 8) = 5.612, 14 degrees of freedom: p = 0.0000642
    expect(found).toMatchObject({ kind: 'trend', verdict: 'more-than-noise' });
    expect(found.kind === 'trend' && found.probability).toBeCloseTo(0.0000642, 6);
  });

  it('of the same twice is noise, and of few days is not judged', () => {
    const days = [4, 6, 4, 6, 5, 5, 4];
    expect(trendOf(side(days), side(days))).toMatchObject({ verdict: 'within-noise', probability: 1, difference: 0 });
    expect(trendOf(side([4, 6]), side(days))).toMatchObject({ verdict: 'unknown', probability: null });
  });

  it('calls mere noise a trend in about one of twenty cases', () => {
    const days = fc.array(fc.integer({ min: 0, max: 20 }), { minLength: 14, maxLength: 14 });
    const samples = fc.sample(fc.tuple(days, days), { numRuns: 400, seed: 7 });
    const found = samples.filter(([a, b]) => {
      const trend = trendOf(side(a), side(b));
      return trend.kind === 'trend' && trend.verdict === 'more-than-noise';
    });
    expect(found.length / samples.length).toBeLessThan(0.12);
  });
});
