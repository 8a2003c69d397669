import { normalQuantile } from '../staffing/uncertainty/normal.js';
import type { CapacityGroup, WeeklyRequirement } from './capacity-plan.js';

/**
 * Hours on contacts that the goal asks for in a week with so many hours of handling: the square-root law, summed over a
 * week of one shape (docs/methods/capacity.md). 0 for a week without handling.
 */
export function requiredHours(
  workloadHours: number,
  { rootHours, baseHours, maxOccupancyFraction }: WeeklyRequirement,
): number {
  if (workloadHours <= 0) return 0;
  return Math.max(
    workloadHours + rootHours * Math.sqrt(workloadHours) + baseHours,
    workloadHours / maxOccupancyFraction,
  );
}

/** A week whose requirement is known interval by interval. */
export interface KnownWeek {
  readonly workloadHours: number;
  readonly requiredHours: number;
}

/** What of {@link WeeklyRequirement} is learned; the occupancy is a limit that is set. */
export type RequirementLaw = Pick<WeeklyRequirement, 'rootHours' | 'baseHours'>;

/**
 * The law of a queue from weeks of one shape and of different loads: least squares of `R - W` on √W and 1, the base not
 * below 0. One week alone gives `rootHours` only; weeks without handling or without an answer are passed over.
 */
export function requirementLawOf(weeks: readonly KnownWeek[]): RequirementLaw {
  const known = weeks.filter((week) => week.workloadHours > 0 && Number.isFinite(week.requiredHours));
  let [n, root, load, above, cross] = [0, 0, 0, 0, 0];
  for (const week of known) {
    const more = week.requiredHours - week.workloadHours;
    n += 1;
    root += Math.sqrt(week.workloadHours);
    load += week.workloadHours;
    above += more;
    cross += more * Math.sqrt(week.workloadHours);
  }
  if (n === 0) return { rootHours: 0, baseHours: 0 };
  const spread = n * load - root * root;
  const slope = spread > 1e-9 * n * load ? (n * cross - root * above) / spread : Number.NaN;
  const base = (above - slope * root) / n;
  return base >= 0 ? { rootHours: slope, baseHours: base } : { rootHours: cross / load, baseHours: 0 };
}

/** The law of one group that serves several queues apart: their hours beyond the handling add up. */
export function lawTogether(queues: readonly (RequirementLaw & { readonly workloadHours: number })[]): RequirementLaw {
  const workload = queues.reduce((sum, queue) => sum + queue.workloadHours, 0);
  const above = queues.reduce((sum, queue) => sum + queue.rootHours * Math.sqrt(queue.workloadHours), 0);
  return {
    rootHours: workload > 0 ? above / Math.sqrt(workload) : 0,
    baseHours: queues.reduce((sum, { baseHours }) => sum + baseHours, 0),
  };
}

/** Hours of handling by week at a quantile of the forecast (0.5 = its point), lognormal around it. */
export function workloadAt(group: CapacityGroup, quantile: number): number[] {
  const z = quantile === 0.5 ? 0 : normalQuantile(quantile);
  return group.contacts.map(
    (contacts, week) => ((contacts * group.handleSeconds[week]!) / 3600) * Math.exp(z * group.spreadFraction[week]!),
  );
}

/** Spread of a lognormal whose 10th and 90th percentiles these are; 0 where they are not known. */
export function spreadOfBand(p10: number, p90: number): number {
  return p10 > 0 && p90 >= p10 ? Math.log(p90 / p10) / (2 * normalQuantile(0.9)) : 0;
}

/** Share of the paid time not on contacts. */
export const shrinkageAt = (group: CapacityGroup, week: number): number =>
  1 - (1 - group.inOfficeShrinkage[week]!) * (1 - group.outOfOfficeShrinkage[week]!);
