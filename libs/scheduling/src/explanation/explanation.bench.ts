import { rosterInstance } from '../../../../tests/kit/roster-instances.js';
import { optimiseRoster } from '../optimiser/index.js';
import { explainShortages } from './explain-shortages.js';

interface BenchRow {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
}

const SEED = 1;

/** CPU seconds to explain every short stretch of a week, and the dearest one alone as the board asks. */
export async function bench({ quick }: { readonly quick: boolean }): Promise<BenchRow[]> {
  return (quick ? [20, 100] : [100, 300]).flatMap(rowsOf);
}

function rowsOf(agents: number): BenchRow[] {
  const problem = rosterInstance({ agents, seed: SEED });
  const result = optimiseRoster(problem, { seed: SEED, iterationLimit: 200, nowMillis: () => 0 });
  if (result.kind !== 'roster')
    throw new Error(`instance of ${agents} agents (${result.kind}) must have a roster; choose another seed`);
  const seconds = (work: () => void) => {
    const before = process.cpuUsage();
    work();
    return process.cpuUsage(before).user / 1e6;
  };
  let stretches = 0;
  const all = seconds(() => (stretches = explainShortages(problem, result.roster).length));
  const one = seconds(() => explainShortages(problem, result.roster, { most: 1 }));
  return [
    { name: `short stretches explained, ${agents} agents`, value: stretches, unit: 'stretches' },
    { name: `all of them, ${agents} agents`, value: all, unit: 's CPU' },
    { name: `the dearest alone, ${agents} agents`, value: one, unit: 's CPU' },
  ];
}
