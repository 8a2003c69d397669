import type { Instant, Interval } from '@yotei/time';
import type {
  ActivityType,
  Agent,
  Contract,
  EarlierShift,
  RuleLevel,
  RuleParameters,
  Shift,
  ShiftTemplate,
  TimeOff,
} from '../roster/index.js';

/** One violation. `amount` is a whole number in the rule's `amountUnit`, 0 < amount. */
export interface Breach {
  readonly ruleId: string;
  readonly level: RuleLevel;
  readonly agentId: string;
  /** Where to look on the board. */
  readonly at: Instant;
  readonly span: Interval;
  readonly amount: number;
  /** Values for the message, such as restMinutes 585 and limit 660. */
  readonly values: Readonly<Record<string, number | string>>;
  readonly source: string;
}

/** A rule with a look-back that the history does not reach: its own answer, never a pass. */
export interface CannotJudge {
  readonly ruleId: string;
  readonly agentId: string;
  readonly reason: 'history-missing';
  readonly neededFromAt: Instant;
}

export interface RuleParameterSpec {
  readonly key: string;
  readonly title: string;
  /** `yes-no`: 1 or 0. */
  readonly unit: 'minutes' | 'days' | 'count' | 'fraction' | 'minute-of-day' | 'yes-no';
  readonly min: number;
  readonly max: number;
  readonly default: number;
}

/** A parameter in words: ids of templates, or pairs of them. Empty: the rule asks for nothing. */
export interface RuleTextSpec {
  readonly key: string;
  readonly title: string;
  /** `templates`, `activity-types`: ids separated by commas; `template-pairs`: `late > early, night > early`. */
  readonly form: 'templates' | 'template-pairs' | 'activity-types';
}

/** What a rule sees of one agent: own things only, so a rule's test can reach only the rule handed to it. */
export interface AgentView {
  readonly agent: Agent;
  readonly contract: Contract;
  readonly templates: ReadonlyMap<string, ShiftTemplate>;
  readonly activityTypes: ReadonlyMap<string, ActivityType>;
  /** Skill each queue needs, for contact work bound to a queue. */
  readonly queueSkills: ReadonlyMap<string, string>;
  readonly timeOff: readonly TimeOff[];
  /** The horizon judged, in whole days of the agent's zone. Breaches are reported for shifts that start in it. */
  readonly horizon: Interval;
  /** Starts of the planning weeks in the agent's zone, then the end of the last. */
  readonly weekStartsAt: readonly Instant[];
  /** History and plan together, by start. */
  readonly shifts: readonly Shift[];
  readonly historyFromAt: Instant | null;
  /** Shifts before the history, by start, and the first instant from which all are known (null: as the history); see `worked-time.ts`. */
  readonly earlier: readonly EarlierShift[];
  readonly earlierFromAt: Instant | null;
  readonly paidMinutes: (shift: Shift) => number;
}

export interface RuleFindings {
  readonly breaches: readonly Breach[];
  readonly cannotJudge: readonly CannotJudge[];
}

/** One day's candidate of the tour programme, breaks not yet placed. */
export interface ShiftChoice extends Interval {
  readonly template: ShiftTemplate;
  readonly paidMinutes: number;
  readonly unpaidBreakMinutes: number;
}

/** Something that adds up over the days of a period and has to end between two bounds, such as paid minutes or weekends. */
export interface TrackedAmount {
  /** After how many days of the horizon each period ends, ascending; the last ends with the horizon, or later. */
  readonly untilDays: readonly number[];
  /** One range a period. */
  readonly ranges: readonly { readonly min: number; readonly max: number }[];
  /** Whole number added by the day; `state` is the one before it. Must not be negative; 0 on a day off. */
  readonly of: (state: number, symbol: number, day: number) => number;
}

/**
 * A rule as a small automaton that walks over the days of the horizon, day 0 first. States and symbols are small whole
 * numbers, 0 or more.
 */
