import { InvalidArgumentError, Option } from 'commander';
import { LOAD_METHODS, type LoadMethod, type LoadStart, type StaffedFor } from '@yotei/scheduling/staffing';
import { cliCommand, type CommandContext } from '../frame/command.js';
import { ExitCode } from '../frame/exit-code.js';
import { columnsOption, durationOption, fractionOption, numberOption, zoneOption } from '../frame/option-values.js';
import { badInput, ProblemList } from '../frame/problem-list.js';
import { readTable } from '../io/csv-reader.js';
import { csvLines, recordLines, significant, withNumbers, type Cell } from '../io/csv-writer.js';
import type { Ambiguous } from '../io/quantities.js';
import { RowReader } from '../io/row-reader.js';
import { readOpeningHours } from '../io/opening-file.js';
import { refuseWithoutFolder, writeFileWhole } from '../io/output-file.js';
import { readDistributions } from '../io/distribution-file.js';
import { readShrinkage } from '../io/shrinkage-file.js';
import { defineParametersOption, optionsByQueue, type CalibratedOptions } from './calibrated-options.js';
import { carriedOutOf, defineDeferredOptions, readBacklog, type DeferredFields } from './deferred-options.js';
import { forecastIntervalOf, type ForecastInterval } from './forecast-interval.js';
import { loadChangeDocument } from './load-changes.js';
import { LentAgents } from './lent-agents.js';
import { goalsByQueue, type RowFields } from './goals-by-queue.js';
import { defineExplainOption, explainRequirements } from './requirement-explanation.js';
import { correlationOf, defineDistributionOption } from './rate-correlation.js';
import { canWait, requirementOfRows, type QueueRequirement, type ReadInterval } from './queue-requirement.js';
import {
  SKILL_SET_COLUMNS,
  skillsRequirement,
  type SkillsOptions,
  type SkillsRequirement,
} from './skills-requirement.js';
import { defineStaffingOptions, type StaffingFields } from './staffing-options.js';

interface RequirementOptions extends StaffingFields, DeferredFields, SkillsOptions, CalibratedOptions {
  readonly opening?: string;
  readonly backlog?: string;
  readonly forecast: string;
  readonly explain?: string;
  readonly goals?: string;
  readonly handleTime?: number;
  readonly handleTimeCv?: number;
  readonly rateCv?: number;
  readonly distribution?: string;
  readonly risk?: number;
  readonly staffedFor?: StaffedFor;
  readonly loadMethod?: LoadMethod;
  readonly loadStart?: LoadStart;
  readonly shrinkageFile?: string;
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
  'load_method',
  'load_erlangs',
  'staffed_for',
  'expected_service_level',
  'chance_to_meet',
  'shrinkage',
  'profile_agents',
  'backlog_contacts',
  'oldest_age_hours',
  'lent_agents',
  'contacts_staffed',
  'handle_seconds_staffed',
] as const;
/** Passed through as they stand in the file; numbers in the JSON document. */
const NUMBER_COLUMNS = ['contacts', 'contacts_p05', 'contacts_p10', 'contacts_p90', 'contacts_p95', 'rate_cv'] as const;
const DIGITS = 6;

/** `point`, `expected`, or the chance to meet the goal with. */
function staffedForOption(text: string): StaffedFor {
  if (text === 'point' || text === 'expected') return { kind: text };
  const chanceFraction = Number(text);
  if (!(chanceFraction >= 0.05 && chanceFraction <= 0.999))
    throw new InvalidArgumentError(`'${text}' is not point, expected or a chance 0.05..0.999`);
  return { kind: 'chance', chanceFraction };
}

function staffedForOf({ risk, staffedFor }: RequirementOptions): StaffedFor | undefined {
  if (risk === undefined) return staffedFor;
  if (staffedFor) throw badInput({ field: '--risk', message: 'says what --staffed-for says; give one of them' });
  return { kind: 'chance', chanceFraction: risk };
}

const nameOf = (staffedFor: StaffedFor): string | number =>
  staffedFor.kind === 'chance' ? staffedFor.chanceFraction : staffedFor.kind;

