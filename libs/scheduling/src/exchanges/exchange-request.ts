import type { Instant, Interval } from '@yotei/time';
import type { Activity, RosterProblem, Shift } from '../roster/index.js';
import type { PolicySetting } from './policies/policy.js';
import type { QueueService } from './queue-service.js';

/** A shift of the published schedule, by the name it has there. */
export interface PlacedShift extends Shift {
  readonly id: string;
}

/** Every way in which agents may change a published schedule among themselves. Ids are permanent: they are stored. */
export const EXCHANGE_KINDS = [
  'swap',
  'give-away',
  'cycle',
  'swap-part',
  'break-change',
  'pick-up',
  'voluntary-time-off',
  'overtime',
] as const;
export type ExchangeKind = (typeof EXCHANGE_KINDS)[number];

/** A whole shift that goes to another agent. */
export interface ShiftMove {
  readonly shiftId: string;
  readonly toAgentId: string;
}

/** Work nobody holds yet, offered to whoever fits. */
export interface OpenWork extends Interval {
  readonly templateId?: string;
  /** Absent: contact work from start to end. */
  readonly activities?: readonly Activity[];
}

export type ExchangeRequest =
  /** Each holder takes the other's shift. */
  | { readonly kind: 'swap'; readonly giveShiftId: string; readonly takeShiftId: string }
  | { readonly kind: 'give-away'; readonly shiftId: string; readonly toAgentId: string }
  /** Three or more, each giving one shift and taking one. */
  | { readonly kind: 'cycle'; readonly moves: readonly ShiftMove[] }
  /** Within the spans each does what the other would have done, off included. */
  | {
      readonly kind: 'swap-part';
      readonly fromAgentId: string;
      readonly toAgentId: string;
      readonly spans: readonly Interval[];
    }
  /** A break or lunch of a shift begins at another time; its length stays. */
  | {
      readonly kind: 'break-change';
      readonly shiftId: string;
      readonly activityStartAt: Instant;
      readonly startAt: Instant;
    }
  | { readonly kind: 'pick-up'; readonly agentId: string; readonly work: OpenWork }
  /** The agent goes home for the span, at the start or the end of a shift or for all of it. Contract minutes are credited. */
  | { readonly kind: 'voluntary-time-off'; readonly shiftId: string; readonly span: Interval }
  /** More work: longer where it touches a shift of the agent, a shift of its own elsewhere. */
  | { readonly kind: 'overtime'; readonly agentId: string; readonly work: OpenWork };

/** The published weeks an exchange is judged in. */
export interface ExchangeBook {
  /** Horizon, people, rules, demand, absence; its history ends where the shifts begin. */
  readonly problem: RosterProblem;
  /** All shifts of the horizon, each id once. */
  readonly shifts: readonly PlacedShift[];
  readonly now: Instant;
  /** What the sites allow; absent: {@link defaultPolicies}. */
  readonly policies?: readonly PolicySetting[];
  /** Service level by agents present; absent: unknown, and judged by agents missing alone. */
  readonly service?: readonly QueueService[];
  /** Exchanges applied so far by agent, in the week in which the change lies. */
  readonly appliedCounts?: ReadonlyMap<string, number>;
}

export type ImpossibleCode =
  | 'unknown-shift'
  | 'unknown-agent'
  | 'same-agent'
  | 'repeated-party'
  | 'not-a-cycle'
  | 'locked'
  | 'in-the-past'
  | 'nothing-changes'
  | 'span-outside-shift'
  | 'not-a-break'
  | 'covers-another-activity'
  | 'empty-span';
