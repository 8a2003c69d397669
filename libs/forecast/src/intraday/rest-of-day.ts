import { MINUTE_MILLIS, addDays, localDaysGrid, type Instant, type LocalDate } from '@yotei/time';
import { AUTO } from '../backtest/backtest.js';
import { MethodRuns, type Run } from '../backtest/method-runs.js';
import { eventsByDay, type CalendarEvent } from '../calendar/calendar-event.js';
import type { DistributionComponents } from '../distribution/distribution-components.js';
import { ForecastDistribution } from '../distribution/forecast-distribution.js';
import { forecastQueue } from '../forecast-queue.js';
import type { ForecastDay } from '../queue-forecast.js';
import type { MethodParameters, NotEnoughHistory } from '../forecasting-method.js';
import type { QueueHistory } from '../queue-history.js';
import { bySlot, slotsOfDay, tablesOf } from '../series/day-table.js';
import type { OpeningHours } from '../series/opening-hours.js';
import { applyDecisions, type HistoryDecision } from '../series/unusual/history-decision.js';
import { daySoFar, ratiosOf, recentSlots, type DaySoFar } from './day-so-far.js';
import { learnUpdate, type UpdateModel } from './update-model.js';

/** The day whose rest is asked for. */
export interface RestOfDayPlan {
  /** A method of the catalogue, or `auto`. */
  readonly methodId: string;
  readonly on: LocalDate;
  /** The day's forecast as it stands, edits and all, updated instead of the method's own; with a method, not `auto`. */
  readonly morning?: Pick<ForecastDay, 'contacts' | 'averageHandleSeconds'>;
  readonly events?: readonly CalendarEvent[];
  /** What the planner said about odd spots of the history; without any it is taken as it is. */
  readonly decisions?: readonly HistoryDecision[];
  readonly opening?: OpeningHours;
  readonly parameters?: Readonly<Record<string, MethodParameters>>;
  readonly seed: number;
}

/** What is known of the day. */
export interface KnownOfDay {
  /** Intervals that end at or before this instant are known, the others are forecast. */
  readonly at: Instant;
  /** Contacts of the day by interval; NaN = not known. Values of intervals that end after `at` are not looked at. */
  readonly soFar: Float64Array;
}

export interface RestOfDayOptions extends RestOfDayPlan, KnownOfDay {}

/** A total with its band. */
export interface TotalBand {
  readonly contacts: number;
  readonly p05: number;
  readonly p10: number;
  readonly p50: number;
  readonly p90: number;
  readonly p95: number;
}

export interface RestOfDayForecast {
  readonly kind: 'forecast';
  readonly methodId: string;
  /** The day with NaN in the intervals that are over. */
  readonly day: ForecastDay;
  /** What the morning's forecast of the rest is multiplied with. */
  readonly factor: number;
  /** Contacts so far and what was forecast for them, over the intervals known. */
  readonly contactsSoFar: number;
  readonly forecastSoFar: number;
  /** How the rest follows the day so far and its last two hours, learned from so many past days. */
  readonly slopes: { readonly soFar: number; readonly lastTwoHours: number };
  readonly learnedFromDays: number;
  /** Intervals that are over without a value, and those so silent that they are taken as an outage; both teach nothing. */
  readonly missingIntervals: readonly number[];
  readonly silentIntervals: readonly number[];
  /** What the morning said of the whole day. */
  readonly morningTotal: number;
  /** Contacts still to come. */
  readonly rest: TotalBand;
  /** What came, what the missing intervals may have brought, and the rest. */
  readonly total: TotalBand;
  /** From which the distribution of the rest is rebuilt, with `day` one day ahead. */
  readonly distribution: DistributionComponents;
}

export type RestOfDayResult =
  | RestOfDayForecast
  | NotEnoughHistory
  /** Nothing is open on the day: there is no rest to forecast. */
  | { readonly kind: 'closed-day'; readonly on: LocalDate };

/** Past days from which the update is learned. */
const LEARN_DAYS = 60;

