import { createHash } from 'node:crypto';
import { availableParallelism } from 'node:os';
import { scoreBreakdown } from '@yotei/scheduling/evaluation';
import { withSkillSetDemand } from '@yotei/scheduling/multi-skill';
import type { OptimiseProgress, OptimiseResult, UnmetInterval } from '@yotei/scheduling/optimiser';
import { rosterCsvRows, shiftsToJson, type Roster, type RosterProblem } from '@yotei/scheduling/roster';
import { daysBetween, formatLocal, isLocalDate, localDateOf, type LocalDate, type ZoneId } from '@yotei/time';
import { cliCommand, type CliCommand, type CommandContext } from '../frame/command.js';
import { ExitCode } from '../frame/exit-code.js';
import { durationOption, numberOption, zoneOption } from '../frame/option-values.js';
import { badInput, ProblemList } from '../frame/problem-list.js';
import { csvLines, significant } from '../io/csv-writer.js';
import { refuseWithoutFolder, writeFileWhole } from '../io/output-file.js';
import { makeFolder, writeCalendars } from '../io/roster-calendar.js';
import { problemOfInput, readRoster, readRosterInput } from '../io/roster-input.js';
import { readSkillSets } from '../io/skill-set-file.js';
import { explainRoster, explanationDocument, explanationLines } from './explain/explained-roster.js';
import { answerInfeasible } from './roster-infeasible-answer.js';
import { sessionsDocument } from './roster-sessions.js';
import { answerTeamRulesUnmet } from './roster-team-answer.js';
import { answerBreaks, defineBreaksOptions, type BreaksFlags } from './roster-breaks.js';
import { planInThread, type PlanRoster } from './roster-engine.js';
import {
  defineReplanOptions,
  readAbsences,
  readReplan,
  refuseReplanWithoutRoster,
  replanned,
  withAbsences,
  type ReplanFlags,
} from './roster-replan.js';

interface RosterOptions extends ReplanFlags, BreaksFlags {
  readonly requirement: string;
  readonly agents: string;
  readonly rules: string;
  readonly from: LocalDate;
  readonly weeks: number;
  readonly history?: string;
  readonly historyFrom?: string;
  readonly timeLimit?: number;
  readonly iterations?: number;
  readonly seed: number;
  readonly threads?: number;
  readonly csv?: string;
  readonly ics?: string;
  readonly explain?: boolean;
  readonly bySkillSet?: string;
  readonly zone?: ZoneId;
}

type Planned = Extract<OptimiseResult, { kind: 'roster' }>;

interface PlanningInput {
  readonly problem: RosterProblem;
  readonly resumeFrom?: Roster;
  /** A remark on how the roster of --resume is used. */
  readonly note?: string;
}

const VERSION = '0.1.0';
const DIGITS = 9;
const MOST_THREADS = 64;
const MOST_USEFUL_THREADS = 8;
const LEAST_AGENTS_FOR_THREADS = 10;

async function readInput(options: RosterOptions): Promise<PlanningInput> {
  const problems = new ProblemList();
  if (!isLocalDate(options.from)) {
    throw badInput({ field: '--from', message: `'${options.from}' is not a date; expected for example 2026-11-02` });
  }
  const input = await readRosterInput(options, options.zone ?? 'UTC', problems);
  const zone = input?.agents.zone ?? 'UTC';
  const resumed = options.resume === undefined ? null : await readRoster(options.resume, zone, problems);
  problems.throwIfAny();
  const zones = new Map(input!.agents.agents.map((agent) => [agent.id, agent.zone]));
  for (const { agentId } of resumed?.shifts ?? []) {
    if (!zones.has(agentId))
      problems.add({ file: options.resume, message: `agent (${agentId}) is not in ${options.agents}` });
  }
  const shifts = resumed?.shifts.filter(({ agentId }) => zones.has(agentId)) ?? [];
  const dayOf = (agentId: string, at: number) => daysBetween(options.from, localDateOf(at, zones.get(agentId)!));
  const before = shifts.filter((shift) => dayOf(shift.agentId, shift.startAt) < 0);
  const inside = shifts.filter((shift) => {
    const day = dayOf(shift.agentId, shift.startAt);
    return day >= 0 && day < options.weeks * 7;
  });
  const fixedShifts = inside.filter((shift) => shift.locked);
  const problem = problemOfInput(
    input!,
    {
      startsOn: options.from,
      weeks: options.weeks,
      moreHistory: before,
      fixedShifts,
      resume: options.resume,
      toPlan: true,
    },
    problems,
  );
  problems.throwIfAny();
  const sets = options.bySkillSet === undefined ? [] : await readSkillSets(options.bySkillSet, problem, problems);
  problems.throwIfAny();
  const asked = sets.length > 0 ? withSkillSetDemand(problem, sets) : problem;
  return resumed ? startingFrom(asked, { shifts: inside }, options, problems) : withoutStart(asked, options);
}

