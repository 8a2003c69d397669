import { selectAgents, type Fault, type RosterProblem } from '../../roster/index.js';
import { findTeamRule, TEAM_RULES } from './catalogue.js';

/** What is wrong with settings of rules across agents beyond their form: unknown rules, parameters, nobody meant. */
export function teamRuleFaults(problem: RosterProblem): Fault[] {
  const faults: Fault[] = [];
  (problem.teamRules ?? []).forEach((setting, i) => {
    const report = (field: string, message: string) => faults.push({ path: `teamRules[${i}].${field}`, message });
    const rule = findTeamRule(setting.ruleId);
    if (!rule) {
      const known = TEAM_RULES.map(({ id }) => id).join(', ');
      report('ruleId', `rule (${setting.ruleId}) must be one across agents: ${known}`);
      return;
    }
    for (const [key, value] of Object.entries(setting.parameters ?? {})) {
      const spec = rule.parameters.find((parameter) => parameter.key === key);
      const known = rule.parameters.map((parameter) => parameter.key).join(', ') || 'none';
      if (!spec) report(`parameters.${key}`, `${rule.id} has no such parameter; it has: ${known}`);
      else if (spec.unit === 'yes-no' && typeof value === 'boolean') continue;
      else if (!(typeof value === 'number' && Number.isInteger(value) && value >= spec.min && value <= spec.max))
        report(`parameters.${key}`, `${key} (${String(value)}) must be a whole number from ${spec.min} to ${spec.max}`);
    }
    if (selectAgents(setting.who, problem.agents).length === 0)
      report('who', 'no agent is meant; name agents, teams, sites, skills or seniorities they have');
    if (rule.needsPartners && !setting.partners) report('partners', `${rule.id} must name the partners`);
    else if (rule.needsPartners && selectAgents(setting.partners ?? {}, problem.agents).length === 0)
      report('partners', 'no agent is meant; name agents, teams, sites, skills or seniorities they have');
    if (!rule.hasWindow && (setting.fromMinute !== undefined || setting.untilMinute !== undefined))
      report('fromMinute', `${rule.id} judges whole days; take the times out`);
  });
  return faults;
}
