import type { Grid, Instant, Interval, LocalDate, ZoneId } from '@yotei/time';
import type { KeptParts } from './kept.js';
import type { ObjectiveSettings } from './objective-settings.js';
import type { Rotation } from './rotation.js';
import type { Session } from './session.js';
import type { TeamRuleSetting } from './team-rule.js';

/** Kind of time inside a shift. Ids are permanent: `contact`, `break`, `lunch`, `training`, `meeting`, … */
export interface ActivityType {
  readonly id: string;
  readonly title: string;
  /** Whether the time is paid. An unpaid lunch lengthens presence, not paid minutes. */
  readonly paid: boolean;
  /** Whether an agent in it answers contacts, so that it counts towards scheduledAgents. */
  readonly contactWork: boolean;
  /** Whether the agent is free to rest in it. Absent: every unpaid type, and the ids `break` and `lunch`; see `isRest`. */
  readonly rest?: boolean;
}

/** A part of a shift template, placed by the engine inside its window. */
export interface TemplateActivity {
  readonly activityTypeId: string;
  readonly lengthMinutes: number;
  /** Earliest and latest start, minutes after the start of the shift. Equal: fixed. */
  readonly earliestStartMinutes: number;
  readonly latestStartMinutes: number;
  /** Least minutes of other activity between this one and the template's activity before it. Default 0. */
  readonly minGapMinutes?: number;
}

/** Pattern of a day's work. Everything not covered by an activity is contact work. */
export interface ShiftTemplate {
  readonly id: string;
  readonly title: string;
  /** Wall-clock minutes of the day of the earliest and latest start, and the step between starts. */
  readonly earliestStartMinute: number;
  readonly latestStartMinute: number;
  readonly startStepMinutes: number;
  /** Presence from start to end, breaks included; elapsed minutes. */
  readonly lengthMinutes: number;
  /** In the order in which they are taken. */
  readonly activities: readonly TemplateActivity[];
  /** ISO weekdays (1 = Monday) on which it may be worked; absent = all. */
  readonly weekdays?: readonly number[];
}

export interface Contract {
  readonly id: string;
  readonly title: string;
  /** Paid minutes in a planning week; paid leave counts. */
  readonly weeklyMinutesMin: number;
  readonly weeklyMinutesMax: number;
  readonly daysPerWeekMax: number;
  readonly templateIds: readonly string[];
  /** Cycle of weeks that limits templates and days further. */
  readonly rotation?: Rotation;
}

export type Seniority = 'entry' | 'senior' | 'lead';

/** Weekly recurring time in which an agent can work: wall-clock minutes of the day, may pass 1440. */
export interface AvailabilityWindow {
  readonly weekday: number;
  readonly fromMinute: number;
  readonly untilMinute: number;
}

/**
 * Hours of one date in which an agent can work besides the weekly windows, or cannot whatever they say: wall-clock minutes of
 * the date, may pass 1440. A refusal also binds a shift that started the day before.
 */
export interface AvailabilityException {
  readonly on: LocalDate;
  readonly canWork: boolean;
  readonly fromMinute: number;
  readonly untilMinute: number;
}

export interface Agent {
  readonly id: string;
  readonly name: string;
  readonly zone: ZoneId;
  readonly contractId: string;
  readonly skillIds: readonly string[];
  readonly siteId?: string;
  readonly teamId?: string;
  readonly seniority?: Seniority;
  /** Absent or empty: any time. Otherwise a shift must lie wholly inside one window of its start's weekday. */
  readonly availability?: readonly AvailabilityWindow[];
  /** Dates on which it is otherwise. */
  readonly availabilityExceptions?: readonly AvailabilityException[];
  /** Instead of the contract's rotation. */
  readonly rotation?: Rotation;
  /** Weeks this agent is further on in the cycle than its start says. */
  readonly rotationOffsetWeeks?: number;
  /** First day on which the agent is of age; absent: of age already. Rules for the young hold on the days before. */
  readonly youngUntilOn?: LocalDate;
}

export interface TimeOff extends Interval {
  readonly agentId: string;
  /** Paid minutes credited to the contract for this absence. */
  readonly paidMinutes: number;
  readonly reason?: string;
}

/**
 * A wish; its weight is a cost in the objective's unit (1 = one agent short for one 15-minute slot costs 10-40).
 * `day-on` asks for work on a date; `end-between` holds the end of the shift, in minutes after midnight of the day on
 * which it starts (1500 = 01:00 of the next day). `template-on` costs when the date passes without that template (any
 * where none is named); `template-off` when it is worked, on the date or on any. A window open on one side says "no earlier than" or "no later than".
 */
