import { solveCholesky } from '../linear-algebra.js';

/** Contacts and their forecast in one hour of a day; the log ratio is NaN where nothing is known or expected. */
interface Hour {
  readonly said: number;
  readonly log: number;
}

/** How the hours of a day go wrong together: covariance level + wave · decay^hours apart, and noise / forecast of its own. */
export interface HourMemory {
  readonly level: number;
  readonly wave: number;
  readonly decayPerHour: number;
  readonly noise: number;
}

/** A day, by wall-clock slot; NaN = closed or not known. */
export interface MemoryDay {
  readonly forecast: Float64Array;
  readonly actual: Float64Array;
}

const MOST_HOURS_APART = 13;
const DECAYS = [0.2, 0.4, 0.6, 0.75, 0.85] as const;
/** An hour that is half or double what was said counts as no more: an outage must not stand for the day. */
const MOST_LOG = 0.7;
/** Counts scatter at least about so much, in contacts of variance for each contact. */
const LEAST_NOISE = 0.8;
const LEAST_SAID = 0.5;

/**
 * The covariance of hourly log ratios of past days, all hours of the day together: three numbers and a noise, by least
 * squares on the covariances at one to thirteen hours apart. A regression for one time of day has as many days as there
 * are; this has every pair of hours of them.
 */
export function learnHourMemory(days: readonly MemoryDay[]): HourMemory {
  const hours = days.map((day) => hoursOf(day));
  const lags = Array.from({ length: MOST_HOURS_APART + 1 }, () => ({ products: 0, weight: 0 }));
  for (const day of hours)
    day.forEach((one, index) => {
      for (let apart = 0; apart <= MOST_HOURS_APART && index + apart < day.length; apart++) {
        const other = day[index + apart]!;
        if (Number.isNaN(one.log) || Number.isNaN(other.log)) continue;
        const weight = Math.sqrt(one.said * other.said);
        lags[apart]!.products += weight * one.log * other.log;
        lags[apart]!.weight += weight;
      }
    });
  const fits = DECAYS.map((decayPerHour) => fitLags(lags, decayPerHour));
  const { level, wave, decayPerHour } = fits.reduce((best, fit) => (fit.misfit < best.misfit ? fit : best));
  return { level, wave, decayPerHour, noise: noiseOf(hours, level + wave) };
}

/**
 * Expected log ratio of a day's slots from `from` on to their forecast, given the slots before it (NaN = not known): the
 * best linear prediction with the learned covariance (Kalman's, all at once). 0 where nothing is known.
 */
export function rememberedLog(memory: HourMemory, day: MemoryDay, from: number): number {
  const perHour = slotsPerHour(day);
  const known = day.actual.map((came, slot) => (slot < from ? came : Number.NaN));
  const seen = hoursOf({ ...day, actual: known }).flatMap((hour, index) =>
    Number.isNaN(hour.log) ? [] : [{ ...hour, index }],
  );
  const ahead = saidFrom(day, from, perHour);
  if (seen.length === 0 || ahead.length === 0) return 0;
  const between = (apart: number) => memory.level + memory.wave * memory.decayPerHour ** Math.abs(apart);
  const lower = seen.map((one, row) =>
    Float64Array.from({ length: row + 1 }, (_, column) =>
      row === column ? between(0) + memory.noise / one.said : between(one.index - seen[column]!.index),
    ),
  );
  const solved = solveCholesky(
    lower,
    Float64Array.from(seen, ({ log }) => log),
  );
  const total = ahead.reduce((sum, { said }) => sum + said, 0);
  return ahead.reduce(
    (sum, { said, index }) =>
      sum + (said / total) * seen.reduce((part, hour, at) => part + between(index - hour.index) * solved[at]!, 0),
    0,
  );
}

const slotsPerHour = ({ forecast }: MemoryDay): number => Math.max(1, Math.round(forecast.length / 24));

function hoursOf(day: MemoryDay): Hour[] {
  const perHour = slotsPerHour(day);
  return Array.from({ length: Math.ceil(day.forecast.length / perHour) }, (_, hour) => {
    const sums = { said: 0, came: 0 };
    for (let slot = hour * perHour; slot < (hour + 1) * perHour; slot++) {
      const [said, came] = [day.forecast[slot]!, day.actual[slot]!];
      if (Number.isNaN(said) || Number.isNaN(came)) continue;
      sums.said += said;
      sums.came += came;
    }
    if (!(sums.said > LEAST_SAID)) return { said: 0, log: Number.NaN };
    const log = Math.log((sums.came + 0.5) / (sums.said + 0.5));
    return { said: sums.said, log: Math.min(MOST_LOG, Math.max(-MOST_LOG, log)) };
  });
}

function saidFrom(day: MemoryDay, from: number, perHour: number): { said: number; index: number }[] {
  const hours = new Map<number, number>();
  for (let slot = from; slot < day.forecast.length; slot++) {
    const index = Math.floor(slot / perHour);
    if (day.forecast[slot]! > 0) hours.set(index, (hours.get(index) ?? 0) + day.forecast[slot]!);
  }
  return [...hours].map(([index, said]) => ({ index, said }));
}

type Lags = readonly { readonly products: number; readonly weight: number }[];

/** Weighted least squares of the lags' covariances on 1 and decay^lag, neither below zero. */
function fitLags(lags: Lags, decayPerHour: number): Omit<HourMemory, 'noise'> & { readonly misfit: number } {
  const s = { aa: 0, ab: 0, bb: 0, ya: 0, yb: 0 };
  const far = lags.map(({ products, weight }, apart) => ({ products, weight, fall: decayPerHour ** apart })).slice(1);
  for (const { products, weight, fall } of far) {
    s.aa += weight;
    s.ab += weight * fall;
    s.bb += weight * fall * fall;
    s.ya += products;
    s.yb += products * fall;
  }
  const determinant = s.aa * s.bb - s.ab * s.ab;
  let level = determinant > 0 ? (s.ya * s.bb - s.yb * s.ab) / determinant : 0;
  let wave = determinant > 0 ? (s.yb * s.aa - s.ya * s.ab) / determinant : 0;
  if (level < 0) [level, wave] = [0, s.bb > 0 ? s.yb / s.bb : 0];
  if (wave < 0) [level, wave] = [s.aa > 0 ? s.ya / s.aa : 0, 0];
  [level, wave] = [Math.max(0, level), Math.max(0, wave)];
  const misfit = far.reduce(
    (sum, { products, weight, fall }) =>
      weight > 0 ? sum + weight * (products / weight - level - wave * fall) ** 2 : sum,
    0,
  );
  return { level, wave, decayPerHour, misfit };
}

function noiseOf(days: readonly (readonly Hour[])[], common: number): number {
  const known = days.flat().filter(({ log }) => !Number.isNaN(log));
  const beyond = known.reduce((sum, { log, said }) => sum + (log * log - common) * said, 0);
  return Math.max(LEAST_NOISE, beyond / Math.max(1, known.length));
}
