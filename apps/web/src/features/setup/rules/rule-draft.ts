import type { RuleTextSpec, WorkRule } from '@yotei/scheduling/rules';
import type { SetupRuleInput } from '../../../graphql/generated/graphql.js';
import type { SetupRule } from '../setup.queries.js';
import type { Level } from './level-fields.js';

export interface RuleDraft {
  readonly level: Level;
  readonly weight: number | null;
  readonly numbers: Readonly<Record<string, number>>;
  readonly texts: Readonly<Record<string, string>>;
  readonly contractIds: readonly string[];
  readonly siteIds: readonly string[];
}

const USUAL_WEIGHT = 20;

/** The setting with the standard where it says nothing; without one, the rule as it comes. */
export function draftOf(rule: WorkRule, setting: SetupRule | null): RuleDraft {
  const stored = (setting?.parameters ?? {}) as Readonly<Record<string, unknown>>;
  const number = (key: string, standard: number) => (typeof stored[key] === 'number' ? stored[key] : standard);
  const text = (key: string) => (typeof stored[key] === 'string' ? stored[key] : '');
  return {
    level: setting?.level ?? (rule.defaultLevel === 'must' ? 'MUST' : 'PREFER'),
    weight: setting ? (setting.weight ?? null) : USUAL_WEIGHT,
    numbers: Object.fromEntries(rule.parameters.map((spec) => [spec.key, number(spec.key, spec.default)])),
    texts: Object.fromEntries((rule.texts ?? []).map((spec) => [spec.key, text(spec.key)])),
    contractIds: setting?.contractIds ?? [],
    siteIds: setting?.siteIds ?? [],
  };
}

export function inputOf(
  ruleId: string,
  draft: RuleDraft,
  of: { readonly id: string; readonly version: number } | null,
): SetupRuleInput {
  const { level, weight, numbers, texts, contractIds, siteIds } = draft;
  return {
    ...{ id: of?.id ?? null, version: of?.version ?? 0, ruleId, level },
    parameters: { ...numbers, ...texts },
    weight: level === 'PREFER' && weight !== null ? Math.round(weight) : null,
    contractIds: [...contractIds],
    siteIds: [...siteIds],
  };
}

/** The setting as it was, to be stored again. */
export function inputOfSetting(
  setting: SetupRule,
  of: { readonly id: string; readonly version: number } | null,
): SetupRuleInput {
  const { ruleId, level, parameters, weight, contractIds, siteIds } = setting;
  return {
    ...{ id: of?.id ?? null, version: of?.version ?? 0, ruleId, level, parameters },
    weight: weight === null || weight === undefined ? null : Math.round(weight),
    contractIds: contractIds ? [...contractIds] : null,
    siteIds: siteIds ? [...siteIds] : null,
  };
}

/** Ids of a text parameter: `a, b`, or pairs `a > b, c > d`. */
export const idsOf = (text: string): string[] => text.split(',').flatMap((part) => part.trim() || []);
export const pairsOf = (text: string): (readonly [string, string])[] =>
  idsOf(text).map((pair) => {
    const [first = '', second = ''] = pair.split('>').map((id) => id.trim());
    return [first, second] as const;
  });
export const textOfPairs = (pairs: readonly (readonly [string, string])[]): string =>
  pairs.map(([first, second]) => `${first} > ${second}`).join(', ');

/** Whether the text parameter names whole things only. */
export function isTextSound(spec: RuleTextSpec, text: string): boolean {
  return spec.form !== 'template-pairs' || pairsOf(text).every(([first, second]) => first !== '' && second !== '');
}
