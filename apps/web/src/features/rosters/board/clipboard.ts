import { clockLabel } from './axis.js';
import { shiftsOnDay, type BoardModel, type BoardShift } from './model.js';
import { placedOf } from './tiling.js';

/** One cell of a pasted table: clock minutes of the day; `untilMinute` may pass 1440 for a night shift. */
export interface PastedShift {
  readonly fromMinute: number;
  readonly untilMinute: number;
  readonly activities: readonly { readonly code: string; readonly atMinute: number; readonly lengthMinutes: number }[];
}

export type PastedCell =
  | { readonly kind: 'empty' }
  | { readonly kind: 'shift'; readonly shift: PastedShift }
  | { readonly kind: 'unreadable'; readonly text: string };

/** The shift as `09:00-18:00; lunch 12:30+45`, times on the schedule's clock. */
export function formatShift(model: BoardModel, shift: BoardShift): string {
  const clock = (minute: number) => clockLabel(model.startAt, minute, model.zone);
  const parts = placedOf(shift, model.baseType).map(
    (a) => `${model.activityTypes[a.type]!.code} ${clock(a.start)}+${a.length}`,
  );
  return [`${clock(shift.start)}-${clock(shift.start + shift.length)}`, ...parts].join('; ');
}

/** A table for a spreadsheet: one line an agent, one column a day, empty cells for days off. */
export function formatTable(model: BoardModel, agents: readonly number[], days: readonly number[]): string {
  const cell = (agent: number, day: number) =>
    shiftsOnDay(model, agent, day)
      .map((shift) => formatShift(model, shift))
      .join(' / ');
  return agents.map((agent) => days.map((day) => cell(agent, day)).join('\t')).join('\n');
}

/** Reads a pasted table. A cell that cannot be read is handed back as such, never guessed. */
export function parseTable(text: string): PastedCell[][] {
  const lines = text.replaceAll('\r', '').replace(/\n+$/, '').split('\n');
  return lines.map((line) => line.split('\t').map(parseCell));
}

/** Reads one cell, `9-17; lunch 12:30+45` or `22:00-06:00`; the end before the start means the next day. */
export function parseCell(text: string): PastedCell {
  const trimmed = text.trim();
  if (trimmed === '') return { kind: 'empty' };
  const [head, ...rest] = trimmed.split(';').map((part) => part.trim());
  const span = /^(\d{1,2})(?::(\d{2}))?\s*[-–〜~]\s*(\d{1,2})(?::(\d{2}))?$/.exec(head ?? '');
  const fromMinute = span ? clockMinutes(span[1], span[2]) : null;
  const endMinute = span ? clockMinutes(span[3], span[4]) : null;
  const activities = rest.filter((part) => part !== '').map(parseActivity);
  if (fromMinute === null || endMinute === null || activities.includes(null))
    return { kind: 'unreadable', text: trimmed };
  const untilMinute = endMinute > fromMinute ? endMinute : endMinute + 1440;
  return { kind: 'shift', shift: { fromMinute, untilMinute, activities: activities.filter((a) => a !== null) } };
}

function parseActivity(part: string): PastedShift['activities'][number] | null {
  const found = /^(\S+)\s+(\d{1,2})(?::(\d{2}))?\s*\+\s*(\d{1,3})$/.exec(part);
  const atMinute = found ? clockMinutes(found[2], found[3]) : null;
  if (!found || atMinute === null || Number(found[4]) === 0) return null;
  return { code: found[1]!.toLowerCase(), atMinute, lengthMinutes: Number(found[4]) };
}

/** Minutes of the day; 24:00 is the only time past 23:59 that is read. */
export function clockMinutes(hour: string | undefined, minute: string | undefined): number | null {
  const h = Number(hour);
  const m = Number(minute ?? '0');
  if (!Number.isInteger(h) || !Number.isInteger(m) || m > 59 || h > 24 || (h === 24 && m > 0)) return null;
  return h * 60 + m;
}
