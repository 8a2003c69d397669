import { isRest, type ActivityType, type ShiftTemplate, type TemplateActivity } from '../roster/index.js';

/** A template that no placing of its breaks keeps to the limit, and the same with the fewest further pauses that help. */
export interface PauseAdvice {
  readonly templateId: string;
  readonly title: string;
  /** Longest contact work in one run with the breaks at their best places, as it is and with the pauses. */
  readonly leastRunMinutes: number;
  readonly leastRunMinutesAfter: number;
  readonly addedPauses: number;
  readonly addedMinutes: number;
  readonly template: ShiftTemplate;
}

export interface PauseLimits {
  /** Contact work in one run, minutes. */
  readonly contactMinutes: number;
  /** Length of a further pause; a multiple of the roster's slot. */
  readonly pauseMinutes: number;
}

/** No pause within so many minutes of either end of the shift, nor of another activity. */
const EDGE_MINUTES = 60;
const MOST_PAUSES = 3;
/** Windows are told in minutes; every length and window of practice is a multiple of it. */
const STEP_MINUTES = 5;

/**
 * Least possible "longest contact work in one run" of a template, minutes: over all places its windows and distances allow, on
 * a grid of five minutes. Whole shift where nothing interrupts it; null where a part of the template is contact work itself
 * (runs join there) or nothing fits.
 */
export function leastContactRun(
  template: Pick<ShiftTemplate, 'lengthMinutes' | 'activities'>,
  activityTypes: ReadonlyMap<string, ActivityType>,
): number | null {
  const { activities, lengthMinutes } = template;
  if (activities.some(({ activityTypeId }) => activityTypes.get(activityTypeId)?.contactWork !== false)) return null;
  // For each place the last activity can end at: the least longest run before it.
  let ends = new Map<number, number>([[0, 0]]);
  activities.forEach((activity, index) => {
    const after = new Map<number, number>();
    const { earliestStartMinutes: earliest, latestStartMinutes: latest, minGapMinutes = 0 } = activity;
    for (let start = earliest; start <= latest; start += STEP_MINUTES) {
      let least = Number.POSITIVE_INFINITY;
      for (const [end, longest] of ends)
        if (start >= end + (index === 0 ? 0 : minGapMinutes)) least = Math.min(least, Math.max(longest, start - end));
      const end = start + activity.lengthMinutes;
      if (end <= lengthMinutes && least < (after.get(end) ?? Number.POSITIVE_INFINITY)) after.set(end, least);
    }
    ends = after;
  });
  if (ends.size === 0) return null;
  return Math.min(...[...ends].map(([end, longest]) => Math.max(longest, lengthMinutes - end)));
}

/**
 * Templates whose breaks are too few or lie too tight for contact work of at most so long in one run, each with pauses added
 * where they help most, three at most, until the limit is kept. A pause is a paid rest as the template has one already, else
 * the first of the activity types; hours paid stay as they are and hours of contact work fall by the pause. Templates that
 * keep the limit, and those no pause helps, are left out.
 */
export function pauseAdvice(
  templates: readonly ShiftTemplate[],
  activityTypes: readonly ActivityType[],
  limits: PauseLimits,
): PauseAdvice[] {
  const types = new Map(activityTypes.map((type) => [type.id, type]));
  return templates.flatMap((given): PauseAdvice[] => {
    const leastRunMinutes = leastContactRun(given, types);
    const pause = pauseOf(given, types, limits);
    if (leastRunMinutes === null || leastRunMinutes <= limits.contactMinutes || !pause) return [];
    let best = { template: given, run: leastRunMinutes };
    for (let added = 0; added < MOST_PAUSES && best.run > limits.contactMinutes; added++) {
      const next = withOneMore(best.template, pause, types);
      if (!next || next.run >= best.run) break;
      best = next;
    }
    const addedPauses = best.template.activities.length - given.activities.length;
    if (addedPauses === 0) return [];
    const { id: templateId, title } = given;
    const addedMinutes = addedPauses * limits.pauseMinutes;
    const told = { templateId, title, leastRunMinutes, leastRunMinutesAfter: best.run, addedPauses, addedMinutes };
    return [{ ...told, template: best.template }];
  });
}

function pauseOf(
  { activities, lengthMinutes }: ShiftTemplate,
  types: ReadonlyMap<string, ActivityType>,
  { pauseMinutes }: PauseLimits,
): TemplateActivity | null {
  const isPause = (type: ActivityType | undefined) => type !== undefined && isRest(type) && type.paid;
  const own = activities.find(({ activityTypeId }) => isPause(types.get(activityTypeId)))?.activityTypeId;
  const activityTypeId = own ?? [...types.values()].find(isPause)?.id;
  const latestStartMinutes = lengthMinutes - EDGE_MINUTES - pauseMinutes;
  if (activityTypeId === undefined || latestStartMinutes < EDGE_MINUTES) return null;
  return {
    activityTypeId,
    lengthMinutes: pauseMinutes,
    earliestStartMinutes: EDGE_MINUTES,
    latestStartMinutes,
    minGapMinutes: EDGE_MINUTES,
  };
}

/** The template with a pause at the place in its order that shortens the longest run most; the first of equals. */
function withOneMore(template: ShiftTemplate, pause: TemplateActivity, types: ReadonlyMap<string, ActivityType>) {
  const { activities } = template;
  let best: { readonly template: ShiftTemplate; readonly run: number } | null = null;
  for (let at = 0; at <= activities.length; at++) {
    const next = activities[at];
    const spaced = next && { ...next, minGapMinutes: Math.max(next.minGapMinutes ?? 0, EDGE_MINUTES) };
    const tried = {
      ...template,
      activities: [...activities.slice(0, at), pause, ...(spaced ? [spaced] : []), ...activities.slice(at + 1)],
    };
    const run = leastContactRun(tried, types);
    if (run !== null && (!best || run < best.run)) best = { template: tried, run };
  }
  return best;
}
