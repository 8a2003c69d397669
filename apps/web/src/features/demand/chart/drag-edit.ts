import type { DemandLayer, EditableSeries, EditedMeasure } from '@yotei/forecast/edits';
import { intervalStart } from '@yotei/time';
import { placeOf, type Selection } from '../layers/draft.js';

/** How the forecast stood, and where, when a hand took hold of it. */
export interface DragStart {
  readonly measure: EditedMeasure;
  readonly series: EditableSeries;
  readonly selection: Selection;
  /** Value under the hand when it took hold. */
  readonly grabbedValue: number;
  /** One interval is set to the value under the hand; more are scaled, or raised by the same amount. */
  readonly single: boolean;
}

export const seriesOf = (series: EditableSeries, measure: EditedMeasure): Float64Array =>
  measure === 'contacts' ? series.contacts : series.averageHandleSeconds;

const round = (value: number, digits: number) => Number(value.toFixed(digits));

/**
 * The edit that a drag to `value` means: the curve follows the hand. Null while it means nothing. Percents are whole
 * ones, as a planner says them; `evenly` (Shift) adds the same to every interval instead of scaling.
 */
export function draggedTo(
  { measure, selection, grabbedValue, single }: DragStart,
  value: number,
  evenly: boolean,
): DemandLayer | null {
  const to = Math.max(0, value);
  const place = { measure, ...placeOf(selection) };
  if (single) return { operation: 'set', value: round(to, measure === 'contacts' && to < 20 ? 1 : 0), ...place };
  if (evenly) {
    const amount = round(to - grabbedValue, 1);
    return amount === 0 ? null : { operation: 'add', value: amount, ...place };
  }
  if (!(grabbedValue > 0)) return null;
  const percent = Math.max(-100, Math.round((to / grabbedValue - 1) * 100));
  return percent === 0 ? null : { operation: 'percent', value: percent, ...place };
}

export interface Stroke {
  readonly index: number;
  readonly value: number;
}

/** Values by interval of a line drawn freehand: from one point of the pen to the next, straight. */
export function drawnOn(drawn: ReadonlyMap<number, number>, from: Stroke, to: Stroke): ReadonlyMap<number, number> {
  const next = new Map(drawn);
  const steps = Math.abs(to.index - from.index);
  const direction = Math.sign(to.index - from.index);
  for (let step = 0; step <= steps; step += 1) {
    const share = steps === 0 ? 1 : step / steps;
    next.set(from.index + direction * step, Math.max(0, round(from.value + (to.value - from.value) * share, 1)));
  }
  return next;
}

/** What was drawn as an edit, closed intervals left out; null when only closed ones were met. */
export function drawnLayer(
  drawn: ReadonlyMap<number, number>,
  series: EditableSeries,
  measure: EditedMeasure,
): DemandLayer | null {
  const { grid, contacts } = series;
  const open = [...drawn].filter(([index]) => index >= 0 && index < grid.count && !Number.isNaN(contacts[index]!));
  if (open.length === 0) return null;
  const values = new Map(open);
  const from = Math.min(...values.keys());
  const until = Math.max(...values.keys()) + 1;
  return {
    operation: 'values',
    values: Array.from({ length: until - from }, (_, offset) => values.get(from + offset) ?? null),
    measure,
    stepMinutes: grid.stepMinutes,
    startAt: intervalStart(grid, from),
    endAt: intervalStart(grid, until),
  };
}
