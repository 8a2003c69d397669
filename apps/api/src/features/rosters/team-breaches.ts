import type { RosterProblem, Shift } from '@yotei/scheduling/roster';
import { activeTeamRules, judgeTeamRule, type Breach, type TeamBreach } from '@yotei/scheduling/rules';

/** A breach across agents in the form of one agent's: of the first it is about, or of nobody where too few are on duty. */
export function breachOfTeam({ agentIds, settingId, ...breach }: TeamBreach): Breach {
  return { ...breach, agentId: agentIds[0] ?? '', values: { ...breach.values, settingId } };
}

/** Must breaches across agents of settings that `after` breaks by more than `before`. */
export function worseTeamBreaches(
  problem: RosterProblem,
  before: readonly Shift[],
  after: readonly Shift[],
): { readonly breaches: Breach[]; readonly worse: Breach[] } {
  const found: { breaches: Breach[]; worse: Breach[] } = { breaches: [], worse: [] };
  for (const rule of activeTeamRules(problem)) {
    const judged = judgeTeamRule(rule, shiftsOf(after));
    const breaches = judged.map(breachOfTeam);
    found.breaches.push(...breaches);
    if (rule.setting.level !== 'must') continue;
    if (amountOf(judged) > amountOf(judgeTeamRule(rule, shiftsOf(before)))) found.worse.push(...breaches);
  }
  return found;
}

const amountOf = (breaches: readonly TeamBreach[]): number => breaches.reduce((sum, { amount }) => sum + amount, 0);

const shiftsOf =
  (shifts: readonly Shift[]) =>
  (agentId: string): Shift[] =>
    shifts.filter((shift) => shift.agentId === agentId).sort((a, b) => a.startAt - b.startAt);
