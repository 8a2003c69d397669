import { MINUTE_MILLIS, type Instant } from '@yotei/time';
import { tileActivities, type Activity, type ActivityType, type Shift } from '../../roster/index.js';
import { PART_EARLIEST, PART_FIELDS, PART_LATEST, PART_LENGTH, type ShiftPattern } from '../problem/shift-pattern.js';
import { frameMinute, instantOfPaddedSlot, type SlotFrame } from '../problem/slot-frame.js';

/** A shift whose remaining breaks may be placed again. */
export interface MovableShift {
  readonly shift: Shift;
  /** The template's pattern with windows narrowed to what is still open; taken breaks have one place. */
  readonly pattern: ShiftPattern;
  /** On the padded frame. */
  readonly startSlot: number;
  /** Padded start slots of the template's activities as they are. */
  readonly places: Int32Array;
  /** The template's activities, in its order. */
  readonly own: readonly Activity[];
  /** Padded slots of other activities, such as a training, in which no break can lie. */
  readonly taken: readonly number[];
}

export interface MovableContext {
  readonly frame: SlotFrame;
  readonly activityTypes: ReadonlyMap<string, ActivityType>;
  readonly patternOf: (templateId: string) => ShiftPattern | undefined;
  readonly fromAt: Instant;
}

/**
 * The shift as one whose breaks can move, or null: it has no template, was changed by hand so that its activities are not
 * the template's, does not lie on the slots, serves one queue by order, or has no break left to move.
 */
export function movableShift(shift: Shift, context: MovableContext): MovableShift | null {
  const { frame, activityTypes, patternOf } = context;
  const pattern = shift.templateId === undefined ? undefined : patternOf(shift.templateId);
  if (!pattern || shift.activities.some(({ queueId }) => Boolean(queueId))) return null;
  if (shift.endAt - shift.startAt !== pattern.template.lengthMinutes * MINUTE_MILLIS) return null;
  const parts = templateParts(shift, pattern);
  if (!parts) return null;
  const slots = shift.activities.map(({ startAt }) => frameMinute(frame, startAt) / frame.slotMinutes + frame.pad);
  if (!slots.every(Number.isInteger)) return null;
  const slotOf = (at: Instant) => frameMinute(frame, at) / frame.slotMinutes + frame.pad;
  const startSlot = slotOf(shift.startAt);
  const places = Int32Array.from(parts, ({ startAt }) => slotOf(startAt));
  const narrowed = narrowedParts(pattern, { places, startSlot, openFrom: Math.ceil(slotOf(context.fromAt)) });
  if (!narrowed) return null;
  return {
    shift,
    pattern: { ...pattern, parts: narrowed },
    startSlot,
    places,
    own: parts,
    taken: takenSlots(shift, new Set(parts), { slotOf, activityTypes }),
  };
}

/** The activities that are the template's, in its order; null when the shift does not hold exactly them. */
function templateParts(shift: Shift, { template }: ShiftPattern): Activity[] | null {
  const found: Activity[] = [];
  let from = 0;
  for (const { activityTypeId, lengthMinutes } of template.activities) {
    const at = shift.activities.findIndex(
      (activity, i) =>
        i >= from &&
        activity.activityTypeId === activityTypeId &&
        activity.sessionId === undefined &&
        activity.endAt - activity.startAt === lengthMinutes * MINUTE_MILLIS,
    );
    if (at < 0) return null;
    found.push(shift.activities[at]!);
    from = at + 1;
  }
  return found;
}

/** Windows from `openFrom` on; activities begun before it, or left without a place, stay. Null when all stay. */
function narrowedParts(
  pattern: ShiftPattern,
  { places, startSlot, openFrom }: { places: Int32Array; startSlot: number; openFrom: number },
): Int32Array | null {
  const parts = Int32Array.from(pattern.parts);
  let movable = false;
  for (let part = 0; part < pattern.partCount; part++) {
    const at = part * PART_FIELDS;
    const place = places[part]! - startSlot;
    const earliest = Math.max(parts[at + PART_EARLIEST]!, openFrom - startSlot);
    const stays = places[part]! < openFrom || earliest > parts[at + PART_LATEST]! || parts[at + PART_LENGTH] === 0;
    if (!stays) movable = true;
    parts[at + PART_EARLIEST] = stays ? place : earliest;
    if (stays) parts[at + PART_LATEST] = place;
  }
  return movable ? parts : null;
}

function takenSlots(
  shift: Shift,
  own: ReadonlySet<Activity>,
  {
    slotOf,
    activityTypes,
  }: {
    readonly slotOf: (at: Instant) => number;
    readonly activityTypes: ReadonlyMap<string, ActivityType>;
  },
): number[] {
  const slots: number[] = [];
  for (const activity of shift.activities) {
    if (own.has(activity) || activityTypes.get(activity.activityTypeId)?.contactWork) continue;
    for (let slot = slotOf(activity.startAt); slot < slotOf(activity.endAt); slot++) slots.push(slot);
  }
  return slots;
}

/** The shift with the template's activities at the places given; other activities stay, contact work fills the rest. */
export function withPlaces(
  movable: MovableShift,
  places: Int32Array,
  context: MovableContext & { contactTypeId: string },
): Shift {
  const { frame, activityTypes, contactTypeId } = context;
  const own = new Set(movable.own);
  const others = movable.shift.activities.filter(
    (activity) => !own.has(activity) && !activityTypes.get(activity.activityTypeId)?.contactWork,
  );
  const moved = movable.own.map((activity, part) => {
    const startAt = instantOfPaddedSlot(frame, places[part]!);
    return { ...activity, startAt, endAt: startAt + (activity.endAt - activity.startAt) };
  });
  return { ...movable.shift, activities: tileActivities(movable.shift, [...others, ...moved], contactTypeId) };
}
