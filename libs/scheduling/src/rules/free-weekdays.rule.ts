import { dateOfEpochDay, weekdayOf } from '@yotei/time';
import { breachOf, historyMissing, valueOf } from './rule-parts.js';
import type { Breach, CannotJudge, RuleParameterSpec, WorkRule } from './work-rule.js';
import { isWorkKnownSince, startOfDay, weekWindows, workedShifts } from './worked-time.js';

const weekday: RuleParameterSpec = {
  key: 'weekday',
  title: 'Day of the week (1 Monday to 7 Sunday)',
  unit: 'count',
  min: 1,
  max: 7,
  default: 7,
};

const freeDays: RuleParameterSpec = {
  key: 'freeDays',
  title: 'Of them free of work',
  unit: 'days',
  min: 0,
  max: 53,
  default: 15,
};

const weeks: RuleParameterSpec = {
  key: 'weeks',
  title: 'Weeks counted together',
  unit: 'count',
  min: 1,
  max: 53,
  default: 52,
};

/** One weekday free often enough: fifteen Sundays a year, in the weeks that end with a planning week. */
export const freeWeekdays: WorkRule = {
  id: 'free-weekdays',
  title: { en: 'Sundays free of work', ja: '休みとなる曜日の回数' },
  message: {
    en: '{days} of these weekdays free in {weeks} weeks; the rule asks for {limit}',
    ja: '{weeks}週のうち休みとなったその曜日は{days}日です。{limit}日以上が必要です',
  },
  source: 'Germany ArbZG section 11 (15 Sundays a year)',
  amountUnit: 'days',
  parameters: [weekday, freeDays, weeks],
  defaultLevel: 'must',
  lookBackDays: (p) => (valueOf(weeks, p) - 1) * 7,
  evaluate: (view, p, level) => {
    const [limit, count] = [valueOf(freeDays, p), valueOf(weeks, p)];
    const worked = new Set(workedShifts(view).map(({ day }) => day));
    const toBreach = breachOf(freeWeekdays, view, level);
    const breaches: Breach[] = [];
    const cannotJudge: CannotJudge[] = [];
    for (const { week, from, until } of weekWindows(view, count)) {
      let free = 0;
      for (let day = from; day < until; day++)
        if (weekdayOf(dateOfEpochDay(day)) === valueOf(weekday, p) && !worked.has(day)) free++;
      const span = { startAt: startOfDay(view, from), endAt: startOfDay(view, until) };
      const values = { days: free, weeks: count, limit };
      if (free < limit) breaches.push(toBreach({ at: view.weekStartsAt[week]!, span, amount: limit - free, values }));
      else if (cannotJudge.length === 0 && !isWorkKnownSince(view, span.startAt))
        cannotJudge.push(historyMissing(freeWeekdays, view, span.startAt));
    }
    return { breaches, cannotJudge };
  },
  tour: { kind: 'judged' },
  optIn: true,
};
