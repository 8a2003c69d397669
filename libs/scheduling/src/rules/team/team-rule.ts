import type { Instant, Interval } from '@yotei/time';
import type { Agent, RosterProblem, RuleParameters, Shift, TeamRuleSetting } from '../../roster/index.js';
import type { Breach } from '../work-rule.js';

/** One violation of a rule across agents. `agentIds` are those it is about; for too few on duty, nobody. */
export interface TeamBreach extends Omit<Breach, 'agentId'> {
  /** Which setting of the rule: `TeamRuleSetting.id`. */
  readonly settingId: string;
  readonly agentIds: readonly string[];
}

/** What a rule says before the setting's names are put to it. */
export interface TeamFinding {
  readonly agentIds: readonly string[];
  readonly at: Instant;
  readonly span: Interval;
  /** In the rule's `amountUnit`; rounded up, so that the smallest fault still counts 1. */
  readonly amount: number;
  readonly values: Readonly<Record<string, number | string>>;
}

export interface TeamRuleParameterSpec {
  readonly key: string;
  readonly title: { readonly en: string; readonly ja: string };
  /** `yes-no`: 1 or 0, also written true or false. */
  readonly unit: 'count' | 'yes-no';
  readonly min: number;
  readonly max: number;
  readonly default: number;
}

/** A day of the horizon, counted from its first; each agent's shifts count to the day on which they start there. */
export interface TeamDay {
  readonly day: number;
  readonly startAt: Instant;
  readonly endAt: Instant;
}

/** What a rule sees: the agents it is about, their shifts, and when it is asked. */
export interface TeamView {
  readonly problem: RosterProblem;
  readonly setting: TeamRuleSetting;
  readonly members: readonly Agent[];
  /** The other set of rules that join two; empty when the setting names none. */
  readonly partners: readonly Agent[];
  readonly horizon: Interval;
  /** Times judged, apart and ascending: the setting's window, or where it names none the slots with demand. */
  readonly windows: readonly Interval[];
  /** Days judged. */
  readonly days: readonly TeamDay[];
  /** History and plan of the agent, by start. */
  readonly shiftsOf: (agent: Agent) => readonly Shift[];
  /** Day of the horizon to which the agent's shift counts; negative before it. */
  readonly dayOf: (agent: Agent, shift: Shift) => number;
}

/**
 * How the engine holds the rule: as the count of agents on duty in slots, as the count of those who work on a day, by
 * partners present through every shift, or by one start a day.
 */
export type TeamSupport =
  | {
      readonly kind: 'on-duty';
      readonly least: (p: RuleParameters) => number;
      readonly most: (p: RuleParameters) => number;
      readonly contactOnly: (p: RuleParameters) => boolean;
    }
  | {
      readonly kind: 'working-days';
      readonly least: (p: RuleParameters, memberCount: number) => number;
      readonly most: (p: RuleParameters, memberCount: number) => number;
    }
  | { readonly kind: 'partners-present' }
  | { readonly kind: 'same-start' };

/** A rule across agents: one file `<id>.team-rule.ts`, one line in the catalogue. */
export interface TeamRule {
  /** Permanent, kebab-case: it is stored. */
  readonly id: string;
  readonly title: { readonly en: string; readonly ja: string };
  readonly message: { readonly en: string; readonly ja: string };
  readonly source: string;
  readonly amountUnit: 'minutes' | 'count';
  readonly parameters: readonly TeamRuleParameterSpec[];
  /** Whether the setting must name partners. */
  readonly needsPartners?: true;
  /** Whether the setting's times of day count; the others judge whole days. */
  readonly hasWindow?: true;
  readonly evaluate: (view: TeamView, p: RuleParameters) => readonly TeamFinding[];
  readonly engine: TeamSupport;
}
