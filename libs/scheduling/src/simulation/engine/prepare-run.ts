import type { SimulatedCentre } from '../simulated-centre.js';
import { CentreRun } from './centre-run.js';
import { compileCentre } from './compile-centre.js';
import { drawsOf } from './draws.js';
import type { EngineRun } from './engine-run.js';
import { RateFactors } from './rate-factors.js';
import { isSingleLine, SingleLineRun } from './single-line-run.js';

const STREAMS_A_QUEUE = 3;

/**
 * The engine for a centre. Arrivals, handle times and patience of a queue have a stream each, and its rates another: the
 * k-th contact of a queue is the same whatever the staffing.
 */
export function prepareRun(centre: SimulatedCentre, seed: number): { run: EngineRun; factors: RateFactors } {
  const streamOf = (queue: number, which: number) => ({ seed, stream: queue * STREAMS_A_QUEUE + which });
  const draws = centre.queues.map((queue, i) => ({
    handleTime: drawsOf(queue.handleTime, streamOf(i, 1)),
    patience: queue.patience ? drawsOf(queue.patience, streamOf(i, 2)) : null,
  }));
  const compiled = compileCentre(centre);
  return {
    run: isSingleLine(compiled)
      ? new SingleLineRun(compiled, draws[0]!, streamOf(0, 0))
      : new CentreRun(compiled, draws, (queue) => streamOf(queue, 0)),
    factors: new RateFactors(centre, { seed, firstStream: centre.queues.length * STREAMS_A_QUEUE }),
  };
}