export interface DayTracker {
  /** State before the first day, from the history. */
  readonly initial: number;
  /** Kind of shift, as far as the rule tells shifts apart; absent: all alike (0). */
  readonly symbolOf?: (choice: ShiftChoice) => number;
  /** State after the day; symbol -1 is a day off. -1: the rule forbids it. Every state may stand at the end. */
  readonly step: (state: number, symbol: number, day: number) => number;
  readonly amount?: TrackedAmount;
  /**
   * What sets the tracker apart from those of other agents under the same rule and parameters, such as days of absence:
   * agents with equal ones share tables. Absent: nothing but the initial state and the ranges.
   */
  readonly own?: string;
}

/**
 * How the optimiser's tour programme holds the rule exactly (roster.md section 4). The engine refuses a `must`
 * rule whose support is `check-only`, rather than ignore it.
 */
export type TourSupport =
  | {
      readonly kind: 'shift-filter';
      readonly allows: (choice: ShiftChoice, view: AgentView, p: RuleParameters) => boolean;
    }
  | { readonly kind: 'min-rest'; readonly restMinutes: (p: RuleParameters, view: AgentView) => number }
  /**
   * A rest in one piece within the weeks that end with each planning week. Held where tours are planned week by week; beside
   * a `tracked` rule, and where given shifts leave none, breaches are listed as those of `judged` rules are.
   */
  | { readonly kind: 'long-rest'; readonly rest: (p: RuleParameters) => { minutes: number; weeks: number } }
  /** Time from the first start of a day worked to that of the next day worked. */
  | { readonly kind: 'min-start-distance'; readonly distanceMinutes: (p: RuleParameters) => number }
  | { readonly kind: 'max-run'; readonly days: (p: RuleParameters) => number }
  | {
      readonly kind: 'week-minutes';
      readonly range: (view: AgentView, p: RuleParameters, week: number) => { min: number; max: number };
      /** True: only time worked counts, paid leave does not. */
      readonly withoutLeave?: true;
      /** True: planned with as a `must` only; what it costs when preferred is not told week by week. */
      readonly mustOnly?: true;
    }
  | {
      readonly kind: 'week-days';
      readonly max: (view: AgentView, p: RuleParameters) => number;
      readonly mustOnly?: true;
    }
  /** Contact work without another activity in between: a limit on each run inside a shift. */
  | { readonly kind: 'max-contact-run'; readonly minutes: (p: RuleParameters) => number }
  /** Anything told day by day over the whole horizon; holding it takes the programme of long tours. */
  | {
      readonly kind: 'tracked';
      readonly tracker: (view: AgentView, p: RuleParameters) => DayTracker;
      /** True for a most that few tours come near: it is held only where a tour would break it. Its tracker has one state. */
      readonly seldomBinds?: true;
    }
  /** True by construction of every tour (activities tile, one shift a day, template windows). */
  | { readonly kind: 'by-construction' }
  /**
   * The engine plans without it, and its answer lists every breach of a `must` that its roster leaves: rules over spans
   * that a plan of a few weeks decides only in part, such as overtime of a year.
   */
  | { readonly kind: 'judged' }
  | { readonly kind: 'check-only' };

/** A work rule of the catalogue: one file `<id>.rule.ts`, one line in `catalogue.ts`. */
export interface WorkRule {
  /** Permanent, kebab-case: it is stored. */
  readonly id: string;
  readonly title: { readonly en: string; readonly ja: string };
  /** ICU-style text with the breach's values, e.g. `{restMinutes} min between shifts; the rule asks for {limit}`. */
  readonly message: { readonly en: string; readonly ja: string };
  readonly source: string;
  readonly amountUnit: 'minutes' | 'days' | 'count';
  readonly parameters: readonly RuleParameterSpec[];
  /** Parameters that are texts; their default is empty. */
  readonly texts?: readonly RuleTextSpec[];
  readonly defaultLevel: RuleLevel;
  /** Days before the horizon it needs to see; 0 = none. */
  readonly lookBackDays: (p: RuleParameters) => number;
  readonly evaluate: (view: AgentView, p: RuleParameters, level: RuleLevel) => RuleFindings;
  readonly tour: TourSupport;
  /** True: judged at `defaultLevel` even when no setting names it, because nothing else makes sense without it. */
  readonly standing?: true;
  /** True: not among a new centre's settings; whoever wants it names it. */
  readonly optIn?: true;
}
