import type { Grid, LocalDate, ZoneId } from '@yotei/time';
import { gridCalendar, type CalendarSpan } from '../grid-calendar.js';
import type { PeriodChances } from './requirement-risk.js';
import { agentHours } from '../rounding.js';

/** What a local day or week comes to. Intervals without a figure are left out of the sums. */
export interface PeriodFigures {
  /** First local date, and the one after the last. */
  readonly fromOn: LocalDate;
  readonly untilOn: LocalDate;
  readonly contacts: number;
  /** Agents' time spent on what is left in hand after closing. Hours are summed, then rounded once to a hundredth. */
  readonly overtimeHours: number;
  /** Weighted by contacts, at the forecast's mean; NaN without contacts. */
  readonly serviceLevel: number;
  /** The same on average over the uncertain rate; NaN where its spread is not known. */
  readonly expectedServiceLevel: number;
  /** P(the period's contact-weighted figures reach the goals); NaN where the spread of the rate is not known. */
  readonly chanceToMeet: number;
  /** Intervals with contacts but no answer. */
  readonly unansweredIntervals: number;
}

/** Sums by local day and by week from Monday to Sunday; the first and last week may be parts of one. */
export interface PeriodSums<Hours extends object> {
  readonly days: readonly (PeriodFigures & Hours)[];
  readonly weeks: readonly (PeriodFigures & Hours)[];
}

/** Hours of a requirement, summed over the intervals, then rounded once to a hundredth. */
export interface RequirementHours {
  readonly agentHoursRequired: number;
  readonly agentHoursToRoster: number;
}

export type PeriodSummary = PeriodFigures & RequirementHours;
export type RequirementSummary = PeriodSums<RequirementHours>;

export interface SummarisedSeries {
  readonly grid: Grid;
  readonly zone: ZoneId;
  readonly contacts: Float64Array;
  /** NaN where there is no answer. */
  readonly agents: Float64Array;
  readonly overtimeErlangs: Float64Array;
  readonly serviceLevel: Float64Array;
  readonly expectedServiceLevel: Float64Array;
}

/** Mean of the values weighted by contacts, over those that are known. */
function weightedMean(values: Float64Array, contacts: Float64Array, span: { from: number; until: number }): number {
  let sum = 0;
  let weight = 0;
  for (let index = span.from; index < span.until; index += 1) {
    const value = values[index]!;
    if (Number.isNaN(value)) continue;
    sum += contacts[index]! * value;
    weight += contacts[index]!;
  }
  return weight > 0 ? sum / weight : Number.NaN;
}

function figuresOf(series: SummarisedSeries, span: CalendarSpan, chanceToMeet: number): PeriodFigures {
  const { contacts, grid } = series;
  const part = (values: Float64Array): Float64Array => values.subarray(span.from, span.until);
  const own = part(contacts);
  return {
    fromOn: span.fromOn,
    untilOn: span.untilOn,
    contacts: own.reduce((sum, count) => sum + count, 0),
    overtimeHours: agentHours(part(series.overtimeErlangs), grid.stepMinutes),
    serviceLevel: weightedMean(series.serviceLevel, contacts, span),
    expectedServiceLevel: weightedMean(series.expectedServiceLevel, contacts, span),
    chanceToMeet,
    unansweredIntervals: part(series.agents).filter((agents) => Number.isNaN(agents)).length,
  };
}

/**
 * Sums by local day and by week; `hoursOf` adds the hours of any series over intervals. A clock-change day has 23 or 25
 * hours of intervals.
 */
export function summaryOf<Hours extends object>(
  series: SummarisedSeries,
  chances: PeriodChances,
  hoursOf: (sum: (agents: Float64Array) => number) => Hours,
): PeriodSums<Hours> {
  const { grid, zone } = series;
  const { days, weeks } = gridCalendar(grid, zone);
  const periodOf = (span: CalendarSpan, chance: number): PeriodFigures & Hours => ({
    ...figuresOf(series, span, chance),
    ...hoursOf((agents) => agentHours(agents.subarray(span.from, span.until), grid.stepMinutes)),
  });
  return {
    days: days.map((span) => periodOf(span, chances.ofDay(span.fromOn))),
    weeks: weeks.map((span) => periodOf(span, chances.ofWeek(span.fromOn))),
  };
}
