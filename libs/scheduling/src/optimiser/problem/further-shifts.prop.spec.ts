import fc from 'fast-check';
import type { DayTracker } from '../../rules/index.js';
import { FurtherShifts } from './further-shifts.js';

const DAYS = 14;
const STATES = 4;
const SYMBOLS = 3;

/** A rule that forbids some steps and counts some shifts in periods of some days. */
const tracker = fc
  .record({
    next: fc.array(fc.integer({ min: -1, max: STATES - 1 }), { minLength: STATES * (SYMBOLS + 1), maxLength: 40 }),
    add: fc.array(fc.nat({ max: 3 }), { minLength: STATES * SYMBOLS, maxLength: 40 }),
    periodDays: fc.constantFrom(3, 7, 14, Number.POSITIVE_INFINITY),
    most: fc.array(fc.integer({ min: 2, max: 12 }), { minLength: 1, maxLength: 3 }),
    counts: fc.boolean(),
  })
  .map(({ next, add, periodDays, most, counts }): DayTracker => {
    const length = Math.min(DAYS, periodDays);
    const untilDays = Array.from({ length: Math.ceil(DAYS / length) }, (_, period) => (period + 1) * length);
    const of = (state: number, symbol: number) => add[state * SYMBOLS + symbol]!;
    return {
      initial: 0,
      // A day off is always allowed, so that there are tours to look at.
      step: (state, symbol) => {
        const to = next[state * (SYMBOLS + 1) + symbol + 1]!;
        return symbol < 0 ? Math.max(0, to) : to;
      },
      ...(counts && {
        amount: { untilDays, ranges: untilDays.map((_, i) => ({ min: 0, max: most[i % most.length]! })), of },
      }),
    };
  });

/** Day by day through the whole tour. */
function keepsThroughout({ initial, step, amount }: DayTracker, symbols: readonly number[]): boolean {
  let state = initial;
  const totals: number[] = [];
  for (let day = 0; day < symbols.length; day++) {
    const symbol = symbols[day]!;
    if (amount && symbol >= 0) {
      const period = amount.untilDays.findIndex((until) => day < until);
      totals[period] = (totals[period] ?? 0) + amount.of(state, symbol, day);
      if (totals[period] > amount.ranges[period]!.max) return false;
    }
    state = step(state, symbol, day);
    if (state < 0) return false;
  }
  return true;
}

describe('a further shift in a long tour', () => {
  it('breaks a rule exactly when the whole tour with it does, and the contract when its week is full', () => {
    const seen = { contract: 0, rule: 0, free: 0 };
    fc.assert(
      fc.property(
        fc.array(tracker, { minLength: 1, maxLength: 3 }),
        fc.array(fc.integer({ min: -1, max: SYMBOLS - 1 }), { minLength: DAYS, maxLength: DAYS }),
        fc.integer({ min: 2, max: 7 }),
        (trackers, symbols, maxDays) => {
          const kept = (days: readonly number[]) => trackers.every((each) => keepsThroughout(each, days));
          fc.pre(kept(symbols));
          const choices = Array.from({ length: DAYS }, () =>
            Array.from({ length: SYMBOLS }, (_, symbol) => ({ symbols: trackers.map(() => symbol), paidMinutes: 480 })),
          );
          const week = { minMinutes: 0, maxMinutes: 6 * 480, maxDays, endCost: null };
          const worked = symbols.map((symbol, day) => choices[day]![symbol]);
          const further = new FurtherShifts({ days: DAYS, trackers, weeks: [week, week], choices }, worked);
          symbols.forEach((symbol, day) => {
            if (symbol >= 0) return;
            const from = day < 7 ? 0 : 7;
            const days = symbols.slice(from, from + 7).filter((each) => each >= 0).length + 1;
            for (let added = 0; added < SYMBOLS; added++) {
              const isKept = kept(symbols.map((each, at) => (at === day ? added : each)));
              const expected = days > Math.min(6, maxDays) ? 'contract' : isKept ? null : 'rule';
              expect(further.overrunBy(day, added)).toBe(expected);
              seen[expected ?? 'free']++;
            }
          });
        },
      ),
      { numRuns: 300 },
    );
    expect(Math.min(seen.contract, seen.rule, seen.free)).toBeGreaterThan(50);
  });
});
