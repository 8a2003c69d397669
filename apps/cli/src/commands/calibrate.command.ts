import { InvalidArgumentError, Option } from 'commander';
import {
  ContactCalibration,
  DEFAULT_CALIBRATION,
  planningParameters,
  turnaroundOf,
  type CalibrationReport,
  type ContactRecord,
  type NotEnoughData,
  type TurnaroundReport,
} from '@yotei/scheduling/calibration';
import { formatLocal, type ZoneId } from '@yotei/time';
import { cliCommand, type CommandContext } from '../frame/command.js';
import { ExitCode } from '../frame/exit-code.js';
import {
  columnsOption,
  durationOption,
  listOption,
  positiveDurationOption,
  zoneOption,
} from '../frame/option-values.js';
import { badInput } from '../frame/problem-list.js';
import { readContacts, type ContactFileRows } from '../io/contact-file.js';
import { readOutcomeCodes, type OutcomeCodes } from '../io/contact-row.js';
import { significant } from '../io/csv-writer.js';
import { PARAMETERS_FORM } from '../io/parameters-file.js';
import type { Ambiguous } from '../io/quantities.js';
import { calibrationText, turnaroundText } from './calibration-text.js';

interface CalibrateOptions {
  readonly in: string;
  readonly perContact?: boolean;
  readonly zone: ZoneId;
  readonly interval: number;
  readonly columns?: Readonly<Record<string, string>>;
  readonly outcome?: OutcomeCodes;
  readonly queue?: readonly string[];
  readonly short: number;
  readonly longest: number;
  readonly atOnce: number;
  readonly ambiguous?: Ambiguous;
  readonly skipBadRows?: boolean;
  readonly dropRepeats?: boolean;
  readonly turnaround?: number;
  readonly out?: string;
}

const DIGITS = 6;
/** A centre that gets so much of its work at night is rare; a wrong zone is not. */
const SUSPICIOUS_NIGHT_FRACTION = 0.4;

const outcomeOption = (text: string): OutcomeCodes => {
  const read = readOutcomeCodes(text);
  if (read.kind === 'problem') throw new InvalidArgumentError(read.message);
  return read.value;
};

interface Calibrated {
  readonly all: CalibrationReport;
  /** Empty where the file has no queue column. */
  readonly byQueue: ReadonlyMap<string, CalibrationReport>;
  /** Null where it was not asked for. */
  readonly turnaround: TurnaroundReport | NotEnoughData | null;
  readonly rows: ContactFileRows;
}

async function calibrateFile(options: CalibrateOptions, context: CommandContext): Promise<Calibrated> {
  const settings = {
    zone: options.zone,
    intervalMinutes: options.interval / 60,
    shortSeconds: options.short,
    longestHandleSeconds: options.longest,
    atOnceWithinSeconds: options.atOnce,
  };
  const all = new ContactCalibration(settings);
  const byQueue = new Map<string, ContactCalibration>();
  const kept: ContactRecord[] = [];
  const rows = await readContacts(
    options.in,
    {
      ...options,
      outcomes: options.outcome,
      queues: options.queue && new Set(options.queue),
      onRows: (count) => context.progress.update({ fraction: null, message: `${count} rows` }),
    },
    (queue, contact) => {
      all.add(contact);
      if (options.turnaround !== undefined) kept.push(contact);
      let own = byQueue.get(queue);
      if (!own) {
        // Agents serve several queues, so that presence is a matter of all of them together.
        own = new ContactCalibration({ ...settings, presenceGapSeconds: [] });
        byQueue.set(queue, own);
      }
      own.add(contact);
    },
  );
  if (rows.usedCount === 0)
    throw badInput({
      file: options.in,
      message: `none of the ${rows.readCount} rows can be used: ${rows.badCount} have problems, ${rows.ignoredCount} are ignored by --outcome or --queue`,
    });
  const reports = [...byQueue]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([queue, own]) => [queue, own.report()] as const);
  const turnaround = options.turnaround === undefined ? null : turnaroundOf(kept, options.turnaround);
  return { all: all.report(), byQueue: new Map(rows.hasQueues ? reports : []), turnaround, rows };
}

/** Numbers with six significant digits; infinities (the open end of the last band) become null. */
function rounded(value: unknown): unknown {
  if (typeof value === 'number') return Number.isFinite(value) ? significant(value, DIGITS) : null;
  if (Array.isArray(value)) return value.map(rounded);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, rounded(part)]));
}

function entryOf(report: CalibrationReport, zone: ZoneId): object {
  const { firstAt, lastAt, ...contacts } = report.contacts;
  const local = (at: number | null): string | null => (at === null ? null : formatLocal(at, zone));
  const shown = { parameters: planningParameters(report), ...report, contacts };
  const { contacts: counts, ...parts } = rounded(shown) as typeof shown;
  return { ...parts, contacts: { first: local(firstAt), last: local(lastAt), ...counts } };
}

