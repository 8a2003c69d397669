import { dateOfEpochDay, type Instant, type LocalDate } from '@yotei/time';
import { BusinessCalendar } from '../calendar/business-calendar.js';
import { hasEvent, type EventsByDay } from '../calendar/calendar-event.js';
import { learnEventEffects, type EventEffectEvidence, type EventEffects } from '../calendar/event-effects.js';
import type { QueueHistory } from '../queue-history.js';
import { tablesOf, type DayTable, type TableDay } from './day-table.js';
import { learnOpeningHours, openByRule, type OpeningHours } from './opening-hours.js';

/** A day the fit does not use, and why. */
export interface LeftOutDay {
  readonly on: LocalDate;
  readonly reason:
    | { readonly kind: 'outage-event'; readonly title: string }
    | { readonly kind: 'incomplete-day'; readonly observedFraction: number }
    | {
        /** The planner said so; the span may be a part of the day. */
        readonly kind: 'planner-decision';
        readonly action: 'leave-out' | 'replace';
        readonly proposalId: string;
        readonly fromAt: Instant;
        readonly untilAt: Instant;
      };
}

/** A day the methods learn from; values, sums and fills are without the effects of events that have one of their own. */
export interface TrainingDay extends TableDay {
  readonly features: Float64Array;
  /** Like `values`, but closed slots hold 0 and missing open slots what the weekday's profile makes likely. */
  readonly filled: Float64Array;
  /** Sum of `filled`. */
  readonly total: number;
}

/** A day to forecast. */
export interface HorizonDay {
  readonly day: number;
  readonly weekday: number;
  readonly features: Float64Array;
  /** 1 where the slot is open. */
  readonly open: Uint8Array;
  /** What the forecast of a method is multiplied with for the day's events; left out = 1. */
  readonly eventFactor?: number;
}

/** All that may be known at an origin: nothing in it comes from the origin day or later, but the announced events. */
export interface TrainingView {
  readonly originDay: number;
  readonly slotCount: number;
  readonly days: readonly TrainingDay[];
  readonly calendar: BusinessCalendar;
  readonly openByWeekday: readonly Uint8Array[];
  readonly leftOut: readonly LeftOutDay[];
  /** History in days of seven to the week: a centre open five days a week has 7 for each 5 days there are. */
  readonly haveDays: number;
  /** What a day's contacts are multiplied with for its events; 1 without any. */
  eventFactorOf(day: number): number;
  /** Effects of events that have one of their own, with their evidence. */
  readonly eventEffects: readonly EventEffectEvidence[];
  horizon(fromDay: number, days: number): HorizonDay[];
}

/** Least share of a day's usual contacts that must be observed for the day to be learnt from. */
const LEAST_OBSERVED = 0.5;

/** The view of the table from the origin day. Opening hours are learned from the history unless given. */
export function trainingView(
  table: DayTable,
  events: EventsByDay,
  originDay: number,
  opening?: OpeningHours,
): TrainingView {
  const { slotCount } = table;
  const before = table.days.filter(({ day }) => day < originDay);
  const usable = before.filter(({ day }) => !hasEvent(events, day, 'outage'));
  const openByWeekday = opening?.weekly ? openByRule(opening.weekly, slotCount) : learnOpeningHours(usable, slotCount);
  const opensOnWeekday = openByWeekday.map((open) => open.includes(1));
  const presentDays = new Set(before.map(({ day }) => day));
  const calendar = new BusinessCalendar({
    events,
    presentDays,
    firstDay: before[0]?.day ?? originDay,
    originDay,
    opensOnWeekday,
  });
  const leftOut: LeftOutDay[] = before
    .filter(({ day }) => hasEvent(events, day, 'outage'))
    .map(({ day }) => ({
      on: dateOfEpochDay(day),
      reason: { kind: 'outage-event', title: events.get(day)!.find(({ kind }) => kind === 'outage')!.title },
    }));
  const filled = fillDays(usable, { openByWeekday, calendar, slotCount });
  const effects = learnEventEffects(filled.days, events);
  const days = withoutEffects(filled.days, effects);
  const horizon = (fromDay: number, count: number) =>
    horizonDays({ fromDay, count, calendar, openByWeekday, effects, opening });
  const openWeekdays = Math.max(1, opensOnWeekday.filter(Boolean).length);
  const haveDays = Math.min(Math.floor((days.length * 7) / openWeekdays), originDay - (before[0]?.day ?? originDay));
  return {
    originDay,
    slotCount,
    days,
    calendar,
    openByWeekday,
    leftOut: [...leftOut, ...filled.incomplete],
    haveDays,
    eventFactorOf: effects.factorOf,
    eventEffects: effects.evidence,
    horizon,
  };
}

interface HorizonInput {
  readonly fromDay: number;
  readonly count: number;
  readonly calendar: BusinessCalendar;
  readonly openByWeekday: readonly Uint8Array[];
  readonly effects: EventEffects;
  readonly opening: OpeningHours | undefined;
}

