import type { Roster, RosterProblem } from '@yotei/scheduling/roster';
import { KEEP, replan, type Keep, type NewAbsence, type ReplanOptions } from '@yotei/scheduling/reoptimise';
import type { Instant, LocalDate, ZoneId } from '@yotei/time';
import type { Command } from 'commander';
import { instantOption, listOption, numberOption } from '../frame/option-values.js';
import { badInput, type ProblemList } from '../frame/problem-list.js';
import { readChanges, reportDate } from '../io/roster-input.js';

/** Options of planning again around changes. */
export interface ReplanFlags {
  readonly resume?: string;
  readonly keep?: readonly string[];
  readonly publishedUntil?: LocalDate;
  readonly changes?: string;
  readonly now?: Instant;
  readonly disruption?: number;
}

export function defineReplanOptions(command: Command): void {
  command
    .option('--keep <list>', `of the roster of --resume: ${KEEP.join(', ')}, by commas`, listOption)
    .option('--published-until <date>', 'last day that published-days keeps; all without it')
    .option('--changes <file>', 'changes.json: absences that became known since')
    .option('--now <time>', 'when it is decided: what began earlier stays, late changes weigh more', instantOption)
    .option(
      '--disruption <number>',
      'price of change against the roster of --resume: 0 free, 1 as usual, more is calmer',
      numberOption({ min: 0 }),
    );
}

/** Whether any option asks for planning again rather than for a fresh start from a roster. */
const asksForReplan = ({ keep, changes, now, disruption }: ReplanFlags): boolean =>
  [keep, changes, now, disruption].some((flag) => flag !== undefined);

function keepOf({ keep = [] }: ReplanFlags): Keep[] {
  return keep.map((part) => {
    const known = KEEP.find((each) => each === part);
    if (known) return known;
    throw badInput({ field: '--keep', message: `'${part}' can not be kept; expected ${KEEP.join(', ')}` });
  });
}

/** Options of planning again mean nothing without the roster to plan again. */
export function refuseReplanWithoutRoster(flags: ReplanFlags & { readonly breaksOnly?: boolean }): void {
  if (flags.resume === undefined && (asksForReplan(flags) || flags.breaksOnly))
    throw badInput({ field: '--resume', message: 'is missing; name the roster.json to plan again' });
}

/** What the options ask for; null where they do not ask for planning again. Problems go to the list. */
export async function readReplan(
  flags: ReplanFlags,
  agents: { readonly ids: ReadonlySet<string>; readonly zone: ZoneId },
  problems: ProblemList,
): Promise<ReplanOptions | null> {
  if (!asksForReplan(flags)) return null;
  reportDate('--published-until', flags.publishedUntil, problems);
  const absences = await readAbsences(flags.changes, agents, problems);
  return {
    keep: keepOf(flags),
    disruption: flags.disruption,
    decidedAt: flags.now,
    publishedUntilOn: flags.publishedUntil,
    absences,
  };
}

/** Absences of `changes.json`; none without a file. */
export async function readAbsences(
  file: string | undefined,
  { ids, zone }: { readonly ids: ReadonlySet<string>; readonly zone: ZoneId },
  problems: ProblemList,
): Promise<readonly NewAbsence[]> {
  const changes = file === undefined ? null : await readChanges(file, zone, problems);
  changes?.absences.forEach(({ agentId }, i) => {
    if (!ids.has(agentId))
      problems.add({ file, field: `absences[${i}].agent`, message: `agent (${agentId}) must be one of the agents` });
  });
  return changes?.absences ?? [];
}

/** The problem with further absences, for breaks that are placed around them. */
export function withAbsences(problem: RosterProblem, absences: readonly NewAbsence[]): RosterProblem {
  const timeOff = absences.map((absence) => ({ ...absence, paidMinutes: absence.paidMinutes ?? 0 }));
  return absences.length === 0 ? problem : { ...problem, timeOff: [...problem.timeOff, ...timeOff] };
}

export interface ReplannedInput {
  readonly problem: RosterProblem;
  readonly resumeFrom: Roster;
  /** One line for the person who asked. */
  readonly note: string;
}

/** The problem of planning again, and where the engine starts. */
export function replanned(problem: RosterProblem, base: Roster, options: ReplanOptions): ReplannedInput {
  const again = replan(problem, base, options);
  const lost = again.released.length;
  const kept = options.keep.length > 0 ? `keeps ${options.keep.join(', ')}` : 'keeps nothing by order';
  return {
    problem: again.problem,
    resumeFrom: again.resumeFrom,
    note: `plans again from ${base.shifts.length} shifts: ${kept}; ${lost} shifts fall into absences`,
  };
}
