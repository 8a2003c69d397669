import type { Interval } from '@yotei/time';
import type { RosterProblem } from '../../roster/index.js';

/** A limit that stops an agent, and by how much it is let out. */
export type RelaxedLimit =
  | { readonly kind: 'absence'; readonly span: Interval }
  | { readonly kind: 'locked-shift'; readonly span: Interval }
  /** Availability windows of that weekday, minutes wider on either side; null: the whole day. */
  | { readonly kind: 'availability'; readonly weekday: number; readonly widerMinutes: number | null }
  /** Start windows of all templates of the contract, minutes wider on either side. */
  | { readonly kind: 'start-window'; readonly widerMinutes: number }
  /** Windows of breaks and other placed activities, minutes wider on either side. */
  | { readonly kind: 'break-window'; readonly widerMinutes: number }
  /** Days and paid minutes the contract allows in a week. */
  | { readonly kind: 'contract'; readonly moreDays: number; readonly moreMinutes: number }
  | {
      readonly kind: 'rule';
      readonly ruleId: string;
      readonly parameter: string;
      readonly from: number;
      readonly to: number;
    }
  /** A rule across agents: its number of agents one further, or without a number (null) the rule left out. */
  | {
      readonly kind: 'team-rule';
      readonly settingId: string;
      readonly ruleId: string;
      readonly title?: string | undefined;
      readonly from: number | null;
      readonly to: number | null;
    }
  | { readonly kind: 'skill'; readonly skillId: string };

export type LimitKind = RelaxedLimit['kind'];

/** What a relaxation may look at: one agent, one short instant. */
export interface RelaxationContext {
  /** The agent's own problem as it stands. */
  readonly solo: RosterProblem;
  /** The problem's templates let out, the same objects for every agent. */
  readonly wider: WiderTemplates;
  readonly slot: Interval;
  readonly skillId: string;
}

export interface WiderTemplates {
  readonly starts: RosterProblem['templates'];
  readonly places: RosterProblem['templates'];
  readonly minutes: number;
}

/** The agent's problem with one limit let out. */
export interface Relaxed {
  readonly limit: RelaxedLimit;
  /** The same for the same change of the same agent, so that its choices are made once. */
  readonly key: string;
  readonly solo: RosterProblem;
}

/** A kind of limit that could be let out: one file `<id>.relaxation.ts`, one line in `catalogue.ts`. */
export interface Relaxation {
  readonly kind: LimitKind;
  /** Ways to let it out for that agent and instant, least first; none where the limit does not bear on it. */
  readonly relax: (context: RelaxationContext) => readonly Relaxed[];
}
