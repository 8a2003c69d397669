import { addDays, startOfLocalDay } from '@yotei/time';
import { useMemo } from 'react';
import { formatNumber } from '../../app/format/format-number.js';
import { dateInZone, formatDate, formatDateTime, formatTime } from '../../app/format/format-time.js';
import { t } from '../../app/i18n/t.js';
import { TimeChart, type ChartRange, type ChartSeries, type ChartTick } from '../../ui/time-chart.js';
import { total, type AlignedDemand, type DemandView, type Zoom } from './demand.model.js';

export interface DemandChartProps {
  readonly view: DemandView;
  readonly aligned: AlignedDemand;
  readonly zone: string;
  readonly zoom: Zoom;
  readonly selected: ChartRange | undefined;
  readonly onSelect: ((range: ChartRange) => void) | undefined;
}

/** Midnights; on a day also every two hours, in four weeks only every third day. */
export function demandTicks(fromOn: string, days: number, zone: string): readonly ChartTick[] {
  const midnights = Array.from({ length: days }, (_, day) => addDays(fromOn, day));
  if (days > 1) {
    return midnights
      .filter((_, day) => days <= 7 || day % 4 === 0)
      .map((on) => ({ at: startOfLocalDay(on, zone), label: formatDate(on) }));
  }
  const startAt = startOfLocalDay(fromOn, zone);
  const endAt = startOfLocalDay(addDays(fromOn, 1), zone);
  const ticks: ChartTick[] = [];
  for (let at = startAt; at < endAt; at += 2 * 3_600_000) ticks.push({ at, label: formatTime(at, zone) });
  return ticks;
}

function seriesOf(aligned: AlignedDemand, edited: boolean): readonly ChartSeries[] {
  const some = (values: readonly (number | null)[]) => values.some((value) => value !== null);
  return [
    ...(some(aligned.p90)
      ? [
          { label: 'P90', values: aligned.p90, colour: '--accent', band: 'high' } as const,
          { label: 'P10', values: aligned.p10, colour: '--accent', band: 'low' } as const,
        ]
      : []),
    ...(some(aligned.actual)
      ? [{ label: t('demand.actual'), values: aligned.actual, colour: '--text-1' } as const]
      : []),
    ...(edited
      ? [{ label: t('demand.beforeEdits'), values: aligned.base, colour: '--text-3', dashed: true, width: 1 } as const]
      : []),
    ...(some(aligned.forecast)
      ? [{ label: t('demand.forecast'), values: aligned.forecast, colour: '--accent', width: 2 } as const]
      : []),
  ];
}

/** History and forecast with the band between P10 and P90; events are shaded. */
export function DemandChart({ view, aligned, zone, zoom, selected, onSelect }: DemandChartProps) {
  const edited = view.edits.some((edit) => !edit.undone && edit.measure === 'CONTACTS');
  const series = useMemo(() => seriesOf(aligned, edited), [aligned, edited]);
  const ticks = useMemo(() => demandTicks(view.fromOn, view.days, zone), [view, zone]);
  const marks = useMemo(
    () =>
      view.events.map(({ fromOn, untilOn, title }) => ({
        fromAt: startOfLocalDay(fromOn, zone),
        untilAt: startOfLocalDay(addDays(untilOn, 1), zone),
        label: title,
      })),
    [view, zone],
  );
  const summary = t('demand.chartSummary', {
    from: formatDate(view.fromOn),
    until: formatDate(addDays(view.fromOn, view.days - 1)),
    actual: formatNumber(total(aligned.actual) ?? 0),
    forecast: formatNumber(total(aligned.forecast) ?? 0),
  });
  return (
    <TimeChart
      summary={summary}
      startAt={aligned.startAt}
      stepMinutes={aligned.stepMinutes}
      series={series}
      ticks={ticks}
      marks={marks}
      selected={selected}
      {...(onSelect ? { onSelect } : {})}
      formatAt={(at) =>
        zoom === 'day' ? formatTime(at, zone) : `${formatDate(dateInZone(at, zone))} ${formatTime(at, zone)}`
      }
      formatValue={(value) => formatNumber(value, value < 20 ? 1 : 0)}
      height={400}
    />
  );
}

/** What a selection spans, in words. */
export function rangeText({ fromAt, untilAt }: ChartRange, zone: string): string {
  const sameDay = dateInZone(fromAt, zone) === dateInZone(untilAt - 1, zone);
  return `${formatDateTime(fromAt, zone)}–${sameDay ? formatTime(untilAt, zone) : formatDateTime(untilAt, zone)}`;
}
