import type { RuleParameters } from '../roster/index.js';
import { findRule, resolveParameters } from '../rules/index.js';

type Direction = 'less' | 'more';

/** Which way a parameter is stricter. Parameters that only say what a word means (when the night is) have none. */
const STRICTER: Readonly<Record<string, Readonly<Record<string, Direction>>>> = {
  'min-rest-between-shifts': { restMinutes: 'more' },
  'max-consecutive-days': { days: 'less' },
  'weekly-rest-day': { daysOff: 'more' },
  'max-daily-paid-minutes': { paidMinutes: 'less' },
  'break-by-work-length': {
    firstWorkMinutes: 'less',
    firstBreakMinutes: 'more',
    secondWorkMinutes: 'less',
    secondBreakMinutes: 'more',
  },
  'max-continuous-contact-minutes': { contactMinutes: 'less' },
  'max-week-minutes': { maxMinutes: 'less' },
  'average-week-minutes': { averageMinutes: 'less' },
  'max-overtime-months': { averageMinutes: 'less' },
  'max-overtime-year': { maxMinutes: 'less' },
  'max-long-overtime-months': { monthMinutes: 'less', months: 'less' },
  'weekly-rest': { longRestMinutes: 'more', weeks: 'less' },
  'days-off-in-weeks': { daysOffTogether: 'more' },
  'free-weekdays': { freeDays: 'more' },
  'night-worker-hours': { averageMinutes: 'less', nightShifts: 'less' },
  'max-night-shift-minutes': { maxMinutes: 'less', nightMinutes: 'less' },
  'young-day-minutes': { maxMinutes: 'less' },
  'young-week-minutes': { maxMinutes: 'less' },
  'young-rest': { restMinutes: 'more' },
  'young-break': { workMinutes: 'less', breakMinutes: 'more' },
  'break-latest-start': { workMinutes: 'less', breakMinutes: 'more', latestStartMinutes: 'less' },
  'rest-breaks-by-hours': { everyMinutes: 'less', fromMinutes: 'less', breakMinutes: 'more' },
  'max-work-without-break': { workMinutes: 'less', breakMinutes: 'more' },
  'min-pause-minutes': { pauseMinutes: 'more' },
};

/** A parameter that asks for less than the law does. */
export interface LaxerParameter {
  readonly key: string;
  readonly own: number;
  readonly law: number;
}

export type Strictness =
  | { readonly kind: 'as-strict' }
  | { readonly kind: 'laxer'; readonly parameters: readonly LaxerParameter[] }
  /** The two speak of different things, such as other nights or other periods: each has to be judged. */
  | { readonly kind: 'different' };

/** Whether parameters of a rule ask for at least as much as others of the same rule; defaults stand for what is not set. */
export function compareStrictness(ruleId: string, own: RuleParameters = {}, law: RuleParameters = {}): Strictness {
  const rule = findRule(ruleId);
  if (!rule) return { kind: 'different' };
  const [mine, theirs] = [resolveParameters(rule, own), resolveParameters(rule, law)];
  const directions = STRICTER[ruleId] ?? {};
  const differs = [...Object.keys(theirs)].some((key) => !directions[key] && mine[key] !== theirs[key]);
  if (differs) return { kind: 'different' };
  const parameters = Object.entries(directions).flatMap(([key, stricter]): LaxerParameter[] => {
    const [a, b] = [Number(mine[key]), Number(theirs[key])];
    return (stricter === 'less' ? a > b : a < b) ? [{ key, own: a, law: b }] : [];
  });
  return parameters.length === 0 ? { kind: 'as-strict' } : { kind: 'laxer', parameters };
}
