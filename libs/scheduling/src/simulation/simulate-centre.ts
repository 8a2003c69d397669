import { checkCentre } from './check-centre.js';
import { prepareRun } from './engine/prepare-run.js';
import type { SimulatedCentre } from './simulated-centre.js';
import type { SimulateOptions, SimulationResult } from './simulation.js';
import { CentreStatistics } from './statistics/centre-statistics.js';

const DEFAULT_REPLICATIONS = 100;
const DEFAULT_CONFIDENCE = 0.95;

function checkOptions({
  replications = 1,
  seed = 0,
  warmUpSeconds = 0,
  confidenceFraction = 0.5,
}: SimulateOptions): void {
  const must = (holds: boolean, name: string, value: number, text: string) => {
    if (!holds) throw new RangeError(`${name} (${value}) must be ${text}`);
  };
  must(Number.isInteger(replications) && replications >= 1, 'replications', replications, 'a whole number, 1 or more');
  must(Number.isSafeInteger(seed), 'seed', seed, 'a whole number');
  must(warmUpSeconds >= 0 && Number.isFinite(warmUpSeconds), 'warmUpSeconds', warmUpSeconds, '0 or more');
  const inside = confidenceFraction > 0 && confidenceFraction < 1;
  must(inside, 'confidenceFraction', confidenceFraction, 'above 0 and below 1; 95 % is 0.95');
}

/**
 * Plays the centre over its horizon again and again and answers what happened, with confidence intervals over the
 * replications and the chance of meeting each goal by interval, period and over the whole. Contacts that arrive in the
 * horizon are followed to their end. Same centre, same seed, same result; the k-th contact of a queue comes, takes and
 * bears as long whatever the staffing (common random numbers), so differences between two plans are sharper than their
 * intervals suggest. Throws for a mistake in the centre or the options. Method: docs/methods/simulation.md.
 */
export function simulateCentre(centre: SimulatedCentre, options: SimulateOptions = {}): SimulationResult {
  checkCentre(centre);
  checkOptions(options);
  const { replications = DEFAULT_REPLICATIONS, seed = 1, warmUpSeconds = 0, isCancelled, onProgress } = options;
  const { run, factors } = prepareRun(centre, seed);
  const statistics = new CentreStatistics(centre, run.centre, {
    replications,
    keepReplications: options.keepReplications ?? false,
  });
  let completed = 0;
  while (completed < replications && !isCancelled?.()) {
    const start = { replication: completed, startsAt: -warmUpSeconds, factors: factors.draw(completed), isCancelled };
    if (!run.run(start)) break;
    statistics.add(run.tallies, { index: completed, firstPlace: 1 });
    completed += 1;
    onProgress?.({ replications: completed, ofReplications: replications, contacts: run.contacts });
  }
  return {
    replications: completed,
    stoppedBy: completed < replications ? 'cancel' : 'end',
    contacts: run.contacts,
    ...statistics.result(completed, options.confidenceFraction ?? DEFAULT_CONFIDENCE),
  };
}
