import { localMinuteOfDay } from '@yotei/time';
import { breachOf, judged, plannedWeeks, valueOf } from './rule-parts.js';
import type { RuleParameterSpec, WorkRule } from './work-rule.js';

const rangeMinutes: RuleParameterSpec = {
  key: 'rangeMinutes',
  title: 'Earliest to latest start in a week',
  unit: 'minutes',
  min: 0,
  max: 1440,
  default: 120,
};

/** Starts of a week lie close together: the latest at most so long after the earliest, by the clock on the wall. */
export const startTimeRange: WorkRule = {
  id: 'start-time-range',
  title: { en: 'Starts close together in a week', ja: '週内の始業時刻のばらつき' },
  message: {
    en: 'Starts of the week lie {rangeMinutes} min apart; the rule allows {limit}',
    ja: '週内の始業時刻の差は{rangeMinutes}分です。上限は{limit}分です',
  },
  source: 'wellbeing measure W7; shift-start variance of Genesys work plans',
  amountUnit: 'minutes',
  parameters: [rangeMinutes],
  defaultLevel: 'prefer',
  lookBackDays: () => 0,
  evaluate: (view, p, level) => {
    const limit = valueOf(rangeMinutes, p);
    const toBreach = breachOf(startTimeRange, view, level);
    return judged(
      plannedWeeks(view).flatMap(({ span, shifts }) => {
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
