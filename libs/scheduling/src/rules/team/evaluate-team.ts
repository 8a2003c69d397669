import type { RosterProblem, RuleParameters, Shift, TeamRuleSetting } from '../../roster/index.js';
import { findTeamRule } from './catalogue.js';
import { teamScope, teamView, type TeamScope } from './team-view.js';
import type { TeamBreach, TeamRule } from './team-rule.js';

/** A setting ready to be judged. */
export interface ActiveTeamRule {
  readonly rule: TeamRule;
  readonly setting: TeamRuleSetting;
  readonly parameters: RuleParameters;
  readonly scope: TeamScope;
  /** Agents whose shifts the rule looks at. */
  readonly agentIds: ReadonlySet<string>;
}

const active = new WeakMap<RosterProblem, readonly ActiveTeamRule[]>();

/** The problem's rules across agents, made ready once. Throws for a rule the catalogue does not hold. */
export function activeTeamRules(problem: RosterProblem): readonly ActiveTeamRule[] {
  let rules = active.get(problem);
  if (!rules) {
    rules = (problem.teamRules ?? []).map((setting) => {
      const rule = findTeamRule(setting.ruleId);
      if (!rule) throw new Error(`ruleId (${setting.ruleId}) must be a rule across agents; see TEAM_RULES for the ids`);
      const scope = teamScope(problem, setting);
      const agentIds = new Set([...scope.members, ...scope.partners].map(({ id }) => id));
      return { rule, setting, parameters: setting.parameters ?? {}, scope, agentIds };
    });
    active.set(problem, rules);
  }
  return rules;
}

/** Judges one setting against planned shifts; breaches by instant. */
export function judgeTeamRule(
  { rule, setting, parameters, scope }: ActiveTeamRule,
  planned: (agentId: string) => readonly Shift[],
): TeamBreach[] {
  const findings = rule.evaluate(teamView(scope, planned), parameters);
  return findings
    .map(({ agentIds, at, span, amount, values }): TeamBreach => ({
      ruleId: rule.id,
      settingId: setting.id,
      level: setting.level,
      agentIds,
      at,
      span: { startAt: span.startAt, endAt: span.endAt },
      amount: Math.ceil(amount),
      values,
      source: setting.title ?? rule.source,
    }))
    .sort((a, b) => a.at - b.at);
}
