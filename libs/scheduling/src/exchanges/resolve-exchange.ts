import { overlaps, type Interval } from '@yotei/time';
import { indexProblem, isRest, moveActivity, resizeShift, tileActivities, type Shift } from '../roster/index.js';
import type { ExchangeRequest, ImpossibleCode, OpenWork, PlacedShift, ShiftMove } from './exchange-request.js';
import type { ResolvedExchange, ShiftExchange } from './resolved-exchange.js';
import type { ShiftShelf } from './shift-shelf.js';
import { takenBy } from './taken-shift.js';
import { tradeSpans } from './trade-spans.js';

export const impossible = (code: ImpossibleCode, shiftId?: string): ResolvedExchange => ({
  kind: 'impossible',
  code,
  ...(shiftId && { shiftId }),
});

const plain = (changes: readonly ShiftExchange[]): ResolvedExchange => ({
  kind: 'changes',
  changes,
  timeOff: [],
  sessionsLeft: [],
});

/** What the request would make of the schedule; judges nothing but whether it can be carried out at all. */
export function resolveExchange(shelf: ShiftShelf, request: ExchangeRequest): ResolvedExchange {
  switch (request.kind) {
    case 'swap':
      return resolveSwap(shelf, request);
    case 'give-away':
      return resolveMoves(shelf, [request]);
    case 'cycle':
      return resolveCycle(shelf, request.moves);
    case 'swap-part':
      return tradeSpans(shelf, request);
    case 'break-change':
      return resolveBreak(shelf, request);
    case 'pick-up':
    case 'overtime':
      return resolveMoreWork(shelf, request);
    case 'voluntary-time-off':
      return resolveTimeOff(shelf, request);
  }
}

function resolveSwap(shelf: ShiftShelf, request: { giveShiftId: string; takeShiftId: string }): ResolvedExchange {
  const give = shelf.shift(request.giveShiftId);
  const take = shelf.shift(request.takeShiftId);
  if (!give) return impossible('unknown-shift', request.giveShiftId);
  if (!take) return impossible('unknown-shift', request.takeShiftId);
  return resolveCycle(shelf, [
    { shiftId: give.id, toAgentId: take.agentId },
    { shiftId: take.id, toAgentId: give.agentId },
  ]);
}

/** Everyone gives one shift and takes one. */
function resolveCycle(shelf: ShiftShelf, moves: readonly ShiftMove[]): ResolvedExchange {
  const givers = moves.map(({ shiftId }) => shelf.shift(shiftId)?.agentId);
  const unknown = givers.indexOf(undefined);
  if (unknown >= 0) return impossible('unknown-shift', moves[unknown]!.shiftId);
  const takers = new Set(moves.map(({ toAgentId }) => toAgentId));
  if (new Set(givers).size < moves.length || takers.size < moves.length)
    return impossible(givers.length === 2 && givers[0] === givers[1] ? 'same-agent' : 'repeated-party');
  if (moves.length < 2 || !givers.every((id) => takers.has(id!))) return impossible('not-a-cycle');
  return resolveMoves(shelf, moves);
}

function resolveMoves(shelf: ShiftShelf, moves: readonly ShiftMove[]): ResolvedExchange {
  const changes: ShiftExchange[] = [];
  const sessionsLeft: string[] = [];
  for (const { shiftId, toAgentId } of moves) {
    const before = shelf.shift(shiftId);
    if (!before) return impossible('unknown-shift', shiftId);
    if (!shelf.agent(toAgentId)) return impossible('unknown-agent');
    if (before.agentId === toAgentId) return impossible('same-agent', shiftId);
    if (before.locked) return impossible('locked', shiftId);
    const taken = takenBy(shelf.problem, before, toAgentId);
    if (taken.leftSession) sessionsLeft.push(before.agentId);
    changes.push({ before, after: taken.shift });
  }
  return { kind: 'changes', changes, timeOff: [], sessionsLeft };
}

