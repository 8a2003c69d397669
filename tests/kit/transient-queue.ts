/** One interval of M(t)/M/n(t)+M: even arrivals, a fixed number of agents. */
export interface TransientInterval {
  readonly contacts: number;
  readonly agents: number;
  readonly intervalSeconds: number;
  readonly handleSeconds: number;
  /** Infinity = nobody leaves. */
  readonly patienceSeconds: number;
}

/** Averages over one interval, and the state at its end. */
export interface TransientAverages {
  readonly meanInSystemEnd: number;
  readonly meanInSystem: number;
  /** Share of the time, hence of the arrivals, with all agents busy. */
  readonly waitProbability: number;
  readonly meanQueue: number;
  readonly abandonmentFraction: number;
  readonly occupancy: number;
  /** Share of arrivals answered within `answerWithinSeconds`; only where nobody leaves. */
  readonly serviceLevel: number;
}

/** Changes of state a step, at the fastest rate: within the stable range of the Runge-Kutta method (1.39). */
const STEP = 0.5;

/**
 * Time-dependent truth, independent of the formulas under test: the forward equations of the birth-death process,
 * integrated by the classical Runge-Kutta method. Started empty, or with a Poisson number of that mean in the system.
 * When agents leave, surplus contacts go back to the queue.
 */
export class TransientQueue {
  private readonly p: Float64Array;
  private readonly slopes: readonly Float64Array[];
  private readonly trial: Float64Array;

  constructor(
    states: number,
    private readonly answerWithinSeconds = 20,
    meanAtStart = 0,
  ) {
    this.p = new Float64Array(states);
    this.p[0] = Math.exp(-meanAtStart);
    for (let k = 1; k < states; k += 1) this.p[k] = (this.p[k - 1]! * meanAtStart) / k;
    this.slopes = Array.from({ length: 4 }, () => new Float64Array(states));
    this.trial = new Float64Array(states);
  }

  /** Goes through one interval and says what happened in it. */
  run(interval: TransientInterval): TransientAverages {
    const { contacts, agents, intervalSeconds, handleSeconds, patienceSeconds } = interval;
    const arrival = contacts / intervalSeconds;
    const departure = Float64Array.from(
      this.p,
      (_, k) => Math.min(k, agents) / handleSeconds + Math.max(0, k - agents) / patienceSeconds,
    );
    const answered = this.answeredInTime(interval);
    const fastest = arrival + departure.at(-1)!;
    const steps = 2 * Math.max(8, Math.ceil((intervalSeconds * fastest) / STEP / 2));
    const dt = intervalSeconds / steps;
    const sums = { system: 0, wait: 0, queue: 0, busy: 0, level: 0 };
    for (let step = 0; step <= steps; step += 1) {
      // Simpson's rule.
      const weight = step === 0 || step === steps ? 1 / 3 : step % 2 === 1 ? 4 / 3 : 2 / 3;
      this.addState(sums, { agents, answered, weight });
      if (step < steps) this.advance(arrival, departure, dt);
    }
    const mean = (sum: number): number => sum / steps;
    return {
      meanInSystemEnd: this.p.reduce((sum, probability, k) => sum + k * probability, 0),
      meanInSystem: mean(sums.system),
      waitProbability: mean(sums.wait),
      meanQueue: mean(sums.queue),
      abandonmentFraction: contacts > 0 ? (mean(sums.queue) * intervalSeconds) / patienceSeconds / contacts : 0,
      occupancy: mean(sums.busy) / agents,
      serviceLevel: mean(sums.level),
    };
  }

  private addState(
    sums: { system: number; wait: number; queue: number; busy: number; level: number },
    { agents, answered, weight }: { agents: number; answered: Float64Array; weight: number },
  ): void {
    for (let k = 0; k < this.p.length; k += 1) {
      const share = weight * this.p[k]!;
      sums.system += share * k;
      if (k >= agents) sums.wait += share;
      sums.queue += share * Math.max(0, k - agents);
      sums.busy += share * Math.min(k, agents);
      sums.level += share * answered[k]!;
    }
  }

  /** P(answered in time | so many in the system): k - n + 1 agents must come free, at a rate of n/h. */
  private answeredInTime({ agents, handleSeconds }: TransientInterval): Float64Array {
    const freed = (agents * this.answerWithinSeconds) / handleSeconds;
    let term = Math.exp(-freed);
    let below = 0;
    return Float64Array.from(this.p, (_, k) => {
      if (k < agents) return 1;
      below += term;
      term *= freed / (k - agents + 1);
      return Math.max(0, 1 - below);
    });
  }

  private advance(arrival: number, departure: Float64Array, dt: number): void {
    const { p, trial } = this;
    const [a, b, c, d] = this.slopes as [Float64Array, Float64Array, Float64Array, Float64Array];
    const follow = (slope: Float64Array, share: number): Float64Array => {
      for (let k = 0; k < p.length; k += 1) trial[k] = p[k]! + share * dt * slope[k]!;
      return trial;
    };
    slopeOf(p, a, { arrival, departure });
    slopeOf(follow(a, 0.5), b, { arrival, departure });
    slopeOf(follow(b, 0.5), c, { arrival, departure });
    slopeOf(follow(c, 1), d, { arrival, departure });
    for (let k = 0; k < p.length; k += 1) p[k]! += (dt / 6) * (a[k]! + 2 * b[k]! + 2 * c[k]! + d[k]!);
  }
}

/** The forward equations. Nobody is let in beyond the last state, so that the probabilities go on summing to 1. */
function slopeOf(
  p: Float64Array,
  into: Float64Array,
  { arrival, departure }: { arrival: number; departure: Float64Array },
): void {
  const last = p.length - 1;
  for (let k = 0; k <= last; k += 1) {
    const from = k > 0 ? arrival * p[k - 1]! : 0;
    const back = k < last ? departure[k + 1]! * p[k + 1]! : 0;
    into[k] = from + back - ((k < last ? arrival : 0) + departure[k]!) * p[k]!;
  }
}
