import { MINUTE_MILLIS, type Instant } from '@yotei/time';
import { CONTACT_STATES } from './agent-states.js';
import type { AdherenceTerms } from './adherence-terms.js';
import type { AdherenceSpan } from './evaluate-day.js';

/** How many agents did what, minute by minute of a day; a minute counts by its beginning. */
export interface MinuteCounts {
  readonly startAt: Instant;
  /** On contact work by the plan, and in a state that serves contacts. */
  readonly planned: Int32Array;
  readonly actual: Int32Array;
  /** On shift and doing as planned (or excused), something else, or not known. */
  readonly kept: Int32Array;
  readonly out: Int32Array;
  readonly unknown: Int32Array;
}

export function emptyMinutes(startAt: Instant, minutes: number): MinuteCounts {
  const zeros = () => new Int32Array(minutes);
  return { startAt, planned: zeros(), actual: zeros(), kept: zeros(), out: zeros(), unknown: zeros() };
}

/** Adds one agent's judged day to the counts. Spans outside the day are cut off. */
export function countMinutes(
  counts: MinuteCounts,
  spans: readonly AdherenceSpan[],
  { activityTypes }: Pick<AdherenceTerms, 'activityTypes'>,
): void {
  const serving: readonly string[] = CONTACT_STATES;
  for (const { startAt, endAt, status, activityTypeId, state } of spans) {
    const minuteAt = (at: Instant) => Math.ceil((at - counts.startAt) / MINUTE_MILLIS);
    const from = Math.max(0, minuteAt(startAt));
    const until = Math.min(counts.planned.length, minuteAt(endAt));
    if (until <= from) continue;
    const add = (values: Int32Array) => {
      for (let minute = from; minute < until; minute++) values[minute]! += 1;
    };
    const isPlanned = activityTypeId !== null && status !== 'unscheduled';
    if (isPlanned && activityTypes.get(activityTypeId)?.contactWork) add(counts.planned);
    if (serving.includes(state)) add(counts.actual);
    if (status === 'in' || status === 'explained') add(counts.kept);
    else if (status === 'out') add(counts.out);
    else if (status === 'unknown') add(counts.unknown);
  }
}
