import { inverseLoss, stirlingError, upperRatio } from '../numerics/gamma-ratios.js';

function mustBe(holds: boolean, name: string, value: number, must: string): void {
  if (!holds) throw new RangeError(`${name} (${value}) must be ${must}`);
}

const isCount = (value: number): boolean => Number.isFinite(value) && value >= 0;

/** 1/B(n, a) - 1 for any real n ≥ 0 and a > 0: n·∫ of the same gamma function that interpolates the factorials. */
function excessInverse(n: number, a: number): number {
  if (n === 0) return 0;
  return Number.isInteger(n) ? (n / a) * inverseLoss(n - 1, a) : upperRatio(n, a);
}

/**
 * Erlang B: the share of `loadErlangs` (≥ 0) that finds all `lines` (≥ 0) busy and is lost. Any real number of lines:
 * between whole ones Jagerman's continuation 1/B = a·∫ e^{-at}(1+t)ⁿ dt (Bell Syst. Tech. J. 53, 1974), which is
 * smooth and falls with every line. No load: 0; no lines: 1. Throws for a negative or infinite argument.
 */
export function erlangBlocking(loadErlangs: number, lines: number): number {
  mustBe(isCount(loadErlangs), 'loadErlangs', loadErlangs, '0 or more');
  mustBe(isCount(lines), 'lines', lines, '0 or more');
  if (loadErlangs === 0) return 0;
  return 1 / (1 + excessInverse(lines, loadErlangs));
}

/** 1 - B without cancellation where nearly everything is lost. */
export function erlangBCarried(loadErlangs: number, lines: number): number {
  if (loadErlangs === 0) return 1;
  const excess = excessInverse(lines, loadErlangs);
  return excess === Infinity ? 1 : excess / (1 + excess);
}

/** ln Γ(n+1), n > 0. */
const logFactorial = (n: number): number => n * Math.log(n) - n + Math.log(2 * Math.PI * n) / 2 + stirlingError(n);

const MAX_STEPS = 200;

/**
 * The load in erlangs of which `lines` (real, above 0) turn away the share `blockingFraction` (0..1, both excluded):
 * the inverse of {@link erlangBlocking}. Newton steps on ln B against ln a, which is concave, between aⁿ/n! > B and
 * a·(1 - B) < n, the ends within which the answer lies.
 */
export function erlangBLoad(lines: number, blockingFraction: number): number {
  mustBe(Number.isFinite(lines) && lines > 0, 'lines', lines, 'above 0');
  mustBe(blockingFraction > 0 && blockingFraction < 1, 'blockingFraction', blockingFraction, 'above 0 and below 1');
  const target = Math.log(blockingFraction);
  let low = (target + logFactorial(lines)) / lines;
  let high = Math.log(lines) - Math.log1p(-blockingFraction);
  let logLoad = high;
  for (let step = 0; step < MAX_STEPS; step += 1) {
    const a = Math.exp(logLoad);
    const excess = excessInverse(lines, a);
    const short = target + Math.log1p(excess);
    if (short > 0) low = logLoad;
    else high = logLoad;
    const slope = lines - (a * excess) / (1 + excess);
    const next = logLoad + short / slope;
    const inside = next >= low && next <= high;
    const change = (inside ? next : (low + high) / 2) - logLoad;
    logLoad += change;
    if (Math.abs(change) < 1e-15 * Math.max(1, Math.abs(logLoad))) break;
  }
  return Math.exp(logLoad);
}
