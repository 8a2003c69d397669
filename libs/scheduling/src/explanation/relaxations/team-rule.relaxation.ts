import type { RosterProblem, TeamRuleSetting } from '../../roster/index.js';
import { findTeamRule, teamValue } from '../../rules/index.js';
import type { RelaxedLimit, Relaxation } from './relaxation.js';

type TeamRules = readonly TeamRuleSetting[];

interface RelaxedRules {
  readonly limit: Extract<RelaxedLimit, { kind: 'team-rule' }>;
  readonly teamRules: TeamRules;
}

/** The same for every agent of a problem, so that the rules are counted once for all of them. */
const known = new WeakMap<TeamRules, readonly RelaxedRules[]>();

/**
 * Every must rule across agents with its number of agents one further in the direction that lets more through, or left out
 * where it has none.
 */
export const teamRule: Relaxation = {
  kind: 'team-rule',
  relax: ({ solo }) => {
    const { teamRules = [] } = solo;
    let relaxed = known.get(teamRules);
    if (!relaxed) known.set(teamRules, (relaxed = teamRules.flatMap((_, index) => relaxedRules(teamRules, index))));
    return relaxed.map(({ limit, teamRules: rules }) => ({
      limit,
      key: `team-rule ${limit.settingId}`,
      solo: withTeamRules(solo, rules),
    }));
  },
};

const withTeamRules = (solo: RosterProblem, teamRules: TeamRules): RosterProblem => ({ ...solo, teamRules });

function relaxedRules(teamRules: TeamRules, index: number): RelaxedRules[] {
  const setting = teamRules[index]!;
  const rule = findTeamRule(setting.ruleId);
  if (!rule || setting.level !== 'must') return [];
  const { id: settingId, ruleId, title } = setting;
  const named = { kind: 'team-rule' as const, settingId, ruleId, title };
  const spec = rule.parameters.find(({ key }) => key === 'agents');
  if (!spec) return [{ limit: { ...named, from: null, to: null }, teamRules: teamRules.toSpliced(index, 1) }];
  const from = teamValue(spec, setting.parameters ?? {});
  const to = Math.max(spec.min, from + (ruleId.startsWith('minimum-') ? -1 : 1));
  if (to === from) return [];
  const relaxed = { ...setting, parameters: { ...setting.parameters, agents: to } };
  return [{ limit: { ...named, from, to }, teamRules: teamRules.with(index, relaxed) }];
}
