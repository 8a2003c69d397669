import type { TeamRule as TeamRuleKind } from '@yotei/scheduling/rules';
import type { AgentSelectionInput, TeamRuleInput } from '../../../graphql/generated/graphql.js';
import type { TeamRule } from '../setup.queries.js';
import type { Level } from './level-fields.js';

/** Whom a rule means; an empty part means everyone. */
export interface Who {
  readonly agentIds: readonly string[];
  readonly teamIds: readonly string[];
  readonly contractIds: readonly string[];
  readonly skillIds: readonly string[];
  readonly seniorities: readonly string[];
}

export const EVERYONE: Who = { agentIds: [], teamIds: [], contractIds: [], skillIds: [], seniorities: [] };

export interface TeamRuleDraft {
  readonly title: string;
  readonly ruleId: string;
  readonly level: Level;
  readonly weight: number | null;
  readonly numbers: Readonly<Record<string, number>>;
  readonly who: Who;
  readonly partners: Who;
  /** None: every day. */
  readonly weekdays: readonly number[];
  /** Null: wherever a queue asks for agents. */
  readonly window: { readonly from: number; readonly until: number } | null;
}

const USUAL_WEIGHT = 1;

export function freshDraft(kind: TeamRuleKind): TeamRuleDraft {
  return {
    ...{ title: '', ruleId: kind.id, level: 'MUST', weight: USUAL_WEIGHT, who: EVERYONE, partners: EVERYONE },
    ...{ weekdays: [], window: null },
    numbers: standardNumbers(kind),
  };
}

export function standardNumbers(kind: TeamRuleKind): Record<string, number> {
  return Object.fromEntries(kind.parameters.map((spec) => [spec.key, spec.default]));
}

type Selection = TeamRule['who'];

const whoOf = (selection: Selection): Who => ({
  agentIds: selection.agentIds ?? [],
  teamIds: selection.teamIds ?? [],
  contractIds: selection.contractIds ?? [],
  skillIds: selection.skillIds ?? [],
  seniorities: selection.seniorities ?? [],
});

export function draftOf(rule: TeamRule, kind: TeamRuleKind): TeamRuleDraft {
  const stored = (rule.parameters ?? {}) as Readonly<Record<string, unknown>>;
  const { fromMinute, untilMinute } = rule;
  return {
    title: rule.title,
    ruleId: rule.ruleId,
    level: rule.level,
    weight: rule.weight ?? null,
    numbers: Object.fromEntries(kind.parameters.map(({ key, ...spec }) => [key, numberOf(stored[key], spec.default)])),
    who: whoOf(rule.who),
    partners: rule.partners ? whoOf(rule.partners) : EVERYONE,
    weekdays: rule.weekdays ?? [],
    window:
      typeof fromMinute === 'number' && typeof untilMinute === 'number'
        ? { from: fromMinute, until: untilMinute }
        : null,
  };
}

const numberOf = (value: unknown, standard: number): number =>
  typeof value === 'number' ? value : typeof value === 'boolean' ? Number(value) : standard;

/** Empty parts are left out: they mean everyone. */
function selectionOf(who: Who, siteIds: readonly string[] | null = null): AgentSelectionInput {
  const parts = Object.entries(who).filter(([, ids]) => (ids as readonly string[]).length > 0);
  return { ...Object.fromEntries(parts), ...(siteIds?.length ? { siteIds: [...siteIds] } : {}) };
}

/** The draft as the api takes it; sites, which have no field here, stay as they were. */
export function inputOf(
  draft: TeamRuleDraft,
  kind: TeamRuleKind,
  { of, before }: { readonly of: { id: string; version: number } | null; readonly before: TeamRule | null },
): TeamRuleInput {
  const { title, ruleId, level, weight, numbers, who, partners, weekdays, window } = draft;
  return {
    ...{ id: of?.id ?? null, version: of?.version ?? 0, title, ruleId, level },
    parameters: { ...numbers },
    weight: level === 'PREFER' ? weight : null,
    who: selectionOf(who, before?.who.siteIds),
    partners: kind.needsPartners ? selectionOf(partners, before?.partners?.siteIds) : null,
    weekdays: weekdays.length === 0 || weekdays.length === 7 ? null : [...weekdays],
    fromMinute: kind.hasWindow && window ? window.from : null,
    untilMinute: kind.hasWindow && window ? window.until : null,
  };
}
