import type { LocalDate, ZoneId } from '@yotei/time';
import { factsOf, unsocialKindsOf, WELLBEING_TERMS, type ShiftSpan } from '../objective/index.js';

/** What wears on a person and can be counted in the plan alone, in the order in which it is shown. */
export const PLAN_COUNTS = ['weekend', 'night', 'late', 'early', 'quick-return', 'backward-rotation'] as const;
export type PlanCount = (typeof PLAN_COUNTS)[number];

/** The shifts of one person and, of each kind, the local dates on which one of that kind began. */
export interface PlanCounts {
  readonly shiftCount: number;
  readonly dates: Readonly<Record<PlanCount, readonly LocalDate[]>>;
}

const isCount = (id: string): id is PlanCount => (PLAN_COUNTS as readonly string[]).includes(id);

/**
 * Counts the shifts of one person that wear: on a Saturday or Sunday, at night (two hours or more between 22:00 and
 * 05:00), late (ends after 21:00, no night), early (starts before 07:00, no night), after less than 11 hours of rest, and
 * with a start more than an hour earlier than on the day before. Days and times are those of `zone`; a shift belongs to
 * the date on which it starts. A follow-up is judged against the shift before it in the list, so one whose predecessor
 * lies outside the list does not count. Definitions: domain.md W5, W6, W7 and W12, as in the roster's objective.
 *
 * @param shifts of one person, in any order
 */
export function planCounts(shifts: readonly ShiftSpan[], zone: ZoneId): PlanCounts {
  const dates = Object.fromEntries(PLAN_COUNTS.map((count) => [count, [] as LocalDate[]])) as Record<
    PlanCount,
    LocalDate[]
  >;
  const facts = shifts.map((shift) => factsOf(shift, zone)).sort((a, b) => a.startAt - b.startAt);
  facts.forEach((shift, index) => {
    for (const kind of unsocialKindsOf(shift, new Set())) if (isCount(kind)) dates[kind].push(shift.on);
    const before = facts[index - 1];
    if (!before) return;
    for (const { id, nextStartFrom } of WELLBEING_TERMS)
      if (isCount(id) && nextStartFrom && shift.startAt < nextStartFrom(before, {})) dates[id].push(shift.on);
  });
  return { shiftCount: facts.length, dates };
}
