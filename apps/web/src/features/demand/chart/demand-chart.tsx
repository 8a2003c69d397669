import { addDays, startOfLocalDay } from '@yotei/time';
import { useEffect, useId, useMemo, useRef, useState, type KeyboardEvent, type RefObject } from 'react';
import type { DemandLayer } from '@yotei/forecast/edits';
import { formatNumber } from '../../../app/format/format-number.js';
import { formatDate } from '../../../app/format/format-time.js';
import { t } from '../../../app/i18n/t.js';
import type { ChartRange, ChartSeries } from '../../../ui/plot-parts.js';
import { total, type AlignedDemand, type DemandView } from '../demand.model.js';
import { nudged } from '../layers/draft.js';
import type { Desk } from '../layers/use-desk.js';
import { Brush } from './brush.js';
import { coarseSeries, dayTotals, drawnBy, groupBand, groupStarts } from './coarse.js';
import { chartKey, type Caret, type KeyTarget } from './chart-keys.js';
import { chartSeries, type Values } from './chart-series.js';
import { seriesOf } from './drag-edit.js';
import type { ChartTool, GestureContext } from './gesture-context.js';
import type { Past } from '../demand.search.js';
import { useHover, type Hover } from './hover.js';
import { overlayPainter } from './overlay.js';
import { previewText } from './preview-text.js';
import { Readout, shownNumber } from './readout.js';
import { demandTicks } from './ticks.js';
import { useLivePlot, useWidth, useWindow } from './use-live-plot.js';

export interface DemandChartProps {
  readonly view: DemandView;
  readonly aligned: AlignedDemand;
  readonly zone: string;
  readonly desk: Desk | null;
  readonly tool: ChartTool;
  readonly measure: Desk['measure'];
  readonly window: ChartRange;
  readonly onWindow: (window: ChartRange) => void;
  readonly past: { readonly kind: Past; readonly values: Values } | null;
  /** Further lines on the grid of `aligned`. */
  readonly extraSeries?: readonly ChartSeries[];
  /** Enter on the chart: the reason comes next. */
  readonly onCommit: () => void;
}

const NO_SERIES: readonly ChartSeries[] = [];
const HEIGHT = 400;

function useChartData({ view, aligned, zone, desk, measure, past, extraSeries = NO_SERIES }: DemandChartProps) {
  const kept = desk?.kept ?? null;
  const series = useMemo(
    () => chartSeries({ view, aligned, measure, kept, past, extra: extraSeries }),
    [view, aligned, measure, kept, past, extraSeries],
  );
  const marks = useMemo(
    () =>
      view.events.map(({ fromOn, untilOn, title }) => ({
        fromAt: startOfLocalDay(fromOn, zone),
        untilAt: startOfLocalDay(addDays(untilOn, 1), zone),
        label: title,
      })),
    [view, zone],
  );
  return { series, marks };
}

/** What is drawn where intervals are thinner than a pixel: hours, or days; the readout keeps the intervals. */
function useDrawn(props: DemandChartProps, series: readonly ChartSeries[], host: RefObject<HTMLDivElement | null>) {
  const { aligned, window, zone, view } = props;
  const { startAt, stepMinutes, length } = aligned;
  const width = useWidth(host);
  const by = drawnBy({ shownMinutes: (window.untilAt - window.fromAt) / 60_000, stepMinutes, width });
  const grid = useMemo(() => ({ startAt, stepMinutes, length, zone }), [startAt, stepMinutes, length, zone]);
  const starts = useMemo(() => groupStarts(grid, by), [grid, by]);
  const lines = useMemo(() => {
    if (by === 'interval') return series;
    const totals = by === 'day' ? dayTotals(view.forecastTotals, grid, starts) : undefined;
    return coarseSeries(series, starts, groupBand(aligned, starts, totals));
  }, [by, series, starts, grid, aligned, view]);
  return { by, starts, lines };
}

