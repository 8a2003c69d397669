import type { LocalDate } from '@yotei/time';
import type { CostSum } from '../costs/index.js';
import type { RequirementNote } from '../staffing/index.js';

/** What a scenario comes to over some time and some queues. NaN = not known. */
export interface ScenarioFigures {
  readonly contacts: number;
  /** Mean handle time, weighted by contacts. */
  readonly averageHandleSeconds: number;
  /** Agent-hours on contacts that the goals require; with unplanned shrinkage on top; and paid, with breaks and planned shrinkage. */
  readonly requiredHours: number;
  readonly hoursToRoster: number;
  readonly requiredPaidHours: number;
  /** Most agents required, and to roster, at one time. */
  readonly peakRequiredAgents: number;
  readonly peakAgentsToRoster: number;
  /** Required paid hours / hours of a full-time agent over the same time. */
  readonly requiredFte: number;
  /** Agent-hours on contacts that are there: of the roster where there is one, else of the requirement; and paid for. */
  readonly workingHours: number;
  readonly paidHours: number;
  readonly workingFte: number;
  /** What those who work give at the forecast's mean, weighted by contacts; occupancy by their hours. */
  readonly serviceLevel: number;
  readonly asaSeconds: number;
  readonly abandonment: number;
  readonly occupancy: number;
  /**
   * Chance of meeting the goals: of a day or week of one queue as the requirement gives it; over several weeks the mean of
   * theirs, weighted by contacts; of several queues that of the one that holds least often.
   */
  readonly chanceToMeet: number;
  /** Open intervals with contacts, and those in which the service level goal is missed. */
  readonly intervals: number;
  readonly missedIntervals: number;
  /** Contacts a bot takes. */
  readonly botContacts: number;
  /** Cost of those who work; and of staffing exactly what is required. null without cost terms. */
  readonly cost: CostSum | null;
  readonly requiredCost: CostSum | null;
}

export interface ScenarioPeriod extends ScenarioFigures {
  readonly fromOn: LocalDate;
  readonly untilOn: LocalDate;
}

/** One value for each interval of the grid; NaN where there is none. */
export interface ScenarioSeries {
  readonly contacts: Float64Array;
  readonly requiredAgents: Float64Array;
  readonly agentsToRoster: Float64Array;
  /** Agents on contacts. */
  readonly workingAgents: Float64Array;
  readonly serviceLevel: Float64Array;
  readonly occupancy: Float64Array;
  readonly chanceToMeet: Float64Array;
  readonly notes: readonly RequirementNote[];
}

export interface ScenarioQueueAnswer {
  readonly queueId: string;
  readonly title: string;
  readonly channel: string;
  /** Whether a roster works; else the requirement itself does. */
  readonly hasRoster: boolean;
  readonly total: ScenarioFigures;
  readonly days: readonly ScenarioPeriod[];
  readonly weeks: readonly ScenarioPeriod[];
  readonly series: ScenarioSeries;
}

/** People of one skill against what its queues ask for. */
export interface ScenarioSkillAnswer {
  readonly skillId: string;
  readonly title: string;
  /** Paid hours the contracts hold over the grid. */
  readonly availablePaidHours: number;
  readonly requiredPaidHours: number;
  readonly paidHours: number;
  readonly availableFte: number;
  readonly requiredFte: number;
}

export interface ScenarioAnswer {
  readonly total: ScenarioFigures;
  readonly queues: readonly ScenarioQueueAnswer[];
  /** By local day, and by week from Monday; the first and last week may be parts of one. */
  readonly days: readonly ScenarioPeriod[];
  readonly weeks: readonly ScenarioPeriod[];
  /** Empty where nothing is known of people. */
  readonly skills: readonly ScenarioSkillAnswer[];
  readonly currency: string | null;
}
