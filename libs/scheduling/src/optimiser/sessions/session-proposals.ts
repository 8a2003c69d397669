import { MINUTE_MILLIS, type Instant } from '@yotei/time';
import { selectAgents, type Roster, type RosterProblem, type Session, type Shift } from '../../roster/index.js';
import { groupChoices } from './group-choice.js';
import { SessionDesk } from './session-desk.js';
import { sessionAttendance } from './session-attendance.js';

/** A start offered to the planner, with what it would cost. */
export interface SessionProposal {
  readonly startAt: Instant;
  readonly endAt: Instant;
  readonly agentIds: readonly string[];
  /** Rise of the roster's cost, and agent-minutes newly short. */
  readonly harm: number;
  readonly shortMinutes: number;
}

/** Starts whose true cost is computed for one offered: the estimate orders them well enough. */
const TRIED_FOR_ONE = 2;

/**
 * The best starts of one occurrence for those who do not attend it yet (or the agents named), best first: most attendees,
 * then least harm. `alone` sessions answer one attendee each. Starts that break a must rule are left out.
 */
export function sessionProposals(
  problem: RosterProblem,
  roster: Roster,
  query: {
    readonly session: Session;
    readonly occurrence: number;
    readonly agentIds?: readonly string[];
    readonly most: number;
  },
): SessionProposal[] {
  const { session } = query;
  const desk = new SessionDesk(problem, roster);
  const attendance = sessionAttendance(desk, session);
  const occurrence = attendance.occurrences[query.occurrence];
  if (!occurrence) return [];
  const members = selectAgents(session.who, problem.agents).map(({ id }) => id);
  const open = (query.agentIds ?? members).filter((id) => !attendance.has(id, occurrence));
  const harms = new Map(open.map((id) => [id, desk.harmsOf(id, session.lengthMinutes, occurrence.windows)]));
  const { attendeesAtOnceMin = 1, attendeesAtOnceMax = Number.POSITIVE_INFINITY } = session;
  const length = session.lengthMinutes / problem.slotMinutes;
  const choices = groupChoices(harms, {
    least: session.form === 'together' ? attendeesAtOnceMin : 1,
    mostAt: (slot) =>
      Math.min(
        session.form === 'alone' ? 1 : (session.attendees ?? open.length),
        attendeesAtOnceMax - attendance.most(slot, length),
      ),
    mayStart: () => true,
  });
  const proposals: SessionProposal[] = [];
  for (const { slot, agentIds } of choices.slice(0, query.most * TRIED_FOR_ONE)) {
    const startAt = desk.startOf(slot);
    const placed = desk.place(session, agentIds, startAt);
    if (!placed) continue;
    placed.undo();
    const { harm, shortMinutes } = placed;
    proposals.push({ startAt, endAt: startAt + session.lengthMinutes * MINUTE_MILLIS, agentIds, harm, shortMinutes });
  }
  return proposals
    .sort((a, b) => b.agentIds.length - a.agentIds.length || a.harm - b.harm || a.startAt - b.startAt)
    .slice(0, query.most);
}

export type SessionTry =
  | {
      readonly kind: 'placed';
      readonly shifts: readonly Shift[];
      readonly harm: number;
      readonly shortMinutes: number;
    }
  /** Somebody is not there for all of it, has no room beside breaks, or a must rule would be broken. */
  | { readonly kind: 'no-room' };

/**
 * Puts the attendees into the session at that start and answers their shifts after it; with `from`, they leave the place
 * they have at that start first.
 */
export function tryPlace(
  problem: RosterProblem,
  roster: Roster,
  order: {
    readonly session: Session;
    readonly agentIds: readonly string[];
    readonly startAt: Instant;
    readonly from?: Instant;
  },
): SessionTry {
  const { session, agentIds, startAt, from } = order;
  const desk = new SessionDesk(problem, roster);
  const before = desk.cost;
  if (from !== undefined) desk.remove(session.id, agentIds, from);
  const placed = desk.place(session, agentIds, startAt);
  if (!placed) return { kind: 'no-room' };
  const changed = new Set(agentIds);
  return {
    kind: 'placed',
    shifts: desk.roster().shifts.filter((shift) => changed.has(shift.agentId)),
    harm: desk.cost - before,
    shortMinutes: placed.shortMinutes,
  };
}
