import type { DemandLayer, EditableSeries, EditedMeasure } from '@yotei/forecast/edits';
import { intervalStart } from '@yotei/time';
import type { OverlayPainter } from '../../../ui/live-plot.js';
import { proposed, spanOf, type Draft, type Selection } from '../layers/draft.js';
import { groupMeans } from './coarse.js';
import { seriesOf } from './drag-edit.js';
import { strokeSteps } from './step-line.js';

/** What is drawn over the lines: what is selected, where the pointer is, and the forecast as it would become. */
export interface OverlayState {
  readonly kept: EditableSeries;
  readonly draft: Draft;
  /** The edit of the gesture that runs. */
  readonly preview: DemandLayer | null;
  readonly measure: EditedMeasure;
  readonly zone: string;
  readonly selection: Selection | null;
  readonly hovered: number | null;
  /** For each interval the first one of the group the lines are drawn in; left out, each is its own. */
  readonly starts?: Int32Array;
}

/** The forecast as it would become, and the intervals of it that differ or might. */
export function proposedLine({ kept, draft, preview, measure, zone, starts }: OverlayState) {
  const layers = preview ? [...draft, preview] : draft;
  const after = proposed(kept, layers, zone);
  const values = seriesOf(after, measure);
  const drawn = starts ? Float64Array.from(groupMeans(values, starts)) : values;
  return { after, values: drawn, ...spanOf(layers, kept.grid) };
}

export function overlayPainter(state: OverlayState): OverlayPainter {
  const { kept, selection, hovered } = state;
  const { grid } = kept;
  const line = proposedLine(state);
  return (ctx, { xOf, yOf, height, width, colours }) => {
    const x = (index: number) => xOf(intervalStart(grid, index));
    if (selection) {
      const left = xOf(selection.fromAt);
      const right = xOf(selection.untilAt);
      ctx.fillStyle = colours['--accent'];
      ctx.globalAlpha = 0.14;
      ctx.fillRect(left, 0, right - left, height);
      ctx.globalAlpha = 1;
      ctx.fillRect(left, 0, 1, height);
      ctx.fillRect(right - 1, 0, 1, height);
    }
    if (hovered !== null) {
      ctx.fillStyle = colours['--text-3'];
      ctx.fillRect(Math.round(x(hovered)), 0, 1, height);
    }
    if (line.until <= line.from) return;
    ctx.strokeStyle = colours['--prefer'];
    const stepPixels = Math.max(0.01, x(1) - x(0));
    // Where many intervals share a pixel a thick line is one block of colour.
    ctx.lineWidth = stepPixels < 1 ? 1 : 2.5;
    ctx.lineJoin = 'bevel';
    const first = Math.max(line.from, Math.floor(-x(0) / stepPixels));
    const last = Math.min(line.until, Math.ceil((width - x(0)) / stepPixels));
    strokeSteps(ctx, line.values, { from: first, until: last, xOf: x, yOf });
  };
}
