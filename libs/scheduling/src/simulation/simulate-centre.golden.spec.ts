import { staffingModel, type SteadyState } from '../staffing/index.js';
import { simulateStationary, type Estimate, type QueueMeasures, type SimulatedCentre } from './index.js';

/**
 * The simulation against exact formulas: each of a system's measures should lie inside its 99 % interval. Measures of one
 * system go together, so systems are counted: at most one in ten may have a measure outside (with three measures' worth of
 * independence a system has 3 % chance; more than 6 of 60 then comes about once in 5,000 suites). No measure at all may be
 * further than 4.8 standard errors off: 1 % over all 430 comparisons by Bonferroni, Student's t with 39 degrees.
 */
const FURTHEST = 4.8;

interface System {
  readonly name: string;
  readonly agents: number;
  readonly erlangs: number;
  readonly patienceSeconds?: number;
  /** Nobody waits: as many lines as agents. */
  readonly loss?: boolean;
}

const HANDLE_SECONDS = 180;
const THRESHOLD = 20;
const BATCHES = 40;
const CONTACTS = 30_000;

/** Load so many square roots below the agents (square-root staffing): waits are neither certain nor rare. */
const loadBelow = (agents: number, roots: number): number => agents - roots * Math.sqrt(agents);

const erlangA: System[] = [1, 4, 20, 60, 150].flatMap((agents) =>
  [0.6, 0.2, -0.3, -1].flatMap((roots) =>
    [60, 300].map((patienceSeconds) => ({
      name: `${agents} agents, load ${roots} roots below, patience ${patienceSeconds} s`,
      agents,
      erlangs: loadBelow(agents, roots),
      patienceSeconds,
    })),
  ),
);
const erlangC: System[] = [1, 3, 10, 40, 120].flatMap((agents) =>
  [0.4, 0.6, 0.8, 0.95].map((roots) => ({
    name: `${agents} agents, load ${roots} roots below`,
    agents,
    erlangs: loadBelow(agents, roots),
  })),
);

const erlangB: System[] = [2, 10, 50].flatMap((agents) =>
  [0.5, 0, -1, -3].map((roots) => ({
    name: `${agents} lines, load ${roots} roots below`,
    agents,
    erlangs: loadBelow(agents, roots * 0.9),
    loss: true,
  })),
);

/** Every other system in two groups of agents alike, which takes the event engine; one group takes the one without events. */
function groupsOf(agents: number, seed: number): SimulatedCentre['groups'] {
  const skills = [{ queueId: 'q' }];
  const apart = seed % 2 === 0 ? Math.floor(agents / 2) : 0;
  const rest = { id: 'g', skills, agents: agents - apart };
  return apart > 0 ? [rest, { id: 'h', skills, agents: apart }] : [rest];
}

function simulated(system: System, seed: number): QueueMeasures {
  const { agents, erlangs, patienceSeconds } = system;
  // Long against the load's memory, which large systems have in handle times, small ones in contacts.
  const batchSeconds = HANDLE_SECONDS * Math.max(CONTACTS / BATCHES / erlangs, 20);
  const centre: SimulatedCentre = {
    intervalSeconds: HANDLE_SECONDS,
    intervalCount: 1,
    queues: [
      {
        id: 'q',
        contacts: erlangs,
        handleTime: { kind: 'exponential', meanSeconds: HANDLE_SECONDS },
        patience: patienceSeconds ? { kind: 'exponential', meanSeconds: patienceSeconds } : undefined,
        lines: system.loss ? agents : undefined,
        goal: { answerWithinSeconds: THRESHOLD },
      },
    ],
    groups: groupsOf(agents, seed),
  };
  const result = simulateStationary(centre, {
    batches: BATCHES,
    batchSeconds,
    warmUpSeconds: 20 * HANDLE_SECONDS,
    seed,
    confidenceFraction: 0.99,
  });
  return result.queues[0]!.whole;
}

interface Comparison {
  readonly what: string;
  readonly exact: number;
  readonly estimate: Estimate;
}

function comparisons(system: System, seed: number): Comparison[] {
  const { erlangs, agents, patienceSeconds } = system;
  const load = {
    contacts: erlangs,
    intervalSeconds: HANDLE_SECONDS,
    averageHandleSeconds: HANDLE_SECONDS,
    patienceSeconds,
  };
  const modelId = system.loss ? 'erlang-b' : patienceSeconds ? 'erlang-a' : 'erlang-c';
  const exact: SteadyState = staffingModel(modelId).performance(load, agents);
  const got = simulated(system, seed);
  const variants = ['answered-of-offered', 'answered-of-offered-less-short-abandons', 'answered-of-answered'] as const;
  const of = (what: string, value: number, estimate: Estimate) => ({
    what: `${system.name}: ${what}`,
    exact: value,
    estimate,
  });
  if (system.loss) {
    return [
      of('blocking', exact.blockingFraction, got.blockingFraction),
      of('occupancy', exact.occupancyFraction, got.occupancyFraction),
    ];
  }
  return [
    of('wait probability', exact.waitProbability, got.waitProbability),
    of('ASA', exact.asaSeconds(), got.asaSeconds),
    of('queue', exact.meanQueueLength, got.meanQueueLength),
    of('occupancy', exact.occupancyFraction, got.occupancyFraction),
    ...(patienceSeconds ? [of('abandonment', exact.abandonmentFraction, got.abandonmentFraction)] : []),
    ...variants.map((variant) =>
      of(variant, exact.serviceLevelFraction(THRESHOLD, variant), got.serviceLevelFractions[variant]),
    ),
  ];
}

/** Standard errors between the two; a certain result (standard error 0) must be equal. */
function distance({ exact, estimate }: Comparison): number {
  const difference = Math.abs(exact - estimate.value);
  return difference < 1e-12 ? 0 : difference / estimate.standardError;
}

function judge(systems: readonly System[], firstSeed: number): void {
  const all = systems.map((system, i) => comparisons(system, firstSeed + i));
  const isOutside = ({ exact, estimate }: Comparison) => exact < estimate.low || exact > estimate.high;
  const far = all.flat().filter((comparison) => distance(comparison) > FURTHEST);
  expect(far.map(({ what, exact, estimate }) => `${what}: ${exact}, simulated ${estimate.value}`)).toEqual([]);
  expect(all.filter((system) => system.some(isOutside)).length).toBeLessThanOrEqual(systems.length / 10);
}

describe('simulation against exact formulas', () => {
  it('agrees with Erlang A on 40 systems, overload included', () => judge(erlangA, 100));

  it('agrees with Erlang C on 20 systems', () => judge(erlangC, 300));

  it('agrees with Erlang B on 12 systems, where every contact needs a line and there are as many as agents', () =>
    judge(erlangB, 500));
});
