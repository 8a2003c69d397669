import {
  assembleProblem,
  historyStart,
  parseAgentsFile,
  parseChangesFile,
  parseRosterFile,
  parseRulesFile,
  shiftsOfActivities,
  type AgentActivity,
  type AgentsFile,
  type ChangesFile,
  type DemandInterval,
  type Fault,
  type FileRead,
  type Roster,
  type RosterProblem,
  type RulesFile,
  type Shift,
} from '@yotei/scheduling/roster';
import { objectiveFaults } from '@yotei/scheduling/objective';
import { planningFaults } from '@yotei/scheduling/optimiser';
import { validateProblem } from '@yotei/scheduling/rules';
import { isLocalDate, startOfLocalDay, type LocalDate, type ZoneId } from '@yotei/time';
import { BadInputError, type ProblemList } from '../frame/problem-list.js';
import { asBadInput, readTable } from './csv-reader.js';
import { textOf } from './text-of-file.js';
import { readInstant, readNumber, type InstantOptions } from './quantities.js';
import { placeInFiles } from './roster-places.js';
import { RowReader } from './row-reader.js';

/** Where the parts of a roster problem come from. */
export interface RosterPaths {
  readonly agents: string;
  readonly rules: string;
  readonly requirement?: string;
  readonly history?: string;
  /** First day from which the history is complete; without it the day of its first row. */
  readonly historyFrom?: LocalDate;
}

/** The files behind a roster problem, read; the horizon is not chosen yet. */
export interface RosterInput {
  readonly paths: RosterPaths;
  readonly agents: AgentsFile;
  readonly rules: RulesFile;
  readonly demand: readonly DemandInterval[];
  readonly history: readonly Shift[];
}

export interface Horizon {
  readonly startsOn: LocalDate;
  readonly weeks: number;
  /** Shifts before the horizon that another file brought along. */
  readonly moreHistory?: readonly Shift[];
  readonly fixedShifts?: readonly Shift[];
  /** The file of the fixed shifts, for messages. */
  readonly resume?: string;
  /** True: what would keep the engine from planning is a fault too. */
  readonly toPlan?: boolean;
}

function contentOf<T>(file: string, read: FileRead<T>, problems: ProblemList): T | null {
  if (read.kind === 'read') return read.content;
  for (const { path, message } of read.faults) problems.add({ file, field: path, message });
  return null;
}

/** Longest JSON file read; a roster of 5,000 agents over four weeks has a quarter of it. */
const MOST_CHARACTERS = 400_000_000;

async function readText(file: string, problems: ProblemList): Promise<string | null> {
  try {
    let text = '';
    for await (const piece of textOf(file)) {
      text += piece;
      if (text.length > MOST_CHARACTERS) {
        problems.add({
          file,
          message: `is longer than ${MOST_CHARACTERS} characters; plan fewer agents or weeks at once`,
        });
        return null;
      }
    }
    return text;
  } catch (error) {
    const cause = asBadInput(error, file);
    if (!(cause instanceof BadInputError)) throw cause;
    problems.addAll(cause.problems);
    return null;
  }
}

async function readJson<T>(
  file: string,
  parse: (text: string) => FileRead<T>,
  problems: ProblemList,
): Promise<T | null> {
  const text = await readText(file, problems);
  return text === null ? null : contentOf(file, parse(text), problems);
}

/** `roster.json`, in order of agent, then start. */
export const readRoster = (file: string, zone: ZoneId, problems: ProblemList): Promise<Roster | null> =>
  readJson(file, (text) => parseRosterFile(text, { zone }), problems);

/** `changes.json`: what became known since a roster was made. */
export const readChanges = (file: string, zone: ZoneId, problems: ProblemList): Promise<ChangesFile | null> =>
  readJson(file, (text) => parseChangesFile(text, { zone }), problems);

/** `agents.json`: who works, with which skills. */
export const readAgents = (file: string, zone: ZoneId, problems: ProblemList): Promise<AgentsFile | null> =>
  readJson(file, (text) => parseAgentsFile(text, { zone }), problems);

/** `requirement.csv`: agents to roster by queue and interval. */
async function readDemand(file: string, zone: ZoneId, problems: ProblemList): Promise<DemandInterval[]> {
  const table = await readTable(file, { required: ['queue', 'start', 'end', 'agents_to_roster'], problems });
  const intervals: DemandInterval[] = [];
  const lines: number[] = [];
  for await (const row of table.rows) {
    const reader = new RowReader(row, table.file, problems);
    const [startAt, endAt] = readSpan(reader, { zone });
    const agentsToRoster = reader.required('agents_to_roster', 'a number', (text) => readNumber(text, { min: 0 }));
    if (startAt === undefined || endAt === undefined || agentsToRoster === undefined) continue;
    intervals.push({ queueId: reader.text('queue') ?? '', startAt, endAt, agentsToRoster });
    lines.push(row.line);
  }
  reportOverlaps(intervals, { file: table.file, lines, problems });
  return intervals;
}

