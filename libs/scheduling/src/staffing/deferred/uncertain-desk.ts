import type { DeferredCohort } from './deferred-work.js';
import { DueHeap } from './due-heap.js';
import { workOff } from './work-off.js';

/** A plan on a long grid, of which the intervals `from` to `until` are looked at. */
export interface DeskPlan {
  readonly cohorts: readonly DeferredCohort[];
  /** Agent-intervals of handling in each interval of the long grid. */
  readonly capacity: ArrayLike<number>;
  readonly from: number;
  readonly until: number;
  readonly intervalSeconds: number;
}

/** Contacts that arrived in each interval: those judged by now, and those whose promise was kept. */
export interface DeskRun {
  readonly inTime: Float64Array;
  readonly judged: Float64Array;
}

/** Work below this share of its cohort is float noise, not a contact. */
const DUST = 1e-9;

interface Lots {
  /** Interval of arrival, counted from the first looked at; what waits at the beginning: 0. */
  readonly at: Int32Array;
  readonly due: Float64Array;
  readonly promised: Float64Array;
  readonly work: Float64Array;
  readonly contactsPerWork: Float64Array;
  /** Interval whose contacts these are; -1 = what waits at the beginning. */
  readonly of: Int32Array;
}

/** What is worked on from the beginning on: what the plan leaves by then of the work before, and what comes later. */
function lotsOf({ cohorts, capacity, from, intervalSeconds }: DeskPlan): Lots {
  const isBefore = ({ ofBacklog, arrivedAt }: DeferredCohort): boolean => ofBacklog || arrivedAt < from;
  const before = cohorts.filter(isBefore);
  const { leftWork } = workOff(before, Array.from(capacity).slice(0, from), intervalSeconds);
  const waiting = before.flatMap((cohort, item) =>
    leftWork[item]! > 0 ? [{ cohort, at: 0, of: -1, work: leftWork[item]! }] : [],
  );
  const coming = cohorts
    .filter((cohort) => !isBefore(cohort) && cohort.work > 0)
    .map((cohort) => ({ cohort, at: cohort.arrivedAt - from, of: cohort.arrivedAt - from, work: cohort.work }));
  const lots = [...waiting, ...coming].sort((a, b) => a.at - b.at || a.cohort.dueBy - b.cohort.dueBy || a.of - b.of);
  return {
    at: Int32Array.from(lots, ({ at }) => at),
    due: Float64Array.from(lots, ({ cohort }) => cohort.dueBy - from),
    promised: Float64Array.from(lots, ({ cohort }) => cohort.promisedBy - from),
    work: Float64Array.from(lots, ({ work }) => work),
    contactsPerWork: Float64Array.from(lots, ({ cohort }) => cohort.contacts / cohort.work),
    of: Int32Array.from(lots, ({ of }) => of),
  };
}

/**
 * The desk of a plan when more or less work comes than planned: the earliest due first, as planned (Dertouzos 1974). The
 * grid begins with what the plan for the mean leaves to it, and what comes after it comes as forecast. Most lots are due
 * in the order in which they come and stand in a line; what was set aside waits beside it in a heap.
 */
export class UncertainDesk {
  private readonly lots: Lots;
  private readonly count: number;
  /** Intervals until every promise of the grid is kept or broken. */
  private readonly length: number;
  private readonly inLine: Uint8Array;
  private readonly left: Float64Array;
  /** Contacts of each interval without any work: done as they come. */
  private readonly effortless: Float64Array;

  constructor(private readonly plan: DeskPlan) {
    const { cohorts, capacity, from, until } = plan;
    this.lots = lotsOf(plan);
    this.count = until - from;
    const { due, of, promised } = this.lots;
    this.left = new Float64Array(due.length);
    this.inLine = new Uint8Array(due.length);
    let lastDue = -Infinity;
    let lastPromise = this.count;
    due.forEach((dueBy, lot) => {
      if (dueBy >= lastDue) {
        this.inLine[lot] = 1;
        lastDue = dueBy;
      }
      if (of[lot]! >= 0 && of[lot]! < this.count) lastPromise = Math.max(lastPromise, promised[lot]!);
    });
    this.length = Math.min(capacity.length - from, lastPromise);
    this.effortless = new Float64Array(this.count);
    for (const { arrivedAt, work, contacts, ofBacklog } of cohorts) {
      if (work === 0 && !ofBacklog && arrivedAt >= from && arrivedAt < until)
        this.effortless[arrivedAt - from]! += contacts;
    }
  }

  /** One course of the work: `factors[offset + i]` × the mean in interval i of the grid; absent = as forecast. */
  run(capacity: ArrayLike<number>, factors?: ArrayLike<number>, offset = 0): DeskRun {
    const { count, length, lots, left, inLine } = this;
    const { at, due, promised, work, contactsPerWork, of } = lots;
    const [inTime, judged] = [this.effortless.slice(), this.effortless.slice()];
    const heap = new DueHeap((lot) => due[lot]!);
    let arrived = 0;
    let head = 0;
    for (let now = 0; now < length; now += 1) {
      for (; arrived < at.length && at[arrived]! <= now; arrived += 1) {
        const own = of[arrived]!;
        const isOwn = own >= 0 && own < count;
        left[arrived] = isOwn && factors ? work[arrived]! * factors[offset + own]! : work[arrived]!;
        if (isOwn) judged[own]! += left[arrived]! * contactsPerWork[arrived]!;
        if (!inLine[arrived] && left[arrived]! > 0) heap.add(arrived);
      }
      let free = capacity[this.plan.from + now]!;
      while (free > 0) {
        while (head < arrived && (!inLine[head] || left[head] === 0)) head += 1;
        const beside = heap.first;
        const first = head < arrived && (beside === undefined || due[head]! <= due[beside]!) ? head : beside;
        if (first === undefined) break;
        const rest = left[first]!;
        const share = rest - free <= DUST * rest ? rest : free;
        free = Math.max(0, free - share);
        left[first] = rest - share;
        const own = of[first]!;
        if (own >= 0 && own < count && now + 1 <= promised[first]!) inTime[own]! += share * contactsPerWork[first]!;
        if (share === rest && first === beside) heap.removeFirst();
      }
    }
    // What may still be done in time after the long grid is not judged.
    for (let lot = 0; lot < arrived; lot += 1) {
      const own = of[lot]!;
      if (own >= 0 && own < count && promised[lot]! > length) judged[own]! -= left[lot]! * contactsPerWork[lot]!;
    }
    return { inTime, judged };
  }
}
