import {
  AGENT_STATES,
  agentDayOf,
  type AdherenceDay,
  type AdherenceSettings,
  type AdheringActivityType,
  type PlannedActivity,
  type StateEvent,
} from '@yotei/scheduling/adherence';
import { addDays, startOfLocalDay, type LocalDate } from '@yotei/time';
import fc from 'fast-check';

export const ADHERING_TYPES: readonly AdheringActivityType[] = [
  { id: 'contact', paid: true, contactWork: true },
  { id: 'break', paid: true, contactWork: false },
  { id: 'lunch', paid: false, contactWork: false },
  { id: 'training', paid: true, contactWork: false },
  { id: 'absence', paid: true, contactWork: false },
];

export interface AdherenceCase {
  readonly day: AdherenceDay;
  readonly events: readonly StateEvent[];
  readonly settings: AdherenceSettings;
  readonly now: number;
}

/** Days of 23, 24 and 25 hours, and one without a clock change over which shifts cross midnight. */
const DAYS: readonly { readonly on: LocalDate; readonly zone: string }[] = [
  { on: '2026-03-29', zone: 'Europe/Berlin' },
  { on: '2026-10-25', zone: 'Europe/Berlin' },
  { on: '2026-11-04', zone: 'Asia/Tokyo' },
  { on: '2026-10-04', zone: 'Australia/Lord_Howe' },
];

const SECOND = 1000;
const seconds = (max: number) => fc.integer({ min: 0, max });
/** Spans of up to an hour and a half in the hours around a moment. */
const spanFrom = (at: number) =>
  fc
    .tuple(seconds(5 * 3600), fc.integer({ min: 1, max: 5400 }))
    .map(([from, length]) => ({ startAt: at + from * SECOND, endAt: at + (from + length) * SECOND }));

function planned(startAt: number, parts: readonly (readonly [string, number])[]): PlannedActivity[] {
  let at = startAt;
  return parts.map(([activityTypeId, length]) => {
    const part = { activityTypeId, startAt: at, endAt: at + length * SECOND };
    at = part.endAt;
    return part;
  });
}

const partsOf = fc.array(
  fc.tuple(
    fc.constantFrom('contact', 'contact', 'break', 'lunch', 'training', 'absence'),
    fc.integer({ min: 30, max: 4000 }),
  ),
  { minLength: 1, maxLength: 6 },
);

const settings: fc.Arbitrary<AdherenceSettings> = fc.record({
  graceSeconds: fc.constantFrom(0, 30, 300),
  bootSeconds: fc.constantFrom(0, 180),
  ignoredActivityTypeIds: fc.constantFrom([], ['training']),
  ignoredStates: fc.constantFrom([], ['back-office'], ['Tea']),
  countsOutsideShift: fc.boolean(),
});

/** A short shift somewhere in a local day (also over its end), states with gaps, repeats and disorder, and what excuses. */
export const adherenceCase: fc.Arbitrary<AdherenceCase> = fc
  .record({
    date: fc.constantFrom(...DAYS),
    hour: fc.constantFrom(0, 1, 2, 9, 22, 23),
    offset: seconds(3599),
    parts: partsOf,
    gap: seconds(1800),
    more: partsOf,
  })
  .chain(({ date, hour, offset, parts, gap, more }) => {
    const from = startOfLocalDay(date.on, date.zone) + (hour * 3600 + offset) * SECOND;
    const first = planned(from, parts);
    const activities = [...first, ...planned(first.at(-1)!.endAt + gap * SECOND, more)];
    const shift = { startAt: from, endAt: activities.at(-1)!.endAt };
    // The second part may begin on the next date: all is one shift.
    const day = agentDayOf([shift], date.on, date.zone);
    const base = from - 1800 * SECOND;
    const event = fc.record({
      at: fc.integer({ min: -600, max: 6 * 3600 }).map((after) => base + after * SECOND),
      state: fc.constantFrom(...AGENT_STATES, 'available' as const, 'available' as const, 'unknown' as const),
      sourceState: fc.constantFrom(undefined, undefined, 'Tea'),
    });
    const spans = (count: number) => fc.array(spanFrom(base), { maxLength: count });
    return fc.record({
      day: fc.record({
        startAt: fc.constant(Math.max(day.startAt, base - 600 * SECOND)),
        endAt: fc.constant(Math.min(day.endAt, startOfLocalDay(addDays(date.on, 2), date.zone))),
        activities: fc.constant(activities),
        excuses: spans(2).map((list) => list.map((span, index) => ({ ...span, id: `e${index}`, kind: 'other' }))),
        knownPlans: fc
          .array(fc.tuple(spanFrom(base), partsOf, seconds(1800)), { maxLength: 1 })
          .map((list) =>
            list.map(([span, known, later]) => ({ ...span, activities: planned(from + later * SECOND, known) })),
          ),
      }),
      events: fc.array(event, { maxLength: 14 }),
      settings,
      now: seconds(8 * 3600).map((after) => base + after * SECOND),
    });
  });
