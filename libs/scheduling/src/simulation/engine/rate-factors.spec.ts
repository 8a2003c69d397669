import { simulateCentre, type RateCv, type SimulatedCentre } from '../index.js';

const REPLICATIONS = 3000;

/** Four intervals of 100 expected contacts that are handled in no time; two periods are days. */
function centre(own: RateCv | undefined, alike?: RateCv): SimulatedCentre {
  const queue = (id: string) => ({
    id,
    contacts: 100,
    rateCv: own,
    handleTime: { kind: 'deterministic' as const, seconds: 0 },
  });
  return {
    intervalSeconds: 900,
    intervalCount: 4,
    periods: [
      { id: 'a', firstInterval: 0, endInterval: 2, kind: 'day' },
      { id: 'b', firstInterval: 2, endInterval: 4, kind: 'day' },
    ],
    rateCv: alike,
    queues: [queue('x'), queue('y')],
    groups: [{ id: 'g', skills: [{ queueId: 'x' }, { queueId: 'y' }], agents: 1 }],
  };
}

/** Variance of the contacts over replications: of one interval, of a day of two, of the whole of four. */
function variances(own: RateCv | undefined, alike?: RateCv): number[] {
  const { queues } = simulateCentre(centre(own, alike), { replications: REPLICATIONS, seed: 12 });
  const { intervals, periods, whole } = queues[1]!;
  return [intervals[3]!, periods[1]!, whole].map(({ offered }) => offered.standardError ** 2 * REPLICATIONS);
}

describe('uncertain rates', () => {
  // Poisson variance = mean; a factor of cv c over a mean m adds (c·m)². 3,000 replications: 5 standard errors of a
  // variance are 5·√(2/3000) = 13 %, a little more for the gamma's tail.
  it.each<[string, RateCv | undefined, RateCv | undefined, readonly [number, number, number]]>([
    ['none', undefined, undefined, [100, 200, 400]],
    ['each interval', { interval: 0.3 }, undefined, [100 + 900, 200 + 2 * 900, 400 + 4 * 900]],
    ['each day', { day: 0.3 }, undefined, [100 + 900, 200 + 60 ** 2, 400 + 2 * 60 ** 2]],
    ['the whole horizon', { whole: 0.3 }, undefined, [100 + 900, 200 + 60 ** 2, 400 + 120 ** 2]],
    ['all queues alike', undefined, { whole: 0.3 }, [100 + 900, 200 + 60 ** 2, 400 + 120 ** 2]],
  ])('spread contacts as they say: %s', (_, own, alike, expected) => {
    variances(own, alike).forEach((variance, i) => expect(Math.abs(variance / expected[i]! - 1)).toBeLessThan(0.17));
  });
});
