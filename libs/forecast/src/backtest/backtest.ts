import { dateOfEpochDay, epochDay, type LocalDate } from '@yotei/time';
import { eventsByDay, type CalendarEvent } from '../calendar/calendar-event.js';
import { comparedMethodIds, forecastingMethods } from '../catalogue.js';
import type { MethodParameters } from '../forecasting-method.js';
import type { QueueHistory } from '../queue-history.js';
import { combination } from '../methods/combination.method.js';
import { tablesOf } from '../series/day-table.js';
import { applyDecisions, type HistoryDecision } from '../series/unusual/history-decision.js';
import { learnDayErrors } from '../distribution/day-errors.js';
import { chooseMethod, type Choice } from './choose-method.js';
import { conformalBands } from './conformal-bands.js';
import { ErrorSums, wapeOfRun, type BacktestRow } from './measures.js';
import { MethodRuns, StoppedByCaller, type Run } from './method-runs.js';
import { defaultOriginCount, defaultStepDays, rollingOrigins } from './origins.js';
import { naiveErrorBefore } from './naive-error.js';

export interface BacktestOptions {
  /** Method ids, `auto` among them if wanted; all methods when left out. */
  readonly methodIds?: readonly string[];
  readonly horizonDays: number;
  /** Rolling origins, the last one with its horizon at the end of the history. Default 8; 20 for horizons under a week. */
  readonly origins?: number;
  /** Days between origins. Default 7; 1 for horizons under a week. */
  readonly stepDays?: number;
  /** The origins themselves, as first days of the horizons; then `origins` and `stepDays` only steer calibration. */
  readonly originsOn?: readonly LocalDate[];
  /** No origin before this day; without `origins` every one from it on. */
  readonly fromOn?: LocalDate;
  /** No target after this day; the last horizon ends on it. */
  readonly untilOn?: LocalDate;
  readonly events?: readonly CalendarEvent[];
  /** What the planner said about odd spots of the history; days left out are neither learned from nor compared. */
  readonly decisions?: readonly HistoryDecision[];
  readonly parameters?: Readonly<Record<string, MethodParameters>>;
  readonly seed: number;
  /** Seconds of a steady clock; fits are timed only when it is given. */
  readonly clockSeconds?: () => number;
  readonly onProgress?: (fraction: number) => void;
  /** Asked before each fit; true ends the backtest with the rows finished so far. */
  readonly isCancelled?: () => boolean;
}

/** The name under which the automatic choice is backtested beside the methods. */
export const AUTO = 'auto';

/**
 * Rolling-origin backtest: each method is fitted at each origin on the days before it, and its bands are calibrated on
 * runs whose targets also lie before it. `auto` chooses anew at each origin. A method that cannot be fitted at any
 * origin has a row with 0 fits and NaN measures. Refuses a horizon under one day.
 */
export function backtest(history: QueueHistory, options: BacktestOptions): BacktestRow[] {
  return finish(backtestSteps(history, options));
}

/**
 * {@link backtest} in steps of one origin of one method, so that a caller can do other things in between; each step
 * yields the share done, 0..1.
 */
export function* backtestSteps(history: QueueHistory, options: BacktestOptions): Generator<number, BacktestRow[]> {
  const { horizonDays, clockSeconds, isCancelled, onProgress, parameters, seed } = options;
  if (!(horizonDays >= 1)) throw new RangeError(`horizonDays (${horizonDays}) must be 1 or more; use 7 for a week`);
  const decided = applyDecisions(history, options.decisions ?? []);
  const runs = new MethodRuns({
    table: tablesOf(decided.history).contacts,
    events: eventsByDay([...(options.events ?? []), ...decided.events]),
    horizonDays,
    gapDays: 0,
    seed,
    parameters,
    clockSeconds,
    isCancelled,
  });
  const origins = backtestOriginDays(runs, options);
  const stepDays = options.stepDays ?? defaultStepDays(horizonDays);
  const methodIds = options.methodIds ?? forecastingMethods.map(({ id }) => id);
  const rows: BacktestRow[] = [];
  try {
    for (const [index, methodId] of methodIds.entries()) {
      const steps = rowSteps({ runs, methodId, origins, stepDays });
      let step = steps.next();
      for (; !step.done; step = steps.next()) {
        const done = (index + step.value) / methodIds.length;
        onProgress?.(done);
        yield done;
      }
      rows.push(step.value);
    }
    return withRatios(rows, () => backtestRow({ runs, methodId: PLANNERS_HABIT, origins, stepDays }));
  } catch (error) {
    if (!(error instanceof StoppedByCaller)) throw error;
    return rows;
  }
}

function finish<T>(steps: Generator<number, T>): T {
  let step = steps.next();
  while (!step.done) step = steps.next();
  return step.value;
}

type OriginOptions = Pick<BacktestOptions, 'horizonDays' | 'originsOn' | 'fromOn' | 'untilOn' | 'origins' | 'stepDays'>;

