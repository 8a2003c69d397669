import { useMemo } from 'react';
import { formatNumber } from '../../../app/format/format-number.js';
import { formatDateWithYear, formatMonth } from '../../../app/format/format-time.js';
import { t } from '../../../app/i18n/t.js';
import { TimeChart, type ChartSeries, type ChartToken } from '../../../ui/time-chart.js';
import {
  dayAt,
  monthTicks,
  onOf,
  PARTS,
  stackedParts,
  WEEK_MINUTES,
  type AlignedWeeks,
  type LongRangeSeries,
  type Part,
} from './long-range.model.js';

const HEIGHT = 380;
const PART_COLOURS: Readonly<Record<Part, ChartToken>> = {
  base: '--text-3',
  trend: '--prefer',
  season: '--good',
  calendar: '--text-1',
  growth: '--accent',
};

export interface LongRangeChartProps {
  readonly series: LongRangeSeries;
  readonly aligned: AlignedWeeks;
  readonly summary: string;
}

/** Past weeks, forecast and band; dashed what it would be without the planner's growth. */
export function LongRangeChart({ aligned, summary }: LongRangeChartProps) {
  const series = useMemo((): readonly ChartSeries[] => {
    const grows = aligned.withoutGrowth.some((value) => value !== null);
    return [
      { label: 'P90', values: aligned.p90, colour: '--accent', band: 'high' },
      { label: 'P10', values: aligned.p10, colour: '--accent', band: 'low' },
      { label: t('longRange.past'), values: aligned.past, colour: '--text-1' },
      ...(grows
        ? [
            {
              label: t('longRange.withoutGrowth'),
              values: aligned.withoutGrowth,
              colour: '--text-3',
              dashed: true,
              width: 1,
            } as const,
          ]
        : []),
      { label: t('longRange.forecast'), values: aligned.forecast, colour: '--accent', width: 2 },
    ];
  }, [aligned]);
  return <WeekChart weeks={aligned.weeks} series={series} summary={summary} />;
}

/** The level, and what trend, year, working days and growth make of it in turn. */
export function PartsChart({ series: given, aligned, summary }: LongRangeChartProps) {
  const weeks = aligned.weeks.slice(aligned.originIndex);
  const series = useMemo((): readonly ChartSeries[] => {
    const stacked = stackedParts(given);
    return PARTS.map((part, index) => ({
      label: t(`longRange.upTo${part}`),
      values: stacked[part],
      colour: PART_COLOURS[part],
      dashed: index % 2 === 0 && part !== 'growth',
      width: part === 'growth' ? 2 : 1.5,
    }));
  }, [given]);
  return <WeekChart weeks={weeks} series={series} summary={summary} />;
}

function WeekChart({
  weeks,
  series,
  summary,
}: {
  readonly weeks: readonly string[];
  readonly series: readonly ChartSeries[];
  readonly summary: string;
}) {
  const ticks = useMemo(
    () => monthTicks(weeks, weeks.length > 90 ? 3 : 2).map((on) => ({ at: dayAt(on), label: formatMonth(on) })),
    [weeks],
  );
  return (
    <TimeChart
      summary={summary}
      startAt={dayAt(weeks[0]!)}
      stepMinutes={WEEK_MINUTES}
      series={series}
      ticks={ticks}
      formatAt={(at) => formatDateWithYear(onOf(at))}
      formatValue={(value) => formatNumber(value)}
      height={HEIGHT}
    />
  );
}
