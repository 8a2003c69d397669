import { judgeAgent } from '@yotei/scheduling/evaluation';
import { selects, tileActivities, type Activity, type RosterProblem } from '@yotei/scheduling/roster';
import { findRule, type Breach } from '@yotei/scheduling/rules';
import { gridEnd, MINUTE_MILLIS, overlaps, type Grid, type Instant } from '@yotei/time';
import type { NewShift } from './shift-writer.js';
import type { StoredShift } from './shifts.repository.js';
import { worseTeamBreaches } from './team-breaches.js';

/** One agent's shift after an edit, as the board sends it. */
export interface ShiftEdit {
  readonly shiftId?: string | null;
  readonly agentId: string;
  readonly expectedVersion?: number | null;
  readonly remove?: boolean | null;
  readonly startAt?: Instant | null;
  readonly endAt?: Instant | null;
  readonly templateId?: string | null;
  readonly locked?: boolean | null;
  readonly activities?:
    | readonly {
        readonly activityTypeId: string;
        readonly startAt: Instant;
        readonly endAt: Instant;
        readonly sessionId?: string;
        /** Queue served, where contact work is bound to one; absent = shared over all the agent's skills. */
        readonly queueId?: string;
      }[]
    | null;
}

export interface InputFault {
  readonly path: string;
  readonly message: string;
}

/** A stored shift and what becomes of it; `after` null = removed, `before` null = new. */
export interface ShiftChange {
  readonly before: StoredShift | null;
  readonly after: NewShift | null;
}

export type ResolvedEdits =
  | { readonly kind: 'changes'; readonly changes: readonly ShiftChange[] }
  | { readonly kind: 'edited-meanwhile' }
  | { readonly kind: 'invalid'; readonly fault: InputFault };

const LONGEST_SHIFT_MILLIS = 24 * 3_600_000;

/** What the edits would do to the shifts as they are now; nothing is changed. */
export function resolveEdits(
  edits: readonly ShiftEdit[],
  current: readonly StoredShift[],
  of: { problem: RosterProblem; grid: Grid },
): ResolvedEdits {
  const byId = new Map(current.map((shift) => [shift.id, shift]));
  const changes: ShiftChange[] = [];
  for (const [index, edit] of edits.entries()) {
    const before = edit.shiftId ? byId.get(edit.shiftId) : null;
    if (before === undefined) return { kind: 'edited-meanwhile' };
    if (before && edit.expectedVersion !== before.version) return { kind: 'edited-meanwhile' };
    if (edit.remove) {
      if (!before)
        return { kind: 'invalid', fault: { path: `edits.${index}.shiftId`, message: 'name the shift to remove' } };
      changes.push({ before, after: null });
      continue;
    }
    const after = editedShift(edit, before, of.problem);
    const fault = faultOf(after, of);
    if (fault) return { kind: 'invalid', fault: { path: `edits.${index}.${fault.path}`, message: fault.message } };
    changes.push({ before, after });
  }
  return { kind: 'changes', changes };
}

/** The edit laid over the shift as it is; parts of the shift not covered by an activity are contact work. */
function editedShift(edit: ShiftEdit, before: StoredShift | null, problem: RosterProblem): NewShift {
  const contact = problem.activityTypes.find(({ contactWork }) => contactWork)?.id ?? '';
  const startAt = edit.startAt ?? before?.startAt ?? Number.NaN;
  const endAt = edit.endAt ?? before?.endAt ?? Number.NaN;
  const placed = edit.activities
    ? withSessions(edit.activities, edit.agentId, before, problem)
    : (before?.activities ?? []);
  const templateId = edit.templateId === undefined ? before?.templateId : (edit.templateId ?? undefined);
  // What an agent agreed to is no agreement of another, and a template takes its place.
  const agreedForm = before?.agreedForm === true && before.agentId === edit.agentId && templateId === undefined;
  return {
    agentId: edit.agentId,
    startAt,
    endAt,
    handEdited: true,
    templateId,
    ...(agreedForm && { agreedForm }),
    locked: edit.locked ?? before?.locked ?? false,
    activities: tileActivities({ startAt, endAt }, placed, contact),
  };
}

/**
 * The board sends activities without the sessions they are places of. A part keeps its session when the shift has one of
 * the same type and length; a part that comes back by undo finds it as the only session of that form for the agent.
 */
