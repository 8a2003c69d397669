import { breachOf, judged, plannedWeeks, shiftsByDay, valueOf } from './rule-parts.js';
import type { Breach, RuleParameterSpec, WorkRule } from './work-rule.js';

const daysOff: RuleParameterSpec = {
  key: 'daysOff',
  title: 'Days off in a week',
  unit: 'days',
  min: 1,
  max: 7,
  default: 1,
};

/** Days of a planning week on which no shift starts. A shift past midnight counts to its start day. */
export const weeklyRestDay: WorkRule = {
  id: 'weekly-rest-day',
  title: { en: 'Day off in a week', ja: '週休' },
  message: {
    en: '{daysOff} days off in the week; the rule asks for {limit}',
    ja: '週の休日は{daysOff}日です。{limit}日以上が必要です',
  },
  source: 'Japan LSA art. 35: one day off in every week',
  amountUnit: 'days',
  parameters: [daysOff],
  defaultLevel: 'must',
  lookBackDays: () => 0,
  evaluate: (view, p, level) => {
    const limit = valueOf(daysOff, p);
    const toBreach = breachOf(weeklyRestDay, view, level);
    const breaches: Breach[] = [];
    for (const { span, shifts } of plannedWeeks(view)) {
      const off = 7 - shiftsByDay(view, shifts).size;
      if (off < limit) {
        breaches.push(toBreach({ at: span.startAt, span, amount: limit - off, values: { daysOff: off, limit } }));
      }
    }
    return judged(breaches);
  },
  tour: { kind: 'week-days', max: (_view, p) => 7 - valueOf(daysOff, p) },
};
