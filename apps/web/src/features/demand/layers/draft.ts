import type { DemandLayer, EditableSeries, EditedMeasure, LayerPattern } from '@yotei/forecast/edits';
import { applyLayers } from '@yotei/forecast/edits';
import { intervalIndex, intervalStart, type Grid } from '@yotei/time';
import type { ChartRange } from '../../../ui/plot-parts.js';

/** What is about to be edited: a stretch of time, or weekdays and times within one. */
export interface Selection extends ChartRange {
  readonly pattern: LayerPattern | null;
}

/** Edits not yet kept, in the order they were made. */
export type Draft = readonly DemandLayer[];

export const samePlace = (a: Selection, b: DemandLayer): boolean =>
  a.fromAt === b.startAt &&
  a.untilAt === b.endAt &&
  JSON.stringify(a.pattern ?? null) === JSON.stringify(b.pattern ?? null);

/** Where a layer lies, for a selection. */
export function placeOf(selection: Selection): Pick<DemandLayer, 'startAt' | 'endAt' | 'pattern'> {
  return { startAt: selection.fromAt, endAt: selection.untilAt, pattern: selection.pattern };
}

/** One more step up or down by the keys: steps over the same place are one edit, not ten. */
export function nudged(draft: Draft, selection: Selection, of: { measure: EditedMeasure; percent: number }): Draft {
  const last = draft.at(-1);
  const grows = last?.operation === 'percent' && last.measure === of.measure && samePlace(selection, last);
  const percent = Math.max(-100, (grows ? last.value : 0) + of.percent);
  const below = grows ? draft.slice(0, -1) : draft;
  if (percent === 0) return below;
  return [...below, { operation: 'percent', value: percent, measure: of.measure, ...placeOf(selection) }];
}

export interface CellValue {
  readonly index: number;
  readonly value: number;
}

/**
 * New values of single intervals. They join the last edit when that is of the same kind, so that typing a column of
 * numbers makes one layer.
 */
export function withValues(
  draft: Draft,
  cells: readonly CellValue[],
  { grid, measure }: { readonly grid: Grid; readonly measure: EditedMeasure },
): Draft {
  if (cells.length === 0) return draft;
  const last = draft.at(-1);
  const joins =
    last?.operation === 'values' && last.measure === measure && last.stepMinutes === grid.stepMinutes ? last : null;
  const known = new Map<number, number>();
  if (joins) {
    const first = intervalIndex(grid, joins.startAt);
    joins.values.forEach((value, offset) => value !== null && known.set(first + offset, value));
  }
  for (const { index, value } of cells) known.set(index, value);
  const indexes = [...known.keys()];
  const [from, until] = [Math.min(...indexes), Math.max(...indexes) + 1];
  const values = Array.from({ length: until - from }, (_, offset) => known.get(from + offset) ?? null);
  const layer: DemandLayer = {
    operation: 'values',
    values,
    measure,
    stepMinutes: grid.stepMinutes,
    startAt: intervalStart(grid, from),
    endAt: intervalStart(grid, until),
  };
  return [...(joins ? draft.slice(0, -1) : draft), layer];
}

/** The forecast as it stands with the draft on top. */
export function proposed(kept: EditableSeries, draft: Draft, zone: string): EditableSeries {
  return applyLayers(kept, draft, zone);
}

/** Half-open span of indexes that the layers can change. */
export function spanOf(layers: readonly DemandLayer[], grid: Grid): { readonly from: number; readonly until: number } {
  if (layers.length === 0) return { from: 0, until: 0 };
  const from = Math.min(...layers.map(({ startAt }) => intervalIndex(grid, startAt)));
  const until = Math.max(...layers.map(({ endAt }) => intervalIndex(grid, endAt - 1) + 1));
  return { from: Math.max(0, from), until: Math.min(grid.count, until) };
}
