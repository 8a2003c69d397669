import { localMinuteOfDay } from '@yotei/time';
import { breachOf, judged, plannedPeriods, valueOf } from './rule-parts.js';
import type { RuleParameterSpec, WorkRule } from './work-rule.js';

const rangeMinutes: RuleParameterSpec = {
  key: 'rangeMinutes',
  title: 'Earliest to latest start in a period',
  unit: 'minutes',
  min: 0,
  max: 1440,
  default: 120,
};

const periodWeeks: RuleParameterSpec = {
  key: 'periodWeeks',
  title: 'Weeks of a period; 0: the whole horizon',
  unit: 'count',
  min: 0,
  max: 53,
  default: 1,
};

/** Starts of a week, or of a longer period, lie close together: the latest at most so long after the earliest, by the clock on the wall. */
export const startTimeRange: WorkRule = {
  id: 'start-time-range',
  title: { en: 'Starts close together', ja: '始業時刻のばらつき' },
  message: {
    en: 'Starts lie {rangeMinutes} min apart; the rule allows {limit}',
    ja: '始業時刻の差は{rangeMinutes}分です。上限は{limit}分です',
  },
  source: 'wellbeing measure W7; shift-start variance of Genesys work plans',
  amountUnit: 'minutes',
  parameters: [rangeMinutes, periodWeeks],
  defaultLevel: 'prefer',
  lookBackDays: () => 0,
  evaluate: (view, p, level) => {
    const limit = valueOf(rangeMinutes, p);
    const toBreach = breachOf(startTimeRange, view, level);
    return judged(
      plannedPeriods(view, valueOf(periodWeeks, p)).flatMap(({ span, shifts }) => {
        const starts = shifts.map(({ startAt }) => localMinuteOfDay(startAt, view.agent.zone));
        const range = starts.length === 0 ? 0 : Math.max(...starts) - Math.min(...starts);
        if (range <= limit) return [];
        return [toBreach({ at: span.startAt, span, amount: range - limit, values: { rangeMinutes: range, limit } })];
      }),
    );
  },
  tour: { kind: 'judged' },
  optIn: true,
};
