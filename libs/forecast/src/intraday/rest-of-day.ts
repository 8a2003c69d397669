import { MINUTE_MILLIS, localDaysGrid, type Instant, type LocalDate } from '@yotei/time';
import { conformalBands, type BandProbability } from '../backtest/conformal-bands.js';
import { MethodRuns, type Run } from '../backtest/method-runs.js';
import { eventsByDay, type CalendarEvent } from '../calendar/calendar-event.js';
import { forecastQueue, type ForecastDay } from '../forecast-queue.js';
import type { MethodParameters, NotEnoughHistory } from '../forecasting-method.js';
import { ridge } from '../linear-algebra.js';
import type { QueueHistory } from '../queue-history.js';
import { bySlot, slotsOfDay, tablesOf } from '../series/day-table.js';

export interface RestOfDayOptions {
  /** A method of the catalogue, or `auto`. */
  readonly methodId: string;
  readonly on: LocalDate;
  /** Intervals that end at or before this instant are known, the others are forecast. */
  readonly at: Instant;
  /** Contacts of the day by interval; NaN = not known. Values of intervals that end after `at` are not looked at. */
  readonly soFar: Float64Array;
  readonly events?: readonly CalendarEvent[];
  readonly parameters?: Readonly<Record<string, MethodParameters>>;
  readonly seed: number;
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
}

export type RestOfDayResult = RestOfDayForecast | NotEnoughHistory;

/** Past days from which the update is learned. */
const LEARN_DAYS = 40;
/** With fewer the factor stays 1. */
const LEAST_LEARN_DAYS = 10;
/** Draws the slopes to 0, in days whose log ratio has the usual variance. */
const SLOPE_PENALTY_DAYS = 2;

/**
 * Forecast of what is left of a day given what has come so far: the log ratio of the rest to its forecast follows the
 * log ratios of the day so far and of the last two hours, with slopes learned by ridge regression from past days, each
 * forecast from the evening before (Shen & Huang 2008, in its regression form). A plain ratio does worse than nothing
 * in the morning. History from the day on is not looked at.
 */
export function forecastRestOfDay(history: QueueHistory, options: RestOfDayOptions): RestOfDayResult {
  const { on, at, soFar, methodId, events = [], parameters, seed } = options;
  const slots = slotsOfDay(on, history.zone, history.stepMinutes);
  if (soFar.length !== slots.length)
    throw new RangeError(
      `soFar must have ${slots.length} values for ${on}, not ${soFar.length}; give one for each interval of the local day`,
    );
  const morning = forecastQueue(history, { methodId, fromOn: on, days: 1, events, parameters, seed });
  if (morning.kind !== 'forecast')
    return morning.kind === 'cancelled' ? { kind: 'not-enough-history', haveDays: 0, needDays: 0 } : morning;
  const known = history.days.filter((day) => day.on < on);
  const slotCount = 1440 / history.stepMinutes;
  const grid = localDaysGrid(on, 1, history.zone, history.stepMinutes);
  const over = Math.max(
    0,
    Math.min(grid.count, Math.floor((at - grid.startAt) / (history.stepMinutes * MINUTE_MILLIS))),
  );
  const cut: Cut = {
    from: over < slots.length ? slots[over]! : slotCount,
    recent: Math.ceil(120 / history.stepMinutes),
  };
  const runs = pastRuns({ ...history, days: known }, options, morning.methodId);
  const model = learnUpdate(runs, cut);
  const forecast = bySlot(morning.days[0]!.contacts, slots, slotCount);
  const actual = bySlot(
    soFar.map((value, index) => (index < over ? value : Number.NaN)),
    slots,
    slotCount,
  );
  const today = ratiosOf(forecast, actual, cut);
  const factor = model.factorOf(today.regressors);
  return {
    kind: 'forecast',
    methodId: morning.methodId,
    day: updatedDay(morning.days[0]!, { factor, over, bands: model.bands }),
    factor,
    contactsSoFar: today.came,
    forecastSoFar: today.said,
    slopes: { soFar: model.slopes[0]!, lastTwoHours: model.slopes[1]! },
    learnedFromDays: model.days,
  };
}

/** The first slot that is not over, and how many slots make the last two hours. */
interface Cut {
  readonly from: number;
  readonly recent: number;
}

