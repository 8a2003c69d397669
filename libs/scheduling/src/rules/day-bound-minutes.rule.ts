import { boundMinutesOf } from './bound-time.js';
import { breachOf, judged, plannedShifts, shiftsByDay, valueOf } from './rule-parts.js';
import type { Breach, RuleParameterSpec, WorkRule } from './work-rule.js';

const minBoundMinutes: RuleParameterSpec = {
  key: 'minBoundMinutes',
  title: 'Least time from start to end',
  unit: 'minutes',
  min: 0,
  max: 1440,
  default: 0,
};

const maxBoundMinutes: RuleParameterSpec = {
  key: 'maxBoundMinutes',
  title: 'Most time from start to end',
  unit: 'minutes',
  min: 60,
  max: 1440,
  default: 720,
};

/** Time from the first start to the last end of a day's shifts, unpaid breaks included, between two ends. */
export const dayBoundMinutes: WorkRule = {
  id: 'day-bound-minutes',
  title: { en: 'Hours of a day with unpaid breaks', ja: '1日の拘束時間' },
  message: {
    en: '{boundMinutes} min from start to end; the rule asks for {minMinutes} min to {maxMinutes} min',
    ja: '始業から終業まで{boundMinutes}分です。規定は{minMinutes}分〜{maxMinutes}分です',
  },
  source: 'contract; as in staff rules of Amazon Connect (hours of a day with unpaid breaks)',
  amountUnit: 'minutes',
  parameters: [minBoundMinutes, maxBoundMinutes],
  defaultLevel: 'must',
  lookBackDays: () => 0,
  evaluate: (view, p, level) => {
    const [minMinutes, maxMinutes] = [valueOf(minBoundMinutes, p), valueOf(maxBoundMinutes, p)];
    const toBreach = breachOf(dayBoundMinutes, view, level);
    const breaches: Breach[] = [];
    for (const shifts of shiftsByDay(view, plannedShifts(view)).values()) {
      const boundMinutes = boundMinutesOf(shifts);
      const amount = Math.max(minMinutes - boundMinutes, boundMinutes - maxMinutes);
      if (amount <= 0) continue;
      const span = { startAt: shifts[0]!.startAt, endAt: Math.max(...shifts.map((shift) => shift.endAt)) };
      breaches.push(toBreach({ at: span.startAt, span, amount, values: { boundMinutes, minMinutes, maxMinutes } }));
    }
    return judged(breaches);
  },
  tour: {
    kind: 'shift-filter',
    allows: (choice, _view, p) => {
      const boundMinutes = boundMinutesOf([choice]);
      return boundMinutes >= valueOf(minBoundMinutes, p) && boundMinutes <= valueOf(maxBoundMinutes, p);
    },
  },
  optIn: true,
};