function documentOf({ all, byQueue, turnaround, rows }: Calibrated, options: CalibrateOptions): object {
  const { problems: _problems, hasQueues: _hasQueues, ...counts } = rows;
  return {
    form: PARAMETERS_FORM,
    zone: options.zone,
    rows: counts,
    all: entryOf(all, options.zone),
    ...(turnaround && { turnaround: rounded(turnaround) }),
    queues: [...byQueue].map(([queue, report]) => ({ queue, ...entryOf(report, options.zone) })),
  };
}

function reportLines(
  { all, byQueue, turnaround }: Calibrated,
  { in: file, zone }: CalibrateOptions,
): readonly string[] {
  const { firstAt, lastAt } = all.contacts;
  const from = `${file}, ${formatLocal(firstAt!, zone).slice(0, 10)} to ${formatLocal(lastAt!, zone).slice(0, 10)}, ${zone}`;
  const between = turnaround ? ['', ...turnaroundText(turnaround)] : [];
  if (byQueue.size < 2) return [...calibrationText(from, all), ...between];
  return [
    ...calibrationText(`${from}: all queues`, all),
    ...between,
    ...[...byQueue].flatMap(([queue, report]) => ['', ...calibrationText(`Queue ${queue || '(no name)'}`, report)]),
  ];
}

function remark({ all, rows }: Calibrated, options: CalibrateOptions, context: CommandContext): void {
  for (const line of rows.problems) context.note(`left out: ${line}`);
  if (rows.repeatCount > 0) {
    const what = options.dropRepeats ? 'left out' : 'counted; if the export doubled them, give --drop-repeats';
    context.note(`${options.in}: ${rows.repeatCount} rows are the same in every column as a row before; ${what}`);
  }
  if (all.contacts.nightFraction > SUSPICIOUS_NIGHT_FRACTION)
    context.note(
      `${options.in}: ${Math.round(all.contacts.nightFraction * 100)} % of the contacts arrive between 23:00 and 05:00 in ${options.zone}; is --zone the centre’s?`,
    );
}

async function run(options: CalibrateOptions, context: CommandContext): Promise<ExitCode> {
  if (!Number.isInteger(options.interval / 60) || 86_400 % options.interval !== 0 || options.interval === 0)
    throw badInput({
      field: '--interval',
      message: `${options.interval} seconds do not divide a day in whole minutes; expected for example 15m or 30m`,
    });
  const calibrated = await calibrateFile(options, context);
  remark(calibrated, options, context);
  const lines = reportLines(calibrated, options);
  const document = (): object => documentOf(calibrated, options);
  const toFile = options.out !== undefined;
  if (toFile && options.out !== '-') for (const line of lines) context.note(line);
  await context.emit({
    document,
    text: () => (toFile ? `${JSON.stringify(document(), null, 1)}\n` : lines.map((line) => `${line}\n`)),
  });
  return ExitCode.done;
}

export const calibrateCommand = cliCommand<CalibrateOptions>({
  name: 'calibrate',
  summary: 'handle time, patience, arrivals’ spread and agents at work, read from a log of contacts',
  example: 'calibrate --in calls.csv --per-contact --zone Europe/Dublin --out parameters.json',
  define: (command) => {
    command
      .requiredOption(
        '--in <file>',
        'CSV of one row a contact: arrived_at, and what there is of queue, outcome, wait_seconds, answered_at, abandoned_at, handle_seconds, ended_at, agent; - is standard input',
      )
      .option('--per-contact', 'the file has one row a contact (the only form there is)')
      .requiredOption(
        '--zone <id>',
        'IANA zone of the centre: its days, its hours, and times without an offset',
        zoneOption,
      )
      .option('--interval <duration>', 'length of the intervals whose arrivals are compared', durationOption, 1800)
      .option('--columns <map>', 'names in the file, such as arrived_at=start,handle_seconds=talk', columnsOption)
      .option(
        '--outcome <map>',
        'codes of the outcome column, such as answered=AGENT|TRANSFER,abandoned=HANG,ignored=TEST',
        outcomeOption,
      )
      .option('--queue <names>', 'only these queues, such as sales,care', listOption)
      .option(
        '--short <duration>',
        'shorter handle times are short services',
        durationOption,
        DEFAULT_CALIBRATION.shortSeconds,
      )
      .option(
        '--longest <duration>',
        'longer handle times are left out and counted',
        durationOption,
        DEFAULT_CALIBRATION.longestHandleSeconds,
      )
      .option(
        '--at-once <duration>',
        'leaving within it is leaving at once',
        durationOption,
        DEFAULT_CALIBRATION.atOnceWithinSeconds,
      )
      .addOption(
        new Option('--ambiguous <which>', 'which of two times when the clock goes back').choices(['earlier', 'later']),
      )
      .option('--skip-bad-rows', 'leave out rows with problems and say which, instead of refusing the file')
      .option(
        '--turnaround <longest>',
        'time from an agent’s contact to the next while others wait, up to so long: work the handle times lack. Holds the log in memory',
        positiveDurationOption,
      )
      .option('--drop-repeats', 'leave out rows that are the same in every column as one shortly before');
  },
  run,
});
