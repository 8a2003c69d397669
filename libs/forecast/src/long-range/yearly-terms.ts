import { DAY_MILLIS } from '@yotei/time';

/** Harmonics of the year: the sixth has a wave of two months. */
export const HARMONICS = 6;
const DAYS_A_YEAR = 365.2425;

/** Part of the year gone by in the middle of the seven days from that day, 0..1. */
export function yearFraction(day: number): number {
  const middle = new Date((day + 3) * DAY_MILLIS);
  const yearStart = Date.UTC(middle.getUTCFullYear(), 0, 1) / DAY_MILLIS;
  return (day + 3.5 - yearStart) / DAYS_A_YEAR;
}

/** Cosine and sine of each harmonic at a week: the row by which the yearly coefficients make the season. */
export function yearlyRow(day: number, harmonics: number): Float64Array {
  const angle = 2 * Math.PI * yearFraction(day);
  return Float64Array.from({ length: 2 * harmonics }, (_, index) => {
    const order = Math.floor(index / 2) + 1;
    return index % 2 === 0 ? Math.cos(order * angle) : Math.sin(order * angle);
  });
}
