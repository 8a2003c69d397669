import {
  findShift,
  placeAll,
  placedOf,
  sameWork,
  tile,
  type BoardModel,
  type BoardShift,
  type ShiftEdit,
} from '../board/index.js';

type Placed = ReturnType<typeof placedOf>[number];

const keyOf = ({ type, start, length }: Placed) => `${type} ${start} ${length}`;

/** The value two people leave behind: whichever changed it; undefined when both did, differently. */
function either<Value>(base: Value, mine: Value, theirs: Value): Value | undefined {
  if (mine === base || mine === theirs) return theirs;
  return theirs === base ? mine : undefined;
}

/**
 * Two edits of one shift laid over each other, activity by activity: times, agent, template and lock by whoever changed
 * them, activities by what each put in and took out. Null where both changed the same thing, or it does not fit.
 */
export function mergeShift(
  base: BoardShift,
  { mine, theirs }: { readonly mine: BoardShift; readonly theirs: BoardShift },
  baseType: number,
): BoardShift | null {
  const agent = either(base.agent, mine.agent, theirs.agent);
  const start = either(base.start, mine.start, theirs.start);
  const end = either(base.start + base.length, mine.start + mine.length, theirs.start + theirs.length);
  const templateId = either(base.templateId, mine.templateId, theirs.templateId);
  const locked = either(base.locked, mine.locked, theirs.locked);
  if (agent === undefined || start === undefined || end === undefined || locked === undefined) return null;
  if (templateId === undefined || end <= start) return null;
  const placed = mergePlaced(placedOf(base, baseType), placedOf(mine, baseType), placedOf(theirs, baseType));
  const span = { start, length: end - start };
  const laid = placed && placeAll(span, placed);
  if (!laid || !placed.every((one, i) => keyOf(one) === keyOf(laid[i]!))) return null;
  return {
    ...theirs,
    ...span,
    agent,
    templateId,
    locked,
    handEdited: true,
    changed: true,
    activities: tile(span, laid, baseType),
  };
}

/** Theirs without what I took out, with what I put in; null when I took out what they took out or changed too. */
function mergePlaced(base: readonly Placed[], mine: readonly Placed[], theirs: readonly Placed[]): Placed[] | null {
  const without = (list: readonly Placed[], other: readonly Placed[]) => {
    const keys = new Set(other.map(keyOf));
    return list.filter((one) => !keys.has(keyOf(one)));
  };
  if (without(mine, theirs).length + without(theirs, mine).length === 0) return [...theirs];
  const [myGone, theirGone] = [without(base, mine), without(base, theirs)];
  if (myGone.some((one) => theirGone.some((other) => keyOf(other) === keyOf(one)))) return null;
  const kept = without(theirs, myGone);
  return [...kept, ...without(without(mine, base), kept)].sort((a, b) => a.start - b.start);
}

/** My refused edits laid over what is on the board now; null when they cannot be merged or nothing would be gained. */
export function mergedEdits(model: BoardModel, edits: readonly ShiftEdit[]): ShiftEdit[] | null {
  const merged: ShiftEdit[] = [];
  for (const { before: base, after: mine } of edits) {
    const theirs = base && findShift(model, base.id);
    if (!base || !mine || !theirs) return null;
    const after = mergeShift(base, { mine, theirs }, model.baseType);
    if (!after) return null;
    merged.push({ before: theirs, after });
  }
  return merged.some(({ before, after }, i) => !sameWork(before, after) && !sameWork(after, edits[i]!.after))
    ? merged
    : null;
}