function withoutStart(problem: RosterProblem, options: RosterOptions): PlanningInput {
  refuseReplanWithoutRoster(options);
  return { problem };
}

/** The roster of --resume as a start, or as what is planned again. */
async function startingFrom(
  problem: RosterProblem,
  base: Roster,
  options: RosterOptions,
  problems: ProblemList,
): Promise<PlanningInput> {
  const agents = { ids: new Set(problem.agents.map(({ id }) => id)), zone: problem.zone };
  if (options.breaksOnly) {
    const absences = await readAbsences(options.changes, agents, problems);
    problems.throwIfAny();
    return { problem: withAbsences(problem, absences), resumeFrom: base };
  }
  const again = await readReplan(options, agents, problems);
  problems.throwIfAny();
  return again ? replanned(problem, base, again) : { problem, resumeFrom: base };
}

function documentOf(
  planned: Planned,
  problem: RosterProblem,
  made: { readonly seed: number; readonly threads: number },
) {
  const { cost, lowerBound, gapHours, requiredHours, parts } = planned;
  const unmetOf = ({ queueId, startAt, required, scheduled, why }: UnmetInterval) => ({
    queue: queueId,
    start: formatLocal(startAt, problem.zone),
    required: significant(required, DIGITS),
    scheduled: significant(scheduled, DIGITS),
    why,
  });
  return {
    shifts: shiftsToJson(planned.roster.shifts, problem.zone),
    score: {
      hardBreaches: 0,
      cost,
      lowerBound,
      // Of the required hours: a share of the cost misleads where hardly anything is short.
      gap: requiredHours > 0 ? gapHours / requiredHours : 0,
      gapHours,
      requiredHours,
      parts,
    },
    unmet: planned.unmet.map(unmetOf),
    ...(planned.sessions && { sessions: sessionsDocument(planned.sessions, problem) }),
    run: {
      ...made,
      seconds: significant(planned.seconds, 4),
      iterations: planned.iterations,
      stoppedBy: planned.stoppedBy,
      inputHash: createHash('sha256').update(JSON.stringify(problem)).digest('hex'),
      version: VERSION,
    },
  };
}

/** Where the cost comes from, for whoever reads it with a program. */
function breakdownOf(problem: RosterProblem, roster: Roster): object {
  const { byAgent, byInterval, teamRules } = scoreBreakdown(problem, roster);
  return {
    byAgent: byAgent.map(({ agentId, cost, parts }) => ({ agent: agentId, cost, parts })),
    byInterval: byInterval.map(({ startAt, ...costs }) => ({ start: formatLocal(startAt, problem.zone), ...costs })),
    teamRules,
  };
}

function progressLine({ phase, bestCost, gapHours, shortSlots }: OptimiseProgress): string {
  const best = bestCost === null ? '' : `, cost ${Math.round(bestCost)}`;
  const gap = gapHours === null ? '' : `, within ${gapHours.toFixed(1)} hours of the bound`;
  return `${phase}${best}${gap}, ${shortSlots} short intervals`;
}

/** The roster in the further forms that options ask for. */
async function writeFurtherFiles(roster: Roster, problem: RosterProblem, options: RosterOptions): Promise<void> {
  if (options.csv !== undefined) {
    const [header, ...rows] = rosterCsvRows(roster, problem.zone);
    await writeFileWhole(options.csv, csvLines(header!, rows));
  }
  if (options.ics !== undefined) await writeCalendars(options.ics, roster, { names: problem, writtenAt: Date.now() });
}

async function answerPlanned(
  planned: Planned,
  problem: RosterProblem,
  options: RosterOptions,
  context: CommandContext,
): Promise<ExitCode> {
  const explained = options.explain ? explainRoster(problem, planned.roster) : null;
  const document = {
    ...documentOf(planned, problem, { seed: options.seed, threads: threadsFor(options, problem) }),
    ...(explained && { explanation: explanationDocument(explained) }),
  };
  const whole = () => ({ ...document, score: { ...document.score, ...breakdownOf(problem, planned.roster) } });
  await context.emit({
    document: whole,
    text: () => `${JSON.stringify(document, null, 2)}
`,
  });
  await writeFurtherFiles(planned.roster, problem, options);
  const { cost, gapHours, requiredHours, unmet, stoppedBy } = planned;
  context.note(
    `${planned.roster.shifts.length} shifts, 0 hard breaches, cost ${Math.round(cost)}: within ${gapHours.toFixed(1)} hours of ${Math.round(requiredHours)} required; ${unmet.length} short intervals; stopped by ${stoppedBy}`,
  );
  if (explained) for (const line of explanationLines(explained)) context.note(line);
  return stoppedBy === 'optimal' || stoppedBy === 'converged' ? ExitCode.done : ExitCode.stopped;
}

