import { exactMultiSkill } from '../../../../tests/kit/multi-skill-chain.js';
import {
  multiSkillInstance,
  ringOfFive,
  type MultiSkillInstance,
} from '../../../../tests/kit/multi-skill-instances.js';
import { approximateCentre, approximateSizes, requirementByGroup, SizeVerifier, staffGroups } from './index.js';

interface BenchRow {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  readonly ratio?: number;
  readonly against?: string;
}

const MEASURE_MILLIS = 600;
const WEEK = 7 * 96;

/** Errors of the approximated service level against simulations of 400,000 contacts, in points. */
function serviceLevelErrors(instances: readonly MultiSkillInstance[]): number[] {
  return instances.flatMap(({ centre, agents }) => {
    const simulated = new SizeVerifier(centre, { contacts: 400_000, mostContacts: 400_000 }).verify(agents);
    const state = approximateCentre(centre, agents);
    return simulated.goals.map(
      ({ value }, queue) => 100 * (state.queues[queue]!.serviceLevelFraction(20, 'answered-of-offered') - value),
    );
  });
}

function errorRows(errors: readonly number[]): BenchRow[] {
  const sizes = errors.map(Math.abs).sort((a, b) => a - b);
  const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
  const name = `service level against simulation, ${errors.length} queues`;
  return [
    { name: `${name}: mean error`, value: mean(errors), unit: 'points' },
    { name: `${name}: mean size of the error`, value: mean(sizes), unit: 'points' },
    { name: `${name}: 90 % are below`, value: sizes[Math.floor(0.9 * sizes.length)]!, unit: 'points' },
    { name: `${name}: greatest`, value: sizes.at(-1)!, unit: 'points' },
  ];
}

/** A small N-shaped centre for the exact chain: what the same answer costs when every state is listed. */
function exactSeconds(): number {
  const queue = { rate: 30 / 1800, handleSeconds: 220, patienceSeconds: 170 };
  const startedAt = performance.now();
  exactMultiSkill(
    [
      { ...queue, route: [0, 1] },
      { ...queue, route: [1] },
    ],
    [
      { agents: 4, takes: [0] },
      { agents: 5, takes: [1, 0] },
    ],
    25,
  );
  return (performance.now() - startedAt) / 1000;
}

function evaluationsPerSecond(): number {
  const centre = ringOfFive();
  const found = approximateSizes(centre);
  if (found.kind !== 'staffed') throw new Error(found.kind);
  const sizesOf = (round: number): number[] =>
    found.sizes.map((agents, group) => agents + Number(round % 10 === group));
  let rounds = 0;
  const startedAt = performance.now();
  while (performance.now() - startedAt < MEASURE_MILLIS) approximateCentre(centre, sizesOf(rounds++));
  return (1000 * rounds) / (performance.now() - startedAt);
}

function weekSeconds(quick: boolean): BenchRow {
  const { queues, groups } = ringOfFive();
  const count = quick ? 96 : WEEK;
  const hourOf = (interval: number): number => (interval % 96) / 4;
  const input = {
    intervalSeconds: 900,
    intervalCount: count,
    mix: 'existing' as const,
    groups: groups.map((group) => ({ ...group, mostAgents: 14 })),
    queues: queues.map(({ id, load, goal }, queue) => ({
      id,
      goal,
      patienceSeconds: load.patienceSeconds,
      averageHandleSeconds: new Array<number>(count).fill(load.averageHandleSeconds),
      contacts: Array.from({ length: count }, (_, i) => {
        const bump = Math.exp(-(((hourOf(i) - 12 - queue / 2) / 4) ** 2));
        return hourOf(i) < 7 || hourOf(i) >= 22
          ? Number.NaN
          : (load.contacts / 2) * bump * (1 + 0.05 * Math.sin(i * 7.3));
      }),
    })),
  };
  const startedAt = performance.now();
  requirementByGroup(input);
  const name = `requirement by group, ${count} quarter-hours x 5 queues x 10 groups`;
  return { name, value: (performance.now() - startedAt) / 1000, unit: 's' };
}

/** Speed and error of the approximation, and what a verified answer costs. */
export async function bench({ quick }: { readonly quick: boolean }): Promise<BenchRow[]> {
  const rate = evaluationsPerSecond();
  const startedAt = performance.now();
  const approximate = approximateSizes(ringOfFive());
  const approximateSeconds = (performance.now() - startedAt) / 1000;
  if (approximate.kind !== 'staffed') throw new Error(approximate.kind);
  const verifiedAt = performance.now();
  const verified = staffGroups(ringOfFive());
  const verifiedSeconds = (performance.now() - verifiedAt) / 1000;
  if (verified.kind !== 'staffed') throw new Error(verified.kind);
  const { bounds, work } = verified;
  return [
    {
      name: 'approximations of 5 queues x 10 groups',
      value: rate,
      unit: '/s',
      ratio: rate * exactSeconds(),
      against: 'an exact chain of 2 queues and 9 agents',
    },
    { name: 'group sizes of 5 queues x 10 groups, approximated', value: approximateSeconds, unit: 's' },
    { name: 'the same, verified by simulation', value: verifiedSeconds, unit: 's' },
    { name: 'simulations used', value: work.simulations, unit: 'simulations' },
    { name: 'contacts simulated', value: work.contacts, unit: 'contacts' },
    {
      name: 'cost found',
      value: verified.cost,
      unit: '',
      ratio: verified.cost / bounds.separateCost!,
      against: 'each queue for itself',
    },
    {
      name: 'cost found against everybody all-skilled',
      value: verified.cost,
      unit: '',
      ratio: verified.cost / bounds.pooledCost,
      against: 'the bound',
    },
    weekSeconds(quick),
    ...errorRows(serviceLevelErrors(Array.from({ length: quick ? 15 : 60 }, (_, i) => multiSkillInstance(i + 1)))),
  ];
}
