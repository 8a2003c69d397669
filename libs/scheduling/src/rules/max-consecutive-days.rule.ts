import { longRuns } from './day-runs.js';
import { shiftsByDay, valueOf } from './rule-parts.js';
import type { RuleParameterSpec, WorkRule } from './work-rule.js';

const days: RuleParameterSpec = { key: 'days', title: 'Days in a row', unit: 'days', min: 1, max: 31, default: 6 };

/** One breach for a run, counting the days of the horizon beyond the limit. Paid leave interrupts a run. */
export const maxConsecutiveDays: WorkRule = {
  id: 'max-consecutive-days',
  title: { en: 'Days worked in a row', ja: '連続勤務日数' },
  message: {
    en: '{runDays} days in a row; the rule allows {limit}',
    ja: '{runDays}日連続の勤務です。上限は{limit}日です',
  },
  source: 'contract; Japan LSA art. 35 (one day off a week)',
  amountUnit: 'days',
  parameters: [days],
  defaultLevel: 'must',
  lookBackDays: (p) => valueOf(days, p),
  evaluate: (view, p, level) => {
    const byDay = shiftsByDay(view, view.shifts);
    return longRuns(view, byDay, { rule: maxConsecutiveDays, limit: valueOf(days, p), level });
  },
  tour: { kind: 'max-run', days: (p) => valueOf(days, p) },
};
