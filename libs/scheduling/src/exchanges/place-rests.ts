import { MINUTE_MILLIS, overlaps, type Interval } from '@yotei/time';
import { contactTypeOf, indexProblem, insertActivity, isRest, tileActivities } from '../roster/index.js';
import type { Activity, RosterProblem, Shift } from '../roster/index.js';
import { isOwnTime } from './own-time.js';
import { mustAmount } from './shift-form.js';

/** Rules that a break at another time, or one more, can satisfy. */
const REST_RULES = new Set([
  'break-by-work-length',
  'rest-breaks-by-hours',
  'max-work-without-break',
  'break-latest-start',
  'min-pause-minutes',
  'young-break',
]);
/** Lengths tried for a break more, minutes. */
const ADDED_MINUTES = [15, 30, 45, 60];

/**
 * The shift with breaks that its must rules accept: as it is where they do, else its own breaks spread evenly over the work,
 * else with the shortest break more that is enough. A shift that none of it helps stays as it is, to be refused by the rule.
 */
export function withRests(problem: RosterProblem, shift: Shift): Shift {
  if (isRested(problem, shift)) return shift;
  const { activityTypes } = indexProblem(problem);
  const rests = shift.activities.filter((one) => {
    const type = activityTypes.get(one.activityTypeId);
    return type !== undefined && !type.contactWork && isRest(type) && !isOwnTime(one) && !one.sessionId;
  });
  const bare = withoutRests(problem, shift, rests);
  const lengths = rests.map(({ activityTypeId, startAt, endAt }) => ({ activityTypeId, length: endAt - startAt }));
  const type = ['lunch', 'break'].find((id) => activityTypes.has(id));
  const more = type === undefined ? [] : ADDED_MINUTES.map((minutes) => added(lengths, type, minutes));
  for (const wanted of [lengths, ...more]) {
    const placed = spread(problem, bare, wanted);
    if (placed && isRested(problem, placed)) return placed;
  }
  return shift;
}

interface WantedRest {
  readonly activityTypeId: string;
  readonly length: number;
}

/** A break more among those there are, in the middle, where work is the longest. */
function added(rests: readonly WantedRest[], activityTypeId: string, minutes: number): WantedRest[] {
  const middle = Math.ceil(rests.length / 2);
  return [...rests.slice(0, middle), { activityTypeId, length: minutes * MINUTE_MILLIS }, ...rests.slice(middle)];
}

/** Nothing that break rules refuse, and no break at either end, where it is none. */
function isRested(problem: RosterProblem, shift: Shift): boolean {
  const { activityTypes } = indexProblem(problem);
  const ends = [shift.activities[0], shift.activities.at(-1)];
  const restsAtEnd = ends.some((one) => {
    const type = one && activityTypes.get(one.activityTypeId);
    return type !== undefined && !type.contactWork && isRest(type);
  });
  return !restsAtEnd && mustAmount(problem, shift, REST_RULES) === 0;
}

function withoutRests(problem: RosterProblem, shift: Shift, rests: readonly Activity[]): Shift {
  const others = shift.activities.filter((one) => !rests.includes(one));
  return { ...shift, activities: tileActivities(shift, others, contactTypeOf(problem)) };
}

/** The breaks in their order at even distances, each as near to its place as contact work leaves room; null without room. */
function spread(problem: RosterProblem, shift: Shift, rests: readonly WantedRest[]): Shift | null {
  const contact = contactTypeOf(problem);
  const step = problem.slotMinutes * MINUTE_MILLIS;
  const work = shift.endAt - shift.startAt - rests.reduce((sum, { length }) => sum + length, 0);
  let placed: Shift = shift;
  let before = 0;
  for (const [i, { activityTypeId, length }] of rests.entries()) {
    const even = ((i + 1) * work) / (rests.length + 1) + before;
    const startAt = nearestRoom(problem, placed, { at: shift.startAt + Math.round(even / step) * step, length, step });
    if (startAt === null) return null;
    const next = insertActivity(placed, { activityTypeId, startAt, endAt: startAt + length }, contact);
    if (!next) return null;
    placed = next.shift;
    before += length;
  }
  return placed;
}

/** The start nearest to `at` where the break lies in contact work, off both ends of the shift. */
function nearestRoom(
  problem: RosterProblem,
  shift: Shift,
  { at, length, step }: { readonly at: number; readonly length: number; readonly step: number },
): number | null {
  const { activityTypes } = indexProblem(problem);
  const taken = shift.activities.filter(({ activityTypeId }) => !activityTypes.get(activityTypeId)?.contactWork);
  const fits = (startAt: number): boolean => {
    const place: Interval = { startAt, endAt: startAt + length };
    if (place.startAt <= shift.startAt || place.endAt >= shift.endAt) return false;
    return !taken.some((one) => overlaps(one, place));
  };
  const reach = Math.ceil((shift.endAt - shift.startAt) / step);
  for (let away = 0; away <= reach; away++)
    for (const startAt of [at - away * step, at + away * step]) if (fits(startAt)) return startAt;
  return null;
}
