import { creditedMinutesByDay, type RuleParameters } from '../roster/index.js';
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
import { paidByDay, startOfDay, sumOfDays } from './worked-time.js';

/** A year of 53 weeks by the clock. */
const MOST_MINUTES = 534_240;

const minMinutes: RuleParameterSpec = {
  key: 'minMinutes',
  title: 'Least paid time in a period',
  unit: 'minutes',
  min: 0,
  max: MOST_MINUTES,
  default: 0,
};

const maxMinutes: RuleParameterSpec = {
  key: 'maxMinutes',
  title: 'Most paid time in a period',
  unit: 'minutes',
  min: 0,
  max: MOST_MINUTES,
  default: MOST_MINUTES,
};

/** What a period asks for, and what of it the plan cannot change: work before the horizon, and leave. */
interface PaidRange {
  readonly least: number;
  readonly most: number;
  readonly given: number;
}

function rangeOf(view: AgentView, p: RuleParameters, period: CountedPeriod): PaidRange {
  const { fromDay, plannedFromDay, untilDay } = period;
  const leave = sumOfDays(creditedMinutesByDay(view.timeOff, view.agent.zone), fromDay, untilDay);
  return {
    least: isCut(period) ? 0 : valueOf(minMinutes, p),
    most: valueOf(maxMinutes, p),
    given: leave + sumOfDays(paidByDay(view), fromDay, plannedFromDay),
  };
}

/** Adds the paid minutes of shifts; what is given already narrows the range. */
function paidTracker(view: AgentView, p: RuleParameters): DayTracker {
  const periods = countedPeriods(view, p);
  return {
    initial: 0,
    symbolOf: (choice) => choice.paidMinutes,
    step: () => 0,
    amount: {
      untilDays: endsOf(view, periods),
      ranges: periods.map((period) => {
        const { least, most, given } = rangeOf(view, p, period);
        const max = period.isMonth ? Math.max(0, most - given) : most - given;
        return { min: period.isKnown ? Math.max(0, least - given) : 0, max };
      }),
      of: (_state, symbol) => Math.max(0, symbol),
    },
  };
}

/**
 * Paid minutes of shifts that start in the period, plus what paid leave credits to its days, between the two ends: hours
 * that may be uneven from week to week. A last period cut short by the horizon is held to the most only. In a month that
 * began before the horizon what was worked counts; what was beyond the most by then is not held against this plan.
 */
export const periodPaidMinutes: WorkRule = {
  id: 'period-paid-minutes',
  title: { en: 'Paid time in a period', ja: '期間の有給労働時間' },
  message: {
    en: '{paidMinutes} paid min in the period; the rule asks for {minMinutes} min to {maxMinutes} min',
    ja: '期間の有給時間は{paidMinutes}分です。規定は{minMinutes}分〜{maxMinutes}分です',
  },
  source: 'contract; Japan LSA art. 32-2 (variable hours); EU 2003/88/EC art. 16 (reference period)',
  amountUnit: 'minutes',
  parameters: [minMinutes, maxMinutes, periodWeeks, calendarMonths],
  defaultLevel: 'must',
  lookBackDays: lookBackOfPeriods,
  evaluate: (view, p, level) => {
    const toBreach = breachOf(periodPaidMinutes, view, level);
    const breaches: Breach[] = [];
    const unjudged: CountedPeriod[] = [];
    for (const period of countedPeriods(view, p)) {
      const { least, most, given } = rangeOf(view, p, period);
      const paidMinutes = given + sumOfDays(paidByDay(view), period.plannedFromDay, period.untilDay);
      const over = paidMinutes - (period.isMonth ? Math.max(most, given) : most);
      const amount = period.isKnown ? Math.max(least - paidMinutes, over) : over;
      const values = { paidMinutes, minMinutes: least, maxMinutes: most };
      const at = startOfDay(view, period.plannedFromDay);
      if (amount > 0) breaches.push(toBreach({ at, span: spanOf(view, period), amount, values }));
      else if (!period.isKnown) unjudged.push(period);
    }
    return { breaches, cannotJudge: unknownPeriods(periodPaidMinutes, view, unjudged) };
  },
  tour: { kind: 'tracked', tracker: paidTracker },
  optIn: true,
};
