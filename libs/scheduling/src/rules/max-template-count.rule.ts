import type { RuleParameters } from '../roster/index.js';
import { breachOf, judged, listOf, periodDaysOf, plannedPeriods, textOf, valueOf } from './rule-parts.js';
import type { AgentView, Breach, DayTracker, RuleParameterSpec, RuleTextSpec, WorkRule } from './work-rule.js';

const templates: RuleTextSpec = { key: 'templates', title: 'Templates counted together', form: 'templates' };

const count: RuleParameterSpec = {
  key: 'count',
  title: 'Most shifts of them',
  unit: 'count',
  min: 0,
  max: 366,
  default: 0,
};

const periodWeeks: RuleParameterSpec = {
  key: 'periodWeeks',
  title: 'Weeks of a period; 0: the whole horizon',
  unit: 'count',
  min: 0,
  max: 53,
  default: 0,
};

function countTracker(view: AgentView, p: RuleParameters): DayTracker {
  const named = new Set(listOf(textOf(templates, p)));
  const { untilDays } = periodDaysOf(view, valueOf(periodWeeks, p));
  return {
    initial: 0,
    symbolOf: (choice) => Number(named.has(choice.template.id)),
    step: () => 0,
    amount: {
      untilDays,
      ranges: untilDays.map(() => ({ min: 0, max: valueOf(count, p) })),
      of: (_state, symbol) => Math.max(0, symbol),
    },
  };
}

/** Shifts of the templates named, at most so many in each period. Settings for other templates stand beside it. */
export const maxTemplateCount: WorkRule = {
  id: 'max-template-count',
  title: { en: 'Shifts of one kind', ja: '同じ種類の勤務の回数' },
  message: {
    en: '{shifts} shifts of {templates} in the period; the rule allows {limit}',
    ja: '期間内の「{templates}」の勤務は{shifts}回です。上限は{limit}回です',
  },
  source: 'contract; as in the shift-scheduling instances of Curtois and Qu 2014',
  amountUnit: 'count',
  parameters: [count, periodWeeks],
  texts: [templates],
  defaultLevel: 'must',
  lookBackDays: () => 0,
  evaluate: (view, p, level) => {
    const limit = valueOf(count, p);
    const named = new Set(listOf(textOf(templates, p)));
    const toBreach = breachOf(maxTemplateCount, view, level);
    const breaches: Breach[] = [];
    for (const { span, shifts } of plannedPeriods(view, valueOf(periodWeeks, p))) {
      const counted = shifts.filter((shift) => shift.templateId !== undefined && named.has(shift.templateId));
      const firstOver = counted[limit];
      if (!firstOver) continue;
      const values = { shifts: counted.length, templates: textOf(templates, p), limit };
      breaches.push(toBreach({ at: firstOver.startAt, span, amount: counted.length - limit, values }));
    }
    return judged(breaches);
  },
  tour: { kind: 'tracked', tracker: countTracker, seldomBinds: true },
  optIn: true,
};
