/** The middle half of a group, without a name in it. */
export interface PeerRange {
  /** First and third quartile, and median, in the unit of the values. */
  readonly low: number;
  readonly median: number;
  readonly high: number;
  readonly people: number;
}

/** Fewer people than this could be told apart in their own range. */
export const LEAST_PEERS = 5;

function quantile(sorted: readonly number[], share: number): number {
  const place = share * (sorted.length - 1);
  const below = sorted[Math.floor(place)]!;
  return below + (place - Math.floor(place)) * (sorted[Math.ceil(place)]! - below);
}

/**
 * Quartiles of a group by linear interpolation (Hyndman and Fan 1996, type 7). Null for fewer than `leastPeople`: their
 * range would tell of single persons. The least and the most are never answered, because each is one person's.
 */
export function peerRange(values: readonly number[], leastPeople = LEAST_PEERS): PeerRange | null {
  if (values.some((value) => !Number.isFinite(value)))
    throw new RangeError(`values (${values.join(', ')}) must be finite; leave out who has none`);
  if (values.length < leastPeople) return null;
  const sorted = [...values].sort((a, b) => a - b);
  return {
    low: quantile(sorted, 0.25),
    median: quantile(sorted, 0.5),
    high: quantile(sorted, 0.75),
    people: sorted.length,
  };
}
