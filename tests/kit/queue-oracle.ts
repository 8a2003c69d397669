import { all, create, type BigNumber } from 'mathjs';

/*
 * An oracle for the staffing models: the birth-death chain of M/M/n/K+M state by state, in 50 decimal digits. It knows
 * no gamma function, no expansion and no shortcut; what it shares with the models is the queue it describes.
 */

const math = create(all!, { number: 'BigNumber', precision: 50 });
type Big = BigNumber;

const big = (value: number): Big => math.bignumber(value);
const ONE = big(1);
const ZERO = big(0);
const NEGLIGIBLE = math.bignumber('1e-46');

export interface OracleQueue {
  readonly contacts: number;
  readonly intervalSeconds: number;
  readonly averageHandleSeconds: number;
  /** Infinity = nobody leaves. */
  readonly patienceSeconds: number;
  readonly agents: number;
  /** Infinity = no limit. */
  readonly lines: number;
  /** Threshold of the measures that have one. */
  readonly seconds: number;
}

/** All measures of a queue, as shares of offered contacts and seconds. */
export interface OracleMeasures {
  readonly blocked: number;
  readonly waits: number;
  readonly abandons: number;
  readonly answered: number;
  readonly queueLength: number;
  readonly occupancy: number;
  readonly asaSeconds: number;
  readonly waitSeconds: number;
  readonly abandonedWaitSeconds: number;
  readonly answeredWithin: number;
  readonly waitsBeyond: number;
  readonly abandonsWithin: number;
  readonly abandonsWithin5: number;
}

/** Σ_{k<n} p_k / p_n, downwards from the last state without a wait. */
function sumBelow(agents: number, load: Big): Big {
  let term = ONE;
  let sum = ZERO;
  for (let k = agents; k > 0; k -= 1) {
    term = term.times(k).div(load);
    sum = sum.plus(term);
    if (load.gt(k) && term.lt(sum.times(NEGLIGIBLE))) break;
  }
  return sum;
}

/**
 * The share of those who find j waiting whose turn comes after t, I = P(Beta(rate/ε, j+1) < e^{-εt}), grown with j:
 * a contact is next after j+1 stages of rates rate + iε in handle times, i = j … 0.
 */
class StillWaiting {
  value: Big;
  private step: Big;

  constructor(
    private readonly rate: Big,
    private readonly impatience: Big,
    private readonly handles: Big,
  ) {
    this.value = rate.times(handles).neg().exp();
    this.step = this.value.times(this.elapsed()).times(rate);
  }

  /** From j to j+1 waiting. */
  grow(j: number): void {
    this.value = this.value.plus(this.step);
    const factor = this.rate.plus(this.impatience.times(j + 1)).div(j + 2);
    this.step = this.step.times(this.elapsed()).times(factor);
  }

  /** (1 - e^{-εt})/ε, or t where nobody leaves. */
  private elapsed(): Big {
    if (this.impatience.isZero()) return this.handles;
    return ONE.minus(this.impatience.times(this.handles).neg().exp()).div(this.impatience);
  }
}

/** Sums over the states with somebody waiting or about to, all against p_n = 1. */
function sumAbove(queue: OracleQueue, load: Big, impatience: Big): Record<string, Big> {
  const { agents, lines } = queue;
  const n = big(agents);
  const handles = big(queue.seconds).div(queue.averageHandleSeconds);
  const five = big(5).div(queue.averageHandleSeconds);
  const turnAfter = [new StillWaiting(n, impatience, handles), new StillWaiting(n, impatience, five)] as const;
  const ownTurnAfter = [
    new StillWaiting(n.plus(impatience), impatience, handles),
    new StillWaiting(n.plus(impatience), impatience, five),
  ] as const;
  const patientFor = [impatience.times(handles).neg().exp(), impatience.times(five).neg().exp()] as const;
  let [term, total, queued, answeredWait, abandonedWait] = [ONE, ZERO, ZERO, ZERO, ZERO];
  let [aheadWait, aheadLeave] = [ZERO, ZERO];
  const beyond = [ZERO, ZERO];
  const served = [ZERO, ZERO];
  let last: Big;
  for (let j = 0; ; j += 1) {
    total = total.plus(term);
    queued = queued.plus(term.times(j));
    answeredWait = answeredWait.plus(term.times(aheadWait));
    abandonedWait = abandonedWait.plus(term.times(aheadLeave));
    last = term;
    const stage = n.plus(impatience.times(j + 1));
    const settled =
      stage.gt(load) &&
      term
        .div(ONE.minus(load.div(stage)))
        .times(j + 1)
        .lt(total.times(NEGLIGIBLE));
    if (agents + j >= lines || settled) break;
    for (const at of [0, 1]) {
      beyond[at] = beyond[at]!.plus(term.times(turnAfter[at]!.value).times(patientFor[at]!));
      served[at] = served[at]!.plus(term.times(n).div(stage).times(ONE.minus(ownTurnAfter[at]!.value)));
      turnAfter[at]!.grow(j);
      ownTurnAfter[at]!.grow(j);
    }
    term = term.times(load).div(stage);
    aheadWait = aheadWait.plus(ONE.div(stage));
    aheadLeave = aheadLeave.plus(big(j + 1).div(stage));
  }
  return {
    total,
    queued,
    answeredWait,
    abandonedWait,
    last: lines === Infinity ? ZERO : last,
    beyond: beyond[0]!,
    beyond5: beyond[1]!,
    served: served[0]!,
    served5: served[1]!,
  };
}

/** The measures of the queue, each rounded once from 50 digits. `agents` is 1 or more and at most `lines`. */
export function queueOracle(queue: OracleQueue): OracleMeasures {
  const { agents, averageHandleSeconds, patienceSeconds } = queue;
  const load = big(queue.contacts).times(averageHandleSeconds).div(queue.intervalSeconds);
  const impatience = patienceSeconds === Infinity ? ZERO : big(averageHandleSeconds).div(patienceSeconds);
  const below = sumBelow(agents, load);
  const sums = sumAbove(queue, load, impatience);
  const norm = below.plus(sums['total']!);
  const share = (value: Big): Big => value.div(norm);
  const blocked = share(sums['last']!);
  const waits = share(sums['total']!.minus(sums['last']!));
  const queueLength = share(sums['queued']!);
  const abandons = queueLength.times(impatience).div(load);
  const answered = ONE.minus(blocked).minus(abandons);
  const free = share(below);
  const letIn = ONE.minus(blocked);
  const answeredWithin = free.plus(share(sums['served']!));
  const answeredWithin5 = free.plus(share(sums['served5']!));
  const waitsBeyond = share(sums['beyond']!);
  const asa = share(sums['answeredWait']!).times(agents).div(load).times(averageHandleSeconds).div(answered);
  return {
    blocked: blocked.toNumber(),
    waits: waits.toNumber(),
    abandons: abandons.toNumber(),
    answered: answered.toNumber(),
    queueLength: queueLength.toNumber(),
    occupancy: load.times(answered).div(agents).toNumber(),
    asaSeconds: asa.toNumber(),
    waitSeconds: queueLength.div(load.times(letIn)).times(averageHandleSeconds).toNumber(),
    abandonedWaitSeconds: sums['abandonedWait']!.div(sums['queued']!).times(averageHandleSeconds).toNumber(),
    answeredWithin: answeredWithin.toNumber(),
    waitsBeyond: waitsBeyond.toNumber(),
    abandonsWithin: letIn.minus(waitsBeyond).minus(answeredWithin).toNumber(),
    abandonsWithin5: letIn.minus(share(sums['beyond5']!)).minus(answeredWithin5).toNumber(),
  };
}
