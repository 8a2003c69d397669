import { dateOfEpochDay, type LocalDate } from '@yotei/time';
import { eventsByDay, type CalendarEvent } from '../calendar/calendar-event.js';
import { fitDiscountedRegression, robustScale } from '../methods/discounted-regression.js';
import type { QueueHistory } from '../queue-history.js';
import { tablesOf } from './day-table.js';
import { trainingView, type TrainingView } from './training-view.js';

/** Something in the history a planner should look at. Nothing is changed or left out until the planner says so. */
export type HistoryProposal =
  | {
      readonly kind: 'unusual-day';
      readonly on: LocalDate;
      readonly direction: 'low' | 'high';
      readonly contacts: number;
      readonly usualContacts: number;
      readonly score: number;
    }
  | {
      readonly kind: 'possible-outage';
      readonly on: LocalDate;
      readonly contacts: number;
      readonly usualContacts: number;
      readonly score: number;
    }
  | { readonly kind: 'level-shift'; readonly fromOn: LocalDate; readonly ratio: number; readonly score: number };

/** Robust standard deviations from which a day is called unusual. */
const UNUSUAL = 4.5;
/** Share of the usual contacts under which a day looks like an outage. */
const OUTAGE_SHARE = 0.6;
/** Days on each side that a level shift is judged by, in weeks of open days. */
const SHIFT_WEEKS = 3;

/**
 * Proposals from robust residuals of the log day totals on weekday and calendar: single days far out, and the clearest
 * lasting change of level. Days under an event of kind outage are not proposed again. Needs four weeks of history, else none.
 */
export function proposeHistoryChanges(history: QueueHistory, events: readonly CalendarEvent[] = []): HistoryProposal[] {
  const table = tablesOf(history).contacts;
  const view = trainingView(table, eventsByDay(events), (table.days.at(-1)?.day ?? 0) + 1);
  return view.haveDays < 28 ? [] : proposalsOf(view);
}

/** The proposals of a view that is already at hand. */
export function proposalsOf(view: TrainingView): HistoryProposal[] {
  const { days } = view;
  const y = Float64Array.from(days, ({ total }) => Math.log(total + 1));
  const predict = fitDiscountedRegression(view, y, {
    discountPerDay: 1,
    weekdayPenalty: 0.02,
    effectPenalty: 0.5,
    memory: false,
  });
  const usual = predict(
    days.map(({ day, weekday, features }) => ({ day, weekday, features, open: view.openByWeekday[weekday]! })),
  );
  const residual = y.map((value, index) => value - localMedian(y, usual, index) - usual[index]!);
  const scale = Math.max(robustScale(residual), 0.02);
  const single = days.flatMap(({ day, total }, index): HistoryProposal[] => {
    const score = residual[index]! / scale;
    if (Math.abs(score) < UNUSUAL) return [];
    const usualContacts = Math.round((total + 1) / Math.exp(residual[index]!));
    const common = { on: dateOfEpochDay(day), contacts: Math.round(total), usualContacts, score };
    return [
      total < OUTAGE_SHARE * usualContacts
        ? { kind: 'possible-outage', ...common }
        : { kind: 'unusual-day', direction: score < 0 ? 'low' : 'high', ...common },
    ];
  });
  const shift = clearestShift(
    view,
    y.map((value, index) => value - usual[index]!),
    scale,
  );
  return shift ? [...single, shift] : single;
}

/** Median residual of the seven open days before and after, so that a slow change of level is not called unusual. */
function localMedian(y: Float64Array, usual: Float64Array, index: number): number {
  const near: number[] = [];
  for (let other = Math.max(0, index - 7); other <= Math.min(y.length - 1, index + 7); other++)
    if (other !== index) near.push(y[other]! - usual[other]!);
  return medianOf(near);
}

function medianOf(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

function clearestShift(view: TrainingView, residual: Float64Array, scale: number): HistoryProposal | null {
  const width = SHIFT_WEEKS * Math.max(1, view.openByWeekday.filter((open) => open.includes(1)).length);
  let best: { index: number; change: number } | null = null;
  for (let index = width; index + width <= residual.length; index++) {
    const change =
      medianOf([...residual.slice(index, index + width)]) - medianOf([...residual.slice(index - width, index)]);
    if (!best || Math.abs(change) > Math.abs(best.change)) best = { index, change };
  }
  // A lasting change has to be large in itself and against the days' own noise, or every trend would be a shift.
  if (!best || Math.abs(best.change) < Math.max(0.15, 3 * scale)) return null;
  return {
    kind: 'level-shift',
    fromOn: dateOfEpochDay(view.days[best.index]!.day),
    ratio: Math.exp(best.change),
    score: best.change / scale,
  };
}
