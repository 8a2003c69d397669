import { DAY_MILLIS, HOUR_MILLIS, type Instant, type Interval } from '@yotei/time';
import type { ActivityType, Shift, StabilitySettings } from '../roster/index.js';
import type { ContactCost } from './contact-cost.js';

/** Weights of a change by the notice people have: from 14 days 1, from 7 days 2, from 2 days 3, else 5 (domain.md, W9). */
const NOTICE: readonly { readonly days: number; readonly weight: number }[] = [
  { days: 14, weight: 1 },
  { days: 7, weight: 2 },
  { days: 2, weight: 3 },
];
const TOO_LATE = 5;

/** How much a change of a shift that starts then counts when it becomes known at `decidedAt`. */
export function latenessWeight(shiftStartAt: Instant, decidedAt: Instant | undefined): number {
  if (decidedAt === undefined) return 1;
  const noticeDays = (shiftStartAt - decidedAt) / DAY_MILLIS;
  return NOTICE.find(({ days }) => noticeDays >= days)?.weight ?? TOO_LATE;
}

const byStart = (a: Interval, b: Interval) => a.startAt - b.startAt;

/**
 * Cost of turning a day's shifts of the earlier roster into others: each shift more or less a changed day, each shift that
 * stays the hours by which its start and its end moved.
 */
export function dayChangeCost(
  before: readonly Interval[],
  after: readonly Interval[],
  settings: StabilitySettings,
  decidedAt: Instant | undefined,
): number {
  const old = [...before].sort(byStart);
  const now = [...after].sort(byStart);
  const shared = Math.min(old.length, now.length);
  let cost = 0;
  for (const { startAt } of [...old.slice(shared), ...now.slice(shared)])
    cost += settings.dayWeight * latenessWeight(startAt, decidedAt);
  for (let i = 0; i < shared; i++) {
    const moved = Math.abs(now[i]!.startAt - old[i]!.startAt) + Math.abs(now[i]!.endAt - old[i]!.endAt);
    cost += (moved / HOUR_MILLIS) * settings.movedHourWeight * latenessWeight(old[i]!.startAt, decidedAt);
  }
  return cost;
}

/** Breaks and other activities of the earlier shifts: contact work there means that a break moved. */
export function breakChangeCosts(
  before: readonly Shift[],
  activityTypes: ReadonlyMap<string, ActivityType>,
  settings: StabilitySettings,
  decidedAt: Instant | undefined,
): ContactCost[] {
  if (settings.breakQuarterWeight === 0) return [];
  return before.flatMap(({ startAt: shiftStartAt, activities }) =>
    activities
      .filter(({ activityTypeId }) => activityTypes.get(activityTypeId)?.contactWork === false)
      .map(({ startAt, endAt }) => ({
        part: 'stability' as const,
        startAt,
        endAt,
        perQuarter: settings.breakQuarterWeight * latenessWeight(shiftStartAt, decidedAt),
      })),
  );
}
