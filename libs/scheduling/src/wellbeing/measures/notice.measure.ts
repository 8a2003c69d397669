import { DAY_MILLIS } from '@yotei/time';
import { valueOf } from '../../rules/index.js';
import { measuredShifts } from '../person-parts.js';
import { thresholds, type WellbeingMeasure } from '../wellbeing-measure.js';

const LIMITS = thresholds(14, 2, { unit: 'days', max: 90 });
const TENTH = 0.1;

/**
 * W8. Days between hearing of a shift and its start, the tenth percentile over shifts: nine of ten have more. The value is
 * the shift at rank ceil(0.1 n), so that it is one that happened. Parts are shifts below `ok`, with their days.
 */
export const notice: WellbeingMeasure = {
  id: 'notice',
  code: 'W8',
  title: { en: 'Notice of shifts', ja: '勤務の事前通知' },
  meaning: {
    en: 'Nine of ten shifts were told at least so many days ahead',
    ja: '勤務の9割は、少なくともこの日数より前に知らされています',
  },
  unit: 'days',
  partUnit: 'days',
  evidence:
    'Short notice goes with distress, bad sleep and unhappiness, more than low pay does (Schneider and Harknett 2019); two weeks as in fair-workweek laws',
  parameters: LIMITS,
  lookBackDays: 0,
  measure: (view, p) => {
    const shifts = measuredShifts(view);
    if (shifts.length === 0) return { kind: 'no-work' };
    const told = new Map(view.notices?.map(({ shiftStartAt, toldAt }) => [shiftStartAt, toldAt]));
    const known = shifts.filter(({ startAt }) => told.has(startAt));
    if (known.length === 0) return { kind: 'cannot-judge', reason: 'notice-unknown' };
    const parts = known
      .map(({ startAt, endAt }) => ({
        startAt,
        endAt,
        amount: Math.max(0, (startAt - told.get(startAt)!) / DAY_MILLIS),
      }))
      .sort((a, b) => a.amount - b.amount);
    return {
      kind: 'measured',
      value: parts[Math.ceil(TENTH * parts.length) - 1]!.amount,
      parts: parts.filter(({ amount }) => amount < valueOf(LIMITS[0], p)),
    };
  },
};
