/** How the hours of a promise are counted: only while the queue is open, or by the clock on the wall. */
export type AnswerClock = 'business' | 'elapsed';

/** "Done within so many hours of its arrival". */
export interface AnswerPromise {
  /** Above 0. Counted from the start of the interval of arrival, in whole intervals, at least that one. */
  readonly withinHours: number;
  /** Default `business`. */
  readonly clock?: AnswerClock;
}

/** Contacts already waiting when the first interval begins. */
export interface BacklogItem {
  readonly contacts: number;
  readonly averageHandleSeconds: number;
  /** What is left of the promise, in hours of its clock; 0 or less = the promise is already broken. */
  readonly hoursLeft: number;
  /** Hours by the clock on the wall since it arrived, for its age; default 0. */
  readonly waitedHours?: number;
}

/** Deferred contacts (e-mail, tickets, back office) over a grid of equal intervals. */
export interface DeferredWork {
  readonly intervalSeconds: number;
  /** Contacts that arrive in each interval; NaN = none known, counts as none. */
  readonly contacts: ArrayLike<number>;
  readonly averageHandleSeconds: ArrayLike<number>;
  /** Where work is done; falsy = closed. Contacts may arrive at any time. */
  readonly open: ArrayLike<number | boolean>;
  readonly promise: AnswerPromise;
  readonly openingBacklog?: readonly BacklogItem[];
  /**
   * What is due after the last interval: `carry` leaves it to whoever plans on (default), `clear` has it done by the
   * end of the grid, as a day's or a project's last interval asks.
   */
  readonly end?: 'carry' | 'clear';
}

/**
 * Work of one arrival interval (or backlog item). Boundary b is the instant at which interval b begins, so a due
 * boundary b means "by the end of interval b - 1"; boundaries above the number of intervals lie after the grid.
 */
export interface DeferredCohort {
  readonly contacts: number;
  /** Agent-intervals: contacts × handle seconds / interval seconds. */
  readonly work: number;
  /** Whether it was there when the grid began. */
  readonly ofBacklog: boolean;
  /** Boundary at which it arrived; negative = before the grid began. */
  readonly arrivedAt: number;
  /** The first open interval in which it can be worked on; the number of intervals when there is none. */
  readonly from: number;
  /** The promise. 0 or less: broken before the grid began. */
  readonly promisedBy: number;
  /** What is planned for: the promise, or where that cannot be kept (or is set aside) the promise given anew. */
  readonly dueBy: number;
}

function mustBe(holds: boolean, name: string, value: unknown, must: string): void {
  if (!holds) throw new RangeError(`${name} (${String(value)}) must be ${must}`);
}

function checkBacklog(items: readonly BacklogItem[], promise: AnswerPromise): void {
  for (const { contacts, averageHandleSeconds, hoursLeft, waitedHours = 0 } of items) {
    mustBe(Number.isFinite(contacts) && contacts >= 0, 'backlog contacts', contacts, '0 or more');
    const handles = Number.isFinite(averageHandleSeconds) && averageHandleSeconds >= 0;
    mustBe(handles, 'backlog averageHandleSeconds', averageHandleSeconds, '0 or more, in seconds');
    mustBe(Number.isFinite(waitedHours) && waitedHours >= 0, 'backlog waitedHours', waitedHours, '0 or more');
    // Older work never has more time left than new work: "first come, first due" holds throughout.
    const fits = hoursLeft <= promise.withinHours;
    mustBe(fits, 'backlog hoursLeft', hoursLeft, `at most the ${promise.withinHours} hours of the promise`);
  }
}

/** Throws when the series do not fit one another or hold impossible values, naming value and remedy. */
export function checkDeferredWork(work: DeferredWork): void {
  const { intervalSeconds, contacts, averageHandleSeconds, open, promise } = work;
  const isLength = Number.isFinite(intervalSeconds) && intervalSeconds > 0;
  mustBe(isLength, 'intervalSeconds', intervalSeconds, 'above 0; use 900 or 1800');
  const { withinHours } = promise;
  mustBe(Number.isFinite(withinHours) && withinHours > 0, 'withinHours', withinHours, 'above 0');
  for (const [name, values] of Object.entries({ averageHandleSeconds, open })) {
    mustBe(
      values.length === contacts.length,
      name,
      `${values.length} values`,
      `as long as contacts, ${contacts.length}`,
    );
  }
  for (let index = 0; index < contacts.length; index += 1) {
    const count = contacts[index]!;
    const seconds = averageHandleSeconds[index]!;
    mustBe(Number.isNaN(count) || (count >= 0 && count < Infinity), 'contacts', count, '0 or more');
    const handled = !(count > 0) || (seconds >= 0 && seconds < Infinity);
    mustBe(handled, 'averageHandleSeconds', seconds, '0 or more where contacts arrive, in seconds');
  }
  checkBacklog(work.openingBacklog ?? [], promise);
}
