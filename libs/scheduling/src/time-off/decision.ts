import type { Instant, Interval } from '@yotei/time';

/** What decides on a request for time off, all as it stands in the deciding transaction. */
export interface TimeOffQuestion {
  readonly span: Interval;
  readonly now: Instant;
  /** Paid minutes the request uses. */
  readonly needMinutes: number;
  /** Null for kinds without a balance (sickness, unpaid). */
  readonly leftMinutes: number | null;
  readonly minNoticeHours: number;
  /** `review`: a person always decides on this kind. */
  readonly decides: 'rules' | 'review';
  /** Own absence at the same time, approved or asked for. */
  readonly overlapsOwn: boolean;
  /** Hours of the span that have an allowance. */
  readonly hours: readonly AllowanceHour[];
  /** Published shifts of the person that the span touches. */
  readonly publishedShifts: number;
}

export interface AllowanceHour {
  readonly startAt: Instant;
  /** Most people who may be away in this hour. */
  readonly most: number;
  /** Others who are away already. */
  readonly away: number;
}

/** Why; each with the numbers of its sentence. */
export type TimeOffReason =
  | { readonly code: 'in-the-past' }
  | { readonly code: 'overlaps-own' }
  | { readonly code: 'notice-too-short'; readonly needHours: number; readonly haveHours: number }
  | { readonly code: 'balance-too-small'; readonly needMinutes: number; readonly leftMinutes: number }
  | { readonly code: 'allowance-full'; readonly startAt: Instant; readonly most: number; readonly away: number }
  | { readonly code: 'touches-published-shifts'; readonly shifts: number }
  | { readonly code: 'kind-needs-review' }
  | { readonly code: 'rules-hold' };

export type TimeOffVerdict = 'approved' | 'declined' | 'waiting' | 'review';

/**
 * The first rule that does not hold decides, in this order: what can never be (`declined`), what a place may still come
 * free for (`waiting`), what a person must weigh (`review`); else it is approved. A closed hour (allowance 0) is declined,
 * for no place can come free in it.
 */
export function decideTimeOff(question: TimeOffQuestion): {
  readonly verdict: TimeOffVerdict;
  readonly reason: TimeOffReason;
} {
  const haveHours = (question.span.startAt - question.now) / 3_600_000;
  if (question.span.endAt <= question.now) return { verdict: 'declined', reason: { code: 'in-the-past' } };
  if (question.overlapsOwn) return { verdict: 'declined', reason: { code: 'overlaps-own' } };
  if (question.minNoticeHours > 0 && haveHours < question.minNoticeHours)
    return {
      verdict: 'declined',
      reason: { code: 'notice-too-short', needHours: question.minNoticeHours, haveHours: Math.max(0, haveHours) },
    };
  const { needMinutes, leftMinutes } = question;
  if (leftMinutes !== null && needMinutes > leftMinutes)
    return { verdict: 'declined', reason: { code: 'balance-too-small', needMinutes, leftMinutes } };
  const full = question.hours.find(({ most, away }) => away >= most);
  if (full) {
    const closed = question.hours.find(({ most }) => most === 0);
    const { startAt, most, away } = closed ?? full;
    return { verdict: closed ? 'declined' : 'waiting', reason: { code: 'allowance-full', startAt, most, away } };
  }
  if (question.publishedShifts > 0)
    return { verdict: 'review', reason: { code: 'touches-published-shifts', shifts: question.publishedShifts } };
  if (question.decides === 'review') return { verdict: 'review', reason: { code: 'kind-needs-review' } };
  return { verdict: 'approved', reason: { code: 'rules-hold' } };
}
