import { intervalStart, MINUTE_MILLIS, overlaps } from '@yotei/time';
import type { PlacedShift } from '../exchanges/index.js';
import { withoutId } from '../exchanges/resolve-exchange.js';
import { isRest, moveActivity } from '../roster/index.js';
import { actionOf, REPAIR_PRICES, rulesOf } from './judge-idea.js';
import type { RepairAction, RepairCase, RepairChange } from './repair-action.js';
import { RepairDay } from './repair-day.js';

/** What a further slot without a pause is worth, in the objective's unit (10 to 40 = one agent short for a slot). */
const WAIT_PRICE = 8;

/**
 * The next break or lunch of each of these people, as soon as their rules and the rest of the day allow: one proposal for all of
 * them, in the order given, so that they do not go at the same moment. Sooner is weighed against whom customers then wait for:
 * a slot of waiting is worth a little less than one agent short. Breaks go no later than they were, and nothing that begins within
 * the lead time is moved. Unlike other repairs it may cost coverage; its effect says how much. Null when nobody's break can
 * come sooner: there is none left today, or a must rule stands against it.
 */
export function breatherFor(given: RepairCase, agentIds: readonly string[]): RepairAction | null {
  const day = new RepairDay(given);
  const changes: RepairChange[] = [];
  for (const agentId of agentIds) {
    const change = soonestBreak(day, agentId, changes);
    if (change) changes.push(change);
  }
  const [first] = changes;
  if (!first) return null;
  const queueId = day.queueIds.find((id) => day.canServe(first.after.agentId, id));
  if (queueId === undefined) return null;
  const span = { startAt: given.now, endAt: given.untilAt };
  return actionOf(day, { kind: 'move-breaks', queueId, span, changes });
}

/** The best sooner start of the person's next pause, those chosen before as they are; null: none is allowed. */
function soonestBreak(day: RepairDay, agentId: string, chosen: readonly RepairChange[]): RepairChange | null {
  const shift = day.today.find((one) => one.agentId === agentId && one.startAt <= day.given.now);
  if (!shift || shift.locked || day.isMissing(agentId, shift)) return null;
  const index = shift.activities.findIndex(({ activityTypeId, startAt }) => {
    const type = day.activityTypes.get(activityTypeId);
    return type !== undefined && isRest(type) && startAt >= day.movableFrom;
  });
  const pause = shift.activities[index];
  if (!pause) return null;
  let best: { readonly change: RepairChange; readonly price: number } | null = null;
  const stepMillis = day.grid.stepMinutes * MINUTE_MILLIS;
  for (let slot = day.fromSlot; slot < day.untilSlot; slot++) {
    const startAt = intervalStart(day.grid, slot);
    if (startAt < day.movableFrom) continue;
    if (startAt >= pause.startAt) break;
    const change = breakAt(day, shift, { index, startAt });
    const rules = change && rulesOf(day, [change]);
    if (!rules) continue;
    const waited = (startAt - day.movableFrom) / stepMillis;
    const worse = REPAIR_PRICES.worsePreference * rules.worse.length;
    const price = day.costWith([...chosen, change]) + WAIT_PRICE * waited + worse;
    if (!best || price < best.price) best = { change, price };
  }
  return best?.change ?? null;
}

/** Null where the pause would lie on something else than contact work. */
function breakAt(
  day: RepairDay,
  shift: PlacedShift,
  { index, startAt }: { readonly index: number; readonly startAt: number },
): RepairChange | null {
  const pause = shift.activities[index]!;
  const place = { startAt, endAt: startAt + pause.endAt - pause.startAt };
  const isHit = shift.activities.some(
    (one, i) => i !== index && overlaps(one, place) && !day.activityTypes.get(one.activityTypeId)?.contactWork,
  );
  if (isHit) return null;
  return { before: shift, after: moveActivity(withoutId(shift), index, startAt, day.contactTypeId).shift };
}
