import { DEFAULT_VARIANT } from '../../staffing/service-goal.js';
import { SERVICE_LEVEL_VARIANTS, type ServiceLevelVariant } from '../../staffing/staffing-model.js';
import { AGENT_FIELDS, AGENT_WIDTH, CONTACT_FIELDS as F, CONTACT_WIDTH, type Tallies } from '../engine/tallies.js';
import type { SimulatedQueue } from '../simulated-centre.js';
import type { BySpan, Estimate, QueueMeasures } from '../simulation.js';
import { RatioSums, shareEstimate } from './ratio-sums.js';
import { serviceLevelParts, spanJudge } from './span-judge.js';
import type { Spans } from './spans.js';
import { Spreads } from './spreads.js';

type Pair = (row: Float64Array, at: number) => readonly [number, number];

const counted =
  (field: number): Pair =>
  (row, at) => [row[at + field]!, 1];
const shareOfOffered =
  (field: number): Pair =>
  (row, at) => [row[at + field]!, row[at + F.offered]!];
const levelOf =
  (variant: ServiceLevelVariant): Pair =>
  (row, at) =>
    serviceLevelParts(variant, row, at);

/** Numerator and denominator of every measure made of the contacts alone. */
const PAIRS = {
  offered: counted(F.offered),
  answered: counted(F.answered),
  abandoned: counted(F.abandoned),
  blocked: counted(F.blocked),
  unserved: (row, at) => [
    row[at + F.offered]! - row[at + F.answered]! - row[at + F.abandoned]! - row[at + F.blocked]!,
    1,
  ],
  answeredWithin: counted(F.answeredWithin),
  abandonedWithin: counted(F.abandonedWithin),
  waitProbability: shareOfOffered(F.waited),
  abandonmentFraction: shareOfOffered(F.abandoned),
  blockingFraction: shareOfOffered(F.blocked),
  asaSeconds: (row, at) => [row[at + F.answeredWaitSeconds]!, row[at + F.answered]!],
  meanWaitSeconds: (row, at) => [
    row[at + F.answeredWaitSeconds]! + row[at + F.abandonedWaitSeconds]!,
    row[at + F.answered]! + row[at + F.abandoned]!,
  ],
} as const satisfies Record<string, Pair>;

type PairName = keyof typeof PAIRS;
const NAMES = Object.keys(PAIRS) as PairName[];
const ALL_PAIRS: readonly Pair[] = [...NAMES.map((name) => PAIRS[name]), ...SERVICE_LEVEL_VARIANTS.map(levelOf)];
/** Besides, of the span's time: queue length, occupancy and agents at work. */
const WIDTH = ALL_PAIRS.length + 3;
const QUEUE_LENGTH = ALL_PAIRS.length;
const OCCUPANCY = ALL_PAIRS.length + 1;
const AT_WORK = ALL_PAIRS.length + 2;

export interface StatisticsOptions {
  readonly spans: Spans;
  readonly replications: number;
  readonly keepReplications: boolean;
}

/** How replications completed are turned into estimates. */
export interface Confidence {
  readonly completed: number;
  /** Student's quantile for means and ratios, the normal one for shares. */
  readonly student: number;
  readonly normal: number;
}

/** A replication, or a batch of a long run: which one, and where in the tallies its first interval is. */
export interface Observation {
  readonly index: number;
  readonly firstPlace: number;
}

/** Gathers one queue's replications span by span. */
export class QueueStatistics {
  private readonly sums: RatioSums;
  private readonly spreads: Spreads;
  private readonly judge: ReturnType<typeof spanJudge>;
  private readonly timesMet: Int32Array;
  private readonly rows: Float64Array;
  private readonly time: Float64Array;
  private readonly variant: number;

  constructor(
    private readonly queue: SimulatedQueue,
    private readonly place: { readonly index: number; readonly classes: readonly number[] },
    private readonly options: StatisticsOptions,
  ) {
    const { count } = options.spans;
    this.sums = new RatioSums(count * WIDTH);
    this.spreads = new Spreads(count, options.replications);
    this.judge = spanJudge(queue.goal);
    this.timesMet = new Int32Array(count);
    this.rows = new Float64Array(count * CONTACT_WIDTH);
    this.time = new Float64Array(count * AGENT_WIDTH);
    this.variant = SERVICE_LEVEL_VARIANTS.indexOf(queue.goal?.serviceLevelVariant ?? DEFAULT_VARIANT);
  }

