import { dateOfEpochDay, epochDay, type LocalDate } from '@yotei/time';
import { eventsByDay, type CalendarEvent, type EventsByDay } from '../calendar/calendar-event.js';
import type { NotEnoughHistory } from '../forecasting-method.js';
import type { QueueHistory } from '../queue-history.js';
import { seededRandom } from '../seeded-random.js';
import type { OpeningHours } from '../series/opening-hours.js';
import { tablesOf, type DayTable } from '../series/day-table.js';
import { trainingView, type LeftOutDay } from '../series/training-view.js';
import type { WeekObservation } from './damped-trend.js';
import { checkGrowth, growthOfWeek, type GrowthAssumption } from './growth.js';
import { handleTimeOfWeeks } from './handle-trend.js';
import { sortedQuantile } from './sorted-quantile.js';
import { simulateWeeks } from './simulate-weeks.js';
import { trendMixture, type WeightedTrend } from './trend-mixture.js';
import { weekCalendar, type PastWeek, type WeekCalendar } from './week-calendar.js';
import { HARMONICS, yearlyRow } from './yearly-terms.js';

export interface LongRangeOptions {
  /** First day of the first week; weeks are the seven days from it on. History from this day on is not looked at. */
  readonly fromOn: LocalDate;
  /** 1 to 160 weeks; 78 for eighteen months. */
  readonly weeks: number;
  readonly events?: readonly CalendarEvent[];
  /** Opening hours where they are known; learned from the history otherwise. */
  readonly opening?: OpeningHours;
  /** What the planner expects beside the past; percentages multiply the forecast, contacts are added. */
  readonly growth?: readonly GrowthAssumption[];
  /** `none` keeps the level where it is: for planners who put the whole trend into their growth assumption. */
  readonly trend?: 'damped' | 'none';
  readonly seed: number;
  /** Simulated paths; 1,000 when left out. */
  readonly draws?: number;
}

/** What makes up a week's contacts; the five add up to it. */
export interface WeekComponents {
  /** The level at the origin, a usual week of it. */
  readonly base: number;
  readonly trend: number;
  readonly season: number;
  /** Working days and holidays of the week. */
  readonly calendar: number;
  readonly growth: number;
}

export interface LongRangeWeek {
  /** First day of the week. */
  readonly on: LocalDate;
  readonly contacts: number;
  readonly p05: number;
  readonly p10: number;
  readonly p50: number;
  readonly p90: number;
  readonly p95: number;
  readonly components: WeekComponents;
  /** Mean handle seconds, NaN when the history has none. */
  readonly averageHandleSeconds: number;
  readonly handleP10: number;
  readonly handleP90: number;
}

/** How the year's shape is known: `none` = under a year of weeks, `shrunk` = one to two years, `full` = two and more. */
export type YearlyTerms = 'none' | 'shrunk' | 'full';

export interface LongRangeForecast {
  readonly kind: 'long-range';
  readonly weeks: readonly LongRangeWeek[];
  readonly yearlyTerms: YearlyTerms;
  readonly historyWeeks: number;
  readonly trainedUntilOn: LocalDate;
  /** Growth of the damped trend in the first year ahead, as a fraction. */
  readonly trendFirstYear: number;
  readonly leftOut: readonly LeftOutDay[];
  /** The weeks the model saw, contacts as they came. */
  readonly past: readonly { readonly on: LocalDate; readonly contacts: number; readonly exposure: number }[];
}

/** Fewer whole weeks say nothing of how a level moves. */
const LEAST_WEEKS = 4;
const WEEKS_A_YEAR = 52;
const DRAWS = 1000;

/**
 * Contacts of each week of up to three years: weekly level with damped trend, yearly terms as far as the history carries
 * them, working days and holidays, planner's growth, with quantiles by simulation of what is not known of each.
 * Refuses weeks outside 1..160 and growth that makes no sense; answers `not-enough-history` under four weeks.
 */
export function forecastLongRange(
  history: QueueHistory,
  options: LongRangeOptions,
): LongRangeForecast | NotEnoughHistory {
  const { fromOn, weeks, events = [], growth = [] } = options;
  if (!(weeks >= 1 && weeks <= 160)) throw new RangeError(`weeks (${weeks}) must lie in 1..160; use 78 for 18 months`);
  checkGrowth(growth);
  const fromDay = epochDay(fromOn);
  const tables = tablesOf({ ...history, days: history.days.filter(({ on }) => on < fromOn) });
  const dayEvents = eventsByDay(events);
  const lastDay = tables.contacts.days.at(-1)?.day ?? fromDay - 1;
  const view = trainingView(tables.contacts, dayEvents, Math.min(fromDay, lastDay + 1), options.opening);
  const calendar = weekCalendar(view, dayEvents, fromDay);
  if (calendar.past.length < LEAST_WEEKS)
    return { kind: 'not-enough-history', haveDays: view.haveDays, needDays: 7 * LEAST_WEEKS };
  return new LongRange({ options, calendar, fromDay, tables, dayEvents }).forecast(view.leftOut, lastDay);
}

