import { elapsedMinutes } from '@yotei/time';
import { breachOf, judged, plannedShifts } from './rule-parts.js';
import { placedTemplateActivities } from './template-activities.js';
import type { Breach, WorkRule } from './work-rule.js';

/**
 * Each activity a template asks for starts inside its window and at least the template's gap after the one before it.
 * One breach an activity: the minutes by which its start is too early (window or gap) or too late.
 */
export const activityWindows: WorkRule = {
  id: 'activity-windows',
  title: { en: 'Activities within their windows', ja: '活動の時間帯' },
  message: {
    en: '{activityTypeId} starts {startMinutes} min into the shift; the template allows {earliest} to {latest}',
    ja: '{activityTypeId}の開始は勤務開始から{startMinutes}分後です。勤務パターンは{earliest}〜{latest}分です',
  },
  source: 'contract: shift template',
  amountUnit: 'minutes',
  parameters: [],
  defaultLevel: 'must',
  lookBackDays: () => 0,
  evaluate: (view, _p, level) => {
    const toBreach = breachOf(activityWindows, view, level);
    const breaches: Breach[] = [];
    for (const shift of plannedShifts(view)) {
      let freeFromMinutes = Number.NEGATIVE_INFINITY;
      for (const { asked, placed } of placedTemplateActivities(view, shift)) {
        if (!placed) continue;
        const startMinutes = elapsedMinutes(shift.startAt, placed.startAt);
        const earliest = Math.max(asked.earliestStartMinutes, freeFromMinutes + (asked.minGapMinutes ?? 0));
        const latest = asked.latestStartMinutes;
        const amount = Math.max(earliest - startMinutes, startMinutes - latest);
        const values = { activityTypeId: asked.activityTypeId, startMinutes, earliest, latest };
        if (amount > 0) breaches.push(toBreach({ at: placed.startAt, span: placed, amount, values }));
        freeFromMinutes = elapsedMinutes(shift.startAt, placed.endAt);
      }
    }
    return judged(breaches);
  },
  tour: { kind: 'by-construction' },
};
