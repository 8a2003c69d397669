import type { ServiceGoal, StaffingLoad } from '@yotei/scheduling/staffing';

/*
 * The extended Erlang C formula of A-Herzog/Callcenter-Simulator (Apache-2.0), written anew in TypeScript: class
 * mathtools.ErlangC (version 1.1) and Simulator/src/main/java/ui/calculator/QueueingCalculatorTabErlangCExt.java,
 * commit 1ed4191c40bea6d0641486514c2cc3081c138efc. It shows P(W ≤ t) for a given number of agents and leaves the
 * search to its user; here the agents are tried from the load upwards. Its wait counts every place ahead as served at
 * the same rate cμ + ν, so that its answers are not quite those of Erlang A.
 */

/** The calculator's system size: agents and places to wait together. */
const SYSTEM_SIZE = 1000;

function factorial(n: number): number {
  let product = 1;
  for (let i = 2; i <= n; i += 1) product *= i;
  return product;
}

/** ErlangC.extErlangCCn: powers over factorials up to ten, products beyond, those behind c anew for each state. */
function stateWeights(a: number, c: number, impatience: number): Float64Array {
  const weights = new Float64Array(SYSTEM_SIZE + 1);
  for (let n = 0; n <= Math.min(c, SYSTEM_SIZE); n += 1) {
    if (n <= 10) weights[n] = a ** n / factorial(n);
    else weights[n] = (weights[n - 1]! * a) / n;
  }
  const atAgents = weights[Math.min(c, SYSTEM_SIZE)]!;
  for (let n = c + 1; n <= SYSTEM_SIZE; n += 1) {
    if (weights[n - 1]! <= 10e-20) continue;
    let product = 1;
    for (let i = 1; i <= n - c; i += 1) product *= a / (c + i * impatience);
    weights[n] = atAgents * product;
  }
  return weights;
}

/** Γ(n, x)/Γ(n) of a whole n: the chance of fewer than n events of a Poisson law. */
function poissonBelow(n: number, x: number): number {
  let term = Math.exp(-x);
  let sum = term;
  for (let i = 1; i < n; i += 1) {
    term *= x / i;
    sum += term;
  }
  return sum;
}

/** P(W ≤ t); 0 where the calculator's sums are no number, 1 where they overflow, as it does itself. */
export function extendedErlangC(load: StaffingLoad, agents: number, seconds: number): number {
  const a = (load.contacts / load.intervalSeconds) * load.averageHandleSeconds;
  const impatience = load.averageHandleSeconds / load.patienceSeconds!;
  const weights = stateWeights(a, agents, impatience);
  const empty = 1 / weights.reduce((sum, weight) => sum + weight, 0);
  let within = empty === 0 ? 1 : 1 - weights[SYSTEM_SIZE]! * empty;
  const events = (agents / load.averageHandleSeconds + 1 / load.patienceSeconds!) * seconds;
  for (let n = agents; n < SYSTEM_SIZE; n += 1) within -= empty * weights[n]! * poissonBelow(n - agents + 1, events);
  return Number.isNaN(within) || within < 0 ? 0 : within;
}

/** The least agents, tried one after another from the load upwards. */
export function callcenterSimulatorAgents(
  load: StaffingLoad,
  goal: Required<Pick<ServiceGoal, 'serviceLevelFraction' | 'answerWithinSeconds'>>,
): number {
  let agents = Math.max(1, Math.floor((load.contacts / load.intervalSeconds) * load.averageHandleSeconds));
  while (extendedErlangC(load, agents, goal.answerWithinSeconds) < goal.serviceLevelFraction) agents += 1;
  return agents;
}
