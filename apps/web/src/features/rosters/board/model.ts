import { MINUTE_MILLIS, addDays, startOfLocalDay, type Instant, type LocalDate, type ZoneId } from '@yotei/time';

/** Elapsed minutes since the start of the board's horizon, a whole number. Clock changes do not bend it. */
export type BoardMinute = number;

/** A text in both languages, as the api sends it. */
export interface BoardText {
  readonly en: string;
  readonly ja: string;
}

export interface BoardActivityType {
  readonly id: string;
  /** `contact`, `break`, `lunch`, …: chooses colour and second cue where no token does. */
  readonly code: string;
  /** Colour chosen in the set-up, as the name of an activity's token. */
  readonly colourToken?: string;
  readonly title: BoardText;
  readonly letter: BoardText;
  readonly paid: boolean;
  readonly contactWork: boolean;
}

export interface BoardAgent {
  readonly id: string;
  readonly name: string;
  readonly nameReading: string | null;
  readonly teamId: string;
  readonly contractId: string;
  readonly siteId: string;
  readonly skillIds: readonly string[];
}

/**
 * One agent's shift. `activities` is packed as `[type, start, length, …]`: type is an index into
 * {@link BoardModel.activityTypes}, start a {@link BoardMinute}. They tile `[start, start + length)`.
 */
export interface BoardShift {
  /** The server's id, or `new-…` until the server has answered. */
  readonly id: string;
  readonly version: number;
  /** Index into {@link BoardModel.agents}. */
  readonly agent: number;
  readonly start: BoardMinute;
  readonly length: number;
  readonly templateId: string | null;
  readonly locked: boolean;
  readonly handEdited: boolean;
  readonly changed: boolean;
  /** Agents agreed on its times in an exchange. */
  readonly agreedForm?: boolean;
  readonly activities: readonly number[];
  /** What trainings and meetings in it are called, in time order; none: absent. */
  readonly sessions?: readonly BoardSession[];
}

/** A session's place when the server told of the shift; it may have been moved since. */
export interface BoardSession {
  readonly type: number;
  readonly start: BoardMinute;
  readonly length: number;
  readonly title: string;
}

export interface BoardTimeOff {
  readonly start: BoardMinute;
  readonly length: number;
  readonly paidMinutes: number;
  readonly reason: string;
}

/** A local day of the schedule's zone: 1380 minutes long on a spring day, 1500 on an autumn day. */
export interface BoardDay {
  readonly on: LocalDate;
  readonly start: BoardMinute;
  readonly length: number;
}

/** All the board draws and edits. Immutable: an edit makes a new one that shares what did not change. */
export interface BoardModel {
  readonly startAt: Instant;
  readonly zone: ZoneId;
  readonly lengthMinutes: number;
  readonly slotMinutes: number;
  readonly days: readonly BoardDay[];
  readonly agents: readonly BoardAgent[];
  readonly activityTypes: readonly BoardActivityType[];
  /** Index of the contact work that fills what no other activity takes. */
  readonly baseType: number;
  /** By agent, in time order. */
  readonly shifts: readonly (readonly BoardShift[])[];
  readonly timeOff: readonly (readonly BoardTimeOff[])[];
}

/** Columns as the api packs them; times are minutes from the board's start. */
export interface PackedColumns {
  readonly ids: readonly string[];
  readonly versions: readonly number[];
  readonly agentIndex: readonly number[];
  readonly startMinute: readonly number[];
  readonly lengthMinutes: readonly number[];
  readonly templateIndex: readonly number[];
  readonly flags: readonly number[];
  readonly activityOffset: readonly number[];
  readonly activityType: readonly number[];
  readonly activityStartMinute: readonly number[];
  readonly activityLengthMinutes: readonly number[];
  readonly templateIds: readonly string[];
  readonly activityTypeIds: readonly string[];
}

const LOCKED = 1;
const HAND_EDITED = 2;
const CHANGED = 4;
const AGREED_FORM = 8;

/** Index of the activity type that refills a shift: `contact`, else the first contact work. */
export function baseTypeOf(types: readonly BoardActivityType[]): number {
  const named = types.findIndex((type) => type.code === 'contact');
  return named >= 0
    ? named
    : Math.max(
        0,
        types.findIndex((type) => type.contactWork),
      );
}

