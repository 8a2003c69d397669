import type { Session } from '../../roster/index.js';
import { occurrencesOf, type Occurrence } from './occurrences.js';
import type { SessionDesk } from './session-desk.js';
import type { SessionPlace } from './session-report.js';

type Stay = Pick<SessionPlace, 'startAt' | 'endAt'>;

/** Who attends a session when, kept while places come and go; begins with the places the roster holds. */
export class Attendance {
  private readonly stays = new Map<string, Stay[]>();
  private readonly away: Int32Array;

  constructor(
    private readonly desk: SessionDesk,
    readonly occurrences: readonly Occurrence[],
  ) {
    this.away = new Int32Array(desk.grid.count);
  }

  /** Whether the agent attends so many times in the period that this occurrence is one of them. */
  has(agentId: string, occurrence: Occurrence): boolean {
    return this.inPeriod(agentId, occurrence).length > this.placeInPeriod(occurrence);
  }

  /** Attendees missing of `attendees` an occurrence, up to this one: whoever they are, each stay in the period counts. */
  missing(attendees: number, occurrence: Occurrence): number {
    let there = 0;
    for (const id of this.stays.keys()) there += this.inPeriod(id, occurrence).length;
    return Math.min(attendees, attendees * (this.placeInPeriod(occurrence) + 1) - there);
  }

  /** Days on which the agent attends already in the period, where it has other days to offer. */
  daysOf(agentId: string, occurrence: Occurrence): ReadonlySet<number> {
    const { windows } = occurrence;
    if (windows.length === 1) return new Set();
    const days = this.inPeriod(agentId, occurrence).flatMap(
      ({ startAt }) => windows.find((window) => window.startAt <= startAt && startAt < window.endAt)?.day ?? [],
    );
    return new Set(days);
  }

  /** Most who are away for it in one of the slots. */
  most(slot: number, length: number): number {
    let most = 0;
    for (let i = slot; i < slot + length; i++) most = Math.max(most, this.away[i] ?? 0);
    return most;
  }

  join(place: Stay & Pick<SessionPlace, 'agentIds'>): void {
    for (const id of place.agentIds) this.stays.set(id, [...(this.stays.get(id) ?? []), place]);
    this.count(place, place.agentIds.length);
  }

  leave(place: Stay & Pick<SessionPlace, 'agentIds'>): void {
    for (const id of place.agentIds)
      this.stays.set(
        id,
        (this.stays.get(id) ?? []).filter((stay) => stay.startAt !== place.startAt),
      );
    this.count(place, -place.agentIds.length);
  }

  private placeInPeriod({ period, index }: Occurrence): number {
    return this.occurrences.filter((one) => one.period === period && one.index < index).length;
  }

  private inPeriod(agentId: string, { startAt, endAt }: Occurrence): Stay[] {
    return (this.stays.get(agentId) ?? []).filter((stay) => stay.startAt >= startAt && stay.startAt < endAt);
  }

  private count({ startAt, endAt }: Stay, by: number): void {
    const until = this.desk.slotOf(endAt - 1);
    for (let slot = Math.max(0, this.desk.slotOf(startAt)); slot <= until && slot < this.away.length; slot++)
      this.away[slot]! += by;
  }
}

/** Attendance of the session as the roster stands. */
export function sessionAttendance(desk: SessionDesk, session: Session): Attendance {
  const attendance = new Attendance(desk, occurrencesOf(desk.problem, session));
  for (const { id } of desk.problem.agents)
    for (const shift of desk.shiftsOf(id))
      for (const { sessionId, startAt, endAt } of shift.activities)
        if (sessionId === session.id) attendance.join({ startAt, endAt, agentIds: [id] });
  return attendance;
}
