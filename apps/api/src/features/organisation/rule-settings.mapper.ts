import type { RuleParameters, RuleSetting as DomainRule } from '@yotei/scheduling/roster';
import type { RuleLevel, RuleSetting } from './organisation.graphql-types.js';

/** A stored setting as the rules know it; the enum's values are the domain's words. */
export function domainRuleOf(row: RuleSetting): DomainRule {
  const { ruleId, level, parameters, weight, contractIds, siteIds, source } = row;
  return {
    ruleId,
    level,
    parameters: parameters as RuleParameters,
    ...(weight !== null && { weight }),
    ...(contractIds && { contractIds }),
    ...(siteIds && { siteIds }),
    ...(source && { source }),
  };
}

/** The other way round. */
export function ruleRowOf(rule: DomainRule): RuleSetting {
  return {
    ruleId: rule.ruleId,
    level: rule.level as RuleLevel,
    parameters: rule.parameters ?? {},
    weight: rule.weight ?? null,
    contractIds: rule.contractIds ? [...rule.contractIds] : null,
    siteIds: rule.siteIds ? [...rule.siteIds] : null,
    source: rule.source ?? null,
  };
}