/**
 * Threads for the run: what was asked for; else those of the machine as far as they pay, which is not in a centre so small
 * that one alone is done at once. The result of a step limit depends on the number, so that the default there is one.
 */
function threadsFor(options: RosterOptions, problem: RosterProblem): number {
  if (options.threads !== undefined) return options.threads;
  if (options.iterations !== undefined || problem.agents.length < LEAST_AGENTS_FOR_THREADS) return 1;
  return Math.min(MOST_USEFUL_THREADS, availableParallelism());
}

async function run(plan: PlanRoster, options: RosterOptions, context: CommandContext): Promise<ExitCode> {
  const { problem, resumeFrom, note } = await readInput(options);
  if (options.csv !== undefined) await refuseWithoutFolder(options.csv, '--csv');
  if (options.ics !== undefined) await makeFolder(options.ics, '--ics');
  if (note !== undefined) context.note(note);
  if (options.breaksOnly) {
    const answer = await answerBreaks(problem, resumeFrom, options.at, context);
    await writeFurtherFiles(answer.roster, problem, options);
    return answer.code;
  }
  const result = await plan({
    problem,
    settings: {
      seed: options.seed,
      timeLimitSeconds: options.timeLimit,
      iterationLimit: options.iterations,
      resumeFrom,
      threads: threadsFor(options, problem),
    },
    signal: context.signal,
    onProgress: (progress) => {
      const fraction = options.timeLimit === undefined ? null : Math.min(1, progress.seconds / options.timeLimit);
      context.progress.update({ fraction, message: progressLine(progress) });
    },
  });
  context.progress.finish();
  if (result.kind === 'roster') return answerPlanned(result, problem, options, context);
  if (result.kind === 'infeasible') return answerInfeasible(result.agents, { problem, file: options.agents }, context);
  if (result.kind === 'team-rules-unmet') return answerTeamRulesUnmet(result, problem, context);
  if (result.kind === 'stopped-before-first-roster') {
    context.note(`stopped after ${result.seconds.toFixed(1)} s, before the first roster: nothing to write`);
    return ExitCode.stopped;
  }
  const ids = result.ruleIds.join(', ');
  throw badInput({ file: options.rules, message: `${ids}: can only be checked, not planned for; set it to prefer` });
}

/** `yotei roster` with the engine it runs on. */
export const rosterCommandWith = (plan: PlanRoster): CliCommand =>
  cliCommand<RosterOptions>({
    name: 'roster',
    summary: 'who works when: shifts with breaks that cover a requirement and keep every must rule',
    example:
      'roster --requirement requirement.csv --agents agents.json --rules rules.json --from 2026-11-02 --time-limit 60s --out roster.json',
    define: (command) => {
      command
        .requiredOption('--requirement <file>', 'requirement.csv: agents to roster by queue and interval')
        .requiredOption('--agents <file>', 'agents.json: agents, contracts, templates, absences, wishes')
        .requiredOption('--rules <file>', 'rules.json: rules with levels and parameters, prices')
        .requiredOption('--from <date>', 'first day planned')
        .option('--weeks <number>', 'weeks planned', numberOption({ min: 1, max: 26, whole: true }), 1)
        .option('--history <file>', 'roster.csv of the weeks before; complete from its first day on')
        .option(
          '--history-from <date>',
          'first day from which the history is complete, where its first rows came later',
        )
        .option(
          '--time-limit <duration>',
          'stop there; without a limit it ends when nothing improves any more',
          durationOption,
        )
        .option(
          '--iterations <number>',
          'stop after so many search steps: the same result on every machine',
          numberOption({ min: 0, whole: true }),
        )
        .option('--seed <number>', 'of the random choices', numberOption({ min: 0, whole: true }), 1)
        .option(
          '--threads <number>',
          'that share the work; without it one for each core, or one with --iterations',
          numberOption({ min: 1, max: MOST_THREADS, whole: true }),
        )
        .option('--resume <file>', 'roster.json to start from; its locked shifts stay')
        .option('--explain', 'say what is short and why, whose wishes are not met, and what would help most')
        .option('--csv <file>', 'writes the roster as one row an activity too')
        .option('--ics <folder>', 'writes a calendar file an agent, with an event a shift')
        .option(
          '--by-skill-set <file>',
          'agents by skill set, as requirement --by-skill-set writes them; planned for instead',
        )
        .option('--zone <id>', 'zone where agents.json names none; UTC without it', zoneOption);
      defineReplanOptions(command);
      defineBreaksOptions(command);
    },
    run: (options, context) => run(plan, options, context),
  });

export const rosterCommand = rosterCommandWith(planInThread);
