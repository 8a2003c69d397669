import type { PreparedProblem } from '../problem/prepare.js';
import { DAYS } from '../problem/tour-space.js';
import { runsCost, type ShiftValues } from '../tour/shift-values.js';
import type { Tour, WeekBoundary } from '../tour/tour.js';
import { contactSlots, mostPlacings, placingsOf } from './placings.js';
import { valuesThrough, weekGraph, type KeptDays, type WeekGraph } from './week-graph.js';

/** One way to work one choice: its activities placed. */
export interface Placing {
  readonly choice: number;
  readonly day: number;
  /** Padded start slots of the activities. */
  readonly places: Int32Array;
  /** Slots of the horizon on contact work. */
  readonly slots: readonly number[];
  readonly cost: number;
}

/** The weeks of a unit that stay in question, as a graph of choices with the placings of each. */
export interface FreeWeek {
  readonly unit: number;
  readonly graph: WeekGraph;
  readonly kept: KeptDays;
  /** Arcs of the graph that stay. */
  readonly arcs: readonly number[];
  readonly placings: readonly Placing[];
  /** Least value of any week at the prices. */
  readonly best: number;
}

export interface FreeWeekOptions {
  readonly unit: number;
  readonly boundary: WeekBoundary;
  /** Worth of presence by padded slot. */
  readonly gain: Float64Array;
  /** Weeks worth more than the best one by more than this are left out. */
  readonly slack: number;
  /** Days whose choice stays; their placing stays too and is no part of the answer. */
  readonly kept?: KeptDays;
  /** A week that must stay in question, whatever it costs. */
  readonly present?: Tour;
  readonly mostPlacings: number;
  readonly mostArcs: number;
}

/** Weeks of the unit within the slack; null when they are too many to list, or the unit's rules are of a kind not held here. */
export function freeWeek(prepared: PreparedProblem, shifts: ShiftValues, options: FreeWeekOptions): FreeWeek | null {
  const { unit, kept = [], present } = options;
  const space = prepared.spaces[unit]!;
  const graph = weekGraph(space, options.boundary, options);
  if (!graph) return null;
  shifts.priceSlots(space, options.gain);
  shifts.valueChoices(space, 0, space.pattern.length);
  const { best, through } = valuesThrough(graph, shifts.values);
  const limit = best + options.slack;
  const leastOf = new Float64Array(space.pattern.length).fill(Number.POSITIVE_INFINITY);
  graph.choice.forEach((choice, arc) => {
    if (choice >= 0) leastOf[choice] = Math.min(leastOf[choice]!, through[arc]!);
  });
  const isPresent = (day: number, choice: number) => present?.choice[day] === choice;
  const arcs: number[] = [];
  const placings: Placing[] = [];
  for (let day = 0; day < DAYS; day++) {
    for (let arc = graph.arcFrom[day]!; arc < graph.arcFrom[day + 1]!; arc++)
      if (through[arc]! <= limit || isPresent(day, graph.choice[arc]!)) arcs.push(arc);
    if (kept[day] !== undefined) continue;
    for (let choice = space.dayFrom[day]!; choice < space.dayFrom[day + 1]!; choice++) {
      if (space.pattern[choice]! < 0 || !(leastOf[choice]! <= limit || isPresent(day, choice))) continue;
      const room = limit - leastOf[choice]!;
      const now = isPresent(day, choice) ? present! : null;
      if (!addPlacings(prepared, placings, { ...options, day, choice, room, value: shifts.values[choice]!, now }))
        return null;
    }
  }
  return { unit, graph, kept, arcs, placings, best };
}

interface ChoicePlace {
  readonly unit: number;
  readonly day: number;
  readonly choice: number;
  readonly gain: Float64Array;
  /** Value of the choice at its best placing, and how much worse a placing may be. */
  readonly value: number;
  readonly room: number;
  /** The tour whose placing must stay. */
  readonly now: Tour | null;
  readonly mostPlacings: number;
}

function addPlacings(prepared: PreparedProblem, out: Placing[], place: ChoicePlace): boolean {
  const space = prepared.spaces[place.unit]!;
  const pattern = prepared.patterns[space.pattern[place.choice]!]!;
  if (mostPlacings(pattern) > place.mostPlacings) return false;
  const { pad, slotCount } = prepared.frame;
  const { maxParts } = prepared.tourSize;
  const start = space.startSlot[place.choice]!;
  const runCost = pattern.activitiesInterrupt ? space.runCost : null;
  for (const after of placingsOf(pattern)) {
    const places = after.map((slot) => start + slot);
    let cost = space.cost[place.choice]!;
    if (runCost) cost += runsCost(pattern, runCost, places, { start, offset: 0 });
    if (cost === Number.POSITIVE_INFINITY) continue;
    const slots: number[] = [];
    let value = cost;
    for (const slot of contactSlots(pattern, after)) {
      const padded = start + slot;
      if (padded < pad || padded >= pad + slotCount) continue;
      slots.push(padded - pad);
      if (space.ownWorth) cost -= space.ownWorth[padded]!;
      value -= place.gain[padded]! + (space.ownWorth?.[padded] ?? 0);
    }
    const isNow = place.now && places.every((at, part) => at === place.now!.places[place.day * maxParts + part]);
    if (value - place.value <= place.room || isNow)
      out.push({ choice: place.choice, day: place.day, places, slots, cost });
    if (out.length > place.mostPlacings) return false;
  }
  return true;
}
