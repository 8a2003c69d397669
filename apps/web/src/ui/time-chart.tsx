import { useEffect, useId, useRef, useState, type ReactNode } from 'react';
import uPlot from 'uplot';
import 'uplot/dist/uPlot.min.css';
import { t } from '../app/i18n/t.js';
import { onThemeChange, resolveTokens } from './theme.js';
import './time-chart.css';

export type ChartToken =
  | '--text-1'
  | '--text-2'
  | '--text-3'
  | '--accent'
  | '--must'
  | '--prefer'
  | '--good'
  | '--border'
  | '--border-strong'
  | '--selected-bg';

export interface ChartSeries {
  readonly label: string;
  /** One a step; null leaves a gap. */
  readonly values: readonly (number | null)[];
  readonly colour: ChartToken;
  readonly dashed?: boolean;
  readonly width?: number;
  /** Two series, one of each, span a shaded band and draw no line. */
  readonly band?: 'high' | 'low';
}

export interface ChartTick {
  /** Epoch milliseconds. */
  readonly at: number;
  readonly label: string;
}

/** A stretch of time, epoch milliseconds, half-open. */
export interface ChartRange {
  readonly fromAt: number;
  readonly untilAt: number;
}

export interface TimeChartProps {
  /** Says in a sentence what the picture shows, for those who do not see it. */
  readonly summary: string;
  readonly startAt: number;
  readonly stepMinutes: number;
  readonly series: readonly ChartSeries[];
  readonly ticks: readonly ChartTick[];
  readonly marks?: readonly (ChartRange & { readonly label: string })[];
  readonly selected?: ChartRange | undefined;
  readonly onSelect?: (range: ChartRange) => void;
  readonly formatAt: (at: number) => string;
  readonly formatValue: (value: number) => string;
  readonly height?: number;
}

const TOKENS: readonly ChartToken[] = [
  '--text-1',
  '--text-2',
  '--text-3',
  '--accent',
  '--must',
  '--prefer',
  '--good',
  '--border',
  '--border-strong',
  '--selected-bg',
];
/** Room a tick's label takes; where there is less, labels are left out. */
const LABEL_PIXELS = 76;

type Colours = Readonly<Record<ChartToken, string>>;

const stepped = uPlot.paths.stepped!({ align: 1, alignGaps: 1 });

function seriesOptions(
  { label, colour, dashed, width = 1.5, band, values }: ChartSeries,
  colours: Colours,
  formatValue: TimeChartProps['formatValue'],
): uPlot.Series {
  return {
    label,
    paths: stepped,
    points: { show: false },
    value: (_, __, ___, index) => {
      const value = index === null ? null : values[index];
      return value === null || value === undefined ? '–' : formatValue(value);
    },
    ...(band ? { width: 0 } : { stroke: colours[colour], width }),
    ...(dashed ? { dash: [5, 4] } : {}),
  };
}

function drawMarks(marks: TimeChartProps['marks'], colours: Colours): (plot: uPlot) => void {
  return (plot) => {
    for (const { fromAt, untilAt, label } of marks ?? []) {
      const left = plot.valToPos(fromAt / 1000, 'x', true);
      const right = plot.valToPos(untilAt / 1000, 'x', true);
      const { ctx, bbox } = plot;
      ctx.save();
      ctx.beginPath();
      ctx.rect(bbox.left, bbox.top, bbox.width, bbox.height);
      ctx.clip();
      ctx.globalAlpha = 0.14;
      ctx.fillStyle = colours['--prefer'];
      ctx.fillRect(left, bbox.top, right - left, bbox.height);
      ctx.globalAlpha = 1;
      ctx.fillStyle = colours['--prefer'];
      ctx.font = `${12 * devicePixelRatio}px ${getComputedStyle(document.body).fontFamily}`;
      ctx.fillText(label, Math.max(left, bbox.left) + 4 * devicePixelRatio, bbox.top + 14 * devicePixelRatio);
      ctx.restore();
    }
  };
}

function axes({ ticks, formatValue }: TimeChartProps, colours: Colours): uPlot.Axis[] {
  const line = { stroke: colours['--border'], width: 1 };
  const labels = new Map(ticks.map(({ at, label }) => [at / 1000, label]));
  return [
    {
      stroke: colours['--text-2'],
      grid: line,
      ticks: { ...line, size: 4 },
      font: '12px Inter Variable, sans-serif',
      splits: () => [...labels.keys()],
      values: (plot, splits) => {
        const every = Math.ceil((splits.length * LABEL_PIXELS) / (plot.bbox.width / devicePixelRatio));
        return splits.map((at, index) => (index % every === 0 ? (labels.get(at) ?? '') : ''));
      },
    },
    {
      stroke: colours['--text-2'],
      grid: line,
      ticks: { show: false },
      size: 48,
      font: '12px Inter Variable, sans-serif',
      values: (_, splits) => splits.map(formatValue),
    },
  ];
}

