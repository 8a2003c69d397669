import type { GridCalendar } from '../staffing/index.js';
import type { CostTerms, Penalty } from './cost-terms.js';

/** A queue's service level against its goal, one value an interval; NaN = none. */
export interface JudgedQueue {
  readonly queueId: string;
  /** NaN = the queue has no service level goal, and nothing is missed. */
  readonly goalFraction: number;
  readonly contacts: Float64Array;
  readonly serviceLevel: Float64Array;
}

/** Of the slack that comparisons with a target have everywhere. */
const TOLERANCE = 1e-9;

function amountOf(penalty: Penalty, level: number, goal: number): number {
  if (!(level < goal * (1 - TOLERANCE))) return 0;
  return penalty.kind === 'flat' ? penalty.amount : penalty.amount * (goal - level) * 100;
}

/** Stretches over which a penalty is judged, as intervals from one to before the other. */
function stretchesOf(penalty: Penalty, { days, dayOf }: GridCalendar): readonly { from: number; until: number }[] {
  if (penalty.per === 'day') return days;
  if (penalty.per === 'interval') return Array.from(dayOf, (_, from) => ({ from, until: from + 1 }));
  const months: { month: string; from: number; until: number }[] = [];
  for (const { fromOn, from, until } of days) {
    const month = fromOn.slice(0, 7);
    const last = months.at(-1);
    if (last?.month === month) last.until = until;
    else months.push({ month, from, until });
  }
  return months;
}

/**
 * Penalties of a queue by local day: the contact-weighted service level of each stretch against the goal. What a stretch
 * of several days costs is shared among them by contacts. Intervals without contacts or figure are not judged.
 */
export function penaltiesByDay(
  { penalties }: Pick<CostTerms, 'penalties'>,
  { queueId, goalFraction, contacts, serviceLevel }: JudgedQueue,
  calendar: GridCalendar,
): Float64Array {
  const byDay = new Float64Array(calendar.days.length);
  if (Number.isNaN(goalFraction)) return byDay;
  for (const penalty of penalties) {
    if (penalty.queueId !== undefined && penalty.queueId !== queueId) continue;
    for (const { from, until } of stretchesOf(penalty, calendar)) {
      let [met, count] = [0, 0];
      for (let index = from; index < until; index += 1) {
        if (!(contacts[index]! > 0) || Number.isNaN(serviceLevel[index]!)) continue;
        met += contacts[index]! * serviceLevel[index]!;
        count += contacts[index]!;
      }
      const amount = count > 0 ? amountOf(penalty, met / count, goalFraction) : 0;
      if (amount === 0) continue;
      for (let index = from; index < until; index += 1)
        if (contacts[index]! > 0 && !Number.isNaN(serviceLevel[index]!))
          byDay[calendar.dayOf[index]!]! += (amount * contacts[index]!) / count;
    }
  }
  return byDay;
}
