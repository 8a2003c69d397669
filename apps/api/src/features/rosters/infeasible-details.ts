import { conflictMemberText, wordsOf } from '@yotei/scheduling/explanation';
import type { InfeasibleAgent } from '@yotei/scheduling/optimiser';
import type { RosterProblem } from '@yotei/scheduling/roster';
import type { JsonValue } from '../../platform/jobs/job-definition.js';

/** Agents told in full; beyond them only their number. */
const MOST_AGENTS = 20;

/** Who cannot be planned, with what fights in both languages: what a failed job says of it. */
export function infeasibleDetails(
  agents: readonly InfeasibleAgent[],
  problem: RosterProblem,
): { readonly [key: string]: JsonValue } {
  const textsIn = (language: 'en' | 'ja', { agentId, conflict = [] }: InfeasibleAgent): string[] => {
    const words = wordsOf(problem, language);
    return conflict.map((member) => conflictMemberText(member, agentId, words));
  };
  return {
    count: agents.length,
    agents: agents.slice(0, MOST_AGENTS).map((agent) => ({
      agentId: agent.agentId,
      ruleIds: agent.ruleIds,
      conflict: { en: textsIn('en', agent), ja: textsIn('ja', agent) },
    })),
  };
}