/** The local days of the horizon with their real lengths. `count` days from `startsOn` in `zone`. */
export function boardDays(startsOn: LocalDate, count: number, zone: ZoneId): BoardDay[] {
  const originAt = startOfLocalDay(startsOn, zone);
  return Array.from({ length: count }, (_, i) => {
    const on = addDays(startsOn, i);
    const start = (startOfLocalDay(on, zone) - originAt) / MINUTE_MILLIS;
    const end = (startOfLocalDay(addDays(on, 1), zone) - originAt) / MINUTE_MILLIS;
    return { on, start, length: end - start };
  });
}

/** Unpacks the api's columns into one list of shifts an agent, each in time order. */
export function unpackShifts(
  packed: PackedColumns,
  types: readonly BoardActivityType[],
  agentCount: number,
): BoardShift[][] {
  const typeIndex = packed.activityTypeIds.map((id) => types.findIndex((type) => type.id === id));
  const byAgent: BoardShift[][] = Array.from({ length: agentCount }, () => []);
  packed.ids.forEach((id, i) => {
    const flags = packed.flags[i] ?? 0;
    const agent = packed.agentIndex[i]!;
    const template = packed.templateIndex[i]!;
    byAgent[agent]?.push({
      id,
      version: packed.versions[i]!,
      agent,
      start: packed.startMinute[i]!,
      length: packed.lengthMinutes[i]!,
      templateId: template < 0 ? null : (packed.templateIds[template] ?? null),
      locked: (flags & LOCKED) !== 0,
      handEdited: (flags & HAND_EDITED) !== 0,
      changed: (flags & CHANGED) !== 0,
      ...((flags & AGREED_FORM) !== 0 && { agreedForm: true }),
      activities: unpackActivities(packed, i, typeIndex),
    });
  });
  for (const list of byAgent) list.sort(byStart);
  return byAgent;
}

function unpackActivities(packed: PackedColumns, shift: number, typeIndex: readonly number[]): number[] {
  const out: number[] = [];
  for (let k = packed.activityOffset[shift]!; k < packed.activityOffset[shift + 1]!; k++) {
    out.push(typeIndex[packed.activityType[k]!]!, packed.activityStartMinute[k]!, packed.activityLengthMinutes[k]!);
  }
  return out;
}

export const byStart = (a: { readonly start: number }, b: { readonly start: number }): number => a.start - b.start;

/** The day that holds the minute, as an index; clamped to the first and last day. */
export function dayOf(model: Pick<BoardModel, 'days'>, minute: BoardMinute): number {
  const found = model.days.findIndex((day) => minute < day.start + day.length);
  return found < 0 ? model.days.length - 1 : found;
}

/** The shift with that id and its agent's list, or null. Looks at one agent when told which. */
export function findShift(model: BoardModel, id: string, agent?: number): BoardShift | null {
  if (agent !== undefined) return model.shifts[agent]?.find((shift) => shift.id === id) ?? null;
  for (const list of model.shifts) for (const shift of list) if (shift.id === id) return shift;
  return null;
}

/** Shifts of an agent that start on a day, in time order. */
export function shiftsOnDay(model: BoardModel, agent: number, day: number): BoardShift[] {
  const { start, length } = model.days[day]!;
  return (model.shifts[agent] ?? []).filter((shift) => shift.start >= start && shift.start < start + length);
}

/** Minutes of the shift that are paid. */
export function paidMinutesOf(model: BoardModel, shift: BoardShift): number {
  let paid = 0;
  for (let k = 0; k < shift.activities.length; k += 3) {
    if (model.activityTypes[shift.activities[k]!]?.paid) paid += shift.activities[k + 2]!;
  }
  return paid;
}

/** Paid minutes of an agent over the horizon, paid time off included. */
export function agentPaidMinutes(model: BoardModel, agent: number): number {
  const worked = (model.shifts[agent] ?? []).reduce((sum, shift) => sum + paidMinutesOf(model, shift), 0);
  return worked + (model.timeOff[agent] ?? []).reduce((sum, off) => sum + off.paidMinutes, 0);
}

/** The instant of a board minute. */
export function instantOf(model: Pick<BoardModel, 'startAt'>, minute: BoardMinute): Instant {
  return model.startAt + minute * MINUTE_MILLIS;
}

/** The board minute of an instant; whole when the instant is. */
export function minuteOf(model: Pick<BoardModel, 'startAt'>, at: Instant): BoardMinute {
  return (at - model.startAt) / MINUTE_MILLIS;
}
