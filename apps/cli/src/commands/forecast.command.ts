import { addDays, type LocalDate } from '@yotei/time';
import { AUTO, forecastLineage, forecastingMethods, type QueueForecast } from '@yotei/forecast';
import { Option } from 'commander';
import { cliCommand, type CommandContext } from '../frame/command.js';
import { ExitCode } from '../frame/exit-code.js';
import { badInput } from '../frame/problem-list.js';
import { csvLines } from '../io/csv-writer.js';
import { FORECAST_COLUMNS, ForecastRows } from './forecast-rows.js';
import {
  breathe,
  dateOption,
  daysOption,
  defineHistoryOptions,
  eventsOfOptions,
  loadHistory,
  type HistoryOptions,
  type LoadedHistory,
} from './history-options.js';
import { explanationOf, reasonText } from './forecast-explanation.js';
import {
  checkForecastFiles,
  defineForecastFileOptions,
  writeForecastFiles,
  type ForecastFileOptions,
} from './forecast-files.js';
import { forecastSources } from './horizons/forecast-sources.js';
import { defineHorizonOptions, type HorizonOptions } from './horizons/horizon-options.js';
import { runWeekly } from './horizons/weekly-forecast.js';
import { forecastRest, restExplanation } from './rest-of-day.js';
import { defineUnusualOptions, loadDecisions, writeUnusual, type UnusualOptions } from './unusual-history.js';

interface ForecastCommandOptions
  extends HistoryOptions, UnusualOptions, HorizonOptions, Omit<ForecastFileOptions, 'zone' | 'seed'> {
  readonly horizon: number;
  readonly from?: LocalDate;
  readonly method: string;
  readonly explain?: boolean;
  readonly json?: boolean;
  readonly actualsSoFar?: string;
  readonly at?: string;
}

/** Days ahead that make sense interval by interval. */
const MOST_DAYS = 400;

/** The forecasts of the queues that have history enough, until Ctrl-C. */
async function forecastAll(
  options: ForecastCommandOptions,
  loaded: LoadedHistory,
  context: CommandContext,
): Promise<Map<string, QueueForecast>> {
  const { eventsOf } = loaded;
  const fromOn = options.from ?? addDays(lastDayOf(options, loaded), 1);
  const sources = await forecastSources({ options, histories: loaded.histories, fromOn });
  const decisionsOf = await loadDecisions(options);
  const forecasts = new Map<string, QueueForecast>();
  let done = 0;
  for (const queue of sources.queues) {
    if (context.signal.aborted) break;
    const name = queue === '' ? 'the queue' : `queue '${queue}'`;
    const past = sources.pastOf(queue);
    if (past.kind === 'refused') {
      context.note(`${name}: ${past.message}; not forecast`);
      continue;
    }
    const result = forecastLineage(past, {
      methodId: options.method,
      fromOn,
      days: options.horizon,
      events: eventsOf(queue),
      decisions: decisionsOf(queue),
      findUnusual: options.explain === true || options.json === true || options.unusual !== undefined,
      curve: sources.curveOf(queue),
      seed: options.seed,
      onProgress: (fraction) =>
        context.progress.update({ fraction: (done + fraction) / sources.queues.length, message: queue }),
    });
    done++;
    if (result.kind === 'forecast') {
      forecasts.set(queue, result);
      tellShort({ file: options.history ?? options.curve ?? '', name, result }, context);
    } else if (result.kind === 'not-enough-history') {
      context.note(
        `${options.history}: ${name} has ${result.haveDays} of the ${result.needDays} days of history it needs before ${fromOn}; not forecast`,
      );
    }
    await breathe();
  }
  if (forecasts.size === 0 && !context.signal.aborted)
    throw badInput({
      file: options.history,
      message: `too little history before ${fromOn} to forecast any queue; at least a week is needed`,
    });
  return forecasts;
}

/** A young queue's forecast is never passed off as one that was tested on its own past. */
function tellShort(
  { file, name, result }: { file: string; name: string; result: QueueForecast },
  context: CommandContext,
): void {
  for (const reason of result.reasons)
    if (reason.kind === 'borrowed-days') context.note(`${name}: ${reasonText(reason)}`);
  const short = result.reasons.find((reason) => reason.kind === 'short-history');
  if (!short) return;
  const days = short.historyDays === 1 ? '1 day' : `${short.historyDays} days`;
  context.note(`${file}: ${name} has ${days} of history, too few to compare methods; its bands are wide and assumed`);
}

