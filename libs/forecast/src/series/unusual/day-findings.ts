import { upperMedianOf } from '../../robust-scale.js';
import { hasEvent, type EventsByDay } from '../../calendar/calendar-event.js';
import type { TrainingView } from '../training-view.js';
import type { ExpectedDay, ExpectedHistory } from './expected-contacts.js';
import type { Finding } from './interval-findings.js';

/** Robust standard deviations from which a day is called unusual, and the least change worth a planner's look. */
const UNUSUAL = 4.5;
const LEAST_CHANGE = 0.1;
/** Open weeks on each side that a lasting change is judged by, and the least change of level that is called one. */
const SHIFT_WEEKS = 3;
const LEAST_SHIFT = 0.15;
const MOST_SHIFTS = 4;

const wholeDays = (fromDay: number, untilDay: number, slotCount: number) => ({
  fromDay,
  fromSlot: 0,
  untilDay,
  untilSlot: slotCount,
});

/**
 * Days whose total is far from the usual once odd stretches inside them are taken as expected: what an outage at noon
 * explains is not said twice.
 */
export function dayFindings(expected: ExpectedHistory, inside: readonly Finding[], slotCount: number): Finding[] {
  const byDay = new Map<number, Finding[]>();
  for (const found of inside) byDay.set(found.fromDay, [...(byDay.get(found.fromDay) ?? []), found]);
  return expected.days.flatMap((day): Finding[] => {
    if (!day.present || day.usualTotal < 1) return [];
    const { actual, usual, missing } = totalsOf(day, byDay.get(day.day) ?? []);
    if (usual < 0.3 * day.usualTotal) return [];
    const residual = Math.log(actual + 1) - Math.log(usual + 1);
    // A day of a few contacts swings by chance: its own Poisson noise adds to that of the level.
    const scale = Math.sqrt(expected.dayScale ** 2 + (missing ? 1 : 0) / Math.max(1, usual));
    const score = residual / scale;
    if (Math.abs(score) < UNUSUAL || Math.abs(Math.expm1(residual)) < LEAST_CHANGE) return [];
    return [
      {
        kind: score < 0 ? 'low-day' : 'high-day',
        ...wholeDays(day.day, day.day, slotCount),
        expected: usual,
        actual,
        score,
        reason: { kind: 'day-total', ratio: actual / Math.max(1, usual) },
        suggested: 'event',
      },
    ];
  });
}

function totalsOf(day: ExpectedDay, inside: readonly Finding[]): { actual: number; usual: number; missing: boolean } {
  let actual = 0;
  let usual = 0;
  let missing = false;
  day.values.forEach((value, slot) => {
    if (Number.isNaN(value)) missing ||= day.open[slot] === 1;
    else if (!inside.some(({ fromSlot, untilSlot }) => slot >= fromSlot && slot < untilSlot)) {
      actual += value;
      usual += day.usual[slot]!;
    }
  });
  return { actual, usual, missing };
}

/** Open days without any row that no event explains, those in a row as one span. */
export function missingDays(days: readonly ExpectedDay[], events: EventsByDay, slotCount: number): Finding[] {
  const explained = (day: number) =>
    (['closed', 'holiday', 'outage'] as const).some((kind) => hasEvent(events, day, kind));
  const found: Finding[] = [];
  let span: ExpectedDay[] = [];
  const close = () => {
    if (span.length > 0) found.push(missingSpan(span, slotCount));
    span = [];
  };
  for (const day of days) {
    if (!day.open.includes(1)) continue;
    if (day.present || explained(day.day) || day.usualTotal < 1) close();
    else span.push(day);
  }
  close();
  return found;
}

function missingSpan(span: readonly ExpectedDay[], slotCount: number): Finding {
  const expected = span.reduce((sum, { usualTotal }) => sum + usualTotal, 0);
  return {
    kind: 'missing-span',
    ...wholeDays(span[0]!.day, span.at(-1)!.day, slotCount),
    expected,
    actual: 0,
    score: -2 * Math.sqrt(expected),
    reason: { kind: 'nothing-recorded', openDays: span.length, intervals: 0 },
    // One day alone was most likely closed; weeks without rows are lost, and the fit takes them as missing anyway.
    suggested: span.length <= 3 ? 'event' : 'keep',
  };
}

/** Lasting changes of level: the clearest one, then the clearest on each side of it, and so on. */
export function levelShifts(view: TrainingView, expected: ExpectedHistory): Finding[] {
  const openWeekdays = Math.max(1, view.openByWeekday.filter((open) => open.includes(1)).length);
  const width = SHIFT_WEEKS * openWeekdays;
  const found: Finding[] = [];
  const search = (from: number, until: number): void => {
    if (found.length >= MOST_SHIFTS || until - from < 2 * width) return;
    const at = clearest(expected.departures.subarray(from, until), width) + from;
    const before = expected.departures.subarray(at - width, at);
    const after = expected.departures.subarray(at, at + width);
    // Means find the day; medians say whether it holds, so that no single wild day makes a shift.
    const change = upperMedianOf(after) - upperMedianOf(before);
    if (Math.abs(change) < Math.max(LEAST_SHIFT, 3 * expected.dayScale)) return;
    found.push(shiftAt(view, { at, change, width, scale: expected.dayScale }));
    search(from, at);
    search(at, until);
  };
  search(0, view.days.length);
  return found;
}

function clearest(residual: Float64Array, width: number): number {
  let best = width;
  let largest = -1;
  for (let at = width; at + width <= residual.length; at++) {
    const step = Math.abs(meanOf(residual.subarray(at, at + width)) - meanOf(residual.subarray(at - width, at)));
    if (step > largest) [best, largest] = [at, step];
  }
  return best;
}

function shiftAt(view: TrainingView, shift: { at: number; change: number; width: number; scale: number }): Finding {
  const after = view.days.slice(shift.at, shift.at + shift.width);
  const actual = after.reduce((sum, { total }) => sum + total, 0);
  const ratio = Math.exp(shift.change);
  return {
    kind: 'level-shift',
    ...wholeDays(after[0]!.day, after.at(-1)!.day, view.slotCount),
    expected: actual / ratio,
    actual,
    score: shift.change / shift.scale,
    reason: { kind: 'lasting-change', ratio, weeks: SHIFT_WEEKS },
    suggested: 'keep',
  };
}

function meanOf(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}
