import { callcenterSimulatorAgents } from '../../../../tests/peers/callcenter-simulator.js';
import { pyworkforceErlangA, pyworkforceErlangC } from '../../../../tests/peers/pyworkforce.js';
import { requiredAgentCount, requiredAgents, type StaffingLoad } from './index.js';

interface BenchRow {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  readonly ratio?: number;
  readonly against?: string;
}

const ERLANGS = [10, 100, 1000, 10_000];
const GOAL = { serviceLevelFraction: 0.8, answerWithinSeconds: 20 };
const HANDLE_SECONDS = 180;
const PATIENCE_SECONDS = 300;
const MEASURE_MILLIS = 400;
const WARM_UP_MILLIS = 60;

type Solve = (load: StaffingLoad) => number;

/** Loads that differ from one another by up to 10 %, so that nothing can be remembered from call to call. */
function loadsAround(erlangs: number): readonly StaffingLoad[] {
  return Array.from({ length: 64 }, (_, index) => ({
    contacts: erlangs * 10 * (1 + (0.1 * ((index * 37) % 64)) / 64),
    intervalSeconds: 1800,
    averageHandleSeconds: HANDLE_SECONDS,
    patienceSeconds: PATIENCE_SECONDS,
  }));
}

/** Solves for so long, at least one; in rounds that grow to all loads, since reading the clock costs as much as a solve. */
function solvesIn(millis: number, loads: readonly StaffingLoad[], solve: Solve): { solved: number; seconds: number } {
  const startedAt = performance.now();
  let solved = 0;
  for (let round = 1; solved === 0 || performance.now() - startedAt < millis; round = Math.min(64, 2 * round)) {
    for (let i = 0; i < round; i += 1) solve(loads[(solved + i) % loads.length]!);
    solved += round;
  }
  return { solved, seconds: (performance.now() - startedAt) / 1000 };
}

/** Solves a second, after a warm-up. */
function solvesPerSecond(loads: readonly StaffingLoad[], solve: Solve): number {
  solvesIn(WARM_UP_MILLIS, loads, solve);
  const { solved, seconds } = solvesIn(MEASURE_MILLIS, loads, solve);
  return solved / seconds;
}

const erlangsOf = (load: StaffingLoad): number => (load.contacts * load.averageHandleSeconds) / load.intervalSeconds;

/** The floor for Erlang C: 1/B by its recurrence from no agents upwards, until the service level holds. */
function plainErlangC(load: StaffingLoad): number {
  const a = erlangsOf(load);
  let inverse = 1;
  for (let n = 1; ; n += 1) {
    inverse = 1 + (n / a) * inverse;
    if (n <= a) continue;
    const waits = n / ((n - a) * inverse + a);
    if (1 - waits * Math.exp((-(n - a) * GOAL.answerWithinSeconds) / HANDLE_SECONDS) >= GOAL.serviceLevelFraction)
      return n;
  }
}

/** Service level of Erlang A by the same recurrence and the plain sums of the queue's states. */
function plainServiceLevel(a: number, n: number): number {
  let e = 1;
  for (let k = 1; k < n; k += 1) e = 1 + (k / a) * e;
  const s = (n * PATIENCE_SECONDS) / HANDLE_SECONDS;
  const sum = (x: number): number => {
    let term = 1;
    let total = 1;
    for (let k = 1; term > 1e-16 * total; k += 1) {
      term *= x / (s + k);
      total += term;
    }
    return total;
  };
  const x = (a * PATIENCE_SECONDS) / HANDLE_SECONDS;
  const u = GOAL.answerWithinSeconds / PATIENCE_SECONDS;
  const lower = sum(x);
  const late = Math.exp(-x * Math.expm1(-u) - s * u) * (sum(x * Math.exp(-u)) - 1);
  return (e + lower - 1 - late) / (e + (a / n) * lower);
}