function lastDayOf({ history }: ForecastCommandOptions, { histories }: LoadedHistory): LocalDate {
  const last = [...histories.values()].map(({ days }) => days.at(-1)?.on ?? '').reduce((a, b) => (a > b ? a : b), '');
  if (last === '')
    throw badInput({
      file: history,
      message: 'no whole interval with contacts; see --interval, --from and --absent-rows',
    });
  return last;
}

interface Emitted {
  readonly forecasts: ReadonlyMap<string, Pick<QueueForecast, 'days'>>;
  /** What is said of each queue beside its rows. */
  readonly about: readonly object[];
  readonly options: HistoryOptions;
}

async function emitForecasts({ forecasts, about, options }: Emitted, context: CommandContext): Promise<ExitCode> {
  const rows = new ForecastRows(forecasts, options);
  await context.emit({
    document: () => ({ queues: about, days: rows.dayTotals(), rows: rows.documents() }),
    text: () => csvLines(FORECAST_COLUMNS, rows.cells()),
  });
  if (rows.count === 0 && !context.signal.aborted)
    context.note('no interval of the horizon is open; nothing to forecast');
  return context.signal.aborted ? ExitCode.stopped : ExitCode.done;
}

async function runRestOfDay(
  options: ForecastCommandOptions & { readonly actualsSoFar: string },
  context: CommandContext,
): Promise<ExitCode> {
  const loaded = await loadHistory(options, context);
  const forecasts = await forecastRest(options, loaded, context);
  if (options.explain)
    for (const [queue, forecast] of forecasts) for (const line of restExplanation(queue, forecast)) context.note(line);
  const about = [...forecasts].map(([queue, { day: _day, ...rest }]) => ({ queue, ...rest }));
  const days = new Map([...forecasts].map(([queue, { day }]) => [queue, { days: [day] }]));
  return emitForecasts({ forecasts: days, about, options }, context);
}

/** The history, or none for queues that have a typed curve and no past yet. */
async function loadPast(options: ForecastCommandOptions, context: CommandContext): Promise<LoadedHistory> {
  if ((options.history as string | undefined) !== undefined) return loadHistory(options, context, options.from);
  if (options.curve === undefined || options.by === 'week')
    throw badInput({
      field: '--history',
      message: 'missing; expected a CSV file, or --curve for a queue without a past',
    });
  if (options.from === undefined)
    throw badInput({ field: '--from', message: 'missing; without a history nobody knows when the queue starts' });
  return { histories: new Map(), eventsOf: await eventsOfOptions(options) };
}

async function run(options: ForecastCommandOptions, context: CommandContext): Promise<ExitCode> {
  const { actualsSoFar } = options;
  if (actualsSoFar !== undefined) return runRestOfDay({ ...options, actualsSoFar }, context);
  if (options.by !== 'week' && options.horizon > MOST_DAYS)
    throw badInput({ field: '--horizon', message: `${options.horizon} days is above ${MOST_DAYS}; or give --by week` });
  await checkForecastFiles(options);
  const loaded = await loadPast(options, context);
  if (options.by === 'week') return runWeekly(options, loaded, context);
  const forecasts = await forecastAll(options, loaded, context);
  await writeUnusual(options, forecasts, context);
  await writeForecastFiles(options, forecasts);
  if (options.explain)
    for (const [queue, forecast] of forecasts) for (const line of explanationOf(queue, forecast)) context.note(line);
  const about = [...forecasts].map(([queue, { days: _days, ...rest }]) => ({ queue, ...rest }));
  return emitForecasts({ forecasts, about, options }, context);
}

export const forecastCommand = cliCommand<ForecastCommandOptions>({
  name: 'forecast',
  summary: 'contacts to expect, with bands, from a history file',
  example: 'forecast --history history.csv --interval 30m --horizon 4w --zone America/New_York --out forecast.csv',
  define: (command) => {
    defineHistoryOptions(command);
    defineUnusualOptions(command);
    defineForecastFileOptions(command);
    defineHorizonOptions(command);
    command
      .option('--horizon <duration>', 'how far ahead, in whole days', daysOption, 28)
      .option('--from <date>', 'first day to forecast; the day after the history when left out', dateOption)
      .addOption(
        new Option('--method <id>', 'method; auto chooses by backtest')
          .choices([AUTO, ...forecastingMethods.map(({ id }) => id)])
          .default(AUTO),
      )
      .option(
        '--actuals-so-far <file>',
        'the day of --at as far as it is known, in the form of --history: forecasts the rest of that day',
      )
      .option('--at <time>', 'up to when --actuals-so-far is known, such as 2026-11-04T12:00')
      .option('--explain', 'say which method was taken, by what backtest, and what looks odd in the history');
  },
  run,
});
