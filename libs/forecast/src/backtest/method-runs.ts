import { hasEvent, type EventsByDay } from '../calendar/calendar-event.js';
import { forecastingMethod } from '../catalogue.js';
import { errorPast, type ErrorPast } from '../distribution/error-past.js';
import { fittedOnce } from '../methods/fitted-once.js';
import { completeParameters, type MethodParameters, type NotEnoughHistory } from '../forecasting-method.js';
import { seededRandom } from '../seeded-random.js';
import type { DayTable, TableDay } from '../series/day-table.js';
import type { OpeningHours } from '../series/opening-hours.js';
import { trainingView, type HorizonDay, type TrainingView } from '../series/training-view.js';
import { withUnseenHours } from '../series/unseen-hours.js';

/** One forecast day of a run beside what came. */
export interface RunDay {
  readonly day: number;
  /** 1 = the origin day itself. */
  readonly leadDays: number;
  /** Contacts per slot; NaN = closed. */
  readonly forecast: Float64Array;
  /** What came per slot (NaN = missing), or null where nothing came, the day lies ahead, or it is left out as an outage. */
  readonly actual: Float64Array | null;
}

/** What one method said at one origin. */
export interface Run {
  readonly kind: 'run';
  readonly methodId: string;
  readonly originDay: number;
  readonly days: readonly RunDay[];
}

export interface RunSettings {
  readonly table: DayTable;
  readonly events: EventsByDay;
  /** Hours given instead of learned. */
  readonly opening?: OpeningHours;
  readonly horizonDays: number;
  /** Days between the origin and the first forecast day: 0 = the forecast starts on the origin day. */
  readonly gapDays: number;
  readonly seed: number;
  readonly parameters?: Readonly<Record<string, MethodParameters>>;
  /** Seconds of any steady clock; fits are timed only when it is given. */
  readonly clockSeconds?: () => number;
  /** Asked before each fit; true stops the work by {@link StoppedByCaller}. */
  readonly isCancelled?: () => boolean;
}

/** Thrown inside the library when `isCancelled` says so; the public functions turn it into a result. */
export class StoppedByCaller extends Error {}

/**
 * Runs of methods from origins, each fitted once and kept. A run sees only days before its origin, because it is made
 * from the {@link trainingView} of that origin.
 */
export class MethodRuns {
  private readonly views = new Map<number, TrainingView>();
  private readonly runs = new Map<string, Run | NotEnoughHistory>();
  private readonly pasts = new Map<number, ErrorPast>();
  private readonly byDay: ReadonlyMap<number, TableDay>;
  /** Seconds spent in fits and forecasts, by method; empty without a clock. */
  readonly fitSeconds = new Map<string, { fits: number; seconds: number }>();

  constructor(readonly settings: RunSettings) {
    this.byDay = new Map(settings.table.days.map((day) => [day.day, day]));
  }

  view(originDay: number): TrainingView {
    let view = this.views.get(originDay);
    const { table, events, opening } = this.settings;
    if (!view) this.views.set(originDay, (view = trainingView(table, events, originDay, opening)));
    return view;
  }

  /** `parameters` in place of those of the settings: the weights of a combination. */
  run(methodId: string, originDay: number, parameters?: MethodParameters): Run | NotEnoughHistory {
    const key = `${methodId} ${originDay} ${parameters ? JSON.stringify(parameters) : ''}`;
    let run = this.runs.get(key);
    if (!run) this.runs.set(key, (run = this.fit(methodId, originDay, parameters)));
    return run;
  }

  /** What the days before an origin say of errors seen at a few origins before it; tried once for all methods. */
  errorPast(methodId: string, originDay: number): ErrorPast {
    const { table, horizonDays, gapDays } = this.settings;
    let past = this.pasts.get(originDay);
    if (!past) this.pasts.set(originDay, (past = errorPast(table, { beforeDay: originDay, horizonDays, gapDays })));
    const { looksBackDays } = forecastingMethod(methodId);
    return looksBackDays === undefined ? past : { ...past, historyAt: () => looksBackDays };
  }

  /** Whether any day of the horizon from that origin has something to compare with. */
  hasTargets(originDay: number): boolean {
    const from = originDay + this.settings.gapDays;
    for (let day = from; day < from + this.settings.horizonDays; day++) if (this.actualOf(day)) return true;
    return false;
  }

  private fit(methodId: string, originDay: number, own?: MethodParameters): Run | NotEnoughHistory {
    const { isCancelled, clockSeconds, seed, horizonDays, gapDays, opening } = this.settings;
    if (isCancelled?.()) throw new StoppedByCaller('stopped by the caller');
    const method = forecastingMethod(methodId);
    const view = this.view(originDay);
    const startedAt = clockSeconds?.() ?? 0;
    const parameters = own ?? this.settings.parameters?.[methodId];
    // A timed fit is made afresh, so that a combination answers for its members.
    const fitted =
      parameters || clockSeconds
        ? method.fit(view, completeParameters(method, parameters), seededRandom(seed))
        : fittedOnce(method, view, seededRandom(seed));
    if (fitted.kind === 'not-enough-history') return fitted;
    const horizon = view.horizon(originDay + gapDays, horizonDays);
    const known = fitted.forecast(horizon);
    // Learned hours have always been seen.
    const values = opening ? known.map((day, index) => withUnseenHours(view, horizon[index]!, day)) : known;
    if (clockSeconds && !own) this.addSeconds(methodId, clockSeconds() - startedAt);
    return {
      kind: 'run',
      methodId,
      originDay,
      days: horizon.map((day, index) => this.runDay(day, values[index]!, originDay)),
    };
  }

  private runDay({ day, open, eventFactor = 1 }: HorizonDay, values: Float64Array, originDay: number): RunDay {
    const forecast = values.map((value, slot) => (open[slot] ? Math.max(0, value * eventFactor) : Number.NaN));
    return { day, leadDays: day - originDay + 1, forecast, actual: this.actualOf(day) };
  }

  private actualOf(day: number): Float64Array | null {
    return hasEvent(this.settings.events, day, 'outage') ? null : (this.byDay.get(day)?.values ?? null);
  }

  private addSeconds(methodId: string, seconds: number): void {
    const sofar = this.fitSeconds.get(methodId) ?? { fits: 0, seconds: 0 };
    this.fitSeconds.set(methodId, { fits: sofar.fits + 1, seconds: sofar.seconds + seconds });
  }
}