/** The floor for Erlang A: those sums at every step of a bisection between 0.8 and 1.2 of the load, widened by 10. */
function plainErlangA(load: StaffingLoad): number {
  const a = erlangsOf(load);
  let [fails, holds] = [Math.max(0, Math.floor(0.8 * a) - 10), Math.ceil(1.2 * a) + 10];
  while (holds - fails > 1) {
    const middle = Math.floor((fails + holds) / 2);
    if (plainServiceLevel(a, middle) >= GOAL.serviceLevelFraction) holds = middle;
    else fails = middle;
  }
  return holds;
}

/** The number alone, which is all that the peers answer. */
const ours =
  (modelId: string): Solve =>
  (load) =>
    requiredAgentCount(modelId, load, GOAL);

function withMeasures(modelId: string): Solve {
  return (load) => {
    const answer = requiredAgents(modelId, load, GOAL);
    if (answer.kind !== 'staffed') throw new Error(`${modelId} says ${answer.kind}`);
    return answer.agents;
  };
}

interface Peer {
  readonly name: string;
  readonly solve: Solve;
  /** Whether it means the same service level and looks at every number, so that its agents must be ours. */
  readonly exact: boolean;
  /** Load from which on it has no answer, and why. */
  readonly upTo?: number;
  readonly fails?: string;
}

const PEERS: Readonly<Record<string, readonly Peer[]>> = {
  'erlang-c': [
    { name: 'plain recurrence', solve: plainErlangC, exact: true },
    { name: 'pyworkforce ErlangC', solve: (load) => pyworkforceErlangC(load, GOAL), exact: true },
  ],
  'erlang-a': [
    { name: 'plain sums', solve: plainErlangA, exact: true },
    {
      name: 'pyworkforce ErlangA',
      // It starts at the load, where a large centre needs fewer.
      solve: (load) => pyworkforceErlangA(load, GOAL),
      exact: false,
      upTo: 1000,
      fails: 'no answer: its Poisson weights start at exp(-1,200), which is 0',
    },
    {
      name: 'Callcenter-Simulator, extended Erlang C',
      solve: (load) => callcenterSimulatorAgents(load, GOAL),
      exact: false,
      upTo: 100,
      fails: 'no answer: its 1,000 states do not hold the agents',
    },
  ],
};

function peerRow(peer: Peer, at: { title: string; erlangs: number; own: number; modelId: string }): BenchRow {
  const { title, erlangs, own, modelId } = at;
  const name = `${title}: ${peer.name}`;
  if (erlangs > (peer.upTo ?? Infinity)) return { name: `${name}, ${peer.fails}`, value: 0, unit: 'solves/s' };
  const loads = loadsAround(erlangs);
  // Slow peers are compared at few loads; the reference tables hold ours to the truth at all.
  const apart = loads.slice(0, 2).map((load) => peer.solve(load) - ours(modelId)(load));
  if (peer.exact && apart.some((more) => more !== 0))
    throw new Error(`${modelId} and ${peer.name} disagree at ${erlangs} erlangs`);
  const most = Math.max(...apart.map(Math.abs));
  const note = most > 0 ? ` (answers up to ${most} agents apart)` : '';
  const value = solvesPerSecond(loads, peer.solve);
  return { name: `${name}${note}`, value, unit: 'solves/s', ratio: value / own, against: 'ours' };
}

/** Solves per second of 80/20, the number alone and with all measures, and the peers' algorithms in the same run. */
export async function bench(): Promise<BenchRow[]> {
  const rows: BenchRow[] = [];
  for (const [modelId, peers] of Object.entries(PEERS)) {
    for (const erlangs of ERLANGS) {
      const title = `${modelId}, ${erlangs} erlangs, 80/20`;
      const own = solvesPerSecond(loadsAround(erlangs), ours(modelId));
      rows.push({ name: title, value: own, unit: 'solves/s' });
      const all = solvesPerSecond(loadsAround(erlangs), withMeasures(modelId));
      rows.push({
        name: `${title}: with all measures`,
        value: all,
        unit: 'solves/s',
        ratio: all / own,
        against: 'ours',
      });
      rows.push(...peers.map((peer) => peerRow(peer, { title, erlangs, own, modelId })));
    }
  }
  return rows;
}
