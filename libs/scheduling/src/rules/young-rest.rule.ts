import { minRestBetweenShifts } from './min-rest-between-shifts.rule.js';
import { valueOf } from './rule-parts.js';
import type { RuleParameterSpec, WorkRule } from './work-rule.js';
import { isYoungAt } from './young.js';

const restMinutes: RuleParameterSpec = {
  key: 'restMinutes',
  title: 'Rest between shifts',
  unit: 'minutes',
  min: 0,
  max: 1440,
  default: 720,
};

/** The rest between shifts of those who are under age when the plan begins; for everybody else it asks for nothing. */
export const youngRest: WorkRule = {
  id: 'young-rest',
  title: { en: 'Rest between shifts under 18', ja: '18歳未満の勤務間インターバル' },
  message: {
    en: '{restMinutes} min between shifts while under 18; the rule asks for {limit}',
    ja: '18歳未満の勤務間隔は{restMinutes}分です。{limit}分以上が必要です',
  },
  source: 'EU 94/33/EC art. 10; UK WTR 1998 reg. 10 (2)',
  amountUnit: 'minutes',
  parameters: [restMinutes],
  defaultLevel: 'must',
  lookBackDays: (p) => Math.ceil(valueOf(restMinutes, p) / 1440),
  evaluate: (view, p, level) => {
    if (!isYoungAt(view, view.horizon.startAt)) return { breaches: [], cannotJudge: [] };
    const { breaches, cannotJudge } = minRestBetweenShifts.evaluate(
      view,
      { restMinutes: valueOf(restMinutes, p) },
      level,
    );
    const own = { ruleId: youngRest.id, source: youngRest.source };
    return {
      breaches: breaches.map((breach) => ({ ...breach, ...own })),
      cannotJudge: cannotJudge.map((answer) => ({ ...answer, ruleId: youngRest.id })),
    };
  },
  tour: {
    kind: 'min-rest',
    restMinutes: (p, view) => (isYoungAt(view, view.horizon.startAt) ? valueOf(restMinutes, p) : 0),
  },
  optIn: true,
};
