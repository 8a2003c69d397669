import { localMinuteOfDay, MINUTE_MILLIS } from '@yotei/time';
import { selectAgents, type Roster, type RosterProblem, type Session } from '../../roster/index.js';
import { groupChoices, type GroupChoice, type GroupLimits } from './group-choice.js';
import { occurrencesOf, type Occurrence } from './occurrences.js';
import { SessionDesk, type Placed, type StartHarms } from './session-desk.js';
import type { NoPlaceReason, SessionPlace, SessionsPlaced, UnplacedSession } from './session-report.js';
import { sessionAttendance, type Attendance } from './session-attendance.js';

/** Starts whose true cost is computed at most, where the estimate does not already rule them out. */
const MOST_TRIED = 64;
/** Rounds in which every group is taken out and put back at its best place. */
const MOST_ROUNDS = 1;
const NOISE = 1e-6;
const ALTERNATIVES = 3;

/**
 * Places the problem's sessions (or those named) inside the shifts of the roster where they cost least, breaks shifting as
 * their windows allow. Places already in the roster stay and count. One attendee alone gets the exactly best start for the
 * staffing of everyone else; a group the common start that takes most attendees at least cost, tried in order of a lower
 * bound. No must rule is broken that was kept before. Locked shifts are left alone.
 */
export function placeSessions(problem: RosterProblem, roster: Roster, sessionIds?: readonly string[]): SessionsPlaced {
  const desk = new SessionDesk(problem, roster);
  const before = desk.cost;
  const wanted = (problem.sessions ?? []).filter(({ id }) => sessionIds?.includes(id) ?? true);
  // Groups first, the longest first: they find a common time least easily.
  const order = [...wanted].sort(
    (a, b) => Number(a.form === 'alone') - Number(b.form === 'alone') || b.lengthMinutes - a.lengthMinutes,
  );
  const placers = order.map((session) => new SessionPlacer(desk, session));
  for (const placer of placers) placer.placeAll();
  for (let round = 0; round < MOST_ROUNDS; round++) {
    // Every placer is asked: one that moves makes room for others.
    const moved = placers.map((placer) => placer.improve());
    if (!moved.includes(true)) break;
  }
  return {
    roster: desk.roster(),
    places: placers.flatMap(({ places }) => places).sort((a, b) => a.startAt - b.startAt),
    unplaced: placers.flatMap(({ unplaced }) => unplaced),
    harm: desk.cost - before,
  };
}

/** Places one session. */
class SessionPlacer {
  readonly places: SessionPlace[] = [];
  readonly unplaced: UnplacedSession[] = [];
  private readonly attendance: Attendance;
  private readonly length: number;
  private readonly refused = new Set<string>();

  constructor(
    private readonly desk: SessionDesk,
    private readonly session: Session,
  ) {
    this.attendance = sessionAttendance(desk, session);
    this.length = session.lengthMinutes / desk.problem.slotMinutes;
  }

  placeAll(): void {
    const { desk, session } = this;
    const members = selectAgents(session.who, desk.problem.agents).map(({ id }) => id);
    const occurrences = occurrencesOf(desk.problem, session);
    const minute = session.sameTime && session.form === 'together' ? this.commonMinute(members, occurrences) : null;
    const ownMinutes = new Map<string, number>();
    for (const occurrence of occurrences) {
      const open = members.filter((id) => !this.attendance.has(id, occurrence));
      const wanted =
        session.attendees === undefined
          ? open.length
          : Math.min(open.length, this.attendance.missing(session.attendees, occurrence));
      if (wanted <= 0) continue;
      if (session.form === 'alone') this.placeAlone(occurrence, open, wanted, ownMinutes);
      else this.placeTogether(occurrence, open, wanted, minute);
    }
  }

  /** Takes each group out and puts it back where it costs least now; whether anything moved. */
  improve(): boolean {
    let moved = false;
    if (this.session.sameTime) return false;
    this.places.forEach((place, i) => {
      const before = this.desk.cost;
      const back = this.desk.remove(place.sessionId, place.agentIds, place.startAt);
      this.attendance.leave(place);
      const occurrence = this.attendance.occurrences[place.occurrence]!;
      const harms = this.harmsOf(occurrence, place.agentIds);
      const choices = groupChoices(harms, this.limits(place.agentIds.length, null, 0));
      const whole = choices.filter(({ agentIds }) => agentIds.length === place.agentIds.length);
      const found = this.tryBest(occurrence, whole);
      if (found && this.desk.cost < before - NOISE) {
        this.places[i] = found.place;
        moved = true;
        return;
      }
      found?.undo();
      back();
      this.attendance.join(place);
    });
    return moved;
  }

