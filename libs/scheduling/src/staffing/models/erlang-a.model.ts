import { effectiveHandleSeconds, loadErlangs } from '../load.js';
import { inverseLoss, lowerRatio, lowerRemainder, upperRatio, upperTail } from '../numerics/gamma-ratios.js';
import type { ServiceLevelVariant, StaffingLoad, StaffingModel, SteadyState } from '../staffing-model.js';
import { likelyAgentsOf } from './erlang-a-guess.js';
import { meanWaitOfAnswered } from './erlang-a-wait.js';
import { erlangC } from './erlang-c.model.js';

/** Beyond this size of L the terms next to it no longer count, and products with it would overflow. */
const DEEP_OVERLOAD = 1e200;
/** From here on 1 - (1-rho)L would cancel; the continued fraction gives it directly. */
const NEAR_ONE = 0.95;

/**
 * Steady state of M/M/n+M (exponential patience), any load, agents ≥ 1. Letters as in docs/methods/erlang-a.md:
 * s = n P/h, x = a P/h, e = 1/B(n-1, a), D = e + rho L(s, x).
 */
class ErlangA implements SteadyState {
  readonly stable = true;
  readonly blockingFraction = 0;
  readonly waitProbability: number;
  readonly abandonmentFraction: number;
  readonly occupancyFraction: number;
  readonly meanQueueLength: number;
  private readonly s: number;
  private readonly x: number;
  private readonly rho: number;
  private readonly e: number;
  private readonly lower: number;
  private readonly divisor: number;
  private readonly deep: boolean;

  constructor(
    load: StaffingLoad,
    agents: number,
    private readonly patience: number,
  ) {
    const a = loadErlangs(load);
    const perHandle = patience / effectiveHandleSeconds(load);
    this.s = agents * perHandle;
    this.x = a * perHandle;
    this.rho = a / agents;
    this.e = inverseLoss(agents - 1, a);
    this.lower = lowerRatio(this.s, this.x);
    this.divisor = this.e + this.rho * this.lower;
    this.deep = this.lower > DEEP_OVERLOAD;
    this.waitProbability = this.deep ? 1 : (this.rho * this.lower) / this.divisor;
    this.abandonmentFraction = this.abandonment();
    this.occupancyFraction = this.rho * (1 - this.abandonmentFraction);
    this.meanQueueLength = (load.contacts / load.intervalSeconds) * this.abandonmentFraction * patience;
  }

  serviceLevelFraction(answerWithinSeconds: number, variant: ServiceLevelVariant): number {
    const answered = this.answeredWithin(answerWithinSeconds);
    switch (variant) {
      case 'answered-of-offered':
        return answered;
      case 'answered-or-abandoned-of-offered':
        return 1 - this.waitBeyond(answerWithinSeconds);
      case 'answered-of-answered':
        return Math.min(1, answered / (1 - this.abandonmentFraction));
      case 'answered-of-offered-less-short-abandons':
        return Math.min(1, answered / (1 - this.abandonedWithin(answerWithinSeconds)));
      case 'answered-or-abandoned-in-5s-of-offered':
        return Math.min(1, answered + this.abandonedWithin(5));
    }
  }

  asaSeconds(): number {
    const weight = this.waitProbability / (this.rho * (1 - this.abandonmentFraction));
    return weight * meanWaitOfAnswered(this.s, this.x, this.patience);
  }

  private abandonment(): number {
    if (this.deep) return 1 - 1 / this.rho;
    const gap = this.s - this.x;
    const product = (1 - this.rho) * this.lower;
    if (product < NEAR_ONE) return (1 - product) / this.divisor;
    const remainder = lowerRemainder(this.s, this.x);
    return remainder / (gap + remainder) / this.divisor;
  }

  /** Intensity left after waiting t, and the growth F of the waiting density up to t. */
  private after(seconds: number): { readonly xt: number; readonly growth: number } {
    const u = seconds / this.patience;
    return { xt: this.x * Math.exp(-u), growth: Math.exp(-this.x * Math.expm1(-u) - this.s * u) };
  }

