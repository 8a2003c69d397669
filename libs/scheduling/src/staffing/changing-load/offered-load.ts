import type { LoadMethod } from '../plan/staffing-plan.js';

/** One interval of arrivals, for the load they put on the agents over time. A pause is one without contacts. */
export interface ArrivalInterval {
  readonly contacts: number;
  /** How long a contact lasts. */
  readonly handleSeconds: number;
  readonly intervalSeconds: number;
}

/** Contacts in hand before the first interval: none when the centre opens then, its own load when it ran before. */
export type LoadStart = 'empty' | 'running';

/**
 * Fractions of an interval at which its load is looked at, with their weights: Gauss & Legendre's three points, exact
 * for polynomials up to the fifth degree.
 */
export const PATH_POINTS: readonly { readonly at: number; readonly weight: number }[] = [
  { at: 0.5 - Math.sqrt(0.15), weight: 5 / 18 },
  { at: 0.5, weight: 8 / 18 },
  { at: 0.5 + Math.sqrt(0.15), weight: 5 / 18 },
];

/** Contacts in hand over one interval, were there always an agent free, in erlangs: mean, and value at its end. */
export interface OfferedLoad {
  readonly meanErlangs: number;
  readonly endErlangs: number;
  /** At {@link PATH_POINTS}, where the method follows the load within the interval. */
  readonly pathErlangs?: readonly number[];
}

const steadyOf = ({ contacts, handleSeconds, intervalSeconds }: ArrivalInterval): number =>
  (contacts * handleSeconds) / intervalSeconds;

/** Each interval for itself (SIPP): contacts × handle time / length, as if it had gone on for ever. */
export function intervalLoad(intervals: readonly ArrivalInterval[]): readonly OfferedLoad[] {
  return intervals.map((interval) => {
    const steady = steadyOf(interval);
    return { meanErlangs: steady, endErlangs: steady };
  });
}

/**
 * The modified offered load of each interval: the mean of the infinite-server queue fed with the interval's even
 * rate, handle times exponential, started from what the intervals before left in hand (Jennings et al. 1996; Green,
 * Kolesar & Whitt 2007). Where handle times are short against the interval it is contacts × handle time / length.
 * Within an interval it runs one way, so that the greater of its two ends is its peak.
 */
export function modifiedOfferedLoad(intervals: readonly ArrivalInterval[], start: LoadStart): readonly OfferedLoad[] {
  const first = intervals[0];
  let inHand = first && start === 'running' ? steadyOf(first) : 0;
  return intervals.map((interval) => {
    const { handleSeconds, intervalSeconds } = interval;
    const steady = steadyOf(interval);
    // -expm1 keeps its digits when contacts last much longer than the interval.
    const settled = handleSeconds === 0 ? 1 : -Math.expm1(-intervalSeconds / handleSeconds);
    const excess = inHand - steady;
    inHand = steady + excess * (1 - settled);
    return {
      meanErlangs: steady + (excess * settled * handleSeconds) / intervalSeconds,
      endErlangs: inHand,
      pathErlangs: PATH_POINTS.map(({ at }) =>
        handleSeconds === 0 ? steady : steady + excess * Math.exp((-at * intervalSeconds) / handleSeconds),
      ),
    };
  });
}

/** Contacts that arrived between the first start and a time, the rate even within each interval. */
function arrivalsBy(intervals: readonly ArrivalInterval[], start: LoadStart): (seconds: number) => number {
  const ends = [0];
  const arrived = [0];
  intervals.forEach(({ contacts, intervalSeconds }, index) => {
    ends.push(ends[index]! + intervalSeconds);
    arrived.push(arrived[index]! + contacts);
  });
  const first = intervals[0];
  const rateBefore = first && start === 'running' ? first.contacts / first.intervalSeconds : 0;
  // Asked in rising order of time or nearly so: the place found last is where the next search starts.
  let place = 0;
  return (seconds) => {
    if (seconds <= 0) return rateBefore * seconds;
    while (place > 0 && ends[place]! > seconds) place -= 1;
    while (place < intervals.length - 1 && ends[place + 1]! < seconds) place += 1;
    const { contacts, intervalSeconds } = intervals[place]!;
    return arrived[place]! + (contacts * (seconds - ends[place]!)) / intervalSeconds;
  };
}

/**
 * The rate one handle time earlier (lag-SIPP; Green, Kolesar & Soares 2001): the contacts of the interval moved back
 * by its handle time, as if each lasted exactly that long. The cheap form of {@link modifiedOfferedLoad}.
 */
export function laggedLoad(intervals: readonly ArrivalInterval[], start: LoadStart): readonly OfferedLoad[] {
  const arrivedBy = arrivalsBy(intervals, start);
  let endAt = 0;
  return intervals.map(({ handleSeconds, intervalSeconds }) => {
    const startAt = endAt;
    endAt += intervalSeconds;
    const contacts = arrivedBy(endAt - handleSeconds) - arrivedBy(startAt - handleSeconds);
    const inHand = arrivedBy(endAt) - arrivedBy(endAt - handleSeconds);
    return { meanErlangs: (contacts * handleSeconds) / intervalSeconds, endErlangs: inHand };
  });
}

/** The load of each interval by the method named. */
export function offeredLoad(
  method: LoadMethod,
  intervals: readonly ArrivalInterval[],
  start: LoadStart,
): readonly OfferedLoad[] {
  if (method === 'interval') return intervalLoad(intervals);
  return method === 'lagged' ? laggedLoad(intervals, start) : modifiedOfferedLoad(intervals, start);
}
