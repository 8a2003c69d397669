import { gridEnd, intervalIndex, intervalStart, MINUTE_MILLIS, type Grid, type Instant } from '@yotei/time';
import { createEvaluator, type RosterEvaluator } from '../../evaluation/index.js';
import {
  coverageGrid,
  removeActivity,
  contactTypeOf,
  type Roster,
  type RosterProblem,
  type Session,
  type Shift,
} from '../../roster/index.js';
import { arrangedShift, bestArrangement, shiftRoom, type ShiftRoom } from './arrange-shift.js';
import type { SessionWindow } from './occurrences.js';
import { PresenceWorth } from './presence-worth.js';

/** Harm of each start slot at which one attendee could come; starts at which they cannot are left out. */
export type StartHarms = ReadonlyMap<number, number>;

/** What placing needs to know of a session. */
export type PlacedSession = Pick<Session, 'id' | 'activityTypeId' | 'lengthMinutes'>;

/** What a placing changed, to be taken back. */
export interface Placed {
  readonly undo: () => void;
  /** Rise of the roster's cost. */
  readonly harm: number;
  readonly shortMinutes: number;
}

/** A roster in which sessions are placed: shifts with rooms, worth of presence, and the evaluation, kept in step. */
export class SessionDesk {
  readonly grid: Grid;
  private readonly evaluator: RosterEvaluator;
  private readonly worth: PresenceWorth;
  private readonly rooms = new WeakMap<Shift, ShiftRoom | null>();

  constructor(
    readonly problem: RosterProblem,
    roster: Roster,
  ) {
    this.grid = coverageGrid(problem);
    this.evaluator = createEvaluator(problem, roster);
    this.worth = new PresenceWorth(problem, roster);
  }

  get cost(): number {
    return this.evaluator.totals().cost;
  }

  shiftsOf(agentId: string): readonly Shift[] {
    return this.evaluator.shiftsOf(agentId);
  }

  roster(): Roster {
    return { shifts: this.problem.agents.flatMap(({ id }) => this.evaluator.shiftsOf(id)) };
  }

  slotOf(at: Instant): number {
    return intervalIndex(this.grid, at);
  }

  startOf(slot: number): Instant {
    return intervalStart(this.grid, slot);
  }

  /** Staffing harm of each start of a session so long inside the windows; breaks shift to where they hurt least. */
  harmsOf(agentId: string, lengthMinutes: number, windows: readonly SessionWindow[]): StartHarms {
    const harms = new Map<number, number>();
    const length = lengthMinutes / this.problem.slotMinutes;
    for (const shift of this.evaluator.shiftsOf(agentId)) {
      const inside = windows.filter(({ startAt, endAt }) => startAt < shift.endAt && endAt > shift.startAt);
      if (inside.length === 0) continue;
      const room = this.roomOf(shift);
      if (!room) continue;
      const worth = this.worthWithout(shift, room.slots);
      const first = (shift.startAt - this.grid.startAt) / room.slotMillis;
      for (let from = 0; from + length <= room.slots; from++) {
        const startAt = shift.startAt + from * room.slotMillis;
        const endAt = startAt + lengthMinutes * MINUTE_MILLIS;
        if (startAt < this.grid.startAt || endAt > gridEnd(this.grid)) continue;
        if (!inside.some((window) => window.startAt <= startAt && endAt <= window.endAt)) continue;
        const arrangement = bestArrangement(room, worth, { from, length });
        if (arrangement) harms.set(first + from, arrangement.harm);
      }
    }
    return harms;
  }

  /**
   * Puts the attendees into the session at the start, one after another, each with breaks where they then hurt least.
   * Null, with nothing changed, when somebody cannot come or a must rule would be broken.
   */
  place(session: PlacedSession, agentIds: readonly string[], startAt: Instant): Placed | null {
    const before = this.evaluator.totals();
    const shortBefore = this.shortMinutes();
    const undos: (() => void)[] = [];
    const undo = () => {
      for (const back of undos.splice(0).reverse()) back();
    };
    for (const agentId of agentIds) {
      const back = this.attend(session, agentId, startAt);
      if (back) undos.push(back);
      else {
        undo();
        return null;
      }
    }
    const after = this.evaluator.totals();
    if (after.hardBreaches > before.hardBreaches) {
      undo();
      return null;
    }
    return { undo, harm: after.cost - before.cost, shortMinutes: this.shortMinutes() - shortBefore };
  }

