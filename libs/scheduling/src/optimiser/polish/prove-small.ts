import type { PreparedProblem } from '../problem/prepare.js';
import type { SearchState } from '../search/search-state.js';
import { ShiftValues } from '../tour/shift-values.js';
import { keepsRest } from '../tour/rest-in-week.js';
import { copyTour, emptyTour, OPEN_BOUNDARY } from '../tour/tour.js';
import { freeWeek, type FreeWeek } from './free-week.js';
import type { MixedIntegerLimits, MixedIntegerSolver } from '../../solver/index.js';
import { columnsOfTour, partModel, readWeek, type PartModel } from './part-model.js';

/** Above these a proof takes too long to try. */
const MOST_UNITS = 8;
const MOST_PLACINGS_A_UNIT = 4000;
const MOST_ARCS_A_UNIT = 20_000;
const MOST_COLUMNS = 8000;
/** Costs closer than this are rounding. */
const NOISE = 1e-6;
/** Of the solver's objective. */
const TOLERANCE = 1e-4;

export interface ProofOptions {
  readonly solver: MixedIntegerSolver;
  /** Worth of presence by padded slot for each group, and the Lagrange bound of these prices. */
  readonly prices: readonly Float64Array[];
  readonly priceBound: number;
  readonly limits: Pick<MixedIntegerLimits, 'nodes' | 'seconds' | 'shouldStop' | 'isCancelled'>;
}

export interface Proof {
  /** No roster costs less. */
  readonly bound: number;
  /** Whether the state was given a better roster. */
  readonly improved: boolean;
}

/**
 * Looks for the best roster of a small problem and proves it: a week, a choice or a placing whose best roster by the Lagrange bound
 * costs more than the roster at hand is left out (reduced-cost fixing), and the rest is a mixed-integer model. The state
 * holds a complete roster before and after. Null when the weeks in question are too many. For problems that are {@link isSmall}.
 */
export function proveSmall(state: SearchState, options: ProofOptions): Proof | null {
  const { prepared } = state;
  const gap = Math.max(0, state.cost - options.priceBound) + NOISE;
  const weeks = freeWeeks(state, options, gap + restWorth(state, options));
  if (!weeks) return null;
  const part = partModel(prepared, weeks, baselinePresence(prepared));
  if (part.model.cost.length > MOST_COLUMNS || options.limits.shouldStop()) return null;
  const columns = part.columns.flatMap((each) => columnsOfTour(prepared, each, state.tours[each.week.unit]!));
  const start = { columns, values: columns.map(() => 1) };
  const answer = options.solver(part.model, { ...options.limits, start });
  const before = state.cost;
  const rest = restCost(state, part);
  // Nothing at all: every roster but the one at hand was left out, because the bound says it costs more.
  const bound = Math.max(options.priceBound, Math.min(before, answer.bound + rest));
  const improved = answer.values !== null && takeOver(state, part, answer.values, before - NOISE);
  // The solver's tolerance is not a gap.
  return { bound: answer.proven && state.cost < bound + TOLERANCE ? state.cost : bound, improved };
}

/** Puts the roster the values tell into the state if it costs less than `below`. */
function takeOver(state: SearchState, { columns }: PartModel, values: Float64Array, below: number): boolean {
  const { prepared } = state;
  const held = columns.map(({ week: { unit } }) => {
    const tour = emptyTour(prepared.tourSize);
    copyTour(state.tours[unit]!, tour);
    return tour;
  });
  for (const each of columns) {
    const { unit } = each.week;
    state.take(unit);
    readWeek(prepared, each, values, state.tours[unit]!);
    state.put(unit);
  }
  // The graphs of weeks know nothing of long rests: their best roster may be no roster, though still a bound.
  const isRested = columns.every(({ week: { unit } }) =>
    keepsRest(state.spaceOf(unit), state.boundaryOf(unit), state.tours[unit]!.choice),
  );
  if (state.cost < below && isRested) return true;
  columns.forEach(({ week: { unit } }, i) => {
    state.take(unit);
    copyTour(held[i]!, state.tours[unit]!);
    state.put(unit);
  });
  return false;
}

/** Whether a proof may be tried. Rules across agents, several weeks and shares of given shifts are no part of the model. */
export function isSmall({ team, prepared: { problem, spaces, baseline } }: SearchState): boolean {
  return !team && problem.weeks === 1 && spaces.length <= MOST_UNITS && baseline.every(({ share }) => share === 1);
}

/** Null where the weeks are too many, or the run was stopped. */
function freeWeeks(state: SearchState, { prices, limits }: ProofOptions, slack: number): FreeWeek[] | null {
  const { prepared } = state;
  const shifts = new ShiftValues(prepared.patterns, prepared.programmeSize);
  const weeks: FreeWeek[] = [];
  for (let unit = 0; unit < prepared.spaces.length; unit++) {
    if (limits.shouldStop()) return null;
    const { group, agent } = prepared.spaces[unit]!;
    const week = freeWeek(prepared, shifts, {
      unit,
      boundary: { ...OPEN_BOUNDARY, ...prepared.carried[agent]! },
      gain: prices[group]!,
      slack,
      present: state.tours[unit]!,
      mostPlacings: MOST_PLACINGS_A_UNIT,
      mostArcs: MOST_ARCS_A_UNIT,
    });
    if (!week) return null;
    weeks.push(week);
  }
  return weeks;
}

/** What the long rest costs all agents at the prices: their bound counts it, the graphs of their weeks do not. */
function restWorth({ prepared, programme }: SearchState, { prices }: ProofOptions): number {
  const scratch = emptyTour(prepared.tourSize);
  let worth = 0;
  prepared.spaces.forEach((space) => {
    if (!space.longRest) return;
    const boundary = { ...OPEN_BOUNDARY, ...prepared.carried[space.agent]! };
    const rested = programme.best(space, prices[space.group]!, boundary, scratch);
    worth += rested - programme.best(space, prices[space.group]!, { ...boundary, needsRest: false }, scratch);
  });
  return worth;
}

function baselinePresence({ baseline, frame, groups }: PreparedProblem): Int32Array {
  const base = new Int32Array(frame.slotCount * groups.masks.length);
  for (const { slot, group } of baseline) base[slot * groups.masks.length + group]!++;
  return base;
}

/** What the model's objective leaves out of the cost of a roster: empty cells' own cost, and slots it does not hold. */
function restCost({ cost, cover, tours, prepared }: SearchState, { slots }: PartModel): number {
  const { offsets, marginals } = prepared.table;
  let rest = cost;
  for (const { ownCost } of tours) rest -= ownCost;
  for (const slot of slots) {
    for (let cell = slot * cover.skillCount; cell < (slot + 1) * cover.skillCount; cell++) {
      const last = offsets[cell + 1]! - 1;
      for (let n = 0; n < cover.load[cell]!; n++) rest -= marginals[Math.min(offsets[cell]! + n, last)]!;
    }
  }
  return rest;
}
