import type { Instant, Interval } from '@yotei/time';
import type { ContactRecord } from '../contact-record.js';
import { survivalSteps, type SurvivalStep } from '../distributions/duration-sample.js';
import { DurationTally } from '../duration-tally.js';
import { notEnough, type NotEnoughData } from '../estimate.js';

/** How long an agent is not free again after a contact although somebody is waiting. */
export interface TurnaroundReport {
  readonly kind: 'turnaround';
  /** Times seen to their end, and those cut off because the queue was empty before. */
  readonly endedCount: number;
  readonly cutCount: number;
  readonly medianSeconds: number | null;
  /** Mean of the turnarounds up to `longestSeconds`: what a contact costs beyond its recorded handle time. */
  readonly meanSeconds: number;
  /** Share that takes longer still: agents who have left their place. */
  readonly longerFraction: number;
  readonly longestSeconds: number;
}

const LEAST_COUNT = 30;
/** Logs round to the second: a contact taken out of a queue and the queue's end can be a second apart. */
const CLOCK_MILLIS = 1000;

interface Change {
  readonly at: Instant;
  readonly by: 1 | -1;
}

/** Stretches of time in which somebody waited, in order. */
function waitingSpans(contacts: readonly ContactRecord[]): readonly Interval[] {
  const changes: Change[] = contacts
    .filter(({ waitSeconds }) => (waitSeconds ?? 0) > 0)
    .flatMap(({ arrivedAt, waitSeconds }): Change[] => [
      { at: arrivedAt, by: 1 },
      { at: arrivedAt + waitSeconds! * 1000, by: -1 },
    ])
    // An arrival at the instant of a departure keeps the stretch going.
    .sort((a, b) => a.at - b.at || b.by - a.by);
  const spans: Interval[] = [];
  let waiting = 0;
  let startAt = 0;
  for (const { at, by } of changes) {
    if (waiting === 0) startAt = at;
    waiting += by;
    if (waiting === 0) spans.push({ startAt, endAt: at });
  }
  return spans;
}

function spanAt(spans: readonly Interval[], at: Instant): Interval | null {
  let low = 0;
  let high = spans.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const span = spans[middle]!;
    if (span.endAt <= at) low = middle + 1;
    else if (span.startAt > at) high = middle - 1;
    else return span;
  }
  return null;
}

function workByAgent(contacts: readonly ContactRecord[]): Iterable<Interval[]> {
  const work = new Map<string, Interval[]>();
  for (const { agent, arrivedAt, waitSeconds = 0, handleSeconds } of contacts) {
    if (agent === undefined || handleSeconds === undefined) continue;
    const startAt = arrivedAt + waitSeconds * 1000;
    const span = { startAt, endAt: startAt + handleSeconds * 1000 };
    const own = work.get(agent);
    if (own) own.push(span);
    else work.set(agent, [span]);
  }
  return work.values();
}

/** ∫₀ᴳ S dt - G S(G), over 1 - S(G): the mean of what ends within G. */
function meanWithin(steps: readonly SurvivalStep[], longestSeconds: number): { mean: number; longer: number } {
  let area = 0;
  let from = 0;
  let surviving = 1;
  for (const step of steps) {
    if (step.seconds > longestSeconds) break;
    area += surviving * (step.seconds - from);
    from = step.seconds;
    surviving = step.surviving;
  }
  area += surviving * (longestSeconds - from);
  return { mean: (area - surviving * longestSeconds) / (1 - surviving), longer: surviving };
}

/**
 * Turnaround read from a log that records no after-contact work: when an agent ends a contact while others wait, the
 * time until the agent takes the next one is not idleness. It is cut off when the queue runs empty first, and the
 * mean is taken from the survival curve, because only short ones would be seen to their end otherwise. Contacts must
 * be of queues that the agents share. Holds all contacts in memory.
 */
export function turnaroundOf(
  contacts: readonly ContactRecord[],
  longestSeconds: number,
): TurnaroundReport | NotEnoughData {
  const spans = waitingSpans(contacts);
  const ended = new DurationTally();
  const cut = new DurationTally();
  for (const work of workByAgent(contacts)) {
    work.sort((a, b) => a.startAt - b.startAt);
    for (const [i, { endAt }] of work.slice(0, -1).entries()) {
      const nextAt = work[i + 1]!.startAt;
      const waiting = spanAt(spans, endAt);
      if (!waiting || nextAt < endAt) continue;
      if (nextAt <= waiting.endAt + CLOCK_MILLIS) ended.add((nextAt - endAt) / 1000);
      else cut.add((waiting.endAt - endAt) / 1000);
    }
  }
  if (ended.count < LEAST_COUNT) return notEnough('handled-contacts', ended.count, LEAST_COUNT);
  const steps = survivalSteps({ ended: ended.tallied(), cut: cut.tallied() });
  const { mean, longer } = meanWithin(steps, longestSeconds);
  return {
    kind: 'turnaround',
    endedCount: ended.count,
    cutCount: cut.count,
    medianSeconds: steps.find(({ surviving }) => surviving <= 0.5)?.seconds ?? null,
    meanSeconds: mean,
    longerFraction: longer,
    longestSeconds,
  };
}
