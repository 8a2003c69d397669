import type { Preference } from '../roster/index.js';
import type { ShiftFacts } from './shift-facts.js';

const DAY_MINUTES = 1440;

/**
 * Whether a shift goes against the wish; `from` and `until` are inside the window. A wish for work is never against a
 * shift: it is missed by a day without it, see {@link isMissedBy}.
 */
export function isAgainst(
  wish: Preference,
  shift: Pick<ShiftFacts, 'on' | 'startMinute' | 'endMinute' | 'templateId'>,
): boolean {
  if (wish.on !== undefined && wish.on !== shift.on) return false;
  if (wish.kind === 'day-off') return true;
  if (wish.kind === 'template-off') return wish.templateId === undefined || wish.templateId === shift.templateId;
  if (wish.kind === 'start-between') return !startsInside(wish, shift.startMinute);
  if (wish.kind === 'end-between')
    return shift.endMinute < (wish.fromMinute ?? 0) || shift.endMinute > (wish.untilMinute ?? Number.POSITIVE_INFINITY);
  return false;
}

const WEEK = 7;

/**
 * Days off that stand alone in their planning week: no shift starts on them, but on the day before and the day after. Days
 * are of the horizon, from 0; before the first of them counts what was worked. Of a day at the edge of a later week, whose
 * other side belongs to another week, nothing is said.
 */
export function loneDaysOff(days: number, isWorked: (day: number) => boolean): number {
  let alone = 0;
  for (let day = 0; day < days; day++) {
    const atEdge = day % WEEK === WEEK - 1 || (day > 0 && day % WEEK === 0);
    if (!atEdge && isWorked(day - 1) && !isWorked(day) && isWorked(day + 1)) alone++;
  }
  return alone;
}

/** A window past midnight (22:00 to 25:00) also holds the early minutes of the next day. */
function startsInside({ fromMinute = 0, untilMinute = DAY_MINUTES }: Preference, minute: number): boolean {
  const inside = (at: number) => at >= fromMinute && at <= untilMinute;
  return inside(minute) || inside(minute + DAY_MINUTES);
}

/** Whether a day with exactly these shifts leaves a wish for work unmet. */
export function isMissedBy(
  wish: Preference,
  on: string,
  shifts: readonly { readonly templateId?: string | undefined }[],
): boolean {
  if (wish.on !== on) return false;
  if (wish.kind === 'day-on') return shifts.length === 0;
  if (wish.kind !== 'template-on') return false;
  return !shifts.some((shift) => wish.templateId === undefined || wish.templateId === shift.templateId);
}
