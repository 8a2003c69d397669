import { epochDay } from '@yotei/time';
import { ForecastDistribution, forecastShort, type QueueHistory } from '@yotei/forecast';
import { describeWithData, SHARED_DATA } from '../kit/shared-data.js';
import { bankHistory, israeliBankHistory, israeliBankWholeHistory } from '../kit/shared-queue-histories.js';

interface Measured {
  readonly wape: number;
  /** Mean of the same weekdays there are, the planner's habit; null while a weekday has not come round. */
  readonly habit: number;
  readonly coverage80: number;
  /** The same of day totals. */
  readonly coverage80ByDay: number;
}

const HORIZON_DAYS = 7;

/** Forecasts of a week from every eighth day, on so many days of history alone; the docs have every fourth. */
function measure(history: QueueHistory, haveDays: number): Measured {
  const sums = { error: 0, all: 0, habit: 0, habitAll: 0, inside: 0, seen: 0, insideByDay: 0, seenDays: 0 };
  const first = epochDay(history.days[0]!.on);
  const byDay = new Map(history.days.map((day) => [day.on, day.contacts]));
  const onOf = (day: number) => new Date(day * 86_400_000).toISOString().slice(0, 10);
  for (let start = first; start + haveDays + HORIZON_DAYS <= epochDay(history.days.at(-1)!.on); start += 8) {
    const [fromOn, sinceOn] = [onOf(start + haveDays), onOf(start)];
    const days = history.days.filter(({ on }) => on >= sinceOn && on < fromOn);
    const result = forecastShort({ ...history, days }, { fromOn, days: HORIZON_DAYS });
    if (result.kind !== 'forecast') continue;
    const distribution = new ForecastDistribution(result.distribution, result);
    for (const [index, { on, contacts, p10, p90 }] of result.days.entries()) {
      const like = days.filter((day) => (epochDay(day.on) - epochDay(on)) % 7 === 0);
      const total = byDay.get(on)?.reduce((sum, came, slot) => sum + (contacts[slot]! >= 0 ? came || 0 : 0), 0);
      if (total !== undefined && distribution.mean({ day: index }) > 0) {
        sums.seenDays += 1;
        const [low, high] = [0.1, 0.9].map((p) => distribution.dayQuantile(index, p));
        sums.insideByDay += Number(total >= low! && total <= high!);
      }
      byDay.get(on)?.forEach((came, slot) => {
        const mean = contacts[slot]!;
        if (Number.isNaN(came) || Number.isNaN(mean)) return;
        sums.error += Math.abs(came - mean);
        sums.all += came;
        sums.seen += 1;
        sums.inside += Number(came >= p10[slot]! && came <= p90[slot]!);
        if (like.length === 0) return;
        const habit = like.reduce((sum, day) => sum + (day.contacts[slot] || 0), 0) / like.length;
        sums.habit += Math.abs(came - habit);
        sums.habitAll += came;
      });
    }
  }
  return {
    wape: sums.error / sums.all,
    habit: sums.habit / sums.habitAll,
    coverage80: sums.inside / sums.seen,
    coverage80ByDay: sums.insideByDay / sums.seenDays,
  };
}

const SERIES = [
  ['bank', bankHistory],
  ['Israeli bank', israeliBankHistory],
  ['Israeli bank, all days', israeliBankWholeHistory],
] as const;

describeWithData('bank-calls-5min', 'a week ahead from 3 to 28 days of history', () => {
  it('errs less than the mean of the same weekdays, and its bands hold about what they say', () => {
    const said: string[] = [];
    const coverage = new Map<number, number[]>();
    const byDay = new Map<number, number[]>();
    for (const [name, make] of SERIES)
      for (const haveDays of [3, 7, 14, 28]) {
        const { wape, habit, coverage80, coverage80ByDay } = measure(make(SHARED_DATA), haveDays);
        coverage.set(haveDays, [...(coverage.get(haveDays) ?? []), coverage80]);
        byDay.set(haveDays, [...(byDay.get(haveDays) ?? []), coverage80ByDay]);
        said.push(
          `| ${name} | ${haveDays} | ${[wape, habit, coverage80, coverage80ByDay].map((value) => (100 * value).toFixed(1)).join(' | ')} |`,
        );
        if (haveDays >= 7) expect(wape).toBeLessThan(1.01 * habit);
        expect(coverage80).toBeGreaterThan(0.65);
      }
    console.log(said.join('\n'));
    // How calm a queue is nobody knows at first: too wide for one, too narrow for another, right on the whole; two weeks tell.
    const means = (of: ReadonlyMap<number, readonly number[]>) =>
      [...of].map(([days, values]) => [days, values.reduce((sum, value) => sum + value, 0) / values.length] as const);
    for (const [, mean] of means(coverage)) expect(Math.abs(mean - 0.8)).toBeLessThan(0.05);
    for (const [days, mean] of means(byDay)) expect(Math.abs(mean - 0.8)).toBeLessThan(days < 14 ? 0.1 : 0.08);
    for (const value of [...coverage.get(14)!, ...coverage.get(28)!]) expect(Math.abs(value - 0.8)).toBeLessThan(0.06);
  }, 90_000);
});
