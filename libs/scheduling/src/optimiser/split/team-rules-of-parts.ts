import { selectAgents, type RosterProblem, type TeamRuleSetting } from '../../roster/index.js';
import { findTeamRule, teamValue } from '../../rules/index.js';

/**
 * Weight of a rule that a part holds only its share of, cost units for a minute and for anything else: as dear as breaking
 * a must rule, but never a reason for a part to have no roster.
 */
const SHARED_MINUTE_WEIGHT = 130;
const SHARED_COUNT_WEIGHT = 20_000;

/** Agents a rule looks at. */
export function agentsOfRule({ agents }: RosterProblem, { who, partners }: TeamRuleSetting): readonly string[] {
  const meant = [who, ...(partners ? [partners] : [])].flatMap((selector) => selectAgents(selector, agents));
  return [...new Set(meant.map(({ id }) => id))];
}

/** The number of agents a rule speaks of, where it has one. */
function agentsAsked({ ruleId, parameters = {} }: TeamRuleSetting): number | null {
  const spec = findTeamRule(ruleId)?.parameters.find(({ key }) => key === 'agents');
  return spec ? teamValue(spec, parameters) : null;
}

/**
 * Whether the rule can be shared between so many parts: each holds a share of its number, and the shares together keep the
 * whole. A most of one agent for several parts cannot; nor can partners or a common start.
 */
export function isShareable(setting: TeamRuleSetting, parts: number): boolean {
  const agents = agentsAsked(setting);
  if (agents === null) return false;
  return setting.ruleId === 'minimum-on-duty' || agents >= parts;
}

/**
 * The rules across agents of each group. A rule whose agents are all in one group stays as it is. One over several groups
 * becomes a dear preferred rule of each with a share of its number by their agents, so that a part which cannot hold its
 * share still has a roster; the shares add up to the whole's number. Rules of partners or a common start count inside groups.
 */
export function teamRulesOfParts(
  problem: RosterProblem,
  groups: readonly (readonly string[])[],
): { readonly rules: readonly (readonly TeamRuleSetting[])[]; readonly shared: boolean } {
  const rules: TeamRuleSetting[][] = groups.map(() => []);
  let shared = false;
  for (const setting of problem.teamRules ?? []) {
    const meant = new Set(agentsOfRule(problem, setting));
    const counts = groups.map((ids) => ids.filter((id) => meant.has(id)).length);
    const concerned = counts.flatMap((count, group) => (count > 0 ? [group] : []));
    if (concerned.length > 1) shared = true;
    for (const group of concerned) {
      const share = concerned.length > 1 ? shareOf(setting, counts, group) : setting;
      if (share) rules[group]!.push(share);
    }
  }
  return { rules, shared };
}

/** What one group holds of a rule over several; null where its share is nothing to hold. */
function shareOf(setting: TeamRuleSetting, counts: readonly number[], group: number): TeamRuleSetting | null {
  const minutes = findTeamRule(setting.ruleId)?.amountUnit === 'minutes';
  const dear = minutes ? SHARED_MINUTE_WEIGHT : SHARED_COUNT_WEIGHT;
  const preferred: TeamRuleSetting = setting.level === 'must' ? { ...setting, level: 'prefer', weight: dear } : setting;
  const asked = agentsAsked(setting);
  if (asked === null) return preferred;
  const total = counts.reduce((sum, count) => sum + count, 0);
  const upTo = (end: number) =>
    Math.round((asked * counts.slice(0, end).reduce((sum, count) => sum + count, 0)) / total);
  const agents = upTo(group + 1) - upTo(group);
  if (agents === 0 && setting.ruleId === 'minimum-on-duty') return null;
  return { ...preferred, parameters: { ...setting.parameters, agents } };
}
