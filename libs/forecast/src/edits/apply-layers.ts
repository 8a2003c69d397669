import { intervalStart, MINUTE_MILLIS, type Grid, type Instant, type ZoneId } from '@yotei/time';
import type { DemandLayer, EditableSeries } from './demand-layer.js';
import { eachTouched, lazyClock, type LocalClock } from './touched-intervals.js';

/** A series being edited in place, with the clock its patterns are read by. */
export interface Workpiece extends EditableSeries {
  readonly clock: () => LocalClock;
}

/** A copy of the base to lay layers on. */
export function workpieceOf(base: EditableSeries, zone: ZoneId): Workpiece {
  return {
    grid: base.grid,
    contacts: base.contacts.slice(),
    averageHandleSeconds: base.averageHandleSeconds.slice(),
    clock: lazyClock(base.grid, zone),
  };
}

/** Contacts per interval of the layer as contacts per interval of the grid; seconds per contact have no length. */
function lengthFactor(grid: Grid, layer: DemandLayer): number {
  return layer.measure === 'contacts' && layer.stepMinutes ? grid.stepMinutes / layer.stepMinutes : 1;
}

/**
 * The value a layer of values has for an interval of the grid; null when it has none for some part of it. Where the
 * lengths differ contacts are shared out by time and handle time is averaged over it.
 */
function valueFor(grid: Grid, index: number, layer: DemandLayer & { operation: 'values' }): number | null {
  const layerMillis = layer.stepMinutes! * MINUTE_MILLIS;
  const from = (intervalStart(grid, index) - layer.startAt) / layerMillis;
  const until = from + (grid.stepMinutes * MINUTE_MILLIS) / layerMillis;
  if (Number.isInteger(from) && until === from + 1) return layer.values[from] ?? null;
  let sum = 0;
  for (let k = Math.floor(from); k < until; k += 1) {
    const value = layer.values[k];
    if (value === null || value === undefined) return null;
    sum += value * (Math.min(until, k + 1) - Math.max(from, k));
  }
  return layer.measure === 'contacts' ? sum : sum / (until - from);
}

/** Makes the sum of contacts, or the mean handle time weighted by contacts, `value`; a flat nothing is filled evenly. */
function spreadTotal(piece: Workpiece, layer: DemandLayer, value: number): void {
  const { contacts, averageHandleSeconds } = piece;
  const ofContacts = layer.measure === 'contacts';
  let sum = 0;
  let weight = 0;
  let count = 0;
  eachTouched(piece, layer, (i) => {
    if (!ofContacts && Number.isNaN(averageHandleSeconds[i]!)) return;
    sum += ofContacts ? contacts[i]! : contacts[i]! * averageHandleSeconds[i]!;
    weight += contacts[i]!;
    count += 1;
  });
  if (count === 0) return;
  const target = ofContacts ? contacts : averageHandleSeconds;
  const present = ofContacts ? sum : sum / weight;
  const even = ofContacts ? value / count : value;
  eachTouched(piece, layer, (i) => {
    target[i] = present > 0 ? target[i]! * (value / present) : even;
  });
}

/** Lays one layer on the workpiece. */
export function layOn(piece: Workpiece, layer: DemandLayer): void {
  const target = layer.measure === 'contacts' ? piece.contacts : piece.averageHandleSeconds;
  const factor = lengthFactor(piece.grid, layer);
  switch (layer.operation) {
    case 'set':
      return eachTouched(piece, layer, (i) => void (target[i] = layer.value * factor));
    case 'add':
      return eachTouched(piece, layer, (i) => void (target[i] = Math.max(0, target[i]! + layer.value * factor)));
    case 'percent':
      return eachTouched(piece, layer, (i) => void (target[i] = Math.max(0, target[i]! * (1 + layer.value / 100))));
    case 'total':
      return spreadTotal(piece, layer, layer.value);
    case 'values':
      return eachTouched(piece, layer, (i) => void (target[i] = valueFor(piece.grid, i, layer) ?? target[i]!));
  }
}

/**
 * The forecast with the layers applied in the order given; the base is left as it was. A layer touches the intervals
 * that start inside its range and, with a pattern, fall on its weekdays and times of day in `zone`. Closed intervals
 * (NaN contacts) stay closed, because an edit says how many come, not when the centre is open. Nothing becomes
 * negative. The grid must hold the whole range of every layer of operation `total`; see {@link reachOfTotals}.
 */
export function applyLayers(base: EditableSeries, layers: readonly DemandLayer[], zone: ZoneId): EditableSeries {
  if (layers.length === 0) return base;
  const piece = workpieceOf(base, zone);
  for (const layer of layers) layOn(piece, layer);
  return { grid: piece.grid, contacts: piece.contacts, averageHandleSeconds: piece.averageHandleSeconds };
}

export interface InstantRange {
  readonly startAt: Instant;
  readonly endAt: Instant;
}

/**
 * The range one must read to know what the layers make of `range`: a total is shared out over its whole range, so a
 * range that cuts one must be widened to all of it, and so on for the totals the widening meets.
 */
export function reachOfTotals(range: InstantRange, layers: readonly DemandLayer[]): InstantRange {
  let reach = range;
  const totals = layers.filter(({ operation }) => operation === 'total');
  for (let again = true; again;) {
    again = false;
    for (const { startAt, endAt } of totals) {
      const meets = startAt < reach.endAt && endAt > reach.startAt;
      if (!meets || (startAt >= reach.startAt && endAt <= reach.endAt)) continue;
      reach = { startAt: Math.min(startAt, reach.startAt), endAt: Math.max(endAt, reach.endAt) };
      again = true;
    }
  }
  return reach;
}
