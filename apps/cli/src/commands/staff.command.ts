import { unplannedShrinkage } from '@yotei/scheduling/staffing';
import { cliCommand, type CommandContext } from '../frame/command.js';
import { ExitCode } from '../frame/exit-code.js';
import {
  columnsOption,
  countOption,
  durationOption,
  numberOption,
  positiveDurationOption,
} from '../frame/option-values.js';
import { badInput, ProblemList } from '../frame/problem-list.js';
import { readTable, type CsvRow } from '../io/csv-reader.js';
import { recordLines, withNumbers, type Cell } from '../io/csv-writer.js';
import type { NumberRange } from '../io/quantities.js';
import { RowReader } from '../io/row-reader.js';
import { defineParametersOption, optionsByQueue, type CalibratedOptions } from './calibrated-options.js';
import { staffExplanation } from './staff-explanation.js';
import { staffFormula } from './staff-formula.js';
import {
  cellsOf,
  MODEL_COLUMN_NAMES,
  outcomeOf,
  OUTPUT_COLUMNS,
  remarkOn,
  type StaffOutcome,
  type StaffTask,
} from './staff-outcome.js';
import {
  STAFFING_COLUMNS,
  defineStaffingOptions,
  loadOptionsOf,
  missingField,
  modelIdOf,
  serviceGoalOf,
  staffingFieldsOf,
  type StaffingFields,
} from './staffing-options.js';

interface StaffOptions extends StaffingFields, CalibratedOptions {
  readonly contacts?: number;
  readonly interval?: number;
  readonly handleTime?: number;
  readonly agents?: number;
  readonly in?: string;
  readonly columns?: Readonly<Record<string, string>>;
  readonly skipBadRows?: boolean;
  readonly exact?: boolean;
  readonly what?: string;
  readonly explain?: boolean;
}

/** Passed through as they stand in the file; numbers in the JSON document. */
const NUMBER_COLUMNS = [
  'contacts',
  'interval_seconds',
  'handle_seconds',
  ...STAFFING_COLUMNS.filter((column) => column !== 'model' && column !== 'service_level_variant'),
] as const;
/** Columns by the names that the library's messages start with. */
const COLUMN_OF: Readonly<Record<string, string>> = {
  contacts: 'contacts',
  load: 'handle_seconds',
  intervalSeconds: 'interval_seconds',
  averageHandleSeconds: 'handle_seconds',
  patienceSeconds: 'patience_seconds',
  concurrency: 'concurrency',
  slowdownFraction: 'slowdown',
  lines: 'lines',
  redialFraction: 'redial',
  shrinkageFraction: 'shrinkage',
  agents: 'agents',
};
const DEFAULT_DIGITS = 6;
const EXACT_DIGITS = 15;

function taskOfOptions(options: StaffOptions): StaffTask {
  const { contacts, interval, handleTime, agents } = options;
  const problems = new ProblemList();
  const missing = { '--contacts': contacts, '--interval': interval, '--handle-time': handleTime };
  for (const [field, value] of Object.entries(missing))
    if (value === undefined) problems.add({ field, message: 'missing; or give a file with --in' });
  const lack = missingField(options);
  if (lack && !(agents !== undefined && lack.field === 'goal')) problems.add(lack);
  problems.throwIfAny();
  const load = {
    contacts: contacts!,
    intervalSeconds: interval!,
    averageHandleSeconds: handleTime!,
    ...loadOptionsOf(options),
  };
  return { load, fields: options, agents };
}

const GOAL_COLUMNS = ['service_level', 'asa_seconds', 'max_occupancy', 'max_abandonment', 'max_blocking'];
const columnsBehind = (field: string): readonly string[] => (field === 'goal' ? GOAL_COLUMNS : [field]);

function taskOfRow(row: RowReader, options: StaffOptions, problems: ProblemList): StaffTask | null {
  const before = problems.count;
  const need = (column: string, fallback: number | undefined, range: NumberRange): number | undefined => {
    const value = row.number(column, range) ?? fallback;
    if (value === undefined && row.text(column) === undefined)
      row.report(column, 'missing value; expected a number, or give the option');
    return value;
  };
  const contacts = need('contacts', options.contacts, { min: 0 });
  const intervalSeconds = need('interval_seconds', options.interval, { above: 0 });
  const averageHandleSeconds = need('handle_seconds', options.handleTime, { min: 0 });
  const agents = row.number('agents', { min: 0, whole: true }) ?? options.agents;
  const fields = staffingFieldsOf(row, options);
  const lack = missingField(fields);
  // A cell that could not be read is not also missing.
  const wrong = problems.count > before && lack && columnsBehind(lack.field).some((column) => row.text(column));
  if (lack && !wrong && !(agents !== undefined && lack.field === 'goal')) row.report(lack.field, lack.message);
  if (problems.count > before) return null;
  const load = {
    contacts: contacts!,
    intervalSeconds: intervalSeconds!,
    averageHandleSeconds: averageHandleSeconds!,
    ...loadOptionsOf(fields),
  };
  return { load, fields, agents };
}

