/** A number of agents who may be there, and how likely. */
export interface Presence {
  readonly agents: number;
  readonly share: number;
}

/** Shares below this part of the largest are left out. */
const NEGLIGIBLE = 1e-12;

/** Binomial shares, by recurrence from the most likely number outwards. */
function binomial(scheduled: number, showFraction: number): readonly Presence[] {
  const odds = showFraction / (1 - showFraction);
  const mode = Math.min(scheduled, Math.floor((scheduled + 1) * showFraction));
  const shares: Presence[] = [{ agents: mode, share: 1 }];
  for (let k = mode, share = 1; k > 0 && share > NEGLIGIBLE; k -= 1) {
    share *= k / ((scheduled - k + 1) * odds);
    shares.unshift({ agents: k - 1, share });
  }
  for (let k = mode, share = 1; k < scheduled && share > NEGLIGIBLE; k += 1) {
    share *= ((scheduled - k) / (k + 1)) * odds;
    shares.push({ agents: k + 1, share });
  }
  const total = shares.reduce((sum, { share }) => sum + share, 0);
  return shares.map(({ agents, share }) => ({ agents, share: share / total }));
}

/**
 * How many of the scheduled agents are on contacts: each shows with that probability, independently of the others
 * (Whitt 2006). A number that is not whole is taken as the two around it, in proportion, which draws straight lines
 * between their figures. Refuses a show fraction outside 0 < f ≤ 1.
 */
export function presenceOf(scheduled: number, showFraction = 1): readonly Presence[] {
  if (!(showFraction > 0 && showFraction <= 1)) {
    throw new RangeError(`showFraction (${showFraction}) must be above 0 and at most 1; 5 % absent is 0.95`);
  }
  if (!(Number.isFinite(scheduled) && scheduled >= 0)) {
    throw new RangeError(`scheduled agents (${scheduled}) must be 0 or more`);
  }
  const whole = Math.floor(scheduled + 1e-9);
  const part = Math.max(0, scheduled - whole);
  const of = (agents: number): readonly Presence[] =>
    showFraction === 1 || agents === 0 ? [{ agents, share: 1 }] : binomial(agents, showFraction);
  if (part < 1e-9) return of(whole);
  return [
    ...of(whole).map(({ agents, share }) => ({ agents, share: share * (1 - part) })),
    ...of(whole + 1).map(({ agents, share }) => ({ agents, share: share * part })),
  ];
}
