import { InvalidArgumentError, Option, type Command } from 'commander';
import { isLocalDate, type LocalDate, type ZoneId } from '@yotei/time';
import type { QueueHistory } from '@yotei/forecast';
import type { CommandContext } from '../frame/command.js';
import { columnsOption, countOption, durationOption, zoneOption } from '../frame/option-values.js';
import { badInput } from '../frame/problem-list.js';
import { holidayEvents } from './holiday-events.js';
import { readEvents, type EventOfQueue } from '../io/events-file.js';
import { readHistories } from '../io/history/history-file.js';
import { readOpeningHours } from '../io/opening-file.js';
import { readDuration, type Ambiguous } from '../io/quantities.js';

/** The options `forecast` and `backtest` share. */
export interface HistoryOptions {
  readonly history: string;
  readonly interval: number;
  readonly zone: ZoneId;
  readonly columns?: Readonly<Record<string, string>>;
  readonly perContact?: boolean;
  readonly ambiguous?: Ambiguous;
  readonly skipBadRows?: boolean;
  readonly absentRows: 'missing' | 'zero';
  readonly events?: string;
  readonly holidays?: string;
  readonly opening?: string;
  readonly seed: number;
}

const SECONDS_A_DAY = 86_400;

/** A duration in whole days, for commander. */
export const daysOption = (text: string): number => {
  const read = readDuration(text);
  if (read.kind === 'problem') throw new InvalidArgumentError(read.message);
  const days = read.value / SECONDS_A_DAY;
  if (!Number.isInteger(days) || days < 1)
    throw new InvalidArgumentError(`'${text}' is not a number of whole days; expected for example 7d or 4w`);
  return days;
};

/** A calendar date, for commander. */
export const dateOption = (text: string): LocalDate => {
  if (!isLocalDate(text)) throw new InvalidArgumentError(`'${text}' is not a date; expected for example 2026-11-04`);
  return text;
};

export function defineHistoryOptions(command: Command): void {
  command
    .requiredOption(
      '--history <file>',
      'CSV with start, contacts and optional queue, handle_seconds (mean a contact) or total_handle_seconds; - is standard input',
    )
    .option(
      '--per-contact',
      'the file has one row a contact: arrived_at and optional queue, handle_seconds, answered_at, abandoned_at',
    )
    .option(
      '--interval <duration>',
      'length of the intervals to forecast, such as 15m, 1h or 1d; shorter ones in the file are summed',
      durationOption,
      1800,
    )
    .requiredOption(
      '--zone <id>',
      'IANA zone of the centre: its days, its opening hours, and times without an offset',
      zoneOption,
    )
    .option(
      '--columns <map>',
      'names in the file, such as start=local_time,contacts=calls; start=date+time joins two columns',
      columnsOption,
    )
    .addOption(
      new Option('--ambiguous <which>', 'which of two times when the clock goes back').choices(['earlier', 'later']),
    )
    .option('--skip-bad-rows', 'leave out rows with problems and say which, instead of refusing the file')
    .addOption(
      new Option('--absent-rows <meaning>', 'what an interval without a row is, inside the hours of a day with rows')
        .choices(['missing', 'zero'])
        .default('missing'),
    )
    .option(
      '--events <file>',
      'CSV with from, until, kind (holiday, closed, campaign, outage, other) and optional title, queue, effect (learned, -0.38), half_life_days',
    )
    .option('--holidays <place>', 'public holidays of a country, and state where they differ, such as JP or DE-BY')
    .option('--opening <file>', 'CSV with weekday, opens, closes and optional queue; without it hours are learned')
    .option('--seed <number>', 'seed of the methods that draw', countOption, 1);
}

/** What the files of the options hold, ready for the library. */
export interface LoadedHistory {
  readonly histories: ReadonlyMap<string, QueueHistory>;
  eventsOf(queue: string): readonly EventOfQueue[];
}

/** Reads the files of the options; `beforeOn` keeps rows from that day on away from whatever is learned of the file. */
export async function loadHistory(
  options: HistoryOptions,
  context: CommandContext,
  beforeOn?: LocalDate,
): Promise<LoadedHistory> {
  const stepMinutes = options.interval / 60;
  if (!Number.isInteger(stepMinutes) || stepMinutes < 1 || 1440 % stepMinutes !== 0)
    throw badInput({
      field: '--interval',
      message: `${options.interval} seconds do not divide a day in whole minutes; expected for example 15m or 30m`,
    });
  const eventsOf = await eventsOfOptions(options);
  const opening = options.opening === undefined ? undefined : await readOpeningHours(options.opening);
  const histories = await readHistories(options.history, {
    ...options,
    opening,
    stepMinutes,
    absentIsZero: options.absentRows === 'zero',
    beforeOn,
    note: context.note,
    onRows: (count) => context.progress.update({ fraction: null, message: `${count} rows read` }),
  });
  const holidays = await holidayEvents(options.holidays, histories);
  return { histories, eventsOf: (queue) => [...eventsOf(queue), ...holidays] };
}

/** The events of `--events`, by queue. */
export async function eventsOfOptions(options: Pick<HistoryOptions, 'events'>): Promise<LoadedHistory['eventsOf']> {
  const events = options.events === undefined ? [] : await readEvents(options.events);
  return (queue) => events.filter((event) => event.queue === undefined || event.queue === queue);
}

/** Lets Ctrl-C and the progress line through between two queues. */
export const breathe = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
