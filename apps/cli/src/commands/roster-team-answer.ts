import type { TeamRulesUnmet } from '@yotei/scheduling/optimiser';
import { shiftsToJson, type RosterProblem } from '@yotei/scheduling/roster';
import { breachMessage } from '@yotei/scheduling/rules';
import { formatLocal } from '@yotei/time';
import type { CommandContext } from '../frame/command.js';
import { ExitCode } from '../frame/exit-code.js';

/**
 * What `yotei roster` says when a must rule across agents could not be kept: which setting, when, by how much, whether no
 * roster can, and beside it the nearest roster found, under a name that no reader of rosters takes for a plan.
 */
export async function answerTeamRulesUnmet(
  { breaches, proven, roster }: TeamRulesUnmet,
  problem: RosterProblem,
  context: CommandContext,
): Promise<ExitCode> {
  const titles = new Map(problem.teamRules?.map(({ id, title }) => [id, title]));
  const unmet = breaches.map((breach) => ({
    rule: breach.ruleId,
    id: breach.settingId,
    title: titles.get(breach.settingId),
    start: formatLocal(breach.span.startAt, problem.zone),
    end: formatLocal(breach.span.endAt, problem.zone),
    amount: breach.amount,
    agents: breach.agentIds,
    message: breachMessage(breach),
  }));
  const document = {
    teamRulesUnmet: unmet,
    proven,
    nearestRoster: roster ? { shifts: shiftsToJson(roster.shifts, problem.zone) } : null,
  };
  await context.emit({ document: () => document, text: () => `${JSON.stringify(document, null, 2)}\n` });
  for (const { rule, id, title, start, message } of unmet)
    context.note(`${id} (${title === undefined ? rule : `${title}, ${rule}`}): ${start}: ${message}`);
  context.note(
    proven
      ? 'no roster can keep this: too few of the agents could be there, or locked shifts break it; change the rule, who may work then or what is locked'
      : 'no roster was found that keeps this; give it more time, or set the rule to prefer',
  );
  return ExitCode.no;
}
