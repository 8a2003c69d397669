function mustBe(holds: boolean, name: string, value: number, must: string): void {
  if (!holds) throw new RangeError(`${name} (${value}) must be ${must}`);
}

const isFraction = (value: number): boolean => value >= 0 && value <= 1;

/** Outbound attempts of an interval. */
export interface OutboundAttempts {
  readonly attempts: number;
  readonly intervalSeconds: number;
  /** Share of the attempts that reach somebody, 0..1. */
  readonly connectFraction: number;
  /** Agent's time for an attempt that connects, dialling and after-contact work included ... */
  readonly connectHandleSeconds: number;
  /** ... and for one that does not; 0 where a dialler tries and only connected calls reach an agent. */
  readonly missHandleSeconds: number;
}

/** Mean agent's time of one attempt: p·h(connect) + (1-p)·h(miss). Throws for mistakes. */
export function attemptHandleSeconds(attempts: Omit<OutboundAttempts, 'attempts' | 'intervalSeconds'>): number {
  const { connectFraction: p, connectHandleSeconds, missHandleSeconds } = attempts;
  mustBe(isFraction(p), 'connectFraction', p, '0..1; 30 % is 0.3');
  mustBe(connectHandleSeconds >= 0, 'connectHandleSeconds', connectHandleSeconds, '0 or more, in seconds');
  mustBe(missHandleSeconds >= 0, 'missHandleSeconds', missHandleSeconds, '0 or more, in seconds');
  return p * connectHandleSeconds + (1 - p) * missHandleSeconds;
}

/** Load of outbound attempts in erlangs. No customer queues for preview and power dialling: work, not a queue. */
export function outboundLoadErlangs(outbound: OutboundAttempts): number {
  const { attempts, intervalSeconds } = outbound;
  mustBe(attempts >= 0 && Number.isFinite(attempts), 'attempts', attempts, '0 or more');
  mustBe(intervalSeconds > 0, 'intervalSeconds', intervalSeconds, 'above 0; use 900 or 1800');
  return (attempts * attemptHandleSeconds(outbound)) / intervalSeconds;
}

/**
 * A law's or contract's limit on connected calls for which no agent was free. A parameter, never a constant: amount,
 * window and what counts differ by country and change.
 */
export interface AbandonedCallLimit {
  /** Most abandoned / connected calls, 0..1. */
  readonly maxAbandonedFraction: number;
  /** Days over which it is measured. */
  readonly windowDays: number;
  /** Where the limit comes from, to be shown beside it. */
  readonly source: string;
}

/** Share of connected calls for which no agent is free when so many numbers are dialled at once. */
export function abandonedOfConnected(freeAgents: number, dialled: number, connectFraction: number): number {
  mustBe(isFraction(connectFraction), 'connectFraction', connectFraction, '0..1; 30 % is 0.3');
  const p = connectFraction;
  if (dialled <= freeAgents || p === 0) return 0;
  if (p === 1) return (dialled - freeAgents) / dialled;
  // Binomial probabilities from their logarithms; k connected calls leave k - free without an agent.
  let [logarithm, excess] = [dialled * Math.log1p(-p), 0];
  for (let k = 0; k <= dialled; k += 1) {
    if (k > freeAgents) excess += (k - freeAgents) * Math.exp(logarithm);
    logarithm += Math.log((dialled - k) / (k + 1)) + Math.log(p / (1 - p));
  }
  return Math.min(1, excess / (dialled * p));
}

/** A dialler that would dial more than so many numbers at once for each free agent is set up wrongly. */
const MOST_PER_AGENT = 1000;

/**
 * How many numbers a predictive dialler may dial at once for so many free agents, so that of the calls that connect
 * at most the limit's share find no agent free; at least one for each free agent, which never abandons. Takes all
 * calls to connect at the same moment with the same chance, which is on the safe side.
 */
export function numbersToDial(freeAgents: number, connectFraction: number, limit: AbandonedCallLimit): number {
  mustBe(Number.isInteger(freeAgents) && freeAgents >= 0, 'freeAgents', freeAgents, 'a whole number, 0 or more');
  const { maxAbandonedFraction } = limit;
  mustBe(isFraction(maxAbandonedFraction), 'maxAbandonedFraction', maxAbandonedFraction, '0..1; 3 % is 0.03');
  let dialled = freeAgents;
  const most = freeAgents * MOST_PER_AGENT;
  while (dialled < most && abandonedOfConnected(freeAgents, dialled + 1, connectFraction) <= maxAbandonedFraction) {
    dialled += 1;
  }
  return dialled;
}
