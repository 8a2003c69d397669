import { shortRuns, shortRunTracker } from './day-runs.js';
import { valueOf } from './rule-parts.js';
import type { RuleParameterSpec, WorkRule } from './work-rule.js';

const days: RuleParameterSpec = { key: 'days', title: 'Days off in a row', unit: 'days', min: 1, max: 14, default: 2 };

/**
 * Days off come in rows of at least so many. A row that touches the last day of the horizon may go on after it and is left
 * alone; one at its beginning is judged with the history.
 */
export const minConsecutiveDaysOff: WorkRule = {
  id: 'min-consecutive-days-off',
  title: { en: 'Shortest row of days off', ja: '連続休日の最短日数' },
  message: {
    en: '{runDays} days off in a row; the rule asks for {limit}',
    ja: '休日が{runDays}日で途切れています。{limit}日以上続ける必要があります',
  },
  source: 'contract; as in Zendesk location rules and the shift-scheduling instances of Curtois and Qu 2014',
  amountUnit: 'days',
  parameters: [days],
  defaultLevel: 'must',
  lookBackDays: (p) => valueOf(days, p),
  evaluate: (view, p, level) =>
    shortRuns(view, { rule: minConsecutiveDaysOff, worked: false, limit: valueOf(days, p), level }),
  tour: { kind: 'tracked', tracker: (view, p) => shortRunTracker(view, false, valueOf(days, p)) },
  optIn: true,
};
