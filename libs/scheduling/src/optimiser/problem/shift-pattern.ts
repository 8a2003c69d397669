import type { ActivityType, ShiftTemplate } from '../../roster/index.js';

/** Numbers kept for each placed activity of a pattern. */
export const PART_FIELDS = 4;
export const PART_EARLIEST = 0;
export const PART_LATEST = 1;
export const PART_LENGTH = 2;
export const PART_DISTANCE = 3;

/** A shift template on the slot grid. */
export interface ShiftPattern {
  readonly template: ShiftTemplate;
  readonly lengthSlots: number;
  readonly partCount: number;
  /** Per activity: earliest and latest start, slots it takes from coverage, least distance from the start before. */
  readonly parts: Int32Array;
  /** Whether every activity interrupts contact work, so that runs of contact work lie between them. */
  readonly activitiesInterrupt: boolean;
  readonly paidMinutes: number;
  readonly unpaidBreakMinutes: number;
}

function refuseOffGrid(name: string, minutes: number, slotMinutes: number): void {
  if (minutes % slotMinutes !== 0) {
    throw new Error(
      `${name} (${minutes} minutes) must be a multiple of slotMinutes (${slotMinutes}); change the template or use a smaller slot such as 5`,
    );
  }
}

/** Places the template on the grid. Throws when its start, its length or an activity has no place on it. */
export function shiftPattern(
  template: ShiftTemplate,
  slotMinutes: number,
  activityTypes: ReadonlyMap<string, ActivityType>,
): ShiftPattern {
  const at = (field: string) => `template ${template.id} ${field}`;
  refuseOffGrid(at('earliestStartMinute'), template.earliestStartMinute, slotMinutes);
  refuseOffGrid(at('startStepMinutes'), template.startStepMinutes, slotMinutes);
  refuseOffGrid(at('lengthMinutes'), template.lengthMinutes, slotMinutes);
  const parts = new Int32Array(template.activities.length * PART_FIELDS);
  let unpaid = 0;
  let previousLength = 0;
  template.activities.forEach((activity, index) => {
    const type = activityTypes.get(activity.activityTypeId);
    if (!type)
      throw new Error(
        `${at('activityTypeId')} (${activity.activityTypeId}) must be one of problem.activityTypes; add it there`,
      );
    refuseOffGrid(at(`${activity.activityTypeId} lengthMinutes`), activity.lengthMinutes, slotMinutes);
    const latest = Math.min(activity.latestStartMinutes, template.lengthMinutes - activity.lengthMinutes);
    const from = index * PART_FIELDS;
    parts[from + PART_EARLIEST] = Math.ceil(activity.earliestStartMinutes / slotMinutes);
    parts[from + PART_LATEST] = Math.floor(latest / slotMinutes);
    parts[from + PART_LENGTH] = type.contactWork ? 0 : activity.lengthMinutes / slotMinutes;
    parts[from + PART_DISTANCE] =
      index === 0 ? 0 : Math.ceil((previousLength + (activity.minGapMinutes ?? 0)) / slotMinutes);
    if (parts[from + PART_EARLIEST]! > parts[from + PART_LATEST]!) {
      throw new Error(
        `${at('activities')}[${index}] start window (${activity.earliestStartMinutes} to ${latest} minutes) must hold a slot; widen it`,
      );
    }
    if (!type.paid) unpaid += activity.lengthMinutes;
    previousLength = activity.lengthMinutes;
  });
  narrowWindows(parts, template.activities.length, at('activities'));
  return {
    template,
    lengthSlots: template.lengthMinutes / slotMinutes,
    partCount: template.activities.length,
    parts,
    activitiesInterrupt: template.activities.every(
      ({ activityTypeId }) => !activityTypes.get(activityTypeId)!.contactWork,
    ),
    paidMinutes: template.lengthMinutes - unpaid,
    unpaidBreakMinutes: unpaid,
  };
}

/** Cuts places from which an earlier or a later activity could no longer be placed, so that every window is usable whole. */
function narrowWindows(parts: Int32Array, count: number, name: string): void {
  const field = (index: number, offset: number) => index * PART_FIELDS + offset;
  for (let i = 1; i < count; i++) {
    const least = parts[field(i - 1, PART_EARLIEST)]! + parts[field(i, PART_DISTANCE)]!;
    parts[field(i, PART_EARLIEST)] = Math.max(parts[field(i, PART_EARLIEST)]!, least);
  }
  for (let i = count - 2; i >= 0; i--) {
    const most = parts[field(i + 1, PART_LATEST)]! - parts[field(i + 1, PART_DISTANCE)]!;
    parts[field(i, PART_LATEST)] = Math.min(parts[field(i, PART_LATEST)]!, most);
  }
  for (let i = 0; i < count; i++) {
    if (parts[field(i, PART_EARLIEST)]! > parts[field(i, PART_LATEST)]!) {
      throw new Error(
        `${name} must fit one after another inside their windows (activity ${i} has no place left); widen the windows`,
      );
    }
  }
}
