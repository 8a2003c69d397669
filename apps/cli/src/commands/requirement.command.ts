import { Option } from 'commander';
import { agentsToRoster, requiredAgents, type LoadStart } from '@yotei/scheduling/staffing';
import { cliCommand, type CommandContext } from '../frame/command.js';
import { ExitCode } from '../frame/exit-code.js';
import { columnsOption, durationOption, numberOption, zoneOption } from '../frame/option-values.js';
import { ProblemList } from '../frame/problem-list.js';
import { readTable } from '../io/csv-reader.js';
import { csvLines, significant, withNumbers, type Cell } from '../io/csv-writer.js';
import type { Ambiguous } from '../io/quantities.js';
import { RowReader } from '../io/row-reader.js';
import { forecastIntervalOf, withContactsInHand, type ForecastInterval } from './forecast-interval.js';
import {
  defineStaffingOptions,
  loadOptionsOf,
  missingField,
  modelIdOf,
  serviceGoalOf,
  staffingFieldsOf,
  type StaffingFields,
} from './staffing-options.js';

interface RequirementOptions extends StaffingFields {
  readonly forecast: string;
  readonly goals?: string;
  readonly handleTime?: number;
  readonly risk?: number;
  readonly loadModel?: 'interval' | 'modified-offered-load';
  readonly loadStart?: LoadStart;
  readonly columns?: Readonly<Record<string, string>>;
  readonly zone?: string;
  readonly ambiguous?: Ambiguous;
  readonly skipBadRows?: boolean;
}

const OUTPUT_COLUMNS = [
  'queue',
  'start',
  'end',
  'contacts',
  'handle_seconds',
  'required_agents',
  'agents_to_roster',
  'service_level',
  'occupancy',
  'note',
] as const;
/** Passed through as they stand in the file; numbers in the JSON document. */
const NUMBER_COLUMNS = ['contacts', 'contacts_p05', 'contacts_p10', 'contacts_p90', 'contacts_p95'] as const;
const DIGITS = 6;

/** The goals by queue. Without a file one entry, for every queue. */
async function goalsByQueue(
  options: RequirementOptions,
  problems: ProblemList,
): Promise<(queue: string) => StaffingFields | undefined> {
  if (options.goals === undefined) {
    const lack = missingField(options);
    if (lack) problems.add({ ...lack, message: `${lack.message}; or give --goals` });
    return () => options;
  }
  const table = await readTable(options.goals, { required: ['queue'], problems });
  const goals = new Map<string, StaffingFields>();
  for await (const row of table.rows) {
    const reader = new RowReader(row, table.file, problems);
    const queue = reader.text('queue') ?? '';
    if (goals.has(queue)) reader.report('queue', `'${queue}' stands there twice; keep one row a queue`);
    const fields = staffingFieldsOf(reader, options);
    const lack = missingField(fields);
    if (lack) reader.report(lack.field, lack.message);
    goals.set(queue, fields);
  }
  return (queue) => goals.get(queue);
}

function recordOf(interval: ForecastInterval, fields: StaffingFields): Record<string, Cell> {
  const load = {
    contacts: interval.contacts,
    intervalSeconds: interval.intervalSeconds,
    averageHandleSeconds: interval.handleSeconds,
    ...loadOptionsOf(fields),
  };
  const answer = requiredAgents(modelIdOf(fields), load, serviceGoalOf(fields));
  const staffed = answer.kind === 'staffed' ? answer : null;
  return {
    ...interval.row.cells,
    queue: interval.queue,
    start: interval.startText,
    end: interval.endText,
    handle_seconds: interval.handleSeconds,
    required_agents: staffed?.agents ?? null,
    agents_to_roster: staffed ? agentsToRoster(staffed.agents, fields.shrinkage ?? 0) : null,
    service_level: staffed ? significant(staffed.performance.serviceLevelFraction, DIGITS) : null,
    occupancy: staffed ? significant(staffed.performance.occupancyFraction, DIGITS) : null,
    note: staffed ? '' : answer.kind,
  };
}

interface ReadInterval {
  readonly reader: RowReader;
  readonly interval: ForecastInterval;
  readonly fields: StaffingFields;
}

