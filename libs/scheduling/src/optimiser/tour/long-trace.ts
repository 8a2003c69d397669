import type { LongSegment } from '../problem/long-segments.js';
import { CARRIED_KEY, FREE_KEY, keysBefore, pinnedOn, rowOf, startPrice, type LongWork } from './long-work.js';

/** Cost of the tour found, and what of it the ends of weeks cost. */
export interface FoundTour {
  readonly cost: number;
  readonly endCost: number;
}

/** Where a tour is between two days. */
interface Place {
  key: number;
  state: number;
  outer: number;
  inner: number;
}

interface BackStep {
  readonly day: number;
  readonly layer: number;
  readonly at: Place;
}

/** Finds the cheapest end and the days that led there; leaves them in `choices`. Null when nothing reached the end. */
export function traceBack(work: LongWork, last: number, choices: Int32Array): FoundTour | null {
  const { tables, keys } = work;
  const at: Place = { key: 0, state: 0, outer: 0, inner: 0 };
  let cost = Number.POSITIVE_INFINITY;
  for (let key = 0; key < keys; key++) {
    for (let state = 0; state < tables.states; state++) {
      for (let outer = 0; outer < work.outers; outer++) {
        const row = rowOf(work, last * work.keys + key, state, outer);
        if (!work.rows.has(row) || work.rows.get(row, 0) >= cost) continue;
        cost = work.rows.get(row, 0);
        Object.assign(at, { key, state, outer, inner: 0 });
      }
    }
  }
  if (cost === Number.POSITIVE_INFINITY) return null;
  let layer = last;
  let endCost = 0;
  for (let i = tables.segments.length - 1; i >= 0; i--) {
    const segment = tables.segments[i]!;
    endCost += reopen(work, segment, --layer, at);
    for (let day = segment.untilDay - 1; day >= segment.fromDay; day--)
      choices[day] = undo(work, segment, { day, layer: --layer, at });
  }
  return { cost, endCost };
}

/** The place before the amounts began anew, in the layer given; answers what the end cost. */
function reopen(work: LongWork, segment: LongSegment, layer: number, at: Place): number {
  const { reach, rows } = work;
  const cost = rows.get(rowOf(work, (layer + 1) * work.keys + at.key, at.state, at.outer), at.inner);
  const low = segment.innerEnds ? reach.low(layer, at.state) : at.inner;
  const high = segment.innerEnds ? reach.high(layer, at.state) : at.inner;
  for (let outer = 0; outer < segment.outers; outer++) {
    const row = rowOf(work, layer * work.keys + at.key, at.state, outer);
    if (segment.endTo[outer] !== at.outer || !rows.has(row)) continue;
    for (let inner = low; inner <= high; inner++) {
      if (rows.get(row, inner) + segment.endCost[outer]! !== cost) continue;
      at.outer = outer;
      at.inner = inner;
      return segment.endCost[outer]!;
    }
  }
  throw new Error('a long tour must lead back to its first day; this is a fault of the engine');
}

/** The choice (-1 off) that led to the place, which becomes the place before it. */
function undo(work: LongWork, segment: LongSegment, { day, layer, at }: BackStep): number {
  const { space, boundary, tables } = work;
  const cost = work.rows.get(rowOf(work, (layer + 1) * work.keys + at.key, at.state, at.outer), at.inner);
  const only = pinnedOn(work, day);
  if ((only === null ? space.mustWork[day] === 0 : only < 0) && undoOff(work, segment, { day, layer, at }, cost))
    return -1;
  const from = Math.max(0, only ?? space.dayFrom[day]!);
  const until = only === null ? space.dayFrom[day + 1]! : only + 1;
  for (let choice = from; choice < until; choice++) {
    const start = space.startMinute[choice]!;
    if (start < boundary.readyMinute) continue;
    if (work.keys > 1 && space.choiceKey[choice] !== at.key) continue;
    const symbol = tables.choiceSymbol[choice]!;
    const value = work.values[choice]!;
    for (let key = 0; key < keysBefore(work, day); key++) {
      const rested = work.keys === 1 || key === FREE_KEY || space.keyReady[space.keyFrom[day]! + key]! <= start;
      if ((key === CARRIED_KEY && !space.followUps) || !rested) continue;
      const paid = value + startPrice(work, { day, key, start });
      if (cameFrom(work, segment, { day, layer, at }, { key, symbol, value: paid, cost })) return choice;
    }
  }
  throw new Error('a long tour must lead back to its first day; this is a fault of the engine');
}

function undoOff(work: LongWork, segment: LongSegment, step: BackStep, cost: number): boolean {
  const { space, keys } = work;
  for (let key = 0; key < keysBefore(work, step.day); key++) {
    if (key === CARRIED_KEY && !space.followUps) continue;
    if (keys > 1 && space.offKey[space.keyFrom[step.day]! + key] !== step.at.key) continue;
    if (cameFrom(work, segment, step, { key, symbol: 0, value: 0, cost })) return true;
  }
  return false;
}

/** Whether a state of that key one day earlier gave the cost; it then becomes the place. */
function cameFrom(
  work: LongWork,
  segment: LongSegment,
  { day, layer, at }: BackStep,
  { key, symbol, value, cost }: { key: number; symbol: number; value: number; cost: number },
): boolean {
  const { tables } = work;
  for (let state = 0; state < tables.states; state++) {
    const place = (day * tables.states + state) * tables.symbols + symbol;
    if (tables.next[place] !== at.state) continue;
    const inner = at.inner - tables.grow[place]!;
    if (inner < work.reach.low(layer, state) || inner > work.reach.high(layer, state)) continue;
    const moves = tables.move[place]! * segment.outers;
    for (let outer = 0; outer < segment.outers; outer++) {
      if (segment.step[moves + outer] !== at.outer) continue;
      const row = rowOf(work, layer * work.keys + key, state, outer);
      if (!work.rows.has(row) || work.rows.get(row, inner) + value !== cost) continue;
      Object.assign(at, { key, state, outer, inner });
      return true;
    }
  }
  return false;
}
