import { evaluateRoster, type Evaluation, type QueueCoverage } from '@yotei/scheduling/evaluation';
import { horizonOf, type Roster, type RosterProblem, type Shift } from '@yotei/scheduling/roster';
import {
  breachMessage,
  findRule,
  findTeamRule,
  type Breach,
  type CannotJudge,
  type TeamBreach,
} from '@yotei/scheduling/rules';
import { daysBetween, formatLocal, localDateOf, weekStartOf, type LocalDate, type ZoneId } from '@yotei/time';
import { cliCommand, type CommandContext } from '../frame/command.js';
import { ExitCode } from '../frame/exit-code.js';
import { numberOption, zoneOption } from '../frame/option-values.js';
import { badInput, ProblemList } from '../frame/problem-list.js';
import { csvLines, significant, type Cell } from '../io/csv-writer.js';
import { problemOfInput, readRoster, readRosterInput, reportDate, type RosterInput } from '../io/roster-input.js';

interface CheckOptions {
  readonly roster: string;
  readonly agents: string;
  readonly rules: string;
  readonly history?: string;
  readonly historyFrom?: LocalDate;
  readonly requirement?: string;
  readonly from?: LocalDate;
  readonly weeks?: number;
  readonly zone?: ZoneId;
}

const COLUMNS = ['level', 'rule', 'agent', 'at', 'amount', 'unit', 'message', 'source'] as const;
type Row = Readonly<Record<(typeof COLUMNS)[number], Cell>>;

