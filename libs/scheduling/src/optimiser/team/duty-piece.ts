import { daysBetween, localDateOf, MINUTE_MILLIS } from '@yotei/time';
import { indexProblem, type Agent, type RosterProblem, type Shift } from '../../roster/index.js';
import { frameMinute, type SlotFrame } from '../problem/slot-frame.js';

/** One shift as rules across agents see it: the day it counts to, its slots of the horizon, its start. */
export interface DutyPiece {
  /** Of the horizon, from 0; negative for a shift of the history. */
  readonly day: number;
  /** Slots of the horizon on duty, `[from, until)`, cut at the horizon. */
  readonly from: number;
  readonly until: number;
  readonly startMinute: number;
  /** Slots on contact work, or null where they are not known apart: then the whole shift counts. */
  readonly contactSlots: readonly number[] | null;
}

/** A given shift or one of the history. A slot covered in part does not count. */
export function pieceOfShift(problem: RosterProblem, frame: SlotFrame, agent: Agent, shift: Shift): DutyPiece {
  const { activityTypes } = indexProblem(problem);
  const [from, until] = wholeSlots(frame, shift);
  const contactSlots = shift.activities
    .filter(({ activityTypeId }) => activityTypes.get(activityTypeId)?.contactWork)
    .flatMap((activity) => {
      const [first, end] = wholeSlots(frame, activity);
      return Array.from({ length: end - first }, (_, i) => first + i);
    });
  const day = daysBetween(problem.startsOn, localDateOf(shift.startAt, agent.zone));
  return { day, from, until, startMinute: frameMinute(frame, shift.startAt), contactSlots };
}

function wholeSlots(frame: SlotFrame, span: { readonly startAt: number; readonly endAt: number }): [number, number] {
  const slotMillis = frame.slotMinutes * MINUTE_MILLIS;
  const from = Math.max(0, Math.ceil((span.startAt - frame.startAt) / slotMillis));
  const until = Math.min(frame.slotCount, Math.floor((span.endAt - frame.startAt) / slotMillis));
  return [from, Math.max(from, until)];
}

/** Weekday-filtered days of the horizon as 1s. */
export function dayMask(problem: RosterProblem, days: readonly { readonly day: number }[]): Uint8Array {
  const mask = new Uint8Array(problem.weeks * 7);
  for (const { day } of days) mask[day] = 1;
  return mask;
}
