import { seededRandom } from '../seeded-random.js';
import type { DayTable } from '../series/day-table.js';
import type { WeekObservation } from './damped-trend.js';
import { sortedQuantile } from './sorted-quantile.js';
import { simulateWeeks } from './simulate-weeks.js';
import { trendMixture } from './trend-mixture.js';

/** Contacts of a week below which its mean handle time is mostly chance. */
const LEAST_CONTACTS = 20;
const LEAST_WEEKS = 4;
const DRAWS = 400;

export interface HandleWeek {
  readonly averageHandleSeconds: number;
  readonly handleP10: number;
  readonly handleP90: number;
}

const UNKNOWN: HandleWeek = { averageHandleSeconds: Number.NaN, handleP10: Number.NaN, handleP90: Number.NaN };

interface HandleInput {
  readonly contacts: DayTable;
  readonly handleSeconds: DayTable | null;
  readonly fromDay: number;
  readonly weeks: number;
  readonly seed: number;
}

/** Mean handle time of the weeks ahead, weighted by contacts: its log has a level with a damped trend, and no season. */
export function handleTimeOfWeeks(input: HandleInput): (week: number) => HandleWeek {
  const past = weeklyMeans(input);
  const known = past.filter(({ value }) => value !== null);
  if (known.length === 0) return () => UNKNOWN;
  if (known.length < LEAST_WEEKS) {
    const averageHandleSeconds = Math.exp(known.reduce((sum, { value }) => sum + value!, 0) / known.length);
    return () => ({ ...UNKNOWN, averageHandleSeconds });
  }
  const members = trendMixture(past, { withSeason: false, withTrend: true });
  const yearly = Array.from({ length: input.weeks }, () => new Float64Array(0));
  const random = seededRandom(input.seed + 1);
  const paths = simulateWeeks({ members, yearly, draws: DRAWS, random, unseenSeason: false });
  return (week) => {
    const sorted = Float64Array.from(paths[week]!).sort();
    return {
      averageHandleSeconds: Math.exp(sortedQuantile(sorted, 0.5)),
      handleP10: Math.exp(sortedQuantile(sorted, 0.1)),
      handleP90: Math.exp(sortedQuantile(sorted, 0.9)),
    };
  };
}

function weeklyMeans({ contacts, handleSeconds, fromDay }: HandleInput): WeekObservation[] {
  if (!handleSeconds) return [];
  const counts = new Map(contacts.days.map((day) => [day.day, day.values]));
  const sums = new Map<number, { contacts: number; seconds: number }>();
  for (const { day, values } of handleSeconds.days) {
    const week = Math.floor((day - fromDay) / 7);
    const sum = sums.get(week) ?? { contacts: 0, seconds: 0 };
    values.forEach((seconds, slot) => {
      const count = counts.get(day)?.[slot] ?? 0;
      if (Number.isNaN(seconds) || !(count > 0)) return;
      sum.contacts += count;
      sum.seconds += seconds;
    });
    sums.set(week, sum);
  }
  const first = Math.min(...sums.keys());
  return Array.from({ length: sums.size > 0 ? -first : 0 }, (_, index) => {
    const sum = sums.get(first + index);
    const value =
      sum && sum.contacts >= LEAST_CONTACTS && sum.seconds > 0 ? Math.log(sum.seconds / sum.contacts) : null;
    return { value, exposure: 1, yearly: new Float64Array(0) };
  });
}
