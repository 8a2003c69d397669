import {
  simulateStationary,
  type Distribution,
  type Estimate,
  type QueueMeasures,
  type SimulatedCentre,
} from '../simulation/index.js';
import { DEFAULT_VARIANT, type ServiceLevelVariant } from '../staffing/index.js';
import { centreGoals, isMet, slackOf, type QueueGoal } from './centre-goals.js';
import type { MultiSkillCentre } from './multi-skill-centre.js';

/** How contacts of one queue behave where they are not exponential with the load's means. */
export interface SimulatedBehaviour {
  readonly handleTime?: Distribution;
  readonly patience?: Distribution;
}

export interface VerifyOptions {
  /** Same seed, same answer; the same contacts come whatever the sizes (common random numbers). Default 1. */
  readonly seed?: number;
  /** Standard errors by which a goal must be on its good side; default 2. */
  readonly confidenceZ?: number;
  /** Contacts of a first simulation; default 200,000. Sizes it leaves open get four times as many, and again ... */
  readonly contacts?: number;
  /** ... up to so many; default 1,600,000. The more, the smaller the margin a goal needs. */
  readonly mostContacts?: number;
  /** By queue id. */
  readonly behaviour?: Readonly<Record<string, SimulatedBehaviour>>;
  /** Polled while simulating; true stops with the best so far. */
  readonly isCancelled?: () => boolean;
}

/** One goal as simulated. */
export interface SimulatedGoal {
  readonly queueId: string;
  readonly measure: QueueGoal['part']['measure'];
  readonly target: number;
  readonly side: QueueGoal['part']['side'];
  readonly value: number;
  readonly standardError: number;
  /** Whether it holds by `confidenceZ` standard errors. */
  readonly holds: boolean;
}

/** What a simulation says of group sizes. */
export interface SimulatedSizes {
  readonly sizes: readonly number[];
  readonly goals: readonly SimulatedGoal[];
  readonly holds: boolean;
  /** Slack of each goal less the uncertainty that the longest simulation would leave: what to aim at. */
  readonly aimedSlacks: Float64Array;
  readonly contacts: number;
  /** Independent parts of the run behind the standard errors. */
  readonly batches: number;
}

const BATCHES = 40;
const LONGER = 4;
/** Standard errors by which a goal may seem missed and still be looked at longer. */
const NEARLY = 1.5;
/** A batch is this many handle times at least, so that batches count as independent. */
const HANDLE_TIMES_A_BATCH = 20;

/** What a simulation measured of a goal; `variant` is the goal's service level. */
export function estimateOf(
  { part }: QueueGoal,
  measures: QueueMeasures,
  variant: ServiceLevelVariant = DEFAULT_VARIANT,
): Estimate {
  switch (part.measure) {
    case 'asa':
      return measures.asaSeconds;
    case 'occupancy':
      return measures.occupancyFraction;
    case 'abandonment':
      return measures.abandonmentFraction;
    default:
      return measures.serviceLevelFractions[variant];
  }
}

/** Simulates group sizes of one centre against its goals; contacts and simulations are counted. */
export class SizeVerifier {
  simulations = 0;
  contacts = 0;
  private readonly goals: readonly QueueGoal[];
  private readonly known = new Map<string, SimulatedSizes>();

  constructor(
    private readonly centre: MultiSkillCentre,
    private readonly options: VerifyOptions = {},
  ) {
    this.goals = centreGoals(centre);
  }

  isKnown(sizes: readonly number[]): boolean {
    return this.known.has(sizes.join());
  }

  /** Simulates, longer where the first run leaves it open; each sizes once. */
  verify(sizes: readonly number[]): SimulatedSizes {
    const known = this.known.get(sizes.join());
    if (known) return known;
    if (this.goals.length === 0) return nothingToMeet(sizes);
    const most = this.options.mostContacts ?? 1_600_000;
    let found = this.simulate(sizes, Math.min(most, this.options.contacts ?? 200_000));
    while (
      !found.holds &&
      found.contacts < 0.9 * most &&
      found.goals.every((goal, i) => goal.holds || this.isOpen(goal, i))
    )
      found = this.simulate(sizes, Math.min(most, LONGER * found.contacts));
    this.known.set(sizes.join(), found);
    return found;
  }

