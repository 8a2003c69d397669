import { instantOfLocal, MINUTE_MILLIS } from '@yotei/time';
import { clockLabel, clockMinutes, placedOf, type BoardModel, type BoardShift, type Placed } from '../board/index.js';
import { entryFromTemplate } from '../board/gestures/shift-form.gesture.js';

export interface ActivityDraft {
  readonly type: number;
  readonly at: string;
  readonly minutes: number;
}

/** The form as typed: times on the schedule's own clock, whatever zone the board shows. */
export interface ShiftDraft {
  readonly from: string;
  readonly until: string;
  readonly templateId: string;
  readonly activities: readonly ActivityDraft[];
}

export const NO_TEMPLATE = 'none';

/** The form for a shift, or an empty day's form. */
export function draftOf(model: BoardModel, shift: BoardShift | null): ShiftDraft {
  if (!shift) return { from: '09:00', until: '18:00', templateId: NO_TEMPLATE, activities: [] };
  const clock = (minute: number) => clockLabel(model.startAt, minute, model.zone);
  return {
    from: clock(shift.start),
    until: clock(shift.start + shift.length),
    templateId: shift.templateId ?? NO_TEMPLATE,
    activities: placedOf(shift, model.baseType).map(({ type, start, length }) => ({
      type,
      at: clock(start),
      minutes: length,
    })),
  };
}

function readTime(text: string): number | null {
  const found = /^\s*(\d{1,2})[:：.]?(\d{2})?\s*$/.exec(text.normalize('NFKC'));
  return found ? clockMinutes(found[1], found[2]) : null;
}

/** The draft as board minutes; times before the start are on the next day. Null when a time cannot be read. */
export function readDraft(
  model: BoardModel,
  draft: ShiftDraft,
  day: number,
): { start: number; length: number; placed: Placed[] } | null {
  const from = readTime(draft.from);
  const until = readTime(draft.until);
  const times = draft.activities.map((activity) => readTime(activity.at));
  if (
    from === null ||
    until === null ||
    times.includes(null) ||
    draft.activities.some((a) => !Number.isFinite(a.minutes))
  )
    return null;
  const at = (minute: number) =>
    (instantOfLocal(model.days[day]!.on, minute < from ? minute + 1440 : minute, model.zone) - model.startAt) /
    MINUTE_MILLIS;
  const start = at(from);
  const end = at(until === from ? until + 1440 : until);
  return {
    start,
    length: end - start,
    placed: draft.activities.map((activity, i) => ({
      type: activity.type,
      start: at(times[i]!),
      length: activity.minutes,
    })),
  };
}

type Template = Parameters<typeof entryFromTemplate>[1] & {
  readonly earliestStartMinute: number;
  readonly latestStartMinute: number;
};

/** The form with a template laid from the typed start, kept inside the template's starts. */
export function withTemplate(
  model: BoardModel,
  draft: ShiftDraft,
  { day, template }: { readonly day: number; readonly template: Template | undefined },
): ShiftDraft {
  if (!template) return { ...draft, templateId: NO_TEMPLATE };
  const typed = readTime(draft.from) ?? template.earliestStartMinute;
  const from = Math.min(Math.max(typed, template.earliestStartMinute), template.latestStartMinute);
  const start = (instantOfLocal(model.days[day]!.on, from, model.zone) - model.startAt) / MINUTE_MILLIS;
  const entry = entryFromTemplate(model, template, { agent: 0, start });
  const clock = (minute: number) => clockLabel(model.startAt, minute, model.zone);
  return {
    templateId: template.id,
    from: clock(entry.start),
    until: clock(entry.start + entry.length),
    activities: entry.placed.map(({ type, start: at, length }) => ({ type, at: clock(at), minutes: length })),
  };
}
