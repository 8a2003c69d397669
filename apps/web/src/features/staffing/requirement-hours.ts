import type { QueueRequirement } from './requirement.model.js';

/** Hours of so many agents in intervals of one length; intervals without a figure count nothing. */
export function agentHoursOf(agents: ArrayLike<number | null>, stepMinutes: number): number {
  return (Array.from(agents).reduce<number>((sum, count) => sum + (count || 0), 0) * stepMinutes) / 60;
}

/** Agent-hours to roster of the loaded week as they are stored. */
export function rosterHours({ agentsToRoster, stepMinutes }: QueueRequirement): number {
  return agentHoursOf(agentsToRoster, stepMinutes);
}