/** Days of the origins: those given, or rolling ones that end with the history. */
export function backtestOriginDays(runs: MethodRuns, options: OriginOptions): readonly number[] {
  const { horizonDays, originsOn, fromOn, untilOn } = options;
  if (originsOn) return originsOn.map(epochDay);
  const afterLast = (runs.settings.table.days.at(-1)?.day ?? -1) + 1;
  const beforeDay =
    untilOn === undefined ? closeOfWeek(afterLast, horizonDays) : Math.min(epochDay(untilOn) + 1, afterLast);
  const count = options.origins ?? (fromOn === undefined ? defaultOriginCount(horizonDays) : Infinity);
  const origins = rollingOrigins(runs, {
    beforeDay,
    count,
    stepDays: options.stepDays ?? defaultStepDays(horizonDays),
  });
  return fromOn === undefined ? origins : origins.filter((day) => day >= epochDay(fromOn));
}

/** The method whose error is the yardstick between series: the mean of the last four same weekdays. */
const PLANNERS_HABIT = 'planner-mean';

/** The rows with their error as a ratio to that of the planner's habit at the same origins. */
function withRatios(rows: readonly BacktestRow[], habitRow: () => BacktestRow): BacktestRow[] {
  const habit = rows.find(({ methodId }) => methodId === PLANNERS_HABIT) ?? habitRow();
  return rows.map((row) =>
    row.origins === habit.origins ? { ...row, ratioToMeanOfFour: row.wapeByInterval / habit.wapeByInterval } : row,
  );
}

export interface RowInput {
  readonly runs: MethodRuns;
  readonly methodId: string;
  readonly origins: readonly number[];
  readonly stepDays: number;
  /** Runs before this day are not made for the bands; a full calibration for each origin when left out. */
  readonly bandsFromDay?: number;
}

/** One method's row over the origins. */
export function backtestRow(input: RowInput): BacktestRow {
  return finish(rowSteps(input));
}

function* rowSteps({
  runs,
  methodId,
  origins,
  stepDays,
  bandsFromDay = -Infinity,
}: RowInput): Generator<number, BacktestRow> {
  const sums = new ErrorSums();
  const { clockSeconds } = runs.settings;
  const byOrigin: { originOn: LocalDate; wapeByInterval: number }[] = [];
  let seconds = 0;
  let used = 0;
  let compared = 0;
  for (const [index, originDay] of origins.entries()) {
    const startedAt = clockSeconds?.() ?? 0;
    const plan = { beforeDay: originDay, count: calibrationOrigins(runs.settings.horizonDays), stepDays };
    const past = rollingOrigins(runs, plan);
    const chosen: Pick<Choice, 'methodId' | 'parameters'> | null =
      methodId === AUTO ? chooseMethod(runs, { originDay, origins: past, methodIds: comparedMethodIds }) : { methodId };
    const run = chosen ? runs.run(chosen.methodId, originDay, chosen.parameters) : null;
    if (chosen && run?.kind === 'run') {
      const errors = pastRuns(
        runs,
        chosen,
        past.filter((day) => day >= bandsFromDay),
      );
      const known = runs.errorPast(chosen.methodId, originDay);
      sums.add(run, conformalBands(errors, originDay, known), learnDayErrors(errors, originDay, known));
      byOrigin.push({ originOn: dateOfEpochDay(originDay), wapeByInterval: wapeOfRun(run) });
      used++;
    }
    seconds += (clockSeconds?.() ?? 0) - startedAt;
    compared += past.length;
    yield (index + 1) / origins.length;
  }
  const naiveError = naiveErrorBefore(runs.settings.table, origins[0] ?? 0);
  const row = { methodId, origins: used, ...sums.measures(naiveError), fits: used, byOrigin };
  const timed =
    methodId === AUTO
      ? { fits: used, seconds: Math.max(seconds, secondsToCompare(runs, compared)) }
      : runs.fitSeconds.get(methodId);
  return clockSeconds && timed && timed.fits > 0 ? { ...row, fitSeconds: timed.seconds / timed.fits } : row;
}

/** What the fits of a choice take that compares at so many origins, those made before for other rows too. */
function secondsToCompare(runs: MethodRuns, origins: number): number {
  // The combination is made of fits that the comparison has made anyway.
  const fitted = comparedMethodIds.filter((methodId) => methodId !== combination.id);
  const timed = fitted.map((methodId) => runs.fitSeconds.get(methodId) ?? { fits: 1, seconds: 0 });
  return timed.reduce((sum, { fits, seconds }) => sum + (seconds / fits) * origins, 0);
}

/** The runs of a method from past origins, those that could be fitted. */
export function pastRuns(
  runs: MethodRuns,
  { methodId, parameters }: Pick<Choice, 'methodId' | 'parameters'>,
  origins: readonly number[],
): Run[] {
  return origins
    .map((origin) => runs.run(methodId, origin, parameters))
    .filter((run): run is Run => run.kind === 'run');
}

/** Past origins used to calibrate bands and to choose. */
export function calibrationOrigins(horizonDays: number): number {
  return defaultOriginCount(horizonDays);
}

/** Weekly horizons are aligned to whole weeks, so a history that ends on Friday still has the week it ends. */
function closeOfWeek(beforeDay: number, horizonDays: number): number {
  if (horizonDays < 7) return beforeDay;
  // Day 0 (1970-01-01) was a Thursday, so Mondays are the days with (day + 3) divisible by 7.
  const untilMonday = (7 - ((beforeDay + 3) % 7)) % 7;
  return untilMonday <= 2 ? beforeDay + untilMonday : beforeDay;
}
