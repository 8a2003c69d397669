/**
 * How a time (handling, patience) is distributed. Seconds throughout. `cv` is standard deviation / mean: Erlang with k
 * stages is `gamma` with cv 1/√k.
 */
export type Distribution =
  | { readonly kind: 'exponential'; readonly meanSeconds: number }
  | { readonly kind: 'lognormal'; readonly meanSeconds: number; readonly cv: number }
  | { readonly kind: 'gamma'; readonly meanSeconds: number; readonly cv: number }
  | { readonly kind: 'deterministic'; readonly seconds: number }
  /** Every value of the sample equally likely; ascending. */
  | { readonly kind: 'empirical'; readonly sortedSeconds: ArrayLike<number> }
  /**
   * Distribution function at ascending points, straight between them. A first fraction above 0 is a lump there; a last
   * one below 1 leaves the rest at Infinity (customers who never leave).
   */
  | {
      readonly kind: 'table';
      readonly seconds: ArrayLike<number>;
      readonly cumulativeFractions: ArrayLike<number>;
    };

/** Mean in seconds; Infinity for a table that does not reach 1. */
export function meanSecondsOf(distribution: Distribution): number {
  switch (distribution.kind) {
    case 'deterministic':
      return distribution.seconds;
    case 'empirical':
      return sum(distribution.sortedSeconds) / distribution.sortedSeconds.length;
    case 'table':
      return meanOfTable(distribution.seconds, distribution.cumulativeFractions);
    default:
      return distribution.meanSeconds;
  }
}

function sum(values: ArrayLike<number>): number {
  let total = 0;
  for (let i = 0; i < values.length; i++) total += values[i]!;
  return total;
}

function meanOfTable(seconds: ArrayLike<number>, fractions: ArrayLike<number>): number {
  const last = seconds.length - 1;
  if (fractions[last]! < 1) return Number.POSITIVE_INFINITY;
  let mean = seconds[0]! * fractions[0]!;
  for (let i = 1; i <= last; i++) mean += ((seconds[i]! + seconds[i - 1]!) / 2) * (fractions[i]! - fractions[i - 1]!);
  return mean;
}

function mustBe(holds: boolean, name: string, value: unknown, must: string): void {
  if (!holds) throw new RangeError(`${name} (${String(value)}) must be ${must}`);
}

function checkAscending(name: string, values: ArrayLike<number>, most: number): void {
  mustBe(values.length > 0, name, 'empty', 'a list of at least one value');
  for (let i = 0; i < values.length; i++) {
    const fits = values[i]! >= (i === 0 ? 0 : values[i - 1]!) && values[i]! <= most;
    mustBe(fits, `${name}[${i}]`, values[i], `ascending, 0 or more${most === 1 ? ' and at most 1' : ' and finite'}`);
  }
}

/** Throws when the distribution is a mistake, naming value and remedy. */
export function checkDistribution(name: string, distribution: Distribution): void {
  switch (distribution.kind) {
    case 'deterministic': {
      const { seconds } = distribution;
      mustBe(seconds >= 0 && Number.isFinite(seconds), `${name}.seconds`, seconds, '0 or more and finite');
      return;
    }
    case 'empirical':
      return checkAscending(`${name}.sortedSeconds`, distribution.sortedSeconds, Number.MAX_VALUE);
    case 'table': {
      const { seconds, cumulativeFractions } = distribution;
      checkAscending(`${name}.seconds`, seconds, Number.MAX_VALUE);
      checkAscending(`${name}.cumulativeFractions`, cumulativeFractions, 1);
      const alike = seconds.length === cumulativeFractions.length;
      return mustBe(alike, `${name}.cumulativeFractions`, cumulativeFractions.length, `as many as seconds`);
    }
    default: {
      const { meanSeconds } = distribution;
      mustBe(meanSeconds >= 0 && Number.isFinite(meanSeconds), `${name}.meanSeconds`, meanSeconds, '0 or more, finite');
      if (distribution.kind === 'exponential') return;
      const { cv } = distribution;
      mustBe(cv >= 0 && cv <= 20, `${name}.cv`, cv, '0..20; it is standard deviation / mean');
    }
  }
}
