import type { LocalDate } from '@yotei/time';
import type { ServiceGoal, ShrinkageReason, StaffingPlan, WorkedHours } from '../staffing/index.js';
import type { SkillHeadcount } from './scenario-base.js';

/** Which intervals a change touches: all that fit every field given. By the local wall clock of the base's zone. */
export interface WhenScope {
  readonly fromOn?: LocalDate;
  /** The date after the last. */
  readonly untilOn?: LocalDate;
  /** ISO weekdays 1 (Monday) … 7. */
  readonly weekdays?: readonly number[];
  /** Minutes from midnight, half-open, 0..1440. */
  readonly fromMinute?: number;
  readonly untilMinute?: number;
}

/** Which queues a change touches; absent = all. */
export interface QueueScope {
  readonly queueIds?: readonly string[];
}

/** Contacts × factor. */
export interface VolumeChange extends QueueScope, WhenScope {
  readonly kind: 'volume';
  /** 1.2 = a fifth more. 0..20. */
  readonly factor: number;
}

/** Handle time × factor, then + seconds; never below 0. */
export interface HandleTimeChange extends QueueScope, WhenScope {
  readonly kind: 'handle-time';
  readonly factor?: number;
  readonly addSeconds?: number;
}

/** A share of the contacts of one queue arrives at another, with the handle time of its new queue unless told to keep its own. */
export interface MixChange extends WhenScope {
  readonly kind: 'mix';
  readonly fromQueueId: string;
  readonly toQueueId: string;
  readonly fraction: number;
  readonly keepHandleTime?: boolean;
}

/** A bot or another self-service takes a share of the contacts. */
export interface DeflectionChange extends QueueScope, WhenScope {
  readonly kind: 'deflection';
  readonly deflectedFraction: number;
  /** Handle time of what it takes / mean handle time before; default 0.8, because bots take the easy contacts. */
  readonly deflectedHandleFactor?: number;
  /** Share of what it takes that comes to an agent later after all; default 0. */
  readonly returningFraction?: number;
  /** Mean of the exponential delay until then, hours; default 24. */
  readonly returnHours?: number;
}

/** Contacts that were not solved come back. */
export interface RepeatContactsChange extends QueueScope {
  readonly kind: 'repeat-contacts';
  /** Share of all contacts that come back in the scenario, 0 ≤ f < 1. */
  readonly repeatFraction: number;
  /** Share that does today and so is in the forecast already; default 0. */
  readonly repeatFractionInForecast?: number;
  readonly returnHours?: number;
  /** Handle time of a repeat / of another contact; default 1. */
  readonly repeatHandleFactor?: number;
}

/** Parts of the goal are replaced; null takes a part away. */
export interface GoalChange extends QueueScope {
  readonly kind: 'goal';
  readonly goal: { readonly [Key in keyof ServiceGoal]?: ServiceGoal[Key] | null };
}

export interface PatienceChange extends QueueScope {
  readonly kind: 'patience';
  /** Of the mean patience; or the mean itself in seconds. Exactly one of both. */
  readonly factor?: number;
  readonly seconds?: number;
}

/** Shrinkage of one reason from now on; a reason the queue does not know is added. */
export interface ShrinkageChange extends QueueScope {
  readonly kind: 'shrinkage';
  readonly reason: ShrinkageReason;
}

/** More or fewer people of a skill. Needs to know the people. */
export interface HeadcountChange {
  readonly kind: 'headcount';
  readonly skillId: string;
  /** People more, or fewer below 0. */
  readonly agents: number;
  readonly fromOn?: LocalDate;
}

/** A class of new people. Needs to know the people. */
export interface HiringChange {
  readonly kind: 'hiring';
  readonly skillId: string;
  readonly agents: number;
  readonly startsOn: LocalDate;
  /** Weeks without contacts; default 0. */
  readonly trainingWeeks?: number;
  /** Share of a full agent's work in each week after that; full from then on. Default none. */
  readonly ramp?: readonly number[];
}

/** People who leave, evenly through the year. Needs to know the people. */
export interface AttritionChange {
  readonly kind: 'attrition';
  /** Absent = everybody. */
  readonly skillId?: string;
  /** Share that leaves within a year, 0 ≤ f < 1: (1 − f)^(days/365) are left. */
  readonly yearlyFraction: number;
  readonly fromOn?: LocalDate;
}

