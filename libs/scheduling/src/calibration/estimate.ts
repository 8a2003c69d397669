/** A figure read off a log, with its 95 % interval and what it rests on. */
export interface Estimate {
  readonly kind: 'estimate';
  readonly value: number;
  readonly low: number;
  readonly high: number;
  /** Contacts, abandonments or days the figure rests on; each figure says which. */
  readonly sampleSize: number;
}

/** What a log has too little of. */
export type Scarce = 'handled-contacts' | 'waits' | 'abandonments' | 'days';

/** The log is too small for this figure: an answer, not an error. */
export interface NotEnoughData {
  readonly kind: 'not-enough-data';
  readonly of: Scarce;
  readonly have: number;
  readonly need: number;
}

export const notEnough = (of: Scarce, have: number, need: number): NotEnoughData => ({
  kind: 'not-enough-data',
  of,
  have,
  need,
});

/** Two-sided 95 % point of the normal distribution. */
export const NORMAL_95 = 1.959963984540054;

/**
 * Two-sided 95 % point of Student's t, by Fisher's expansion of it around the normal point (Abramowitz & Stegun
 * 26.7.5); `freedom` 4 or more, where it is right to half a percent.
 */
export function studentT95(freedom: number): number {
  const z = NORMAL_95;
  const z3 = z ** 3;
  const z5 = z ** 5;
  const z7 = z ** 7;
  return (
    z +
    (z3 + z) / (4 * freedom) +
    (5 * z5 + 16 * z3 + 3 * z) / (96 * freedom ** 2) +
    (3 * z7 + 19 * z5 + 17 * z3 - 15 * z) / (384 * freedom ** 3)
  );
}

/** Interval of a share: Wilson's score interval, which stays within 0..1 and holds for few events. */
export function shareOf(events: number, total: number): Estimate {
  const z2 = NORMAL_95 ** 2;
  const share = events / total;
  const centre = (share + z2 / (2 * total)) / (1 + z2 / total);
  const half = (NORMAL_95 * Math.sqrt((share * (1 - share)) / total + z2 / (4 * total ** 2))) / (1 + z2 / total);
  return {
    kind: 'estimate',
    value: share,
    low: Math.max(0, centre - half),
    high: Math.min(1, centre + half),
    sampleSize: total,
  };
}
