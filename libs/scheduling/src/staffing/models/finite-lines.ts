import { inverseLoss } from '../numerics/gamma-ratios.js';
import type { ServiceLevelVariant, SteadyState } from '../staffing-model.js';

/** A load on agents behind a finite number of lines. Time is counted in handle times. */
export interface FiniteLinesInput {
  /** Attempts, first and repeated, in a handle time. */
  readonly attempts: number;
  readonly agents: number;
  readonly lines: number;
  /** Handle time / mean patience; 0 where nobody leaves. */
  readonly impatience: number;
}

/** Sums over the states in which j = 0 … J contacts wait behind all busy agents; t_j = p_{m+j}/p_m. */
interface WaitingSums {
  /** Σ_{k<m} p_k / p_m. */
  readonly head: number;
  /** t_0, as all sums in the scale that keeps them in range. */
  readonly first: number;
  readonly total: number;
  /** t_J, the state in which the next contact is turned away. */
  readonly full: number;
  /** Σ j t_j. */
  readonly queue: number;
  /** Σ t_j Σ_{1≤i≤j} 1/(m+εi) and Σ t_j Σ_{1≤i≤j} i/(m+εi). */
  readonly answeredWait: number;
  readonly abandonedWait: number;
  /** ln of the factor by which the scale divides. */
  readonly logScale: number;
}

const HUGE = 1e200;

function waitingSums({ attempts, agents, lines, impatience }: FiniteLinesInput): WaitingSums {
  const busy = Math.min(agents, lines);
  let [first, total, queue, answeredWait, abandonedWait] = [1, 1, 0, 0, 0];
  let [term, waitAhead, leaveAhead, logScale] = [1, 0, 0, 0];
  const waiting = lines - busy;
  for (let j = 1; j <= waiting && term > 0; j += 1) {
    const stage = 1 / (busy + impatience * j);
    term *= attempts * stage;
    waitAhead += stage;
    leaveAhead += j * stage;
    total += term;
    queue += term * j;
    answeredWait += term * waitAhead;
    abandonedWait += term * leaveAhead;
    if (total > HUGE) {
      [first, term, total, queue] = [first / HUGE, term / HUGE, total / HUGE, queue / HUGE];
      [answeredWait, abandonedWait] = [answeredWait / HUGE, abandonedWait / HUGE];
      logScale += Math.log(HUGE);
    }
  }
  const head = busy === 0 ? 0 : (busy / attempts) * inverseLoss(busy - 1, attempts) * Math.exp(-logScale);
  return { head, first, total, full: term, queue, answeredWait, abandonedWait, logScale };
}

/** Share of the attempts that are answered: P(an agent is free) + (m/a)·P(somebody waits); no term cancels. */
export function answeredShare(input: FiniteLinesInput): number {
  const { head, first, total } = waitingSums(input);
  const busy = Math.min(input.agents, input.lines);
  if (head === Infinity) return 1;
  return (head + (busy / input.attempts) * (total - first)) / (head + total);
}

/**
 * Steady state of M/M/n/K+M, all measures those of one attempt. A contact that finds j waiting is next after j+1
 * stages of rates n/h + i/P, i = j … 0; with y = exp(-t/P) these last beyond t with the probability I_y(n P/h, j+1).
 */
export class FiniteLines implements SteadyState {
  readonly stable = true;
  readonly waitProbability: number;
  readonly abandonmentFraction: number;
  readonly blockingFraction: number;
  readonly occupancyFraction: number;
  readonly meanQueueLength: number;
  /** Share of the attempts that are answered. */
  readonly answeredFraction: number;
  private readonly sums: WaitingSums;
  private readonly busy: number;
  private readonly norm: number;

  constructor(
    private readonly input: FiniteLinesInput,
    private readonly handleSeconds: number,
  ) {
    const { attempts, agents, lines, impatience } = input;
    this.sums = waitingSums(input);
    this.busy = Math.min(agents, lines);
    const { head, first, total, full, queue } = this.sums;
    this.norm = head + total;
    this.answeredFraction = head === Infinity ? 1 : (head + (this.busy / attempts) * (total - first)) / this.norm;
    this.blockingFraction = full / this.norm;
    this.waitProbability = (total - full) / this.norm;
    this.meanQueueLength = queue / this.norm;
    this.abandonmentFraction = (impatience * this.meanQueueLength) / attempts;
    this.occupancyFraction = agents === 0 ? 0 : (attempts * this.answeredFraction) / agents;
  }

