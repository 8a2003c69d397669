import type { LocalDate } from '@yotei/time';
import type { LocalisedText } from '../staffing/index.js';

/** One value for each week of the plan, oldest first. */
export type Weekly = readonly number[];

/**
 * How hours of handling become hours on contacts that the goal asks for:
 * `max(W + rootHours √W + baseHours, W / maxOccupancyFraction)`. See docs/methods/capacity.md.
 */
export interface WeeklyRequirement {
  /** Root of hours: how much more than the handling itself the goal costs (less where many give up). */
  readonly rootHours: number;
  /** Hours, ≥ 0, that a week costs whatever its contacts: somebody must be there, and people are whole. */
  readonly baseHours: number;
  /** Most of the time on contacts that may be spent handling, 0 < f ≤ 1. */
  readonly maxOccupancyFraction: number;
}

/** How people are hired for a group. */
export interface HiringTerms {
  /** People of one class at least and at most, whole; 0 at most = nobody can be hired. */
  readonly minHeads: number;
  readonly maxHeads: number;
  /** The first week in which a class can start (recruiting takes so long), and how many weeks lie between starts. */
  readonly firstWeek: number;
  readonly everyWeeks: number;
  /** Weeks during which a new person handles nothing. */
  readonly trainingWeeks: number;
  /** Hours of the group's own people, taken from contacts, for each person in training and week. */
  readonly trainerHoursPerHead: number;
  /** Share of those in training who leave in a week. */
  readonly trainingAttrition: number;
  /** Contacts handled in an hour against those of an experienced person, for each week after training; then 1. */
  readonly speedUp: readonly number[];
  /** People with fewer weeks since their start leave so many times as often as others. */
  readonly tenure: readonly { readonly untilWeek: number; readonly factor: number }[];
}

/** Prices in the plan's currency; an hour is paid time unless said otherwise. */
export interface CapacityPrices {
  readonly perHour: number;
  readonly overtimePerHour: number;
  /** What an hour of voluntary time off saves. */
  readonly timeOffSavedPerHour: number;
  /** Of an hour on contacts worked by somebody else's people. */
  readonly outsourcedPerHour: number;
  readonly perHire: number;
  /** Of a week of training for one person, beside the wage. */
  readonly perTrainingWeek: number;
  /** What an hour on contacts that is missing is held to cost; not money paid. */
  readonly shortPerHour: number;
}

/** People with one skill, and what is asked of them. */
export interface CapacityGroup {
  readonly id: string;
  readonly title: LocalisedText;
  readonly contacts: Weekly;
  readonly handleSeconds: Weekly;
  /** Relative standard deviation of the week's handling, of its logarithm. */
  readonly spreadFraction: Weekly;
  /** Shares of the paid time: breaks, meetings, coaching; and leave, sickness. They multiply. */
  readonly inOfficeShrinkage: Weekly;
  readonly outOfOfficeShrinkage: Weekly;
  /** Share of the people who leave in the week; they are gone from the next one on. */
  readonly weeklyAttrition: Weekly;
  /** People known to come (experienced) or go at the start of the week. */
  readonly headChange: Weekly;
  /** Shares of the paid time of those on contacts. */
  readonly overtimeMax: Weekly;
  readonly timeOffMax: Weekly;
  /** Shares of the required hours. */
  readonly outsourcedMin: Weekly;
  readonly outsourcedMax: Weekly;
  readonly requirement: WeeklyRequirement;
  /** Experienced people when the plan starts; somebody of several skills counts with a share in each. */
  readonly heads: number;
  /** Hours a week that one person is paid. */
  readonly paidHours: number;
  readonly hiring: HiringTerms;
  readonly prices: CapacityPrices;
}

/** That people of one group can learn another's work and go over to it. */
export interface CrossTrainingTerms {
  readonly fromId: string;
  readonly toId: string;
  /** People at most over the whole plan, whole. */
  readonly maxHeads: number;
  readonly trainingWeeks: number;
  readonly speedUp: readonly number[];
  readonly perHead: number;
}

/** People who start together. */
export interface HiringClass {
  readonly id: string;
  readonly groupId: string;
  readonly week: number;
  readonly heads: number;
}

/** People who go over to another group, by its {@link CrossTrainingTerms}. */
export interface HeadMove {
  readonly id: string;
  readonly fromId: string;
  readonly toId: string;
  readonly week: number;
  readonly heads: number;
}

export interface CapacityRisk {
  /** Quantile of each week's handling that is planned for, 0 < q < 1; 0.5 = the forecast itself. */
  readonly planFor: number;
  /** Correlation of a week's error with that of the week before, and of two groups' errors in one week, 0 ≤ ρ < 1. */
  readonly weekCorrelation: number;
  readonly groupCorrelation: number;
}

/** All that a capacity plan is computed from, and what was decided in it. Plain data, as stored. */
export interface CapacityPlan {
  /** A Monday. */
  readonly firstOn: LocalDate;
  readonly weeks: number;
  /** Paid hours a week of one full-time equivalent. */
  readonly fullTimeHours: number;
  /** ISO 4217. */
  readonly currency: string;
  readonly groups: readonly CapacityGroup[];
  readonly crossTraining: readonly CrossTrainingTerms[];
  readonly risk: CapacityRisk;
  readonly classes: readonly HiringClass[];
  readonly moves: readonly HeadMove[];
}