/**
 * Forecast of what is left of a day given what has come so far: the log ratio of the rest to its forecast follows the
 * log ratios of the day so far and of the last two hours, with slopes learned by ridge regression from past days, each
 * forecast from the evening before (Shen & Huang 2008, in its regression form), weighed with what the memory of the
 * hours makes of it ({@link learnHourMemory}) by how both did on past days. A plain ratio does worse than nothing in the
 * morning. Late intervals are left out of both; silent ones count as an outage. The bands are those of past days
 * updated at the same time of day, so they close as the day goes. History from the day on is not looked at.
 */
export function forecastRestOfDay(history: QueueHistory, options: RestOfDayOptions): RestOfDayResult {
  const prepared = prepareRestOfDay(history, options);
  return prepared instanceof DayUpdater ? prepared.update(options) : prepared;
}

/** The slow part of {@link forecastRestOfDay}, once a day: the answers for any instant of the day are then quick. */
export function prepareRestOfDay(
  history: QueueHistory,
  plan: RestOfDayPlan,
): DayUpdater | Exclude<RestOfDayResult, RestOfDayForecast> {
  const { on } = plan;
  const before = { ...history, days: history.days.filter((day) => day.on < on) };
  const decided = applyDecisions(before, plan.decisions ?? []);
  return prepareDecided(decided.history, { ...plan, events: [...(plan.events ?? []), ...decided.events] });
}

function prepareDecided(
  known: QueueHistory,
  plan: RestOfDayPlan,
): DayUpdater | Exclude<RestOfDayResult, RestOfDayForecast> {
  const { on } = plan;
  const morning = morningOf(known, plan);
  if ('kind' in morning) return morning;
  if (Array.from(morning.day.contacts).every(Number.isNaN)) return { kind: 'closed-day', on };
  return new DayUpdater({ history: known, plan, ...morning, runs: pastRuns(known, plan, morning.methodId) });
}

interface Morning {
  readonly methodId: string;
  readonly day: Pick<ForecastDay, 'contacts' | 'averageHandleSeconds'>;
}

function morningOf(history: QueueHistory, plan: RestOfDayPlan): Morning | NotEnoughHistory {
  const { on, methodId, morning, events, opening, parameters, seed } = plan;
  if (morning && methodId !== AUTO) return { methodId, day: morning };
  const own = forecastQueue(history, {
    methodId,
    fromOn: on,
    days: 1,
    events,
    opening,
    parameters,
    seed,
    findUnusual: false,
  });
  if (own.kind === 'cancelled') throw new Error('a forecast without isCancelled was cancelled');
  return own.kind === 'forecast' ? { methodId: own.methodId, day: morning ?? own.days[0]! } : own;
}

function pastRuns(history: QueueHistory, plan: RestOfDayPlan, methodId: string): Run[] {
  const { events = [], opening, parameters, seed } = plan;
  const table = tablesOf(history).contacts;
  const runs = new MethodRuns({
    table,
    events: eventsByDay(events),
    opening,
    horizonDays: 1,
    gapDays: 0,
    seed,
    parameters,
  });
  const days = table.days.slice(-LEARN_DAYS).map(({ day }) => day);
  return days
    .map((day) => runs.run(methodId, day))
    .filter((run): run is Run => run.kind === 'run' && run.days[0]!.actual !== null);
}

interface UpdaterInput extends Morning {
  readonly history: QueueHistory;
  readonly plan: RestOfDayPlan;
  readonly runs: readonly Run[];
}

/** Updates one day's forecast at any instant of it. */
export class DayUpdater {
  private readonly slots: Uint16Array;
  private readonly slotCount: number;

  constructor(private readonly input: UpdaterInput) {
    const { history, plan } = input;
    this.slots = slotsOfDay(plan.on, history.zone, history.stepMinutes);
    this.slotCount = 1440 / history.stepMinutes;
  }

