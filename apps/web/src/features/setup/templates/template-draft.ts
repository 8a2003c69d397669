import type { SetupTemplateInput, TemplateActivityInput } from '../../../graphql/generated/graphql.js';
import type { SetupTemplate } from '../setup.queries.js';

export const DAY = 1440;
/** What dragging and the arrow keys go by. */
export const SNAP = 15;

export interface TemplateActivity {
  readonly activityTypeId: string;
  readonly lengthMinutes: number;
  readonly earliestStartMinutes: number;
  readonly latestStartMinutes: number;
  readonly minGapMinutes: number;
}

/** A template while it is drawn and typed; minutes of the day, activities counted from the shift's start. */
export interface TemplateDraft {
  readonly title: string;
  readonly earliestStartMinute: number;
  readonly latestStartMinute: number;
  readonly startStepMinutes: number;
  readonly lengthMinutes: number;
  readonly activities: readonly TemplateActivity[];
  /** ISO weekdays; all seven and none mean any day. */
  readonly weekdays: readonly number[];
  readonly contractIds: readonly string[];
}

export const NEW_TEMPLATE: TemplateDraft = {
  ...{ title: '', earliestStartMinute: 540, latestStartMinute: 600, startStepMinutes: 30, lengthMinutes: 540 },
  ...{ activities: [], weekdays: [], contractIds: [] },
};

export function draftOf(template: SetupTemplate): TemplateDraft {
  const { title, earliestStartMinute, latestStartMinute, startStepMinutes, lengthMinutes, activities } = template;
  return {
    ...{ title, earliestStartMinute, latestStartMinute, startStepMinutes, lengthMinutes, activities },
    weekdays: template.weekdays ?? [],
    contractIds: template.contractIds,
  };
}

/** The draft as the api takes it; `of` is the template it changes, null for a new one. */
export function inputOf(
  draft: TemplateDraft,
  of: { readonly id: string; readonly version: number } | null,
  archived = false,
): SetupTemplateInput {
  const { activities, weekdays, contractIds, ...rest } = draft;
  return {
    ...rest,
    id: of?.id ?? null,
    version: of?.version ?? 0,
    activities: activities.map((activity): TemplateActivityInput => ({ ...activity })),
    weekdays: weekdays.length === 0 || weekdays.length === 7 ? null : [...weekdays],
    contractIds: [...contractIds],
    archived,
  };
}

const clamp = (value: number, min: number, max: number) => Math.min(max, Math.max(min, value));

/** The whole shift earlier or later; the width of the start window stays. */
export function moveShift(draft: TemplateDraft, minutes: number): TemplateDraft {
  const width = draft.latestStartMinute - draft.earliestStartMinute;
  const earliest = clamp(draft.earliestStartMinute + minutes, 0, DAY - 1 - width);
  return { ...draft, earliestStartMinute: earliest, latestStartMinute: earliest + width };
}

/** The window of activity `index` earlier or later, inside the shift. */
export function moveActivity(draft: TemplateDraft, index: number, minutes: number): TemplateDraft {
  const activities = draft.activities.map((activity, i) => {
    if (i !== index) return activity;
    const width = activity.latestStartMinutes - activity.earliestStartMinutes;
    const last = Math.max(0, draft.lengthMinutes - activity.lengthMinutes - width);
    const earliest = clamp(activity.earliestStartMinutes + minutes, 0, last);
    return { ...activity, earliestStartMinutes: earliest, latestStartMinutes: earliest + width };
  });
  return { ...draft, activities };
}

export function changeActivity(draft: TemplateDraft, index: number, change: Partial<TemplateActivity>): TemplateDraft {
  const activities = draft.activities.map((activity, i) => (i === index ? { ...activity, ...change } : activity));
  return { ...draft, activities };
}

/** One more activity, in the middle of the shift, for as long as such a thing usually is. */
export function addActivity(draft: TemplateDraft, activityTypeId: string, lengthMinutes: number): TemplateDraft {
  const middle = Math.max(0, Math.round((draft.lengthMinutes - lengthMinutes) / 2 / SNAP) * SNAP);
  const earliestStartMinutes = Math.max(0, middle - 60);
  const latestStartMinutes = Math.min(draft.lengthMinutes - lengthMinutes, middle + 60);
  const added = { activityTypeId, lengthMinutes, earliestStartMinutes, latestStartMinutes, minGapMinutes: 0 };
  const activities = [...draft.activities, added].sort((a, b) => a.earliestStartMinutes - b.earliestStartMinutes);
  return { ...draft, activities };
}

/** `09:30`; from midnight on of the next day `01:00 +1`. */
export function clock(minute: number): string {
  const rest = minute % DAY;
  const text = `${String(Math.floor(rest / 60)).padStart(2, '0')}:${String(rest % 60).padStart(2, '0')}`;
  return minute >= DAY ? `${text} +1` : text;
}

/** `9:30`, `09:30`, `930` or `9` as a minute of the day; null when it is none. */
export function minuteOfClock(text: string): number | null {
  const parts = /^(\d{1,2})[:：.]?(\d{2})?$/.exec(text.trim().normalize('NFKC'));
  if (!parts) return null;
  const minute = Number(parts[1]) * 60 + Number(parts[2] ?? 0);
  return minute < DAY && Number(parts[2] ?? 0) < 60 ? minute : null;
}
