import type { TrainingView } from '../series/training-view.js';
import { normalQuantile } from '../distribution/normal.js';
import { fitShort, type ShortDay } from './fit-short.js';
import type { TypedCurve } from './typed-curve.js';

/** What the stated standard deviations are to be multiplied with. */
export interface OwnRecord {
  readonly intervals: number;
  readonly days: number;
}

/** A queue's own errors say half of what there is to say once so many days have had a forecast. */
const PRIOR_DAYS = 4;
/** Evenings looked back at: a queue that is older is forecast by methods with a backtest. */
const MOST_EVENINGS = 28;
const HORIZON_DAYS = 7;
/** Where sizes of errors are set against normal ones. */
const COMPARED_AT = 0.8;
const MOST_COMPARED_AT = 0.97;
const LIMITS = { least: 0.5, most: 2.5 };

/** Sizes of standardised errors, each with its weight. */
type Sizes = { readonly size: number; readonly weight: number }[];

/**
 * How the forecasts of a young queue's own past evenings did: the week after each is forecast from the days known then, and the
 * size that four fifths of the errors stayed under is set against what the stated spread promised. Drawn to 1 by
 * {@link PRIOR_DAYS}: whether a queue is calm or wild nobody knows at first, and its days soon tell. Later evenings, which
 * knew more, weigh more. `viewAt` gives what was known on the evening before a day.
 */
export function ownRecord(of: {
  readonly view: TrainingView;
  readonly viewAt: (originDay: number) => TrainingView;
  readonly curve: TypedCurve | null;
  readonly hoursGiven: boolean;
}): OwnRecord {
  const { view, viewAt, curve, hoursGiven } = of;
  const byDay = new Map(view.days.map((day) => [day.day, day]));
  const [intervals, days]: [Sizes, Sizes] = [[], []];
  const judged = new Set<number>();
  const evenings = view.days.map(({ day }, index) => ({ day, known: index })).slice(1);
  for (const { day: origin, known } of evenings.slice(-MOST_EVENINGS)) {
    const then = viewAt(origin);
    const ahead = fitShort(then, curve, { hoursGiven })?.forecast(then.horizon(origin, HORIZON_DAYS)) ?? [];
    for (const one of ahead) {
      const came = byDay.get(one.day);
      if (!came) continue;
      judged.add(one.day);
      const values = came.values.map((value) => value * view.eventFactorOf(one.day));
      judge(one, values, { intervals, days, weight: known / view.days.length });
    }
  }
  const share = judged.size / (judged.size + PRIOR_DAYS);
  const count = judged.size;
  return {
    intervals: spreadOf(intervals, { count: Math.max(1, count * intervals.length) / Math.max(1, days.length), share }),
    days: spreadOf(days, { count, share }),
  };
}

/** The errors of one day: of its intervals, each an equal part of the day's weight, and of its total. */
function judge(
  { mean, variance, totalVariance }: ShortDay,
  values: Float64Array,
  into: { readonly intervals: Sizes; readonly days: Sizes; readonly weight: number },
): void {
  const open = [...mean.keys()].filter((slot) => mean[slot]! > 0 && !Number.isNaN(values[slot]!));
  const sums = { said: 0, came: 0 };
  for (const slot of open) {
    sums.said += mean[slot]!;
    sums.came += values[slot]!;
    const size = Math.abs(values[slot]! - mean[slot]!) / Math.sqrt(variance[slot]!);
    into.intervals.push({ size, weight: into.weight / open.length });
  }
  const whole = mean.reduce((sum, value) => sum + value, 0);
  if (!(sums.said > 0)) return;
  const deviation = Math.sqrt(totalVariance) * (sums.said / whole);
  into.days.push({ size: Math.abs(sums.came - sums.said) / deviation, weight: into.weight });
}

/** The factor of `count` different things that were judged, each perhaps from several evenings. */
function spreadOf(sizes: Sizes, { count, share }: { readonly count: number; readonly share: number }): number {
  if (sizes.length === 0) return 1;
  const sorted = [...sizes].sort((a, b) => a.size - b.size);
  const all = sorted.reduce((sum, { weight }) => sum + weight, 0);
  // Conformal: of n errors and the next one, four fifths of n + 1.
  const wanted = all * Math.min(MOST_COMPARED_AT, (COMPARED_AT * (count + 1)) / count);
  let below = 0;
  const reached = sorted.find(({ weight }) => (below += weight) >= wanted) ?? sorted.at(-1)!;
  const ratio = Math.max(1e-3, reached.size / normalQuantile(0.5 + COMPARED_AT / 2));
  return Math.min(LIMITS.most, Math.max(LIMITS.least, ratio ** share));
}
