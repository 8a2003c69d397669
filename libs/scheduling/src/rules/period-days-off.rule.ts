import type { RuleParameters } from '../roster/index.js';
import { absenceDays } from './absence-days.js';
import { breachOf, dayOf, firstDayOf, judged, periodDaysOf, plannedPeriods, valueOf } from './rule-parts.js';
import type { AgentView, Breach, DayTracker, RuleParameterSpec, WorkRule } from './work-rule.js';

/** Days of a year of 53 weeks. */
const MOST_DAYS = 371;

const minDaysOff: RuleParameterSpec = {
  key: 'minDaysOff',
  title: 'Least days off in a period',
  unit: 'days',
  min: 0,
  max: MOST_DAYS,
  default: 0,
};

const maxDaysOff: RuleParameterSpec = {
  key: 'maxDaysOff',
  title: 'Most days off in a period',
  unit: 'days',
  min: 0,
  max: MOST_DAYS,
  default: MOST_DAYS,
};

const periodWeeks: RuleParameterSpec = {
  key: 'periodWeeks',
  title: 'Weeks of a period; 0: the whole horizon',
  unit: 'count',
  min: 0,
  max: 53,
  default: 0,
};

/** Days off a period of planning weeks may have; `days` are its days. */
function rangeOf(
  view: AgentView,
  p: RuleParameters,
  { firstWeek, untilWeek }: { readonly firstWeek: number; readonly untilWeek: number },
): { readonly days: number; readonly least: number; readonly most: number } {
  const weeks = valueOf(periodWeeks, p);
  const [from, until] = [firstDayOf(view) + firstWeek * 7, firstDayOf(view) + untilWeek * 7];
  const away = [...absenceDays(view)].filter((day) => day >= from && day < until).length;
  const isCut = weeks > 0 && untilWeek - firstWeek < weeks;
  return { days: until - from, least: isCut ? 0 : valueOf(minDaysOff, p), most: valueOf(maxDaysOff, p) + away };
}

/** Counts the days worked: what is left of a period are its days off. */
function workedTracker(view: AgentView, p: RuleParameters): DayTracker {
  const { days, count } = periodDaysOf(view, valueOf(periodWeeks, p));
  const weeks = view.weekStartsAt.length - 1;
  return {
    initial: 0,
    step: () => 0,
    amount: {
      periodDays: days,
      ranges: Array.from({ length: count }, (_, period) => {
        const firstWeek = (period * days) / 7;
        const range = rangeOf(view, p, { firstWeek, untilWeek: Math.min(weeks, firstWeek + days / 7) });
        return { min: Math.max(0, range.days - range.most), max: range.days - range.least };
      }),
      of: (_state, symbol) => Number(symbol >= 0),
    },
  };
}

/**
 * Days off of a period between two ends. Each day that an absence touches allows one day off more, so that leave does not
 * turn into work on other days. A last period cut short by the horizon is held to the most only.
 */
export const periodDaysOff: WorkRule = {
  id: 'period-days-off',
  title: { en: 'Days off in a period', ja: '期間の休日数' },
  message: {
    en: '{daysOff} days off in the period; the rule asks for {minDaysOff} to {maxDaysOff}',
    ja: '期間内の休日は{daysOff}日です。規定は{minDaysOff}日〜{maxDaysOff}日です',
  },
  source: 'contract; as in Genesys work plans (days off of a planning period)',
  amountUnit: 'days',
  parameters: [minDaysOff, maxDaysOff, periodWeeks],
  defaultLevel: 'must',
  lookBackDays: () => 0,
  evaluate: (view, p, level) => {
    const toBreach = breachOf(periodDaysOff, view, level);
    const breaches: Breach[] = [];
    for (const { span, shifts, ...period } of plannedPeriods(view, valueOf(periodWeeks, p))) {
      const { days, least, most } = rangeOf(view, p, period);
      const daysOff = days - new Set(shifts.map((shift) => dayOf(view, shift))).size;
      const amount = Math.max(least - daysOff, daysOff - most);
      const values = { daysOff, minDaysOff: least, maxDaysOff: most };
      if (amount > 0) breaches.push(toBreach({ at: span.startAt, span, amount, values }));
    }
    return judged(breaches);
  },
  tour: { kind: 'tracked', tracker: workedTracker },
  optIn: true,
};
