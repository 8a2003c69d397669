import {
  agentsToRoster,
  performanceOf,
  requiredAgents,
  staffingModel,
  type StaffingLoad,
  type StaffingPerformance,
} from '@yotei/scheduling/staffing';
import { cliCommand, type CommandContext } from '../frame/command.js';
import { ExitCode } from '../frame/exit-code.js';
import { columnsOption, countOption, durationOption, numberOption } from '../frame/option-values.js';
import { badInput, ProblemList } from '../frame/problem-list.js';
import { readTable, type CsvRow } from '../io/csv-reader.js';
import { csvLines, significant, withNumbers, type Cell } from '../io/csv-writer.js';
import type { NumberRange } from '../io/quantities.js';
import { RowReader } from '../io/row-reader.js';
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

interface StaffOptions extends StaffingFields {
  readonly contacts?: number;
  readonly interval?: number;
  readonly handleTime?: number;
  readonly agents?: number;
  readonly in?: string;
  readonly columns?: Readonly<Record<string, string>>;
  readonly skipBadRows?: boolean;
  readonly exact?: boolean;
  readonly what?: string;
}

/** A load with what it is staffed by, complete and checked. */
interface StaffTask {
  readonly load: StaffingLoad;
  readonly fields: StaffingFields;
  /** Evaluate these agents instead of looking for the least. */
  readonly agents?: number;
}

interface StaffOutcome {
  readonly modelId: string;
  /** Whether the model turns contacts of this load away. */
  readonly blocks: boolean;
  /** Null when no number of agents reaches the goal. */
  readonly performance: StaffingPerformance | null;
  readonly agentsToRoster: number | null;
  readonly note: '' | 'unstable-load' | 'goal-unreachable';
}

/** Added where the model has them. */
const MODEL_COLUMNS: readonly (readonly [
  string,
  (performance: StaffingPerformance, blocks: boolean) => number | undefined,
])[] = [
  ['blocking', ({ blockingFraction }, blocks) => (blocks ? blockingFraction : undefined)],
  ['attempts_per_contact', ({ redials }) => redials?.attemptsPerContact],
  ['attempt_answered', ({ redials }) => redials?.answeredAttemptFraction],
  ['contact_answered', ({ redials }) => redials?.answeredContactFraction],
  ['active_contacts', ({ concurrency }) => concurrency?.meanActiveContacts],
  ['contacts_per_agent', ({ concurrency }) => concurrency?.contactsPerAgent],
  ['agents_busy', ({ concurrency }) => concurrency?.busyAgentFraction],
  ['slots_used', ({ concurrency }) => concurrency?.slotOccupancyFraction],
];
const MODEL_COLUMN_NAMES = MODEL_COLUMNS.map(([name]) => name);

const OUTPUT_COLUMNS = [
  'agents',
  'agents_to_roster',
  'load_erlangs',
  'wait_probability',
  'service_level_achieved',
  'asa_seconds_achieved',
  'occupancy',
  'abandonment',
  'mean_queue_length',
  'note',
] as const;
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

function outcomeOf({ load, fields, agents }: StaffTask): StaffOutcome {
  const modelId = modelIdOf(fields);
  const goal = serviceGoalOf(fields);
  const shrinkage = fields.shrinkage ?? 0;
  const blocks = staffingModel(modelId).losses?.(load).includes('blocking') ?? false;
  if (agents !== undefined) {
    const performance = performanceOf(modelId, load, agents, goal);
    return {
      modelId,
      blocks,
      performance,
      agentsToRoster: agentsToRoster(agents, shrinkage),
      note: performance.stable ? '' : 'unstable-load',
    };
  }
  const answer = requiredAgents(modelId, load, goal);
  if (answer.kind !== 'staffed') return { modelId, blocks, performance: null, agentsToRoster: null, note: answer.kind };
  return {
    modelId,
    blocks,
    performance: answer.performance,
    agentsToRoster: agentsToRoster(answer.agents, shrinkage),
    note: '',
  };
}

function modelCells(
  { performance, blocks }: StaffOutcome,
  short: (value: number | undefined) => Cell,
): Record<string, Cell> {
  const values = MODEL_COLUMNS.map(([name, of]) => [name, performance ? of(performance, blocks) : undefined] as const);
  return Object.fromEntries(
    values.filter(([, value]) => value !== undefined).map(([name, value]) => [name, short(value)]),
  );
}

