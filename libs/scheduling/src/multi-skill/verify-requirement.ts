import { simulateCentre, type SimulatedCentre, type SimulationResult } from '../simulation/index.js';
import { centreGoals, isMet, slackOf, type QueueGoal } from './centre-goals.js';
import { requirementByGroup, type RequirementByGroup, type RequirementByGroupInput } from './requirement-by-group.js';
import { estimateOf, patienceOf, shifted, type SimulatedGoal, type VerifyOptions } from './simulate-sizes.js';

export interface VerifyRequirementOptions extends Pick<
  VerifyOptions,
  'seed' | 'confidenceZ' | 'behaviour' | 'isCancelled'
> {
  /** Times the whole grid is played; default 100. */
  readonly replications?: number;
  /** Most rounds of simulating and correcting; default 4. */
  readonly mostRounds?: number;
}

export interface VerifiedRequirement {
  readonly requirement: RequirementByGroup;
  /** Every goal over the whole grid (a day, a week), as simulated with the sizes of each interval. */
  readonly goals: readonly SimulatedGoal[];
  /** Whether all of them hold by `confidenceZ` standard errors. */
  readonly holds: boolean;
  /** Queue and interval where a goal is still missed by more than chance. */
  readonly missed: readonly { readonly queueId: string; readonly interval: number }[];
  readonly rounds: number;
  readonly replications: number;
  readonly contacts: number;
}

/** The centre over the grid, with the requirement's sizes at work; it opens empty. */
function simulatedGrid(
  input: RequirementByGroupInput,
  requirement: RequirementByGroup,
  behaviour: VerifyOptions['behaviour'] = {},
): SimulatedCentre {
  return {
    intervalSeconds: input.intervalSeconds,
    intervalCount: input.intervalCount,
    queues: input.queues.map(({ id, contacts, arrivals = contacts, averageHandleSeconds, patienceSeconds, goal }) => {
      const known = Array.from(averageHandleSeconds).filter((seconds) => seconds > 0);
      const mean = known.reduce((sum, seconds) => sum + seconds, 0) / Math.max(1, known.length);
      return {
        id,
        goal,
        contacts: Array.from(arrivals, (count) => count || 0),
        handleTime: behaviour[id]?.handleTime ?? { kind: 'exponential', meanSeconds: mean || 1 },
        handleTimeFactors: Array.from(averageHandleSeconds, (seconds) =>
          mean > 0 && seconds > 0 ? seconds / mean : 1,
        ),
        patience: behaviour[id]?.patience ?? patienceOf(patienceSeconds),
      };
    }),
    groups: input.groups.map(({ id, skills }, group) => ({ id, skills, agents: requirement.sizes[group]! })),
  };
}

/** Goals of all queues that have contacts anywhere in the grid. */
function gridGoals({ queues, groups }: RequirementByGroupInput): readonly QueueGoal[] {
  return centreGoals({
    groups,
    queues: queues.map(({ id, goal, contacts, arrivals = contacts }) => ({
      id,
      goal,
      load: {
        contacts: Array.from(arrivals).reduce((sum, count) => sum + (count || 0), 0),
        intervalSeconds: 1,
        averageHandleSeconds: 1,
      },
    })),
  });
}

/** One simulation of the grid, read goal by goal. */
class Reading {
  readonly goals: readonly SimulatedGoal[];
  readonly missed: {
    readonly queueId: string;
    readonly interval: number;
    readonly queue: number;
    readonly by: number;
  }[] = [];

  constructor(
    private readonly input: RequirementByGroupInput,
    private readonly asked: readonly QueueGoal[],
    private readonly result: SimulationResult,
    private readonly z: number,
  ) {
    this.goals = asked.map((goal) => this.whole(goal));
    for (const goal of asked) this.intervals(goal);
  }

  /** Slack of the goal over the whole grid, less its uncertainty. */
  safeSlack(index: number): number {
    const { side, value, standardError } = this.goals[index]!;
    return slackOf(this.asked[index]!, shifted(side, value, this.z * (standardError || 0)));
  }

  private whole(goal: QueueGoal): SimulatedGoal {
    const { id, goal: asked } = this.input.queues[goal.queue]!;
    const { value, standardError } = estimateOf(goal, this.result.queues[goal.queue]!.whole, asked.serviceLevelVariant);
    const { measure, target, side } = goal.part;
    const holds = isMet(slackOf(goal, shifted(side, value, this.z * (standardError || 0))));
    return { queueId: id, measure, target, side, value, standardError, holds };
  }

  private intervals(goal: QueueGoal): void {
    const { id, contacts, arrivals = contacts, goal: asked } = this.input.queues[goal.queue]!;
    this.result.queues[goal.queue]!.intervals.forEach((measures, interval) => {
      if (!(arrivals[interval]! > 0)) return;
      const { value, standardError } = estimateOf(goal, measures, asked.serviceLevelVariant);
      if (Number.isNaN(value)) return;
      const kind = shifted(goal.part.side, value, -this.z * (standardError || 0));
      if (isMet(slackOf(goal, kind))) return;
      this.missed.push({ queueId: id, interval, queue: goal.queue, by: -slackOf(goal, value) });
    });
  }
}

/**
 * The requirement of {@link requirementByGroup}, simulated over its whole grid (one path of the day, again and again) and
 * corrected: intervals in which a goal is missed by more than chance, and queues whose goal over the whole grid does not
 * hold by `confidenceZ` standard errors, are solved again for so much more, until nothing is missed or the rounds end.
 */
export function verifyRequirementByGroup(
  input: RequirementByGroupInput,
  options: VerifyRequirementOptions = {},
): VerifiedRequirement {
  const { confidenceZ = 2, mostRounds = 4, replications = 100, seed = 1, isCancelled } = options;
  const asked = gridGoals(input);
  const corrections = input.queues.map((_, queue) =>
    Float64Array.from(input.corrections?.[queue] ?? new Float64Array(input.intervalCount)),
  );
  for (let rounds = 1; ; rounds++) {
    const requirement = requirementByGroup({ ...input, corrections });
    const result = simulateCentre(simulatedGrid(input, requirement, options.behaviour), {
      replications,
      seed,
      isCancelled,
    });
    const reading = new Reading(input, asked, result, confidenceZ);
    const holds = result.stoppedBy === 'end' && reading.goals.every((goal) => goal.holds);
    if ((holds && reading.missed.length === 0) || rounds >= mostRounds || result.stoppedBy === 'cancel') {
      const missed = reading.missed.map(({ queueId, interval }) => ({ queueId, interval }));
      const { contacts } = result;
      return { requirement, goals: reading.goals, holds, missed, rounds, replications: result.replications, contacts };
    }
    for (const { queue, interval, by } of reading.missed) corrections[queue]![interval]! -= by;
    reading.goals.forEach((goal, index) => {
      if (goal.holds) return;
      const { queue } = asked[index]!;
      for (let i = 0; i < input.intervalCount; i++) corrections[queue]![i]! += Math.min(0, reading.safeSlack(index));
    });
  }
}
