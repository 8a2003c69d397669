import type { PreparedProblem } from '../problem/prepare.js';
import type { SearchState } from '../search/search-state.js';
import { ModelBuilder, type MixedIntegerLimits, type MixedIntegerSolver } from '../../solver/index.js';
import { copyTour, type Tour } from '../tour/tour.js';
import { CoverRows } from './cover-rows.js';
import type { TourPool } from './tour-pool.js';

/** Tours offered to the solver in all, and of one unit at most and at least. */
const MOST_COLUMNS = 2500;
const MOST_OF_UNIT = 120;
const LEAST_OF_UNIT = 10;
/** Tours at most: of more, too few of each could be offered. */
const MOST_UNITS = 60;
/** Slots in which the tours may serve: more of them make the relaxation itself slow. */
const MOST_SLOTS = 700;

export interface ChooseToursOptions {
  readonly solver: MixedIntegerSolver;
  /** Worth of presence by padded slot for each group: tours cheap at these prices are offered. */
  readonly prices: readonly Float64Array[];
  /** Best roster so far; its tours are among those offered. */
  readonly best: readonly Tour[];
  /** What the best roster costs more than the bound of the prices: tours dearer by more than that are not in any better one. */
  readonly gap: number;
  readonly limits: Omit<MixedIntegerLimits, 'start'>;
}

/** Whether every tour is long, there are few of them, and nothing but cover ties them together. */
export function canChooseTours({ spaces, problem }: PreparedProblem): boolean {
  const isBound = (problem.teamRules ?? []).length > 0 || spaces.length > MOST_UNITS;
  return !isBound && spaces.length > 0 && spaces.every((space) => space.long !== null);
}

/**
 * Chooses one tour of the pool for every agent so that the whole costs least (restricted set partitioning, as in
 * branch-and-price heuristics; Desaulniers, Desrosiers and Solomon 2005, chapter 1), within the limits. Leaves the choice in
 * the state, which then holds a complete roster; false, with the state as it was, where nothing is offered.
 */
export function chooseTours(state: SearchState, pool: TourPool, options: ChooseToursOptions): boolean {
  const { prepared } = state;
  const { best, prices } = options;
  const each = Math.max(LEAST_OF_UNIT, Math.min(MOST_OF_UNIT, Math.floor(MOST_COLUMNS / prepared.spaces.length)));
  const offered = prepared.spaces.map(({ group }, unit) => {
    const kept = best[unit]!;
    const others = pool.cheapest(unit, prices[group]!, { most: each, gap: options.gap });
    return [kept, ...others.filter(({ choice }) => choice.some((day, i) => day !== kept.choice[i]))];
  });
  const model = new ModelBuilder();
  const cover = coverOf(prepared, offered, model);
  if (!cover) return false;
  const columns = offered.map((tours, unit) => {
    const row = model.row(1, 1);
    const { group } = prepared.spaces[unit]!;
    return tours.map((tour) => {
      const column = model.column(tour.ownCost, 1, true);
      model.entry(row, 1);
      for (let i = 0; i < tour.slotCount; i++) {
        const slot = cover.rowFor(tour.slots[i]!, group);
        if (slot >= 0) model.entry(slot, 1);
      }
      return column;
    });
  });
  const start = { columns: columns.flat(), values: columns.flatMap((own) => own.map((_, i) => Number(i === 0))) };
  const { values } = options.solver(model, { ...options.limits, start });
  if (!values) return false;
  columns.forEach((own, unit) => {
    const chosen = own.findIndex((column) => values[column]! > 0.5);
    if (state.placed[unit] === 1) state.take(unit);
    copyTour(offered[unit]![Math.max(0, chosen)]!, state.tours[unit]!);
    state.put(unit);
  });
  return true;
}

/** Rows of all slots that a tour offered serves; null when there are too many. */
function coverOf(
  prepared: PreparedProblem,
  offered: readonly (readonly Tour[])[],
  model: ModelBuilder,
): CoverRows | null {
  const { groups, frame, spaces, baseline } = prepared;
  const width = groups.masks.length;
  const base = new Int32Array(frame.slotCount * width);
  for (const { slot, group, share } of baseline) if (share === 1) base[slot * width + group]!++;
  const most = new Map<number, Int32Array>();
  offered.forEach((tours, unit) => {
    const served = new Set(tours.flatMap((tour) => [...tour.slots.subarray(0, tour.slotCount)]));
    for (const slot of served) {
      const there = most.get(slot) ?? base.slice(slot * width, (slot + 1) * width);
      there[spaces[unit]!.group]!++;
      most.set(slot, there);
    }
  });
  if (most.size > MOST_SLOTS) return null;
  const cover = new CoverRows(model, prepared, base);
  for (const [slot, there] of [...most].sort(([a], [b]) => a - b)) cover.addSlot(slot, there);
  return cover;
}
