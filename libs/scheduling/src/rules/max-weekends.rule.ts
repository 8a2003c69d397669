import { dateOfEpochDay, weekdayOf } from '@yotei/time';
import type { RuleParameters } from '../roster/index.js';
import { breachOf, dayOf, firstDayOf, judged, periodDaysOf, plannedPeriods, valueOf } from './rule-parts.js';
import type { AgentView, Breach, DayTracker, RuleParameterSpec, WorkRule } from './work-rule.js';

const weekends: RuleParameterSpec = {
  key: 'weekends',
  title: 'Weekends worked',
  unit: 'count',
  min: 0,
  max: 53,
  default: 2,
};

const periodWeeks: RuleParameterSpec = {
  key: 'periodWeeks',
  title: 'Weeks of a period; 0: the whole horizon',
  unit: 'count',
  min: 0,
  max: 53,
  default: 0,
};

const SATURDAY = 6;
const SUNDAY = 7;

/** Remembers after a Saturday whether it was worked, so that its Sunday does not count again in the same period. */
function weekendTracker(view: AgentView, p: RuleParameters): DayTracker {
  const first = firstDayOf(view);
  const { days, untilDays } = periodDaysOf(view, valueOf(periodWeeks, p));
  const weekday = (day: number) => weekdayOf(dateOfEpochDay(first + day));
  return {
    initial: 0,
    step: (_state, symbol, day) => Number(symbol >= 0 && weekday(day) === SATURDAY && (day + 1) % days !== 0),
    amount: {
      untilDays,
      ranges: untilDays.map(() => ({ min: 0, max: valueOf(weekends, p) })),
      of: (state, symbol, day) =>
        Number(symbol >= 0 && (weekday(day) === SATURDAY || (weekday(day) === SUNDAY && state === 0))),
    },
  };
}

/** Saturdays and Sundays that belong together, at most so many worked in each period. Either day makes a weekend worked. */
export const maxWeekends: WorkRule = {
  id: 'max-weekends',
  title: { en: 'Weekends worked', ja: '週末勤務の回数' },
  message: {
    en: '{weekends} weekends worked in the period; the rule allows {limit}',
    ja: '期間内の週末勤務は{weekends}回です。上限は{limit}回です',
  },
  source: 'contract; as in Genesys work plans and the shift-scheduling instances of Curtois and Qu 2014',
  amountUnit: 'count',
  parameters: [weekends, periodWeeks],
  defaultLevel: 'must',
  lookBackDays: () => 0,
  evaluate: (view, p, level) => {
    const limit = valueOf(weekends, p);
    const toBreach = breachOf(maxWeekends, view, level);
    const breaches: Breach[] = [];
    for (const { span, shifts } of plannedPeriods(view, valueOf(periodWeeks, p))) {
      const bySaturday = new Map<number, number>();
      for (const shift of shifts) {
        const day = dayOf(view, shift);
        const weekday = weekdayOf(dateOfEpochDay(day));
        if (weekday < SATURDAY) continue;
        const saturday = weekday === SUNDAY ? day - 1 : day;
        if (!bySaturday.has(saturday)) bySaturday.set(saturday, shift.startAt);
      }
      const firstOver = [...bySaturday.values()][limit];
      if (firstOver === undefined) continue;
      const values = { weekends: bySaturday.size, limit };
      breaches.push(toBreach({ at: firstOver, span, amount: bySaturday.size - limit, values }));
    }
    return judged(breaches);
  },
  tour: { kind: 'tracked', tracker: weekendTracker },
  optIn: true,
};
