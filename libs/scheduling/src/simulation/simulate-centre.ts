import { checkCentre } from './check-centre.js';
import { prepareRun, type PreparedRun } from './engine/prepare-run.js';
import type { SimulatedCentre } from './simulated-centre.js';
import type { SimulateOptions, SimulationResult } from './simulation.js';
import { CentreStatistics } from './statistics/centre-statistics.js';

const DEFAULT_REPLICATIONS = 100;
const DEFAULT_CONFIDENCE = 0.95;
const MOST_SPAN_REPLICATIONS = 5e7;

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

/** The spread of every span is kept replication by replication, 16 bytes each. */
function checkSize({ queues, intervalCount, periods = [] }: SimulatedCentre, replications: number): void {
  const spans = queues.length * (intervalCount + periods.length + 1);
  if (spans * replications <= MOST_SPAN_REPLICATIONS) return;
  throw new RangeError(
    `replications (${replications}) of ${spans} queue intervals must be at most ${Math.floor(MOST_SPAN_REPLICATIONS / spans)}; ask for fewer, or simulate part of the time`,
  );
}

/**
 * A simulation that is run replication by replication, for callers who do something else in between (a page that draws, a
 * program that listens for Ctrl-C). `simulateCentre` runs one to its end.
 */
export class CentreSimulation {
  readonly ofReplications: number;
  private readonly prepared: PreparedRun;
  private readonly statistics: CentreStatistics;
  private completed = 0;

  /** Throws for a mistake in the centre or the options, naming value and remedy. */
  constructor(
    centre: SimulatedCentre,
    private readonly options: SimulateOptions = {},
  ) {
    checkCentre(centre);
    checkOptions(options);
    this.ofReplications = options.replications ?? DEFAULT_REPLICATIONS;
    checkSize(centre, this.ofReplications);
    this.prepared = prepareRun(centre, options.seed ?? 1);
    this.statistics = new CentreStatistics(centre, this.prepared.run.centre, {
      replications: this.ofReplications,
      keepReplications: options.keepReplications ?? false,
    });
  }

  /** Runs one more replication; false when all are done or when cancelled in its midst, which leaves it out. */
  advance(): boolean {
    const { isCancelled, onProgress, warmUpSeconds = 0 } = this.options;
    const { completed, ofReplications, prepared } = this;
    if (completed === ofReplications || isCancelled?.()) return false;
    if (!prepared.play({ replication: completed, warmUpSeconds, isCancelled })) return false;
    const { run } = prepared;
    this.statistics.add(run.tallies, { index: completed, firstPlace: 1 });
    this.completed += 1;
    onProgress?.({ replications: this.completed, ofReplications, contacts: run.contacts });
    return true;
  }

  /** What the replications so far say. */
  result(): SimulationResult {
    return {
      replications: this.completed,
      stoppedBy: this.completed < this.ofReplications ? 'cancel' : 'end',
      contacts: this.prepared.run.contacts,
      ...this.statistics.result(this.completed, this.options.confidenceFraction ?? DEFAULT_CONFIDENCE),
    };
  }
}

/**
 * Plays the centre over its horizon again and again and answers what happened, with confidence intervals over the
 * replications and the chance of meeting each goal by interval, period and over the whole. Contacts that arrive in the
 * horizon are followed to their end. Same centre, same seed, same result; the k-th contact of a queue comes, takes and
 * bears as long whatever the staffing (common random numbers), so differences between two plans are sharper than their
 * intervals suggest. Throws for a mistake in the centre or the options. Method: docs/methods/simulation.md.
 */
export function simulateCentre(centre: SimulatedCentre, options: SimulateOptions = {}): SimulationResult {
  const simulation = new CentreSimulation(centre, options);
  while (simulation.advance());
  return simulation.result();
}
