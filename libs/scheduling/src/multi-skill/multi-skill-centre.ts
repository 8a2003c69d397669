import type { ServiceGoal, StaffingLoad } from '../staffing/index.js';

/** A queue with the load of one interval and its goals. Chat concurrency and finite lines are not for this model. */
export interface MultiSkillQueue {
  readonly id: string;
  readonly load: StaffingLoad;
  readonly goal: ServiceGoal;
}

/** One skill of a group; the words and defaults are those of the simulation. */
export interface GroupSkill {
  readonly queueId: string;
  /** Order in which a free agent looks at queues with contacts waiting: 1 (default) first. */
  readonly priority?: number;
  /** Order in which an arrival of the queue looks at groups with idle agents; default `priority`. */
  readonly arrivalPriority?: number;
}

/** Agents with the same skills. */
export interface SkillGroup {
  readonly id: string;
  readonly skills: readonly GroupSkill[];
  /** Cost of one agent for the interval in any unit, above 0; default 1. */
  readonly costPerAgent?: number;
  /** Most agents there are; default no limit. */
  readonly mostAgents?: number;
}

/**
 * Queues and the groups that may serve them. A contact goes to an idle agent of the group with the lowest
 * `arrivalPriority` (equal: who is idle longest), else it waits. An agent who becomes free takes the waiting contact with
 * the lowest `priority` among the group's skills (equal: the longest wait). Nothing is interrupted.
 */
export interface MultiSkillCentre {
  readonly queues: readonly MultiSkillQueue[];
  readonly groups: readonly SkillGroup[];
}
