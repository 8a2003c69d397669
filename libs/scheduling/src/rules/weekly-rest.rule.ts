import { MINUTE_MILLIS, type Instant } from '@yotei/time';
import { breachOf, historyMissing, LONGEST_SPILL_MILLIS, valueOf } from './rule-parts.js';
import type { AgentView, Breach, CannotJudge, RuleParameterSpec, WorkRule } from './work-rule.js';
import { isWorkKnownSince, startOfDay, weekWindows, workedShifts, workKnownFrom } from './worked-time.js';

const longRestMinutes: RuleParameterSpec = {
  key: 'longRestMinutes',
  title: 'Rest in one piece',
  unit: 'minutes',
  min: 1440,
  max: 10_080,
  default: 2100,
};

const weeks: RuleParameterSpec = {
  key: 'weeks',
  title: 'Weeks in which it must fall',
  unit: 'count',
  min: 1,
  max: 4,
  default: 1,
};

/** A time without work, from the end of one shift to the start of the next; open at either end of what is known. */
interface Gap {
  readonly startAt: Instant;
  readonly endAt: Instant;
}

/** Times without work in order. The last one is open: what comes after the plan is not known yet. */
function gapsOf(view: AgentView): Gap[] {
  const gaps: Gap[] = [];
  // Of a shift that ran into the plan nothing is known without history.
  let freeFrom = workKnownFrom(view) ?? view.horizon.startAt + LONGEST_SPILL_MILLIS;
  for (const { startAt, endAt } of workedShifts(view)) {
    if (startAt > freeFrom) gaps.push({ startAt: freeFrom, endAt: startAt });
    freeFrom = Math.max(freeFrom, endAt);
  }
  return [...gaps, { startAt: freeFrom, endAt: Number.POSITIVE_INFINITY }];
}

/** Longest time free of work that has passed at some moment in `(from, until]`, minutes. */
function longestRest(gaps: readonly Gap[], from: Instant, until: Instant): number {
  const rests = gaps.map(({ startAt, endAt }) => (endAt > from ? Math.min(endAt, until) - startAt : 0));
  return Math.max(0, ...rests) / MINUTE_MILLIS;
}

/**
 * One long rest in every week, or in the weeks that end with it: somewhere in them a moment comes at which the agent has
 * been free for so long. The rest may have begun before; it is elapsed time, so that clock changes do not shorten it.
 */
export const weeklyRest: WorkRule = {
  id: 'weekly-rest',
  title: { en: 'Long rest in a week', ja: '週の連続した休息' },
  message: {
    en: 'Longest rest {restMinutes} min in {weeks} weeks; the rule asks for {limit}',
    ja: '{weeks}週で最も長い休息は{restMinutes}分です。{limit}分以上が必要です',
  },
  source: 'EU 2003/88/EC art. 5 (24 h and the daily 11 h)',
  amountUnit: 'minutes',
  parameters: [longRestMinutes, weeks],
  defaultLevel: 'must',
  lookBackDays: (p) => (valueOf(weeks, p) - 1) * 7 + Math.ceil(valueOf(longRestMinutes, p) / 1440) + 1,
  evaluate: (view, p, level) => {
    const [limit, count] = [valueOf(longRestMinutes, p), valueOf(weeks, p)];
    const gaps = gapsOf(view);
    const toBreach = breachOf(weeklyRest, view, level);
    const breaches: Breach[] = [];
    const cannotJudge: CannotJudge[] = [];
    for (const { from, until } of weekWindows(view, count)) {
      const span = { startAt: startOfDay(view, from), endAt: startOfDay(view, until) };
      const longest = longestRest(gaps, span.startAt, span.endAt);
      if (longest >= limit) continue;
      const neededFromAt = span.startAt - limit * MINUTE_MILLIS;
      if (!isWorkKnownSince(view, neededFromAt)) cannotJudge.push(historyMissing(weeklyRest, view, neededFromAt));
      else {
        const values = { restMinutes: Math.floor(longest), weeks: count, limit };
        breaches.push(toBreach({ at: span.startAt, span, amount: limit - longest, values }));
      }
    }
    return { breaches, cannotJudge: cannotJudge.slice(0, 1) };
  },
  tour: { kind: 'long-rest', rest: (p) => ({ minutes: valueOf(longRestMinutes, p), weeks: valueOf(weeks, p) }) },
  optIn: true,
};
