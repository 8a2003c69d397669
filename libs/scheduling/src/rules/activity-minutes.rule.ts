import { elapsedMinutes } from '@yotei/time';
import { breachOf, judged, listOf, plannedPeriods, textOf, valueOf } from './rule-parts.js';
import type { Breach, RuleParameterSpec, RuleTextSpec, WorkRule } from './work-rule.js';

const activityTypes: RuleTextSpec = {
  key: 'activityTypes',
  title: 'Activities counted together',
  form: 'activity-types',
};

const minutes = (key: string, title: string, standard: number): RuleParameterSpec => ({
  key,
  title,
  unit: 'minutes',
  min: 0,
  max: 40_320,
  default: standard,
});
const minMinutes = minutes('minMinutes', 'Least time in a period', 0);
const maxMinutes = minutes('maxMinutes', 'Most time in a period', 40_320);
const periodWeeks: RuleParameterSpec = {
  key: 'periodWeeks',
  title: 'Weeks of a period; 0: the whole horizon',
  unit: 'count',
  min: 0,
  max: 53,
  default: 0,
};

/** Time in some activities between two ends in each period: a training budget, a most of on-call duty. */
export const activityMinutes: WorkRule = {
  id: 'activity-minutes',
  title: { en: 'Time in an activity', ja: '特定の活動の時間' },
  message: {
    en: '{minutes} min of {activityTypes} in the period; the rule asks for {minMinutes} min to {maxMinutes} min',
    ja: '期間内の「{activityTypes}」は{minutes}分です。規定は{minMinutes}分〜{maxMinutes}分です',
  },
  source: 'centre policy: training budget, on-call',
  amountUnit: 'minutes',
  parameters: [minMinutes, maxMinutes, periodWeeks],
  texts: [activityTypes],
  defaultLevel: 'prefer',
  lookBackDays: () => 0,
  evaluate: (view, p, level) => {
    const text = textOf(activityTypes, p);
    const named = new Set(listOf(text));
    const [min, max, weeks] = [valueOf(minMinutes, p), valueOf(maxMinutes, p), valueOf(periodWeeks, p)];
    const toBreach = breachOf(activityMinutes, view, level);
    const breaches: Breach[] = [];
    for (const { span, firstWeek, untilWeek, shifts } of plannedPeriods(view, weeks)) {
      const parts = shifts.flatMap((shift) => shift.activities).filter((part) => named.has(part.activityTypeId));
      const total = parts.reduce((sum, part) => sum + elapsedMinutes(part.startAt, part.endAt), 0);
      // A last period cut short by the horizon is held to the most only.
      const least = named.size > 0 && (weeks === 0 || untilWeek - firstWeek === weeks) ? min : 0;
      const amount = Math.max(least - total, total - max);
      const values = { minutes: total, activityTypes: text, minMinutes: least, maxMinutes: max };
      if (amount > 0) breaches.push(toBreach({ at: span.startAt, span, amount, values }));
    }
    return judged(breaches);
  },
  tour: { kind: 'judged' },
  optIn: true,
};
