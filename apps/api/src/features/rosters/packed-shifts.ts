/** Rows of shifts as columns; see `PackedShifts` of the schema. */
export interface ShiftColumns {
  readonly ids: readonly string[];
  readonly versions: readonly number[];
  readonly agentIds: readonly string[];
  /** Minutes from the board's start; negative before it. */
  readonly startMinute: readonly number[];
  readonly lengthMinutes: readonly number[];
  readonly templateIds: readonly (string | null)[];
  readonly flags: readonly number[];
}

/** Activities of the same shifts in the same order; `shift` is the position of the shift in its columns. */
export interface ActivityColumns {
  readonly shift: readonly number[];
  readonly type: readonly number[];
  readonly startMinute: readonly number[];
  readonly lengthMinutes: readonly number[];
}

export interface PackedShiftRows {
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

/** Where the indexes of a packed answer point to. */
export interface PackKeys {
  readonly agentIds: readonly string[];
  readonly templateIds: readonly string[];
  readonly activityTypeIds: readonly string[];
}

/**
 * Columns out of one list of numbers a shift: an activity is `start x (typeCount + 1) + type + 1`, start in minutes as in the
 * shifts' columns, type 0 unknown. Each lasts until the next begins, the last until the shift's end.
 */
export function activitiesOf(
  { startMinute, lengthMinutes }: Pick<ShiftColumns, 'startMinute' | 'lengthMinutes'>,
  coded: readonly (readonly number[] | null)[],
  typeCount: number,
): ActivityColumns {
  const [shift, type, starts, lengths]: [number[], number[], number[], number[]] = [[], [], [], []];
  const base = typeCount + 1;
  coded.forEach((codes, place) => {
    const end = startMinute[place]! + lengthMinutes[place]!;
    codes?.forEach((code, k) => {
      const start = Math.floor(code / base);
      const until = k + 1 < codes.length ? Math.floor(codes[k + 1]! / base) : end;
      shift.push(place);
      type.push(code - start * base - 1);
      starts.push(start);
      lengths.push(until - start);
    });
  });
  return { shift, type, startMinute: starts, lengthMinutes: lengths };
}

const positions = (ids: readonly string[]) => new Map(ids.map((id, index) => [id, index]));

/** Index of each shift's first activity, then their number: one more entry than shifts. */
function offsets(shiftOfActivity: readonly number[], shiftCount: number): number[] {
  const counts = new Array<number>(shiftCount + 1).fill(0);
  for (const shift of shiftOfActivity) counts[shift + 1]! += 1;
  for (let i = 1; i <= shiftCount; i += 1) counts[i]! += counts[i - 1]!;
  return counts;
}

/** Columns of the database -> columns of the answer, with agents and templates as indexes. */
export function packShifts(shifts: ShiftColumns, activities: ActivityColumns, keys: PackKeys): PackedShiftRows {
  const agents = positions(keys.agentIds);
  const templates = positions(keys.templateIds);
  return {
    ids: shifts.ids,
    versions: shifts.versions,
    agentIndex: shifts.agentIds.map((id) => agents.get(id) ?? -1),
    startMinute: shifts.startMinute,
    lengthMinutes: shifts.lengthMinutes,
    templateIndex: shifts.templateIds.map((id) => (id === null ? -1 : (templates.get(id) ?? -1))),
    flags: shifts.flags,
    activityOffset: offsets(activities.shift, shifts.ids.length),
    activityType: activities.type,
    activityStartMinute: activities.startMinute,
    activityLengthMinutes: activities.lengthMinutes,
    templateIds: keys.templateIds,
    activityTypeIds: keys.activityTypeIds,
  };
}