  /** The rest of the day at an instant. Refuses a `soFar` that has not one value for each interval of the local day. */
  update({ at, soFar }: KnownOfDay): RestOfDayForecast {
    const { history, plan, day: morning, methodId, runs } = this.input;
    const { stepMinutes } = history;
    if (soFar.length !== this.slots.length)
      throw new RangeError(
        `soFar must have ${this.slots.length} values for ${plan.on}, not ${soFar.length}; give one for each interval of the local day`,
      );
    const over = this.intervalsOver(at);
    const recent = recentSlots(stepMinutes);
    const forecast = bySlot(Float64Array.from(morning.contacts), this.slots, this.slotCount);
    const actual = bySlot(
      soFar.map((value, index) => (index < over ? value : Number.NaN)),
      this.slots,
      this.slotCount,
    );
    const from = over < this.slots.length ? this.slots[over]! : this.slotCount;
    const state = daySoFar(forecast, actual, from);
    const model = learnUpdate(runs, { ...state, recent, stepMinutes });
    const today = ratiosOf(forecast, actual, { ...state, recent });
    const factor = model.factorOf({ forecast, actual });
    const day = this.updatedDay({ factor, over, model });
    return {
      kind: 'forecast',
      methodId,
      day,
      factor,
      contactsSoFar: today.came,
      forecastSoFar: today.said,
      slopes: { soFar: model.slopes[0]!, lastTwoHours: model.slopes[1]! },
      learnedFromDays: model.days,
      missingIntervals: this.intervalsOf(state.missing, over),
      silentIntervals: this.intervalsOf(state.silent, over),
      morningTotal: sumOf(morning.contacts),
      ...this.totals({ day, model, state, soFar, over, ratio: (today.came + 0.5) / (today.said + 0.5) }),
      distribution: model.distribution,
    };
  }

  private intervalsOver(at: Instant): number {
    const { history, plan } = this.input;
    const grid = localDaysGrid(plan.on, 1, history.zone, history.stepMinutes);
    return Math.max(0, Math.min(grid.count, Math.floor((at - grid.startAt) / (history.stepMinutes * MINUTE_MILLIS))));
  }

  private intervalsOf(slots: readonly number[], over: number): number[] {
    return [...this.slots.keys()].filter((index) => index < over && slots.includes(this.slots[index]!));
  }

  private distributionOf(day: Pick<ForecastDay, 'on' | 'contacts'>, model: UpdateModel): ForecastDistribution {
    const trainedUntilOn = addDays(day.on, -1);
    return new ForecastDistribution(model.distribution, { days: [day], trainedUntilOn });
  }

  private updatedDay({ factor, over, model }: { factor: number; over: number; model: UpdateModel }): ForecastDay {
    const { day: morning, plan } = this.input;
    const rest = (values: ArrayLike<number>, times: number) =>
      Float64Array.from(values, (value, index) => (index < over ? Number.NaN : value * times));
    const contacts = rest(morning.contacts, factor);
    const distribution = this.distributionOf({ on: plan.on, contacts }, model);
    const band = (p: number) => contacts.map((_, index) => distribution.intervalQuantile(0, index, p));
    return {
      on: plan.on,
      contacts,
      p05: band(0.05),
      p10: band(0.1),
      p50: band(0.5),
      p90: band(0.9),
      p95: band(0.95),
      averageHandleSeconds: rest(morning.averageHandleSeconds, 1),
    };
  }

  private totals(of: {
    day: ForecastDay;
    model: UpdateModel;
    state: DaySoFar;
    soFar: Float64Array;
    over: number;
    /** What came to what was said so far. */
    ratio: number;
  }): { rest: TotalBand; total: TotalBand } {
    const distribution = this.distributionOf(of.day, of.model);
    const rest = bandOf(sumOf(of.day.contacts), (p) => distribution.dayQuantile(0, p));
    const came = sumOf(of.soFar.subarray(0, of.over));
    const missing = this.intervalsOf(of.state.missing, of.over);
    const late = of.ratio * missing.reduce((sum, index) => sum + this.input.day.contacts[index]!, 0);
    const total = bandOf(came + late + rest.contacts, (p) => came + late + distribution.dayQuantile(0, p));
    return { rest, total };
  }
}

function sumOf(values: ArrayLike<number>): number {
  let sum = 0;
  for (let index = 0; index < values.length; index++) sum += values[index]! || 0;
  return sum;
}

function bandOf(contacts: number, quantile: (p: number) => number): TotalBand {
  return {
    contacts,
    p05: quantile(0.05),
    p10: quantile(0.1),
    p50: quantile(0.5),
    p90: quantile(0.9),
    p95: quantile(0.95),
  };
}
