import type { ScenarioAnswer, ScenarioBase } from '@yotei/scheduling/scenarios';
import { addDays, dayStarts, intervalStart, startOfLocalDay, weekdayOf } from '@yotei/time';
import { memo, useMemo } from 'react';
import { formatNumber } from '../../../app/format/format-number.js';
import { formatDate, formatDateTime } from '../../../app/format/format-time.js';
import { t } from '../../../app/i18n/t.js';
import { TimeChart, type ChartSeries, type ChartTick } from '../../../ui/time-chart.js';
import { datesOf } from '../changes/asked-often.js';
import { seriesOf } from './answer-series.model.js';
import { dayPeaks, MOST_DAYS_BY_INTERVAL } from './day-peaks.js';
import type { Drill } from './figures.model.js';

const DAYS_WITH_TICKS = 16;

/** Midnights; on long stretches Mondays. */
export function dayTicks(base: ScenarioBase): readonly ChartTick[] {
  const dates = datesOf(base);
  return dates
    .filter((on) => dates.length <= DAYS_WITH_TICKS || weekdayOf(on) === 1)
    .map((on) => ({ at: startOfLocalDay(on, base.zone), label: formatDate(on) }));
}

export interface AnswerChartProps {
  readonly base: ScenarioBase;
  readonly before: ScenarioAnswer;
  readonly after: ScenarioAnswer;
  readonly drill: Drill;
}

/** First and last interval of the stretch looked at. */
function stretchOf({ grid, zone }: ScenarioBase, day: string | undefined): readonly [number, number] {
  if (day === undefined) return [0, grid.count];
  const indexOf = (at: number) =>
    Math.max(0, Math.min(grid.count, Math.round((at - intervalStart(grid, 0)) / (grid.stepMinutes * 60_000))));
  return [indexOf(startOfLocalDay(day, zone)), indexOf(startOfLocalDay(addDays(day, 1), zone))];
}

const known = (values: Float64Array): (number | null)[] =>
  Array.from(values, (value) => (Number.isNaN(value) ? null : value));

/** Long stretches are drawn by each day's peak. */
export const byDays = (base: ScenarioBase, { day }: Drill): boolean =>
  day === undefined && datesOf(base).length > MOST_DAYS_BY_INTERVAL;

/** Agents to roster over time, the base beside the scenario, and those who work where there is a roster. */
export const AnswerChart = memo(function AnswerChart({ base, before, after, drill }: AnswerChartProps) {
  const [from, until] = stretchOf(base, drill.day);
  const days = useMemo(() => (byDays(base, drill) ? dayStarts(base.grid, base.zone) : null), [base, drill]);
  const series = useMemo(() => {
    const line = (answer: ScenarioAnswer, name: 'agentsToRoster' | 'workingAgents') => {
      const values = seriesOf(answer, name, drill.queueId);
      return known((days ? dayPeaks(values, days) : values).subarray(from, until));
    };
    const lines: ChartSeries[] = [
      {
        label: t('scenarios.lineBase'),
        values: line(before, 'agentsToRoster'),
        colour: '--text-3',
        dashed: true,
        width: 1.5,
      },
      { label: t('scenarios.lineScenario'), values: line(after, 'agentsToRoster'), colour: '--accent', width: 2 },
    ];
    if (after.queues.some(({ hasRoster }) => hasRoster))
      lines.push({ label: t('scenarios.lineWorking'), values: line(after, 'workingAgents'), colour: '--good' });
    return lines;
  }, [before, after, drill.queueId, from, until, days]);
  const ticks = useMemo(() => dayTicks(base), [base]);
  const most = (at: number) => Math.max(0, ...(series[at]?.values ?? []).map((value) => value ?? 0));
  return (
    <TimeChart
      summary={t('scenarios.chartSummary', { base: formatNumber(most(0), 1), scenario: formatNumber(most(1), 1) })}
      startAt={intervalStart(base.grid, from)}
      stepMinutes={base.grid.stepMinutes}
      series={series}
      ticks={ticks}
      formatAt={(at) => formatDateTime(at, base.zone)}
      formatValue={(value) => formatNumber(value, 1)}
      height={240}
    />
  );
});
