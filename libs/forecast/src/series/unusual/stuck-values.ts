/** Equal neighbours in a whole history may be chance only this often before a run is called stuck. */
const ONE_IN = 10_000;

export interface EqualNeighbours {
  /** Share of neighbouring counts above zero that are equal, over the whole history. */
  readonly share: number;
  readonly pairs: number;
}

/** How often two counts in a row are the same in this history: rounded or capped data have many, and prove nothing. */
export function equalNeighbours(days: readonly Float64Array[]): EqualNeighbours {
  let pairs = 0;
  let equal = 0;
  for (const values of days)
    for (let slot = 1; slot < values.length; slot++) {
      if (!(values[slot]! > 0 && values[slot - 1]! > 0)) continue;
      pairs++;
      equal += Number(values[slot] === values[slot - 1]);
    }
  return { share: (equal + 1) / (pairs + 2), pairs };
}

export interface StuckRun {
  readonly from: number;
  readonly until: number;
  readonly value: number;
  /** Standard deviations of a normal value as unlikely as this run. */
  readonly score: number;
}

/**
 * Runs of one value above zero, so long that chance would make one in ten thousand such histories: the chance of a
 * repeat is that of two Poisson counts being equal, about 1/√(1 + 4πe), or the share seen in the history if higher.
 */
export function stuckRuns(input: { values: Float64Array; expected: Float64Array; equal: EqualNeighbours }): StuckRun[] {
  const { values, expected, equal } = input;
  const runs: StuckRun[] = [];
  for (let from = 0; from < values.length;) {
    let until = from + 1;
    while (until < values.length && values[until] === values[from]) until++;
    if (values[from]! > 0 && until - from >= 3) {
      let log = Math.log(Math.max(1, equal.pairs));
      for (let slot = from + 1; slot < until; slot++)
        log += Math.log(Math.max(equal.share, 1 / Math.sqrt(1 + 4 * Math.PI * expected[slot]!)));
      if (log < -Math.log(ONE_IN)) runs.push({ from, until, value: values[from]!, score: Math.sqrt(-2 * log) });
    }
    from = until;
  }
  return runs;
}
