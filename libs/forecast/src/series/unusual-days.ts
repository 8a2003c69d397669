import { dateOfEpochDay, type LocalDate } from '@yotei/time';
import { eventsByDay, type CalendarEvent } from '../calendar/calendar-event.js';
import { fitDiscountedRegression, robustScale } from '../methods/discounted-regression.js';
import type { QueueHistory } from '../queue-history.js';
import { tablesOf } from './day-table.js';
import { trainingView, type TrainingView } from './training-view.js';

/** Something in the history a planner should look at. Nothing is changed or left out until the planner says so. */
export type HistoryProposal =
  | {
      /** A day far from its usual total; an outage when part of the day fell silent while the rest was as usual. */
      readonly kind: 'unusual-day' | 'possible-outage';
      readonly on: LocalDate;
      readonly direction: 'low' | 'high';
      readonly contacts: number;
      readonly usualContacts: number;
      /** Distance in robust standard deviations of the log total; negative = low. */
      readonly score: number;
    }
  | {
      /** A lasting change of level: `ratio` of the weeks after to the weeks before. */
      readonly kind: 'level-shift';
      readonly fromOn: LocalDate;
      readonly ratio: number;
      readonly score: number;
    };

/** Robust standard deviations from which a day is called unusual. */
const UNUSUAL = 4.5;
/** A slot is silent below this share of its usual contacts, and as usual above {@link NORMAL_SHARE}. */
const SILENT_SHARE = 0.15;
const NORMAL_SHARE = 0.6;
/** A slot with fewer contacts than this says nothing about an outage. */
const LEAST_USUAL = 5;
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
  const single = days.flatMap((day, index): HistoryProposal[] => {
    const score = residual[index]! / scale;
    if (Math.abs(score) < UNUSUAL) return [];
    const usualContacts = Math.round((day.total + 1) / Math.exp(residual[index]!));
    const kind = score < 0 && fellSilent(view, index) ? 'possible-outage' : 'unusual-day';
    const direction = score < 0 ? 'low' : 'high';
    return [{ kind, on: dateOfEpochDay(day.day), direction, contacts: Math.round(day.total), usualContacts, score }];
  });
  const shift = clearestShift(
    view,
    y.map((value, index) => value - usual[index]!),
    scale,
  );
  return shift ? [...single, shift] : single;
}

/** Whether a part of the day was silent while another part was as busy as in the weeks around it. */
function fellSilent({ days }: TrainingView, index: number): boolean {
  const { weekday, filled } = days[index]!;
  const alike = days.filter(
    (day, other) => other !== index && day.weekday === weekday && Math.abs(day.day - days[index]!.day) <= 35,
  );
  let silent = 0;
  let normal = 0;
  filled.forEach((value, slot) => {
    const usual = medianOf(alike.map((day) => day.filled[slot]!));
    if (usual < LEAST_USUAL) return;
    silent += Number(value < SILENT_SHARE * usual);
    normal += Number(value > NORMAL_SHARE * usual);
  });
  return silent > 0 && normal > silent / 4;
}

/** Median residual of the seven open days before and after, so that a slow change of level is not called unusual. */
function localMedian(y: Float64Array, usual: Float64Array, index: number): number {
  const near: number[] = [];
  for (let other = Math.max(0, index - 7); other <= Math.min(y.length - 1, index + 7); other++)
    if (other !== index) near.push(y[other]! - usual[other]!);
  return medianOf(near);
}

function meanOf(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}

function medianOf(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

function clearestShift(view: TrainingView, residual: Float64Array, scale: number): HistoryProposal | null {
  const width = SHIFT_WEEKS * Math.max(1, view.openByWeekday.filter((open) => open.includes(1)).length);
  let index = width;
  const sides = (at: number) => [residual.subarray(at - width, at), residual.subarray(at, at + width)] as const;
  const step = ([before, after]: ReturnType<typeof sides>) => Math.abs(meanOf(after) - meanOf(before));
  for (let at = width; at + width <= residual.length; at++) if (step(sides(at)) > step(sides(index))) index = at;
  // Means find the day; medians say whether it holds, so that no single wild day makes a shift.
  const [before, after] = sides(index);
  const change = medianOf([...after]) - medianOf([...before]);
  // A lasting change has to be large in itself and against the days' own noise, or every trend would be a shift.
  if (residual.length < 2 * width || Math.abs(change) < Math.max(0.15, 3 * scale)) return null;
  return {
    kind: 'level-shift',
    fromOn: dateOfEpochDay(view.days[index]!.day),
    ratio: Math.exp(change),
    score: change / scale,
  };
}
