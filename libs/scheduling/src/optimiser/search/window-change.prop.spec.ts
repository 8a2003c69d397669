import fc from 'fast-check';
import { longTourGain, longTourProblem, longTourScene } from '../../../../../tests/kit/long-tour-scenes.js';
import { findRule } from '../../rules/index.js';
import { prepare, type PreparedProblem } from '../problem/prepare.js';
import { copyTour, emptyTour, type Tour } from '../tour/tour.js';
import { SearchState } from './search-state.js';
import { WindowChange, type DayWindow } from './window-change.js';

const drawn = fc.record({
  scene: longTourScene,
  later: fc.array(fc.integer({ min: -60, max: 40 }), { minLength: 18, maxLength: 18 }),
  from: fc.nat({ max: 12 }),
  width: fc.integer({ min: 1, max: 9 }),
});

/** Own cost minus gain of the slots served. */
function worthOf({ frame }: PreparedProblem, tour: Tour, gain: Float64Array): number {
  let worth = tour.ownCost;
  for (let i = 0; i < tour.slotCount; i++) worth -= gain[tour.slots[i]! + frame.pad]!;
  return worth;
}

/** The whole tour's programme with all days but the window's pinned. */
function pinnedBest(state: SearchState, before: Tour, { from, until }: DayWindow, gain: Float64Array): Tour {
  const tour = emptyTour(state.prepared.tourSize);
  state.programme.pins = { choice: before.choice, from, until };
  state.programme.best(state.spaceOf(0), gain, state.boundaryOf(0), tour);
  state.programme.pins = null;
  return tour;
}

describe('a window of a long tour', () => {
  it('is the best of all that fit between the days that stay, whatever changes there', () => {
    let moved = 0;
    fc.assert(
      fc.property(drawn, ({ scene, later, from, width }) => {
        const prepared = prepare(longTourProblem(scene), { find: findRule });
        const state = new SearchState(prepared);
        const window = { from, until: Math.min(14, from + width) };
        if (state.respond(0, longTourGain(prepared, scene)) === Number.POSITIVE_INFINITY) return;
        state.put(0);
        const before = emptyTour(prepared.tourSize);
        copyTour(state.tours[0]!, before);
        const gain = longTourGain(prepared, { ...scene, gains: later });
        const change = new WindowChange(state);
        const slots = change.slotsOf(0, window);
        state.takeSlots(0, slots.from, slots.until);
        change.respond(0, window, gain);
        const after = change.slotsOf(0, window);
        state.putSlots(0, after.from, after.until);
        const tour = state.tours[0]!;
        const best = pinnedBest(state, before, window, gain);
        expect(state.cost).toBeCloseTo(state.cover.exactCost() + tour.ownCost, 6);
        const isExact = !scene.rules.some(({ ruleId }) => ruleId === 'max-template-count');
        if (isExact) expect(worthOf(prepared, tour, gain)).toBeCloseTo(worthOf(prepared, best, gain), 6);
        else expect(worthOf(prepared, tour, gain)).toBeGreaterThanOrEqual(worthOf(prepared, best, gain) - 1e-6);
        // The whole tour with these choices pinned is legal and costs what the window says.
        const again = pinnedBest(state, tour, { from: 0, until: 0 }, gain);
        expect([...again.choice]).toEqual([...tour.choice]);
        expect([...tour.slots.subarray(0, tour.slotCount)]).toEqual([...again.slots.subarray(0, again.slotCount)]);
        expect(tour.ownCost).toBeCloseTo(again.ownCost, 6);
        if (tour.choice.some((choice, day) => choice !== before.choice[day])) moved++;
      }),
      { numRuns: 80 },
    );
    expect(moved).toBeGreaterThan(10);
  });
});
