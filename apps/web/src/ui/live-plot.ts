import uPlot from 'uplot';
import 'uplot/dist/uPlot.min.css';
import {
  bandsOf,
  CHART_TOKENS,
  chartAxes,
  drawMarks,
  seriesOptions,
  stepData,
  type ChartColours,
  type ChartRange,
  type ChartSeries,
  type ChartTick,
} from './plot-parts.js';
import { resolveTokens } from './theme.js';

export interface LivePlotOptions {
  readonly series: readonly ChartSeries[];
  readonly startAt: number;
  readonly stepMinutes: number;
  readonly marks: readonly (ChartRange & { readonly label: string })[];
  readonly ticksOf: (fromAt: number, untilAt: number) => readonly ChartTick[];
  readonly formatValue: (value: number) => string;
  readonly height: number;
  readonly window: ChartRange;
}

/** Where instants and values lie on the overlay, in CSS pixels of the plotting area. */
export interface PlotPlace {
  readonly width: number;
  readonly height: number;
  readonly xOf: (at: number) => number;
  readonly yOf: (value: number) => number;
  readonly colours: ChartColours;
}

export type OverlayPainter = (ctx: CanvasRenderingContext2D, place: PlotPlace) => void;

/**
 * A chart whose lines stay while something is drawn over them: zooming moves a window, and what changes with every
 * move of a hand is painted on an overlay, at most once a frame, so that no line is laid anew for it.
 */
export interface LivePlot {
  /** The plotting area; pointer events happen here. */
  readonly area: HTMLElement;
  readonly atOf: (clientX: number) => number;
  readonly valueOf: (clientY: number) => number;
  readonly place: () => PlotPlace;
  readonly setWindow: (window: ChartRange) => void;
  /** What is painted over the lines from now on; call again when it would look different. */
  readonly paint: (painter: OverlayPainter) => void;
  /** Keeps the value axis still while a gesture runs, or nothing could be aimed at. */
  readonly holdScale: (held: boolean) => void;
  readonly destroy: () => void;
}

/** Room above the highest value, to draw and drag into. */
const HEADROOM = 1.15;

function overlayOn(area: HTMLElement): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  canvas.style.cssText = 'position:absolute;inset:0;width:100%;height:100%;pointer-events:none';
  area.append(canvas);
  return canvas;
}

function plotOptions(options: LivePlotOptions, colours: ChartColours, heldMax: () => number | null): uPlot.Options {
  const { series, formatValue, height, ticksOf, marks } = options;
  return {
    width: 600,
    height,
    legend: { show: false },
    scales: {
      x: { time: false },
      y: { range: (_, __, max) => [0, heldMax() ?? Math.max(1, (max ?? 1) * HEADROOM)] },
    },
    cursor: { show: false },
    axes: chartAxes(ticksOf, formatValue, colours),
    bands: bandsOf(series, colours),
    series: [{}, ...series.map((one) => seriesOptions(one, colours, formatValue))],
    hooks: { drawClear: [drawMarks(marks, colours)] },
  };
}

/** Empties the overlay and fits it to its area; sharp on any screen, measured in CSS pixels. */
function clear(canvas: HTMLCanvasElement, ctx: CanvasRenderingContext2D, { width, height }: DOMRect): void {
  const [pixelWidth, pixelHeight] = [width, height].map((one) => Math.round(one * devicePixelRatio));
  if (canvas.width !== pixelWidth) canvas.width = pixelWidth!;
  if (canvas.height !== pixelHeight) canvas.height = pixelHeight!;
  ctx.setTransform(devicePixelRatio, 0, 0, devicePixelRatio, 0, 0);
  ctx.clearRect(0, 0, width, height);
}

/** Null where there is no canvas (tests in jsdom). */
export function createLivePlot(host: HTMLElement, options: LivePlotOptions): LivePlot | null {
  if (!document.createElement('canvas').getContext('2d')) return null;
  const colours = resolveTokens(CHART_TOKENS);
  let held: number | null = null;
  const plot = new uPlot(
    plotOptions(options, colours, () => held),
    stepData(options),
    host,
  );
  const canvas = overlayOn(plot.over);
  const ctx = canvas.getContext('2d')!;
  let painter: OverlayPainter = () => undefined;
  let frame = 0;
  const place = (): PlotPlace => ({
    width: plot.over.clientWidth,
    height: plot.over.clientHeight,
    xOf: (at) => plot.valToPos(at / 1000, 'x'),
    yOf: (value) => plot.valToPos(value, 'y'),
    colours,
  });
  const repaint = () => {
    frame = 0;
    clear(canvas, ctx, plot.over.getBoundingClientRect());
    painter(ctx, place());
  };
  const schedule = () => void (frame ||= requestAnimationFrame(repaint));
  const setWindow = ({ fromAt, untilAt }: ChartRange) => {
    plot.setScale('x', { min: fromAt / 1000, max: untilAt / 1000 });
    schedule();
  };
  const fit = () => {
    if (host.clientWidth > 0) plot.setSize({ width: host.clientWidth, height: options.height });
    schedule();
  };
  const observer = new ResizeObserver(fit);
  observer.observe(host);
  fit();
  setWindow(options.window);
  return {
    area: plot.over,
    atOf: (clientX) => plot.posToVal(clientX - plot.over.getBoundingClientRect().left, 'x') * 1000,
    valueOf: (clientY) => plot.posToVal(clientY - plot.over.getBoundingClientRect().top, 'y'),
    place,
    setWindow,
    paint: (next) => {
      painter = next;
      schedule();
    },
    holdScale: (hold) => void (held = hold ? (plot.scales['y']!.max ?? null) : null),
    destroy: () => {
      cancelAnimationFrame(frame);
      observer.disconnect();
      plot.destroy();
    },
  };
}
