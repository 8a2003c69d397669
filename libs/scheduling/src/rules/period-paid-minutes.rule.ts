import { creditedMinutesByWeek, type RuleParameters } from '../roster/index.js';
import { breachOf, judged, periodDaysOf, plannedPeriods, valueOf } from './rule-parts.js';
import type { AgentView, Breach, DayTracker, RuleParameterSpec, WorkRule } from './work-rule.js';

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

const periodWeeks: RuleParameterSpec = {
  key: 'periodWeeks',
  title: 'Weeks of a period; 0: the whole horizon',
  unit: 'count',
  min: 0,
  max: 53,
  default: 0,
};

/** Adds the paid minutes of shifts; what leave credits narrows the range. */
function paidTracker(view: AgentView, p: RuleParameters): DayTracker {
  const [min, max, weeks] = [valueOf(minMinutes, p), valueOf(maxMinutes, p), valueOf(periodWeeks, p)];
  const credited = creditedMinutesByWeek(view.timeOff, view.weekStartsAt, view.agent.zone);
  const { days, count } = periodDaysOf(view, weeks);
  return {
    initial: 0,
    symbolOf: (choice) => choice.paidMinutes,
    step: () => 0,
    amount: {
      periodDays: days,
      ranges: Array.from({ length: count }, (_, period) => {
        const ofPeriod = credited.slice((period * days) / 7, ((period + 1) * days) / 7);
        const leave = ofPeriod.reduce((sum, minutes) => sum + minutes, 0);
        const least = weeks === 0 || ofPeriod.length === weeks ? min : 0;
        return { min: Math.max(0, least - leave), max: max - leave };
      }),
      of: (_state, symbol) => Math.max(0, symbol),
    },
  };
}

/**
 * Paid minutes of shifts that start in the period, plus what paid leave credits to its weeks, between the two ends: hours
 * that may be uneven from week to week. A last period cut short by the horizon is held to the most only.
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
  parameters: [minMinutes, maxMinutes, periodWeeks],
  defaultLevel: 'must',
  lookBackDays: () => 0,
  evaluate: (view, p, level) => {
    const [min, max, weeks] = [valueOf(minMinutes, p), valueOf(maxMinutes, p), valueOf(periodWeeks, p)];
    const credited = creditedMinutesByWeek(view.timeOff, view.weekStartsAt, view.agent.zone);
    const toBreach = breachOf(periodPaidMinutes, view, level);
    const breaches: Breach[] = [];
    for (const { span, firstWeek, untilWeek, shifts } of plannedPeriods(view, weeks)) {
      const least = weeks === 0 || untilWeek - firstWeek === weeks ? min : 0;
      const leave = credited.slice(firstWeek, untilWeek).reduce((sum, minutes) => sum + minutes, 0);
      const paidMinutes = leave + shifts.reduce((sum, shift) => sum + view.paidMinutes(shift), 0);
      const amount = Math.max(least - paidMinutes, paidMinutes - max);
      const values = { paidMinutes, minMinutes: least, maxMinutes: max };
      if (amount > 0) breaches.push(toBreach({ at: span.startAt, span, amount, values }));
    }
    return judged(breaches);
  },
  tour: { kind: 'tracked', tracker: paidTracker },
  optIn: true,
};
