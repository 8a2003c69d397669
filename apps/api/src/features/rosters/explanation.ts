import type { ScoreBreakdown } from '@yotei/scheduling/evaluation';
import type { Shift } from '@yotei/scheduling/roster';
import type { Instant } from '@yotei/time';

export interface BothLanguages {
  readonly en: string;
  readonly ja: string;
}

/** Why one stretch of short intervals is short: answers of the explaining thread, in the shape of the api. */
export interface ExplainedStretch {
  readonly queueId: string;
  readonly startAt: Instant;
  readonly endAt: Instant;
  readonly deepestAt: Instant;
  readonly agentsToRoster: number;
  readonly scheduledAgents: number;
  readonly missingHours: number;
  readonly cost: number;
  readonly reasons: readonly StretchReason[];
  readonly worthMoreElsewhere: number;
  readonly improvable: number;
  /** Weeks of single agents that would save within the limits as they are, the most first. */
  readonly improvements: readonly MendingWeek[];
  readonly severalLimits: number;
  readonly noTemplate: number;
  readonly beforePlan: number;
}

/** An agent's shifts as they would be. */
export interface MendingWeek {
  readonly agentId: string;
  readonly hoursSaved: number;
  readonly shifts: readonly Shift[];
}

export interface StretchReason {
  readonly limit: string;
  readonly title: BothLanguages;
  readonly agentIds: readonly string[];
  readonly gain: {
    readonly agentId: string;
    readonly text: BothLanguages;
    readonly agentsGained: number;
    readonly costSaved: number;
    readonly hoursSaved: number;
    readonly shifts: readonly Shift[];
  } | null;
}

/** Why an agent's week is not the wished one. */
export interface ExplainedWeek {
  readonly outcome: 'met' | 'possible' | 'forbidden';
  readonly planner: BothLanguages;
  readonly agent: BothLanguages;
  /** In hours of one agent short; negative saves. Null unless possible. */
  readonly hoursChange: number | null;
  readonly conflict: readonly BothLanguages[];
  readonly coverage: readonly CoverageChangeFigures[];
  readonly shifts: readonly {
    readonly startAt: Instant;
    readonly endAt: Instant;
    readonly templateId: string | null;
  }[];
}

export interface CoverageChangeFigures {
  readonly queueId: string;
  readonly startAt: Instant;
  readonly endAt: Instant;
  readonly shortHoursBefore: number;
  readonly shortHoursAfter: number;
}

/** What a schedule costs taken apart, and the cost of one agent short for an hour. */
export interface ScoredSchedule extends ScoreBreakdown {
  readonly hourPrice: number;
}