/** The days as they would have been without their events. */
function withoutEffects(days: readonly TrainingDay[], { factorOf }: EventEffects): readonly TrainingDay[] {
  return days.map((day) => {
    const factor = factorOf(day.day);
    if (factor === 1) return day;
    const scaled = (values: Float64Array) => values.map((value) => value / factor);
    const [values, zeroed, filled] = [scaled(day.values), scaled(day.zeroed), scaled(day.filled)];
    return { ...day, values, zeroed, filled, sum: day.sum / factor, total: day.total / factor };
  });
}

function horizonDays({ fromDay, count, calendar, openByWeekday, effects, opening }: HorizonInput): HorizonDay[] {
  const slotCount = openByWeekday[1]!.length;
  return Array.from({ length: count }, (_, index) => {
    const day = fromDay + index;
    const weekday = ((((day + 3) % 7) + 7) % 7) + 1;
    const own = opening?.exceptions?.get(dateOfEpochDay(day));
    const usual = own ? openByRule([{ weekday, spans: own }], slotCount)[weekday]! : openByWeekday[weekday]!;
    const eventFactor = effects.factorOf(day);
    return {
      day,
      weekday,
      features: calendar.featuresOf(day),
      open: calendar.closes(day) ? new Uint8Array(usual.length) : usual,
      ...(eventFactor === 1 ? {} : { eventFactor }),
    };
  });
}

interface FillInput {
  readonly openByWeekday: readonly Uint8Array[];
  readonly calendar: BusinessCalendar;
  readonly slotCount: number;
}

function fillDays(
  days: readonly TableDay[],
  { openByWeekday, calendar, slotCount }: FillInput,
): { days: TrainingDay[]; incomplete: LeftOutDay[] } {
  const profiles = recentProfiles(days, slotCount);
  const filledDays: TrainingDay[] = [];
  const incomplete: LeftOutDay[] = [];
  for (const day of days) {
    const open = openByWeekday[day.weekday]!;
    if (!open.includes(1)) continue;
    const { filled, observedFraction, total } = isComplete(day.values, open)
      ? { filled: day.zeroed, observedFraction: 1, total: day.sum }
      : fillDay(day.values, open, profiles[day.weekday]!);
    if (observedFraction < LEAST_OBSERVED)
      incomplete.push({ on: dateOfEpochDay(day.day), reason: { kind: 'incomplete-day', observedFraction } });
    else
      filledDays.push({
        ...day,
        features: calendar.featuresOf(day.day),
        filled,
        total,
      });
  }
  return { days: filledDays, incomplete };
}

/** Whether the day has a value in every open slot and in no other. */
function isComplete(values: Float64Array, open: Uint8Array): boolean {
  for (let slot = 0; slot < values.length; slot++)
    if (Number.isNaN(values[slot]!) === Boolean(open[slot])) return false;
  return true;
}

function fillDay(
  values: Float64Array,
  open: Uint8Array,
  profile: Float64Array,
): { filled: Float64Array; observedFraction: number; total: number } {
  let observed = 0;
  let expectedObserved = 0;
  let expected = 0;
  for (let slot = 0; slot < values.length; slot++) {
    if (!open[slot]) continue;
    expected += profile[slot]!;
    if (Number.isNaN(values[slot]!)) continue;
    observed += values[slot]!;
    expectedObserved += profile[slot]!;
  }
  const level = expectedObserved > 0 ? observed / expectedObserved : 0;
  const filled = values.map((value, slot) => (!open[slot] ? 0 : Number.isNaN(value) ? level * profile[slot]! : value));
  const total = filled.reduce((sum, value) => sum + value, 0);
  return { filled, observedFraction: expected > 0 ? expectedObserved / expected : 1, total };
}

/** Mean of each weekday's slots over its last eight days. */
function recentProfiles(days: readonly TableDay[], slotCount: number): Float64Array[] {
  const profiles = Array.from({ length: 8 }, () => new Float64Array(slotCount));
  for (let weekday = 1; weekday <= 7; weekday++) {
    const recent = days.filter((day) => day.weekday === weekday).slice(-8);
    profiles[weekday] = profiles[weekday]!.map((_, slot) => meanOf(recent.map(({ values }) => values[slot]!)));
  }
  return profiles;
}

function meanOf(values: readonly number[]): number {
  const seen = values.filter((value) => !Number.isNaN(value));
  return seen.length === 0 ? 0 : seen.reduce((sum, value) => sum + value, 0) / seen.length;
}

/** The view of a queue's contacts from the origin day, for tests and for callers that fit a method themselves. */
export function trainingViewOf(history: QueueHistory, events: EventsByDay, originDay: number): TrainingView {
  return trainingView(tablesOf(history).contacts, events, originDay);
}
