import type { DemandLayer, EditableSeries, EditedMeasure } from '@yotei/forecast/edits';
import { intervalIndex, intervalStart, type Grid } from '@yotei/time';
import type { LivePlot } from '../../../ui/live-plot.js';
import type { ChartRange } from '../../../ui/plot-parts.js';
import type { Selection } from '../layers/draft.js';

/** `point`: select, and drag what is selected or a point of the line. `draw`: freehand over the intervals. */
export type ChartTool = 'point' | 'draw';

/** What the gestures of the chart read and tell; read anew at every event. */
export interface GestureContext {
  readonly series: EditableSeries | null;
  readonly measure: EditedMeasure;
  readonly grid: Grid;
  readonly mayEdit: boolean;
  readonly tool: ChartTool;
  readonly selection: Selection | null;
  readonly window: ChartRange;
  readonly bounds: ChartRange;
  readonly onWindow: (window: ChartRange) => void;
  readonly onSelect: (selection: Selection | null) => void;
  readonly onLayer: (layer: DemandLayer) => void;
  readonly onHover: (index: number | null) => void;
  /** Shows an edit that is not made yet, with words beside the pointer; null takes it away. */
  readonly onPreview: (layer: DemandLayer | null, at?: { readonly x: number; readonly y: number }) => void;
}

export interface Gestures {
  readonly plot: LivePlot;
  readonly context: () => GestureContext;
}

/** The interval under the pointer, kept inside the grid. */
export function indexUnder({ plot, context }: Gestures, clientX: number): number {
  const { grid } = context();
  return Math.min(grid.count - 1, Math.max(0, intervalIndex(grid, plot.atOf(clientX))));
}

/** Whole intervals from one to another, whichever comes first. */
export function rangeBetween(grid: Grid, a: number, b: number): Selection {
  return {
    fromAt: intervalStart(grid, Math.min(a, b)),
    untilAt: intervalStart(grid, Math.max(a, b) + 1),
    pattern: null,
  };
}
