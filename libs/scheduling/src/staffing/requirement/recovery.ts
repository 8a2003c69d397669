import type { StaffingPlan } from '../plan/staffing-plan.js';

/**
 * Agents who are, on average, recovering from a hard contact and so not on contacts: by Little's law (1961) the hard
 * contacts per minute times the minutes each is followed by. 40 contacts in 15 minutes, 12 % of them hard, 5 minutes
 * each: 40 / 15 · 0.12 · 5 = 1.6 agents. 0 where the plan keeps nothing free, and where no contacts are known.
 *
 * @param contacts handled in the interval
 * @param minutes length of the interval
 */
export function recoveryAgents(
  { recovery }: Pick<StaffingPlan, 'recovery'>,
  contacts: number,
  minutes: number,
): number {
  if (!recovery || !(contacts > 0)) return 0;
  return (contacts * recovery.hardFraction * recovery.minutesPerHardContact) / minutes;
}
