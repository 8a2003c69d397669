import type { ServiceGoal } from '../staffing/staffing-model.js';
import type { Distribution } from './distribution.js';

/**
 * What is simulated: queues, who serves them, and when. Times are seconds from the start of the first interval; there is
 * no wall clock in here (`rosterGroups` comes from instants).
 */
export interface SimulatedCentre {
  /** Length of the steps in which arrivals are given and results are reported, and how many there are. */
  readonly intervalSeconds: number;
  readonly intervalCount: number;
  /** Spans of intervals with results of their own (days, weeks). The whole horizon always has one. */
  readonly periods?: readonly SimulatedPeriod[];
  readonly queues: readonly SimulatedQueue[];
  readonly groups: readonly AgentGroup[];
  /** Uncertainty of the rate that strikes all queues alike, on top of each queue's own. */
  readonly rateCv?: RateCv;
  /**
   * Which agent an arrival gets. `skill-priority` (default): the first group in the order of the skills'
   * `arrivalPriority` with a free agent, among equals the agent idle longest. `longest-idle`: the agent idle longest of all.
   */
  readonly routing?: 'skill-priority' | 'longest-idle';
  /**
   * An agent whose time ends while handling a contact finishes it (default), or leaves at once and the contact is first
   * in its queue again, with the work still to do (`return-contact`).
   */
  readonly whenTimeEnds?: 'finish-contact' | 'return-contact';
  /**
   * Contacts that wait when the last agents of a queue end their time are still served by those of them who are finishing
   * a contact (`serve-waiting`, default), or stay where they are until agents come again (`leave`).
   */
  readonly lastAgents?: 'serve-waiting' | 'leave';
}

/** Intervals `first <= i < end` reported together. */
export interface SimulatedPeriod {
  readonly id: string;
  readonly firstInterval: number;
  readonly endInterval: number;
  /** Days also share the `day` factor of {@link RateCv}. */
  readonly kind?: 'day' | 'week' | 'other';
}

/**
 * Overdispersion: the rate is multiplied by gamma factors with mean 1 and these coefficients of variation. All default
 * to 0, Poisson arrivals at the rate given.
 */
export interface RateCv {
  /** A factor of its own for each interval; one number for all intervals or one each. */
  readonly interval?: number | ArrayLike<number>;
  /** One factor for each period of kind `day`; intervals outside have none. */
  readonly day?: number | ArrayLike<number>;
  /** One factor for the whole horizon. */
  readonly whole?: number;
}

export interface SimulatedQueue {
  readonly id: string;
  /** Expected contacts in each interval, fractions allowed; one number = the same in all. */
  readonly contacts: number | ArrayLike<number>;
  readonly rateCv?: RateCv;
  readonly handleTime: Distribution;
  /** Multiplies the handle time of contacts that arrive in each interval. */
  readonly handleTimeFactors?: ArrayLike<number>;
  /** How long contacts wait before they leave. Absent: as long as it takes. */
  readonly patience?: Distribution;
  /** Most contacts of the queue in the system, waiting or handled; further ones are turned away. Absent = no limit. */
  readonly lines?: number;
  /** Among queues an agent ranks alike, those of the lowest number go first; default 1. */
  readonly priority?: number;
  /** What "within" counts (its threshold, 20 s without one), and what the chance of meeting is judged by. */
  readonly goal?: ServiceGoal;
}

/** Agents who are alike: same skills, same speed. */
export interface AgentGroup {
  readonly id: string;
  readonly skills: readonly AgentSkill[];
  /** Whole agents at work in each interval; one number = always, also before and after the horizon. */
  readonly agents?: number | ArrayLike<number>;
  /** Or when each of them is at work: one entry an agent. */
  readonly members?: readonly (readonly WorkingSpan[])[];
  /** Chance that an agent misses a shift, each shift for itself (unplanned absence); default 0. */
  readonly absenceFraction?: number;
  /** Most contacts an agent handles at once (chat); default 1. The least busy agent gets the next contact. */
  readonly concurrency?: number;
  /** Each contact takes 1 + slowdown × (contacts in hand - 1) times as long; default 0. */
  readonly slowdownFraction?: number;
}

export interface AgentSkill {
  readonly queueId: string;
  /** Order in which an idle agent looks at queues: 1 (default) first. Equal: the contact waiting longest. */
  readonly priority?: number;
  /** Order in which an arrival of that queue looks at groups: 1 first; default is `priority`. */
  readonly arrivalPriority?: number;
  /** Handles contacts that many times as fast; default 1. */
  readonly speedFactor?: number;
}

/** Time on contact work, half-open. Breaks and meetings are the gaps between spans. */
export interface WorkingSpan {
  readonly fromSeconds: number;
  readonly untilSeconds: number;
  /** Serves only these queues (among the group's skills) in this span. Absent = all of them. */
  readonly queueIds?: readonly string[];
  /** Spans of one agent with the same number are one shift, present or missed together; default 0. */
  readonly shift?: number;
}
