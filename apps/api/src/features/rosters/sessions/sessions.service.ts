import { Injectable } from '@nestjs/common';
import {
  contactTypeOf,
  selectAgents,
  tileActivities,
  type Roster,
  type RosterProblem,
  type Session,
} from '@yotei/scheduling/roster';
import {
  occurrencesOf,
  sessionProposals,
  tryPlace,
  type Occurrence,
  type SessionProposal,
} from '@yotei/scheduling/sessions';
import type { Instant } from '@yotei/time';
import type { RequestContext } from '../../../platform/context/request-context.js';
import { runInThread } from '../../../platform/jobs/job-thread.js';
import { EditShiftsService, type EditOutcome } from '../edit-shifts.service.js';
import { PlanningService } from '../planning.service.js';
import { rosterShiftOf } from '../roster-problem.mapper.js';
import { ScheduleRepository } from '../schedules.repository.js';
import type { ShiftEdit } from '../shift-edits.js';
import { ShiftRepository, type StoredShift } from '../shifts.repository.js';
import type { PlaceSessionsInput } from './place-sessions.compute.js';

/** Proposals answered for one occurrence. */
const MOST_PROPOSALS = 6;
/** Other starts answered for a place that is to move. */
const MOST_MOVES = 3;

/** A request waits no longer for sessions to be placed. */
const MOST_MILLIS = 60_000;

/** Who has a session at that start. */
export interface SessionPlace {
  readonly startAt: Instant;
  readonly agentIds: readonly string[];
}

export interface SessionPlaceOrder extends SessionPlace {
  readonly scheduleId: string;
  readonly sessionId: string;
}

export interface PlannedSession {
  readonly session: Session;
  readonly memberCount: number;
  readonly occurrences: readonly PlannedOccurrence[];
}

export interface PlannedOccurrence extends Pick<Occurrence, 'index' | 'startAt' | 'endAt'> {
  readonly places: readonly { startAt: Instant; endAt: Instant; agentIds: string[] }[];
  /** Attendees still without a place. */
  readonly missing: number;
}

interface Desk {
  readonly problem: RosterProblem;
  readonly stored: readonly StoredShift[];
  readonly roster: Roster;
}

/** Sessions in a schedule: what is placed, what it would cost elsewhere, and placing by hand as edits of the board. */
@Injectable()
export class SessionsService {
  constructor(
    private readonly schedules: ScheduleRepository,
    private readonly shifts: ShiftRepository,
    private readonly planning: PlanningService,
    private readonly edits: EditShiftsService,
  ) {}

  async plan(context: RequestContext, scheduleId: string): Promise<PlannedSession[] | null> {
    const desk = await this.desk(context, scheduleId);
    return desk && (desk.problem.sessions ?? []).map((session) => plannedOf(desk, session));
  }

  async proposals(
    context: RequestContext,
    of: { scheduleId: string; sessionId: string; occurrence: number; from?: SessionPlace | null },
  ): Promise<SessionProposal[] | null> {
    const desk = await this.desk(context, of.scheduleId);
    const session = desk?.problem.sessions?.find(({ id }) => id === of.sessionId);
    if (!desk || !session) return null;
    const { occurrence, from } = of;
    if (from) return movesOf(desk, { session, occurrence, from });
    return sessionProposals(desk.problem, desk.roster, { session, occurrence, most: MOST_PROPOSALS });
  }

  /** Places what is missing of one session at the best places; one undo step. */
  async placeMissing(context: RequestContext, scheduleId: string, sessionId: string): Promise<EditOutcome> {
    const desk = await this.desk(context, scheduleId);
    const session = desk?.problem.sessions?.find(({ id }) => id === sessionId);
    if (!desk || !session) return { kind: 'not-found' };
    const input: PlaceSessionsInput = { problem: desk.problem, roster: desk.roster, sessionIds: [sessionId] };
    const roster = await runInThread<Roster>({
      module: new URL('./place-sessions.compute.js', import.meta.url),
      input,
      signal: AbortSignal.timeout(MOST_MILLIS),
      onProgress: () => undefined,
    });
    return this.apply(context, scheduleId, { desk, roster, label: session.title });
  }

  /** Places, or moves from `fromAt`, the attendees' session; refused where somebody has no room for it. */
  async place(context: RequestContext, order: SessionPlaceOrder & { fromAt?: Instant | null }): Promise<EditOutcome> {
    const desk = await this.desk(context, order.scheduleId);
    const session = desk?.problem.sessions?.find(({ id }) => id === order.sessionId);
    if (!desk || !session) return { kind: 'not-found' };
    const { agentIds, startAt, fromAt } = order;
    const tried = tryPlace(desk.problem, desk.roster, { session, agentIds, startAt, from: fromAt ?? undefined });
    if (tried.kind === 'no-room')
      return { kind: 'invalid', fault: { path: 'startAt', message: 'somebody is not there or has no room then' } };
    const changed = new Set(agentIds);
    const kept = desk.roster.shifts.filter(({ agentId }) => !changed.has(agentId));
    return this.apply(context, order.scheduleId, {
      desk,
      roster: { shifts: [...kept, ...tried.shifts] },
      label: session.title,
    });
  }

