import { evaluateRoster, type Evaluation, type QueueCoverage } from '@yotei/scheduling/evaluation';
import type { RosterProblem } from '@yotei/scheduling/roster';
import {
  breachMessage,
  findRule,
  findTeamRule,
  type Breach,
  type CannotJudge,
  type TeamBreach,
} from '@yotei/scheduling/rules';
import { formatLocal, type ZoneId } from '@yotei/time';
import { cliCommand, type CommandContext } from '../frame/command.js';
import { ExitCode } from '../frame/exit-code.js';
import { csvLines, significant, type Cell } from '../io/csv-writer.js';
import { defineJudgedOptions, readJudged, type JudgedOptions } from './judged-roster.js';

interface CheckOptions extends JudgedOptions {
  readonly roster: string;
}

const COLUMNS = ['level', 'rule', 'agent', 'at', 'amount', 'unit', 'message', 'source'] as const;
type Row = Readonly<Record<(typeof COLUMNS)[number], Cell>>;

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
  const { problem, rosters } = await readJudged(options, [options.roster], context);
  const evaluation = evaluateRoster(problem, rosters[0]!);
  return emit({ evaluation, problem, withCoverage: options.requirement !== undefined }, context);
}

export const checkCommand = cliCommand<CheckOptions>({
  name: 'check',
  summary: 'judges a roster from anywhere: every breach of the rules, and coverage with a requirement',
  example: 'check --roster roster.json --agents agents.json --rules rules.json --history last-weeks.csv',
  define: (command) => {
    command.requiredOption('--roster <file>', 'roster.json: the shifts to judge');
    defineJudgedOptions(command, 'requirement.csv: adds coverage and cost to the answer');
  },
  run,
});
