import type { CapacityColumn, CapacityGroup, CapacityPlan, CapacityWeek } from '@yotei/scheduling/capacity';
import { formatNumber, formatPercent } from '../../app/format/format-number.js';
import { tIfKnown } from '../../app/i18n/t.js';

/** How a result of a week came about, with its numbers. */
export function reasonOf(of: {
  readonly plan: CapacityPlan;
  readonly group: CapacityGroup;
  readonly column: CapacityColumn;
  readonly week: CapacityWeek;
  readonly at: number;
}): string {
  const { plan, group, column, week, at } = of;
  const hours = (value: number): string => formatNumber(value, 1);
  const values = {
    contacts: hours(group.contacts[at]!),
    seconds: hours(group.handleSeconds[at]!),
    quantile: formatPercent(plan.risk.planFor, 0),
    workload: hours(week.workloadHours),
    root: formatNumber(group.requirement.rootHours, 2),
    base: hours(group.requirement.baseHours),
    occupancyLimit: formatPercent(group.requirement.maxOccupancyFraction, 0),
    required: hours(week.requiredHours),
    fullTime: hours(plan.fullTimeHours),
    inOffice: formatPercent(group.inOfficeShrinkage[at]!, 1),
    away: formatPercent(group.outOfOfficeShrinkage[at]!, 1),
    requiredFte: hours(week.requiredFte),
    effectiveFte: hours(week.effectiveFte),
    supply: hours(week.supplyHours),
    heads: hours(week.heads),
    training: hours(week.inTraining),
    overtime: hours(week.overtimeHours),
    timeOff: hours(week.timeOffHours),
    outsourced: hours(week.outsourcedHours),
    short: hours(week.shortHours),
    wages: hours(week.wages),
    overtimeCost: hours(week.overtimeCost),
    saved: hours(week.timeOffSaved),
    outsourcedCost: hours(week.outsourcedCost),
    hiring: hours(week.hiringCost),
    trainingCost: hours(week.trainingCost),
    cost: hours(week.cost),
    gap: hours(week.gapFte),
    occupancy: formatPercent(week.occupancyFraction, 1),
  };
  return tIfKnown(`capacity.why_${column}`, values, tIfKnown('capacity.why_other', values, ''));
}
