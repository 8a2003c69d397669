/** One interval of arrivals, for the load they put on the agents over time. A pause is one without contacts. */
export interface ArrivalInterval {
  readonly contacts: number;
  /** As one agent sees it: divided by the contacts handled at once. */
  readonly handleSeconds: number;
  readonly intervalSeconds: number;
}

/** Contacts in hand before the first interval: none when the centre opens then, its own load when it ran before. */
export type LoadStart = 'empty' | 'running';

/** Mean and end of the contacts in hand over one interval, were there always an agent free, in erlangs. */
export interface OfferedLoad {
  readonly meanErlangs: number;
  readonly endErlangs: number;
}

/**
 * The modified offered load of each interval: the mean of the infinite-server queue fed with the interval's even
 * rate, handle times exponential, started from what the intervals before left in hand (Jennings et al. 1996; Green,
 * Kolesar & Whitt 2007). Where handle times are short against the interval it is contacts × handle time / length.
 */
export function modifiedOfferedLoad(intervals: readonly ArrivalInterval[], start: LoadStart): readonly OfferedLoad[] {
  const steadyOf = ({ contacts, handleSeconds, intervalSeconds }: ArrivalInterval): number =>
    (contacts * handleSeconds) / intervalSeconds;
  const first = intervals[0];
  let inHand = first && start === 'running' ? steadyOf(first) : 0;
  return intervals.map((interval) => {
    const { handleSeconds, intervalSeconds } = interval;
    const steady = steadyOf(interval);
    // -expm1 keeps its digits when contacts last much longer than the interval.
    const settled = handleSeconds === 0 ? 1 : -Math.expm1(-intervalSeconds / handleSeconds);
    const excess = inHand - steady;
    inHand = steady + excess * (1 - settled);
    return { meanErlangs: steady + (excess * settled * handleSeconds) / intervalSeconds, endErlangs: inHand };
  });
}
