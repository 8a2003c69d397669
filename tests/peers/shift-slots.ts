import { addDays, localDaysGrid, MINUTE_MILLIS, startOfLocalDay, type Grid, type LocalDate } from '@yotei/time';
import type { Roster, RosterProblem, RuleSetting, Shift, ShiftTemplate } from '@yotei/scheduling/roster';

/*
 * Benchmarks of nurses ask for heads by day and kind of shift, not by time of day. Each kind of shift gets a half hour of the
 * day of its own, in which alone it is contact work: cover of that half hour is cover of the day and kind.
 */

export const ZONE = 'UTC';
export const SLOT_MINUTES = 30;
/** Every shift lasts as long, so that paid minutes count shifts. */
export const SHIFT_MINUTES = 480;
const SLOTS_PER_DAY = 1440 / SLOT_MINUTES;

/** Prices are for 15 minutes; of a slot they are twice that. */
export const slotPrice = (price: number): [number, number, number] => [price / 2, price / 2, price / 2];

export const activityTypes: RosterProblem['activityTypes'] = [
  { id: 'contact', title: 'On the ward', paid: true, contactWork: true },
  { id: 'rest-of-shift', title: 'Rest of the shift', paid: true, contactWork: false },
];

export const slotTemplates = (ids: readonly string[]): ShiftTemplate[] =>
  ids.map((id, k) => ({
    id,
    title: id,
    earliestStartMinute: k * SLOT_MINUTES,
    latestStartMinute: k * SLOT_MINUTES,
    startStepMinutes: SLOT_MINUTES,
    lengthMinutes: SHIFT_MINUTES,
    activities: [
      {
        activityTypeId: 'rest-of-shift',
        lengthMinutes: SHIFT_MINUTES - SLOT_MINUTES,
        earliestStartMinutes: SLOT_MINUTES,
        latestStartMinutes: SLOT_MINUTES,
      },
    ],
  }));

export const mustRule = (ruleId: string, parameters?: RuleSetting['parameters'], contractId?: string): RuleSetting => ({
  ruleId,
  level: 'must',
  parameters,
  ...(contractId !== undefined && { contractIds: [contractId] }),
});

/** What makes shifts whole: one a day, of a template, with the rest where it belongs. */
export const shapeRules: readonly RuleSetting[] = [
  'one-shift-per-day',
  'allowed-template',
  'template-start-window',
  'activity-windows',
  'template-activity-lengths',
].map((ruleId) => mustRule(ruleId));

export const slotGrid = (startsOn: LocalDate, days: number): Grid => localDaysGrid(startsOn, days, ZONE, SLOT_MINUTES);

/** Demand of every slot from heads by day and kind of shift. */
export const slotDemand = (
  days: number,
  ids: readonly string[],
  heads: (day: number, id: string) => number,
): number[] =>
  Array.from({ length: days * SLOTS_PER_DAY }, (_, slot) => {
    const id = ids[slot % SLOTS_PER_DAY];
    return id === undefined ? 0 : heads(Math.floor(slot / SLOTS_PER_DAY), id);
  });

/** One person's shift of a kind on a day of the span. */
export function slotShift(agentId: string, template: ShiftTemplate, on: { startsOn: LocalDate; day: number }): Shift {
  const startAt = startOfLocalDay(addDays(on.startsOn, on.day), ZONE) + template.earliestStartMinute * MINUTE_MILLIS;
  const endAt = startAt + SHIFT_MINUTES * MINUTE_MILLIS;
  const onWard = startAt + SLOT_MINUTES * MINUTE_MILLIS;
  const activities = [
    { activityTypeId: 'contact', startAt, endAt: onWard },
    { activityTypeId: 'rest-of-shift', startAt: onWard, endAt },
  ];
  return { agentId, templateId: template.id, startAt, endAt, activities };
}

/** Kind of shift by person (row) and day, from a roster of the product. */
export function rowsOfRoster(
  people: readonly string[],
  span: { startsOn: LocalDate; days: number },
  { shifts }: Roster,
): (string | null)[][] {
  const startAt = startOfLocalDay(span.startsOn, ZONE);
  const rows = new Map(people.map((id) => [id, new Array<string | null>(span.days).fill(null)]));
  for (const shift of shifts)
    rows.get(shift.agentId)![Math.floor((shift.startAt - startAt) / (1440 * MINUTE_MILLIS))] = shift.templateId!;
  return people.map((id) => rows.get(id)!);
}

export const dateOf = (startsOn: LocalDate, day: number): LocalDate => addDays(startsOn, day);
