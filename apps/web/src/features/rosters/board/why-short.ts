import {
  coverageOfQueue,
  gapIn,
  recount,
  scheduledIn,
  shortestQueue,
  type Coverage,
  type QueueStaffing,
} from './coverage.js';
import { applyEdits, type Proposal } from './edits.js';
import { moveActivities } from './gestures/move-activity.gesture.js';
import type { GestureTarget } from './gestures/gesture.js';
import type { BoardModel, BoardShift } from './model.js';
import { activityAt, activityIndexAt } from './tiling.js';

/** Where everybody with the queue's skill is in one slot, and what could be moved. */
export interface ShortageReport {
  readonly slot: number;
  /** The queue asked about, or the one shortest there; null without demand: then all agents count. */
  readonly queue: Pick<QueueStaffing, 'queueId' | 'skillId' | 'title'> | null;
  readonly toRoster: number;
  readonly scheduled: number;
  /** Agents by what they do instead of contact work, most first. Key: activity code. */
  readonly elsewhere: readonly { readonly code: string; readonly count: number; readonly movable: number }[];
  /** On contact work for another queue they also serve. */
  readonly otherQueue: number;
  /** On contact work without the queue's skill. */
  readonly wrongSkill: number;
  readonly timeOff: number;
  /** Agents who work that day, but not then. */
  readonly otherHours: number;
  /** Agents without a shift that day and without time off. */
  readonly free: number;
  /** Moves of lunches and breaks that help here without hurting elsewhere, taken together. Null: none. */
  readonly remedy: Remedy | null;
}

export interface Remedy {
  readonly proposal: Proposal;
  readonly count: number;
  readonly gapAfter: number;
}

/** Activities a planner may move within the shift without asking anybody. */
const MOVABLE = new Set(['lunch', 'break']);
/** Furthest a proposed move goes, and its step. */
const REACH_MINUTES = 60;

interface Scene {
  readonly model: BoardModel;
  readonly coverage: Coverage;
  /** Whether an agent's shifts stay without a new must breach. */
  readonly isAllowed: (agent: number, shifts: readonly BoardShift[]) => boolean;
}

/** Explains the slot for a queue: to roster, scheduled, where the rest are, and moves that would give some back. */
export function explainShortage(scene: Scene, slot: number, queueId?: string): ShortageReport {
  const { coverage } = scene;
  const queue = coverage.queues.find((one) => one.queueId === queueId) ?? shortestQueue(coverage, slot) ?? null;
  const own = coverageOfQueue(coverage, queue?.queueId);
  const { counts, tally, movable, onContact } = whereabouts(scene.model, slot * coverage.slotMinutes, queue);
  return {
    slot,
    queue,
    toRoster: own.toRoster[slot] ?? Number.NaN,
    scheduled: scheduledIn(own, slot),
    elsewhere: [...counts].map(([code, entry]) => ({ code, ...entry })).sort((a, b) => b.count - a.count),
    ...tally,
    otherQueue: Math.max(0, Math.round(onContact - scheduledIn(own, slot))),
    remedy: findRemedy(scene, { slot, queueId: queue?.queueId }, movable),
  };
}

function whereabouts(model: BoardModel, minute: number, queue: QueueStaffing | null) {
  const counts = new Map<string, { count: number; movable: number }>();
  const tally = { timeOff: 0, otherHours: 0, free: 0, wrongSkill: 0 };
  const movable: GestureTarget[] = [];
  let onContact = 0;
  model.agents.forEach(({ skillIds }, agent) => {
    const hasSkill = queue === null || skillIds.includes(queue.skillId);
    const shift = (model.shifts[agent] ?? []).find((s) => s.start <= minute && minute < s.start + s.length);
    if (!shift) return void (hasSkill && tally[absenceOf(model, agent, minute)]++);
    const activity = activityIndexAt(shift, minute);
    const type = model.activityTypes[activityAt(shift, activity)!.type]!;
    if (type.contactWork) return void (hasSkill ? onContact++ : tally.wrongSkill++);
    if (!hasSkill) return;
    const entry = counts.get(type.code) ?? { count: 0, movable: 0 };
    const canMove = MOVABLE.has(type.code) && !shift.locked;
    if (canMove) movable.push({ agent, shiftId: shift.id, activity });
    counts.set(type.code, { count: entry.count + 1, movable: entry.movable + (canMove ? 1 : 0) });
  });
  return { counts, tally, movable, onContact };
}

function absenceOf(model: BoardModel, agent: number, minute: number): 'timeOff' | 'otherHours' | 'free' {
  if ((model.timeOff[agent] ?? []).some((off) => off.start <= minute && minute < off.start + off.length))
    return 'timeOff';
  const day = model.days.find((d) => minute >= d.start && minute < d.start + d.length);
  const works =
    day && (model.shifts[agent] ?? []).some((s) => s.start < day.start + day.length && s.start + s.length > day.start);
  return works ? 'otherHours' : 'free';
}

/** Takes the best move of each activity in turn, as long as the queue is short there and the sum of shortage falls. */
function findRemedy(
  scene: Scene,
  { slot, queueId }: { readonly slot: number; readonly queueId: string | undefined },
  targets: readonly GestureTarget[],
): Remedy | null {
  let now: Trial = { model: scene.model, coverage: scene.coverage };
  const gapNow = () => gapIn(coverageOfQueue(now.coverage, queueId), slot);
  const edits: Proposal['edits'][number][] = [];
  let label: Proposal['label'] | null = null;
  for (const target of targets) {
    if (!(gapNow() < -0.5)) break;
    const best = bestMove({ ...scene, ...now }, target);
    if (!best) continue;
    now = best;
    edits.push(...best.proposal.edits);
    label ??= best.proposal.label;
  }
  if (!label) return null;
  const agentIds = edits.map(({ before }) => scene.model.agents[before!.agent]!.id);
  return { proposal: { label: { ...label, agentIds }, edits }, count: edits.length, gapAfter: gapNow() };
}

/** The board with moves tried so far. */
type Trial = Pick<Scene, 'model' | 'coverage'>;

function bestMove(
  { model, coverage, isAllowed }: Scene,
  target: GestureTarget,
): (Trial & { readonly proposal: Proposal }) | null {
  let best: (Trial & { readonly proposal: Proposal }) | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (let delta = -REACH_MINUTES; delta <= REACH_MINUTES; delta += coverage.slotMinutes) {
    const proposal = moveActivities(model, [target], delta);
    const edit = proposal.edits[0];
    if (!edit?.before || !edit.after) continue;
    const moved = applyEdits(model, proposal.edits);
    const after = recount(coverage, moved);
    const cost = shortageOver(after, edit.before) - shortageOver(coverage, edit.before);
    if (cost >= -0.01 || cost > least || (cost === least && delta > 0)) continue;
    if (!isAllowed(target.agent, moved.shifts[target.agent] ?? [])) continue;
    [best, least] = [{ proposal, model: moved, coverage: after }, cost];
  }
  return best;
}

/** Squared shortage of every queue over the shift's slots: one slot short by two hurts more than two short by one. */
function shortageOver(coverage: Coverage, shift: BoardShift): number {
  const first = Math.floor(shift.start / coverage.slotMinutes);
  const last = Math.ceil((shift.start + shift.length) / coverage.slotMinutes);
  let sum = 0;
  for (const { short } of coverage.queues) for (let slot = first; slot < last; slot++) sum += (short[slot] ?? 0) ** 2;
  return sum;
}
