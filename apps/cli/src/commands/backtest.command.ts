import { AUTO, backtest, forecastingMethods, type BacktestRow } from '@yotei/forecast';
import { InvalidArgumentError } from 'commander';
import { cliCommand, type CommandContext } from '../frame/command.js';
import { ExitCode } from '../frame/exit-code.js';
import { listOption, numberOption } from '../frame/option-values.js';
import { csvLines, significant, type Cell } from '../io/csv-writer.js';
import { breathe, daysOption, defineHistoryOptions, loadHistory, type HistoryOptions } from './history-options.js';

interface BacktestCommandOptions extends HistoryOptions {
  readonly horizon: number;
  readonly origins?: number;
  readonly step?: number;
  readonly method?: readonly string[];
  readonly maxWape?: number;
}

const IDS = [...forecastingMethods.map(({ id }) => id), AUTO];
const DIGITS = 6;

const methodsOption = (text: string): readonly string[] => {
  const unknown = listOption(text).find((id) => !IDS.includes(id));
  if (unknown !== undefined)
    throw new InvalidArgumentError(`'${unknown}' is not a method; expected some of ${IDS.join(', ')}`);
  return listOption(text);
};

/** A row of measures under the names of the file format; fractions, not percent. */
function recordOf(queue: string, row: BacktestRow): Record<string, Cell> {
  const of = (value: number | undefined): Cell => (value === undefined ? null : significant(value, DIGITS));
  return {
    queue,
    method: row.methodId,
    origins: row.origins,
    target_days: row.targetDays,
    wape_by_interval: of(row.wapeByInterval),
    wape_by_day: of(row.wapeByDay),
    bias: of(row.bias),
    mase: of(row.mase),
    coverage_80: of(row.coverage80),
    coverage_90: of(row.coverage90),
    coverage_95: of(row.coverage95),
    pinball_10: of(row.pinball10),
    pinball_50: of(row.pinball50),
    pinball_90: of(row.pinball90),
    fits: row.fits,
    fit_seconds: of(row.fitSeconds),
  };
}

async function run(options: BacktestCommandOptions, context: CommandContext): Promise<ExitCode> {
  const { histories, eventsOf } = await loadHistory(options, context);
  const records: Record<string, Cell>[] = [];
  let done = 0;
  for (const [queue, history] of histories) {
    if (context.signal.aborted) break;
    const rows = backtest(history, {
      methodIds: options.method ?? IDS,
      horizonDays: options.horizon,
      origins: options.origins,
      stepDays: options.step,
      events: eventsOf(queue),
      seed: options.seed,
      clockSeconds: () => context.nowMillis() / 1000,
      onProgress: (fraction) =>
        context.progress.update({ fraction: (done + fraction) / histories.size, message: queue }),
    });
    done++;
    for (const row of rows) {
      if (row.fits === 0)
        context.note(
          `${options.history}: ${row.methodId} has no origin with enough history${queue === '' ? '' : ` in queue '${queue}'`}`,
        );
      records.push(recordOf(queue, row));
    }
    await breathe();
  }
  const header = Object.keys(records[0] ?? { queue: '', method: '' });
  await context.emit({
    document: () => ({ horizon_days: options.horizon, rows: records }),
    text: () =>
      csvLines(
        header,
        records.map((record) => header.map((column) => record[column])),
      ),
  });
  if (context.signal.aborted) return ExitCode.stopped;
  return missed(records, options) ? ExitCode.no : ExitCode.done;
}

/** Whether `auto`, or without it the best method, of any queue misses the bar. */
function missed(records: readonly Record<string, Cell>[], { maxWape }: BacktestCommandOptions): boolean {
  if (maxWape === undefined) return false;
  return [...new Set(records.map(({ queue }) => queue))].some((queue) => {
    const rows = records.filter((record) => record['queue'] === queue);
    const judged = rows.filter(({ method }) => method === AUTO);
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
    command
      .option('--horizon <duration>', 'how far ahead, in whole days', daysOption, 7)
      .option(
        '--origins <count>',
        'rolling origins; 8, and 20 for horizons under a week',
        numberOption({ min: 1, whole: true }),
      )
      .option('--step <duration>', 'distance of the origins; a week, and a day for horizons under a week', daysOption)
      .option('--method <ids>', 'methods, comma between; all and auto when left out', methodsOption)
      .option(
        '--max-wape <fraction>',
        'exit with 1 when the WAPE by interval of auto (else of the best method) is above this',
        numberOption({ min: 0 }),
      );
  },
  run,
});
