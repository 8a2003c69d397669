import { breachOf, judged, plannedWeeks, shiftsByDay } from './rule-parts.js';
import type { Breach, WorkRule } from './work-rule.js';

/** Days of a planning week on which a shift starts, at most what the contract says. */
export const maxDaysPerWeek: WorkRule = {
  id: 'max-days-per-week',
  title: { en: 'Days worked in a week', ja: '週の勤務日数' },
  message: {
    en: '{days} days in the week; the contract allows {limit}',
    ja: '週{days}日の勤務です。契約の上限は{limit}日です',
  },
  source: 'contract',
  amountUnit: 'days',
  parameters: [],
  defaultLevel: 'must',
  lookBackDays: () => 0,
  evaluate: (view, _p, level) => {
    const limit = view.contract.daysPerWeekMax;
    const toBreach = breachOf(maxDaysPerWeek, view, level);
    const breaches: Breach[] = [];
    for (const { span, shifts } of plannedWeeks(view)) {
      const byDay = [...shiftsByDay(view, shifts).values()];
      const firstOver = byDay[limit];
      if (!firstOver) continue;
      const values = { days: byDay.length, limit };
      breaches.push(toBreach({ at: firstOver[0]!.startAt, span, amount: byDay.length - limit, values }));
    }
    return judged(breaches);
  },
  tour: { kind: 'week-days', max: (view) => view.contract.daysPerWeekMax },
};
