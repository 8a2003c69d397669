import { requiredAgents, type StaffingLoad } from './index.js';

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

/** Loads that differ from one another by up to 10 %, so that nothing can be remembered from call to call. */
function loadsAround(erlangs: number): readonly StaffingLoad[] {
  return Array.from({ length: 64 }, (_, index) => ({
    contacts: erlangs * 10 * (1 + (0.1 * ((index * 37) % 64)) / 64),
    intervalSeconds: 1800,
    averageHandleSeconds: HANDLE_SECONDS,
    patienceSeconds: PATIENCE_SECONDS,
  }));
}

function solvesPerSecond(loads: readonly StaffingLoad[], solve: (load: StaffingLoad) => number): number {
  const round = (): number => loads.reduce((sum, load) => sum + solve(load), 0);
  round();
  const startedAt = performance.now();
  let rounds = 0;
  while (performance.now() - startedAt < MEASURE_MILLIS) {
    round();
    rounds += 1;
  }
  const seconds = (performance.now() - startedAt) / 1000;
  return (rounds * loads.length) / seconds;
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

function solved(modelId: string): (load: StaffingLoad) => number {
  return (load) => {
    const answer = requiredAgents(modelId, load, GOAL);
    if (answer.kind !== 'staffed') throw new Error(`${modelId} says ${answer.kind}`);
    return answer.agents;
  };
}

/** Solves per second of 80/20 with all measures, against the plain recurrence in the same run. */
export async function bench(): Promise<BenchRow[]> {
  const rows: BenchRow[] = [];
  for (const [modelId, plain] of [
    ['erlang-c', plainErlangC],
    ['erlang-a', plainErlangA],
  ] as const) {
    for (const erlangs of ERLANGS) {
      const loads = loadsAround(erlangs);
      const wrong = loads.find((load) => solved(modelId)(load) !== plain(load));
      if (wrong) throw new Error(`${modelId} and the plain sums disagree at ${erlangsOf(wrong)} erlangs`);
      const floor = solvesPerSecond(loads, plain);
      const value = solvesPerSecond(loads, solved(modelId));
      rows.push({
        name: `${modelId}, ${erlangs} erlangs, 80/20`,
        value,
        unit: 'solves/s',
        ratio: value / floor,
        against: 'the plain recurrence',
      });
    }
  }
  return rows;
}
