/** A desk on which inbound contacts and other work share agents, small enough to be solved state by state. */
export interface ChainInput {
  readonly agents: number;
  readonly idleAgentsKept: number;
  readonly arrivalsPerSecond: number;
  readonly handleSeconds: number;
  readonly otherHandleSeconds: number;
  readonly patienceSeconds: number;
}

export interface ChainResult {
  readonly waitProbability: number;
  readonly abandonmentFraction: number;
  readonly otherAgents: number;
  readonly idleAgents: number;
}

type State = readonly [inbound: number, others: number, queue: number];

/** Where a state goes and at what rate. Other work fills idle agents beyond those kept; the queue is served first. */
function moves(input: ChainInput, [inbound, others, queue]: State, longestQueue: number): [State, number][] {
  const { agents, idleAgentsKept } = input;
  const filled = (i: number, j: number): State => [i, Math.max(j, agents - idleAgentsKept - i), 0];
  const to: [State, number][] = [];
  if (inbound + others < agents) to.push([[inbound + 1, others, 0], input.arrivalsPerSecond]);
  else if (queue < longestQueue) to.push([[inbound, others, queue + 1], input.arrivalsPerSecond]);
  if (inbound > 0) {
    const next: State = queue > 0 ? [inbound, others, queue - 1] : filled(inbound - 1, others);
    to.push([next, inbound / input.handleSeconds]);
  }
  if (others > 0) {
    const next: State = queue > 0 ? [inbound + 1, others - 1, queue - 1] : filled(inbound, others - 1);
    to.push([next, others / input.otherHandleSeconds]);
  }
  if (queue > 0) to.push([[inbound, others, queue - 1], queue / input.patienceSeconds]);
  return to;
}

/** Steady state of the whole chain by Gauss-Seidel sweeps: nothing is approximated but a queue cut at `longestQueue`. */
export function exactChain(input: ChainInput, longestQueue = 60): ChainResult {
  const states: State[] = [[0, input.agents - input.idleAgentsKept, 0]];
  const indexOf = new Map([[states[0]!.join(), 0]]);
  const into: [number, number][][] = [[]];
  const out: number[] = [];
  for (let from = 0; from < states.length; from += 1) {
    out[from] = 0;
    for (const [state, rate] of moves(input, states[from]!, longestQueue)) {
      const key = state.join();
      if (!indexOf.has(key)) {
        indexOf.set(key, states.length);
        states.push(state);
        into.push([]);
      }
      const to = indexOf.get(key)!;
      if (to === from) continue;
      into[to]!.push([from, rate]);
      out[from]! += rate;
    }
  }
  let chance = new Float64Array(states.length).fill(1 / states.length);
  for (let sweep = 0, change = 1; sweep < 20_000 && change > 1e-13; sweep += 1) {
    change = 0;
    for (let state = 0; state < states.length; state += 1) {
      const value = into[state]!.reduce((sum, [from, rate]) => sum + chance[from]! * rate, 0) / out[state]!;
      change += Math.abs(value - chance[state]!);
      chance[state] = value;
    }
    const total = chance.reduce((sum, value) => sum + value, 0);
    chance = chance.map((value) => value / total);
  }
  const mean = (valueOf: (state: State) => number): number =>
    states.reduce((sum, state, index) => sum + chance[index]! * valueOf(state), 0);
  return {
    waitProbability: mean(([i, j]) => (i + j === input.agents ? 1 : 0)),
    abandonmentFraction: mean(([, , queue]) => queue) / input.patienceSeconds / input.arrivalsPerSecond,
    otherAgents: mean(([, j]) => j),
    idleAgents: mean(([i, j]) => input.agents - i - j),
  };
}