function resolveBreak(
  shelf: ShiftShelf,
  request: Extract<ExchangeRequest, { kind: 'break-change' }>,
): ResolvedExchange {
  const before = shelf.shift(request.shiftId);
  if (!before) return impossible('unknown-shift', request.shiftId);
  if (before.locked) return impossible('locked', before.id);
  const types = indexProblem(shelf.problem).activityTypes;
  const index = before.activities.findIndex(({ startAt }) => startAt === request.activityStartAt);
  const activity = before.activities[index];
  const type = activity && types.get(activity.activityTypeId);
  if (!activity || !type || type.contactWork || activity.sessionId || !isRest(type)) return impossible('not-a-break');
  const place = { startAt: request.startAt, endAt: request.startAt + activity.endAt - activity.startAt };
  if (place.startAt < before.startAt || place.endAt > before.endAt) return impossible('span-outside-shift', before.id);
  const hit = before.activities.some(
    (one, i) => i !== index && overlaps(one, place) && !types.get(one.activityTypeId)?.contactWork,
  );
  if (hit) return impossible('covers-another-activity', before.id);
  const { shift } = moveActivity(before, index, request.startAt, shelf.contactTypeId);
  return plain([{ before, after: withoutId(shift) }]);
}

/** Longer where it touches a shift of the agent, a shift of its own elsewhere. */
function resolveMoreWork(
  shelf: ShiftShelf,
  { agentId, work }: { readonly agentId: string; readonly work: OpenWork },
): ResolvedExchange {
  if (!shelf.agent(agentId)) return impossible('unknown-agent');
  if (work.endAt <= work.startAt) return impossible('empty-span');
  const own = shelf.shiftsOf(agentId).find(({ startAt, endAt }) => endAt === work.startAt || startAt === work.endAt);
  const placed = work.activities ?? [];
  if (own && !work.templateId) {
    if (own.locked) return impossible('locked', own.id);
    const span = { startAt: Math.min(own.startAt, work.startAt), endAt: Math.max(own.endAt, work.endAt) };
    const activities = tileActivities(span, [...own.activities, ...placed], shelf.contactTypeId);
    return plain([{ before: own, after: { ...withoutId(own), ...span, activities } }]);
  }
  const { startAt, endAt, templateId } = work;
  const activities = tileActivities(work, placed, shelf.contactTypeId);
  return plain([{ before: null, after: { agentId, startAt, endAt, templateId, activities } }]);
}

function resolveTimeOff(
  shelf: ShiftShelf,
  { shiftId, span }: { readonly shiftId: string; readonly span: Interval },
): ResolvedExchange {
  const before = shelf.shift(shiftId);
  if (!before) return impossible('unknown-shift', shiftId);
  if (before.locked) return impossible('locked', before.id);
  if (span.endAt <= span.startAt) return impossible('empty-span');
  const atStart = span.startAt === before.startAt;
  if (span.startAt < before.startAt || span.endAt > before.endAt || (!atStart && span.endAt !== before.endAt))
    return impossible('span-outside-shift', before.id);
  const rest = atStart
    ? { startAt: span.endAt, endAt: before.endAt }
    : { startAt: before.startAt, endAt: span.startAt };
  const after = resizeShift(before, rest, shelf.contactTypeId);
  const paidMinutes = Math.max(0, shelf.paidMinutes(before) - (after ? shelf.paidMinutes(after) : 0));
  return {
    kind: 'changes',
    changes: [{ before, after: after && withoutId(after) }],
    timeOff: [{ agentId: before.agentId, startAt: span.startAt, endAt: span.endAt, paidMinutes, reason: 'voluntary' }],
    sessionsLeft: [],
  };
}

/** A roster shift without its name in the document. */
export function withoutId(shift: PlacedShift | Shift): Shift {
  const { agentId, startAt, endAt, templateId, locked, agreedForm, activities } = shift;
  return { agentId, startAt, endAt, templateId, locked, ...(agreedForm && { agreedForm }), activities };
}