function withSessions(
  activities: NonNullable<ShiftEdit['activities']>,
  agentId: string,
  before: StoredShift | null,
  problem: RosterProblem,
): Activity[] {
  const agent = problem.agents.find(({ id }) => id === agentId);
  const open = (before?.activities ?? []).filter(({ sessionId }) => sessionId !== undefined);
  return activities.map((activity) => {
    if (activity.sessionId !== undefined) return activity;
    const length = activity.endAt - activity.startAt;
    const kept = open.findIndex(
      (one) => one.activityTypeId === activity.activityTypeId && one.endAt - one.startAt === length,
    );
    if (kept >= 0) return { ...activity, sessionId: open.splice(kept, 1)[0]!.sessionId };
    const [only, ...more] = (problem.sessions ?? []).filter(
      ({ activityTypeId, lengthMinutes, who }) =>
        activityTypeId === activity.activityTypeId &&
        lengthMinutes * MINUTE_MILLIS === length &&
        agent !== undefined &&
        selects(who, agent),
    );
    return only && more.length === 0 ? { ...activity, sessionId: only.id } : activity;
  });
}

function faultOf(shift: NewShift, { problem, grid }: { problem: RosterProblem; grid: Grid }): InputFault | null {
  if (!(shift.endAt > shift.startAt))
    return { path: 'endAt', message: 'a shift must end after it starts; give both times' };
  if (shift.endAt - shift.startAt > LONGEST_SHIFT_MILLIS)
    return { path: 'endAt', message: 'a shift lasts at most 24 hours' };
  // Agents in zones behind the schedule's work their week's last hours after its end.
  const week = { startAt: grid.startAt - LONGEST_SHIFT_MILLIS, endAt: gridEnd(grid) + LONGEST_SHIFT_MILLIS };
  if (!overlaps(shift, week)) return { path: 'startAt', message: 'the shift must lie in the weeks of the schedule' };
  if (!problem.agents.some(({ id }) => id === shift.agentId)) return { path: 'agentId', message: 'no such agent' };
  if (shift.templateId && !problem.templates.some(({ id }) => id === shift.templateId))
    return { path: 'templateId', message: 'no such shift template' };
  const unknown = shift.activities.find(
    ({ activityTypeId }) => !problem.activityTypes.some(({ id }) => id === activityTypeId),
  );
  return unknown ? { path: 'activities', message: `no such activity type: ${unknown.activityTypeId}` } : null;
}

export interface JudgedEdits {
  /** All breaches of the agents edited, as they would be. */
  readonly breaches: readonly Breach[];
  /** Must breaches the edit causes or makes worse. Those that were there before do not stop it. */
  readonly worse: readonly Breach[];
}

/** Must minutes (or days, or counts) broken by rule: an edit may not raise any of them. */
function mustAmounts(breaches: readonly Breach[]): Map<string, number> {
  const amounts = new Map<string, number>();
  for (const { ruleId, level, amount } of breaches)
    if (level === 'must') amounts.set(ruleId, (amounts.get(ruleId) ?? 0) + amount);
  return amounts;
}

/** Judges the agents concerned before and after, by the rules that serve the optimiser and the board. */
export function judgeEdits(
  changes: readonly ShiftChange[],
  current: readonly StoredShift[],
  problem: RosterProblem,
): JudgedEdits {
  const removed = new Set(changes.flatMap(({ before }) => (before ? [before.id] : [])));
  const agentIds = new Set(
    changes.flatMap(({ before, after }) => [before?.agentId, after?.agentId].filter((id) => id !== undefined)),
  );
  const judged: { breaches: Breach[]; worse: Breach[] } = { breaches: [], worse: [] };
  for (const agentId of agentIds) {
    const own = current.filter((shift) => shift.agentId === agentId);
    const kept = own.filter(({ id }) => !removed.has(id));
    const added = changes.flatMap(({ after }) => (after?.agentId === agentId ? [after] : []));
    const before = mustAmounts(judgeAgent(problem, agentId, own).breaches);
    const { breaches } = judgeAgent(
      problem,
      agentId,
      [...kept, ...added].sort((a, b) => a.startAt - b.startAt),
    );
    const after = mustAmounts(breaches);
    judged.breaches.push(...breaches);
    judged.worse.push(
      ...breaches.filter(({ ruleId, level }) => level === 'must' && after.get(ruleId)! > (before.get(ruleId) ?? 0)),
    );
  }
  const team = worseTeamBreaches(problem, current, [
    ...current.filter(({ id }) => !removed.has(id)),
    ...changes.flatMap(({ after }) => after ?? []),
  ]);
  return { breaches: [...judged.breaches, ...team.breaches], worse: [...judged.worse, ...team.worse] };
}

/** Breaches nobody can override, because a document that holds them makes no sense (overlap, holes in a shift). */
export function beyondOverride(breaches: readonly Breach[]): Breach[] {
  return breaches.filter(({ ruleId }) => findRule(ruleId)?.standing === true);
}
