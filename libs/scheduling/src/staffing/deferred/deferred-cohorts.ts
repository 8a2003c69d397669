import { checkDeferredWork, type BacklogItem, type DeferredCohort, type DeferredWork } from './deferred-work.js';
import { intervalsIn, type OpeningClock } from './opening-clock.js';

interface Arrival {
  readonly contacts: number;
  readonly handleSeconds: number;
  readonly ofBacklog: boolean;
  readonly arrivedAt: number;
  readonly promisedBy: number;
}

function backlogArrival(item: BacklogItem, work: DeferredWork, clock: OpeningClock): Arrival {
  const { intervalSeconds, promise } = work;
  const late = item.hoursLeft <= 0;
  return {
    contacts: item.contacts,
    handleSeconds: item.averageHandleSeconds,
    ofBacklog: true,
    arrivedAt: (-(item.waitedHours ?? 0) * 3600) / intervalSeconds + 0,
    promisedBy: late
      ? (item.hoursLeft * 3600) / intervalSeconds + 0
      : clock.after(0, intervalsIn(item.hoursLeft, intervalSeconds), promise.clock),
  };
}

function* arrivals(work: DeferredWork, clock: OpeningClock): Iterable<Arrival> {
  for (const item of work.openingBacklog ?? []) {
    if (item.contacts > 0) yield backlogArrival(item, work, clock);
  }
  const intervals = intervalsIn(work.promise.withinHours, work.intervalSeconds);
  for (let index = 0; index < work.contacts.length; index += 1) {
    const contacts = work.contacts[index]!;
    if (!(contacts > 0)) continue;
    const promisedBy = clock.after(index, intervals, work.promise.clock);
    const handleSeconds = work.averageHandleSeconds[index]!;
    yield { contacts, handleSeconds, ofBacklog: false, arrivedAt: index, promisedBy };
  }
}

/**
 * The work as cohorts in the order in which it is to be done: by the first open interval in which it can be, then by
 * due. What no opening hour lies before the due time of, and backlog already late, is planned for as if it arrived
 * at the next opening: the promise is broken, and everything at once would be a peak that helps nobody.
 * Dues never fall from one cohort to the next (first come, first due). Throws for the mistakes of
 * {@link checkDeferredWork}.
 */
export function deferredCohorts(work: DeferredWork, clock: OpeningClock): readonly DeferredCohort[] {
  checkDeferredWork(work);
  const anew = intervalsIn(work.promise.withinHours, work.intervalSeconds);
  const cohorts: DeferredCohort[] = [];
  for (const { contacts, handleSeconds, ofBacklog, arrivedAt, promisedBy } of arrivals(work, clock)) {
    const from = clock.firstOpen(Math.max(0, arrivedAt));
    const keepable = clock.openUntil(promisedBy) > clock.openUntil(from) || promisedBy > clock.count;
    let dueBy = keepable ? promisedBy : clock.after(from, anew, work.promise.clock);
    if (work.end === 'clear' && from < clock.count) dueBy = Math.min(dueBy, clock.count);
    const effort = (contacts * handleSeconds) / work.intervalSeconds;
    cohorts.push({ contacts, work: effort, ofBacklog, arrivedAt, from, promisedBy, dueBy });
  }
  return cohorts.sort((a, b) => a.from - b.from || a.dueBy - b.dueBy || a.arrivedAt - b.arrivedAt);
}
