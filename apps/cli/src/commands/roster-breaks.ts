import { evaluateRoster } from '@yotei/scheduling/evaluation';
import { replaceBreaks, type ReplacedBreaks } from '@yotei/scheduling/optimiser';
import { shiftsToJson, type Roster, type RosterProblem } from '@yotei/scheduling/roster';
import { formatLocal, type Instant } from '@yotei/time';
import type { Command } from 'commander';
import type { CommandContext } from '../frame/command.js';
import { ExitCode } from '../frame/exit-code.js';
import { instantOption } from '../frame/option-values.js';
import { badInput } from '../frame/problem-list.js';

/** Options of placing only the breaks again. */
export interface BreaksFlags {
  readonly breaksOnly?: boolean;
  readonly at?: Instant;
}

export function defineBreaksOptions(command: Command): void {
  command
    .option('--breaks-only', 'places the breaks of the roster of --resume again; shifts stay')
    .option('--at <time>', 'with --breaks-only: what began earlier stays', instantOption);
}

function documentOf(problem: RosterProblem, answer: ReplacedBreaks, score: object): object {
  return {
    shifts: shiftsToJson(answer.roster.shifts, problem.zone),
    score,
    moved: answer.moved.map(({ agentId, shiftStartAt, count }) => ({
      agent: agentId,
      shiftStart: formatLocal(shiftStartAt, problem.zone),
      activities: count,
    })),
  };
}

/** Answers `--breaks-only`: the roster with its breaks at better places, and what that gains. */
export async function answerBreaks(
  problem: RosterProblem,
  roster: Roster | undefined,
  at: Instant | undefined,
  context: CommandContext,
): Promise<{ readonly roster: Roster; readonly code: ExitCode }> {
  if (!roster) throw badInput({ field: '--resume', message: 'is missing; name the roster.json whose breaks to place' });
  if (at === undefined)
    throw badInput({ field: '--at', message: 'is missing; say from when breaks may move, such as 2026-11-04T13:00Z' });
  const startedAt = context.nowMillis();
  const answer = replaceBreaks(problem, roster, { fromAt: at });
  const seconds = (context.nowMillis() - startedAt) / 1000;
  const { hardBreaches, cost, parts } = evaluateRoster(problem, answer.roster);
  const { staffingBefore, staffingAfter, moved } = answer;
  const document = documentOf(problem, answer, { hardBreaches, cost, parts, staffingBefore, staffingAfter });
  await context.emit({ document: () => document, text: () => `${JSON.stringify(document, null, 2)}\n` });
  context.note(
    `breaks of ${moved.length} of ${answer.searchedShifts} shifts moved in ${seconds.toFixed(2)} s: staffing cost ${Math.round(staffingBefore)} before, ${Math.round(staffingAfter)} now`,
  );
  return { roster: answer.roster, code: ExitCode.done };
}
