import { creditedMinutesByWeek, type RuleParameters } from '../roster/index.js';
import { boundMinutesOf } from './bound-time.js';
import { breachOf, judged, periodDaysOf, plannedWeeks, shiftsByDay, valueOf } from './rule-parts.js';
import type { AgentView, Breach, DayTracker, RuleParameterSpec, WorkRule } from './work-rule.js';

const MOST_MINUTES = 10_080;

const minBoundMinutes: RuleParameterSpec = {
  key: 'minBoundMinutes',
  title: 'Least time from start to end',
  unit: 'minutes',
  min: 0,
  max: MOST_MINUTES,
  default: 0,
};

const maxBoundMinutes: RuleParameterSpec = {
  key: 'maxBoundMinutes',
  title: 'Most time from start to end',
  unit: 'minutes',
  min: 0,
  max: MOST_MINUTES,
  default: 2700,
};

/** What each planning week asks for: paid leave is taken off the least. */
function rangesOf(view: AgentView, p: RuleParameters): { readonly min: number; readonly max: number }[] {
  return creditedMinutesByWeek(view.timeOff, view.weekStartsAt, view.agent.zone).map((leave) => ({
    min: Math.max(0, valueOf(minBoundMinutes, p) - leave),
    max: valueOf(maxBoundMinutes, p),
  }));
}

function boundTracker(view: AgentView, p: RuleParameters): DayTracker {
  const { untilDays } = periodDaysOf(view, 1);
  return {
    initial: 0,
    symbolOf: (choice) => boundMinutesOf([choice]),
    step: () => 0,
    amount: { untilDays, ranges: rangesOf(view, p), of: (_state, symbol) => Math.max(0, symbol) },
  };
}

/**
 * Time from start to end of the days of a planning week, unpaid breaks included, between two ends. Paid leave is taken off
 * the least, so that whoever is away need not make up for it.
 */
export const weekBoundMinutes: WorkRule = {
  id: 'week-bound-minutes',
  title: { en: 'Hours of a week with unpaid breaks', ja: '週の拘束時間' },
  message: {
    en: '{boundMinutes} min from start to end in the week; the rule asks for {minMinutes} min to {maxMinutes} min',
    ja: '週の拘束時間は{boundMinutes}分です。規定は{minMinutes}分〜{maxMinutes}分です',
  },
  source: 'contract; as in staff rules of Amazon Connect (hours of a week with unpaid breaks)',
  amountUnit: 'minutes',
  parameters: [minBoundMinutes, maxBoundMinutes],
  defaultLevel: 'must',
  lookBackDays: () => 0,
  evaluate: (view, p, level) => {
    const ranges = rangesOf(view, p);
    const toBreach = breachOf(weekBoundMinutes, view, level);
    const breaches: Breach[] = [];
    for (const { span, week, shifts } of plannedWeeks(view)) {
      const { min, max } = ranges[week]!;
      const byDay = [...shiftsByDay(view, shifts).values()];
      const boundMinutes = byDay.reduce((sum, onDay) => sum + boundMinutesOf(onDay), 0);
      const amount = Math.max(min - boundMinutes, boundMinutes - max);
      const values = { boundMinutes, minMinutes: min, maxMinutes: max };
      if (amount > 0) breaches.push(toBreach({ at: span.startAt, span, amount, values }));
    }
    return judged(breaches);
  },
  tour: { kind: 'tracked', tracker: boundTracker },
  optIn: true,
};