function recordOf(
  interval: ForecastInterval,
  { series, indexOf, lentAgents, changed }: QueueRequirement,
): Record<string, Cell> {
  const index = indexOf.get(interval)!;
  const value = (values: Float64Array): Cell => significant(values[index]!, DIGITS);
  return {
    ...interval.row.cells,
    queue: interval.queue,
    start: interval.startText,
    end: interval.endText,
    handle_seconds: interval.handleSeconds,
    required_agents: value(series.requiredAgents),
    agents_to_roster: value(series.agentsToRoster),
    service_level: value(series.serviceLevel),
    occupancy: value(series.occupancy),
    note: series.notes[index]!,
    load_method: series.loadMethod,
    load_erlangs: value(series.loadErlangs),
    staffed_for: nameOf(series.staffedFor),
    expected_service_level: value(series.expectedServiceLevel),
    chance_to_meet: value(series.chanceToMeet),
    shrinkage: value(series.shrinkageFraction),
    profile_agents: series.deferred ? value(series.deferred.profileAgents) : null,
    backlog_contacts: series.deferred ? value(series.deferred.backlogContacts) : null,
    oldest_age_hours: series.deferred ? value(series.deferred.oldestAgeHours) : null,
    lent_agents: lentAgents ? value(lentAgents) : null,
    contacts_staffed: changed ? value(changed.contacts) : null,
    handle_seconds_staffed: changed ? value(changed.averageHandleSeconds) : null,
  };
}

/** Days and weeks of each queue, with numbers JSON can hold. */
function summaryOf({ queue, series, changed }: QueueRequirement): Readonly<Record<string, unknown>> {
  const plain = (periods: readonly object[]) =>
    periods.map((period) =>
      Object.fromEntries(
        Object.entries(period).map(([name, value]) => [
          name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
          typeof value === 'number' ? significant(value, DIGITS) : value,
        ]),
      ),
    );
  return {
    queue,
    days: plain(series.summary.days),
    weeks: plain(series.summary.weeks),
    ...carriedOutOf(series),
    ...(changed ? { load_change: loadChangeDocument(changed.explanation) } : {}),
  };
}

interface StaffedRow extends ReadInterval {
  readonly fields: RowFields;
}

/** Every queue's requirement; what a model refuses goes to the row's problems. */
async function requirementsOf(
  read: readonly StaffedRow[],
  options: RequirementOptions,
): Promise<ReadonlyMap<string, QueueRequirement>> {
  const shrinkageOf = options.shrinkageFile === undefined ? null : await readShrinkage(options.shrinkageFile);
  const opening = options.opening === undefined ? undefined : await readOpeningHours(options.opening);
  const backlogOf = options.backlog === undefined ? undefined : await readBacklog(options.backlog);
  const staffedFor = staffedForOf(options);
  const optionsOf = await optionsByQueue(options);
  const componentsOf = options.distribution === undefined ? undefined : await readDistributions(options.distribution);
  const byQueue = new Map<string, StaffedRow[]>();
  for (const row of read) {
    const rows = byQueue.get(row.interval.queue);
    if (rows) rows.push(row);
    else byQueue.set(row.interval.queue, [row]);
  }
  const requirements = new Map<string, QueueRequirement>();
  const lent = new LentAgents();
  // Inbound queues first: what can wait may be done in their idle time.
  const inOrder = [...byQueue].sort(([, [a]], [, [b]]) => Number(canWait(a!.fields)) - Number(canWait(b!.fields)));
  for (const [queue, rows] of inOrder) {
    const plan = {
      ...optionsOf(queue),
      staffedFor,
      correlation: correlationOf(queue, { options: optionsOf(queue), componentsOf }),
      shrinkage: shrinkageOf?.(queue),
      opening,
      openingBacklog: backlogOf?.(queue),
      lent: lent.to.bind(lent, queue),
    };
    const { fields } = rows[0]!;
    const requirement = requirementOfRows(rows, fields, plan);
    if (!requirement) continue;
    requirements.set(queue, requirement);
    lent.add(requirement, fields);
  }
  const named = [...byQueue.keys()].map((queue) => [queue, requirements.get(queue)] as const);
  return new Map(named.filter((entry): entry is [string, QueueRequirement] => entry[1] !== undefined));
}

/** The queues together, where they share agents; null where each stands for itself. */
async function sharedOf(
  read: readonly StaffedRow[],
  requirements: ReadonlyMap<string, QueueRequirement>,
  { options, context }: { readonly options: RequirementOptions; readonly context: CommandContext },
): Promise<SkillsRequirement | null> {
  const { skills, bySkillSet } = options;
  if (skills === undefined || requirements.size === 0) return null;
  const queues = [...requirements].map(([queue, requirement]) => ({
    requirement,
    fields: read.find(({ interval }) => interval.queue === queue)!.fields,
  }));
  const shared = await skillsRequirement(queues, { ...options, skills }, context);
  const cells = shared.rows.map((row) => SKILL_SET_COLUMNS.map((column) => row[column]));
  if (bySkillSet !== undefined) await writeFileWhole(bySkillSet, csvLines(SKILL_SET_COLUMNS, cells));
  return shared;
}