  /** Staffing harm of all attendees away together, without placing them; infinite when somebody cannot come. */
  staffingHarm(session: PlacedSession, agentIds: readonly string[], startAt: Instant): number {
    const before = this.worth.cost;
    const swaps: { readonly old: Shift; readonly fresh: Shift }[] = [];
    let harm = Number.POSITIVE_INFINITY;
    for (const agentId of agentIds) {
      const attended = this.attended(session, agentId, startAt);
      if (!attended) break;
      this.worth.take(attended.old);
      this.worth.put(attended.fresh);
      swaps.push(attended);
    }
    if (swaps.length === agentIds.length) harm = this.worth.cost - before;
    for (const { old, fresh } of swaps.reverse()) {
      this.worth.take(fresh);
      this.worth.put(old);
    }
    return harm;
  }

  /** Takes the attendees out of the session at that start; their breaks go to where they hurt least without it. */
  remove(sessionId: string, agentIds: readonly string[], startAt: Instant): () => void {
    const undos = agentIds.flatMap((agentId) => {
      const at = (shift: Shift) =>
        shift.activities.findIndex((activity) => activity.sessionId === sessionId && activity.startAt === startAt);
      const shift = this.evaluator.shiftsOf(agentId).find((one) => at(one) >= 0);
      if (!shift) return [];
      return this.replace(shift, this.rested(removeActivity(shift, at(shift), contactTypeOf(this.problem)), shift));
    });
    return () => {
      for (const back of undos.reverse()) back();
    };
  }

  /** The shift with its breaks at their best places, beside everyone else's; `counted` is what stands in the roster. */
  private rested(shift: Shift, counted: Shift): Shift {
    const room = this.roomOf(shift);
    if (!room || room.movable.length === 0) return shift;
    const worth = this.worthWithout(counted, room.slots);
    const arrangement = bestArrangement(room, worth, { from: 0, length: 0 });
    return arrangement ? arrangedShift(this.problem, room, arrangement, null) : shift;
  }

  private attend(session: PlacedSession, agentId: string, startAt: Instant): (() => void) | null {
    const attended = this.attended(session, agentId, startAt);
    return attended && this.replace(attended.old, attended.fresh);
  }

  /** The attendee's shift as it stands and with the session, breaks at their best places; null when there is no room. */
  private attended(
    session: PlacedSession,
    agentId: string,
    startAt: Instant,
  ): { readonly old: Shift; readonly fresh: Shift } | null {
    const endAt = startAt + session.lengthMinutes * MINUTE_MILLIS;
    const old = this.evaluator.shiftsOf(agentId).find((one) => one.startAt <= startAt && endAt <= one.endAt);
    const room = old && this.roomOf(old);
    if (!old || !room) return null;
    const from = (startAt - old.startAt) / room.slotMillis;
    const length = session.lengthMinutes / this.problem.slotMinutes;
    if (!Number.isInteger(from) || !Number.isInteger(length)) return null;
    const arrangement = bestArrangement(room, this.worthWithout(old, room.slots), { from, length });
    if (!arrangement) return null;
    const activity = { activityTypeId: session.activityTypeId, sessionId: session.id, startAt, endAt };
    return { old, fresh: arrangedShift(this.problem, room, arrangement, activity) };
  }

  private roomOf(shift: Shift): ShiftRoom | null {
    let room = this.rooms.get(shift);
    if (room === undefined) {
      room = shiftRoom(this.problem, shift, this.grid.startAt);
      this.rooms.set(shift, room);
    }
    return room;
  }

  private replace(old: Shift, fresh: Shift): () => void {
    this.swap(old, fresh);
    return () => this.swap(fresh, old);
  }

  private swap(old: Shift, fresh: Shift): void {
    const { agentId } = old;
    this.worth.take(old);
    this.worth.put(fresh);
    const shifts = this.evaluator.shiftsOf(agentId).map((one) => (one === old ? fresh : one));
    this.evaluator.replaceMany([{ agentId, shifts }]);
  }

  private worthWithout(shift: Shift, slots: number): Float64Array {
    this.worth.take(shift);
    const worth = this.worth.of(shift, slots);
    this.worth.put(shift);
    return worth;
  }

  private shortMinutes(): number {
    let short = 0;
    for (const { staffingGap } of this.evaluator.coverage()) for (const gap of staffingGap) short += Math.max(0, -gap);
    return short * this.problem.slotMinutes;
  }
}
