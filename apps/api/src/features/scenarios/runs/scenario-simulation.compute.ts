import {
  answerScenario,
  type ScenarioBase,
  type ScenarioQueue,
  type ScenarioQueueAnswer,
} from '@yotei/scheduling/scenarios';
import {
  simulateCentre,
  type AgentGroup,
  type Estimate,
  type SimulatedCentre,
  type SimulatedQueue,
} from '@yotei/scheduling/simulation';
import type { ComputeHooks } from '../../../platform/jobs/job-definition.js';

export interface ScenarioSimulationInput {
  /** The base with the scenario's changes made. */
  readonly after: ScenarioBase;
  readonly seed: number;
  readonly replications: number;
}

/** A mean with the ends of its 95 % interval. */
export interface Simulated {
  readonly mean: number;
  readonly low: number;
  readonly high: number;
}

export interface SimulatedQueueFigures {
  readonly queueId: string;
  readonly contacts: Simulated;
  readonly serviceLevel: Simulated;
  readonly asaSeconds: Simulated;
  readonly abandonment: Simulated;
  readonly occupancy: Simulated;
  /** Chance that the whole range meets the goals; null without any. */
  readonly goalMet: Simulated | null;
}

export interface ScenarioSimulationResult {
  readonly replications: number;
  readonly queues: readonly SimulatedQueueFigures[];
}

/**
 * Runs in a worker thread: plays the scenario contact by contact with whoever works in it. Each queue is played with its
 * own agents, as the answer counts them; waits carry over from interval to interval, which the formulas leave out.
 */
export function compute(
  { after, seed, replications }: ScenarioSimulationInput,
  hooks: ComputeHooks,
): Promise<ScenarioSimulationResult> {
  const answer = answerScenario(after, [], { withChance: false });
  const result = simulateCentre(centreOf(after, answer.queues), {
    ...{ seed, replications },
    isCancelled: () => hooks.isCancelled(),
    onProgress: (progress) => hooks.progress(progress.replications / progress.ofReplications),
  });
  return Promise.resolve({
    replications: result.replications,
    queues: result.queues.map(({ id, whole }) => ({
      queueId: id,
      contacts: simulated(whole.offered),
      serviceLevel: simulated(whole.serviceLevelFraction),
      asaSeconds: simulated(whole.asaSeconds),
      abandonment: simulated(whole.abandonmentFraction),
      occupancy: simulated(whole.occupancyFraction),
      goalMet: whole.goalMet ? simulated(whole.goalMet) : null,
    })),
  });
}

const simulated = ({ value, low, high }: Estimate): Simulated => ({ mean: value, low, high });

/** Handle times vary like exponential ones, as the formulas of the queues assume. */
const HANDLE_CV = 1;

function centreOf({ grid, queues }: ScenarioBase, answers: readonly ScenarioQueueAnswer[]): SimulatedCentre {
  const answerOf = new Map(answers.map((one) => [one.queueId, one]));
  return {
    intervalSeconds: grid.stepMinutes * 60,
    intervalCount: grid.count,
    queues: queues.map(queueOf),
    groups: queues.map((queue): AgentGroup => groupOf(queue, answerOf.get(queue.id)!)),
  };
}

const known = (value: number | undefined): number => (value !== undefined && Number.isFinite(value) ? value : 0);

function queueOf({ id, forecast, plan }: ScenarioQueue): SimulatedQueue {
  const { patienceSeconds, lines, goal } = plan;
  const count = forecast.grid.count;
  return {
    id,
    contacts: Float64Array.from({ length: count }, (_, i) => known(forecast.contacts[i])),
    rateCv: {
      interval: Float64Array.from({ length: count }, (_, i) =>
        known(typeof forecast.rateCv === 'number' ? forecast.rateCv : forecast.rateCv?.[i]),
      ),
    },
    handleTime: { kind: 'lognormal', meanSeconds: 1, cv: HANDLE_CV },
    handleTimeFactors: Float64Array.from({ length: count }, (_, i) => known(forecast.averageHandleSeconds[i]) || 1),
    ...(patienceSeconds !== undefined &&
      Number.isFinite(patienceSeconds) && { patience: { kind: 'exponential' as const, meanSeconds: patienceSeconds } }),
    ...(lines !== undefined && { lines }),
    goal,
  };
}

/** Whole agents: parts of an agent are rounded, so that over a day they even out. */
function groupOf({ id, plan }: ScenarioQueue, { series }: ScenarioQueueAnswer): AgentGroup {
  return {
    id,
    skills: [{ queueId: id }],
    agents: series.workingAgents.map((agents) => Math.round(known(agents))),
    ...(plan.concurrency !== undefined && { concurrency: plan.concurrency }),
    ...(plan.slowdownFraction !== undefined && { slowdownFraction: plan.slowdownFraction }),
  };
}
