import {
  evaluateCapacity,
  type CapacityColumn,
  type CapacityGroup,
  type CapacityPlan,
  type CapacityWeek,
} from '@yotei/scheduling/capacity';
import { useMemo } from 'react';
import { formatNumber } from '../../app/format/format-number.js';
import { formatDateWithYear, formatMonth } from '../../app/format/format-time.js';
import { local, t } from '../../app/i18n/t.js';
import { TimeChart, type ChartSeries } from '../../ui/time-chart.js';
import { ClassLane } from './class-lane.js';
import { weekOn } from './plan-edits.js';

const WEEK_MINUTES = 7 * 24 * 60;
const dayAt = (on: string): number => Date.parse(`${on}T00:00:00Z`);

/** First weeks of every second month, so that names have room. */
function ticksOf(plan: CapacityPlan) {
  const every = plan.weeks > 60 ? 3 : 1;
  const ticks: { at: number; label: string }[] = [];
  let last = '';
  for (let week = 0; week < plan.weeks; week += 1) {
    const on = weekOn(plan, week);
    const month = on.slice(0, 7);
    if (month === last) continue;
    last = month;
    if (Number(on.slice(5, 7)) % every === 1 % every) ticks.push({ at: dayAt(on), label: formatMonth(on) });
  }
  return ticks;
}

function figuresOf(plan: CapacityPlan, group: CapacityGroup) {
  const alone = { ...plan, groups: [group], crossTraining: [], moves: [] };
  const required = (planFor: number): number[] =>
    evaluateCapacity({ ...alone, risk: { ...plan.risk, planFor } }).groups[0]!.map(({ requiredFte }) => requiredFte);
  const index = plan.groups.indexOf(group);
  const weeks = evaluateCapacity(plan).groups[index]!;
  return { weeks, low: required(0.1), high: required(0.9) };
}

function seriesOf(
  weeks: readonly CapacityWeek[],
  low: readonly number[],
  high: readonly number[],
): readonly ChartSeries[] {
  const of = (column: CapacityColumn): number[] => weeks.map((week) => week[column]);
  return [
    { label: 'P90', values: high, colour: '--prefer', band: 'high' },
    { label: 'P10', values: low, colour: '--prefer', band: 'low' },
    { label: t('capacity.required'), values: of('requiredFte'), colour: '--prefer', width: 2 },
    { label: t('capacity.available'), values: of('availableFte'), colour: '--text-3', dashed: true },
    { label: t('capacity.effective'), values: of('effectiveFte'), colour: '--accent', width: 2 },
  ];
}

/** Required people with the band of the forecast, and those who are there; below them the classes, to be moved by hand. */
export function PlanChart({
  plan,
  group,
  onPlan,
}: {
  readonly plan: CapacityPlan;
  readonly group: CapacityGroup;
  readonly onPlan: ((plan: CapacityPlan) => void) | undefined;
}) {
  const { weeks, low, high } = useMemo(() => figuresOf(plan, group), [plan, group]);
  const series = useMemo(() => seriesOf(weeks, low, high), [weeks, low, high]);
  const ticks = useMemo(() => ticksOf(plan), [plan.firstOn, plan.weeks]);
  const worst = weeks.reduce((at, week, index) => (week.gapFte < weeks[at]!.gapFte ? index : at), 0);
  const summary = t('capacity.chartSummary', {
    group: local(group.title),
    required: formatNumber(weeks[0]!.requiredFte, 1),
    effective: formatNumber(weeks[0]!.effectiveFte, 1),
    worst: formatNumber(weeks[worst]!.gapFte, 1),
    on: formatDateWithYear(weekOn(plan, worst)),
  });
  return (
    <section aria-label={t('capacity.part_chart')}>
      <p className="y-quiet">{summary}</p>
      <TimeChart
        summary={summary}
        startAt={dayAt(plan.firstOn)}
        stepMinutes={WEEK_MINUTES}
        series={series}
        ticks={ticks}
        formatAt={(at) => formatDateWithYear(new Date(at).toISOString().slice(0, 10))}
        formatValue={(value) => formatNumber(value, 1)}
        height={300}
      />
      <ClassLane plan={plan} group={group} onPlan={onPlan} />
    </section>
  );
}
