import type { Instant, Interval } from '@yotei/time';
import type { PlacedShift, QueueService, WorseRule } from '../exchanges/index.js';
import type { RosterProblem, Shift, TimeOff } from '../roster/index.js';

/** Ways to mend a day that does not go by plan. Ids are permanent: they are stored. */
export const REPAIR_KINDS = [
  'move-breaks',
  'delay-activity',
  'call-on-skills',
  'pull-from-queue',
  'offer-overtime',
  'offer-time-off',
] as const;
export type RepairKind = (typeof REPAIR_KINDS)[number];

/** Somebody planned who is not there, or will not be: absent, late, or away from the post for long. */
export interface Missing extends Interval {
  readonly agentId: string;
}

/** A day as it stands, from an instant on. */
export interface RepairCase {
  /** Its demand is the rest of the day as it is seen now, its shifts and rules those of the published schedule. */
  readonly problem: RosterProblem;
  /** All shifts of the horizon: rules look at the whole week of those who change. */
  readonly shifts: readonly PlacedShift[];
  readonly now: Instant;
  /** End of the day that is mended. */
  readonly untilAt: Instant;
  readonly missing: readonly Missing[];
  /** Share answered in time by agents present; a queue without it is judged by agents missing alone. */
  readonly service: readonly QueueService[];
  /** Queues whose work can be done later today; agents missing there weigh a quarter when people are pulled away. */
  readonly waitingQueueIds?: readonly string[];
  /** Nothing that begins sooner is moved: people must hear of it first. Minutes, default 15. */
  readonly leadMinutes?: number;
}

/** Neighbouring slots in which a queue has too few, or too many. */
export interface GapStretch extends Interval {
  readonly queueId: string;
  /** Agents missing (positive) or too many (negative) in the worst slot. */
  readonly mostAgents: number;
  /** Agent-hours missing, or too many (negative). */
  readonly hours: number;
}

/** One shift as it is and as it would be; null before: new work. */
export interface RepairChange {
  readonly before: PlacedShift | null;
  readonly after: Shift;
}

/** One queue in one slot. */
export interface RepairSlot {
  readonly queueId: string;
  readonly startAt: Instant;
  readonly agentsToRoster: number;
  readonly presentBefore: number;
  readonly presentAfter: number;
  /** Share answered in time, 0..1; null where nothing is known. */
  readonly serviceBefore: number | null;
  readonly serviceAfter: number | null;
}

export interface RepairEffect {
  /** Only where agents present differ, by queue, then time. */
  readonly slots: readonly RepairSlot[];
  /** Share answered in time over the rest of the day by queue that changes, weighted by contacts. */
  readonly service: readonly { readonly queueId: string; readonly before: number; readonly after: number }[];
  /** Minutes of agents no longer missing, and newly missing. */
  readonly shortMinutesRemoved: number;
  readonly shortMinutesAdded: number;
  /** Of agents missing and too many, in the objective's unit; negative is better. */
  readonly costChange: number;
}

export interface RepairWellbeing {
  readonly people: number;
  /** Minutes by which breaks and other activities move, summed. */
  readonly movedMinutes: number;
  /** Longest contact work without a pause among those who change. */
  readonly longestRunMinutesBefore: number;
  readonly longestRunMinutesAfter: number;
}

export interface RepairOffer {
  readonly kind: 'overtime' | 'voluntary-time-off';
  readonly span: Interval;
  readonly places: number;
  /** Who could take it without breaking a must rule, best first; the effect is that of the first ones saying yes. */
  readonly agentIds: readonly string[];
}

export interface RepairAction {
  readonly kind: RepairKind;
  /** The queue it is for, and the stretch it mends. */
  readonly queueId: string;
  readonly span: Interval;
  /** What is stored when it is applied; empty for an offer. */
  readonly changes: readonly RepairChange[];
  readonly offer: RepairOffer | null;
  readonly effect: RepairEffect;
  /** Prefer rules broken by more, and rules broken by less. A must rule is never broken by more. */
  readonly worse: readonly WorseRule[];
  readonly betterRuleIds: readonly string[];
  /** Paid minutes added (overtime) or saved (negative). */
  readonly paidMinutes: number;
  readonly wellbeing: RepairWellbeing;
  /** Higher is better; see docs/methods/intraday.md. */
  readonly score: number;
}

/** What a move hands over to be judged. */
export interface RepairIdea {
  readonly kind: RepairKind;
  readonly queueId: string;
  readonly span: Interval;
  /** Of an offer: as if its first agents had said yes. */
  readonly changes: readonly RepairChange[];
  readonly offer?: RepairOffer;
  /** Absence that comes with it and counts towards the contract. */
  readonly credits?: readonly TimeOff[];
}
