import { problemFaults, type Fault, type RosterProblem, type RuleSetting } from '../roster/index.js';
import { findRule } from './catalogue.js';
import { listOf, pairsOf } from './rule-parts.js';
import type { RuleTextSpec } from './work-rule.js';
import { teamRuleFaults } from './team/team-rule-faults.js';

export type ProblemValidation =
  { readonly kind: 'valid' } | { readonly kind: 'invalid'; readonly faults: readonly Fault[] };

/**
 * What is wrong with rule settings: unknown rules and parameters, values outside their range, and (where `templateIds` are
 * given) names of templates that do not exist.
 */
export function ruleSettingFaults(settings: readonly RuleSetting[], templateIds?: readonly string[]): Fault[] {
  const faults: Fault[] = [];
  settings.forEach((setting, i) => {
    const rule = findRule(setting.ruleId);
    if (!rule) {
      faults.push({ path: `rules[${i}].ruleId`, message: `rule (${setting.ruleId}) must be one of the catalogue's` });
      return;
    }
    for (const [key, value] of Object.entries(setting.parameters ?? {})) {
      const path = `rules[${i}].parameters.${key}`;
      const spec = rule.parameters.find((parameter) => parameter.key === key);
      const text = rule.texts?.find((each) => each.key === key);
      const known = [...rule.parameters, ...(rule.texts ?? [])].map((each) => each.key).join(', ') || 'none';
      if (text) faults.push(...textFaults(text, value, templateIds).map((message) => ({ path, message })));
      else if (!spec) faults.push({ path, message: `${rule.id} has no such parameter; it has: ${known}` });
      else if (spec.unit === 'yes-no' && typeof value === 'boolean') continue;
      else if (!(typeof value === 'number' && value >= spec.min && value <= spec.max)) {
        faults.push({ path, message: `${key} (${String(value)}) must be ${spec.min} to ${spec.max} ${spec.unit}` });
      }
    }
  });
  return faults;
}

function textFaults(spec: RuleTextSpec, value: unknown, templateIds: readonly string[] | undefined): string[] {
  if (typeof value !== 'string') return [`${spec.key} (${String(value)}) must be a text`];
  const pairs = spec.form === 'template-pairs' ? pairsOf(value) : [];
  if (pairs.includes(null)) return [`${spec.key} (${value}) must be pairs such as: late > early, night > early`];
  const ids = spec.form === 'templates' ? listOf(value) : pairs.flatMap((pair) => pair ?? []);
  return [...new Set(ids)]
    .filter((id) => templateIds && !templateIds.includes(id))
    .map((id) => `template (${id}) must be one of the templates`);
}

/** Whether rules, evaluation and engine can work on the problem; otherwise EVERY fault with its place and remedy. */
export function validateProblem(problem: RosterProblem): ProblemValidation {
  const templateIds = problem.templates.map((template) => template.id);
  const faults = [
    ...problemFaults(problem),
    ...ruleSettingFaults(problem.rules, templateIds),
    ...teamRuleFaults(problem),
  ];
  return faults.length === 0 ? { kind: 'valid' } : { kind: 'invalid', faults };
}