interface LongRangeParts {
  readonly options: LongRangeOptions;
  readonly calendar: WeekCalendar;
  readonly fromDay: number;
  readonly tables: { readonly contacts: DayTable; readonly handleSeconds: DayTable | null };
  readonly dayEvents: EventsByDay;
}

class LongRange {
  private readonly yearlyTerms: YearlyTerms;
  private readonly members: readonly WeightedTrend[];
  private readonly firstWeek: number;

  constructor(private readonly parts: LongRangeParts) {
    const { calendar, options } = parts;
    this.firstWeek = calendar.past[0]!.week;
    this.yearlyTerms = yearlyTermsOf(-this.firstWeek);
    this.members = trendMixture(this.observations(), {
      withSeason: this.yearlyTerms !== 'none',
      withTrend: options.trend !== 'none',
    });
  }

  forecast(leftOut: readonly LeftOutDay[], lastDay: number): LongRangeForecast {
    const { calendar, fromDay, options } = this.parts;
    const means = meanPath(this.members, this.yearlyAhead());
    const draws = simulateWeeks({
      members: this.members,
      yearly: this.yearlyAhead(),
      draws: options.draws ?? DRAWS,
      random: seededRandom(options.seed),
      unseenSeason: this.yearlyTerms === 'none',
    });
    const handle = handleTimeOfWeeks({ ...this.parts.tables, fromDay, weeks: options.weeks, seed: options.seed });
    const yearEnd = means[Math.min(means.length, WEEKS_A_YEAR) - 1]!;
    return {
      kind: 'long-range',
      weeks: means.map((mean, week) => ({ ...this.week(week, mean, draws[week]!), ...handle(week) })),
      yearlyTerms: this.yearlyTerms,
      historyWeeks: calendar.past.length,
      trainedUntilOn: dateOfEpochDay(lastDay),
      trendFirstYear: Math.exp(yearEnd.trend) - 1,
      leftOut,
      past: calendar.past.map(({ week, contacts, exposure }) => ({
        on: dateOfEpochDay(fromDay + 7 * week),
        contacts,
        exposure,
      })),
    };
  }

  private yearlyAhead(): Float64Array[] {
    const { fromDay, options } = this.parts;
    return Array.from({ length: options.weeks }, (_, week) => yearlyRow(fromDay + 7 * week, HARMONICS));
  }

  /** One observation for each week from the first to the last before the origin, missing ones too. */
  private observations(): WeekObservation[] {
    const { calendar, fromDay } = this.parts;
    const known = new Map<number, PastWeek>(calendar.past.map((week) => [week.week, week]));
    return Array.from({ length: -this.firstWeek }, (_, index) => {
      const week = this.firstWeek + index;
      const seen = known.get(week);
      return {
        value: seen ? Math.log((seen.contacts + 0.5) / seen.exposure) : null,
        exposure: seen?.exposure ?? 1,
        yearly: yearlyRow(fromDay + 7 * week, HARMONICS),
      };
    });
  }

  private week(
    week: number,
    mean: MeanWeek,
    draws: Float64Array,
  ): Omit<LongRangeWeek, 'averageHandleSeconds' | 'handleP10' | 'handleP90'> {
    const { calendar, fromDay, options } = this.parts;
    const day = fromDay + 7 * week;
    const exposure = calendar.exposureFrom(day);
    const { factor, addedContacts } = growthOfWeek(options.growth ?? [], day);
    const base = Math.exp(mean.level);
    const trended = base * Math.exp(mean.trend);
    const seasonal = trended * Math.exp(mean.season);
    const calendared = seasonal * exposure;
    const contacts = Math.max(0, calendared * factor + addedContacts * exposure);
    const sorted = Float64Array.from(draws).sort();
    const scale = exposure * factor;
    const at = (p: number) => Math.max(0, Math.exp(sortedQuantile(sorted, p)) * scale + addedContacts * exposure);
    return {
      on: dateOfEpochDay(day),
      contacts,
      p05: at(0.05),
      p10: at(0.1),
      p50: at(0.5),
      p90: at(0.9),
      p95: at(0.95),
      components: {
        base,
        trend: trended - base,
        season: seasonal - trended,
        calendar: calendared - seasonal,
        growth: contacts - calendared,
      },
    };
  }
}

const yearlyTermsOf = (weeks: number): YearlyTerms =>
  weeks < WEEKS_A_YEAR ? 'none' : weeks < 2 * WEEKS_A_YEAR ? 'shrunk' : 'full';

/** Expected logs of a week: level at the origin, what the trend and the season add. */
interface MeanWeek {
  readonly level: number;
  readonly trend: number;
  readonly season: number;
}

function meanPath(members: readonly WeightedTrend[], yearly: readonly Float64Array[]): MeanWeek[] {
  const level = members.reduce((sum, { state, weight }) => sum + weight * state.mean[0]!, 0);
  return yearly.map((row, week) => {
    let trend = 0;
    let season = 0;
    for (const { state, weight } of members) {
      const { damping } = state.settings;
      const steps = damping === 1 ? week + 1 : (1 - damping ** (week + 1)) / (1 - damping);
      trend += weight * state.mean[1]! * steps;
      for (let i = 2; i < state.mean.length; i++) season += weight * state.mean[i]! * row[i - 2]!;
    }
    return { level, trend, season };
  });
}