function pastRuns(history: QueueHistory, { events = [], parameters, seed }: RestOfDayOptions, methodId: string): Run[] {
  const table = tablesOf(history).contacts;
  const runs = new MethodRuns({ table, events: eventsByDay(events), horizonDays: 1, gapDays: 0, seed, parameters });
  const days = table.days.slice(-LEARN_DAYS).map(({ day }) => day);
  return days
    .map((day) => runs.run(methodId, day))
    .filter((run): run is Run => run.kind === 'run' && run.days[0]!.actual !== null);
}

interface Ratios {
  /** Log ratios of actual to forecast: the day so far, the last two hours. */
  readonly regressors: Float64Array;
  readonly rest: number;
  readonly came: number;
  readonly said: number;
}

/** Log ratios over the intervals where both are known; half a contact on each side keeps quiet hours finite. */
function ratiosOf(forecast: Float64Array, actual: Float64Array, { from, recent }: Cut): Ratios {
  const sums = { came: 0, said: 0, recentCame: 0, recentSaid: 0, restCame: 0, restSaid: 0 };
  actual.forEach((came, slot) => {
    const said = forecast[slot]!;
    if (Number.isNaN(came) || Number.isNaN(said)) return;
    if (slot >= from) {
      sums.restCame += came;
      sums.restSaid += said;
      return;
    }
    sums.came += came;
    sums.said += said;
    if (slot < from - recent) return;
    sums.recentCame += came;
    sums.recentSaid += said;
  });
  const ratio = (came: number, said: number) => Math.log((came + 0.5) / (said + 0.5));
  const regressors = Float64Array.of(ratio(sums.came, sums.said), ratio(sums.recentCame, sums.recentSaid));
  return { regressors, rest: ratio(sums.restCame, sums.restSaid), came: sums.came, said: sums.said };
}

interface UpdateModel {
  readonly slopes: Float64Array;
  readonly days: number;
  readonly bands: ReturnType<typeof conformalBands>;
  factorOf(regressors: Float64Array): number;
}

function learnUpdate(runs: readonly Run[], cut: Cut): UpdateModel {
  const past = runs.map(({ days: [day] }) => ratiosOf(day!.forecast, day!.actual!, cut));
  const rows = past.map(({ regressors }) => regressors);
  const variance = rows.reduce((sum, [x]) => sum + x! * x!, 0) / Math.max(1, rows.length);
  const penalties = new Float64Array(2).fill(SLOPE_PENALTY_DAYS * variance + 1e-12);
  const weights = trustInDays(past);
  const slopes =
    rows.length < LEAST_LEARN_DAYS
      ? new Float64Array(2)
      : ridge(
          rows,
          Float64Array.from(past, ({ rest }) => rest),
          weights,
          penalties,
        );
  // The update is held to a factor of 3: a broken feed must not multiply the afternoon.
  const factorOf = (x: Float64Array) => Math.min(3, Math.max(1 / 3, Math.exp(slopes[0]! * x[0]! + slopes[1]! * x[1]!)));
  const updated = runs.map((run, index): Run => {
    const forecast = run.days[0]!.forecast.map((value, slot) =>
      slot < cut.from ? Number.NaN : value * factorOf(rows[index]!),
    );
    return { ...run, days: [{ ...run.days[0]!, forecast }] };
  });
  return { slopes, days: rows.length, bands: conformalBands(updated, Infinity), factorOf };
}

/** Days whose rest went far from its forecast weigh less, as one outage in forty days would turn the slopes. */
function trustInDays(past: readonly Ratios[]): Float64Array {
  const sizes = past.map(({ rest }) => Math.abs(rest)).sort((a, b) => a - b);
  const usual = 1.4826 * (sizes[Math.floor(sizes.length / 2)] ?? 0);
  return Float64Array.from(past, ({ rest }) => Math.min(1, (3 * usual) / Math.max(Math.abs(rest), 1e-12)));
}

interface UpdateInput {
  readonly factor: number;
  readonly over: number;
  readonly bands: ReturnType<typeof conformalBands>;
}

function updatedDay(day: ForecastDay, { factor, over, bands }: UpdateInput): ForecastDay {
  const contacts = day.contacts.map((value, index) => (index < over ? Number.NaN : value * factor));
  const band = (p: BandProbability) => contacts.map((value) => bands.quantile(value, 1, p));
  const averageHandleSeconds = day.averageHandleSeconds.map((value, index) => (index < over ? Number.NaN : value));
  return {
    on: day.on,
    contacts,
    p05: band(0.05),
    p10: band(0.1),
    p50: band(0.5),
    p90: band(0.9),
    p95: band(0.95),
    averageHandleSeconds,
  };
}
