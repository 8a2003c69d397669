import { addDays, daysBetween, localDateOf, type LocalDate } from '@yotei/time';
import { paidMinutesOf } from '../../roster/index.js';
import { measuredShifts, reaches } from '../person-parts.js';
import { thresholds, type PersonView, type WellbeingMeasure } from '../wellbeing-measure.js';

const WEEK = 7;
const LOOK_BACK = 27;

/** Local dates on which a shift starts, with paid hours; ascending. */
function hoursByDate(view: PersonView): { readonly on: LocalDate; hours: number }[] {
  const dates: { on: LocalDate; hours: number }[] = [];
  for (const shift of view.shifts) {
    if (shift.startAt >= view.period.endAt) break;
    const on = localDateOf(shift.startAt, view.zone);
    const hours = paidMinutesOf(shift, view.activityTypes) / 60;
    const last = dates.at(-1);
    if (last?.on === on) last.hours += hours;
    else dates.push({ on, hours });
  }
  return dates;
}

/** Most paid hours within `days` local days that end on a day of the period. */
function mostHours(view: PersonView, dates: ReturnType<typeof hoursByDate>, days: number): number {
  const first = localDateOf(view.period.startAt, view.zone);
  const count = daysBetween(first, localDateOf(view.period.endAt - 1, view.zone)) + 1;
  let most = 0;
  for (let day = 0; day < count; day++) {
    const last = addDays(first, day);
    const inside = dates.filter(({ on }) => on <= last && daysBetween(on, last) < days);
    most = Math.max(
      most,
      inside.reduce((sum, { hours }) => sum + hours, 0),
    );
  }
  return most;
}

/** Longest run of days with work that reaches into the period. */
function longestRun(dates: ReturnType<typeof hoursByDate>, first: LocalDate): number {
  let most = 0;
  let run = 0;
  dates.forEach(({ on }, index) => {
    const before = dates[index - 1];
    run = before && daysBetween(before.on, on) === 1 ? run + 1 : 1;
    if (on >= first) most = Math.max(most, run);
  });
  return most;
}

/**
 * W10. Most paid hours in any seven days that end in the period, overtime included. Beside it `hoursIn28Days` and
 * `daysInARow`. Parts are the shifts of the period.
 */
export const weeklyLoad: WellbeingMeasure = {
  id: 'weekly-load',
  code: 'W10',
  title: { en: 'Hours in seven days', ja: '7日間の労働時間' },
  meaning: {
    en: 'Most paid hours in any seven days, overtime included',
    ja: '連続する7日間で最も長い労働時間（残業を含む）です',
  },
  unit: 'hours',
  partUnit: 'hours',
  evidence:
    'Limit the risk of the whole pattern rather than hours alone (Folkard and Lombardi 2006); 40 and 48 h are the usual bounds of law',
  parameters: thresholds(40, 48, { unit: 'count', max: 168 }),
  lookBackDays: LOOK_BACK,
  measure: (view) => {
    const measured = measuredShifts(view);
    if (measured.length === 0) return { kind: 'no-work' };
    if (!reaches(view, WEEK - 1)) return { kind: 'cannot-judge', reason: 'history-missing' };
    const dates = hoursByDate(view);
    const first = localDateOf(view.period.startAt, view.zone);
    return {
      kind: 'measured',
      value: mostHours(view, dates, WEEK),
      parts: measured.map((shift) => ({
        startAt: shift.startAt,
        endAt: shift.endAt,
        amount: paidMinutesOf(shift, view.activityTypes) / 60,
      })),
      also: {
        daysInARow: longestRun(dates, first),
        ...(reaches(view, LOOK_BACK) ? { hoursIn28Days: mostHours(view, dates, LOOK_BACK + 1) } : {}),
      },
    };
  },
};
