import { MINUTE_MILLIS, overlaps, type Interval } from '@yotei/time';
import type { WorseRule } from '../exchanges/index.js';
import { rulesOf, shortMinutesWith } from './judge-idea.js';
import { moreWork } from './moves/offer-overtime.repair.js';
import type { RepairDay } from './repair-day.js';

/** Somebody who could work in place of one who does not come. */
export interface ComingIn {
  readonly agentId: string;
  readonly span: Interval;
  /** Longer at either end of the own shift; else comes in for it. */
  readonly isLonger: boolean;
  /** Minutes of agents no longer missing. */
  readonly shortMinutesRemoved: number;
  readonly worse: readonly WorseRule[];
}

/** Who is at home needs so long to come. */
const TRAVEL_MINUTES = 60;
/** Less than this is not worth the way. */
const LEAST_MINUTES = 60;
/** So many are asked of the rules, the likeliest first. */
const MOST_JUDGED = 80;

/**
 * Who could cover a span in place of an agent, best first: those who take most of the shortage, then those who only stay
 * longer or start earlier, then those who work least this week. Nobody for whom a must rule would be broken by more.
 */
export function whoCouldCome(day: RepairDay, agentId: string, span: Interval, most = 8): ComingIn[] {
  const queueIds = day.queueIds.filter((id) => day.canServe(agentId, id));
  const candidates = day.problem.agents
    .filter(({ id }) => id !== agentId && queueIds.some((queueId) => day.canServe(id, queueId)))
    .flatMap(({ id }) => candidateOf(day, id, span) ?? [])
    .sort((a, b) => Number(b.isLonger) - Number(a.isLonger) || a.worked - b.worked)
    .slice(0, MOST_JUDGED);
  const able = candidates.flatMap(({ agentId: id, span: work, isLonger, worked, change }) => {
    const rules = rulesOf(day, [change]);
    if (!rules) return [];
    const { removed: shortMinutesRemoved } = shortMinutesWith(day, [change]);
    return [{ agentId: id, span: work, isLonger, shortMinutesRemoved, worse: rules.worse, worked }];
  });
  return able
    .sort(
      (a, b) =>
        b.shortMinutesRemoved - a.shortMinutesRemoved ||
        Number(b.isLonger) - Number(a.isLonger) ||
        a.worse.length - b.worse.length ||
        a.worked - b.worked,
    )
    .slice(0, most)
    .map(({ worked: _worked, ...one }) => one);
}

/** Null: works all of the span, is not there, or too little of it would be left. */
function candidateOf(day: RepairDay, agentId: string, span: Interval) {
  const own = day.shiftsOf(agentId);
  if (day.isMissing(agentId, span)) return null;
  const touching = own.filter(
    (shift) => overlaps(shift, span) || shift.endAt === span.startAt || shift.startAt === span.endAt,
  );
  const [beside, ...others] = touching;
  if (others.length > 0 || beside?.locked) return null;
  const work = beside ? besideShift(day, beside, span) : fromHome(day, span);
  if (!work || work.endAt - work.startAt < LEAST_MINUTES * MINUTE_MILLIS) return null;
  const worked = own.reduce((sum, { startAt, endAt }) => sum + endAt - startAt, 0);
  return {
    agentId,
    span: work,
    isLonger: Boolean(beside),
    worked,
    change: moreWork(day, agentId, beside ?? null, work),
  };
}

/** The part after the own shift, or the part before it, whichever is longer. */
function besideShift(day: RepairDay, shift: Interval, span: Interval): Interval {
  const after = { startAt: Math.max(shift.endAt, span.startAt), endAt: span.endAt };
  const before = { startAt: fromHome(day, span).startAt, endAt: Math.min(shift.startAt, span.endAt) };
  return after.endAt - after.startAt >= before.endAt - before.startAt ? after : before;
}

function fromHome(day: RepairDay, span: Interval): Interval {
  const step = 15 * MINUTE_MILLIS;
  const earliest = Math.ceil((day.given.now + TRAVEL_MINUTES * MINUTE_MILLIS) / step) * step;
  return { startAt: Math.max(span.startAt, earliest), endAt: span.endAt };
}
