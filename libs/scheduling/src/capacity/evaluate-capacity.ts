import type { CapacityGroup, CapacityPlan } from './capacity-plan.js';
import { headcountOf, type Headcount } from './headcount.js';
import { coverWeek, type WeekCover, type WeekNeed } from './weekly-cover.js';
import { requiredHours, shrinkageAt, workloadAt } from './weekly-requirement.js';

/** What one group comes to in one week. Hours are on contacts unless said otherwise; shares 0..1; money in the plan's currency. */
export interface CapacityWeek {
  readonly contacts: number;
  /** Handling at the quantile planned for. */
  readonly workloadHours: number;
  readonly requiredHours: number;
  /** The same as people of full time: those on contacts, and with shrinkage those to be paid. */
  readonly requiredFteNet: number;
  readonly requiredFte: number;
  readonly heads: number;
  readonly inTraining: number;
  readonly joined: number;
  readonly left: number;
  /** Past training; and counted by speed, without the trainers' time. */
  readonly availableFte: number;
  readonly effectiveFte: number;
  /** Effective minus required, before any measure of the week; and as a share of the required. */
  readonly gapFte: number;
  readonly gapFraction: number;
  readonly supplyHours: number;
  readonly overtimeHours: number;
  readonly timeOffHours: number;
  readonly outsourcedHours: number;
  readonly shortHours: number;
  /** Of the paid time of those on contacts. */
  readonly overtimeFraction: number;
  readonly timeOffFraction: number;
  /** Of the required hours. */
  readonly outsourcedFraction: number;
  readonly shortFraction: number;
  /** Share of the time on contacts spent handling, ours and others' together. */
  readonly occupancyFraction: number;
  readonly wages: number;
  readonly overtimeCost: number;
  /** What voluntary time off saves, ≥ 0. */
  readonly timeOffSaved: number;
  readonly outsourcedCost: number;
  readonly hiringCost: number;
  readonly trainingCost: number;
  /** Money paid: all of the above. */
  readonly cost: number;
  /** What the missing hours are held to cost; not money. */
  readonly shortPenalty: number;
}

export type CapacityColumn = keyof CapacityWeek;

export interface CapacityAnswer {
  /** By group in the plan's order, then by week. */
  readonly groups: readonly (readonly CapacityWeek[])[];
  readonly cost: number;
  readonly shortPenalty: number;
  readonly shortHours: number;
}

/** Hours on contacts that own people give in normal time. */
export function supplyHoursOf(group: CapacityGroup, count: Headcount, week: number): number {
  return count.effective[week]! * group.paidHours * (1 - shrinkageAt(group, week)) - count.trainerHours[week]!;
}

/** What the week needs and may use; limits follow the people on contacts. */
export function needOf(group: CapacityGroup, count: Headcount, of: { week: number; requiredHours: number }): WeekNeed {
  const { week } = of;
  const present = 1 - group.inOfficeShrinkage[week]!;
  const paid = Math.max(0, count.onContacts[week]!) * group.paidHours * present;
  const { prices } = group;
  return {
    requiredHours: of.requiredHours,
    supplyHours: supplyHoursOf(group, count, week),
    overtimeMax: group.overtimeMax[week]! * paid,
    timeOffMax: group.timeOffMax[week]! * paid,
    outsourcedMin: group.outsourcedMin[week]! * of.requiredHours,
    outsourcedMax: group.outsourcedMax[week]! * of.requiredHours,
    overtimePrice: prices.overtimePerHour / present,
    timeOffPrice: prices.timeOffSavedPerHour / present,
    outsourcedPrice: prices.outsourcedPerHour,
    shortPrice: prices.shortPerHour,
  };
}

const share = (part: number, whole: number): number => (whole > 0 ? part / whole : 0);

function costsOf(group: CapacityGroup, count: Headcount, of: { week: number; cover: WeekCover; need: WeekNeed }) {
  const { week, cover, need } = of;
  const parts = {
    wages: count.heads[week]! * group.paidHours * group.prices.perHour,
    overtimeCost: cover.overtime * need.overtimePrice,
    timeOffSaved: cover.timeOff * need.timeOffPrice,
    outsourcedCost: cover.outsourced * need.outsourcedPrice,
    hiringCost: count.hiringCost[week]!,
    trainingCost: count.trainingCost[week]!,
  };
  const { wages, overtimeCost, timeOffSaved, outsourcedCost, hiringCost, trainingCost } = parts;
  return {
    ...parts,
    cost: wages + overtimeCost - timeOffSaved + outsourcedCost + hiringCost + trainingCost,
    shortPenalty: cover.short * need.shortPrice,
  };
}

function weekOf(
  group: CapacityGroup,
  count: Headcount,
  of: { week: number; workloadHours: number; fullTimeHours: number },
): CapacityWeek {
  const { week, workloadHours, fullTimeHours } = of;
  const required = requiredHours(workloadHours, group.requirement);
  const need = needOf(group, count, { week, requiredHours: required });
  const cover = coverWeek(need);
  const notLost = 1 - shrinkageAt(group, week);
  const present = 1 - group.inOfficeShrinkage[week]!;
  const paidOnContacts = count.onContacts[week]! * group.paidHours;
  const given = need.supplyHours + cover.overtime + cover.outsourced - cover.timeOff;
  const requiredFte = required / notLost / fullTimeHours;
  const effectiveFte = need.supplyHours / notLost / fullTimeHours;
  return {
    contacts: group.contacts[week]!,
    workloadHours,
    requiredHours: required,
    requiredFteNet: required / fullTimeHours,
    requiredFte,
    heads: count.heads[week]!,
    inTraining: count.inTraining[week]!,
    joined: count.joined[week]!,
    left: count.left[week]! + count.gone[week]!,
    availableFte: paidOnContacts / fullTimeHours,
    effectiveFte,
    gapFte: effectiveFte - requiredFte,
    gapFraction: share(effectiveFte - requiredFte, requiredFte),
    supplyHours: need.supplyHours,
    overtimeHours: cover.overtime,
    timeOffHours: cover.timeOff,
    outsourcedHours: cover.outsourced,
    shortHours: cover.short,
    overtimeFraction: share(cover.overtime / present, paidOnContacts),
    timeOffFraction: share(cover.timeOff / present, paidOnContacts),
    outsourcedFraction: share(cover.outsourced, required),
    shortFraction: share(cover.short, required),
    occupancyFraction: workloadHours > 0 ? Math.min(1, share(workloadHours, given) || 1) : 0,
    ...costsOf(group, count, { week, cover, need }),
  };
}

/**
 * Every group and week of the plan: what is required, who is there, what the cheapest overtime, time off and outsourcing
 * of each week make of the gap, and what it costs. Expected people, so fractions of them. Throws nothing for a plan
 * without {@link capacityFaults}.
 */
export function evaluateCapacity(plan: CapacityPlan): CapacityAnswer {
  const counts = headcountOf(plan);
  const groups = plan.groups.map((group, index) =>
    workloadAt(group, plan.risk.planFor).map((workloadHours, week) =>
      weekOf(group, counts[index]!, { week, workloadHours, fullTimeHours: plan.fullTimeHours }),
    ),
  );
  const sum = (column: CapacityColumn): number => {
    let total = 0;
    for (const weeks of groups) for (const week of weeks) total += week[column];
    return total;
  };
  return { groups, cost: sum('cost'), shortPenalty: sum('shortPenalty'), shortHours: sum('shortHours') };
}
