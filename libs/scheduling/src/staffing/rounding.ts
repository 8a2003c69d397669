/** Relative slack of every comparison with a target and of every ceiling: far above float noise, far below an agent. */
export const TOLERANCE = 1e-9;

/** Most that float noise can amount to; what is missing beyond it is missing, however large the number. */
const MOST_NOISE = 0.01;

/** Smallest whole number not below `x`, taking float noise for what it is: 21 / 0.7 = 30.000000000000004 gives 30. */
export function tolerantCeil(x: number): number {
  // `+ 0` turns the -0 of Math.ceil(-1e-9) into 0.
  return Math.ceil(x - Math.min(MOST_NOISE, TOLERANCE * Math.max(1, x))) + 0;
}

/** Whether a value that should be large reaches its target. */
export function atLeast(value: number, target: number): boolean {
  return value >= target * (1 - TOLERANCE);
}

/** Whether a value that should be small stays within its limit. */
export function atMost(value: number, limit: number): boolean {
  return value <= limit * (1 + TOLERANCE);
}

/** How agents to roster are given: whole people, rounded up, or the fractions a budget is made of. */
export type AgentRounding = 'whole' | 'fractional';

/**
 * Agents to put on the roster so that `requiredAgents` are on contacts when a share of the paid time is lost to
 * unplanned shrinkage: required / (1 - shrinkage), rounded up unless `fractional`. Refuses a shrinkage outside
 * 0 ≤ s < 1. Causes that strike independently multiply: 1 - (1 - s1)(1 - s2).
 */
export function agentsToRoster(
  requiredAgents: number,
  shrinkageFraction: number,
  rounding: AgentRounding = 'whole',
): number {
  if (!(shrinkageFraction >= 0 && shrinkageFraction < 1)) {
    throw new RangeError(`shrinkageFraction (${shrinkageFraction}) must be 0 or more and below 1; 30 % is 0.3`);
  }
  const exact = requiredAgents / (1 - shrinkageFraction);
  return rounding === 'whole' ? tolerantCeil(exact) : exact;
}

/** Agent-hours of a day or week are rounded once, after summing, to this step: a hundredth of an hour. */
const HOUR_STEPS = 100;

/** Hours of so many agents in intervals of one length, summed first and rounded once; intervals without a figure skipped. */
export function agentHours(agents: Iterable<number>, intervalMinutes: number): number {
  let sum = 0;
  for (const count of agents) if (Number.isFinite(count)) sum += count;
  return Math.round((sum * intervalMinutes * HOUR_STEPS) / 60) / HOUR_STEPS;
}

/** Full-time equivalents: paid hours / hours of a full-time agent in the same time. Kept fractional. */
export function fullTimeEquivalents(paidHours: number, fullTimeHours: number): number {
  if (!(fullTimeHours > 0))
    throw new RangeError(`fullTimeHours (${fullTimeHours}) must be above 0; for example 40 a week`);
  return paidHours / fullTimeHours;
}
