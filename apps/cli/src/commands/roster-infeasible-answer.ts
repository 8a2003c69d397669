import { conflictMemberText, wordsOf } from '@yotei/scheduling/explanation';
import type { InfeasibleAgent } from '@yotei/scheduling/optimiser';
import type { RosterProblem } from '@yotei/scheduling/roster';
import { formatLocal } from '@yotei/time';
import type { CommandContext } from '../frame/command.js';
import { ExitCode } from '../frame/exit-code.js';

/** Answers that nobody can plan these agents, naming for each the shifts, absences and limits that fight. */
export async function answerInfeasible(
  agents: readonly InfeasibleAgent[],
  about: { readonly problem: RosterProblem; readonly file: string },
  context: CommandContext,
): Promise<ExitCode> {
  const { problem, file } = about;
  const words = wordsOf(problem, 'en');
  const textsOf = ({ agentId, ruleIds, conflict }: InfeasibleAgent): readonly string[] =>
    conflict?.map((member) => conflictMemberText(member, agentId, words)) ?? ruleIds;
  const document = {
    infeasible: agents.map((agent) => {
      const { agentId, ruleIds, conflict = [] } = agent;
      const at = (instant: number) => formatLocal(instant, words.zoneOf(agentId));
      const members = conflict.map((member, i) => ({
        kind: member.kind,
        ...('span' in member
          ? { start: at(member.span.startAt), end: at(member.span.endAt) }
          : { rule: member.ruleId, ...('limits' in member && { limits: member.limits }) }),
        text: textsOf(agent)[i],
      }));
      return { agentId, ruleIds, conflict: members };
    }),
  };
  await context.emit({ document: () => document, text: () => `${JSON.stringify(document, null, 2)}\n` });
  for (const agent of agents)
    context.note(
      `${file}: agent (${agent.agentId}) has no week in which these stand together: ${textsOf(agent).join('; ')}`,
    );
  return ExitCode.no;
}
