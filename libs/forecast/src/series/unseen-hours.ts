import { onceAView } from '../methods/once-a-view.js';
import type { HorizonDay, TrainingView } from './training-view.js';

/** A stretch of a weekday that is to open and never was before, in wall-clock minutes. */
export interface UnseenHours {
  readonly weekday: number;
  readonly fromMinute: number;
  readonly untilMinute: number;
}

/** Days of a weekday that say what its slots usually have. */
const RECENT_DAYS = 8;
/** Beyond the known hours contacts fall by at least and at most this much from hour to hour. */
const FADE = { least: 0.5, most: 0.95 };

interface Profiles {
  /** Mean contacts of each slot by weekday (1..7); NaN where it never had a value. */
  readonly byWeekday: readonly Float64Array[];
  /** The same over the weekdays that have a value. */
  readonly common: Float64Array;
}

const profilesOf = onceAView((view: TrainingView): Profiles => {
  const { slotCount } = view;
  const byWeekday = Array.from({ length: 8 }, (_, weekday) => {
    const days = view.days.filter((day) => day.weekday === weekday);
    return Float64Array.from({ length: slotCount }, (__, slot) =>
      meanOf(
        days
          .map(({ values }) => values[slot]!)
          .filter((value) => !Number.isNaN(value))
          .slice(-RECENT_DAYS),
      ),
    );
  });
  const common = Float64Array.from({ length: slotCount }, (_, slot) =>
    meanOf(byWeekday.map((profile) => profile[slot]!).filter((value) => !Number.isNaN(value))),
  );
  return { byWeekday, common };
});

/** Open slots of the horizon that its weekday has never had a value in, as stretches; each weekday and stretch once. */
export function unseenHours(view: TrainingView, horizon: readonly HorizonDay[]): UnseenHours[] {
  const found = new Map<string, UnseenHours>();
  const minutes = 1440 / view.slotCount;
  for (const day of horizon) {
    const unseen = unseenSlots(view, day);
    unseen.forEach((slot, index) => {
      if (unseen[index - 1] === slot - 1) return;
      let until = index;
      while (unseen[until + 1] === unseen[until]! + 1) until++;
      const hours = {
        weekday: day.weekday,
        fromMinute: slot * minutes,
        untilMinute: (unseen[until]! + 1) * minutes,
      };
      found.set(JSON.stringify(hours), hours);
    });
  }
  return [...found.values()];
}

/**
 * A method's forecast of a day, with what it cannot know of hours that open for the first time taken from elsewhere: the
 * share those hours have on the weekdays that know them; where none does, between the nearest known hours, and beyond
 * them fading as the last known hours do. A method itself has learned nothing but zeros there.
 */
export function withUnseenHours(view: TrainingView, day: HorizonDay, values: Float64Array): Float64Array {
  const unseen = unseenSlots(view, day);
  if (unseen.length === 0) return values;
  const { common } = profilesOf(view);
  const known = knownLevel(values, common, new Set(unseen), day);
  const filled = Float64Array.from(values);
  for (const slot of unseen) {
    const usual = Number.isNaN(common[slot]!) ? besideKnown(common, slot) : common[slot]!;
    filled[slot] = known * usual;
  }
  return filled;
}

function unseenSlots(view: TrainingView, { weekday, open }: HorizonDay): number[] {
  const seen = profilesOf(view).byWeekday[weekday]!;
  return [...seen.keys()].filter((slot) => open[slot] && Number.isNaN(seen[slot]!));
}

/** What the day is forecast to have to what the common profile has, over the hours known to both; 1 where there are none. */
function knownLevel(
  values: Float64Array,
  common: Float64Array,
  unseen: ReadonlySet<number>,
  { open }: HorizonDay,
): number {
  const sums = { said: 0, usual: 0 };
  values.forEach((value, slot) => {
    if (!open[slot] || unseen.has(slot) || Number.isNaN(common[slot]!)) return;
    sums.said += value || 0;
    sums.usual += common[slot]!;
  });
  return sums.usual > 0 ? sums.said / sums.usual : 1;
}

/** Between known hours in proportion to the distance; beyond them fading from hour to hour as the last two known hours do. */
function besideKnown(common: Float64Array, slot: number): number {
  const perHour = Math.max(1, Math.round(common.length / 24));
  const before = lastKnown(common, slot, -1);
  const after = lastKnown(common, slot, 1);
  if (before === null && after === null) return 0;
  if (before !== null && after !== null) {
    const share = (slot - before) / (after - before);
    return (1 - share) * hourAt(common, before, -perHour) + share * hourAt(common, after, perHour);
  }
  const [edge, step] = before !== null ? [before, -perHour] : [after!, perHour];
  const atEdge = hourAt(common, edge, step);
  const further = hourAt(common, edge + step, step);
  const fade = Math.min(FADE.most, Math.max(FADE.least, further > 0 ? atEdge / further : FADE.most));
  return atEdge * fade ** (Math.abs(slot - edge) / perHour);
}

function lastKnown(common: Float64Array, slot: number, direction: 1 | -1): number | null {
  for (let at = slot + direction; at >= 0 && at < common.length; at += direction)
    if (!Number.isNaN(common[at]!)) return at;
  return null;
}

/** Mean of the known slots of the hour that starts at a slot and goes on in the direction of `step`. */
function hourAt(common: Float64Array, slot: number, step: number): number {
  const direction = Math.sign(step);
  const values: number[] = [];
  for (let k = 0; k < Math.abs(step); k++) values.push(common[slot + k * direction] ?? Number.NaN);
  return meanOf(values.filter((value) => !Number.isNaN(value))) || 0;
}

function meanOf(values: readonly number[]): number {
  return values.length === 0 ? Number.NaN : values.reduce((sum, value) => sum + value, 0) / values.length;
}
