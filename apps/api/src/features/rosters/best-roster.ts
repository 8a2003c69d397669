import type { Roster } from '@yotei/scheduling/roster';
import { MINUTE_MILLIS, type Instant } from '@yotei/time';
import { packShifts, type PackedShiftRows, type PackKeys } from './packed-shifts.js';

/** A roster in few bytes: lists of ids, and numbers that point to them. */
export type CompactRoster = {
  readonly agentIds: readonly string[];
  readonly templateIds: readonly string[];
  readonly activityTypeIds: readonly string[];
  /**
   * One shift after another: agent, start, length, template (-1: none), number of activities, then type, start and length of
   * each. Times are minutes from the start of the roster's weeks.
   */
  readonly numbers: readonly number[];
};

/** The best roster of a run at a moment. */
export type BestFound = {
  readonly seconds: number;
  readonly cost: number;
  readonly roster: CompactRoster;
};

/** Positions in order of first use. */
class Positions {
  readonly ids: string[] = [];
  private readonly known = new Map<string, number>();

  of(id: string): number {
    let at = this.known.get(id);
    if (at === undefined) {
      at = this.ids.push(id) - 1;
      this.known.set(id, at);
    }
    return at;
  }
}

export function compactRoster(roster: Roster, startAt: Instant): CompactRoster {
  const [agents, templates, types] = [new Positions(), new Positions(), new Positions()];
  const numbers: number[] = [];
  for (const shift of roster.shifts) {
    const template = shift.templateId === undefined ? -1 : templates.of(shift.templateId);
    numbers.push(agents.of(shift.agentId), (shift.startAt - startAt) / MINUTE_MILLIS);
    numbers.push((shift.endAt - shift.startAt) / MINUTE_MILLIS, template, shift.activities.length);
    for (const activity of shift.activities)
      numbers.push(
        types.of(activity.activityTypeId),
        (activity.startAt - startAt) / MINUTE_MILLIS,
        (activity.endAt - activity.startAt) / MINUTE_MILLIS,
      );
  }
  return { agentIds: agents.ids, templateIds: templates.ids, activityTypeIds: types.ids, numbers };
}

/** Rosters of different agents as one answer of the api, each shift under a name of its own that no stored shift has. */
export function packedBest(rosters: readonly CompactRoster[], keys: PackKeys): PackedShiftRows {
  const shifts = {
    ids: [] as string[],
    versions: [] as number[],
    agentIds: [] as string[],
    startMinute: [] as number[],
    lengthMinutes: [] as number[],
    templateIds: [] as (string | null)[],
    flags: [] as number[],
  };
  const activities = {
    shift: [] as number[],
    type: [] as number[],
    startMinute: [] as number[],
    lengthMinutes: [] as number[],
  };
  for (const { agentIds, templateIds, activityTypeIds, numbers } of rosters) {
    const types = activityTypeIds.map((id) => keys.activityTypeIds.indexOf(id));
    for (let at = 0; at < numbers.length;) {
      const [agent, start, length, template, count] = numbers.slice(at, at + 5);
      const place = shifts.ids.push(`best-${shifts.ids.length}`) - 1;
      shifts.versions.push(0);
      shifts.agentIds.push(agentIds[agent!]!);
      shifts.startMinute.push(start!);
      shifts.lengthMinutes.push(length!);
      shifts.templateIds.push(template! < 0 ? null : templateIds[template!]!);
      shifts.flags.push(0);
      at += 5;
      for (const end = at + 3 * count!; at < end; at += 3) {
        activities.shift.push(place);
        activities.type.push(types[numbers[at]!]!);
        activities.startMinute.push(numbers[at + 1]!);
        activities.lengthMinutes.push(numbers[at + 2]!);
      }
    }
  }
  return packShifts(shifts, activities, keys);
}
