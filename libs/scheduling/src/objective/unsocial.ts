import type { LocalDate } from '@yotei/time';
import type { UnsocialKind } from '../roster/index.js';
import type { ShiftFacts } from './shift-facts.js';

const NIGHT_MINUTES = 120;
const EARLY_BEFORE = 420;
const LATE_AFTER = 1260;
const SATURDAY = 6;

/** Kinds of unsocial work that the shift is, wishes left aside; see `UNSOCIAL_KINDS` for what each means. */
export function unsocialKindsOf(shift: ShiftFacts, holidays: ReadonlySet<LocalDate>): UnsocialKind[] {
  const kinds: UnsocialKind[] = [];
  if (shift.nightMinutes >= NIGHT_MINUTES) kinds.push('night');
  else {
    if (shift.startMinute < EARLY_BEFORE) kinds.push('early');
    if (shift.endMinute > LATE_AFTER) kinds.push('late');
  }
  if (shift.weekday >= SATURDAY) kinds.push('weekend');
  if (holidays.has(shift.on)) kinds.push('holiday');
  return kinds;
}
