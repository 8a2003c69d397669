/** One day's mean handle time against what weekday, hours and calendar make of it. */
export interface DayRatio {
  readonly day: number;
  /** The ratio; 1 = as usual. Not its logarithm, whose mean lies below for days of few contacts. */
  readonly value: number;
  /** Contacts behind it. */
  readonly contacts: number;
}

/** A level that can be read ahead, with how far it went astray in the past. */
export interface HandleLevel {
  /** Ratio expected that many days after the last day known, above 0. */
  at(leadDays: number): number;
  /** Variance of the level itself, a week ahead, without the noise of single contacts. */
  readonly variance: number;
}

/** Weight of a day against the next: how fast the past is forgotten, half in five weeks. */
const USUAL_DISCOUNT = 0.98;
/** Other ways to forget, for queues whose past says so. */
const OTHER_DISCOUNTS = [0.94, 0.97, 1];
/** Prior standard deviation of a trend, a day: 1 % a week. */
const TREND_DEVIATION = 0.01 / 7;
/** A trend fades by this share a day, so that it carries 50 days at most. */
const TREND_FADING = 0.98;
/** Days ahead at which the past is judged. */
const JUDGED_LEAD = 7;
/** Days of history before the first judgement. */
const LEAST_DAYS = 14;
/** Days whose errors go together, so that they count as one witness. */
const DAYS_A_WITNESS = 7;
/** A level never falls below this share of the usual, whatever a trend says. */
const LEAST_LEVEL = 0.05;

/** Discounted sums of a line through the days so far; time runs from the last of them. */
class DiscountedLine {
  private w = 0;
  private wx = 0;
  private wxx = 0;
  private wy = 0;
  private wxy = 0;
  private last = Number.NaN;

  constructor(
    private readonly discount: number,
    private readonly trendPenalty: number,
  ) {}

  add({ day, value, contacts }: DayRatio): void {
    const elapsed = Number.isNaN(this.last) ? 0 : day - this.last;
    const kept = Math.pow(this.discount, elapsed);
    this.wxx = kept * (this.wxx - 2 * elapsed * this.wx + elapsed * elapsed * this.w);
    this.wx = kept * (this.wx - elapsed * this.w);
    this.wxy = kept * (this.wxy - elapsed * this.wy);
    this.w = kept * this.w + contacts;
    this.wy = kept * this.wy + contacts * value;
    this.last = day;
  }

  /** Value so many days after the last one added. */
  at(leadDays: number): number {
    const wxx = this.wxx + this.trendPenalty;
    const determinant = this.w * wxx - this.wx * this.wx;
    if (!(determinant > 0) || this.trendPenalty === Infinity) return this.w > 0 ? this.wy / this.w : 0;
    const slope = (this.w * this.wxy - this.wx * this.wy) / determinant;
    const level = (this.wy - slope * this.wx) / this.w;
    return level + (slope * (1 - Math.pow(TREND_FADING, leadDays))) / (1 - TREND_FADING);
  }
}

interface Judged {
  readonly line: DiscountedLine;
  /** Squared error a week ahead of each day judged, times its contacts. */
  readonly errors: readonly number[];
  /** Weighted mean of what the squared errors leave over the chance of single contacts. */
  readonly excess: number;
}

/** Runs one way through the days; each is forecast a week ahead before it is learnt. */
function judge(ratios: readonly DayRatio[], line: DiscountedLine, contactVariance: number): Judged {
  const errors: number[] = [];
  const sums = { excess: 0, contacts: 0 };
  const first = ratios[0]?.day ?? 0;
  let known = 0;
  for (const { day, value, contacts } of ratios) {
    while (ratios[known]!.day <= day - JUDGED_LEAD) line.add(ratios[known++]!);
    if (day - first < LEAST_DAYS || known === 0) continue;
    const error = value - line.at(day - ratios[known - 1]!.day);
    errors.push(contacts * error * error);
    sums.excess += contacts * error * error - contactVariance;
    sums.contacts += contacts;
  }
  while (known < ratios.length) line.add(ratios[known++]!);
  return { line, errors, excess: Math.max(0, sums.excess / sums.contacts) };
}

/** Whether the errors of `a` are lower than those of `b` by more than one standard error of their differences. */
function isClearlyBetter({ errors: a }: Judged, { errors: b }: Judged): boolean {
  const differences = a.map((error, index) => error - b[index]!);
  const mean = differences.reduce((sum, value) => sum + value, 0) / differences.length;
  const variance = differences.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (differences.length - 1);
  return mean < -Math.sqrt(variance / (differences.length / DAYS_A_WITNESS));
}

/** Relative error taken for a level too young to be judged. */
const ASSUMED_VARIANCE = 0.1 ** 2;

/**
 * The level of the last day and its way ahead. Half of the past is forgotten in five weeks and there is no trend,
 * unless another discount, or a fading trend, did clearly better a week ahead in this very past. `contactVariance` is
 * the relative variance of a single contact's handle time.
 */
export function fitHandleLevel(ratios: readonly DayRatio[], contactVariance: number): HandleLevel {
  const withTrend = contactVariance / TREND_DEVIATION ** 2;
  const judged = (discount: number, penalty: number): Judged =>
    judge(ratios, new DiscountedLine(discount, penalty), contactVariance);
  const others = [
    ...OTHER_DISCOUNTS.map((discount) => judged(discount, Infinity)),
    ...[USUAL_DISCOUNT, 1].map((discount) => judged(discount, withTrend)),
  ];
  const best = others.reduce((a, b) => (isClearlyBetter(b, a) ? b : a), judged(USUAL_DISCOUNT, Infinity));
  return {
    at: (leadDays) => Math.max(LEAST_LEVEL, best.line.at(leadDays)),
    variance: best.errors.length > 0 ? best.excess : ASSUMED_VARIANCE,
  };
}