/** Everything wrong is found in one pass; without `--skip-bad-rows` a file is used whole or not at all. */
async function staffFile(path: string, options: StaffOptions, context: CommandContext): Promise<ExitCode> {
  const problems = new ProblemList();
  const table = await readTable(path, { required: [], columns: options.columns, problems });
  problems.throwIfAny();
  const optionsOf = await optionsByQueue(options);
  const staffed: { readonly row: CsvRow; readonly outcome: StaffOutcome }[] = [];
  const remarks = new ProblemList();
  for await (const row of table.rows) {
    const reader = new RowReader(row, table.file, problems);
    const task = taskOfRow(reader, optionsOf(reader.text('queue') ?? ''), problems);
    const outcome = task && reader.orReport(() => outcomeOf(task), COLUMN_OF);
    const remark = task && remarkOn(task);
    if (remark) remarks.add({ file: table.file, line: row.line, field: 'answer_within_seconds', message: remark });
    if (outcome) staffed.push({ row, outcome });
  }
  if (!options.skipBadRows) problems.throwIfAny();
  for (const line of [...problems.lines(), ...remarks.lines()]) context.note(line);
  const digits = options.exact ? EXACT_DIGITS : DEFAULT_DIGITS;
  const records = staffed.map(
    ({ row, outcome }) => ({ ...row.cells, ...cellsOf(outcome, digits) }) as Record<string, Cell>,
  );
  const added = [
    ...OUTPUT_COLUMNS,
    ...MODEL_COLUMN_NAMES.filter((column) => records.some((record) => record[column] !== undefined)),
  ];
  const header = [...table.header, ...added.filter((column) => !table.header.includes(column))];
  await context.emit({
    document: () => ({ rows: records.map((record) => withNumbers(record, NUMBER_COLUMNS)) }),
    text: () => recordLines(header, records),
  });
  return ExitCode.done;
}

async function staffOne(options: StaffOptions, context: CommandContext): Promise<ExitCode> {
  const task = taskOfOptions((await optionsByQueue(options))(''));
  const outcome = outcomeOf(task);
  const remark = remarkOn(task);
  if (remark) context.note(`--answer-within: ${remark}`);
  const cells = { model: outcome.modelId, ...cellsOf(outcome, options.exact ? EXACT_DIGITS : DEFAULT_DIGITS) };
  const shown = Object.entries(cells).filter(([, cell]) => cell !== '' && cell !== null);
  await context.emit({
    document: () => cells,
    text: () => shown.map(([name, cell]) => `${name.padEnd(24)}${String(cell)}\n`).join(''),
  });
  return outcome.note === '' ? ExitCode.done : ExitCode.no;
}

/** Why so many agents: of one load, to be solved. */
async function explainOne(options: StaffOptions, context: CommandContext): Promise<ExitCode> {
  if (options.in !== undefined) throw badInput({ field: '--explain', message: 'explains one load; leave --in out' });
  const { load, fields, agents } = taskOfOptions((await optionsByQueue(options))(''));
  const { shrinkage = 0 } = fields;
  const plan = { ...loadOptionsOf(fields), modelId: modelIdOf(fields), goal: serviceGoalOf(fields) };
  if (missingField(fields)?.field === 'goal')
    throw badInput({ field: '--explain', message: 'needs a goal; give for example --goal 80/20' });
  const { contacts, intervalSeconds, averageHandleSeconds } = load;
  return staffExplanation(
    {
      plan: { ...plan, shrinkage: unplannedShrinkage(shrinkage) },
      contacts,
      intervalSeconds,
      averageHandleSeconds,
      scheduledAgents: agents,
    },
    context,
  );
}

export const staffCommand = cliCommand<StaffOptions>({
  name: 'staff',
  summary: 'least agents for a goal, or what so many agents give; one load or a file of loads',
  example: 'staff --contacts 100 --interval 30m --handle-time 180s --goal 80/20',
  define: (command) => {
    command
      .option('--contacts <number>', 'contacts offered in the interval', numberOption({ min: 0 }))
      .option('--interval <duration>', 'length of the interval', positiveDurationOption)
      .option('--handle-time <duration>', 'mean handle time', durationOption)
      .option('--agents <count>', 'evaluate so many agents', countOption)
      .option('--in <file>', 'CSV of loads; - is standard input')
      .option('--columns <map>', 'names in the file, such as contacts=calls', columnsOption)
      .option('--skip-bad-rows', 'leave out rows that cannot be read, and say which')
      .option(
        '--what <formula>',
        'evaluate a formula, such as "agents(100 per 30 min, 180 s, 80 %, 20 s)"; help lists them',
      )
      .option(
        '--explain',
        'why so many: formulas, one agent more or fewer, and a sentence; --agents are those scheduled',
      )
      .option('--exact', '15 significant digits');
    defineParametersOption(command);
    defineStaffingOptions(command);
  },
  run: (options, context) => {
    if (options.what !== undefined)
      return staffFormula(options.what, options.exact ? EXACT_DIGITS : DEFAULT_DIGITS, context);
    if (options.explain) return explainOne(options, context);
    if (options.in !== undefined) return staffFile(options.in, options, context);
    if (options.skipBadRows) throw badInput({ field: '--skip-bad-rows', message: 'needs a file; give --in' });
    return staffOne(options, context);
  },
});
