import type { LocalDate } from '@yotei/time';
import type { AgentSelector } from './agent-selector.js';

/**
 * A training, one-to-one, team meeting or huddle to be placed inside shifts where it hurts least. Whether it is paid and
 * counts as contact work is its activity type's.
 */
export interface Session {
  readonly id: string;
  readonly title: string;
  readonly activityTypeId: string;
  readonly lengthMinutes: number;
  readonly who: AgentSelector;
  /** `together`: the attendees of a group meet at one time. `alone`: each has a time of their own. */
  readonly form: 'together' | 'alone';
  /** Any so many of those meant; absent = all of them. */
  readonly attendees?: number;
  /** Most who are away for it at the same time: `together`, the size of a group; absent = no limit. */
  readonly attendeesAtOnceMax?: number;
  /** Least of a group with which it still makes sense; default 1. Only for `together`. */
  readonly attendeesAtOnceMin?: number;
  /** How often each attendee has it: so many `times` in every `period`. Default once over the horizon. */
  readonly times?: number;
  readonly period?: 'horizon' | 'week' | 'day';
  /** Recurring: at the same time of day each time. */
  readonly sameTime?: boolean;
  /** Dates and ISO weekdays on which it may be, ends inside; absent = all of the horizon. */
  readonly fromOn?: LocalDate;
  readonly untilOn?: LocalDate;
  readonly weekdays?: readonly number[];
  /** Wall-clock window of the problem's zone in which it must lie wholly; `untilMinute` may pass 1440. Default all day. */
  readonly fromMinute?: number;
  readonly untilMinute?: number;
}
