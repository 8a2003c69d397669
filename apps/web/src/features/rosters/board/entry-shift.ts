import { instantOfLocal } from '@yotei/time';
import type { TemplateShape } from './gestures/shift-form.gesture.js';
import { minuteOf, type BoardModel } from './model.js';
import { placeAll, type Placed } from './tiling.js';
import type { EntryWords, TypedShift } from './typed-entry.js';

/** Template of a contract with the starts it allows; clock minutes. */
export interface EntryTemplate extends TemplateShape {
  readonly title: string;
  readonly earliestStartMinute: number;
  readonly latestStartMinute: number;
}

/** Lengths of activities when neither the entry nor a template of the contract says. */
const USUAL_MINUTES: Readonly<Record<string, number>> = { lunch: 60, break: 15 };
const OTHER_MINUTES = 60;

/** Everything an entry may name: activities by code, titles and letters of both languages, and templates by title. */
export function entryWords(model: BoardModel, templates: readonly EntryTemplate[]): EntryWords {
  return {
    activities: model.activityTypes.map(({ code, title, letter }) => ({
      code,
      names: [code, code.replaceAll('-', ' '), title.en, title.ja, letter.en, letter.ja].filter((name) => name !== ''),
    })),
    templates,
  };
}

/** The typed shift in board minutes; {@link enterShift} checks the rest. */
export interface LaidEntry {
  readonly start: number;
  readonly length: number;
  readonly templateId: string | null;
  readonly placed: readonly Placed[];
}

/**
 * Lays a typed shift on a day of the board, on the schedule's own clock. With `fill`, the contract's template of that
 * start and length also gives the activities that were not typed; without, what is typed is all.
 */
export function layEntry(
  model: BoardModel,
  shift: TypedShift,
  {
    day,
    templates,
    fill,
  }: { readonly day: number; readonly templates: readonly EntryTemplate[]; readonly fill: boolean },
): LaidEntry {
  const { on } = model.days[day]!;
  const at = (minute: number) => minuteOf(model, instantOfLocal(on, minute, model.zone));
  const start = at(shift.fromMinute);
  const length = at(shift.untilMinute) - start;
  const template = templateOf(shift, templates);
  const typed = shift.activities.map(({ code, atMinute, lengthMinutes }): Placed => {
    const type = model.activityTypes.findIndex((one) => one.code === code);
    return {
      type,
      start: at(atMinute),
      length: lengthMinutes ?? usualMinutes(model, type, template ? [template] : templates),
    };
  });
  const wanted = template && fill ? [...typed, ...missingOf(model, template, { typed, start })] : typed;
  // What is typed stays exactly where it was put; only the template's part looks for room.
  const placed = placeAll({ start, length }, wanted);
  const isExact =
    placed !== null && typed.every((one) => placed.some((p) => p.type === one.type && p.start === one.start));
  return { start, length, templateId: template?.id ?? null, placed: isExact ? placed : typed };
}

function templateOf(shift: TypedShift, templates: readonly EntryTemplate[]): EntryTemplate | undefined {
  if (shift.templateId !== null) return templates.find(({ id }) => id === shift.templateId);
  return templates.find(
    ({ lengthMinutes, earliestStartMinute, latestStartMinute }) =>
      lengthMinutes === shift.untilMinute - shift.fromMinute &&
      earliestStartMinute <= shift.fromMinute &&
      shift.fromMinute <= latestStartMinute,
  );
}

function usualMinutes(model: BoardModel, type: number, templates: readonly EntryTemplate[]): number {
  const { id, code } = model.activityTypes[type]!;
  const named = templates.flatMap(({ activities }) => activities).find(({ activityTypeId }) => activityTypeId === id);
  return named?.lengthMinutes ?? USUAL_MINUTES[code] ?? OTHER_MINUTES;
}

/** The template's activities but for as many of each type as were typed, the nearest ones taken as typed. */
function missingOf(
  model: BoardModel,
  template: EntryTemplate,
  { typed, start }: { readonly typed: readonly Placed[]; readonly start: number },
): Placed[] {
  const own = template.activities.flatMap((activity): Placed[] => {
    const type = model.activityTypes.findIndex((one) => one.id === activity.activityTypeId);
    const middle = (activity.earliestStartMinutes + activity.latestStartMinutes) / 2;
    const offset = Math.round(middle / model.slotMinutes) * model.slotMinutes;
    return type < 0 ? [] : [{ type, start: start + offset, length: activity.lengthMinutes }];
  });
  const left = [...own];
  for (const { type, start: at } of typed) {
    const kin = left.filter((one) => one.type === type);
    if (kin.length === 0) continue;
    const nearest = kin.reduce((a, b) => (Math.abs(b.start - at) < Math.abs(a.start - at) ? b : a));
    left.splice(left.indexOf(nearest), 1);
  }
  return left;
}
