import fc from 'fast-check';
import {
  longTourGain,
  longTourProblem,
  longTourScene,
  longTourShift,
} from '../../../../../tests/kit/long-tour-scenes.js';
import { evaluateAgent } from '../../evaluation/index.js';
import type { RosterProblem, Shift } from '../../roster/index.js';
import { findRule } from '../../rules/index.js';
import { prepare, type PreparedProblem } from '../problem/prepare.js';
import { LongProgramme } from './long-programme.js';
import { ShiftValues } from './shift-values.js';
import { TourProgramme } from './tour-programme.js';
import { emptyTour, type Tour } from './tour.js';

function valueOf(prepared: PreparedProblem, gain: Float64Array, choice: number): number {
  const [space] = prepared.spaces;
  const pattern = space!.pattern[choice]!;
  if (pattern < 0) return space!.cost[choice]!;
  let value = space!.cost[choice]!;
  const start = space!.startSlot[choice]!;
  for (let slot = start; slot < start + prepared.patterns[pattern]!.lengthSlots; slot++) value -= gain[slot]!;
  return value;
}

/** Least value over all tours that the rules, asked one by one, find nothing wrong with. */
function bestByTrial(problem: RosterProblem, prepared: PreparedProblem, gain: Float64Array): number {
  const [space] = prepared.spaces;
  let best = Number.POSITIVE_INFINITY;
  const shifts: Shift[] = [];
  const visit = (day: number, value: number): void => {
    if (day === space!.days) {
      if (value >= best) return;
      const { hardBreaches, wellbeingCost } = evaluateAgent(problem, 'amy', shifts);
      if (hardBreaches === 0) best = Math.min(best, value + wellbeingCost);
      return;
    }
    if (space!.mustWork[day] === 0) visit(day + 1, value);
    for (let choice = space!.dayFrom[day]!; choice < space!.dayFrom[day + 1]!; choice++) {
      const pattern = space!.pattern[choice]!;
      shifts.push(pattern < 0 ? problem.fixedShifts[0]! : longTourShift(day, pattern));
      visit(day + 1, value + valueOf(prepared, gain, choice));
      shifts.pop();
    }
  };
  visit(0, 0);
  return best;
}

function shiftsIn(problem: RosterProblem, prepared: PreparedProblem, tour: Tour): Shift[] {
  return [...tour.choice].flatMap((choice, day) => {
    if (choice < 0) return [];
    const pattern = prepared.spaces[0]!.pattern[choice]!;
    return [pattern < 0 ? problem.fixedShifts[0]! : longTourShift(day, pattern)];
  });
}

describe('the programme of long tours', () => {
  it('finds the best of all tours the rules allow, or that there is none', () => {
    let found = 0;
    fc.assert(
      fc.property(longTourScene, (given) => {
        const problem = longTourProblem(given);
        const prepared = prepare(problem, { find: findRule });
        expect(prepared.spaces).toHaveLength(1);
        const programme = new TourProgramme(prepared.patterns, prepared.programmeSize);
        const gain = longTourGain(prepared, given);
        const tour = emptyTour(prepared.tourSize);
        const value = programme.best(prepared.spaces[0]!, gain, prepared.carried[0]!, tour);
        expect(value).toBe(bestByTrial(problem, prepared, gain));
        if (value === Number.POSITIVE_INFINITY) return;
        found++;
        const shifts = shiftsIn(problem, prepared, tour);
        expect(evaluateAgent(problem, 'amy', shifts).hardBreaches).toBe(0);
        let own = tour.ownCost;
        for (let i = 0; i < tour.slotCount; i++) own -= gain[tour.slots[i]! + prepared.frame.pad]!;
        expect(own).toBe(value);
      }),
      { numRuns: 40 },
    );
    expect(found).toBeGreaterThan(12);
  });

  it('finds a legal tour of a vast horizon in a corridor whenever there is one, and says what none goes below', () => {
    let found = 0;
    let dearer = 0;
    fc.assert(
      fc.property(longTourScene, (given) => {
        const problem = longTourProblem(given);
        const prepared = prepare(problem, { find: findRule });
        const [space] = prepared.spaces;
        const gain = longTourGain(prepared, given);
        const tour = emptyTour(prepared.tourSize);
        const exact = new TourProgramme(prepared.patterns, prepared.programmeSize);
        const best = exact.best(space!, gain, prepared.carried[0]!, tour);
        // Every tour counts as vast, and the corridor is so narrow that it leaves most tours out.
        const shifts = new ShiftValues(prepared.patterns, prepared.programmeSize);
        const vast = new LongProgramme(shifts, 0, [{ inner: 0.2, outer: 0.5 }]);
        const value = vast.best(space!, gain, prepared.carried[0]!, tour);
        expect(value === Number.POSITIVE_INFINITY).toBe(best === Number.POSITIVE_INFINITY);
        if (value === Number.POSITIVE_INFINITY) return;
        found++;
        expect(value).toBeGreaterThanOrEqual(best - 1e-9);
        if (value > best + 1e-9) dearer++;
        expect(vast.least).toBeLessThanOrEqual(best + 1e-9);
        expect(evaluateAgent(problem, 'amy', shiftsIn(problem, prepared, tour)).hardBreaches).toBe(0);
      }),
      { numRuns: 120 },
    );
    expect(found).toBeGreaterThan(40);
    expect(dearer).toBeGreaterThan(0);
  });
});
