import { dateOfEpochDay, epochDay } from '@yotei/time';
import { AUTO, backtestRow, calibrationOrigins, pastRuns } from './backtest/backtest.js';
import { chooseMethod, LEAST_ORIGINS, type Choice, type ForecastReason } from './backtest/choose-method.js';
import { conformalBands, type BandModel, type BandProbability } from './backtest/conformal-bands.js';
import { MethodRuns, StoppedByCaller, type RunDay } from './backtest/method-runs.js';
import { defaultStepDays, rollingOrigins } from './backtest/origins.js';
import { eventsByDay } from './calendar/calendar-event.js';
import { comparedMethodIds, forecastingMethods, newQueueMethodId } from './catalogue.js';
import type { NotEnoughHistory } from './forecasting-method.js';
import { learnComponents } from './distribution/learn-components.js';
import { fitHandleTime } from './handle-time/handle-time-model.js';
import type { ForecastDay, ForecastOptions, ForecastResult } from './queue-forecast.js';
import type { QueueHistory } from './queue-history.js';
import { fromSlots, slotsOfDay, tablesOf, type DayTable } from './series/day-table.js';
import type { LeftOutDay, TrainingView } from './series/training-view.js';
import { applyDecisions, type DecidedHistory } from './series/unusual/history-decision.js';
import type { HistoryProposal } from './series/unusual/history-proposal.js';
import { proposalsOf } from './series/unusual/propose-history-changes.js';
import { unseenHours } from './series/unseen-hours.js';
import { forecastShort } from './short/forecast-short.js';

/** Horizons longer than this are judged by their first four weeks: more would leave no history for origins. */
const LONGEST_BACKTEST_DAYS = 28;

/**
 * Forecast of a queue with bands, the method chosen by rolling-origin backtest when `methodId` is `auto`.
 * Every day before `fromOn` may be used and none from it on. Refuses a horizon outside 1..400 days and unknown methods.
 */
export function forecastQueue(history: QueueHistory, options: ForecastOptions): ForecastResult {
  if (!(options.days >= 1 && options.days <= 400))
    throw new RangeError(`days (${options.days}) must lie in 1..400; use 28 for four weeks`);
  try {
    return new QueueForecaster(history, options).forecast();
  } catch (error) {
    if (error instanceof StoppedByCaller) return { kind: 'cancelled' };
    throw error;
  }
}

/** The table beside a forecast tells coverage from two weeks of errors on: fits made for it alone would double the time. */
function bandsFromDay(origins: readonly number[], horizonDays: number): number {
  return (origins[0] ?? 0) - Math.max(horizonDays, 14);
}

class QueueForecaster {
  private readonly table: DayTable;
  private readonly handleSeconds: DayTable | null;
  private readonly originDay: number;
  private readonly gapDays: number;
  private readonly past: MethodRuns;
  private readonly origins: readonly number[];
  private readonly known: QueueHistory;
  private readonly decided: DecidedHistory;

  constructor(
    private readonly history: QueueHistory,
    private readonly options: ForecastOptions,
  ) {
    const from = epochDay(options.fromOn);
    this.known = { ...history, days: history.days.filter(({ on }) => on < options.fromOn) };
    this.decided = applyDecisions(this.known, options.decisions ?? []);
    const tables = tablesOf(this.decided.history);
    this.table = tables.contacts;
    this.handleSeconds = tables.handleSeconds;
    // The backtest leaves the same gap between the last known day and the first forecast day as the real forecast has.
    this.originDay = Math.min(from, (this.table.days.at(-1)?.day ?? from) + 1);
    this.gapDays = Math.min(from - this.originDay, LONGEST_BACKTEST_DAYS);
    const horizonDays = Math.min(options.days, LONGEST_BACKTEST_DAYS);
    this.past = this.runsOf(horizonDays, this.gapDays);
    const plan = { count: calibrationOrigins(horizonDays), stepDays: defaultStepDays(horizonDays) };
    this.origins = rollingOrigins(this.past, { beforeDay: this.originDay, ...plan });
  }

