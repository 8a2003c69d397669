import { horizonOf, type Roster, type RosterProblem, type Shift } from '@yotei/scheduling/roster';
import { daysBetween, localDateOf, weekStartOf, type LocalDate, type ZoneId } from '@yotei/time';
import type { Command } from 'commander';
import type { CommandContext } from '../frame/command.js';
import { numberOption, zoneOption } from '../frame/option-values.js';
import { badInput, ProblemList } from '../frame/problem-list.js';
import { problemOfInput, readRoster, readRosterInput, reportDate, type RosterInput } from '../io/roster-input.js';

/** What every command about finished rosters is told. */
export interface JudgedOptions {
  readonly agents: string;
  readonly rules: string;
  readonly history?: string;
  readonly historyFrom?: LocalDate;
  readonly requirement?: string;
  readonly from?: LocalDate;
  readonly weeks?: number;
  readonly zone?: ZoneId;
}

/** The options of {@link JudgedOptions}; `requirement` says what the requirement adds. */
export function defineJudgedOptions(command: Command, requirement: string): void {
  command
    .requiredOption('--agents <file>', 'agents.json: agents, contracts, templates, absences')
    .requiredOption('--rules <file>', 'rules.json: rules with levels and parameters')
    .option('--history <file>', 'roster.csv of the weeks before; complete from its first day on')
    .option('--history-from <date>', 'first day from which the history is complete, where its first rows came later')
    .option('--requirement <file>', requirement)
    .option('--from <date>', 'first day judged; without it the Monday on or before the first shift')
    .option(
      '--weeks <number>',
      'weeks judged; without it up to the last shift',
      numberOption({ min: 1, max: 26, whole: true }),
    )
    .option('--zone <id>', 'zone where agents.json names none; UTC without it', zoneOption);
}

/** First day and weeks judged: as asked, else whole weeks from the Monday on or before the first shift. */
function horizonOfRosters(options: JudgedOptions, files: readonly string[], shifts: readonly Shift[], zone: ZoneId) {
  const dates = shifts.map((shift) => localDateOf(shift.startAt, zone)).sort();
  const startsOn = options.from ?? (dates[0] === undefined ? undefined : weekStartOf(dates[0]));
  if (startsOn === undefined)
    throw badInput({ file: files[0], message: 'holds no shift; give --from to judge an empty roster' });
  const days = daysBetween(startsOn, dates[dates.length - 1] ?? startsOn) + 1;
  return { startsOn, weeks: options.weeks ?? Math.max(1, Math.ceil(days / 7)) };
}

/** Refuses shifts nobody can be asked about: of agents, templates or activity types the files do not know. */
function reportUnknown(file: string, shifts: readonly Shift[], input: RosterInput, problems: ProblemList): void {
  const agents = new Set(input.agents.agents.map((agent) => agent.id));
  const types = new Set(input.agents.activityTypes.map((type) => type.id));
  shifts.forEach((shift, i) => {
    if (!agents.has(shift.agentId)) {
      problems.add({
        file,
        field: `shifts[${i}].agent`,
        message: `agent (${shift.agentId}) is not in ${input.paths.agents}`,
      });
    }
    const unknown = shift.activities.find((activity) => !types.has(activity.activityTypeId));
    if (unknown) {
      const message = `activity type (${unknown.activityTypeId}) is not in ${input.paths.agents}`;
      problems.add({ file, field: `shifts[${i}].activities`, message });
    }
  });
}

export interface JudgedRosters {
  readonly problem: RosterProblem;
  /** In the order of the files, shifts of the days judged only. */
  readonly rosters: readonly Roster[];
}

/** Reads rosters with what they are judged by. Shifts before the days judged count as history, later ones are left aside. */
export async function readJudged(
  options: JudgedOptions,
  files: readonly string[],
  context: CommandContext,
): Promise<JudgedRosters> {
  const problems = new ProblemList();
  reportDate('--from', options.from, problems);
  const input = await readRosterInput(options, options.zone ?? 'UTC', problems);
  const read: Roster[] = [];
  for (const file of files) {
    const roster = await readRoster(file, input?.agents.zone ?? 'UTC', problems);
    if (input && roster) reportUnknown(file, roster.shifts, input, problems);
    if (roster) read.push(roster);
  }
  problems.throwIfAny();
  const { problem, rosters } = planOf(options, { input: input!, files, read }, problems);
  problems.throwIfAny();
  const endAt = horizonOf(problem, problem.zone).endAt;
  const outside = read.flatMap(({ shifts }) => shifts).filter((shift) => shift.startAt >= endAt).length;
  if (outside > 0) context.note(`${outside} shifts start after the weeks judged and were left aside`);
  return { problem, rosters };
}

interface ReadRosters {
  readonly input: RosterInput;
  readonly files: readonly string[];
  readonly read: readonly Roster[];
}

/** Splits the rosters into what is judged and, before it, what counts as history. */
function planOf(options: JudgedOptions, { input, files, read }: ReadRosters, problems: ProblemList): JudgedRosters {
  const { zone } = input.agents;
  const all = read.flatMap(({ shifts }) => shifts);
  const { startsOn, weeks } = horizonOfRosters(options, files, all, zone);
  const zones = new Map(input.agents.agents.map((agent) => [agent.id, agent.zone]));
  const dayOf = (shift: Shift) => daysBetween(startsOn, localDateOf(shift.startAt, zones.get(shift.agentId) ?? zone));
  const moreHistory = read[0]!.shifts.filter((shift) => dayOf(shift) < 0);
  const rosters = read.map(({ shifts }) => ({
    shifts: shifts.filter((shift) => dayOf(shift) >= 0 && dayOf(shift) < weeks * 7),
  }));
  return { problem: problemOfInput(input, { startsOn, weeks, moreHistory }, problems), rosters };
}
