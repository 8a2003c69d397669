import { atLeast, atMost } from '../../staffing/rounding.js';
import { DEFAULT_VARIANT } from '../../staffing/service-goal.js';
import type { ServiceGoal, ServiceLevelVariant } from '../../staffing/staffing-model.js';
import { CONTACT_FIELDS as F } from '../engine/tallies.js';

/** Counts of one span in one replication: a row of the tallies and the time of the agents with the skill. */
export interface SpanCounts {
  readonly row: Float64Array;
  readonly at: number;
  readonly busySeconds: number;
  readonly workingSeconds: number;
}

/** Contacts over contacts of each service-level variant: the SL3, SL1, SL2, SL4 and SL5 of the method page. */
export function serviceLevelParts(variant: ServiceLevelVariant, row: Float64Array, at: number): [number, number] {
  const within = row[at + F.answeredWithin]!;
  const leftWithin = row[at + F.abandonedWithin]!;
  const offered = row[at + F.offered]!;
  switch (variant) {
    case 'answered-of-offered':
      return [within, offered];
    case 'answered-or-abandoned-of-offered':
      return [within + leftWithin, offered];
    case 'answered-of-answered':
      return [within, row[at + F.answered]!];
    case 'answered-of-offered-less-short-abandons':
      return [within, offered - leftWithin];
    case 'answered-or-abandoned-in-5s-of-offered':
      return [within + row[at + F.abandonedWithin5Seconds]!, offered];
  }
}

/** Judges spans by the goals a simulation can see; null when there is none. Empty shares (0/0) meet them. */
export function spanJudge(goal: ServiceGoal | undefined): ((counts: SpanCounts) => boolean) | null {
  if (!goal) return null;
  const { serviceLevelFraction, serviceLevelVariant = DEFAULT_VARIANT, asaSeconds } = goal;
  const { maxAbandonmentFraction, maxBlockingFraction, maxOccupancyFraction } = goal;
  const all = [serviceLevelFraction, asaSeconds, maxAbandonmentFraction, maxBlockingFraction, maxOccupancyFraction];
  if (all.every((target) => target === undefined)) return null;
  const below = (x: number, y: number, limit: number | undefined) =>
    limit === undefined || y === 0 || atMost(x / y, limit);
  return ({ row, at, busySeconds, workingSeconds }) => {
    const offered = row[at + F.offered]!;
    const [good, of] = serviceLevelParts(serviceLevelVariant, row, at);
    return (
      (serviceLevelFraction === undefined || of === 0 || atLeast(good / of, serviceLevelFraction)) &&
      below(row[at + F.answeredWaitSeconds]!, row[at + F.answered]!, asaSeconds) &&
      below(row[at + F.abandoned]!, offered, maxAbandonmentFraction) &&
      below(row[at + F.blocked]!, offered, maxBlockingFraction) &&
      below(busySeconds, workingSeconds, maxOccupancyFraction)
    );
  };
}
