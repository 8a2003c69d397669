import { compactRoster } from '../../../../tests/kit/compact-roster.js';
import { plainAnnealing } from '../../../../tests/kit/plain-annealing.js';
import { rosterInstance } from '../../../../tests/kit/roster-instances.js';
import { oracleAmounts } from '../../../../tests/kit/roster-oracle.js';
import type { Roster, RosterProblem } from '../roster/index.js';
import { loadSolver } from '../solver/index.js';
import type { OptimiseResult } from './optimise.js';
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
  readonly seeds: readonly number[];
  /** Required hours as a share of productive hours. */
  readonly tightness: number;
}

interface Run {
  readonly firstSeconds: number;
  readonly gapShare: number;
  readonly gapHours: number;
  readonly requiredHours: number;
  readonly lowerBound: number;
  readonly hourPrice: number;
  readonly iterations: number;
  readonly hardBreaches: number;
}

const USUAL = 0.97;
const FIVE = [1, 2, 3, 4, 5];
const FULL: readonly Case[] = [
  { agents: 20, seconds: 10, seeds: FIVE, tightness: USUAL },
  { agents: 20, seconds: 10, seeds: [1, 2], tightness: 0.85 },
  { agents: 20, seconds: 10, seeds: [1, 2], tightness: 1.05 },
  { agents: 100, seconds: 10, seeds: FIVE, tightness: USUAL },
  { agents: 100, seconds: 10, seeds: [1, 2], tightness: 0.85 },
  { agents: 100, seconds: 10, seeds: [1, 2], tightness: 1.05 },
  { agents: 100, seconds: 60, seeds: [1, 2], tightness: USUAL },
  { agents: 300, seconds: 30, seeds: FIVE, tightness: USUAL },
  { agents: 1000, seconds: 60, seeds: [1, 2], tightness: USUAL },
];
/** Under six minutes on a quiet core, peers included. */
const QUICK: readonly Case[] = [
  { agents: 20, seconds: 10, seeds: [1, 2, 3], tightness: USUAL },
  { agents: 20, seconds: 10, seeds: [1], tightness: 0.85 },
  { agents: 20, seconds: 10, seeds: [1], tightness: 1.05 },
  { agents: 100, seconds: 10, seeds: [1, 2, 3], tightness: USUAL },
  { agents: 100, seconds: 10, seeds: [1], tightness: 0.85 },
  { agents: 100, seconds: 10, seeds: [1], tightness: 1.05 },
  { agents: 300, seconds: 30, seeds: [1], tightness: USUAL },
  { agents: 1000, seconds: 60, seeds: [1], tightness: USUAL },
];
/** Agents and seconds of the peers: the annealing gets the engine's time, the solver alone as much as it needs to show something. */
const ANNEALED = [20, 100];
const SOLVED_ALONE = { agents: 20, seconds: 60 } as const;
const PEER_SEED = 1;

/** Seconds of CPU since the process began. Read once a millisecond: the engine asks at every step, and each reading costs microseconds. */
const cpuMillis = (() => {
  let readAt = Number.NEGATIVE_INFINITY;
  let millis = 0;
  return (): number => {
    if (performance.now() - readAt < 1) return millis;
    const { user, system } = process.cpuUsage();
    millis = (user + system) / 1000;
    readAt = performance.now();
    return millis;
  };
})();

/**
 * Roster engine on seeded centres, by seconds of CPU on one thread: the gap to the engine's own bound, the first roster, hard
 * breaches by the independent oracle; a plain annealing and HiGHS alone on the same problems in the same run.
 */
export async function bench({ quick }: { readonly quick: boolean }): Promise<BenchRow[]> {
  const rows: BenchRow[] = [];
  const seen = new Map<number, Run>();
  for (const one of quick ? QUICK : FULL) {
    const runs = one.seeds.map((seed) => runOf(one, seed));
    rows.push(...rowsOf(one, runs));
    if (one.tightness === USUAL && !seen.has(one.agents)) seen.set(one.agents, runs[0]!);
    process.stderr.write(`${rows.at(-1)!.name}: ${rows.at(-1)!.value}\n`);
  }
  for (const agents of ANNEALED) rows.push(annealingRow(agents, seen.get(agents)!));
  return [...rows, await solverRow(seen.get(SOLVED_ALONE.agents)!)];
}

