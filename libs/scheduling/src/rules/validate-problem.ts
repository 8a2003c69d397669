import { problemFaults, type Fault, type RosterProblem, type RuleSetting } from '../roster/index.js';
import { findRule } from './catalogue.js';

export type ProblemValidation =
  { readonly kind: 'valid' } | { readonly kind: 'invalid'; readonly faults: readonly Fault[] };

/** What is wrong with rule settings: unknown rules and parameters, values outside their range. */
export function ruleSettingFaults(settings: readonly RuleSetting[]): Fault[] {
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
      const known = rule.parameters.map((parameter) => parameter.key).join(', ') || 'none';
      if (!spec) faults.push({ path, message: `${rule.id} has no such parameter; it has: ${known}` });
      else if (!(typeof value === 'number' && value >= spec.min && value <= spec.max)) {
        faults.push({ path, message: `${key} (${String(value)}) must be ${spec.min} to ${spec.max} ${spec.unit}` });
      }
    }
  });
  return faults;
}

/** Whether rules, evaluation and engine can work on the problem; otherwise EVERY fault with its place and remedy. */
export function validateProblem(problem: RosterProblem): ProblemValidation {
  const faults = [...problemFaults(problem), ...ruleSettingFaults(problem.rules)];
  return faults.length === 0 ? { kind: 'valid' } : { kind: 'invalid', faults };
}
