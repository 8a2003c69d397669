import { elapsedMinutes } from '@yotei/time';
import { breachOf, judged, plannedShifts } from './rule-parts.js';
import { placedTemplateActivities } from './template-activities.js';
import type { Breach, WorkRule } from './work-rule.js';

/** Each activity a template asks for is in the shift and at least as long as asked. */
export const templateActivityLengths: WorkRule = {
  id: 'template-activity-lengths',
  title: { en: 'Breaks and activities complete', ja: '休憩・活動の長さ' },
  message: {
    en: '{activityTypeId} has {lengthMinutes} min; the template gives {limit}',
    ja: '{activityTypeId}は{lengthMinutes}分です。勤務パターンでは{limit}分です',
  },
  source: 'contract: shift template',
  amountUnit: 'minutes',
  parameters: [],
  defaultLevel: 'must',
  lookBackDays: () => 0,
  evaluate: (view, _p, level) => {
    const toBreach = breachOf(templateActivityLengths, view, level);
    const breaches: Breach[] = [];
    for (const shift of plannedShifts(view)) {
      for (const { asked, placed } of placedTemplateActivities(view, shift)) {
        const lengthMinutes = placed ? elapsedMinutes(placed.startAt, placed.endAt) : 0;
        const limit = asked.lengthMinutes;
        if (lengthMinutes >= limit) continue;
        const values = { activityTypeId: asked.activityTypeId, lengthMinutes, limit };
        breaches.push(
          toBreach({
            at: placed?.startAt ?? shift.startAt,
            span: placed ?? shift,
            amount: limit - lengthMinutes,
            values,
          }),
        );
      }
    }
    return judged(breaches);
  },
  tour: { kind: 'by-construction' },
};
