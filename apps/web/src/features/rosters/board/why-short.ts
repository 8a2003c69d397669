import { gapIn, replaceInCoverage, scheduledIn, type Coverage } from './coverage.js';
import type { Proposal } from './edits.js';
import { moveActivities } from './gestures/move-activity.gesture.js';
import type { GestureTarget } from './gestures/gesture.js';
import type { BoardModel, BoardShift } from './model.js';
import { activityAt, activityIndexAt } from './tiling.js';

/** Where everybody is in one slot, and what could be moved. */
export interface ShortageReport {
  readonly slot: number;
  readonly toRoster: number;
  readonly scheduled: number;
  /** Agents by what they do instead of contact work, most first. Key: activity code. */
  readonly elsewhere: readonly { readonly code: string; readonly count: number; readonly movable: number }[];
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

/** Explains the slot: to roster, scheduled, where the rest are, and moves that would give some of them back. */
export function explainShortage(scene: Scene, slot: number): ShortageReport {
  const { model, coverage } = scene;
  const minute = slot * coverage.slotMinutes;
  const counts = new Map<string, { count: number; movable: number }>();
  const tally = { timeOff: 0, otherHours: 0, free: 0 };
  const movable: GestureTarget[] = [];
  model.agents.forEach((_, agent) => {
    const shift = (model.shifts[agent] ?? []).find((s) => s.start <= minute && minute < s.start + s.length);
    if (!shift) return void tally[absenceOf(model, agent, minute)]++;
    const activity = activityIndexAt(shift, minute);
    const type = model.activityTypes[activityAt(shift, activity)!.type]!;
    if (type.contactWork) return;
    const entry = counts.get(type.code) ?? { count: 0, movable: 0 };
    const canMove = MOVABLE.has(type.code) && !shift.locked;
    if (canMove) movable.push({ agent, shiftId: shift.id, activity });
    counts.set(type.code, { count: entry.count + 1, movable: entry.movable + (canMove ? 1 : 0) });
  });
  return {
    slot,
    toRoster: coverage.toRoster[slot] ?? Number.NaN,
    scheduled: scheduledIn(coverage, slot),
    elsewhere: [...counts].map(([code, entry]) => ({ code, ...entry })).sort((a, b) => b.count - a.count),
    ...tally,
    remedy: findRemedy(scene, slot, movable),
  };
}

function absenceOf(model: BoardModel, agent: number, minute: number): 'timeOff' | 'otherHours' | 'free' {
  if ((model.timeOff[agent] ?? []).some((off) => off.start <= minute && minute < off.start + off.length))
    return 'timeOff';
  const day = model.days.find((d) => minute >= d.start && minute < d.start + d.length);
  const works =
    day && (model.shifts[agent] ?? []).some((s) => s.start < day.start + day.length && s.start + s.length > day.start);
  return works ? 'otherHours' : 'free';
}

/** Takes the best move of each activity in turn, as long as the slot is short and the sum of shortage falls. */
function findRemedy(scene: Scene, slot: number, targets: readonly GestureTarget[]): Remedy | null {
  let { coverage } = scene;
  const edits: Proposal['edits'][number][] = [];
  let label: Proposal['label'] | null = null;
  for (const target of targets) {
    if (!(gapIn(coverage, slot) < -0.5)) break;
    const best = bestMove({ ...scene, coverage }, target);
    if (!best) continue;
    coverage = best.coverage;
    edits.push(...best.proposal.edits);
    label ??= best.proposal.label;
  }
  if (!label) return null;
  const agentIds = edits.map(({ before }) => scene.model.agents[before!.agent]!.id);
  return { proposal: { label: { ...label, agentIds }, edits }, count: edits.length, gapAfter: gapIn(coverage, slot) };
}

function bestMove(
  { model, coverage, isAllowed }: Scene,
  target: GestureTarget,
): { proposal: Proposal; coverage: Coverage } | null {
  let best: { proposal: Proposal; coverage: Coverage } | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (let delta = -REACH_MINUTES; delta <= REACH_MINUTES; delta += coverage.slotMinutes) {
    const proposal = moveActivities(model, [target], delta);
    const edit = proposal.edits[0];
    if (!edit?.before || !edit.after) continue;
    const after = replaceInCoverage(coverage, model, { removed: [edit.before], added: [edit.after] });
    const cost = shortageOver(after, edit.before) - shortageOver(coverage, edit.before);
    if (cost >= -0.01 || cost > least || (cost === least && delta > 0)) continue;
    const own = (model.shifts[target.agent] ?? []).map((shift) => (shift.id === edit.after!.id ? edit.after! : shift));
    if (!isAllowed(target.agent, own)) continue;
    [best, least] = [{ proposal, coverage: after }, cost];
  }
  return best;
}

/** Squared shortage over the shift's slots: one slot short by two hurts more than two slots short by one. */
function shortageOver(coverage: Coverage, shift: BoardShift): number {
  let sum = 0;
  for (
    let slot = Math.floor(shift.start / coverage.slotMinutes);
    slot * coverage.slotMinutes < shift.start + shift.length;
    slot++
  ) {
    const gap = gapIn(coverage, slot);
    if (gap < 0) sum += gap * gap;
  }
  return sum;
}
