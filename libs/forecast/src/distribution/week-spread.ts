import type { DayErrors, DistributionComponents } from './distribution-components.js';

type BetweenDays = DistributionComponents['betweenDays'];

/** The errors of days and what they share, and by how much week totals are less sure than that. */
export interface WeekSpreadInput {
  readonly days: readonly DayErrors[];
  readonly betweenDays: BetweenDays;
  /** Variance of week totals over what days and correlation promise, 1 or more. */
  readonly growth: number;
  /** A usual day's contacts, and days a week that have any. */
  readonly dayContacts: number;
  readonly daysAWeek: number;
}

const MOST_COMMON = 0.98;

/**
 * The days and their correlation for which the variance of a usual week is the promised one times its growth: by what days
 * have in common first, which leaves the days alone, and where even days that all go together make too little, by the
 * days' own rate variance. A quiet day's counting noise hides the error of its level; a week's total shows it.
 */
export function broughtToWeeks(of: WeekSpreadInput): { days: readonly DayErrors[]; betweenDays: BetweenDays } {
  const { days, betweenDays, growth, dayContacts, daysAWeek } = of;
  if (growth === 1 || daysAWeek < 2 || !(dayContacts > 0)) return { days, betweenDays };
  const pairs = daysAWeek * (daysAWeek - 1);
  const fading = fadingPairs(daysAWeek, betweenDays.decayPerDay);
  const pairSum = (common: number) => common * pairs + (1 - common) * fading;
  const squared = dayContacts ** 2;
  const noise = daysAWeek * dayContacts;
  const rate = meanRate(days);
  const promised = noise + rate * squared * (daysAWeek + pairSum(betweenDays.common));
  const wanted = Math.max(0, growth * promised - noise) / squared;
  const most = daysAWeek + pairSum(MOST_COMMON);
  if (wanted >= rate * most) {
    const grown = days.map((day) => ({
      ...day,
      rateVariance: rate > 0 ? (day.rateVariance * wanted) / (rate * most) : wanted / most,
    }));
    return { days: grown, betweenDays: { ...betweenDays, common: MOST_COMMON } };
  }
  const common = (wanted / rate - daysAWeek - fading) / Math.max(1e-9, pairs - fading);
  return { days, betweenDays: { ...betweenDays, common: Math.min(MOST_COMMON, Math.max(0, common)) } };
}

/** Twice the sum of decay^k over the pairs of a week's days. */
function fadingPairs(days: number, decay: number): number {
  let sum = 0;
  for (let apart = 1; apart < days; apart++) sum += 2 * (days - apart) * decay ** apart;
  return sum;
}

function meanRate(days: readonly DayErrors[]): number {
  return days.reduce((sum, { rateVariance }) => sum + rateVariance, 0) / days.length;
}
