import type { LocalDate } from '@yotei/time';
import { backtestHandleTime, type HandleBacktestRow } from '@yotei/forecast';
import type { CommandContext } from '../frame/command.js';
import { significant, type Cell } from '../io/csv-writer.js';
import type { HistoryOptions, LoadedHistory } from './history-options.js';

/** The row that holds the forecast of handle time, beside `plain-mean`. */
export const HANDLE_TIME: HandleBacktestRow['methodId'] = 'handle-time';

export interface HandleTimeOptions extends HistoryOptions {
  readonly horizon: number;
  readonly origins?: number;
  readonly step?: number;
  readonly from?: LocalDate;
  readonly until?: LocalDate;
}

const DIGITS = 6;

const MEASURES: readonly (readonly [column: string, of: (row: HandleBacktestRow) => number])[] = [
  ['origins', (row) => row.origins],
  ['target_days', (row) => row.targetDays],
  ['contacts', (row) => row.contacts],
  ['wape_by_interval', (row) => row.wapeByInterval],
  ['wape_by_day', (row) => row.wapeByDay],
  ['bias', (row) => row.bias],
  ['coverage_80', (row) => row.coverage80],
  ['coverage_90', (row) => row.coverage90],
  ['coverage_95', (row) => row.coverage95],
];

export const HANDLE_TIME_HEADER = ['queue', 'method', ...MEASURES.map(([column]) => column)];

/** How well the handle time of a queue would have been forecast; no row where the history has none. */
export function handleTimeRecords(
  queue: string,
  { loaded, options }: { loaded: LoadedHistory; options: HandleTimeOptions },
  context: CommandContext,
): Record<string, Cell>[] {
  const rows = backtestHandleTime(loaded.histories.get(queue)!, {
    horizonDays: options.horizon,
    origins: options.origins,
    stepDays: options.step,
    fromOn: options.from,
    untilOn: options.until,
    events: loaded.eventsOf(queue),
  });
  const where = queue === '' ? 'the queue' : `queue '${queue}'`;
  if (rows.length === 0) context.note(`${options.history}: ${where} has no handle times`);
  return rows.map((row) => {
    const cells = MEASURES.map(([column, of]): [string, Cell] => {
      const value = of(row);
      return [column, Number.isFinite(value) ? significant(value, DIGITS) : null];
    });
    return { queue, method: row.methodId, ...Object.fromEntries(cells) };
  });
}
