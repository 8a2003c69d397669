import { daysBetween } from '@yotei/time';
import { factsOf, unsocialKindsOf } from '../../objective/index.js';
import { reaches } from '../person-parts.js';
import { thresholds, type WellbeingMeasure } from '../wellbeing-measure.js';

/**
 * W6. Most nights one after another that touch the period (a night shift has two hours or more between 22:00 and 05:00).
 * Parts are shifts with night hours; `nightHours` and `earlyStarts` (before 07:00) stand beside it.
 */
export const nightLoad: WellbeingMeasure = {
  id: 'night-load',
  code: 'W6',
  title: { en: 'Nights in a row', ja: '連続夜勤' },
  meaning: { en: 'Most night shifts one after another', ja: '最も多く続く夜勤の回数です' },
  unit: 'count',
  partUnit: 'hours',
  evidence:
    'Risk grows with each night in a row and peaks about midnight (HSE RR446, fatigue and risk index); three nights is ours',
  parameters: thresholds(3, 6, { unit: 'count', max: 31 }),
  lookBackDays: 7,
  measure: (view) => {
    const { startAt, endAt } = view.period;
    const facts = view.shifts.filter((shift) => shift.startAt < endAt).map((shift) => factsOf(shift, view.zone));
    const measured = facts.filter((shift) => shift.startAt >= startAt);
    if (measured.length === 0) return { kind: 'no-work' };
    const isNight = (shift: (typeof facts)[number]) => unsocialKindsOf(shift, new Set()).includes('night');
    let most = 0;
    let run = 0;
    facts.forEach((shift, index) => {
      const before = facts[index - 1];
      const follows = before !== undefined && daysBetween(before.on, shift.on) === 1 && isNight(before);
      run = isNight(shift) ? (follows ? run : 0) + 1 : 0;
      if (shift.startAt >= startAt) most = Math.max(most, run);
    });
    // A run that begins with the period may have begun before what is known.
    if (most > 0 && !reaches(view, 7)) return { kind: 'cannot-judge', reason: 'history-missing' };
    const nights = measured.filter(({ nightMinutes }) => nightMinutes > 0);
    return {
      kind: 'measured',
      value: most,
      parts: nights.map((shift) => ({ startAt: shift.startAt, endAt: shift.endAt, amount: shift.nightMinutes / 60 })),
      also: {
        nightHours: nights.reduce((sum, { nightMinutes }) => sum + nightMinutes / 60, 0),
        earlyStarts: measured.filter((shift) => unsocialKindsOf(shift, new Set()).includes('early')).length,
      },
    };
  },
};