  serviceLevelFraction(answerWithinSeconds: number, variant: ServiceLevelVariant): number {
    const answered = this.answeredWithin(answerWithinSeconds);
    switch (variant) {
      case 'answered-of-offered':
        return answered;
      case 'answered-or-abandoned-of-offered':
        return Math.max(0, 1 - this.blockingFraction - this.waitBeyondFraction(answerWithinSeconds));
      case 'answered-of-answered':
        return this.answeredFraction === 0 ? 0 : Math.min(1, answered / this.answeredFraction);
      case 'answered-of-offered-less-short-abandons':
        return answered === 0 ? 0 : Math.min(1, answered / (1 - this.abandonedWithinFraction(answerWithinSeconds)));
      case 'answered-or-abandoned-in-5s-of-offered':
        return Math.min(1, answered + this.abandonedWithinFraction(5));
    }
  }

  asaSeconds(): number {
    if (this.answeredFraction === 0) return Infinity;
    const weight = this.busy / (this.input.attempts * this.answeredFraction);
    return (this.handleSeconds * weight * this.sums.answeredWait) / this.norm;
  }

  meanWaitSeconds(): number {
    return (this.handleSeconds * this.meanQueueLength) / (this.input.attempts * (1 - this.blockingFraction));
  }

  abandonedWaitSeconds(): number {
    if (this.input.impatience === 0) return Number.NaN;
    return this.sums.queue === 0 ? 0 : (this.handleSeconds * this.sums.abandonedWait) / this.sums.queue;
  }

  waitBeyondFraction(seconds: number): number {
    const leftBy = Math.exp((-seconds / this.handleSeconds) * this.input.impatience);
    return leftBy * this.beyond(seconds, 0);
  }

  abandonedWithinFraction(seconds: number): number {
    // The difference below would leave a rounding error where there is nothing.
    if (seconds === 0) return 0;
    const letIn = 1 - this.blockingFraction;
    return Math.max(0, letIn - this.waitBeyondFraction(seconds) - this.answeredWithin(seconds));
  }

  private answeredWithin(seconds: number): number {
    return Math.max(0, this.answeredFraction - this.beyond(seconds, 1));
  }

  /**
   * Σ_{j<J} p_{m+j}·I_y(m/ε + own, j+1), for `own` = 1 each term times m/(m+ε(j+1)): the share whose turn would come
   * after t (0), or who are answered after t (1). With A_j = t_j I and D_j the next step of I, times t_j,
   * A_{j+1} = t_{j+1}/t_j·(A_j + D_j): positive terms, carried in logarithms where they leave the range of doubles.
   */
  private beyond(seconds: number, own: 0 | 1): number {
    const { attempts, lines, impatience } = this.input;
    const { busy } = this;
    const t = seconds / this.handleSeconds;
    const elapsed = impatience === 0 ? t : -Math.expm1(-impatience * t) / impatience;
    const rate = busy + impatience * own;
    let log = -rate * t;
    let [late, step, sum] = [1, rate * elapsed, 0];
    for (let j = 0; j < lines - busy; j += 1) {
      const stage = busy + impatience * (j + 1);
      sum += own === 1 ? (late * busy) / stage : late;
      late = (attempts / stage) * (late + step);
      step *= ((attempts * elapsed) / (j + 2)) * (own === 1 ? (stage + impatience) / stage : 1);
      if (late > HUGE || step > HUGE) {
        [late, step, sum] = [late / HUGE, step / HUGE, sum / HUGE];
        log += Math.log(HUGE);
      }
      if (j > attempts * elapsed && attempts < stage && late + step < NEGLIGIBLE * sum * (1 - attempts / stage)) break;
    }
    return sum === 0 ? 0 : Math.exp(log + Math.log(sum) - Math.log(this.norm) - this.sums.logScale);
  }
}

const NEGLIGIBLE = 1e-17;