function cellsOf(outcome: StaffOutcome, digits: number): Record<string, Cell> {
  const { performance, agentsToRoster: toRoster, note } = outcome;
  const short = (value: number | undefined): Cell => (value === undefined ? null : significant(value, digits));
  return {
    agents: performance?.agents ?? null,
    agents_to_roster: toRoster,
    load_erlangs: short(performance?.loadErlangs),
    wait_probability: short(performance?.waitProbability),
    service_level_achieved: short(performance?.serviceLevelFraction),
    asa_seconds_achieved: short(performance?.asaSeconds),
    occupancy: short(performance?.occupancyFraction),
    abandonment: short(performance?.abandonmentFraction),
    mean_queue_length: short(performance?.meanQueueLength),
    note,
    ...modelCells(outcome, short),
  };
}

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
  if (lack && !(agents !== undefined && lack.field === 'goal')) row.report(lack.field, lack.message);
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
  const staffed: { readonly row: CsvRow; readonly outcome: StaffOutcome }[] = [];
  for await (const row of table.rows) {
    const reader = new RowReader(row, table.file, problems);
    const task = taskOfRow(reader, options, problems);
    const outcome = task && reader.orReport(() => outcomeOf(task), COLUMN_OF);
    if (outcome) staffed.push({ row, outcome });
  }
  if (!options.skipBadRows) problems.throwIfAny();
  for (const line of problems.lines()) context.note(line);
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
    text: () =>
      csvLines(
        header,
        records.map((record) => header.map((column) => record[column])),
      ),
  });
  return ExitCode.done;
}

async function staffOne(options: StaffOptions, context: CommandContext): Promise<ExitCode> {
  const outcome = outcomeOf(taskOfOptions(options));
  const cells = { model: outcome.modelId, ...cellsOf(outcome, options.exact ? EXACT_DIGITS : DEFAULT_DIGITS) };
  const shown = Object.entries(cells).filter(([, cell]) => cell !== '' && cell !== null);
  await context.emit({
    document: () => cells,
    text: () => shown.map(([name, cell]) => `${name.padEnd(24)}${String(cell)}\n`).join(''),
  });
  return outcome.note === '' ? ExitCode.done : ExitCode.no;
}

/** A formula's value; a mistake is shown under the text with a mark at its place. */
async function staffFormula(text: string, options: StaffOptions, context: CommandContext): Promise<ExitCode> {
  // Loaded when asked for: the formula language takes longer to load than all the rest of the command.
  const { evaluateFormula } = await import('@yotei/scheduling/formula');
  const result = evaluateFormula(text);
  if (result.kind === 'formula-error') {
    const mark = result.position === null ? '' : `\n  ${text}\n  ${' '.repeat(result.position)}^`;
    throw badInput({ field: '--what', message: `${result.message}${mark}` });
  }
  const value = significant(result.value, options.exact ? EXACT_DIGITS : DEFAULT_DIGITS);
  await context.emit({ document: () => ({ formula: text, value }), text: () => `${value}\n` });
  return ExitCode.done;
}

export const staffCommand = cliCommand<StaffOptions>({
  name: 'staff',
  summary: 'least agents for a goal, or what so many agents give; one load or a file of loads',
  example: 'staff --contacts 100 --interval 30m --handle-time 180s --goal 80/20',
  define: (command) => {
    command
      .option('--contacts <number>', 'contacts offered in the interval', numberOption({ min: 0 }))
      .option('--interval <duration>', 'length of the interval', durationOption)
      .option('--handle-time <duration>', 'mean handle time', durationOption)
      .option('--agents <count>', 'evaluate so many agents', countOption)
      .option('--in <file>', 'CSV of loads; - is standard input')
      .option('--columns <map>', 'names in the file, such as contacts=calls', columnsOption)
      .option('--skip-bad-rows', 'leave out rows that cannot be read, and say which')
      .option('--what <formula>', 'evaluate a formula, such as "agents(100, 1800, 180, 0.8, 20)"')
      .option('--exact', '15 significant digits');
    defineStaffingOptions(command);
  },
  run: (options, context) => {
    if (options.what !== undefined) return staffFormula(options.what, options, context);
    if (options.in !== undefined) return staffFile(options.in, options, context);
    if (options.skipBadRows) throw badInput({ field: '--skip-bad-rows', message: 'needs a file; give --in' });
    return staffOne(options, context);
  },
});