export interface Preference {
  readonly agentId: string;
  readonly kind:
    'day-off' | 'day-on' | 'start-between' | 'end-between' | 'template-on' | 'template-off' | 'days-off-together';
  readonly templateId?: string;
  /** Who wishes it, such as `agent` or `team lead`; only for people. */
  readonly source?: string;
  readonly on?: LocalDate;
  readonly fromMinute?: number;
  readonly untilMinute?: number;
  readonly weight: number;
}

export interface Activity extends Interval {
  readonly activityTypeId: string;
  /** Queue served, where contact work is bound to one; absent = shared over all the agent's skills. */
  readonly queueId?: string;
  /** Session of the problem this is a place of: its title is shown instead of the activity type's. */
  readonly sessionId?: string;
}

/** One agent's day of work. Activities tile `[startAt, endAt)` exactly, in time order. */
export interface Shift extends Interval {
  readonly agentId: string;
  readonly templateId?: string;
  readonly locked?: boolean;
  /** Its times were agreed on by agents who exchanged part of a shift: no template asks for anything of it. */
  readonly agreedForm?: boolean;
  readonly activities: readonly Activity[];
}

/** Who works when, as computed. Shifts in order of agent, then start. */
export interface Roster {
  readonly shifts: readonly Shift[];
}

/** Agents to roster of one queue over a grid that starts at the horizon's start (fractions allowed, none negative). */
export interface QueueDemand {
  readonly queueId: string;
  readonly skillId: string;
  readonly grid: Grid;
  readonly agentsToRoster: readonly number[];
  /** Prices of this queue; absent: those of the problem. */
  readonly weights?: ObjectiveWeights;
}

export type RuleLevel = 'must' | 'prefer';
export type RuleParameters = Readonly<Record<string, number | string | boolean>>;

/** A rule of the catalogue switched on with its parameters, for all or for some contracts or sites. */
export interface RuleSetting {
  readonly ruleId: string;
  readonly level: RuleLevel;
  readonly parameters?: RuleParameters;
  /** Cost of one unit of the breach amount when `prefer`. */
  readonly weight?: number;
  readonly contractIds?: readonly string[];
  readonly siteIds?: readonly string[];
  /** Where this setting comes from, such as the article of a law pack; absent: the rule's own source. */
  readonly source?: string;
}

/** A shift worked before the history, as far as hours, nights and days off are concerned. */
export interface EarlierShift extends Interval {
  readonly agentId: string;
  readonly paidMinutes: number;
}

/** Prices of the objective, cost units for one agent and one 15-minute slot; see roster.md section 1. */
export interface ObjectiveWeights {
  /** Price of each missing agent, in bands of 10 % of demand: first band, second band, beyond. */
  readonly underStaffing: readonly [number, number, number];
  readonly overStaffing: readonly [number, number, number];
}

export const DEFAULT_WEIGHTS: ObjectiveWeights = { underStaffing: [10, 20, 40], overStaffing: [1, 2, 4] };

/** Everything the engine, the check and the board need to judge a roster. */
export interface RosterProblem {
  /** Zone and first local day of the planning horizon; agents in other zones keep their own wall clock. */
  readonly zone: ZoneId;
  readonly startsOn: LocalDate;
  readonly weeks: number;
  /** Grid of coverage and of break places: 5, 15 or 30. */
  readonly slotMinutes: number;
  readonly activityTypes: readonly ActivityType[];
  readonly contracts: readonly Contract[];
  readonly templates: readonly ShiftTemplate[];
  readonly agents: readonly Agent[];
  readonly demand: readonly QueueDemand[];
  readonly rules: readonly RuleSetting[];
  readonly timeOff: readonly TimeOff[];
  readonly preferences: readonly Preference[];
  /** Shifts worked or published before the horizon, for rules that look back. */
  readonly history: readonly Shift[];
  /** First instant the history is complete from; earlier is "missing", which is not "free". */
  readonly historyFromAt?: Instant;
  /** Shifts that ended before the history begins, for rules that look back over months; absent: none are known. */
  readonly earlier?: readonly EarlierShift[];
  /** First instant from which `earlier` and `history` together are complete; absent: `historyFromAt`. */
  readonly earlierFromAt?: Instant;
  /** Shifts inside the horizon the engine must keep as they are. */
  readonly fixedShifts: readonly Shift[];
  /** What of an earlier roster must stay besides; absent: nothing. See `replan`. */
  readonly kept?: KeptParts;
  readonly weights: ObjectiveWeights;
  /** Further parts of the objective: fairness, wellbeing, stability, money. Absent: none. */
  readonly objective?: ObjectiveSettings;
  /** Rules across agents; absent = none. */
  readonly teamRules?: readonly TeamRuleSetting[];
  /** Trainings, meetings and huddles to place inside the shifts; absent = none. */
  readonly sessions?: readonly Session[];
}
