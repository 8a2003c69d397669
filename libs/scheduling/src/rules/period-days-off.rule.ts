import type { RuleParameters } from '../roster/index.js';
import { absenceDays } from './absence-days.js';
import {
  calendarMonths,
  countedPeriods,
  endsOf,
  isCut,
  lookBackOfPeriods,
  periodWeeks,
  spanOf,
  unknownPeriods,
  type CountedPeriod,
} from './counted-periods.js';
import { breachOf, valueOf } from './rule-parts.js';
import type { AgentView, Breach, DayTracker, RuleParameterSpec, WorkRule } from './work-rule.js';
import { startOfDay, workedShifts } from './worked-time.js';

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

/** How many days of the horizon in a period may be worked, and the days off that the rule's numbers then mean. */
interface WorkRange {
  readonly min: number;
  readonly max: number;
  readonly least: number;
  readonly most: number;
}

/**
 * Of a period of weeks cut short by the horizon only the most is asked. A month has its length however far the plan reaches,
 * so its least is asked for as soon as too many of its days are worked for the rest to make up. Days before the horizon are
 * held against nobody now.
 */
function rangeOf(view: AgentView, p: RuleParameters, period: CountedPeriod): WorkRange {
  const { fromDay, plannedFromDay, untilDay, endDay, isMonth } = period;
  const worked = daysWorked(view, fromDay, plannedFromDay);
  const away = [...absenceDays(view)].filter((day) => day >= fromDay && day < untilDay).length;
  const most = valueOf(maxDaysOff, p) + away;
  const least = isCut(period) && !isMonth ? 0 : valueOf(minDaysOff, p);
  const length = isMonth ? endDay - fromDay : untilDay - fromDay;
  const offBefore = plannedFromDay - fromDay - worked;
  return {
    min: period.isKnown ? Math.max(0, untilDay - plannedFromDay - Math.max(0, most - offBefore)) : 0,
    max: isMonth ? Math.max(0, length - least - worked) : length - least,
    ...{ least, most },
  };
}

/** Days on which a shift starts, `from` to `until - 1`. */
function daysWorked(view: AgentView, from: number, until: number): number {
  if (until <= from) return 0;
  return new Set(workedShifts(view).flatMap(({ day }) => (day >= from && day < until ? [day] : []))).size;
}

/** Counts the days worked: what is left of a period are its days off. */
function workedTracker(view: AgentView, p: RuleParameters): DayTracker {
  const periods = countedPeriods(view, p);
  return {
    initial: 0,
    step: () => 0,
    amount: {
      untilDays: endsOf(view, periods),
      ranges: periods.map((period) => rangeOf(view, p, period)).map(({ min, max }) => ({ min, max })),
      of: (_state, symbol) => Number(symbol >= 0),
    },
  };
}

/**
 * Days off of a period between two ends. Each day that an absence touches allows one day off more, so that leave does not
 * turn into work on other days. A last period cut short by the horizon is held to the most only; of a month also to the
 * least, as soon as it cannot be reached any more.
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
  parameters: [minDaysOff, maxDaysOff, periodWeeks, calendarMonths],
  defaultLevel: 'must',
  lookBackDays: lookBackOfPeriods,
  evaluate: (view, p, level) => {
    const toBreach = breachOf(periodDaysOff, view, level);
    const breaches: Breach[] = [];
    const unjudged: CountedPeriod[] = [];
    for (const period of countedPeriods(view, p)) {
      const { min, max, least, most } = rangeOf(view, p, period);
      const { fromDay, plannedFromDay, untilDay } = period;
      const worked = daysWorked(view, plannedFromDay, untilDay);
      const amount = Math.max(worked - max, min - worked);
      // Of a month that goes on, the days off it can still have where too many days are worked.
      const counted = worked > max && period.isMonth ? period.endDay : untilDay;
      const daysOff = counted - fromDay - daysWorked(view, fromDay, untilDay);
      const values = { daysOff, minDaysOff: least, maxDaysOff: most };
      const at = startOfDay(view, plannedFromDay);
      if (amount > 0) breaches.push(toBreach({ at, span: spanOf(view, period), amount, values }));
      else if (!period.isKnown) unjudged.push(period);
    }
    return { breaches, cannotJudge: unknownPeriods(periodDaysOff, view, unjudged) };
  },
  tour: { kind: 'tracked', tracker: workedTracker },
  optIn: true,
};