async function run(options: RequirementOptions, context: CommandContext): Promise<ExitCode> {
  const problems = new ProblemList();
  if (options.bySkillSet !== undefined) await refuseWithoutFolder(options.bySkillSet, '--by-skill-set');
  if (options.skills === undefined && (options.bySkillSet !== undefined || options.verify))
    throw badInput({
      field: '--skills',
      message: 'missing; --by-skill-set and --verify are for queues that share agents',
    });
  const optionsOf = await optionsByQueue(options);
  const goalOf = await goalsByQueue(options, optionsOf, problems);
  const table = await readTable(options.forecast, {
    required: ['start', 'end', 'contacts'],
    columns: options.columns,
    problems,
  });
  problems.throwIfAny();
  const read: StaffedRow[] = [];
  const withoutGoal = new Set<string>();
  for await (const row of table.rows) {
    const reader = new RowReader(row, table.file, problems);
    const interval = forecastIntervalOf(reader, optionsOf(reader.text('queue') ?? ''), row);
    if (!interval) continue;
    const fields = goalOf(interval.queue);
    if (fields) read.push({ reader, interval, fields });
    else if (!withoutGoal.has(interval.queue)) {
      withoutGoal.add(interval.queue);
      reader.report('queue', `'${interval.queue}' has no row in ${options.goals}`);
    }
  }
  if (!options.skipBadRows) problems.throwIfAny();
  const requirements = await requirementsOf(read, options);
  if (!options.skipBadRows) problems.throwIfAny();
  if (options.explain !== undefined)
    return explainRequirements(requirements.values(), { ...options, start: options.explain }, context);
  const shared = await sharedOf(read, requirements, { options, context });
  const records = read.flatMap(({ interval }) => {
    const requirement = requirements.get(interval.queue);
    return requirement ? [{ ...recordOf(interval, requirement), ...shared?.cellsOf(interval) }] : [];
  });
  for (const line of problems.lines()) context.note(`left out: ${line}`);
  const passed = table.header.filter((column) => !(OUTPUT_COLUMNS as readonly string[]).includes(column));
  const header = [...OUTPUT_COLUMNS, ...passed];
  await context.emit({
    document: () => ({
      rows: records.map((record) => withNumbers(record, NUMBER_COLUMNS)),
      // The days and weeks of each queue alone say nothing of queues that share agents.
      ...(shared ? { skill_sets: shared.rows } : { summary: [...requirements.values()].map(summaryOf) }),
    }),
    text: () => recordLines(header, records),
  });
  return ExitCode.done;
}

const MORE_OPTIONS = [
  defineExplainOption,
  defineParametersOption,
  defineDistributionOption,
  defineStaffingOptions,
  defineDeferredOptions,
];

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
      .option(
        '--goals <file>',
        'CSV with queue and goal columns, one row a queue; lends_to names a queue whose mail its agents do when idle; without it the options hold for all',
      )
      .option('--handle-time <duration>', 'mean handle time where the file has none', durationOption)
      .option(
        '--handle-time-cv <number>',
        'spread / mean of handle times (lognormal)',
        numberOption({ min: 0, max: 10 }),
      )
      .option(
        '--risk <fraction>',
        'meet the goal with this probability over the forecast’s uncertainty',
        numberOption({ min: 0.05, max: 0.95 }),
      )
      .option(
        '--staffed-for <what>',
        'point: the forecast as it stands; expected: the goal on average over its uncertainty; 0.9: with that chance',
        staffedForOption,
      )
      .option(
        '--rate-cv <fraction>',
        'relative spread of the arrival rate where the file has no quantiles',
        fractionOption,
      )
      .addOption(
        new Option(
          '--load-method <name>',
          'how arrivals become load; modified-offered-load unless told, which counts contacts still in hand',
        ).choices(LOAD_METHODS),
      )
      .addOption(
        new Option('--load-start <state>', 'contacts in hand before the first interval').choices(['empty', 'running']),
      )
      .option('--shrinkage-file <file>', 'CSV of causes: reason, fraction, kind, weekdays, from, until, queue')
      .option(
        '--skills <file>',
        'agents.json: queues share these agents by their skills; or groups.csv: group, queue, cost: the cheapest of these',
      )
      .option('--by-skill-set <file>', 'CSV of the agents of each skill set, for --skills')
      .option('--verify', 'play the requirement of --skills 100 times and raise it where a goal is missed')
      .option('--columns <map>', 'names in the file, such as contacts=calls', columnsOption)
      .option('--skip-bad-rows', 'leave out rows of the forecast with problems and say which')
      .option('--zone <id>', 'zone of times without an offset', zoneOption)
      .addOption(
        new Option('--ambiguous <which>', 'which of two times when the clock goes back').choices(['earlier', 'later']),
      );
    for (const define of MORE_OPTIONS) define(command);
  },
  run,
});