  /** Takes the attendees out of their place; contact work fills it, breaks stay where they are. */
  async removePlace(context: RequestContext, order: SessionPlaceOrder): Promise<EditOutcome> {
    const desk = await this.desk(context, order.scheduleId);
    const session = desk?.problem.sessions?.find(({ id }) => id === order.sessionId);
    if (!desk || !session) return { kind: 'not-found' };
    const roster = withoutPlace(desk, session, order);
    return this.apply(context, order.scheduleId, { desk, roster, label: session.title });
  }

  /** The changed shifts as one edit of the board. */
  private async apply(
    context: RequestContext,
    scheduleId: string,
    { desk, roster, label }: { readonly desk: Desk; readonly roster: Roster; readonly label: string },
  ): Promise<EditOutcome> {
    const before = new Map(desk.stored.map((shift) => [`${shift.agentId} ${shift.startAt}`, shift]));
    const edits = roster.shifts.flatMap((shift): ShiftEdit[] => {
      const stored = before.get(`${shift.agentId} ${shift.startAt}`);
      if (!stored || JSON.stringify(stored.activities) === JSON.stringify(shift.activities)) return [];
      const { id, version } = stored;
      return [{ shiftId: id, expectedVersion: version, agentId: shift.agentId, activities: shift.activities }];
    });
    if (edits.length === 0)
      return {
        kind: 'invalid',
        fault: { path: 'sessionId', message: 'nothing to place: all attend, or none has room' },
      };
    return this.edits.edit(context, { scheduleId, label, edits });
  }

  private async desk(context: RequestContext, scheduleId: string): Promise<Desk | null> {
    const schedule = await this.schedules.byId(context, scheduleId);
    if (!schedule) return null;
    const { problem } = await this.planning.planning(context, schedule);
    const known = new Set(problem.agents.map(({ id }) => id));
    const stored = (await this.shifts.ofSchedule(context, schedule.id)).filter(({ agentId }) => known.has(agentId));
    return { problem, stored, roster: { shifts: stored.map(rosterShiftOf) } };
  }
}

/** The roster with contact work where these people had the session; breaks stay where they are. */
function withoutPlace({ problem, roster }: Desk, session: Session, { startAt, agentIds }: SessionPlace): Roster {
  const contact = contactTypeOf(problem);
  const isPlace = (one: { sessionId?: string; startAt: Instant }) =>
    one.sessionId === session.id && one.startAt === startAt;
  const shifts = roster.shifts.map((shift) => {
    if (!agentIds.includes(shift.agentId) || !shift.activities.some(isPlace)) return shift;
    const kept = shift.activities.filter((one) => !isPlace(one));
    return { ...shift, activities: tileActivities(shift, kept, contact) };
  });
  return { shifts };
}

/** The best other starts for the same people; `harm` is what the move costs against where they have it now. */
function movesOf(
  desk: Desk,
  move: { readonly session: Session; readonly occurrence: number; readonly from: SessionPlace },
): SessionProposal[] {
  const { session, occurrence, from } = move;
  const { agentIds, startAt } = from;
  const roster = withoutPlace(desk, session, from);
  const now = tryPlace(desk.problem, roster, { session, agentIds, startAt });
  const harmNow = now.kind === 'placed' ? now.harm : 0;
  return sessionProposals(desk.problem, roster, { session, occurrence, agentIds, most: MOST_PROPOSALS + 1 })
    .filter((proposal) => proposal.startAt !== startAt)
    .slice(0, MOST_MOVES)
    .map((proposal) => ({ ...proposal, harm: proposal.harm - harmNow }));
}

function plannedOf({ problem, roster }: Desk, session: Session): PlannedSession {
  const memberCount = selectAgents(session.who, problem.agents).length;
  const wanted = session.attendees ?? memberCount;
  const stays = roster.shifts.flatMap(({ agentId, activities }) =>
    activities.filter(({ sessionId }) => sessionId === session.id).map((one) => ({ ...one, agentId })),
  );
  stays.sort((a, b) => a.startAt - b.startAt);
  const seen = new Map<string, number>();
  const occurrences = occurrencesOf(problem, session).map((occurrence, _, all) => {
    const place = all.filter(({ period, index }) => period === occurrence.period && index < occurrence.index).length;
    const own = stays.filter(({ agentId, startAt }) => {
      if (startAt < occurrence.startAt || startAt >= occurrence.endAt) return false;
      // The k-th stay of an agent in a period belongs to its k-th time.
      const key = `${occurrence.index} ${agentId}`;
      const count = seen.get(key) ?? 0;
      seen.set(key, count + 1);
      return count === place;
    });
    const places = new Map<Instant, { startAt: Instant; endAt: Instant; agentIds: string[] }>();
    for (const { startAt, endAt, agentId } of own) {
      const known = places.get(startAt) ?? { startAt, endAt, agentIds: [] };
      known.agentIds.push(agentId);
      places.set(startAt, known);
    }
    const { index, startAt, endAt } = occurrence;
    return { index, startAt, endAt, places: [...places.values()], missing: Math.max(0, wanted - own.length) };
  });
  return { session, memberCount, occurrences };
}
