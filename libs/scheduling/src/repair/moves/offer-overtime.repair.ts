import { HOUR_MILLIS, overlaps, type Instant, type Interval } from '@yotei/time';
import { withoutId } from '../../exchanges/resolve-exchange.js';
import { tileActivities } from '../../roster/index.js';
import { rulesOf } from '../judge-idea.js';
import type { GapStretch, RepairChange } from '../repair-action.js';
import type { RepairDay } from '../repair-day.js';
import type { RepairMove } from '../repair-move.js';

const LEAST_MILLIS = HOUR_MILLIS;
const MOST_MILLIS = 4 * HOUR_MILLIS;
/** Of those who could come, so many are asked of the rules. */
const MOST_JUDGED = 60;
const MOST_NAMED = 8;

/** More hours for some: those about to finish stay longer, others come in. The effect is that of the first ones saying yes. */
export const offerOvertime: RepairMove = {
  kind: 'offer-overtime',
  propose: (day, stretch) => {
    const span = offeredSpan(day, stretch);
    if (!span) return [];
    const able: RepairChange[] = [];
    for (const change of candidatesFor(day, stretch.queueId, span).slice(0, MOST_JUDGED)) {
      if (able.length >= Math.max(MOST_NAMED, stretch.mostAgents)) break;
      if (rulesOf(day, [change])) able.push(change);
    }
    const places = Math.min(able.length, Math.ceil(stretch.mostAgents));
    if (places === 0) return [];
    const agentIds = able.map(({ after }) => after.agentId).slice(0, Math.max(MOST_NAMED, places));
    const { queueId, startAt, endAt } = stretch;
    return [
      {
        kind: 'offer-overtime',
        queueId,
        span: { startAt, endAt },
        changes: able.slice(0, places),
        offer: { kind: 'overtime', span, places, agentIds },
      },
    ];
  },
};

/** From where most of those with the skill finish near the beginning, so that they can stay; one to four hours. */
function offeredSpan(day: RepairDay, { queueId, startAt, endAt }: GapStretch): Interval | null {
  const earliest = Math.max(startAt, day.movableFrom);
  const ends = new Map<Instant, number>();
  for (const shift of day.today)
    if (shift.endAt >= earliest && shift.endAt < endAt && day.canServe(shift.agentId, queueId))
      ends.set(shift.endAt, (ends.get(shift.endAt) ?? 0) + 1);
  const [best] = [...ends].sort((a, b) => b[1] - a[1] || a[0] - b[0]);
  const from = best?.[0] ?? Math.ceil(earliest / (15 * 60_000)) * 15 * 60_000;
  const span = { startAt: from, endAt: Math.min(Math.max(endAt, from + LEAST_MILLIS), from + MOST_MILLIS) };
  return span.startAt < endAt ? span : null;
}

/** Who does not work then and has the skill: those who stay longer before those who come in, the least paid first. */
export function candidatesFor(day: RepairDay, queueId: string, span: Interval): RepairChange[] {
  const able = day.problem.agents.flatMap(({ id }) => {
    if (!day.canServe(id, queueId) || day.isMissing(id, span)) return [];
    const own = day.shiftsOf(id);
    if (own.some((shift) => overlaps(shift, span))) return [];
    const beside = own.find((shift) => shift.endAt === span.startAt || shift.startAt === span.endAt) ?? null;
    if (beside?.locked) return [];
    const worked = own.reduce((sum, { startAt, endAt }) => sum + endAt - startAt, 0);
    return [{ change: moreWork(day, id, beside, span), isLonger: beside !== null, worked }];
  });
  return able
    .sort((a, b) => Number(b.isLonger) - Number(a.isLonger) || a.worked - b.worked)
    .map(({ change }) => change);
}

/** The shift with the work in it, or a shift of its own. */
export function moreWork(
  day: RepairDay,
  agentId: string,
  beside: RepairChange['before'],
  span: Interval,
): RepairChange {
  if (!beside)
    return { before: null, after: { agentId, ...span, activities: tileActivities(span, [], day.contactTypeId) } };
  const whole = { startAt: Math.min(beside.startAt, span.startAt), endAt: Math.max(beside.endAt, span.endAt) };
  const activities = tileActivities(whole, beside.activities, day.contactTypeId);
  return { before: beside, after: { ...withoutId(beside), ...whole, activities } };
}