  private placeTogether(occurrence: Occurrence, open: readonly string[], wanted: number, minute: number | null): void {
    let [left, missing, group] = [[...open], wanted, 0];
    for (; missing > 0 && left.length > 0; group++) {
      const harms = this.harmsOf(occurrence, left);
      const choices = groupChoices(harms, this.limits(missing, minute, group));
      const found = this.tryBest(occurrence, choices);
      if (!found) break;
      const { place } = found;
      this.places.push(place);
      const gone = new Set(place.agentIds);
      left = left.filter((id) => !gone.has(id));
      missing -= place.agentIds.length;
    }
    if (missing > 0 && left.length > 0) this.giveUp(occurrence, left);
  }

  /** Those with the fewest possible starts first, where everyone attends; else whoever is missed least. */
  private placeAlone(
    occurrence: Occurrence,
    open: readonly string[],
    wanted: number,
    ownMinutes: Map<string, number>,
  ): void {
    const first = this.harmsOf(occurrence, open);
    const leastOf = (id: string) => Math.min(...first.get(id)!.values());
    const order = [...open].sort((a, b) =>
      wanted < open.length ? leastOf(a) - leastOf(b) : first.get(a)!.size - first.get(b)!.size,
    );
    const failed: string[] = [];
    let missing = wanted;
    for (const id of order) {
      if (missing === 0) break;
      const minute = this.session.sameTime ? (ownMinutes.get(id) ?? null) : null;
      const choices = groupChoices(this.harmsOf(occurrence, [id]), this.limits(1, minute, 0));
      const found = this.tryBest(occurrence, choices);
      if (!found) {
        failed.push(id);
        continue;
      }
      this.places.push(found.place);
      ownMinutes.set(id, this.minuteOf(this.desk.slotOf(found.place.startAt)));
      missing--;
    }
    if (missing > 0) this.giveUp(occurrence, failed);
  }

  private harmsOf(occurrence: Occurrence, agentIds: readonly string[]): Map<string, StartHarms> {
    const { desk, session, attendance } = this;
    return new Map(
      agentIds.map((id) => {
        const taken = attendance.daysOf(id, occurrence);
        const windows = occurrence.windows.filter(({ day }) => !taken.has(day));
        return [id, desk.harmsOf(id, session.lengthMinutes, windows)];
      }),
    );
  }

  private limits(missing: number, minute: number | null, group: number): GroupLimits {
    const { session, attendance, length } = this;
    const { attendeesAtOnceMin = 1, attendeesAtOnceMax = Number.POSITIVE_INFINITY } = session;
    const together = session.form === 'together';
    return {
      least: together ? Math.min(attendeesAtOnceMin, Number.MAX_SAFE_INTEGER) : 1,
      mostAt: (slot) =>
        Math.min(missing, together ? attendeesAtOnceMax : 1, attendeesAtOnceMax - attendance.most(slot, length)),
      mayStart: (slot) => minute === null || this.minuteOf(slot) === minute + group * session.lengthMinutes,
    };
  }

  /** Puts the best of the choices in place: of those with most attendees, the one whose true cost is least. */
  private tryBest(
    occurrence: Occurrence,
    choices: readonly GroupChoice[],
  ): { readonly place: SessionPlace; readonly undo: () => void } | null {
    const { desk, session } = this;
    const tried = this.byTrueHarm(choices);
    for (const { agentIds, slot } of tried) {
      const startAt = desk.startOf(slot);
      const placed = desk.place(session, agentIds, startAt);
      if (placed) return this.keep(occurrence, { agentIds, startAt, placed, choices });
      for (const id of agentIds) this.refused.add(id);
    }
    return null;
  }