  get hasGoal(): boolean {
    return this.judge !== null;
  }

  /** Adds an observation; clears `allMet` of the spans in which the goal was missed. */
  add(tallies: Tallies, observation: Observation, allMet: Uint8Array): void {
    this.readTallies(tallies, observation.firstPlace);
    const { index: replication } = observation;
    for (let span = 0; span < this.options.spans.count; span++) {
      this.addSpan(span, replication);
      if (!this.judge) continue;
      if (this.meets(span)) this.timesMet[span]! += 1;
      else allMet[span] = 0;
    }
  }

  result({ completed, student, normal }: Confidence): BySpan<QueueMeasures> {
    const { spans, keepReplications } = this.options;
    const measuresOf = (span: number): QueueMeasures => {
      const at = (index: number): Estimate => this.sums.estimate(span * WIDTH + index, completed, student);
      const named = Object.fromEntries(NAMES.map((name, i) => [name, at(i)])) as Record<PairName, Estimate>;
      const levels = SERVICE_LEVEL_VARIANTS.map((_, i) => at(NAMES.length + i));
      return {
        ...named,
        serviceLevelFractions: Object.fromEntries(
          SERVICE_LEVEL_VARIANTS.map((variant, i) => [variant, levels[i]!]),
        ) as Record<ServiceLevelVariant, Estimate>,
        serviceLevelFraction: levels[this.variant]!,
        meanQueueLength: at(QUEUE_LENGTH),
        occupancyFraction: at(OCCUPANCY),
        agentsAtWork: at(AT_WORK),
        goalMet: this.judge ? shareEstimate(this.timesMet[span]!, completed, normal) : undefined,
        spread: this.spreads.spreads(span, completed),
        replications: keepReplications ? this.spreads.replicationsOf(span, completed) : undefined,
      };
    };
    return { id: this.queue.id, ...spans.arrange(measuresOf) };
  }

  private readTallies(tallies: Tallies, firstPlace: number): void {
    const { spans } = this.options;
    const first = tallies.cellOf(this.place.index, firstPlace) * CONTACT_WIDTH;
    this.rows.set(tallies.contacts.subarray(first, first + spans.intervals * CONTACT_WIDTH));
    spans.addUp(this.rows, CONTACT_WIDTH);
    this.time.fill(0);
    for (const classIndex of this.place.classes) {
      const from = (classIndex * tallies.places + firstPlace) * AGENT_WIDTH;
      for (let i = 0; i < spans.intervals * AGENT_WIDTH; i++) this.time[i]! += tallies.agents[from + i]!;
    }
    spans.addUp(this.time, AGENT_WIDTH);
  }

  private addSpan(span: number, replication: number): void {
    const { rows, time, sums } = this;
    const at = span * CONTACT_WIDTH;
    const base = span * WIDTH;
    for (let i = 0; i < ALL_PAIRS.length; i++) {
      const pair = ALL_PAIRS[i]!(rows, at);
      sums.add(base + i, pair[0], pair[1]);
    }
    const busy = time[span * AGENT_WIDTH + AGENT_FIELDS.busySeconds]!;
    const working = time[span * AGENT_WIDTH + AGENT_FIELDS.workingSeconds]!;
    sums.add(base + QUEUE_LENGTH, rows[at + F.queueSeconds]!, this.options.spans.seconds[span]!);
    sums.add(base + OCCUPANCY, busy, working);
    sums.add(base + AT_WORK, working, this.options.spans.seconds[span]!);
    const level = serviceLevelParts(SERVICE_LEVEL_VARIANTS[this.variant]!, rows, at);
    this.spreads.set(span, replication, [
      level[0] / level[1],
      rows[at + F.answeredWaitSeconds]! / rows[at + F.answered]!,
      rows[at + F.abandoned]! / rows[at + F.offered]!,
      busy / working,
    ]);
  }

  private meets(span: number): boolean {
    return this.judge!({
      row: this.rows,
      at: span * CONTACT_WIDTH,
      busySeconds: this.time[span * AGENT_WIDTH + AGENT_FIELDS.busySeconds]!,
      workingSeconds: this.time[span * AGENT_WIDTH + AGENT_FIELDS.workingSeconds]!,
    });
  }
}