/** One record a row, in the file's order; what a model refuses goes to the row's problems. */
function recordsOf(read: readonly ReadInterval[], options: RequirementOptions): readonly Record<string, Cell>[] {
  let staffed = new Map(read.map(({ interval }) => [interval, interval]));
  if (options.loadModel === 'modified-offered-load') {
    const queues = new Set(read.map(({ interval }) => interval.queue));
    const pairs = [...queues].flatMap((queue) => {
      const own = read.map(({ interval }) => interval).filter((interval) => interval.queue === queue);
      return withContactsInHand(own, options.loadStart ?? 'empty').map(
        (carried, index) => [own[index]!, carried] as const,
      );
    });
    staffed = new Map(pairs);
  }
  return read.flatMap(({ reader, interval, fields }) => {
    const record = reader.orReport(() => recordOf(staffed.get(interval)!, fields));
    return record ? [record] : [];
  });
}

async function run(options: RequirementOptions, context: CommandContext): Promise<ExitCode> {
  const problems = new ProblemList();
  const goalOf = await goalsByQueue(options, problems);
  const table = await readTable(options.forecast, {
    required: ['start', 'end', 'contacts'],
    columns: options.columns,
    problems,
  });
  problems.throwIfAny();
  const read: ReadInterval[] = [];
  const withoutGoal = new Set<string>();
  for await (const row of table.rows) {
    const reader = new RowReader(row, table.file, problems);
    const interval = forecastIntervalOf(reader, options, row);
    if (!interval) continue;
    const fields = goalOf(interval.queue);
    if (fields) read.push({ reader, interval, fields });
    else if (!withoutGoal.has(interval.queue)) {
      withoutGoal.add(interval.queue);
      reader.report('queue', `'${interval.queue}' has no row in ${options.goals}`);
    }
  }
  if (!options.skipBadRows) problems.throwIfAny();
  const records = recordsOf(read, options);
  if (!options.skipBadRows) problems.throwIfAny();
  for (const line of problems.lines()) context.note(`left out: ${line}`);
  const passed = table.header.filter((column) => !(OUTPUT_COLUMNS as readonly string[]).includes(column));
  const header = [...OUTPUT_COLUMNS, ...passed];
  await context.emit({
    document: () => ({ rows: records.map((record) => withNumbers(record, NUMBER_COLUMNS)) }),
    text: () =>
      csvLines(
        header,
        records.map((record) => header.map((column) => record[column])),
      ),
  });
  return ExitCode.done;
}

export const requirementCommand = cliCommand<RequirementOptions>({
  name: 'requirement',
  summary: 'agents required and to roster for each interval of a forecast',
  example: 'requirement --forecast forecast.csv --goal 80/20 --handle-time 180s --out requirement.csv',
  define: (command) => {
    command
      .requiredOption(
        '--forecast <file>',
        'CSV with start, end, contacts and optional queue, handle_seconds; - is standard input',
      )
      .option('--goals <file>', 'CSV with queue and goal columns, one row a queue; without it the options hold for all')
      .option('--handle-time <duration>', 'mean handle time where the file has none', durationOption)
      .option(
        '--risk <fraction>',
        'meet the goal with this probability over the forecast’s uncertainty',
        numberOption({ min: 0.05, max: 0.95 }),
      )
      .addOption(
        new Option(
          '--load-model <name>',
          'whether contacts still in hand from earlier intervals count (long handle times)',
        ).choices(['interval', 'modified-offered-load']),
      )
      .addOption(
        new Option('--load-start <state>', 'contacts in hand before the first interval').choices(['empty', 'running']),
      )
      .option('--columns <map>', 'names in the file, such as contacts=calls', columnsOption)
      .option('--skip-bad-rows', 'leave out rows of the forecast with problems and say which')
      .option('--zone <id>', 'zone of times without an offset', zoneOption)
      .addOption(
        new Option('--ambiguous <which>', 'which of two times when the clock goes back').choices(['earlier', 'later']),
      );
    defineStaffingOptions(command);
  },
  run,
});
