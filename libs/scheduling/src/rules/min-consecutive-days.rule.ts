import { shortRuns, shortRunTracker } from './day-runs.js';
import { valueOf } from './rule-parts.js';
import type { RuleParameterSpec, WorkRule } from './work-rule.js';

const days: RuleParameterSpec = { key: 'days', title: 'Days in a row', unit: 'days', min: 1, max: 14, default: 2 };

/**
 * Days worked come in rows of at least so many. A row that touches the last day of the horizon may go on after it and is
 * left alone; one at its beginning is judged with the history.
 */
export const minConsecutiveDays: WorkRule = {
  id: 'min-consecutive-days',
  title: { en: 'Shortest row of working days', ja: '連続勤務の最短日数' },
  message: {
    en: '{runDays} days worked in a row; the rule asks for {limit}',
    ja: '勤務が{runDays}日で途切れています。{limit}日以上続ける必要があります',
  },
  source: 'contract; as in Genesys work plans and the shift-scheduling instances of Curtois and Qu 2014',
  amountUnit: 'days',
  parameters: [days],
  defaultLevel: 'must',
  lookBackDays: (p) => valueOf(days, p),
  evaluate: (view, p, level) =>
    shortRuns(view, { rule: minConsecutiveDays, worked: true, limit: valueOf(days, p), level }),
  tour: { kind: 'tracked', tracker: (view, p) => shortRunTracker(view, true, valueOf(days, p)) },
  optIn: true,
};
