import { staffingModel, type SteadyState } from '../staffing/index.js';
import { simulateStationary, type Estimate, type QueueMeasures, type SimulatedCentre } from './index.js';

/**
 * The simulation against exact formulas. Each comparison asks whether the formula's value lies inside the simulation's 99 %
 * interval. With some 300 comparisons about 3 must fall outside by chance; what is asked is (a) no more than 12 outside
 * (binomial, chance of more below 1e-4), and (b) none beyond 5 standard errors (Bonferroni over 300: chance below 1e-3
 * with Student's t of 39 degrees).
 */
interface System {
  readonly name: string;
  readonly agents: number;
  readonly erlangs: number;
  readonly patienceSeconds?: number;
}

const HANDLE_SECONDS = 180;
const THRESHOLD = 20;
const BATCHES = 40;
const CONTACTS = 60_000;

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

function simulated(system: System, seed: number): QueueMeasures {
  const { agents, erlangs, patienceSeconds } = system;
  // Long against the load's memory, which large systems have in handle times, small ones in contacts.
  const batchSeconds = HANDLE_SECONDS * Math.max(CONTACTS / BATCHES / erlangs, 40);
  const centre: SimulatedCentre = {
    intervalSeconds: HANDLE_SECONDS,
    intervalCount: 1,
    queues: [
      {
        id: 'q',
        contacts: erlangs,
        handleTime: { kind: 'exponential', meanSeconds: HANDLE_SECONDS },
        patience: patienceSeconds ? { kind: 'exponential', meanSeconds: patienceSeconds } : undefined,
        goal: { answerWithinSeconds: THRESHOLD },
      },
    ],
    groups: [{ id: 'g', skills: [{ queueId: 'q' }], agents }],
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
  const exact: SteadyState = staffingModel(patienceSeconds ? 'erlang-a' : 'erlang-c').performance(load, agents);
  const got = simulated(system, seed);
  const variants = ['answered-of-offered', 'answered-of-offered-less-short-abandons', 'answered-of-answered'] as const;
  const of = (what: string, value: number, estimate: Estimate) => ({
    what: `${system.name}: ${what}`,
    exact: value,
    estimate,
  });
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

function judge(all: readonly Comparison[], mostOutside: number): void {
  const outside = all.filter(({ exact, estimate }) => exact < estimate.low || exact > estimate.high);
  const far = all.filter((comparison) => distance(comparison) > 5);
  expect(far.map(({ what, exact, estimate }) => `${what}: ${exact}, simulated ${estimate.value}`)).toEqual([]);
  expect(outside.length).toBeLessThanOrEqual(mostOutside);
}

describe('simulation against exact formulas', () => {
  it('agrees with Erlang A on 40 systems, overload included', () => {
    judge(
      erlangA.flatMap((system, i) => comparisons(system, 100 + i)),
      12,
    );
  });

  it('agrees with Erlang C on 20 systems', () => {
    judge(
      erlangC.flatMap((system, i) => comparisons(system, 300 + i)),
      7,
    );
  });
});