function bandsOf(series: readonly ChartSeries[], colours: Colours): uPlot.Band[] {
  const high = series.findIndex(({ band }) => band === 'high');
  const low = series.findIndex(({ band }) => band === 'low');
  return high < 0 || low < 0 ? [] : [{ series: [high + 1, low + 1], fill: colours['--selected-bg'] }];
}

function optionsOf(props: TimeChartProps, colours: Colours, width: number): uPlot.Options {
  const { series, formatAt, formatValue, onSelect, stepMinutes, startAt, height = 320 } = props;
  const timeLabel = t('ui.time');
  const stepMillis = stepMinutes * 60_000;
  const snap = (at: number, up: boolean) =>
    startAt + (up ? Math.ceil : Math.floor)((at - startAt) / stepMillis) * stepMillis;
  const tellSelection = (plot: uPlot) => {
    if (!onSelect || plot.select.width < 2) return;
    const from = plot.posToVal(plot.select.left, 'x') * 1000;
    const until = plot.posToVal(plot.select.left + plot.select.width, 'x') * 1000;
    onSelect({ fromAt: snap(from, false), untilAt: snap(until, true) });
  };
  return {
    width,
    height,
    scales: { x: { time: false }, y: { range: (_, __, max) => [0, Math.max(1, max * 1.08)] } },
    cursor: { drag: { x: Boolean(onSelect), y: false, setScale: false } },
    axes: axes(props, colours),
    bands: bandsOf(series, colours),
    series: [
      { label: timeLabel, value: (_, at) => (at === null ? '' : formatAt(at * 1000)) },
      ...series.map((one) => seriesOptions(one, colours, formatValue)),
    ],
    hooks: { drawClear: [drawMarks(props.marks, colours)], setSelect: [tellSelection] },
  };
}

function dataOf({ series, startAt, stepMinutes }: TimeChartProps): uPlot.AlignedData {
  const length = Math.max(0, ...series.map(({ values }) => values.length));
  const xs = Array.from({ length: length + 1 }, (_, index) => (startAt + index * stepMinutes * 60_000) / 1000);
  // A value holds until the next start, also before a gap: it is repeated there, or the last interval had no width.
  return [xs, ...series.map(({ values }) => xs.map((_, index) => values[index] ?? values[index - 1] ?? null))];
}

function showSelection(plot: uPlot, selected: ChartRange | undefined): void {
  const left = selected ? plot.valToPos(selected.fromAt / 1000, 'x') : 0;
  const width = selected ? plot.valToPos(selected.untilAt / 1000, 'x') - left : 0;
  plot.setSelect({ left, width, top: 0, height: selected ? plot.bbox.height / devicePixelRatio : 0 }, false);
}

/** Lines over time on a canvas; dragging selects a stretch. Offer a table beside it: nothing may exist only here. */
export function TimeChart(props: TimeChartProps): ReactNode {
  const host = useRef<HTMLDivElement>(null);
  const plot = useRef<uPlot | undefined>(undefined);
  const [themeChanges, setThemeChanges] = useState(0);
  const summaryId = useId();
  useEffect(() => onThemeChange(() => setThemeChanges((count) => count + 1)), []);
  useEffect(() => {
    const element = host.current;
    if (!element || !document.createElement('canvas').getContext('2d')) return undefined;
    const made = new uPlot(optionsOf(props, resolveTokens(TOKENS), element.clientWidth), dataOf(props), element);
    plot.current = made;
    showSelection(made, props.selected);
    const observer = new ResizeObserver(() =>
      made.setSize({ width: element.clientWidth, height: props.height ?? 320 }),
    );
    observer.observe(element);
    return () => {
      observer.disconnect();
      made.destroy();
    };
    // The picture is made anew for new data or colours only; a selection moves inside the one that is there.
  }, [props.series, props.startAt, props.stepMinutes, props.marks, props.ticks, props.height, themeChanges]);
  useEffect(() => {
    if (plot.current) showSelection(plot.current, props.selected);
  }, [props.selected]);
  return (
    <figure className="y-chart" aria-labelledby={summaryId}>
      <figcaption id={summaryId} className="y-hidden">
        {props.summary}
      </figcaption>
      <div ref={host} aria-hidden style={{ minHeight: props.height ?? 320 }} />
    </figure>
  );
}