  forecast(): ForecastResult {
    const { options, originDay, past, origins } = this;
    if (origins.length < LEAST_ORIGINS && [AUTO, newQueueMethodId].includes(options.methodId)) return this.short();
    const methodIds = options.methodId === AUTO ? comparedMethodIds : [options.methodId];
    this.runAll(methodIds);
    const choice: Choice | null =
      options.methodId === AUTO
        ? chooseMethod(past, { originDay, origins, methodIds })
        : { methodId: options.methodId, reasons: [{ kind: 'chosen-by-planner', methodId: options.methodId }] };
    if (!choice) return this.notEnough();
    const run = this.runsOf(options.days, epochDay(options.fromOn) - originDay).run(
      choice.methodId,
      originDay,
      choice.parameters,
    );
    if (run.kind === 'not-enough-history') return run;
    const errors = pastRuns(past, choice, origins);
    const known = past.errorPast(choice.methodId, originDay);
    const bands = conformalBands(errors, originDay, known);
    const view = past.view(originDay);
    const assumed: ForecastReason[] = bands.calibrated ? [] : [{ kind: 'bands-assumed', origins: origins.length }];
    options.onProgress?.(1);
    return {
      kind: 'forecast',
      methodId: choice.methodId,
      ...(choice.parameters ? { parameters: choice.parameters } : {}),
      reasons: [...choice.reasons, ...assumed, ...this.borrowedHours(view)],
      backtest: [...new Set([...methodIds, choice.methodId])].map((methodId) =>
        backtestRow({
          runs: past,
          methodId,
          origins,
          stepDays: defaultStepDays(past.settings.horizonDays),
          bandsFromDay: bandsFromDay(origins, past.settings.horizonDays),
        }),
      ),
      days: this.layOut(run.days, bands),
      distribution: learnComponents(errors, {
        beforeDay: originDay,
        stepMinutes: this.history.stepMinutes,
        past: known,
      }),
      trainedUntilOn: dateOfEpochDay(originDay - 1),
      leftOut: this.leftOut(view),
      proposals: this.proposals(view),
    };
  }

  private proposals(view: TrainingView): readonly HistoryProposal[] {
    const { findUnusual = true, decisions = [] } = this.options;
    if (!findUnusual) return [];
    return proposalsOf({ history: this.known, decisions, table: this.table, view, events: this.past.settings.events });
  }

  private borrowedHours(view: TrainingView): ForecastReason[] {
    const { opening, fromOn, days } = this.options;
    const hours = opening ? unseenHours(view, view.horizon(epochDay(fromOn), days)) : [];
    return hours.length > 0 ? [{ kind: 'hours-borrowed', hours }] : [];
  }

  /** Too young a queue to compare methods. Proposals need more days than there are. */
  private short(): ForecastResult {
    const { options, decided } = this;
    const events = [...(options.events ?? []), ...decided.events];
    const result = forecastShort(decided.history, { ...options, events });
    return result.kind === 'forecast' ? { ...result, leftOut: this.leftOut(result) } : result;
  }

  /** What the planner decided stands for what follows from it: a day left out by a decision is named once. */
  private leftOut({ leftOut }: Pick<TrainingView, 'leftOut'>): LeftOutDay[] {
    const { applied } = this.decided;
    const decidedOn = new Set(applied.map(({ on }) => on));
    return [...leftOut.filter(({ on }) => !decidedOn.has(on)), ...applied].sort((a, b) => (a.on < b.on ? -1 : 1));
  }

  private runsOf(horizonDays: number, gapDays: number): MethodRuns {
    const { events = [], opening, parameters, seed, isCancelled } = this.options;
    return new MethodRuns({
      table: this.table,
      events: eventsByDay([...events, ...this.decided.events]),
      opening,
      horizonDays,
      gapDays,
      seed,
      parameters,
      isCancelled,
    });
  }

  /** Fits every method at every origin once, telling the progress; later uses find them done. */
  private runAll(methodIds: readonly string[]): void {
    const total = methodIds.length * this.origins.length + 1;
    let done = 0;
    for (const methodId of methodIds) {
      for (const origin of this.origins) {
        this.past.run(methodId, origin);
        this.options.onProgress?.(++done / total);
      }
    }
  }

  private notEnough(): NotEnoughHistory {
    const needDays = Math.min(...forecastingMethods.map(({ needs }) => needs.historyDays));
    return { kind: 'not-enough-history', haveDays: this.past.view(this.originDay).haveDays, needDays };
  }

  private layOut(days: readonly RunDay[], bands: BandModel): ForecastDay[] {
    const { zone, stepMinutes } = this.history;
    const view = this.past.view(this.originDay);
    const handle =
      this.handleSeconds &&
      fitHandleTime({
        contacts: this.table,
        handleSeconds: this.handleSeconds,
        originDay: this.originDay,
        featuresOf: (day) => view.calendar.featuresOf(day),
      });
    const handled = handle?.forecast(view.horizon(days[0]!.day, days.length));
    return days.map(({ day, forecast, leadDays }, index) => {
      const on = dateOfEpochDay(day);
      const slots = slotsOfDay(on, zone, stepMinutes);
      const contacts = fromSlots(forecast, slots);
      const band = (p: BandProbability) => contacts.map((value) => bands.quantile(value, leadDays, p));
      const averageHandleSeconds = handled
        ? fromSlots(handled[index]!, slots)
        : new Float64Array(slots.length).fill(Number.NaN);
      return {
        on,
        contacts,
        p05: band(0.05),
        p10: band(0.1),
        p50: band(0.5),
        p90: band(0.9),
        p95: band(0.95),
        averageHandleSeconds,
        ...(handle && {
          handleStandardErrorSeconds: averageHandleSeconds.map((value, at) =>
            handle.standardError(value, contacts[at]!, leadDays),
          ),
        }),
      };
    });
  }
}
