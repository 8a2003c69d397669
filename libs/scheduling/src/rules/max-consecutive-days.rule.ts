import { dateOfEpochDay, epochDay, localDateOf, startOfLocalDay } from '@yotei/time';
import { breachOf, firstDayOf, historyMissing, isKnownSince, shiftsByDay, valueOf } from './rule-parts.js';
import type { AgentView, Breach, CannotJudge, RuleParameterSpec, WorkRule } from './work-rule.js';

const days: RuleParameterSpec = { key: 'days', title: 'Days in a row', unit: 'days', min: 1, max: 31, default: 6 };

/** Runs of days on which a shift starts, as [first, last] epoch days, ascending. */
function runsOf(worked: readonly number[]): [number, number][] {
  const runs: [number, number][] = [];
  for (const day of worked) {
    const last = runs[runs.length - 1];
    if (last && last[1] === day - 1) last[1] = day;
    else runs.push([day, day]);
  }
  return runs;
}

/** The first day whose history decides and is not known, or null: the run at the start of the horizon may be longer. */
function unknownFrom(view: AgentView, runStart: number, limit: number): number | null {
  const first = firstDayOf(view);
  if (runStart > first) return null;
  const dayBefore = startOfLocalDay(dateOfEpochDay(runStart - 1), view.agent.zone);
  return isKnownSince(view, dayBefore) ? null : startOfLocalDay(dateOfEpochDay(first - limit), view.agent.zone);
}

/** One breach for a run, counting the days of the horizon beyond the limit. Paid leave interrupts a run. */
export const maxConsecutiveDays: WorkRule = {
  id: 'max-consecutive-days',
  title: { en: 'Days worked in a row', ja: '連続勤務日数' },
  message: {
    en: '{runDays} days in a row; the rule allows {limit}',
    ja: '{runDays}日連続の勤務です。上限は{limit}日です',
  },
  source: 'contract; Japan LSA art. 35 (one day off a week)',
  amountUnit: 'days',
  parameters: [days],
  defaultLevel: 'must',
  lookBackDays: (p) => valueOf(days, p),
  evaluate: (view, p, level) => {
    const limit = valueOf(days, p);
    const byDay = shiftsByDay(view, view.shifts);
    const first = firstDayOf(view);
    const end = epochDay(localDateOf(view.horizon.endAt, view.agent.zone));
    const breaches: Breach[] = [];
    const cannotJudge: CannotJudge[] = [];
    const toBreach = breachOf(maxConsecutiveDays, view, level);
    for (const [from, until] of runsOf([...byDay.keys()].filter((day) => day < end))) {
      if (until < first) continue;
      const firstOver = Math.max(from + limit, first);
      const neededFromAt = firstOver > until ? unknownFrom(view, from, limit) : null;
      if (neededFromAt !== null) cannotJudge.push(historyMissing(maxConsecutiveDays, view, neededFromAt));
      if (firstOver > until) continue;
      const at = byDay.get(firstOver)![0]!.startAt;
      const span = { startAt: byDay.get(from)![0]!.startAt, endAt: byDay.get(until)![0]!.endAt };
      breaches.push(
        toBreach({ at, span, amount: until - firstOver + 1, values: { runDays: until - from + 1, limit } }),
      );
    }
    return { breaches, cannotJudge };
  },
  tour: { kind: 'max-run', days: (p) => valueOf(days, p) },
};
