import { Arrivals } from './arrivals.js';
import type { CompiledCentre } from './compiled-centre.js';
import type { EngineRun, QueueDraws, ReplicationStart } from './engine-run.js';
import { AGENT_FIELDS, AGENT_WIDTH, Tallies } from './tallies.js';

// Looked up once: globals are slow to reach in the inner loop where they are not the engine’s own (test sandboxes).
const { max } = Math;
const NEVER = Number.POSITIVE_INFINITY;

const LOOK_EVERY = 65_536;

/** Whether one queue is served first come first served by agents alike who are always there. */
export function isSingleLine({ queues, classes, shifts, slots, returnsContacts }: CompiledCentre): boolean {
  const always =
    shifts.times.every((at) => at === Number.NEGATIVE_INFINITY) && shifts.absence.every((chance) => chance === 0);
  const unlimited = queues[0]!.lines === NEVER;
  return queues.length === 1 && classes.length === 1 && slots === 1 && always && unlimited && !returnsContacts;
}

/**
 * The same as the event engine for the plainest centre, without events: contacts are taken in the order of arrival, each
 * by the agent who is free first (Kiefer & Wolfowitz 1955), unless that is later than it would wait. Several times as
 * fast; a property test holds it to the event engine's counts.
 */
export class SingleLineRun implements EngineRun {
  readonly tallies: Tallies;
  contacts = 0;
  private readonly arrivals: Arrivals;
  /** When each agent is free, a binary heap. */
  private readonly freeAt: Float64Array;

  constructor(
    readonly centre: CompiledCentre,
    private readonly draws: QueueDraws,
    arrivalStream: { readonly seed: number; readonly stream: number },
  ) {
    const { intervalCount, intervalSeconds, agentCount, queues } = centre;
    this.tallies = new Tallies({ queues: 1, classes: 1, intervals: intervalCount }, intervalSeconds);
    this.arrivals = new Arrivals(queues[0]!.rates, intervalSeconds, arrivalStream);
    this.freeAt = new Float64Array(agentCount);
  }

  run({ replication, startsAt, factors, isCancelled }: ReplicationStart): boolean {
    const { arrivals, tallies, draws, centre } = this;
    tallies.clear();
    this.freeAt.fill(startsAt);
    draws.handleTime.restart(replication);
    draws.patience?.restart(replication);
    arrivals.restart(replication, startsAt, factors?.[0] ?? null);
    this.countTimeAtWork(-startsAt);
    for (; arrivals.nextAt < NEVER; arrivals.advance()) {
      this.contacts += 1;
      if (isCancelled && this.contacts % LOOK_EVERY === 0 && isCancelled()) return false;
      this.take(arrivals.nextAt, arrivals.place, centre.queues[0]!.answerWithinSeconds);
    }
    return true;
  }

  /** One contact to its end. */
  private take(at: number, place: number, threshold: number): void {
    const { tallies, freeAt, draws, centre } = this;
    const factors = centre.queues[0]!.handleTimeFactors;
    const work = draws.handleTime.take() * (factors ? factors[max(0, place - 1)]! : 1);
    const patience = draws.patience ? draws.patience.take() : NEVER;
    const free = freeAt.length > 0 ? freeAt[0]! : NEVER;
    const wait = free > at ? free - at : 0;
    tallies.offer(place);
    if (wait > 0) tallies.queueUp(place);
    if (wait > 0 && at + patience <= free) {
      // With nobody at work and nobody leaving, it waits to the end of the horizon.
      if (patience < NEVER) tallies.abandon(place, patience, threshold);
      tallies.addQueueTime(0, at, at + patience);
      return;
    }
    tallies.answer(place, wait, threshold);
    if (wait > 0) tallies.addQueueTime(0, at, free);
    const doneAt = at + wait + work / centre.classes[0]!.speeds[0]!;
    tallies.addBusyTime(0, at + wait, doneAt);
    this.sinkFirst(doneAt);
  }

  private countTimeAtWork(warmUpSeconds: number): void {
    const { tallies, centre } = this;
    for (let place = 0; place <= centre.intervalCount; place++) {
      const seconds = place === 0 ? warmUpSeconds : centre.intervalSeconds;
      tallies.agents[place * AGENT_WIDTH + AGENT_FIELDS.workingSeconds] = seconds * this.freeAt.length;
    }
  }

  /** Puts a new time in the place of the earliest. */
  private sinkFirst(time: number): void {
    const { freeAt } = this;
    const size = freeAt.length;
    let at = 0;
    for (let child = 1; child < size; child = 2 * at + 1) {
      if (child + 1 < size && freeAt[child + 1]! < freeAt[child]!) child++;
      if (freeAt[child]! >= time) break;
      freeAt[at] = freeAt[child]!;
      at = child;
    }
    freeAt[at] = time;
  }
}