/** First day and weeks judged: as asked, else whole weeks from the Monday on or before the first shift. */
function horizonOfRoster(options: CheckOptions, shifts: readonly Shift[], zone: ZoneId) {
  const dates = shifts.map((shift) => localDateOf(shift.startAt, zone)).sort();
  const startsOn = options.from ?? (dates[0] === undefined ? undefined : weekStartOf(dates[0]));
  if (startsOn === undefined)
    throw badInput({ file: options.roster, message: 'holds no shift; give --from to judge an empty roster' });
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

const breachRow = (breach: Breach, zoneOf: (agentId: string) => ZoneId): Row => ({
  level: breach.level,
  rule: breach.ruleId,
  agent: breach.agentId,
  at: formatLocal(breach.at, zoneOf(breach.agentId)),
  amount: breach.amount,
  unit: findRule(breach.ruleId)!.amountUnit,
  message: breachMessage(breach),
  source: breach.source,
});

/** A breach across agents names all of them, joined by +; nobody where too few are on duty. */
const teamBreachRow = (breach: TeamBreach, zone: ZoneId): Row => ({
  level: breach.level,
  rule: `${breach.ruleId}:${breach.settingId}`,
  agent: breach.agentIds.join('+'),
  at: formatLocal(breach.at, zone),
  amount: breach.amount,
  unit: findTeamRule(breach.ruleId)!.amountUnit,
  message: breachMessage(breach),
  source: breach.source,
});

const cannotJudgeRow = (answer: CannotJudge, zoneOf: (agentId: string) => ZoneId): Row => ({
  level: 'cannot-judge',
  rule: answer.ruleId,
  agent: answer.agentId,
  at: formatLocal(answer.neededFromAt, zoneOf(answer.agentId)),
  amount: null,
  unit: null,
  message: 'the history does not reach back to here; give --history',
  source: findRule(answer.ruleId)!.source,
});

/** Hours required, scheduled, short and over of one queue. */
function coverageRow({ queueId, grid, scheduledAgents, agentsToRoster, staffingGap }: QueueCoverage) {
  const hours = (values: Float64Array, part: (value: number) => number) =>
    significant(values.reduce((sum, value) => sum + part(value), 0) * (grid.stepMinutes / 60), 9);
  return {
    queue: queueId,
    required_hours: hours(agentsToRoster, (value) => value),
    scheduled_hours: hours(scheduledAgents, (value) => value),
    short_hours: hours(staffingGap, (gap) => Math.max(0, -gap)),
    over_hours: hours(staffingGap, (gap) => Math.max(0, gap)),
  };
}

interface Judged {
  readonly evaluation: Evaluation;
  readonly problem: RosterProblem;
  /** Whether a requirement was given: without one, coverage and cost say nothing. */
  readonly withCoverage: boolean;
}

function documentOf({ evaluation, problem, withCoverage }: Judged, rows: readonly Row[]): object {
  return {
    hardBreaches: evaluation.hardBreaches,
    breaches: rows.filter((row) => row.level !== 'cannot-judge'),
    cannotJudge: rows
      .filter((row) => row.level === 'cannot-judge')
      .map(({ rule, agent, at }) => ({ rule, agent, neededFrom: at })),
    from: problem.startsOn,
    weeks: problem.weeks,
    ...(withCoverage && {
      cost: evaluation.cost,
      parts: evaluation.parts,
      coverage: evaluation.coverage.map(coverageRow),
    }),
  };
}

async function emit(judged: Judged, context: CommandContext): Promise<ExitCode> {
  const { evaluation, problem } = judged;
  const zones = new Map(problem.agents.map((agent) => [agent.id, agent.zone]));
  const zoneOf = (agentId: string) => zones.get(agentId) ?? problem.zone;
  const found = [
    ...evaluation.breaches.map((breach) => breachRow(breach, zoneOf)),
    ...evaluation.teamBreaches.map((breach) => teamBreachRow(breach, problem.zone)),
  ];
  const rows = [
    ...found.sort((a, b) => Number(b.level === 'must') - Number(a.level === 'must')),
    ...evaluation.cannotJudge.map((answer) => cannotJudgeRow(answer, zoneOf)),
  ];
  await context.emit({
    document: () => documentOf(judged, rows),
    text: () =>
      csvLines(
        COLUMNS,
        rows.map((row) => COLUMNS.map((column) => row[column])),
      ),
  });
  const prefer = found.length - evaluation.hardBreaches;
  context.note(
    `${evaluation.hardBreaches} hard breaches, ${prefer} of preferred rules, ${evaluation.cannotJudge.length} not judged for want of history`,
  );
  return evaluation.hardBreaches > 0 ? ExitCode.no : ExitCode.done;
}

async function run(options: CheckOptions, context: CommandContext): Promise<ExitCode> {
  const problems = new ProblemList();
  reportDate('--from', options.from, problems);
  const input = await readRosterInput(options, options.zone ?? 'UTC', problems);
  const roster = await readRoster(options.roster, input?.agents.zone ?? 'UTC', problems);
  if (input && roster) reportUnknown(options.roster, roster.shifts, input, problems);
  problems.throwIfAny();
  const { problem, planned } = planOf(options, input!, roster!, problems);
  problems.throwIfAny();
  const outside = roster!.shifts.filter((shift) => shift.startAt >= horizonOf(problem, problem.zone).endAt).length;
  if (outside > 0) context.note(`${outside} shifts start after the weeks judged and were left aside`);
  const evaluation = evaluateRoster(problem, { shifts: planned });
  return emit({ evaluation, problem, withCoverage: options.requirement !== undefined }, context);
}

/** Splits the roster into what is judged and, before it, what counts as history. */
function planOf(options: CheckOptions, input: RosterInput, roster: Roster, problems: ProblemList) {
  const { zone } = input.agents;
  const { startsOn, weeks } = horizonOfRoster(options, roster.shifts, zone);
  const zones = new Map(input.agents.agents.map((agent) => [agent.id, agent.zone]));
  const dayOf = (shift: Shift) => daysBetween(startsOn, localDateOf(shift.startAt, zones.get(shift.agentId) ?? zone));
  const moreHistory = roster.shifts.filter((shift) => dayOf(shift) < 0);
  const planned = roster.shifts.filter((shift) => dayOf(shift) >= 0 && dayOf(shift) < weeks * 7);
  return { problem: problemOfInput(input, { startsOn, weeks, moreHistory }, problems), planned };
}

export const checkCommand = cliCommand<CheckOptions>({
  name: 'check',
  summary: 'judges a roster from anywhere: every breach of the rules, and coverage with a requirement',
  example: 'check --roster roster.json --agents agents.json --rules rules.json --history last-weeks.csv',
  define: (command) => {
    command
      .requiredOption('--roster <file>', 'roster.json: the shifts to judge')
      .requiredOption('--agents <file>', 'agents.json: agents, contracts, templates, absences')
      .requiredOption('--rules <file>', 'rules.json: rules with levels and parameters')
      .option('--history <file>', 'roster.csv of the weeks before; complete from its first day on')
      .option('--history-from <date>', 'first day from which the history is complete, where its first rows came later')
      .option('--requirement <file>', 'requirement.csv: adds coverage and cost to the answer')
      .option('--from <date>', 'first day judged; without it the Monday on or before the first shift')
      .option(
        '--weeks <number>',
        'weeks judged; without it up to the last shift',
        numberOption({ min: 1, max: 26, whole: true }),
      )
      .option('--zone <id>', 'zone where agents.json names none; UTC without it', zoneOption);
  },
  run,
});
