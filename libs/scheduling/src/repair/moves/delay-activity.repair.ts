import { overlaps } from '@yotei/time';
import { withoutId } from '../../exchanges/resolve-exchange.js';
import { isRest, moveActivity, type Activity } from '../../roster/index.js';
import type { PlacedShift } from '../../exchanges/index.js';
import { bestFew } from '../best-few.js';
import { rulesOf } from '../judge-idea.js';
import type { GapStretch, RepairChange } from '../repair-action.js';
import type { RepairDay } from '../repair-day.js';
import type { RepairMove } from '../repair-move.js';
import { isDeferrable } from './call-on-skills.repair.js';

const MOST_PEOPLE = 5;

interface Held {
  readonly shift: PlacedShift;
  readonly index: number;
  readonly activity: Activity;
}

/** Trainings, meetings and coaching that lie where people are missing begin later today; a session moves as a whole. */
export const delayActivity: RepairMove = {
  kind: 'delay-activity',
  propose: (day, stretch) => {
    const held = heldIn(day, stretch);
    const alone = held.filter(({ activity }) => activity.sessionId === undefined);
    const few = bestFew(
      day,
      alone.flatMap((one) => bestLater(day, [one]) ?? []),
      MOST_PEOPLE,
    );
    const sessions = [...bySession(held).values()].flatMap((members) => {
      const moved = bestLater(day, members);
      return moved ? [moved] : [];
    });
    const { queueId, startAt, endAt } = stretch;
    return [few, ...sessions]
      .filter((changes) => changes.length > 0)
      .map((changes) => ({ kind: 'delay-activity', queueId, span: { startAt, endAt }, changes }));
  },
};

function heldIn(day: RepairDay, stretch: GapStretch): Held[] {
  return day.today.flatMap((shift) => {
    if (shift.locked || !day.canServe(shift.agentId, stretch.queueId) || day.isMissing(shift.agentId, stretch))
      return [];
    return shift.activities.flatMap((activity, index): Held[] => {
      const type = day.activityTypes.get(activity.activityTypeId);
      if (!type || type.contactWork || isRest(type) || isDeferrable(type)) return [];
      return activity.startAt >= day.movableFrom && overlaps(activity, stretch) ? [{ shift, index, activity }] : [];
    });
  });
}

function bySession(held: readonly Held[]): Map<string, Held[]> {
  const sessions = new Map<string, Held[]>();
  for (const one of held) {
    const { sessionId, startAt } = one.activity;
    if (sessionId === undefined) continue;
    const key = `${sessionId} ${startAt}`;
    sessions.set(key, [...(sessions.get(key) ?? []), one]);
  }
  return sessions;
}

/** The same activity of all of them at the later start that costs least; null: none is better and allowed. */
function bestLater(day: RepairDay, held: readonly Held[]): RepairChange[] | null {
  const [first] = held;
  if (!first) return null;
  const length = first.activity.endAt - first.activity.startAt;
  const step = day.grid.stepMinutes * 60_000;
  const lastStart = Math.min(...held.map(({ shift }) => shift.endAt)) - length;
  let best: { changes: RepairChange[]; cost: number } | null = null;
  for (let at = first.activity.startAt + step; at <= lastStart; at += step) {
    const changes = held.map((one) => movedTo(day, one, at));
    if (changes.some((change) => change === null)) continue;
    const found = changes as RepairChange[];
    const cost = day.costWith(found);
    if (cost < (best?.cost ?? day.cost) - 1e-6 && rulesOf(day, found)) best = { changes: found, cost };
  }
  return best?.changes ?? null;
}

/** Null where it would lie on something else than contact work. */
function movedTo(day: RepairDay, { shift, index, activity }: Held, startAt: number): RepairChange | null {
  const place = { startAt, endAt: startAt + activity.endAt - activity.startAt };
  const hit = shift.activities.some(
    (one, i) => i !== index && overlaps(one, place) && !day.activityTypes.get(one.activityTypeId)?.contactWork,
  );
  if (hit) return null;
  return { before: shift, after: moveActivity(withoutId(shift), index, startAt, day.contactTypeId).shift };
}