function runOf({ agents, seconds, tightness }: Case, seed: number): Run {
  const problem = rosterInstance({ agents, seed, tightness });
  let firstSeconds = Number.NaN;
  const result = optimiseRoster(problem, {
    seed: 1,
    timeLimitSeconds: seconds,
    nowMillis: cpuMillis,
    onProgress: (progress) => {
      if (Number.isNaN(firstSeconds) && progress.bestCost !== null) firstSeconds = progress.seconds;
    },
  });
  return { firstSeconds, ...measured(problem, result) };
}

function measured(problem: RosterProblem, result: OptimiseResult): Omit<Run, 'firstSeconds'> {
  if (result.kind !== 'roster') throw new Error(`instance (${result.kind}) must have a roster; choose another seed`);
  const { gapHours, requiredHours, lowerBound, iterations, roster } = result;
  return {
    gapHours,
    requiredHours,
    lowerBound,
    iterations,
    gapShare: (100 * gapHours) / requiredHours,
    hourPrice: shortHourPrice(problem),
    hardBreaches: hardBreaches(problem, roster),
  };
}

/** Must rules broken, counted by agent, as a judge sees it that shares no code with the engine. */
function hardBreaches(problem: RosterProblem, { shifts }: Roster): number {
  const must = problem.rules.filter(({ level }) => level === 'must').map(({ ruleId }) => ruleId);
  let broken = 0;
  for (const agent of problem.agents) {
    const amounts = oracleAmounts(
      problem,
      agent,
      shifts.filter(({ agentId }) => agentId === agent.id),
    );
    broken += must.filter((ruleId) => (amounts[ruleId] ?? 0) > 0).length;
  }
  return broken;
}

function rowsOf({ agents, seconds, seeds, tightness }: Case, runs: readonly Run[]): BenchRow[] {
  const name = `${agents} agents, tightness ${tightness}, ${seconds} s`;
  const worst = (of: (run: Run) => number) => Math.max(...runs.map(of));
  return [
    ...runs.map((run, i) => ({
      name: `${name}, seed ${seeds[i]}: gap of required hours`,
      value: run.gapShare,
      unit: '%',
    })),
    { name: `${name}: mean gap`, value: mean(runs.map(({ gapHours }) => gapHours)), unit: 'agent-hours' },
    { name: `${name}: first roster, slowest`, value: worst(({ firstSeconds }) => firstSeconds), unit: 's' },
    {
      name: `${name}: hard breaches`,
      value: runs.reduce((sum, run) => sum + run.hardBreaches, 0),
      unit: 'of the oracle',
    },
    { name: `${name}: search steps, fewest`, value: Math.min(...runs.map((run) => run.iterations)), unit: 'steps' },
    { name: `${name}: memory of the process`, value: process.memoryUsage.rss() / 2 ** 20, unit: 'MB' },
    { name: `${name}: mean gap of required hours`, value: mean(runs.map(({ gapShare }) => gapShare)), unit: '%' },
  ];
}

function annealingRow(agents: number, run: Run): BenchRow {
  const problem = rosterInstance({ agents, seed: PEER_SEED });
  const cost = plainAnnealing(problem, { seed: PEER_SEED, seconds: 10, nowMillis: cpuMillis });
  return peerRow(`plain annealing, ${agents} agents, 10 s`, cost, run);
}

async function solverRow(run: Run): Promise<BenchRow> {
  const { agents, seconds } = SOLVED_ALONE;
  const problem = rosterInstance({ agents, seed: PEER_SEED });
  const { cost } = compactRoster(problem, { solver: await loadSolver(), seconds });
  return peerRow(`HiGHS alone (compact model), ${agents} agents, ${seconds} s`, cost, run);
}

/** The peer's gap to the engine's bound, and how many times the engine's it is; without a roster there is neither. */
function peerRow(name: string, cost: number, { lowerBound, hourPrice, requiredHours, gapHours }: Run): BenchRow {
  if (!Number.isFinite(cost)) return { name: `${name}: rosters found`, value: 0, unit: 'rosters' };
  const hours = (cost - lowerBound) / hourPrice;
  return {
    name: `${name}: gap of required hours`,
    value: (100 * hours) / requiredHours,
    unit: '%',
    ratio: hours / gapHours,
    against: 'the engine in 10 s',
  };
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
