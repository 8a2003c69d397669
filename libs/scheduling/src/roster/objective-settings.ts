import type { Instant, LocalDate } from '@yotei/time';
import type { RuleParameters, Shift } from './roster-problem.js';

/**
 * Kinds of work at hours few people want, by the agent's own clock: `night` holds two hours or more between 22:00 and
 * 05:00; `early` starts before 07:00 and `late` ends after 21:00 where the shift is no night; `weekend` starts on a
 * Saturday or Sunday; `holiday` starts on a date of `holidays`; `denied-wish` goes against a wish, once for each.
 */
export const UNSOCIAL_KINDS = ['night', 'early', 'late', 'weekend', 'holiday', 'denied-wish'] as const;
export type UnsocialKind = (typeof UNSOCIAL_KINDS)[number];

/** Unsocial shifts an agent had before the history of the problem begins, or that shifts alone do not tell. */
export interface UnsocialMemory {
  readonly agentId: string;
  readonly kind: UnsocialKind;
  readonly count: number;
}

/**
 * Fair shares of unsocial work. One more shift of a kind costs an agent `weight * (had + 1) / (mean + 1)`, where `had` is
 * what the agent had within the memory and `mean` what agents of the same contract had on average.
 */
export interface FairnessSettings {
  /** Weeks of history that count, 1 to 52; as far as the history of the problem reaches. */
  readonly memoryWeeks: number;
  /** Price of one shift of the kind for someone who had as many as the colleagues; kinds not named cost nothing. */
  readonly weights: Readonly<Partial<Record<UnsocialKind, number>>>;
  readonly holidays?: readonly LocalDate[];
  readonly memory?: readonly UnsocialMemory[];
}

/** A wellbeing term of the catalogue switched on: the price of one unit of its load. */
export interface WellbeingSetting {
  readonly termId: string;
  readonly weight: number;
  readonly parameters?: RuleParameters;
}

/** What change against an earlier roster costs, for each shift times the lateness of the notice (1, 2, 3 or 5). */
export interface StabilitySettings {
  /** A day that becomes a working day or stops being one. */
  readonly dayWeight: number;
  /** An hour by which a start or an end moves, each counted. */
  readonly movedHourWeight: number;
  /** A quarter of an hour of contact work where the earlier roster had a break or another activity. */
  readonly breakQuarterWeight: number;
}

/** The earlier roster that stability is judged against. Agents with no shift in it were off. */
export interface StabilityBase {
  readonly shifts: readonly Shift[];
  /** When the change becomes known: decides how late the notice is. Absent: all changes count once. */
  readonly decidedAt?: Instant;
}

/** Pay, in a currency, turned into cost by an exchange rate. Premiums are shares of the hourly pay (0.25 = a quarter more). */
export interface MoneySettings {
  /** Cost units of the objective for one unit of the currency. */
  readonly unitsPerCurrency: number;
  /** ISO-4217 code, shown beside amounts. */
  readonly currency?: string;
  /** Pay of a paid hour; of the agent, else of the contract, else the row that names neither, else 0. */
  readonly hourly: readonly { readonly agentId?: string; readonly contractId?: string; readonly perHour: number }[];
  /** On the part of a shift between 22:00 and 05:00. */
  readonly nightPremiumFraction?: number;
  /** On shifts that start on a Saturday or Sunday. */
  readonly weekendPremiumFraction?: number;
  /** On shifts that start on one of `holidays`; instead of the weekend's. */
  readonly holidayPremiumFraction?: number;
  readonly holidays?: readonly LocalDate[];
  /** On paid minutes of shifts of a planning week beyond `overtimeAfterWeeklyMinutes` (2400 without it). */
  readonly overtimePremiumFraction?: number;
  readonly overtimeAfterWeeklyMinutes?: number;
}

/** Parts of the objective beyond staffing, wishes and preferred rules; what is absent costs nothing. */
export interface ObjectiveSettings {
  readonly fairness?: FairnessSettings;
  readonly wellbeing?: readonly WellbeingSetting[];
  readonly stability?: StabilitySettings;
  readonly stabilityBase?: StabilityBase;
  readonly money?: MoneySettings;
}
