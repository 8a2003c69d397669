import { HOUR_MILLIS, intervalIndex } from '@yotei/time';
import { withoutId } from '../../exchanges/resolve-exchange.js';
import { paidMinutesOf, resizeShift, type TimeOff } from '../../roster/index.js';
import type { GapStretch, RepairChange } from '../repair-action.js';
import type { RepairDay } from '../repair-day.js';
import type { RepairMove } from '../repair-move.js';

const MOST_NAMED = 8;
const MOST_PLACES = 20;

/** Who wants to may go home early where more are there than needed; never so many that somebody is missing. */
export const offerTimeOff: RepairMove = {
  kind: 'offer-time-off',
  forSurplus: true,
  propose: (day, stretch) => {
    const { queueId } = stretch;
    const span = { startAt: Math.max(stretch.startAt, day.movableFrom), endAt: stretch.endAt };
    if (span.endAt - span.startAt < HOUR_MILLIS) return [];
    const able = day.today.flatMap((before): RepairChange[] => {
      const isEnd = before.startAt < span.startAt && before.endAt > span.startAt && before.endAt <= span.endAt;
      if (!isEnd || before.locked || !day.canServe(before.agentId, queueId) || day.isMissing(before.agentId, span))
        return [];
      const rest = { startAt: before.startAt, endAt: span.startAt };
      const after = resizeShift(withoutId(before), rest, day.contactTypeId);
      return after ? [{ before, after }] : [];
    });
    // Those who leave earliest anyway give up least.
    able.sort((a, b) => a.before!.endAt - b.before!.endAt);
    const places = Math.min(able.length, spareAgents(day, { ...stretch, ...span }), MOST_PLACES);
    if (places === 0) return [];
    const changes = able.slice(0, places);
    const agentIds = able.slice(0, Math.max(MOST_NAMED, places)).map(({ after }) => after.agentId);
    const offer = { kind: 'voluntary-time-off', span, places, agentIds } as const;
    return [{ kind: 'offer-time-off', queueId, span, changes, offer, credits: changes.map((one) => credit(day, one)) }];
  },
};

/** Whole agents who are too many in every slot of the span. */
function spareAgents(day: RepairDay, { queueId, startAt, endAt }: GapStretch): number {
  const queue = day.queueIds.indexOf(queueId);
  let spare = Number.POSITIVE_INFINITY;
  for (let slot = Math.max(0, intervalIndex(day.grid, startAt)); slot < intervalIndex(day.grid, endAt); slot++)
    spare = Math.min(spare, day.present[queue]![slot]! - day.demandOf(queue, slot));
  return Number.isFinite(spare) ? Math.max(0, Math.floor(spare + 1e-6)) : 0;
}

/** The minutes not worked still count towards the contract. */
function credit(day: RepairDay, { before, after }: RepairChange): TimeOff {
  const paidMinutes = paidMinutesOf(before!, day.activityTypes) - paidMinutesOf(after, day.activityTypes);
  return { agentId: after.agentId, startAt: after.endAt, endAt: before!.endAt, paidMinutes };
}
