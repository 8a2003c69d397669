import { mustBe } from './contact-series.js';

/**
 * When those who come back do: share of them by intervals later. Shares are 0 or more and sum to 1; index 0 is the
 * interval of the contact itself.
 */
export type ReturnDelay = ArrayLike<number>;

const WHOLE = 1e-9;
/** The tail of an exponential delay that is put into its last interval. */
const TAIL = 1e-6;

export function checkDelay(delay: ReturnDelay): void {
  let sum = 0;
  for (let later = 0; later < delay.length; later += 1) {
    mustBe(delay[later]! >= 0, 'return delay share', delay[later], '0 or more');
    sum += delay[later]!;
  }
  mustBe(Math.abs(sum - 1) <= WHOLE, 'sum of return delay shares', sum, '1');
}

/** Everybody comes back after the same time, rounded to whole intervals. */
export function fixedDelay(hours: number, intervalSeconds: number): ReturnDelay {
  mustBe(hours >= 0 && Number.isFinite(hours), 'hours', hours, '0 or more');
  const later = Math.round((hours * 3600) / intervalSeconds);
  return Float64Array.from({ length: later + 1 }, (_, index) => (index === later ? 1 : 0));
}

/** Exponential delay with that mean, from contacts spread evenly over their interval. */
export function exponentialDelay(meanHours: number, intervalSeconds: number): ReturnDelay {
  mustBe(meanHours > 0 && Number.isFinite(meanHours), 'meanHours', meanHours, 'above 0');
  const step = intervalSeconds / (meanHours * 3600);
  // Share back within the own interval: 1 - (1 - e^-x)/x; then each interval keeps e^-x of the one before.
  const within = 1 + Math.expm1(-step) / step;
  const shares = [within];
  let left = 1 - within;
  for (; left > TAIL; left *= Math.exp(-step)) shares.push(-left * Math.expm1(-step));
  shares[shares.length - 1]! += left;
  return Float64Array.from(shares);
}