  /**
   * The choices by what they cost with all attendees away, those with most attendees first. The estimate is a lower bound
   * (absences of several people at once cost more than each alone), so the first is the best unless too many are alike.
   */
  private byTrueHarm(choices: readonly GroupChoice[]): GroupChoice[] {
    const most = choices[0]?.agentIds.length ?? 0;
    const full = choices.filter(({ agentIds }) => agentIds.length === most);
    const known: { readonly choice: GroupChoice; readonly harm: number }[] = [];
    let least = Number.POSITIVE_INFINITY;
    for (const choice of full.slice(0, MOST_TRIED)) {
      if (choice.harm >= least) break;
      const harm = this.desk.staffingHarm(this.session, choice.agentIds, this.desk.startOf(choice.slot));
      known.push({ choice, harm });
      least = Math.min(least, harm);
    }
    const first = known.sort((a, b) => a.harm - b.harm).map(({ choice }) => choice);
    return [...first, ...choices.filter((choice) => !first.includes(choice))];
  }

  private keep(
    occurrence: Occurrence,
    found: {
      readonly agentIds: readonly string[];
      readonly startAt: number;
      readonly placed: Placed;
      readonly choices: readonly GroupChoice[];
    },
  ): { readonly place: SessionPlace; readonly undo: () => void } {
    const { desk, session } = this;
    const { agentIds, startAt, choices } = found;
    const { harm, shortMinutes, undo } = found.placed;
    const place: SessionPlace = {
      sessionId: session.id,
      occurrence: occurrence.index,
      startAt,
      endAt: startAt + session.lengthMinutes * MINUTE_MILLIS,
      agentIds,
      harm,
      shortMinutes,
      alternatives: choices
        .filter((choice) => desk.startOf(choice.slot) !== startAt)
        .slice(0, ALTERNATIVES)
        .map((choice) => ({
          startAt: desk.startOf(choice.slot),
          agents: choice.agentIds.length,
          harm: choice.harm,
        })),
    };
    this.attendance.join(place);
    const takeBack = () => {
      undo();
      this.attendance.leave(place);
    };
    return { place, undo: takeBack };
  }

  /** The time of day that takes most attendees over all occurrences, at least harm. */
  private commonMinute(members: readonly string[], occurrences: readonly Occurrence[]): number | null {
    const scores = new Map<number, { agents: number; harm: number }>();
    for (const occurrence of occurrences) {
      const open = members.filter((id) => !this.attendance.has(id, occurrence));
      const choices = groupChoices(this.harmsOf(occurrence, open), this.limits(open.length, null, 0));
      const seen = new Set<number>();
      // Most attendees first: the first choice of a minute is its best day.
      for (const { slot, agentIds, harm } of choices) {
        const minute = this.minuteOf(slot);
        if (seen.has(minute)) continue;
        seen.add(minute);
        const score = scores.get(minute) ?? { agents: 0, harm: 0 };
        scores.set(minute, { agents: score.agents + agentIds.length, harm: score.harm + harm });
      }
    }
    const ranked = [...scores].sort(
      ([a, one], [b, other]) => other.agents - one.agents || one.harm - other.harm || a - b,
    );
    return ranked[0]?.[0] ?? null;
  }

  private minuteOf(slot: number): number {
    return localMinuteOfDay(this.desk.startOf(slot), this.desk.problem.zone);
  }

  private giveUp(occurrence: Occurrence, agentIds: readonly string[]): void {
    const byReason = new Map<NoPlaceReason, string[]>();
    const harms = this.harmsOf(occurrence, agentIds);
    for (const id of agentIds) {
      const why = this.reasonOf(id, occurrence, harms.get(id)!);
      byReason.set(why, [...(byReason.get(why) ?? []), id]);
    }
    for (const [why, ids] of byReason)
      this.unplaced.push({ sessionId: this.session.id, occurrence: occurrence.index, agentIds: ids, why });
  }

  private reasonOf(agentId: string, occurrence: Occurrence, harms: StartHarms): NoPlaceReason {
    const inside = this.desk
      .shiftsOf(agentId)
      .filter((shift) =>
        occurrence.windows.some(({ startAt, endAt }) => startAt < shift.endAt && endAt > shift.startAt),
      );
    if (inside.length === 0) return 'not-working';
    if (inside.every(({ locked }) => locked)) return 'locked';
    if (harms.size === 0) return 'no-room';
    if (this.refused.has(agentId)) return 'breaks-rule';
    return (this.session.attendeesAtOnceMin ?? 1) > 1 ? 'too-few' : 'no-room';
  }
}
