import type { RosterProblem, RuleSetting } from '../../roster/index.js';
import { findRule, resolveParameters, type RuleParameterSpec, type WorkRule } from '../../rules/index.js';
import type { Relaxation, Relaxed } from './relaxation.js';

const UNITS: Readonly<Partial<Record<RuleParameterSpec['unit'], number>>> = { minutes: 30, days: 1, count: 1 };

/**
 * Every number of every must rule one unit (30 minutes, one day, one) further in the direction that lets more through.
 * Which direction that is the rule's name says (`max-`, `min-`); where it does not, both are offered.
 */
export const rule: Relaxation = {
  kind: 'rule',
  relax: ({ solo }) => solo.rules.flatMap((setting, index) => relaxedSettings(solo, setting, index)),
};

function relaxedSettings(solo: RosterProblem, setting: RuleSetting, index: number): Relaxed[] {
  const known = findRule(setting.ruleId);
  if (!known || setting.level !== 'must') return [];
  const values = resolveParameters(known, setting.parameters);
  return known.parameters.flatMap((spec) => {
    const unit = UNITS[spec.unit];
    const from = values[spec.key];
    if (unit === undefined || typeof from !== 'number') return [];
    return directions(known)
      .map((direction) => Math.min(spec.max, Math.max(spec.min, from + direction * unit)))
      .filter((to) => to !== from)
      .map((to) => ({
        limit: { kind: 'rule' as const, ruleId: known.id, parameter: spec.key, from, to },
        key: `rule ${index} ${spec.key} ${to}`,
        solo: { ...solo, rules: solo.rules.with(index, { ...setting, parameters: { ...values, [spec.key]: to } }) },
      }));
  });
}

function directions({ id }: WorkRule): readonly number[] {
  if (id.startsWith('max-')) return [1];
  return id.startsWith('min-') ? [-1] : [-1, 1];
}
