import type { SimulatedCentre } from '../simulated-centre.js';
import { Absences } from './absences.js';
import { CentreRun } from './centre-run.js';
import { compileCentre } from './compile-centre.js';
import { drawsOf } from './draws.js';
import type { EngineRun } from './engine-run.js';
import { RateFactors } from './rate-factors.js';
import { isSingleLine, SingleLineRun } from './single-line-run.js';

const STREAMS_A_QUEUE = 3;
/** Far from those of the queues, whose number must not change it. */
const ABSENCE_STREAM = 1_000_003;

/** The engine for a centre, and what is drawn anew for each replication. */
export interface PreparedRun {
  readonly run: EngineRun;
  /** Plays a replication; false when cancelled on the way. */
  play(options: { replication: number; warmUpSeconds: number; isCancelled?: () => boolean }): boolean;
}

/**
 * Arrivals, handle times and patience of a queue have a stream each, its rates another, absences one: the k-th contact of
 * a queue is the same whatever the staffing.
 */
export function prepareRun(centre: SimulatedCentre, seed: number): PreparedRun {
  const streamOf = (queue: number, which: number) => ({ seed, stream: queue * STREAMS_A_QUEUE + which });
  const draws = centre.queues.map((queue, i) => ({
    handleTime: drawsOf(queue.handleTime, streamOf(i, 1)),
    patience: queue.patience ? drawsOf(queue.patience, streamOf(i, 2)) : null,
  }));
  const compiled = compileCentre(centre);
  const run = isSingleLine(compiled)
    ? new SingleLineRun(compiled, draws[0]!, streamOf(0, 0))
    : new CentreRun(compiled, draws, (queue) => streamOf(queue, 0));
  const factors = new RateFactors(centre, { seed, firstStream: centre.queues.length * STREAMS_A_QUEUE });
  const absences = new Absences(compiled.shifts.absence, { seed, stream: ABSENCE_STREAM });
  const play: PreparedRun['play'] = ({ replication, warmUpSeconds, isCancelled }) =>
    run.run({
      replication,
      startsAt: -warmUpSeconds,
      factors: factors.draw(replication),
      missed: absences.draw(replication),
      isCancelled,
    });
  return { run, play };
}