/** Paid hours of a week. Needs to know the people. */
export interface ContractChange {
  readonly kind: 'contract';
  readonly skillId?: string;
  readonly contractId?: string;
  /** Of the hours; or the hours themselves. Exactly one of both. */
  readonly factor?: number;
  readonly paidHoursPerWeek?: number;
}

/** Opening hours in place of those there are. */
export interface OpeningHoursChange extends QueueScope {
  readonly kind: 'opening-hours';
  /** Several parts together; empty = whenever the forecast knows contacts. */
  readonly workedHours: readonly WorkedHours[];
  /** What becomes of contacts outside them: `lost` (default), or they `move` to the next open interval. */
  readonly contactsOutside?: 'lost' | 'move';
  /** Contacts of each newly open hour for which the forecast knows none; default 0. */
  readonly contactsPerNewHour?: number;
}

/** Hourly wages × factor, or at an amount. Needs cost terms. */
export interface WagesChange {
  readonly kind: 'wages';
  readonly factor?: number;
  readonly perPaidHour?: number;
  /** Absent = every row. */
  readonly skillId?: string;
  readonly contractId?: string;
}

/** People away on some dates: so many of a skill, or a share of everybody. */
export interface AbsenceChange extends QueueScope {
  readonly kind: 'absence';
  /** Absent = the queues of `queueIds`, or all. */
  readonly skillId?: string;
  readonly fromOn: LocalDate;
  /** The date after the last; default one day. */
  readonly untilOn?: LocalDate;
  /** People away each day; or the share of everybody who is. Exactly one of both. */
  readonly agents?: number;
  readonly fraction?: number;
  /** Contact hours one person's day is worth; default by the people's contracts, else 6.5. */
  readonly contactHoursPerDay?: number;
}

/** A new queue with contacts shaped like those of another. */
export interface NewChannelChange {
  readonly kind: 'new-channel';
  readonly queueId: string;
  readonly title: string;
  readonly channel: string;
  readonly skillId?: string | null;
  /** The queue whose contacts give the shape. */
  readonly likeQueueId: string;
  /** Contacts of the new queue / contacts of that queue. */
  readonly contactsFactor: number;
  /** Share of the new queue's contacts that no longer arrive at that queue, 0..1; default 0: all are new. */
  readonly takenFraction?: number;
  readonly averageHandleSeconds: number;
  readonly plan: StaffingPlan;
}

/** Several queues answered by one group of agents. Plan, skill and zone are those of the first. */
export interface MergeQueuesChange {
  readonly kind: 'merge-queues';
  /** At least two. */
  readonly queueIds: readonly string[];
  readonly title?: string;
}

export interface OccupancyCapChange extends QueueScope {
  readonly kind: 'occupancy-cap';
  /** null takes the cap away. */
  readonly maxOccupancyFraction: number | null;
}

/** The law of another country or another agreement. What of it is modelled: docs/methods/scenarios.md. */
export interface LawPackChange {
  readonly kind: 'law-pack';
  readonly packId: string;
  readonly agreements?: readonly string[];
  /** Whether what is only advised (pauses at the screen) is kept too. */
  readonly countGuidelines?: boolean;
}

/** A site that closes, or one that opens with people. Needs to know the people. */
export interface SiteChange {
  readonly kind: 'site';
  readonly siteId: string;
  /** Its people when it opens; absent = it closes. */
  readonly opensWith?: readonly SkillHeadcount[];
  readonly fromOn?: LocalDate;
}

/** One change of a scenario, as data: stored, listed in words, applied in the order of the list. */
export type ScenarioChange =
  | VolumeChange
  | HandleTimeChange
  | MixChange
  | DeflectionChange
  | RepeatContactsChange
  | GoalChange
  | PatienceChange
  | ShrinkageChange
  | HeadcountChange
  | HiringChange
  | AttritionChange
  | ContractChange
  | OpeningHoursChange
  | WagesChange
  | AbsenceChange
  | NewChannelChange
  | MergeQueuesChange
  | OccupancyCapChange
  | LawPackChange
  | SiteChange;

export type ScenarioChangeKind = ScenarioChange['kind'];
/** The change of one kind. */
export type ChangeOf<Kind extends ScenarioChangeKind> = Extract<ScenarioChange, { readonly kind: Kind }>;
