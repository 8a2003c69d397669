import { weekStartOf, type LocalDate } from '@yotei/time';
import { gridStaffingModel, staffingModel } from '../catalogue.js';
import type { IntervalLoad } from '../changing-load/interval-loads.js';
import { gridCalendar } from '../grid-calendar.js';
import { applicableGoals } from '../required-agents.js';
import type { StaffingForecast } from '../staffing-forecast.js';
import type { StaffingPlan } from '../plan/staffing-plan.js';
import { riskOverPresence, type IntervalRisk } from '../uncertainty/interval-risk.js';
import { DayMargins, DEFAULT_CORRELATION, type RateCorrelation } from '../uncertainty/period-chance.js';
import { levelTableOf } from '../uncertainty/level-table.js';
import { presenceOf } from '../uncertainty/presence.js';

/** The chance of reaching the goals over a local day, or over the week that starts on a date; NaN = not known. */
export interface PeriodChances {
  ofDay(on: LocalDate): number;
  ofWeek(mondayOn: LocalDate): number;
}

export interface StaffingRisk {
  readonly expectedServiceLevel: Float64Array;
  readonly chanceToMeet: Float64Array;
  readonly chances: PeriodChances;
}

/** The margins of each local day; a day with an interval whose chance is not known is null. */
class DaysOfMargins implements PeriodChances {
  private readonly days = new Map<LocalDate, DayMargins | null>();

  constructor(
    private readonly goalCount: number,
    private readonly correlation: RateCorrelation,
  ) {}

  add(on: LocalDate, risk: IntervalRisk | null): void {
    let day = this.days.get(on);
    if (day === null) return;
    if (!risk) {
      this.days.set(on, null);
      return;
    }
    day ??= new DayMargins(this.goalCount, this.correlation.withinDay);
    day.add(risk.weightedMargins);
    this.days.set(on, day);
  }

  ofDay(on: LocalDate): number {
    return this.days.get(on)?.chanceToMeet() ?? Number.NaN;
  }

  ofWeek(mondayOn: LocalDate): number {
    const days = [...this.days].filter(([on]) => weekStartOf(on) === mondayOn).map(([, day]) => day);
    const known = days.filter((day) => day !== null);
    if (known.length === 0 || known.length < days.length) return Number.NaN;
    return DayMargins.chanceTogether(known, this.correlation.betweenDays);
  }
}

/**
 * How sure so many agents are to meet the plan's goals, interval by interval and over days and weeks, where the spread
 * of the rate is known. Models that answer for the whole grid at once are not judged.
 */
export function riskOf(
  plan: StaffingPlan,
  forecast: StaffingForecast,
  given: {
    readonly intervals: readonly IntervalLoad[];
    readonly agents: ArrayLike<number>;
    /** Probability that each of the agents is there; default 1. */
    readonly showFraction?: number;
    readonly correlation?: RateCorrelation;
    /** False = nothing is known. `tabled`: from tables of service levels, to 10⁻⁴ and several times as quick. */
    readonly isAsked?: boolean | 'tabled';
  },
): StaffingRisk {
  const { grid, zone } = forecast;
  const expectedServiceLevel = new Float64Array(grid.count).fill(Number.NaN);
  const chanceToMeet = new Float64Array(grid.count).fill(Number.NaN);
  const model = gridStaffingModel(plan.modelId) ? null : staffingModel(plan.modelId);
  const parts = model ? applicableGoals(model, plan.goal) : [];
  const chances = new DaysOfMargins(parts.length, given.correlation ?? DEFAULT_CORRELATION);
  if (
    given.isAsked === false ||
    !model ||
    parts.length === 0 ||
    given.intervals.every(({ rateCv }) => Number.isNaN(rateCv))
  ) {
    return { expectedServiceLevel, chanceToMeet, chances };
  }
  const { days, dayOf } = gridCalendar(grid, zone);
  const levels = given.isAsked === 'tabled' ? levelTableOf(model, parts, plan) : null;
  given.intervals.forEach(({ load, contacts, rateCv, note }, index) => {
    if (note === 'closed' || !load || load.contacts === 0) return;
    const agents = given.agents[index]!;
    const known = Number.isFinite(agents) && !Number.isNaN(rateCv);
    const risk = known
      ? riskOverPresence({ model, parts, load, rateCv, contacts, levels }, presenceOf(agents, given.showFraction))
      : null;
    // Where nothing arrives nobody can be kept waiting; only the load of others is still in hand.
    if (contacts > 0) chances.add(days[dayOf[index]!]!.fromOn, risk);
    if (!risk) return;
    expectedServiceLevel[index] = risk.expectedServiceLevel;
    chanceToMeet[index] = risk.chanceToMeet;
  });
  return { expectedServiceLevel, chanceToMeet, chances };
}
