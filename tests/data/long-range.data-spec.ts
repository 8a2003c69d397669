import { dateOfEpochDay } from '@yotei/time';
import {
  bottomUp,
  forecastLongRange,
  minTrace,
  shrunkCovariance,
  type Hierarchy,
  type QueueHistory,
} from '@yotei/forecast';
import { backtestLongRange, weeklyOrigins, weekTotals, type LongRangeErrors } from '../kit/long-range-backtest.js';
import { describeWithData, SHARED_DATA } from '../kit/shared-data.js';
import { acdHistory, ambulanceHistories, travelHistory } from '../kit/shared-daily-histories.js';
import { bankHistory } from '../kit/shared-queue-histories.js';

const percent = (value: number) => (100 * value).toFixed(1);
const said: string[] = [];
function measured(name: string, history: QueueHistory, horizonWeeks: number, leastWeeks = 70): LongRangeErrors {
  const errors = backtestLongRange(history, { leastWeeks, horizonWeeks, everyWeeks: 8 });
  const { wape, lastYear, lastYearGrown, meanOfEight, coverage80, coverage90, origins } = errors;
  said.push(
    `| ${name} | ${horizonWeeks} | ${origins} | ${[wape, lastYear, lastYearGrown, meanOfEight].map(percent).join(' | ')} | ${percent(coverage80)} / ${percent(coverage90)} |`,
  );
  return errors;
}
afterAll(() => console.log(said.join('\n')));

describeWithData('travel-calls-daily', 'travel calls by week', () => {
  it('beat last year’s week, last year times growth and the mean of eight weeks, 26 and 52 weeks ahead', () => {
    for (const horizon of [26, 52]) {
      const errors = measured('travel', travelHistory(), horizon);
      expect(errors.wape).toBeLessThan(Math.min(errors.lastYear, errors.lastYearGrown, errors.meanOfEight));
      expect(errors.coverage80).toBeGreaterThan(0.77);
    }
  }, 60_000);
});

describeWithData('daily-acd-kpi', 'a centre that doubles and halves', () => {
  it('is no worse than the mean of eight weeks by more than a tenth', () => {
    for (const horizon of [26, 52]) {
      const errors = measured('ACD report', acdHistory(), horizon);
      expect(errors.wape).toBeLessThan(1.1 * errors.meanOfEight);
      expect(errors.coverage90).toBeGreaterThan(0.7);
    }
  }, 60_000);
});

describeWithData('ambulance-daily-hier', 'ambulance incidents by week', () => {
  it('err less than last year’s week, all of them and each priority', () => {
    const histories = ambulanceHistories();
    for (const name of ['', '/RED', '/AMBER', '/GREEN'])
      for (const horizon of [26, 52]) {
        const errors = measured(`ambulance ${name || 'all'}`, histories.get(name)!, horizon);
        expect(errors.wape).toBeLessThan(1.1 * errors.lastYear);
      }
  }, 90_000);

  it('adds up when reconciled, and gains little: bottom-up is the default', () => {
    const histories = ambulanceHistories();
    const regions = ['AB', 'BC', 'CTM', 'CV', 'HD', 'POW', 'SB'];
    const names = ['', ...regions];
    const hierarchy: Hierarchy = { size: 8, sums: [{ series: 0, of: [1, 2, 3, 4, 5, 6, 7] }] };
    const origins = weeklyOrigins(histories.get('')!, { leastWeeks: 78, horizonWeeks: 13, everyWeeks: 7 });
    const weeks = names.map((name) => weekTotals(histories.get(name)!));
    const base = origins.map((origin) =>
      names.map((name) => {
        const result = forecastLongRange(histories.get(name)!, {
          fromOn: dateOfEpochDay(origin),
          weeks: 13,
          seed: 1,
          draws: 20,
        });
        return result.kind === 'long-range' ? result.weeks.map(({ contacts }) => contacts) : [];
      }),
    );
    const errors = { own: 0, up: 0, min: 0, all: 0 };
    for (let k = 4; k < origins.length; k++) {
      // Only horizons that ended before the origin may teach the covariance.
      const known = origins.map((_, past) => past).filter((past) => origins[past]! + 91 <= origins[k]!);
      if (known.length < 2) continue;
      const rows = known.flatMap((past) =>
        Array.from({ length: 13 }, (_, week) =>
          names.map((__, series) => weeks[series]!(origins[past]! + 7 * week) - base[past]![series]![week]!),
        ),
      );
      const covariance = shrunkCovariance(rows);
      for (let week = 0; week < 13; week++) {
        const given = base[k]!.map((values) => values[week]!);
        const made = minTrace(hierarchy, given, covariance);
        expect(made[0]).toBeCloseTo(
          regions.reduce((sum, _, index) => sum + made[index + 1]!, 0),
          6,
        );
        const up = bottomUp(hierarchy, given);
        names.forEach((_, series) => {
          const came = weeks[series]!(origins[k]! + 7 * week);
          errors.own += Math.abs(came - given[series]!);
          errors.up += Math.abs(came - up[series]!);
          errors.min += Math.abs(came - made[series]!);
          errors.all += came;
        });
      }
    }
    const [own, up, min] = [errors.own, errors.up, errors.min].map((value) => value / errors.all) as [
      number,
      number,
      number,
    ];
    said.push(
      `reconciled, 13 weeks, regions and sum: own ${percent(own)}, bottom-up ${percent(up)}, MinT ${percent(min)}`,
    );
    expect(min).toBeLessThan(1.05 * Math.min(own, up));
  }, 90_000);
});

describeWithData('bank-calls-5min', 'a bank with half a year of history', () => {
  it('has no yearly shape, says so, and its band holds', () => {
    const history = bankHistory(SHARED_DATA);
    const result = forecastLongRange(history, { fromOn: '2003-09-15', weeks: 78, seed: 1 });
    if (result.kind !== 'long-range') throw new Error(result.kind);
    expect(result.yearlyTerms).toBe('none');
    expect(result.weeks[30]!.p90 / result.weeks[30]!.p10).toBeGreaterThan(1.5);
  });
});
