import { checkCentre } from './check-centre.js';
import { meanSecondsOf } from './distribution.js';
import { prepareRun } from './engine/prepare-run.js';
import type { SimulatedCentre } from './simulated-centre.js';
import type { SimulateOptions, SimulationResult } from './simulation.js';
import { CentreStatistics } from './statistics/centre-statistics.js';

export interface StationaryOptions extends Pick<
  SimulateOptions,
  'seed' | 'confidenceFraction' | 'isCancelled' | 'keepReplications'
> {
  /** Parts of the run taken as independent observations; default 40. */
  readonly batches?: number;
  /** Of each; must be long against handle times and queues, or the intervals are too narrow. */
  readonly batchSeconds: number;
  /** Not counted; default 5 of the longest mean handle times. A load near the agents needs far more. */
  readonly warmUpSeconds?: number;
}

const DEFAULT_BATCHES = 40;
const WARM_UP_HANDLE_TIMES = 5;

/**
 * One long run of a centre whose rates and staffing stay as they are in its only interval, with confidence intervals by
 * batch means. The measures stand in `whole`; `replications` counts the batches.
 */
export function simulateStationary(centre: SimulatedCentre, options: StationaryOptions): SimulationResult {
  const { batches = DEFAULT_BATCHES, batchSeconds, seed = 1, isCancelled } = options;
  if (centre.intervalCount !== 1) {
    throw new RangeError(`intervalCount (${centre.intervalCount}) must be 1: a stationary run has one rate`);
  }
  if (!(Number.isInteger(batches) && batches >= 2)) {
    throw new RangeError(`batches (${batches}) must be a whole number, 2 or more; use 40`);
  }
  checkCentre(centre);
  const batch = inBatches(centre, batchSeconds, 1);
  const long = inBatches(centre, batchSeconds, batches);
  checkCentre(long);
  const { run, play } = prepareRun(long, seed);
  const statistics = new CentreStatistics(batch, run.centre, {
    replications: batches,
    keepReplications: options.keepReplications ?? false,
  });
  const longest = Math.max(...centre.queues.map((queue) => meanSecondsOf(queue.handleTime)));
  const warmUpSeconds = options.warmUpSeconds ?? WARM_UP_HANDLE_TIMES * longest;
  const ended = play({ replication: 0, warmUpSeconds, isCancelled });
  for (let i = 0; ended && i < batches; i++) statistics.add(run.tallies, { index: i, firstPlace: i + 1 });
  return {
    replications: ended ? batches : 0,
    stoppedBy: ended ? 'end' : 'cancel',
    contacts: run.contacts,
    ...statistics.result(ended ? batches : 0, options.confidenceFraction ?? 0.95),
  };
}

/** The same centre with so many intervals of that length. */
function inBatches(centre: SimulatedCentre, batchSeconds: number, count: number): SimulatedCentre {
  const only = <T>(values: number | ArrayLike<number>, of: (value: number) => T): T =>
    of(typeof values === 'number' ? values : values[0]!);
  const scale = batchSeconds / centre.intervalSeconds;
  return {
    ...centre,
    intervalSeconds: batchSeconds,
    intervalCount: count,
    periods: [],
    queues: centre.queues.map((queue) => ({
      ...queue,
      contacts: only(queue.contacts, (contacts) => contacts * scale),
      handleTimeFactors: queue.handleTimeFactors ? Array<number>(count).fill(queue.handleTimeFactors[0]!) : undefined,
    })),
    groups: centre.groups.map((group) =>
      group.agents === undefined ? group : { ...group, agents: only(group.agents, (agents) => agents) },
    ),
  };
}
