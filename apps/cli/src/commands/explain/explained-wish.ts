import { conflictMemberText, explainWeek, weekSentence, wordsOf } from '@yotei/scheduling/explanation';
import { shortHourPrice } from '@yotei/scheduling/optimiser';
import { shiftsToJson, type Preference, type Roster, type RosterProblem } from '@yotei/scheduling/roster';
import type { Result } from '../../frame/command.js';
import { significant } from '../../io/csv-writer.js';
import { differenceDocument } from './difference.js';

const DIGITS = 6;

/** Why the agent's week is not the wished one: a sentence for the planner, one for the agent, and what would change. */
export function explainedWish(problem: RosterProblem, roster: Roster, wish: Preference): Result {
  const found = explainWeek(problem, roster, { wish });
  const words = wordsOf(problem, 'en');
  const sentence = (audience: 'planner' | 'agent') =>
    weekSentence(found, { wish, audience, hourPrice: shortHourPrice(problem) }, words);
  const lines = [`planner: ${sentence('planner')}`, `agent: ${sentence('agent')}`];
  return {
    text: () => `${lines.join('\n')}\n`,
    document: () => ({
      agent: wish.agentId,
      kind: found.kind,
      planner: sentence('planner'),
      toAgent: sentence('agent'),
      ...(found.kind === 'forbidden' && {
        conflict: found.conflict.map((member) => conflictMemberText(member, wish.agentId, words)),
      }),
      ...(found.kind === 'possible' && {
        costChange: significant(found.costChange, DIGITS),
        shifts: shiftsToJson(found.shifts, problem.zone),
        difference: differenceDocument(found.difference, problem),
      }),
    }),
  };
}