  private get z(): number {
    return this.options.confidenceZ ?? 2;
  }

  /** Whether a longer run could show that the goal holds: it must look met, or nearly so, already. */
  private isOpen({ value, standardError }: SimulatedGoal, index: number): boolean {
    const { side } = this.goals[index]!.part;
    return isMet(slackOf(this.goals[index]!, shifted(side, value, -NEARLY * standardError)));
  }

  private simulate(sizes: readonly number[], contacts: number): SimulatedSizes {
    const { queues } = this.centre;
    const most = this.options.mostContacts ?? 1_600_000;
    const rate = queues.reduce((sum, { load }) => sum + load.contacts / load.intervalSeconds, 0);
    const longest = Math.max(...queues.map(({ load }) => load.averageHandleSeconds));
    const batchSeconds = Math.max(contacts / rate / BATCHES, HANDLE_TIMES_A_BATCH * longest);
    const result = simulateStationary(simulatedCentreOf(this.centre, sizes, this.options.behaviour), {
      batches: BATCHES,
      batchSeconds,
      seed: this.options.seed ?? 1,
      isCancelled: this.options.isCancelled,
      warmUpSeconds: 10 * longest,
    });
    this.simulations++;
    this.contacts += result.contacts;
    const goals = this.goals.map((goal): SimulatedGoal => {
      const { id, goal: asked } = queues[goal.queue]!;
      const measures = result.queues.find((queue) => queue.id === id)!.whole;
      const { value, standardError } = estimateOf(goal, measures, asked.serviceLevelVariant);
      const { measure, target, side } = goal.part;
      const holds = isMet(slackOf(goal, this.safe(side, value, standardError)));
      return { queueId: id, measure, target, side, value, standardError, holds };
    });
    return {
      sizes: [...sizes],
      goals,
      holds: result.stoppedBy === 'end' && goals.every(({ holds }) => holds),
      aimedSlacks: Float64Array.from(goals, ({ side, value, standardError }, i) =>
        slackOf(this.goals[i]!, this.safe(side, value, standardError * Math.min(1, Math.sqrt(result.contacts / most)))),
      ),
      contacts: result.contacts,
      batches: result.replications,
    };
  }

  /** The value at the bad end of its uncertainty. A measure nobody showed (NaN) is a miss. */
  private safe(side: SimulatedGoal['side'], value: number, standardError: number): number {
    if (Number.isNaN(value)) return side === 'at-least' ? 0 : Infinity;
    const margin = this.z * standardError;
    return shifted(side, value, margin);
  }
}

const nothingToMeet = (sizes: readonly number[]): SimulatedSizes => ({
  sizes: [...sizes],
  goals: [],
  holds: true,
  aimedSlacks: new Float64Array(),
  contacts: 0,
  batches: 0,
});

/** The value, worse by the margin. */
export function shifted(side: SimulatedGoal['side'], value: number, margin: number): number {
  return side === 'at-least' ? value - margin : value + margin;
}

/** The centre with so many agents in each group, for the simulation: its only interval is the load's. */
export function simulatedCentreOf(
  centre: MultiSkillCentre,
  sizes: ArrayLike<number>,
  behaviour: VerifyOptions['behaviour'] = {},
): SimulatedCentre {
  const intervalSeconds = 3600;
  return {
    intervalSeconds,
    intervalCount: 1,
    queues: centre.queues.map(({ id, load, goal }) => ({
      id,
      contacts: (load.contacts / load.intervalSeconds) * intervalSeconds,
      handleTime: behaviour[id]?.handleTime ?? { kind: 'exponential', meanSeconds: load.averageHandleSeconds },
      patience: behaviour[id]?.patience ?? patienceOf(load.patienceSeconds),
      goal,
    })),
    groups: centre.groups.flatMap(({ id, skills }, group) =>
      sizes[group]! > 0 ? [{ id, skills, agents: sizes[group]! }] : [],
    ),
  };
}

export function patienceOf(seconds = Infinity): Distribution | undefined {
  return seconds === Infinity ? undefined : { kind: 'exponential', meanSeconds: seconds };
}
