import type { AnswerPromise, BacklogItem, DeferredCohort } from './deferred-work.js';
import { DueHeap } from './due-heap.js';
import type { OpeningClock } from './opening-clock.js';

/** Contacts whose promise was kept, of those whose promise has been kept or broken by the end of the grid. */
export interface InTimeCount {
  readonly inTimeContacts: number;
  readonly judgedContacts: number;
}

/** What so much capacity makes of the work, interval by interval. Hours of age and lateness are by the wall clock. */
export interface WorkOff {
  /** Agent-intervals of work done in each interval. */
  readonly doneWork: Float64Array;
  /** Contacts not finished at the end of each interval; a contact half done counts half. */
  readonly backlogContacts: Float64Array;
  /** The same in agent-intervals. */
  readonly backlogWork: Float64Array;
  /** Age of the oldest unfinished contact at the end of each interval; 0 when there is none. */
  readonly oldestAgeHours: Float64Array;
  /** Hours by which the last contact that arrived in the interval misses its promise so far; 0 when none does. */
  readonly lateHours: Float64Array;
  /** {@link InTimeCount} of the contacts that arrived in each interval. */
  readonly inTimeContacts: Float64Array;
  readonly judgedContacts: Float64Array;
  /** The same of the backlog the grid began with. */
  readonly ofBacklog: InTimeCount;
  /** What is left of each cohort at the end, in agent-intervals. */
  readonly leftWork: Float64Array;
}

/** Work below this share of its cohort is float noise, not a contact. */
const DUST = 1e-9;

/** The desk at work: what is left of each cohort, and the sums that follow from it. */
class Desk {
  readonly left: Float64Array;
  readonly inTimeWork: Float64Array;
  readonly lastEnd: Float64Array;
  backlogWork = 0;
  backlogContacts = 0;
  private readonly waiting: DueHeap;
  /** Cohorts by arrival; those before `arrived` have come, those before `oldest` are done. */
  private readonly byArrival: readonly number[];
  private arrived = 0;
  private oldest = 0;

  constructor(private readonly cohorts: readonly DeferredCohort[]) {
    this.left = Float64Array.from(cohorts, ({ work }) => work);
    this.inTimeWork = new Float64Array(cohorts.length);
    this.lastEnd = new Float64Array(cohorts.length);
    this.waiting = new DueHeap((item) => cohorts[item]!.dueBy);
    this.byArrival = cohorts.map((_, item) => item).sort((a, b) => cohorts[a]!.arrivedAt - cohorts[b]!.arrivedAt);
  }

  admit(interval: number): void {
    for (; this.arrived < this.byArrival.length; this.arrived += 1) {
      const item = this.byArrival[this.arrived]!;
      const { arrivedAt, work, contacts } = this.cohorts[item]!;
      if (arrivedAt > interval) return;
      if (work === 0) continue;
      this.backlogWork += work;
      this.backlogContacts += contacts;
      this.waiting.add(item);
    }
  }

  /** Serves with so much capacity in the interval that ends at boundary `end`; returns what was done. */
  serve(capacity: number, end: number): number {
    let free = capacity;
    for (let item = this.waiting.first; item !== undefined && free > 0; item = this.waiting.first) {
      const { work, contacts, promisedBy } = this.cohorts[item]!;
      const left = this.left[item]!;
      const share = left - free <= DUST * work ? left : free;
      free = Math.max(0, free - share);
      this.left[item] = left - share;
      this.lastEnd[item] = end;
      if (end <= promisedBy) this.inTimeWork[item]! += share;
      this.backlogWork -= share;
      this.backlogContacts -= (share / work) * contacts;
      if (this.left[item] === 0) this.waiting.removeFirst();
    }
    // Nothing waiting is nothing, whatever the float sums say.
    if (this.waiting.first === undefined) [this.backlogWork, this.backlogContacts] = [0, 0];
    return capacity - free;
  }

  /** When the oldest unfinished contact arrived, as a boundary; null when nothing is left. */
  oldestArrival(): number | null {
    while (this.oldest < this.arrived && this.left[this.byArrival[this.oldest]!] === 0) this.oldest += 1;
    return this.oldest < this.arrived ? this.cohorts[this.byArrival[this.oldest]!]!.arrivedAt : null;
  }
}

/** Work is a fluid here: half of a contact's work in time is half a contact in time. */
function judge(cohort: DeferredCohort, desk: Desk, { item, count }: { item: number; count: number }): InTimeCount {
  const { contacts, work, promisedBy } = cohort;
  if (work === 0) return { inTimeContacts: promisedBy > 0 ? contacts : 0, judgedContacts: contacts };
  const inTimeContacts = (contacts * desk.inTimeWork[item]!) / work;
  const done = desk.left[item] === 0 || promisedBy <= count;
  return { inTimeContacts, judgedContacts: done ? contacts : inTimeContacts };
}

