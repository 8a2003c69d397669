import type { Instant } from '@yotei/time';
import type { RuleParameters } from '../../roster/index.js';
import type { RuleParameterSpec } from '../../rules/index.js';
import type { ContactCost } from '../contact-cost.js';
import type { ShiftFacts } from '../shift-facts.js';

/** What a term may look at of one agent. */
export interface WellbeingView {
  readonly agentId: string;
  /** Shifts before the horizon, by start. */
  readonly history: readonly ShiftFacts[];
}

/**
 * A wellbeing load as part of the objective: one file `<id>.term.ts`, one line in the catalogue. A term gives one or more
 * of the three costs, in units of its load; the setting's weight turns them into cost. Each is of a form that the
 * engine holds exactly.
 */
export interface WellbeingTerm {
  /** Permanent, kebab-case: it is stored. */
  readonly id: string;
  readonly title: { readonly en: string; readonly ja: string };
  /** One plain sentence: what one unit of the load is. */
  readonly unit: { readonly en: string; readonly ja: string };
  readonly source: string;
  readonly defaultWeight: number;
  readonly parameters: readonly RuleParameterSpec[];
  /** Load of one shift by itself, 0 or more. */
  readonly shiftLoad?: (shift: ShiftFacts, view: WellbeingView, p: RuleParameters) => number;
  /** One unit of load when the agent's next shift starts before this instant. */
  readonly nextStartFrom?: (shift: ShiftFacts, p: RuleParameters) => Instant;
  /** Stretches in which a quarter of an hour of contact work is so many units of load: where a pause should lie. */
  readonly contactLoad?: (view: WellbeingView, p: RuleParameters) => readonly Omit<ContactCost, 'part'>[];
}
