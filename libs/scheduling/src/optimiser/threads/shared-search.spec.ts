import { contextForTest } from '../../../../../tests/kit/ruin-context-for-test.js';
import { RandomSource } from '../random-source.js';
import { LargeNeighbourhood } from '../search/large-neighbourhood.js';
import { StopWatch } from '../search/stop-watch.js';
import { copiesOf } from './joint-changes.js';
import { SharedSearch, type RoundPart } from './shared-search.js';
import { ALONE } from './thread-team.js';

/** One thread's side of a shared search, driven by hand. */
function threadOf(seed: number) {
  const { state } = contextForTest(20);
  const watch = new StopWatch({ nowMillis: () => 0 });
  const best = copiesOf(state.tours, state.prepared.tourSize);
  const search: LargeNeighbourhood = new LargeNeighbourhood(state, {
    random: new RandomSource(seed),
    watch,
    iterationLimit: 1000,
    timeLimitSeconds: undefined,
    prices: state.prepared.groups.masks.map((_, group) => state.cover.gainOf(group).slice()),
    best,
    bestCost: state.cost,
    lowerBound: 0,
    onBest: () => undefined,
    onIteration: () => undefined,
    onAccepted: (units, count) => shared.noteAccepted(units, count),
  });
  const shared: SharedSearch = new SharedSearch(state, {
    team: ALONE,
    watch,
    search,
    best,
    lowerBound: 0,
    unlimited: false,
    onBest: () => undefined,
  });
  return { state, search, shared, best };
}

describe('joining what threads found', () => {
  it('leaves every thread with the same roster, no dearer than the best of theirs', () => {
    const threads = [threadOf(1), threadOf(2), threadOf(3)];
    let bestCost = threads[0]!.state.cost;
    let added = 0;
    for (let round = 0; round < 6; round++) {
      for (const { search } of threads) search.run(search.iterations + 12);
      const parts: RoundPart[] = threads.map(({ shared }) => structuredClone(shared.part()));
      for (const { shared } of threads) shared.join(parts);
      const { cost } = threads[0]!.state;
      expect(cost).toBeLessThanOrEqual(Math.min(...parts.map((part) => part.cost)) + 1e-6);
      if (cost < Math.min(...parts.map((part) => part.cost)) - 1e-6) added++;
      bestCost = Math.min(bestCost, cost, ...parts.map((part) => part.best?.cost ?? Number.POSITIVE_INFINITY));
      for (const { state, search, best } of threads) {
        expect(state.tours.map(({ choice }) => [...choice])).toEqual(threads[0]!.state.tours.map((t) => [...t.choice]));
        const own = state.tours.reduce((sum, tour) => sum + tour.ownCost, 0);
        expect(state.cost).toBeCloseTo(state.cover.exactCost() + own, 5);
        expect(search.bestCost).toBeCloseTo(bestCost, 5);
        expect(best.map(({ choice }) => [...choice])).toEqual(threads[0]!.best.map((tour) => [...tour.choice]));
      }
    }
    // Changes of other threads were taken over beside those of the cheapest.
    expect(added).toBeGreaterThan(0);
    expect(threads[1]!.shared.iterations).toBe(6 * 3 * 12);
  });
});
