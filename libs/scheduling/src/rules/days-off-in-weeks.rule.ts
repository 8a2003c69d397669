import type { RuleParameters } from '../roster/index.js';
import { breachOf, firstDayOf, historyMissing, valueOf } from './rule-parts.js';
import type { AgentView, Breach, CannotJudge, RuleParameterSpec, WorkRule } from './work-rule.js';
import { isWorkKnownSince, shareOfWindows, startOfDay, weekWindows, workedShifts } from './worked-time.js';

const daysOffTogether: RuleParameterSpec = {
  key: 'daysOffTogether',
  title: 'Days off in the weeks together',
  unit: 'days',
  min: 1,
  max: 28,
  default: 4,
};

const weeks: RuleParameterSpec = {
  key: 'weeks',
  title: 'Weeks counted together',
  unit: 'count',
  min: 1,
  max: 8,
  default: 4,
};

function daysWorked(view: AgentView, from: number, until: number): number {
  return new Set(workedShifts(view).flatMap(({ day }) => (day >= from && day < until ? [day] : []))).size;
}

/** Most days of a planned week so that the weeks together keep their days off. */
function weekDaysMost(view: AgentView, p: RuleParameters): number {
  const count = valueOf(weeks, p);
  const most = count * 7 - valueOf(daysOffTogether, p);
  return shareOfWindows(view, weekWindows(view, count), ({ from }, first) => most - daysWorked(view, from, first));
}

/**
 * Days on which no shift starts in the weeks that end with a planning week. Days that lacked before the plan were a breach
 * of those weeks; this plan answers for those it takes.
 */
export const daysOffInWeeks: WorkRule = {
  id: 'days-off-in-weeks',
  title: { en: 'Days off in several weeks', ja: '数週間の休日数' },
  message: {
    en: '{daysOff} days off in {weeks} weeks; the rule asks for {limit}',
    ja: '{weeks}週の休日は{daysOff}日です。{limit}日以上が必要です',
  },
  source: 'Japan LSA art. 35 (four days off in four weeks)',
  amountUnit: 'days',
  parameters: [daysOffTogether, weeks],
  defaultLevel: 'must',
  lookBackDays: (p) => (valueOf(weeks, p) - 1) * 7,
  evaluate: (view, p, level) => {
    const [limit, count] = [valueOf(daysOffTogether, p), valueOf(weeks, p)];
    const toBreach = breachOf(daysOffInWeeks, view, level);
    const breaches: Breach[] = [];
    const cannotJudge: CannotJudge[] = [];
    for (const { week, from, until } of weekWindows(view, count)) {
      const worked = daysWorked(view, from, until);
      const most = Math.max(count * 7 - limit, daysWorked(view, from, firstDayOf(view)));
      const span = { startAt: startOfDay(view, from), endAt: startOfDay(view, until) };
      const values = { daysOff: count * 7 - worked, weeks: count, limit };
      if (worked > most) breaches.push(toBreach({ at: view.weekStartsAt[week]!, span, amount: worked - most, values }));
      else if (cannotJudge.length === 0 && !isWorkKnownSince(view, span.startAt))
        cannotJudge.push(historyMissing(daysOffInWeeks, view, span.startAt));
    }
    return { breaches, cannotJudge };
  },
  tour: { kind: 'week-days', max: (view, p) => weekDaysMost(view, p), mustOnly: true },
  optIn: true,
};
