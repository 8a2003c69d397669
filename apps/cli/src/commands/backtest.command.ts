import type { LocalDate } from '@yotei/time';
import { AUTO, backtestSteps, forecastingMethods, type BacktestRow } from '@yotei/forecast';
import { InvalidArgumentError, Option } from 'commander';
import { cliCommand, type CommandContext } from '../frame/command.js';
import { ExitCode } from '../frame/exit-code.js';
import { listOption, numberOption } from '../frame/option-values.js';
import { badInput } from '../frame/problem-list.js';
import { recordLines, significant, type Cell } from '../io/csv-writer.js';
import { loadPasts, type BacktestPast, type BacktestPastOptions } from './backtest-past.js';
import { HANDLE_TIME, HANDLE_TIME_HEADER, handleTimeRecords } from './backtest-handle-time.js';
import { breathe, dateOption, daysOption, defineHistoryOptions, type HistoryOptions } from './history-options.js';
import { lineageOption } from './horizons/horizon-options.js';
import { defineDecisionsOption } from './unusual-history.js';

interface BacktestCommandOptions extends HistoryOptions, BacktestPastOptions {
  readonly horizon: number;
  readonly origins?: number;
  readonly step?: number;
  readonly from?: LocalDate;
  readonly until?: LocalDate;
  readonly method?: readonly string[];
  readonly maxWape?: number;
  readonly measure: 'contacts' | 'handle-time';
}

const IDS = [...forecastingMethods.map(({ id }) => id), AUTO];
const DIGITS = 6;
const TOO_LITTLE =
  'too little history to backtest: no origin has four weeks before it and its horizon after it; give a longer history or a shorter --horizon';
/** How long Ctrl-C may have to wait for its turn. */
const BREATHE_EVERY_MILLIS = 100;

const methodsOption = (text: string): readonly string[] => {
  const unknown = listOption(text).find((id) => !IDS.includes(id));
  if (unknown !== undefined)
    throw new InvalidArgumentError(`'${unknown}' is not a method; expected some of ${IDS.join(', ')}`);
  return listOption(text);
};

/** Measures under the names of the file format, in its order; fractions, not percent. */
const MEASURES: readonly (readonly [column: string, of: (row: BacktestRow) => number | undefined])[] = [
  ['origins', (row) => row.origins],
  ['target_days', (row) => row.targetDays],
  ['wape_by_interval', (row) => row.wapeByInterval],
  ['wape_by_day', (row) => row.wapeByDay],
  ['bias', (row) => row.bias],
  ['mase', (row) => row.mase],
  ['coverage_80', (row) => row.coverage80],
  ['coverage_90', (row) => row.coverage90],
  ['coverage_95', (row) => row.coverage95],
  ['pinball_10', (row) => row.pinball10],
  ['pinball_50', (row) => row.pinball50],
  ['pinball_90', (row) => row.pinball90],
  ['fits', (row) => row.fits],
  ['fit_seconds', (row) => row.fitSeconds],
  ['ratio_to_mean_of_4', (row) => row.ratioToMeanOfFour],
  ['coverage_80_by_day', (row) => row.coverage80ByDay],
  ['coverage_90_by_day', (row) => row.coverage90ByDay],
  ['coverage_95_by_day', (row) => row.coverage95ByDay],
  ['target_weeks', (row) => row.targetWeeks],
  ['coverage_80_by_week', (row) => row.coverage80ByWeek],
  ['coverage_90_by_week', (row) => row.coverage90ByWeek],
  ['coverage_95_by_week', (row) => row.coverage95ByWeek],
];
const HEADER = ['queue', 'method', ...MEASURES.map(([column]) => column)];

/** A row of the file; measures that nothing was compared for are empty. */
function recordOf(queue: string, row: BacktestRow): Record<string, Cell> {
  const cells = MEASURES.map(([column, of]): [string, Cell] => {
    const value = of(row);
    return [column, value === undefined || !Number.isFinite(value) ? null : significant(value, DIGITS)];
  });
  return { queue, method: row.methodId, ...Object.fromEntries(cells) };
}