  /** P(time in queue > t), whatever the end. */
  private waitBeyond(seconds: number): number {
    const { xt, growth } = this.after(seconds);
    const patient = Math.exp(-seconds / this.patience);
    if (this.deep) return xt === 0 ? 0 : patient * (1 - upperTail(this.s, xt));
    return patient * this.waitProbability * growth * (lowerRatio(this.s, xt) / this.lower);
  }

  /** Answered within t / offered. Where few are, 1 - abandoned - late would cancel: the upper ratio takes its place. */
  private answeredWithin(seconds: number): number {
    if (seconds === 0) return this.deep ? this.e / this.divisor : 1 - this.waitProbability;
    const { xt, growth } = this.after(seconds);
    if (this.deep) return Math.min(1, upperTail(this.s + 1, xt)) / this.rho;
    if (xt <= this.s) {
      const late = (growth * (xt / (this.s + 1)) * lowerRatio(this.s + 1, xt)) / this.divisor;
      return Math.max(0, 1 - this.abandonmentFraction - late);
    }
    const early = this.e - 1 - upperRatio(this.s, this.x) + growth * (1 + upperRatio(this.s, xt));
    return Math.max(0, early / this.divisor);
  }

  private abandonedWithin(seconds: number): number {
    return Math.max(0, 1 - this.waitBeyond(seconds) - this.answeredWithin(seconds));
  }
}

/** Nobody to answer: whoever comes waits until patience ends. */
function unattended(load: StaffingLoad, patience: number): SteadyState {
  return {
    stable: true,
    waitProbability: 1,
    abandonmentFraction: 1,
    blockingFraction: 0,
    occupancyFraction: 0,
    meanQueueLength: (load.contacts / load.intervalSeconds) * patience,
    serviceLevelFraction: (seconds, variant) => {
      if (variant === 'answered-or-abandoned-of-offered') return -Math.expm1(-seconds / patience);
      return variant === 'answered-or-abandoned-in-5s-of-offered' ? -Math.expm1(-5 / patience) : 0;
    },
    asaSeconds: () => Infinity,
  };
}

function erlangA(load: StaffingLoad, agents: number): SteadyState {
  const { patienceSeconds } = load;
  if (patienceSeconds === undefined) {
    throw new RangeError('patienceSeconds (undefined) must be given for erlang-a; use erlang-c where it is not known');
  }
  if (patienceSeconds === Infinity || loadErlangs(load) === 0) return erlangC(load, agents);
  return agents === 0 ? unattended(load, patienceSeconds) : new ErlangA(load, agents, patienceSeconds);
}

export const erlangAModel: StaffingModel = {
  id: 'erlang-a',
  title: { en: 'Erlang A: some abandon', ja: 'アーランA：放棄を考慮' },
  source: 'Garnett, Mandelbaum & Reiman, MSOM 4 (2002); Zeltyn & Mandelbaum, Queueing Syst. 51 (2005)',
  assumptions: [
    {
      en: 'Contacts arrive at random at an even rate within the interval.',
      ja: '時間枠内のコンタクトは一定の割合でランダムに到着する。',
    },
    {
      en: 'Whoever waits leaves after an exponential patience; nobody comes back.',
      ja: '待っている顧客は指数分布の忍耐時間の後に離脱し、再試行しない。',
    },
    {
      en: 'Patience is total queue time / abandonments, not the mean wait of those who left.',
      ja: '忍耐時間＝総待ち時間÷放棄数（放棄者の平均待ち時間ではない）。',
    },
  ],
  parameters: [
    {
      key: 'patienceSeconds',
      title: { en: 'Mean patience', ja: '平均忍耐時間' },
      unit: 'seconds',
      min: 1,
      max: 86_400,
      default: 180,
    },
  ],
  judges: ['service-level', 'asa', 'occupancy', 'abandonment', 'blocking'],
  leastStableAgents: (load) => (load.patienceSeconds === Infinity ? Math.floor(loadErlangs(load) + 1e-9) + 1 : 1),
  likelyAgents: likelyAgentsOf,
  performance: erlangA,
};
