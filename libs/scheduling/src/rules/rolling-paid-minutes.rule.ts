import { breachOf, firstDayOf, historyMissing, valueOf } from './rule-parts.js';
import type { Breach, CannotJudge, RuleParameterSpec, WorkRule } from './work-rule.js';
import { isWorkKnownSince, paidByDay, startOfDay, sumOfDays } from './worked-time.js';

const maxMinutes: RuleParameterSpec = {
  key: 'maxMinutes',
  title: 'Most time worked in any such days',
  unit: 'minutes',
  min: 0,
  max: 534_240,
  default: 3600,
};

const windowDays: RuleParameterSpec = {
  key: 'windowDays',
  title: 'Days that follow one another',
  unit: 'days',
  min: 1,
  max: 366,
  default: 7,
};

/**
 * Paid minutes of any days that follow one another, wherever they begin. Days whose windows are over the most in a row make
 * one breach, with the greatest excess. Leave is not work and does not count.
 */
export const rollingPaidMinutes: WorkRule = {
  id: 'rolling-paid-minutes',
  title: { en: 'Hours in any row of days', ja: '連続する日数の労働時間' },
  message: {
    en: '{paidMinutes} min worked in {days} days in a row; the rule allows {limit}',
    ja: '連続{days}日間の労働時間は{paidMinutes}分です。上限は{limit}分です',
  },
  source: 'centre policy; wellbeing measure W10',
  amountUnit: 'minutes',
  parameters: [maxMinutes, windowDays],
  defaultLevel: 'must',
  lookBackDays: (p) => valueOf(windowDays, p) - 1,
  evaluate: (view, p, level) => {
    const [limit, length] = [valueOf(maxMinutes, p), valueOf(windowDays, p)];
    const first = firstDayOf(view);
    const days = paidByDay(view);
    const sums = Array.from({ length: (view.weekStartsAt.length - 1) * 7 }, (_, day) =>
      sumOfDays(days, first + day - length + 1, first + day + 1),
    );
    const toBreach = breachOf(rollingPaidMinutes, view, level);
    const breaches: Breach[] = [];
    sums.forEach((sum, day) => {
      if (sum <= limit || (day > 0 && sums[day - 1]! > limit)) return;
      let worst = day;
      for (let next = day + 1; next < sums.length && sums[next]! > limit; next++)
        if (sums[next]! > sums[worst]!) worst = next;
      const until = first + worst + 1;
      const span = { startAt: startOfDay(view, until - length), endAt: startOfDay(view, until) };
      const values = { paidMinutes: sums[worst]!, days: length, limit };
      breaches.push(toBreach({ at: startOfDay(view, until - 1), span, amount: sums[worst]! - limit, values }));
    });
    const neededFromAt = startOfDay(view, first - length + 1);
    // A first window that is over the most is a breach whatever came before it.
    const isOpen = length > 1 && sums[0]! <= limit && !isWorkKnownSince(view, neededFromAt);
    const cannotJudge: CannotJudge[] = isOpen ? [historyMissing(rollingPaidMinutes, view, neededFromAt)] : [];
    return { breaches, cannotJudge };
  },
  tour: { kind: 'judged' },
  optIn: true,
};
