import { plainAnnealing } from '../../../../tests/kit/plain-annealing.js';
import { rosterInstance } from '../../../../tests/kit/roster-instances.js';
import { optimiseRoster } from './optimise-roster.js';
import { shortHourPrice } from './short-hour-price.js';

interface BenchRow {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  readonly ratio?: number;
  readonly against?: string;
}

interface Case {
  readonly agents: number;
  readonly seconds: number;
}

const FULL: readonly Case[] = [
  { agents: 20, seconds: 10 },
  { agents: 100, seconds: 10 },
  { agents: 300, seconds: 30 },
];
const QUICK: readonly Case[] = [
  { agents: 20, seconds: 3 },
  { agents: 100, seconds: 5 },
];
const SEED = 1;

/**
 * Roster engine on seeded centres: seconds to the first roster, and the gap to the engine's own bound after a time limit,
 * beside a plain annealing on single shifts and breaks given the same time in the same run.
 */
export async function bench({ quick }: { readonly quick: boolean }): Promise<BenchRow[]> {
  return (quick ? QUICK : FULL).flatMap(({ agents, seconds }) => rowsOf(agents, seconds));
}

function rowsOf(agents: number, seconds: number): BenchRow[] {
  const problem = rosterInstance({ agents, seed: SEED });
  const nowMillis = () => performance.now();
  let firstSeconds = Number.NaN;
  const result = optimiseRoster(problem, {
    seed: SEED,
    timeLimitSeconds: seconds,
    nowMillis,
    onProgress: (progress) => {
      if (Number.isNaN(firstSeconds) && progress.bestCost !== null) firstSeconds = progress.seconds;
    },
  });
  if (result.kind !== 'roster')
    throw new Error(`instance of ${agents} agents (${result.kind}) must have a roster; choose another seed`);
  const peerCost = plainAnnealing(problem, { seed: SEED, seconds, nowMillis });
  const peerGapHours = (peerCost - result.lowerBound) / shortHourPrice(problem);
  const against = 'plain annealing, same time';
  return [
    { name: `first roster, ${agents} agents`, value: firstSeconds, unit: 's' },
    {
      name: `gap after ${seconds} s, ${agents} agents`,
      value: result.gapHours,
      unit: 'agent-hours',
      ratio: result.gapHours / peerGapHours,
      against,
    },
    {
      name: `gap of required hours after ${seconds} s, ${agents} agents`,
      value: (100 * result.gapHours) / result.requiredHours,
      unit: '%',
    },
    { name: `search steps in ${seconds} s, ${agents} agents`, value: result.iterations, unit: 'steps' },
  ];
}