/** Rows of one queue that share time would be added up: a file put together twice asks for twice the agents. */
function reportOverlaps(
  intervals: readonly DemandInterval[],
  { file, lines, problems }: { file: string; lines: readonly number[]; problems: ProblemList },
): void {
  const order = intervals.map((_, i) => i).sort((a, b) => intervals[a]!.startAt - intervals[b]!.startAt || a - b);
  const last = new Map<string, number>();
  for (const i of order) {
    const { queueId, startAt, endAt } = intervals[i]!;
    const before = last.get(queueId);
    if (before !== undefined && startAt < intervals[before]!.endAt) {
      const message = `queue (${queueId}) has an interval over the same time in line ${lines[before]}; keep one`;
      problems.add({ file, line: lines[i], field: 'start', message });
    }
    if (before === undefined || endAt > intervals[before]!.endAt) last.set(queueId, i);
  }
}

/** `roster.csv` of the weeks before: one row an activity, joined to shifts. */
async function readHistory(file: string, zone: ZoneId, problems: ProblemList): Promise<Shift[]> {
  const table = await readTable(file, { required: ['agent', 'start', 'end', 'activity'], problems });
  const rows: AgentActivity[] = [];
  for await (const row of table.rows) {
    const reader = new RowReader(row, table.file, problems);
    const [startAt, endAt] = readSpan(reader, { zone });
    const agentId = reader.text('agent');
    if (agentId === undefined) reader.report('agent', 'missing value; expected an agent');
    if (startAt === undefined || endAt === undefined || agentId === undefined) continue;
    const activityTypeId = reader.text('activity') ?? '';
    rows.push({ agentId, startAt, endAt, activityTypeId, queueId: reader.text('queue') });
  }
  return shiftsOfActivities(rows);
}

function readSpan(reader: RowReader, options: InstantOptions): [number | undefined, number | undefined] {
  const read = (column: string) =>
    reader.required(column, 'an ISO-8601 date-time', (text) => readInstant(text, options));
  const startAt = read('start');
  const endAt = read('end');
  if (startAt === undefined || endAt === undefined || endAt > startAt) return [startAt, endAt];
  reader.report('end', 'is not after start');
  return [undefined, undefined];
}

/** Notes an option that should be a date and is none. */
export function reportDate(option: string, text: string | undefined, problems: ProblemList): void {
  if (text === undefined || isLocalDate(text)) return;
  problems.add({ field: option, message: `'${text}' is not a date; expected for example 2026-11-02` });
}

/** A history of one queue names none, nor does what was computed from it: it is then the only queue of the agents file. */
function namedDemand(demand: readonly DemandInterval[], agents: AgentsFile): readonly DemandInterval[] {
  const only = agents.queues.length === 1 ? agents.queues[0]!.queueId : null;
  return only === null ? demand : demand.map((interval) => ({ ...interval, queueId: interval.queueId || only }));
}

/** Reads every file named; null when agents or rules could not be read. All problems are found in one pass. */
export async function readRosterInput(
  paths: RosterPaths,
  zone: ZoneId,
  problems: ProblemList,
): Promise<RosterInput | null> {
  reportDate('--history-from', paths.historyFrom, problems);
  const agents = await readAgents(paths.agents, zone, problems);
  const rules = await readJson(paths.rules, (text) => parseRulesFile(text, { zone }), problems);
  const own = agents?.zone ?? zone;
  const demand = paths.requirement ? await readDemand(paths.requirement, own, problems) : [];
  const history = paths.history ? await readHistory(paths.history, own, problems) : [];
  return agents && rules ? { paths, agents, rules, demand, history } : null;
}

/** What keeps the problem from being planned, if that is asked; unknown wellbeing terms would keep it from being judged. */
function planningFaultsOf(problem: RosterProblem, { toPlan }: Horizon): readonly Fault[] {
  return toPlan === true && objectiveFaults(problem).length === 0 ? planningFaults(problem) : [];
}

/** The problem of a horizon, checked; its faults go to `problems` under the file they come from. */
export function problemOfInput(input: RosterInput, horizon: Horizon, problems: ProblemList): RosterProblem {
  const { agents, rules } = input;
  const demand = namedDemand(input.demand, agents);
  const history = [...input.history, ...(horizon.moreHistory ?? [])];
  const problem = assembleProblem({
    agents,
    rules,
    startsOn: horizon.startsOn,
    weeks: horizon.weeks,
    demand,
    history,
    // Only a history file is taken to be complete; a few earlier shifts of a roster are not.
    historyFromAt: input.paths.historyFrom
      ? startOfLocalDay(input.paths.historyFrom, agents.zone)
      : historyStart(input.history, agents.zone),
    fixedShifts: horizon.fixedShifts,
  });
  const result = validateProblem(problem);
  const faults: readonly Fault[] =
    result.kind === 'invalid' ? result.faults : [...objectiveFaults(problem), ...planningFaultsOf(problem, horizon)];
  for (const { path, message } of faults) {
    const { file, field } = placeInFiles(path, { ...input.paths, resume: horizon.resume });
    problems.add({ file, field, message });
  }
  return problem;
}