function judgeAll(cohorts: readonly DeferredCohort[], desk: Desk, hoursPerInterval: number, count: number) {
  const inTimeContacts = new Float64Array(count);
  const judgedContacts = new Float64Array(count);
  const lateHours = new Float64Array(count);
  const ofBacklog = { inTimeContacts: 0, judgedContacts: 0 };
  cohorts.forEach((cohort, item) => {
    const judged = judge(cohort, desk, { item, count });
    if (cohort.ofBacklog) {
      ofBacklog.inTimeContacts += judged.inTimeContacts;
      ofBacklog.judgedContacts += judged.judgedContacts;
      return;
    }
    inTimeContacts[cohort.arrivedAt]! += judged.inTimeContacts;
    judgedContacts[cohort.arrivedAt]! += judged.judgedContacts;
    const end = desk.left[item]! > 0 ? count : desk.lastEnd[item]!;
    const late = Math.max(0, end - cohort.promisedBy) * hoursPerInterval;
    lateHours[cohort.arrivedAt] = Math.max(lateHours[cohort.arrivedAt]!, late);
  });
  return { inTimeContacts, judgedContacts, lateHours, ofBacklog };
}

/**
 * Works the cohorts off, the earliest due first (EDF: if any order keeps every due, this one does; Dertouzos 1974).
 * `capacity`: agent-intervals in each interval, 0 or more; 0 where closed. Work can be done from the interval of its
 * arrival on.
 */
export function workOff(
  cohorts: readonly DeferredCohort[],
  capacity: ArrayLike<number>,
  intervalSeconds: number,
): WorkOff {
  const count = capacity.length;
  const hoursPerInterval = intervalSeconds / 3600;
  const desk = new Desk(cohorts);
  const [doneWork, backlogContacts] = [new Float64Array(count), new Float64Array(count)];
  const [backlogWork, oldestAgeHours] = [new Float64Array(count), new Float64Array(count)];
  for (let interval = 0; interval < count; interval += 1) {
    if (!(capacity[interval]! >= 0)) throw new RangeError(`capacity (${capacity[interval]}) must be 0 or more`);
    desk.admit(interval);
    doneWork[interval] = desk.serve(capacity[interval]!, interval + 1);
    backlogContacts[interval] = desk.backlogContacts;
    backlogWork[interval] = desk.backlogWork;
    const oldest = desk.oldestArrival();
    oldestAgeHours[interval] = oldest === null ? 0 : (interval + 1 - oldest) * hoursPerInterval;
  }
  const judged = judgeAll(cohorts, desk, hoursPerInterval, count);
  return { doneWork, backlogContacts, backlogWork, oldestAgeHours, ...judged, leftWork: desk.left };
}

/**
 * Contacts and their in-time share by group, such as the local day of each interval: `groupOf[i]` names interval i's
 * group, 0, 1, 2 …
 */
export function inTimeByGroup(series: WorkOff, groupOf: ArrayLike<number>): readonly InTimeCount[] {
  const groups: { inTimeContacts: number; judgedContacts: number }[] = [];
  for (let index = 0; index < groupOf.length; index += 1) {
    const group = (groups[groupOf[index]!] ??= { inTimeContacts: 0, judgedContacts: 0 });
    group.inTimeContacts += series.inTimeContacts[index]!;
    group.judgedContacts += series.judgedContacts[index]!;
  }
  return groups;
}

/**
 * The backlog at the end of a run, as the opening backlog of the grid that follows. `clock`: that of the cohorts'
 * grid, which may go on after the run's end.
 */
export function carriedOut(
  cohorts: readonly DeferredCohort[],
  series: WorkOff,
  { intervalSeconds, promise, clock }: { intervalSeconds: number; promise: AnswerPromise; clock: OpeningClock },
): readonly BacklogItem[] {
  const count = series.doneWork.length;
  const hours = (intervals: number): number => (intervals * intervalSeconds) / 3600;
  return cohorts.flatMap(({ contacts, work, arrivedAt, promisedBy }, item) => {
    const left = series.leftWork[item]!;
    if (left === 0) return [];
    return {
      contacts: (contacts * left) / work,
      averageHandleSeconds: (work * intervalSeconds) / contacts,
      hoursLeft: hours(clock.left(count, promisedBy, promise.clock)),
      waitedHours: hours(count - arrivedAt),
    };
  });
}
