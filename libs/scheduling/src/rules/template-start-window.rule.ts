import { localMinuteOfDay } from '@yotei/time';
import { breachOf, judged, plannedShifts } from './rule-parts.js';
import type { Breach, WorkRule } from './work-rule.js';

/** A shift starts between its template's earliest and latest start, by the clock on the agent's wall. */
export const templateStartWindow: WorkRule = {
  id: 'template-start-window',
  title: { en: 'Start within the template’s window', ja: '開始時刻の範囲' },
  message: {
    en: 'Starts at minute {startMinute} of the day; the template allows {earliest} to {latest}',
    ja: '開始は0時から{startMinute}分です。勤務パターンは{earliest}〜{latest}分です',
  },
  source: 'contract: shift template',
  amountUnit: 'minutes',
  parameters: [],
  defaultLevel: 'must',
  lookBackDays: () => 0,
  evaluate: (view, _p, level) => {
    const toBreach = breachOf(templateStartWindow, view, level);
    const breaches: Breach[] = [];
    for (const shift of plannedShifts(view)) {
      const template = view.templates.get(shift.templateId ?? '');
      if (!template) continue;
      const startMinute = localMinuteOfDay(shift.startAt, view.agent.zone);
      const { earliestStartMinute: earliest, latestStartMinute: latest } = template;
      const amount = Math.max(earliest - startMinute, startMinute - latest);
      if (amount > 0)
        breaches.push(toBreach({ at: shift.startAt, span: shift, amount, values: { startMinute, earliest, latest } }));
    }
    return judged(breaches);
  },
  tour: { kind: 'by-construction' },
};
