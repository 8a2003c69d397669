import { findRule } from '@yotei/scheduling/rules';
import type { RosterProblem } from '@yotei/scheduling/roster';
import { prepare } from '../../libs/scheduling/src/optimiser/problem/prepare.js';
import {
  PART_DISTANCE,
  PART_EARLIEST,
  PART_FIELDS,
  PART_LATEST,
  PART_LENGTH,
} from '../../libs/scheduling/src/optimiser/problem/shift-pattern.js';
import { DAYS } from '../../libs/scheduling/src/optimiser/problem/tour-space.js';
import { RandomSource } from '../../libs/scheduling/src/optimiser/random-source.js';
import { SearchState } from '../../libs/scheduling/src/optimiser/search/search-state.js';
import { copyTour, emptyTour, type Tour } from '../../libs/scheduling/src/optimiser/tour/tour.js';

/** Temperatures between which the peer cools, cost units: from about one agent short for a slot to hardly anything. */
const WARM = 40;
const COLD = 0.5;

/** Rewrites one day of the tour at random: another shift, a day off, or other break places of the same shift. */
function changeDay(state: SearchState, unit: number, tour: Tour, random: RandomSource): boolean {
  const space = state.spaceOf(unit);
  const day = random.below(DAYS);
  const choices = space.dayFrom[day + 1]! - space.dayFrom[day]!;
  const draw = random.fraction();
  if (draw < 0.5 || tour.choice[day]! < 0) {
    tour.choice[day] = choices === 0 || draw < 0.1 ? -1 : space.dayFrom[day]! + random.below(choices);
    // A day exchanged for another keeps the hours of the week.
    const other = random.below(DAYS);
    if (random.fraction() < 0.5 && other !== day && space.mustWork[other] === 0) tour.choice[other] = -1;
  }
  return drawBreaks(state, { unit, day }, tour, random);
}

const patternOf = (state: SearchState, unit: number, choice: number) =>
  choice < 0 ? undefined : state.prepared.patterns[state.spaceOf(unit).pattern[choice]!];

/** Random legal break places of the day's shift, or false when a place was drawn that leaves none for the next. */
function drawBreaks(state: SearchState, at: { unit: number; day: number }, tour: Tour, random: RandomSource): boolean {
  const choice = tour.choice[at.day]!;
  const pattern = patternOf(state, at.unit, choice);
  if (!pattern) return true;
  const start = state.spaceOf(at.unit).startSlot[choice]!;
  let before = Number.NEGATIVE_INFINITY;
  for (let part = 0; part < pattern.partCount; part++) {
    const field = (name: number) => pattern.parts[part * PART_FIELDS + name]!;
    const from = Math.max(field(PART_EARLIEST), before + field(PART_DISTANCE));
    if (from > field(PART_LATEST)) return false;
    before = from + random.below(field(PART_LATEST) - from + 1);
    tour.places[at.day * state.prepared.tourSize.maxParts + part] = start + before;
  }
  return true;
}

/** Lists the slots served by the shifts and break places of the tour. */
function listSlots(state: SearchState, unit: number, tour: Tour): void {
  const { frame, tourSize } = state.prepared;
  tour.slotCount = 0;
  for (let day = 0; day < DAYS; day++) {
    const pattern = patternOf(state, unit, tour.choice[day]!);
    if (!pattern) continue;
    const start = state.spaceOf(unit).startSlot[tour.choice[day]!]!;
    let part = 0;
    for (let slot = start; slot < start + pattern.lengthSlots; slot++) {
      const endOf = (n: number) =>
        tour.places[day * tourSize.maxParts + n]! + pattern.parts[n * PART_FIELDS + PART_LENGTH]!;
      while (part < pattern.partCount && slot >= endOf(part)) part++;
      const away = part < pattern.partCount && slot >= tour.places[day * tourSize.maxParts + part]!;
      if (!away && slot >= frame.pad && slot < frame.pad + frame.slotCount)
        tour.slots[tour.slotCount++] = slot - frame.pad;
    }
  }
}

function isLegal(state: SearchState, unit: number, tour: Tour): boolean {
  const space = state.spaceOf(unit);
  const { readyMinute, runDays } = state.boundaryOf(unit);
  let [ready, run, pair] = [readyMinute, runDays, 0];
  tour.ownCost = 0;
  for (let day = 0; day < DAYS; day++) {
    const choice = tour.choice[day]!;
    if (choice < 0) {
      if (space.mustWork[day] === 1) return false;
      run = 0;
      continue;
    }
    pair = space.pairs.next[pair * space.paidLengths.length + space.paidIndex[choice]!]!;
    if (pair < 0 || space.startMinute[choice]! < ready || ++run > space.maxRunDays) return false;
    ready = space.readyMinute[choice]!;
    tour.ownCost += space.cost[choice]!;
  }
  tour.ownCost += space.pairs.endCost[pair]!;
  return tour.ownCost < Number.POSITIVE_INFINITY;
}

/**
 * The peer of the roster benchmark: simulated annealing on single shifts and breaks, with the engine's own incremental
 * cost, so that only the search differs. Answers the least cost seen. One week only.
 */
export function plainAnnealing(
  problem: RosterProblem,
  options: { seed: number; seconds: number; nowMillis: () => number },
): number {
  const state = new SearchState(prepare(problem, { find: findRule }));
  const random = new RandomSource(options.seed);
  const gain = new Float64Array(state.prepared.frame.paddedSlots);
  for (let unit = 0; unit < state.tours.length; unit++) {
    for (let i = 0; i < gain.length; i++) gain[i] = random.fraction();
    if (state.respond(unit, gain) === Number.POSITIVE_INFINITY)
      throw new Error(`seed (${options.seed}) must give agents with a tour; choose another`);
    state.put(unit);
  }
  const held = emptyTour(state.prepared.tourSize);
  const startedAt = options.nowMillis();
  let best = state.cost;
  let done = 0;
  for (let move = 0; done < 1; move++) {
    if (move % 64 === 0) done = (options.nowMillis() - startedAt) / 1000 / options.seconds;
    const unit = random.below(state.tours.length);
    const tour = state.tours[unit]!;
    const before = state.cost;
    copyTour(tour, held);
    state.take(unit);
    const legal = changeDay(state, unit, tour, random) && isLegal(state, unit, tour);
    if (legal) {
      listSlots(state, unit, tour);
      state.put(unit);
    }
    const temperature = WARM * (COLD / WARM) ** Math.min(1, done);
    if (legal && (state.cost <= before || random.fraction() < Math.exp((before - state.cost) / temperature))) {
      best = Math.min(best, state.cost);
      continue;
    }
    if (legal) state.take(unit);
    copyTour(held, tour);
    state.put(unit);
  }
  return best;
}
