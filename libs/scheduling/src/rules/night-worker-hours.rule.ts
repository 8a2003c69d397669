import { isNight, nightFromMinute, nightMinutes, nightUntilMinute } from './night-time.js';
import { breachOf, historyMissing, valueOf } from './rule-parts.js';
import type { Breach, CannotJudge, RuleParameterSpec, WorkRule } from './work-rule.js';
import { isWorkKnownSince, startOfDay, weekWindows, workedShifts } from './worked-time.js';

const averageMinutes: RuleParameterSpec = {
  key: 'averageMinutes',
  title: 'Most time worked in an average week',
  unit: 'minutes',
  min: 0,
  max: 10_080,
  default: 2880,
};

const weeks: RuleParameterSpec = {
  key: 'weeks',
  title: 'Weeks of the reference period',
  unit: 'count',
  min: 1,
  max: 53,
  default: 17,
};

const nightShifts: RuleParameterSpec = {
  key: 'nightShifts',
  title: 'Night shifts in the period that make a night worker',
  unit: 'count',
  min: 1,
  max: 366,
  default: 8,
};

/**
 * Average hours of those who often work at night. "Eight hours in each 24 on average" is told for a week of six days, as
 * the weekly rest is left out of the average: 48 hours. Who has fewer night shifts in the period is no night worker.
 */
export const nightWorkerHours: WorkRule = {
  id: 'night-worker-hours',
  title: { en: 'Average hours of night workers', ja: '夜勤者の平均労働時間' },
  message: {
    en: '{paidMinutes} min a week on average of {weeks} weeks with {nights} nights; the rule allows {limit}',
    ja: '夜勤{nights}回を含む{weeks}週の平均は週{paidMinutes}分です。上限は{limit}分です',
  },
  source: 'EU 2003/88/EC art. 8',
  amountUnit: 'minutes',
  parameters: [averageMinutes, weeks, nightShifts, nightFromMinute, nightUntilMinute, nightMinutes],
  defaultLevel: 'must',
  lookBackDays: (p) => (valueOf(weeks, p) - 1) * 7,
  evaluate: (view, p, level) => {
    const [limit, count, least] = [valueOf(averageMinutes, p), valueOf(weeks, p), valueOf(nightShifts, p)];
    const worked = workedShifts(view).map((shift) => ({ ...shift, night: isNight(shift, view.agent.zone, p) }));
    const toBreach = breachOf(nightWorkerHours, view, level);
    const breaches: Breach[] = [];
    const cannotJudge: CannotJudge[] = [];
    for (const { week, from, until } of weekWindows(view, count)) {
      const inside = worked.filter(({ day }) => day >= from && day < until);
      const total = inside.reduce((sum, { paidMinutes }) => sum + paidMinutes, 0);
      const nightCount = inside.filter(({ night }) => night).length;
      const span = { startAt: view.weekStartsAt[week]!, endAt: view.weekStartsAt[week + 1]! };
      const values = { paidMinutes: Math.round(total / count), weeks: count, nights: nightCount, limit };
      if (nightCount >= least && total > limit * count)
        breaches.push(toBreach({ at: span.startAt, span, amount: total - limit * count, values }));
      else if (cannotJudge.length === 0 && !isWorkKnownSince(view, startOfDay(view, from)))
        cannotJudge.push(historyMissing(nightWorkerHours, view, startOfDay(view, from)));
    }
    return { breaches, cannotJudge };
  },
  tour: { kind: 'judged' },
  optIn: true,
};
