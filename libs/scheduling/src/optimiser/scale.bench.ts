import { rosterInstance } from '../../../../tests/kit/roster-instances.js';
import { planOnThreads } from '../../../../tests/kit/roster-team.js';
import { optimiseRoster } from './optimise-roster.js';

interface BenchRow {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  readonly ratio?: number;
  readonly against?: string;
}

const SEED = 1;
/** Goals of both cores together: agents, seconds by the wall clock, seeds. */
const GAPS = [
  { agents: 20, seconds: 10, seeds: [1, 2, 3, 4, 5] },
  { agents: 100, seconds: 10, seeds: [1, 2, 3, 4, 5] },
  { agents: 100, seconds: 60, seeds: [1, 2] },
] as const;
const QUICK_GAPS = [
  { agents: 20, seconds: 10, seeds: [1, 2] },
  { agents: 100, seconds: 10, seeds: [1, 2] },
] as const;

/** Stopping a large run in several phases, several weeks at once, and what a second thread is worth. */
export async function bench({ quick }: { readonly quick: boolean }): Promise<BenchRow[]> {
  const agents = quick ? 100 : 1000;
  return [
    ...(quick ? [1, 3] : [1, 3, 10, 20, 30]).flatMap((seconds) => cancelRows(agents, seconds)),
    ...weeksRows(quick ? 30 : 100, quick ? 10 : 60),
    ...(await threadRows(quick ? 100 : 300, quick ? 500 : 12_000)),
    ...(await gapRows(quick ? QUICK_GAPS : GAPS)),
  ];
}

/** CPU milliseconds of this process, so that what else runs on the machine does not count. */
function cpuMillis(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** CPU time from cancelling after so many CPU seconds to the answer, and the longest stretch between two polls. */
function cancelRows(agents: number, seconds: number): BenchRow[] {
  const problem = rosterInstance({ agents, seed: SEED });
  const startedAt = cpuMillis();
  let last = startedAt;
  let longest = 0;
  let cancelledAt = Number.NaN;
  const isCancelled = (): boolean => {
    const now = cpuMillis();
    longest = Math.max(longest, now - last);
    last = now;
    if (Number.isNaN(cancelledAt) && now - startedAt > seconds * 1000) cancelledAt = now;
    return !Number.isNaN(cancelledAt);
  };
  optimiseRoster(problem, {
    seed: SEED,
    timeLimitSeconds: 60,
    nowMillis: () => cpuMillis() - startedAt,
    isCancelled,
  });
  const name = `${agents} agents, cancelled after ${seconds} s`;
  return [
    { name: `${name}: to the answer`, value: cpuMillis() - cancelledAt, unit: 'ms CPU' },
    { name: `${name}: longest stretch without a poll`, value: longest, unit: 'ms CPU' },
  ];
}

function weeksRows(agents: number, timeLimitSeconds: number): BenchRow[] {
  const problem = rosterInstance({ agents, seed: SEED, weeks: 4 });
  const result = optimiseRoster(problem, { seed: SEED, timeLimitSeconds, nowMillis: () => performance.now() });
  if (result.kind !== 'roster') throw new Error(`result (${result.kind}) must be a roster; choose another seed`);
  const name = `${agents} agents, four weeks at once, ${timeLimitSeconds} s: gap`;
  return [
    { name, value: result.gapHours, unit: 'agent-hours' },
    { name: `${name} of required hours`, value: (100 * result.gapHours) / result.requiredHours, unit: '%' },
  ];
}

async function threadRows(agents: number, iterationLimit: number): Promise<BenchRow[]> {
  const problem = rosterInstance({ agents, seed: SEED });
  const seconds: number[] = [];
  for (const threads of [1, 2]) {
    const startedAt = performance.now();
    await planOnThreads(problem, { seed: SEED, iterationLimit }, { threads });
    seconds.push((performance.now() - startedAt) / 1000);
  }
  return [
    {
      name: `${agents} agents, ${iterationLimit} steps on two threads`,
      value: seconds[1]!,
      unit: 's',
      ratio: seconds[1]! / seconds[0]!,
      against: 'one thread',
    },
  ];
}

/** The gap that two threads leave in so many seconds by the wall clock: of worth only where nothing else runs. */
async function gapRows(cases: typeof GAPS | typeof QUICK_GAPS): Promise<BenchRow[]> {
  const rows: BenchRow[] = [];
  for (const { agents, seconds, seeds } of cases) {
    const name = `${agents} agents, ${seconds} s on two threads`;
    const gaps: number[] = [];
    for (const seed of seeds) {
      const run = { seed: 1, timeLimitSeconds: seconds };
      const result = await planOnThreads(rosterInstance({ agents, seed }), run, { threads: 2 });
      if (result.kind !== 'roster') throw new Error(`result (${result.kind}) must be a roster; choose another seed`);
      gaps.push((100 * result.gapHours) / result.requiredHours);
      rows.push({ name: `${name}, seed ${seed}: gap of required hours`, value: gaps.at(-1)!, unit: '%' });
    }
    const mean = gaps.reduce((sum, gap) => sum + gap, 0) / gaps.length;
    rows.push({ name: `${name}: mean gap of required hours`, value: mean, unit: '%' });
  }
  return rows;
}
