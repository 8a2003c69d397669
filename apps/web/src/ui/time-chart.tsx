import { useEffect, useId, useRef, useState, type ReactNode } from 'react';
import uPlot from 'uplot';
import 'uplot/dist/uPlot.min.css';
import { t } from '../app/i18n/t.js';
import { onThemeChange, resolveTokens } from './theme.js';
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
import './time-chart.css';

export type { ChartRange, ChartSeries, ChartTick, ChartToken } from './plot-parts.js';

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

interface LiveProps extends TimeChartProps {
  /** The series as they are now, for what is read off the picture later. */
  readonly seriesNow: () => readonly ChartSeries[];
}

/** A line whose values are always the newest. */
const liveLine = (line: ChartSeries, at: number, seriesNow: LiveProps['seriesNow']): ChartSeries => ({
  ...line,
  get values() {
    return seriesNow()[at]?.values ?? [];
  },
});

function optionsOf(props: LiveProps, colours: ChartColours, width: number): uPlot.Options {
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
    axes: chartAxes(() => props.ticks, formatValue, colours),
    bands: bandsOf(series, colours),
    legend: { markers: { fill: (_, at) => (series[at - 1]?.band ? colours['--selected-bg'] : 'transparent') } },
    series: [
      { label: timeLabel, value: (_, at) => (at === null ? '' : formatAt(at * 1000)) },
      ...series.map((one, at) => seriesOptions(liveLine(one, at, props.seriesNow), colours, formatValue)),
    ],
    hooks: {
      drawClear: [drawMarks(props.marks, colours)],
      setSelect: [tellSelection],
      init: [markIdle],
      setCursor: [markIdle],
    },
  };
}

/** Without a pointer there is nothing to read off: the legend then shows the lines' names alone. */
function markIdle(plot: uPlot): void {
  plot.root.classList.toggle('is-idle', typeof plot.cursor.idx !== 'number');
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
  const newest = useRef(props.series);
  const shown = useRef(props.series);
  newest.current = props.series;
  const lines = JSON.stringify(props.series.map(({ values: _values, ...line }) => line));
  const [themeChanges, setThemeChanges] = useState(0);
  const summaryId = useId();
  useEffect(() => onThemeChange(() => setThemeChanges((count) => count + 1)), []);
  useEffect(() => {
    const element = host.current;
    if (!element || !document.createElement('canvas').getContext('2d')) return undefined;
    const made = new uPlot(
      optionsOf({ ...props, seriesNow: () => newest.current }, resolveTokens(CHART_TOKENS), element.clientWidth),
      stepData(props),
      element,
    );
    plot.current = made;
    shown.current = props.series;
    showSelection(made, props.selected);
    const observer = new ResizeObserver(() =>
      made.setSize({ width: element.clientWidth, height: props.height ?? 320 }),
    );
    observer.observe(element);
    return () => {
      observer.disconnect();
      made.destroy();
    };
    // The picture is made anew for other lines, times or colours only; values and a selection move inside the one that is there.
  }, [lines, props.startAt, props.stepMinutes, props.marks, props.ticks, props.height, themeChanges]);
  useEffect(() => {
    if (plot.current && shown.current !== props.series) plot.current.setData(stepData(props));
    shown.current = props.series;
  }, [props.series]);
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