/** The gestures' view of the page, always the newest, without listening anew. */
function useGestureContext(props: DemandChartProps, hover: Hover, tip: RefObject<HTMLDivElement | null>) {
  const { aligned, desk, tool, measure, window, onWindow, zone } = props;
  const [preview, setPreview] = useState<DemandLayer | null>(null);
  const endAt = aligned.startAt + aligned.length * aligned.stepMinutes * 60_000;
  const bounds = useMemo(() => ({ fromAt: aligned.startAt, untilAt: endAt }), [aligned.startAt, endAt]);
  const grid = { startAt: aligned.startAt, stepMinutes: aligned.stepMinutes, count: aligned.length };
  const current: GestureContext = {
    ...{ measure, grid, tool, window, bounds, onWindow },
    series: desk?.now ?? null,
    mayEdit: desk?.mayEdit ?? false,
    selection: desk?.selection ?? null,
    onSelect: (selection) => desk?.select(selection),
    onLayer: (layer) => desk?.push(layer),
    onHover: hover.set,
    onPreview: (layer, at) => {
      setPreview(layer);
      const box = tip.current;
      if (!box) return;
      box.hidden = !layer;
      if (!layer || !at || !desk) return;
      box.textContent = previewText(layer, desk.now, zone);
      const host = box.parentElement!.getBoundingClientRect();
      box.style.left = `${Math.min(at.x - host.left + 14, host.width - 280)}px`;
      box.style.top = `${Math.max(0, at.y - host.top - 44)}px`;
    },
  };
  const context = useRef(current);
  context.current = current;
  return { context, preview, bounds, grid };
}

function useChartKeys(props: DemandChartProps, context: RefObject<GestureContext>) {
  const { desk, measure, onCommit } = props;
  const caret = useRef<Caret | null>(null);
  return (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || event.altKey) return;
    const target: KeyTarget = {
      ...context.current,
      onNudge: (percent) => desk?.selection && desk.setDraft(nudged(desk.draft, desk.selection, { measure, percent })),
      onCommit,
      onCancel: () => desk?.cancel(),
    };
    const next = chartKey(event, target, caret.current);
    if (!next) return;
    caret.current = next;
    event.preventDefault();
  };
}

/** History and forecast, and the hand that edits it: select, drag, draw, zoom, by mouse, fingers or keys. */
export function DemandChart(props: DemandChartProps) {
  const { view, aligned, zone, desk, measure, window, onWindow } = props;
  const [host, tip] = [useRef<HTMLDivElement>(null), useRef<HTMLDivElement>(null)];
  const [hintId, hover] = [useId(), useHover()];
  const { series, marks } = useChartData(props);
  const { by, starts, lines } = useDrawn(props, series, host);
  const { context, preview, bounds, grid } = useGestureContext(props, hover, tip);
  const ticksOf = (fromAt: number, untilAt: number) => demandTicks(fromAt, untilAt, zone);
  const shape = { startAt: aligned.startAt, stepMinutes: aligned.stepMinutes, height: HEIGHT };
  const plot = useLivePlot(host, { series: lines, marks, ticksOf, formatValue: shownNumber, ...shape }, context);
  useWindow(plot, window);
  useEffect(() => {
    if (!plot || !desk) return undefined;
    const { kept, draft, selection } = desk;
    const paint = () =>
      plot.paint(overlayPainter({ kept, draft, selection, preview, measure, zone, starts, hovered: hover.get() }));
    paint();
    return hover.subscribe(paint);
  }, [plot, desk, preview, measure, zone, starts, hover]);
  const onKeyDown = useChartKeys(props, context);
  const drafted = desk && desk.draft.length > 0 ? seriesOf(desk.now, measure) : null;
  return (
    <figure className="y-chart y-demand-chart" aria-label={t('demandEdit.chart')}>
      <figcaption className="y-hidden">
        {t('demand.chartSummary', {
          from: formatDate(view.fromOn),
          until: formatDate(addDays(view.fromOn, view.days - 1)),
          actual: formatNumber(total(aligned.actual) ?? 0),
          forecast: formatNumber(total(aligned.forecast) ?? 0),
        })}
      </figcaption>
      <Readout hover={hover} grid={grid} zone={zone} series={series} drafted={drafted} />
      <div
        className="y-chart-stage"
        data-tool={props.tool}
        role="application"
        aria-label={t('demandEdit.chartKeys')}
        aria-describedby={hintId}
        tabIndex={0}
        onKeyDown={onKeyDown}
      >
        <div ref={host} aria-hidden style={{ minHeight: HEIGHT }} />
        <div ref={tip} className="y-drag-tip" aria-hidden hidden />
      </div>
      <p id={hintId} className="y-quiet y-chart-hint">
        {by === 'interval' ? null : `${t(`demandEdit.drawnBy${by}`)} `}
        {t(desk?.mayEdit ? 'demandEdit.chartHint' : 'demandEdit.readHint')}
      </p>
      <Brush values={series.at(-1)?.values ?? []} bounds={bounds} window={window} onWindow={onWindow} />
    </figure>
  );
}
