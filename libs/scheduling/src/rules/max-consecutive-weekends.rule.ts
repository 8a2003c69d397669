import { dateOfEpochDay, epochDay, localDateOf, startOfLocalDay, weekdayOf } from '@yotei/time';
import type { RuleParameters } from '../roster/index.js';
import { breachOf, firstDayOf, historyMissing, valueOf } from './rule-parts.js';
import type { AgentView, Breach, CannotJudge, DayTracker, RuleParameterSpec, WorkRule } from './work-rule.js';
import { isWorkKnownSince, workedShifts, type WorkedShift } from './worked-time.js';

const weekendsInRow: RuleParameterSpec = {
  key: 'weekendsInRow',
  title: 'Weekends worked in a row',
  unit: 'count',
  min: 1,
  max: 12,
  default: 2,
};

const SATURDAY = 6;
const SUNDAY = 7;
const WEEK = 7;

const weekdayOn = (day: number) => weekdayOf(dateOfEpochDay(day));

/** Shifts of each weekend worked, by the weekend's Saturday (an epoch day), ascending. */
function weekendsWorked(view: AgentView): Map<number, WorkedShift[]> {
  const weekends = new Map<number, WorkedShift[]>();
  for (const shift of workedShifts(view)) {
    const weekday = weekdayOn(shift.day);
    if (weekday < SATURDAY) continue;
    const saturday = weekday === SUNDAY ? shift.day - 1 : shift.day;
    weekends.set(saturday, [...(weekends.get(saturday) ?? []), shift]);
  }
  return weekends;
}

/**
 * State: twice the weekends worked in a row, plus one while the Saturday of the weekend at hand was worked. The weekend
 * itself is counted when its Sunday is over.
 */
function weekendTracker(view: AgentView, p: RuleParameters): DayTracker {
  const limit = valueOf(weekendsInRow, p);
  const first = firstDayOf(view);
  const worked = weekendsWorked(view);
  const startsOnSunday = weekdayOn(first) === SUNDAY;
  // The last weekend that was over before the horizon.
  const last = first - (startsOnSunday ? 1 + WEEK : weekdayOn(first) + 1);
  let row = 0;
  while (row < limit && worked.has(last - row * WEEK)) row++;
  const isSaturdayWorked = startsOnSunday && (worked.get(first - 1) ?? []).some(({ day }) => day === first - 1);
  return {
    initial: row * 2 + Number(isSaturdayWorked),
    step: (state, symbol, day) => {
      const weekday = weekdayOn(first + day);
      if (weekday < SATURDAY) return state;
      const [before, isWorked] = [state >> 1, symbol >= 0];
      if (isWorked && before >= limit) return -1;
      if (weekday === SATURDAY) return before * 2 + Number(isWorked);
      return isWorked || (state & 1) === 1 ? Math.min(limit, before + 1) * 2 : 0;
    },
  };
}

/** Rows of weekends that follow one another, as their Saturdays. */
function rowsOf(saturdays: readonly number[]): number[][] {
  const rows: number[][] = [];
  for (const saturday of saturdays) {
    const row = rows.at(-1);
    if (row?.at(-1) === saturday - WEEK) row.push(saturday);
    else rows.push([saturday]);
  }
  return rows;
}

/**
 * Weekends worked that follow one another, at most so many; Saturday and Sunday are one, and either makes it worked. One
 * breach for a row, counting the weekends with work of the horizon beyond the limit.
 */
export const maxConsecutiveWeekends: WorkRule = {
  id: 'max-consecutive-weekends',
  title: { en: 'Weekends worked in a row', ja: '連続する週末勤務の回数' },
  message: {
    en: '{runWeekends} weekends in a row with work; the rule allows {limit}',
    ja: '{runWeekends}週連続の週末勤務です。上限は{limit}週です',
  },
  source: 'contract; as in Genesys work plans (most weekends in a row)',
  amountUnit: 'count',
  parameters: [weekendsInRow],
  defaultLevel: 'must',
  lookBackDays: (p) => valueOf(weekendsInRow, p) * WEEK + 1,
  evaluate: (view, p, level) => {
    const limit = valueOf(weekendsInRow, p);
    const end = epochDay(localDateOf(view.horizon.endAt, view.agent.zone));
    const first = firstDayOf(view);
    const worked = weekendsWorked(view);
    const plannedOf = (saturday: number) => worked.get(saturday)!.find(({ day }) => day >= first && day < end);
    const startOf = (day: number) => startOfLocalDay(dateOfEpochDay(day), view.agent.zone);
    const toBreach = breachOf(maxConsecutiveWeekends, view, level);
    const breaches: Breach[] = [];
    const cannotJudge: CannotJudge[] = [];
    for (const row of rowsOf([...worked.keys()].filter((saturday) => saturday < end))) {
      const over = row.slice(limit).flatMap((saturday) => plannedOf(saturday) ?? []);
      const planned = row.find((saturday) => plannedOf(saturday));
      const isOpen = row[0]! - WEEK < first && !isWorkKnownSince(view, startOf(row[0]! - WEEK));
      if (over.length > 0) {
        const span = { startAt: startOf(row[0]!), endAt: startOf(row.at(-1)! + 2) };
        const values = { runWeekends: row.length, limit };
        breaches.push(toBreach({ at: over[0]!.startAt, span, amount: over.length, values }));
      } else if (planned !== undefined && isOpen)
        cannotJudge.push(historyMissing(maxConsecutiveWeekends, view, startOf(planned - limit * WEEK)));
    }
    return { breaches, cannotJudge };
  },
  tour: { kind: 'tracked', tracker: weekendTracker },
  optIn: true,
};