/** The rows of one queue; Ctrl-C between two origins ends it with the rows finished so far. */
async function rowsOf(
  { queue, loaded, options }: { queue: string; loaded: BacktestPast; options: BacktestCommandOptions },
  context: CommandContext,
): Promise<BacktestRow[]> {
  const steps = backtestSteps(loaded.histories.get(queue)!, {
    methodIds: options.method ?? IDS,
    horizonDays: options.horizon,
    origins: options.origins,
    stepDays: options.step,
    fromOn: options.from,
    untilOn: options.until,
    events: loaded.eventsOf(queue),
    decisions: loaded.decisionsOf(queue),
    seed: options.seed,
    clockSeconds: () => context.nowMillis() / 1000,
    isCancelled: () => context.signal.aborted,
  });
  const index = [...loaded.histories.keys()].indexOf(queue);
  let breathedAt = context.nowMillis();
  let step = steps.next();
  for (; !step.done; step = steps.next()) {
    context.progress.update({ fraction: (index + step.value) / loaded.histories.size, message: queue });
    if (context.nowMillis() - breathedAt < BREATHE_EVERY_MILLIS) continue;
    await breathe();
    breathedAt = context.nowMillis();
  }
  return step.value;
}

async function contactRecords(
  queue: string,
  { loaded, options }: { loaded: BacktestPast; options: BacktestCommandOptions },
  context: CommandContext,
): Promise<Record<string, Cell>[]> {
  const rows = await rowsOf({ queue, loaded, options }, context);
  for (const { fits, methodId } of rows) {
    if (fits > 0) continue;
    const where = queue === '' ? '' : ` in queue '${queue}'`;
    context.note(`${options.history}: ${methodId} has no origin with enough history${where}`);
  }
  return rows.map((row) => recordOf(queue, row));
}

async function run(options: BacktestCommandOptions, context: CommandContext): Promise<ExitCode> {
  const loaded = await loadPasts(options, context);
  const ofHandleTime = options.measure === 'handle-time';
  const records: Record<string, Cell>[] = [];
  for (const queue of loaded.histories.keys()) {
    if (context.signal.aborted) break;
    records.push(
      ...(ofHandleTime
        ? handleTimeRecords(queue, { loaded, options }, context)
        : await contactRecords(queue, { loaded, options }, context)),
    );
    await breathe();
  }
  if (!context.signal.aborted && records.every(({ origins }) => origins === 0))
    throw badInput({ file: options.history, message: TOO_LITTLE });
  await context.emit({
    document: () => ({ measure: options.measure, horizon_days: options.horizon, rows: records }),
    text: () => recordLines(ofHandleTime ? HANDLE_TIME_HEADER : HEADER, records),
  });
  if (context.signal.aborted) return ExitCode.stopped;
  return missed(records, options) ? ExitCode.no : ExitCode.done;
}

/** Whether `auto`, or without it the best method, of any queue misses the bar; for handle time the forecast, not the plain mean. */
function missed(records: readonly Record<string, Cell>[], { maxWape }: BacktestCommandOptions): boolean {
  if (maxWape === undefined) return false;
  return [...new Set(records.map(({ queue }) => queue))].some((queue) => {
    const rows = records.filter((record) => record['queue'] === queue);
    const judged = rows.filter(({ method }) => method === AUTO || method === HANDLE_TIME);
    const wapes = (judged.length > 0 ? judged : rows).map((row) => Number(row['wape_by_interval'] ?? Number.NaN));
    return !wapes.some((wape) => wape <= maxWape);
  });
}

export const backtestCommand = cliCommand<BacktestCommandOptions>({
  name: 'backtest',
  summary: 'how well each method would have forecast the history’s own past',
  example: 'backtest --history history.csv --interval 30m --zone America/New_York --horizon 7d --origins 8 --json',
  define: (command) => {
    defineHistoryOptions(command);
    defineDecisionsOption(command);
    command
      .addOption(lineageOption())
      .option('--horizon <duration>', 'how far ahead, in whole days', daysOption, 7)
      .option(
        '--origins <count>',
        'rolling origins; 8, and 20 for horizons under a week',
        numberOption({ min: 1, whole: true }),
      )
      .option('--step <duration>', 'distance of the origins; a week, and a day for horizons under a week', daysOption)
      .option('--from <date>', 'no origin before this day; without --origins every one from it on', dateOption)
      .option('--until <date>', 'no target after this day; the end of the history when left out', dateOption)
      .option('--method <ids>', 'methods, comma between; all and auto when left out', methodsOption)
      .addOption(
        new Option('--measure <what>', 'what is forecast: contacts, or their mean handle time beside the plain mean')
          .choices(['contacts', 'handle-time'])
          .default('contacts'),
      )
      .option(
        '--max-wape <fraction>',
        'exit with 1 when the WAPE by interval of auto (else of the best method) is above this',
        numberOption({ min: 0 }),
      );
  },
  run,
});
