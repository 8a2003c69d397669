import type { Grid, LocalDate, ZoneId } from '@yotei/time';
import type { CostTerms } from '../costs/index.js';
import type { RateCorrelation, StaffingForecast, StaffingPlan } from '../staffing/index.js';

/** One queue of what a scenario starts from. Its forecast lies on the base's grid. */
export interface ScenarioQueue {
  readonly id: string;
  readonly title: string;
  readonly channel: string;
  /** Skill its agents need; people are looked up by it. */
  readonly skillId: string | null;
  readonly forecast: StaffingForecast;
  readonly plan: StaffingPlan;
  readonly correlation?: RateCorrelation;
  /**
   * Scheduled agents on contacts in each interval of the grid, before unplanned shrinkage strikes; fractions allowed.
   * null = no roster: what the goals require is what works.
   */
  readonly agents: Float64Array | null;
  /** Share of those who work that is there, by interval; absent = 1. Changes of people write it. */
  readonly availability?: Float64Array;
  /** Contacts a bot takes in each interval; absent = none. */
  readonly botContacts?: Float64Array;
}

/** People of one skill on one contract at one site. */
export interface SkillHeadcount {
  readonly skillId: string;
  readonly title?: string;
  readonly siteId?: string;
  readonly contractId?: string;
  /** People, or full agents' worth where some are still learning; fractions allowed. */
  readonly agents: number;
  readonly paidHoursPerWeek: number;
  /** From each of these dates on so many instead, in order of date; `paidAgents` where more are on the payroll. */
  readonly steps?: readonly {
    readonly fromOn: LocalDate;
    readonly agents: number;
    readonly paidAgents?: number;
  }[];
}

/** People who have exactly these skills. */
export interface SkillSetPeople {
  readonly skillIds: readonly string[];
  /** Whole people. */
  readonly agents: number;
}

/** Who could work. */
export interface ScenarioPeople {
  readonly headcountBySkill: readonly SkillHeadcount[];
  /** The same people by all the skills they have, for queues that share agents; absent = not known. */
  readonly skillSets?: readonly SkillSetPeople[];
  /** Hours of a full-time agent's week, for full-time equivalents. */
  readonly fullTimeHoursPerWeek: number;
  /**
   * Share of the paid time that is paid breaks and not among the planned shrinkage of the queues, 0 ≤ f < 1. The change
   * of the law pack writes it.
   */
  readonly paidBreakFraction: number;
  /** Working days of a person's week, by which an absence of a day is worth contact hours; default 5. */
  readonly daysPerWeek?: number;
}

/** People who are away for a time and still paid: what works has that much less, in its own shape. */
export interface AwayHours {
  readonly queueIds: readonly string[];
  /** Intervals from one to before the other. */
  readonly from: number;
  readonly until: number;
  /** Contact hours that are missing from those queues together; or the share of theirs. */
  readonly agentHours?: number;
  readonly fraction?: number;
}

/** What a scenario starts from and what its changes make of it: plain data over one grid. */
export interface ScenarioBase {
  readonly grid: Grid;
  /** Zone of local days, weeks, weekdays and night premiums. */
  readonly zone: ZoneId;
  readonly queues: readonly ScenarioQueue[];
  readonly people: ScenarioPeople | null;
  readonly costs: CostTerms | null;
  readonly lawPackId?: string;
  readonly away?: readonly AwayHours[];
}
