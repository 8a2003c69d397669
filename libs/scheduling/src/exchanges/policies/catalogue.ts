import { agreedForm } from './agreed-form.policy.js';
import { always } from './always.policy.js';
import { cannotJudge } from './cannot-judge.policy.js';
import { equalHours } from './equal-hours.policy.js';
import { exchangesPerWeek } from './exchanges-per-week.policy.js';
import { notice } from './notice.policy.js';
import type { ExchangePolicy, ParameterValues, PolicySetting } from './policy.js';
import { preferredRules } from './preferred-rules.policy.js';
import { sameSkills } from './same-skills.policy.js';
import { serviceLevelDrop } from './service-level-drop.policy.js';
import { sessionsLeft } from './sessions-left.policy.js';
import { shortMinutes } from './short-minutes.policy.js';
import { weeklyHours } from './weekly-hours.policy.js';

/** Every policy, in the order in which reasons are shown. One line a policy. */
export const EXCHANGE_POLICIES: readonly ExchangePolicy[] = [
  notice,
  serviceLevelDrop,
  shortMinutes,
  weeklyHours,
  exchangesPerWeek,
  equalHours,
  sameSkills,
  sessionsLeft,
  agreedForm,
  preferredRules,
  cannotJudge,
  always,
];

const byId = new Map(EXCHANGE_POLICIES.map((policy) => [policy.id, policy]));

/** The policy with that id, or undefined. */
export function findPolicy(id: string): ExchangePolicy | undefined {
  return byId.get(id);
}

/** Policies of a new site: each at its default outcome with its default limits. */
export function defaultPolicies(): PolicySetting[] {
  return EXCHANGE_POLICIES.map(({ id, defaultOutcome }) => ({ policyId: id, outcome: defaultOutcome }));
}

/** The setting's parameters, defaults for those not set. */
export function parametersOf({ parameters }: PolicySetting): ParameterValues {
  return (spec) => parameters?.[spec.key] ?? spec.default;
}

export type PolicyFault =
  | { readonly kind: 'unknown-policy'; readonly policyId: string }
  | { readonly kind: 'unknown-parameter'; readonly policyId: string; readonly key: string }
  | {
      readonly kind: 'out-of-range';
      readonly policyId: string;
      readonly key: string;
      readonly min: number;
      readonly max: number;
    };

/** What is wrong with settings before they are stored; empty: nothing. */
export function policyFaults(settings: readonly PolicySetting[]): PolicyFault[] {
  return settings.flatMap(({ policyId, parameters = {} }): PolicyFault[] => {
    const policy = findPolicy(policyId);
    if (!policy) return [{ kind: 'unknown-policy', policyId }];
    return Object.entries(parameters).flatMap(([key, value]): PolicyFault[] => {
      const spec = policy.parameters.find((one) => one.key === key);
      if (!spec) return [{ kind: 'unknown-parameter', policyId, key }];
      const { min, max } = spec;
      return value >= min && value <= max ? [] : [{ kind: 'out-of-range', policyId, key, min, max }];
    });
  });
}
