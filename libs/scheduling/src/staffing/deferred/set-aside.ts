import type { DeferredCohort } from './deferred-work.js';
import { capacityProfile } from './capacity-profile.js';
import type { OpeningClock } from './opening-clock.js';

/** Halvings of the bracket: beyond them the level is known to its last digits. */
const HALVINGS = 48;
const NOISE = 1e-9;

/** Part of a cohort in line. */
interface Piece {
  readonly item: number;
  readonly dueBy: number;
  /** Its promise is broken already, so that it may not be put off again. */
  readonly late: boolean;
  work: number;
}

/** What is set aside of a cohort: work, the open interval in which it joins the line again, its second due. */
interface PutOff {
  readonly item: number;
  readonly work: number;
  readonly from: number;
  readonly dueBy: number;
}

export interface SetAsideOptions {
  readonly clock: OpeningClock;
  readonly freeAgents?: ArrayLike<number>;
  /** Share of the contacts whose promise must be kept, 0..1. */
  readonly keptFraction: number;
  /** The due of work that joins the line at a boundary: the promise given anew. */
  readonly dueAfter: (boundary: number) => number;
  /** Whether all must be done by the end of the grid. */
  readonly clear: boolean;
}

/** The line of work in the order of its dues, worked off by a level of agents. */
class Line {
  readonly putOff: PutOff[] = [];
  private readonly waiting: Piece[] = [];
  private head = 0;
  private arrived = 0;
  private rejoining: Piece[] = [];

  constructor(
    private readonly cohorts: readonly DeferredCohort[],
    private readonly options: SetAsideOptions,
  ) {}

  admit(interval: number): void {
    const arrivals: Piece[] = [];
    for (; this.arrived < this.cohorts.length; this.arrived += 1) {
      const { from, work, dueBy, promisedBy } = this.cohorts[this.arrived]!;
      if (from > interval) break;
      arrivals.push({ item: this.arrived, dueBy, late: dueBy > promisedBy, work });
    }
    // Of what is due at the same time, the late goes first: it may not be put off again. Dues never fall in the line.
    const second = this.rejoining[0]?.dueBy ?? 0;
    this.waiting.push(...arrivals.filter(({ dueBy }) => dueBy < second), ...this.rejoining);
    this.waiting.push(...arrivals.filter(({ dueBy }) => dueBy >= second));
    this.rejoining = [];
  }

  serve(agents: number): void {
    let capacity = agents;
    for (; this.head < this.waiting.length; this.head += 1) {
      const piece = this.waiting[this.head]!;
      const share = Math.min(capacity, piece.work);
      capacity -= share;
      piece.work -= share;
      if (piece.work > NOISE * this.cohorts[piece.item]!.work) return;
    }
  }

  /** Puts off what is due before the queue opens again; false when something was put off before. */
  passDues(nextOpen: number): boolean {
    const { clock, clear, dueAfter } = this.options;
    for (; this.head < this.waiting.length; this.head += 1) {
      const { item, dueBy, late, work } = this.waiting[this.head]!;
      if (dueBy > nextOpen) return true;
      if (late || (clear && nextOpen >= clock.count)) return false;
      const second = dueAfter(nextOpen);
      this.putOff.push({ item, work, from: nextOpen, dueBy: second });
      this.rejoining.push({ item, dueBy: second, late: true, work });
    }
    return true;
  }
}

/**
 * What a level of agents must set aside to do the rest by its due: at a missed due, what is left of that cohort is
 * the newest work of the overloaded time, so that putting it off keeps the most promises. Null when not even the
 * second dues are kept.
 */
function putOffAt(
  cohorts: readonly DeferredCohort[],
  agents: number,
  options: SetAsideOptions,
): readonly PutOff[] | null {
  const { clock, freeAgents } = options;
  const line = new Line(cohorts, options);
  for (const interval of clock.openIntervals) {
    line.admit(interval);
    line.serve(agents + (freeAgents?.[interval] ?? 0));
    if (!line.passDues(clock.firstOpen(interval + 1))) return null;
  }
  return line.putOff;
}

function split(cohorts: readonly DeferredCohort[], putOff: readonly PutOff[]): readonly DeferredCohort[] {
  const kept = [...cohorts];
  const late = putOff.map(({ item, work, from, dueBy }) => {
    const cohort = kept[item]!;
    const share = work / cohorts[item]!.work;
    const contacts = cohorts[item]!.contacts * share;
    kept[item] = { ...cohort, contacts: cohort.contacts - contacts, work: cohort.work - work };
    return { ...cohort, contacts, work, from, dueBy };
  });
  return [...kept.filter(({ work }) => work > 0), ...late].sort(
    (a, b) => a.from - b.from || a.dueBy - b.dueBy || a.arrivedAt - b.arrivedAt,
  );
}

/** Whose promise is judged by the plan: all but the backlog that was late before the grid began. */
export function judgedAndUnkeepable(cohorts: readonly DeferredCohort[]): { judged: number; unkeepable: number } {
  const live = cohorts.filter(({ promisedBy }) => promisedBy > 0);
  const sum = (list: readonly DeferredCohort[]): number => list.reduce((total, { contacts }) => total + contacts, 0);
  return { judged: sum(live), unkeepable: sum(live.filter(({ dueBy, promisedBy }) => dueBy > promisedBy)) };
}

/**
 * The cohorts with so much of them set aside that the least level of agents keeps the promise for `keptFraction` of
 * the contacts, all cohorts of the grid taken together. What is set aside joins the line again when its promise
 * breaks and is due by the same promise counted from there, so nothing is later than twice the promise.
 * Close to the least level any choice allows (docs/methods/deferred-work.md says how close). Unchanged when the share
 * leaves no room.
 */
export function withLateShare(cohorts: readonly DeferredCohort[], options: SetAsideOptions): readonly DeferredCohort[] {
  const { clock, freeAgents, keptFraction } = options;
  if (!(keptFraction >= 0 && keptFraction <= 1)) {
    throw new RangeError(`keptFraction (${keptFraction}) must be 0..1; 95 % is 0.95`);
  }
  const { judged, unkeepable } = judgedAndUnkeepable(cohorts);
  const room = (1 - keptFraction) * judged * (1 + NOISE) - unkeepable;
  if (room <= NOISE * judged) return cohorts;
  const contactsOf = ({ item, work }: PutOff): number => (cohorts[item]!.contacts * work) / cohorts[item]!.work;
  let [low, high] = [0, capacityProfile(cohorts, clock, freeAgents).levelAgents];
  let best: readonly PutOff[] = [];
  for (let halving = 0; halving < HALVINGS && high - low > 1e-13 * high; halving += 1) {
    const middle = (low + high) / 2;
    const putOff = putOffAt(cohorts, middle, options);
    if (putOff && putOff.reduce((sum, piece) => sum + contactsOf(piece), 0) <= room) {
      high = middle;
      best = putOff;
    } else low = middle;
  }
  return best.length === 0 ? cohorts : split(cohorts, best);
}
