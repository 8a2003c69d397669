import { isNight, nightFromMinute, nightMinutes, nightUntilMinute } from './night-time.js';
import { breachOf, judged, plannedShifts, valueOf } from './rule-parts.js';
import type { RuleParameterSpec, WorkRule } from './work-rule.js';

const maxMinutes: RuleParameterSpec = {
  key: 'maxMinutes',
  title: 'Most time worked in a night shift',
  unit: 'minutes',
  min: 60,
  max: 1440,
  default: 480,
};

/** Paid minutes of a shift that lies in the night far enough to be a night shift. */
export const maxNightShiftMinutes: WorkRule = {
  id: 'max-night-shift-minutes',
  title: { en: 'Length of a night shift', ja: '夜勤の長さ' },
  message: {
    en: '{paidMinutes} min worked in a night shift; the rule allows {limit}',
    ja: '夜勤の労働時間は{paidMinutes}分です。上限は{limit}分です',
  },
  source: 'France Code du travail L3122-6; EU 2003/88/EC art. 8 (b) for demanding work',
  amountUnit: 'minutes',
  parameters: [maxMinutes, nightFromMinute, nightUntilMinute, nightMinutes],
  defaultLevel: 'must',
  lookBackDays: () => 0,
  evaluate: (view, p, level) => {
    const limit = valueOf(maxMinutes, p);
    const toBreach = breachOf(maxNightShiftMinutes, view, level);
    const long = plannedShifts(view).filter(
      (shift) => view.paidMinutes(shift) > limit && isNight(shift, view.agent.zone, p),
    );
    return judged(
      long.map((shift) => {
        const paidMinutes = view.paidMinutes(shift);
        return toBreach({
          at: shift.startAt,
          span: shift,
          amount: paidMinutes - limit,
          values: { paidMinutes, limit },
        });
      }),
    );
  },
  tour: {
    kind: 'shift-filter',
    allows: (choice, view, p) => choice.paidMinutes <= valueOf(maxMinutes, p) || !isNight(choice, view.agent.zone, p),
  },
  optIn: true,
};
