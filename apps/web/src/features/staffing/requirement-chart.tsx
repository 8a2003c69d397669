import { useMemo } from 'react';
import { formatNumber } from '../../app/format/format-number.js';
import { formatTime } from '../../app/format/format-time.js';
import { local, t } from '../../app/i18n/t.js';
import { TimeChart, type ChartToken } from '../../ui/time-chart.js';
import type { HeatDay } from './requirement.model.js';

const COLOURS: readonly ChartToken[] = ['--accent', '--good', '--prefer', '--must', '--text-3'];

/** Agents to roster over the day: all queues together, and each. */
export function RequirementChart({ day, zone }: { readonly day: HeatDay; readonly zone: string }) {
  const series = useMemo(
    () => [
      { label: t('staffing.allQueues'), values: day.totals, colour: '--text-1' as const, width: 2 },
      ...day.rows.map(({ queue, cells }, index) => ({
        label: local(queue.name),
        values: cells.map(({ agentsToRoster }) => agentsToRoster),
        colour: COLOURS[index % COLOURS.length]!,
        dashed: index >= COLOURS.length,
      })),
    ],
    [day],
  );
  const ticks = useMemo(
    () => day.starts.map((at) => ({ at, label: formatTime(at, zone) })).filter(({ label }) => label.endsWith(':00')),
    [day, zone],
  );
  return (
    <TimeChart
      summary={t('staffing.chartSummary', { peak: formatNumber(Math.max(0, ...day.totals)) })}
      startAt={day.starts[0] ?? 0}
      stepMinutes={day.stepMinutes}
      series={series}
      ticks={ticks}
      formatAt={(at) => formatTime(at, zone)}
      formatValue={(value) => formatNumber(value)}
    />
  );
}
