import { DAY_MILLIS, HOUR_MILLIS } from '@yotei/time';
import { valueOf, type RuleParameterSpec } from '../../rules/index.js';
import { measuredShifts, reaches } from '../person-parts.js';
import { thresholds, type MeasurePart, type WellbeingMeasure } from '../wellbeing-measure.js';

const restHours: RuleParameterSpec = {
  key: 'restHours',
  title: 'Hours of rest below which it is a quick return',
  unit: 'count',
  min: 0,
  max: 24,
  default: 11,
};
/** The risk of an injury stays raised on the day after as well (Nielsen et al. 2019). */
const TAIL_MILLIS = 2 * DAY_MILLIS;

/**
 * W5. Rests between shifts that are too short. Parts are those rests, with the hours missing. `tailShifts` are shifts that
 * start within two days after one: they are days to go easy on.
 */
export const quickReturnMeasure: WellbeingMeasure = {
  id: 'quick-return',
  code: 'W5',
  title: { en: 'Short rests', ja: '短い勤務間隔' },
  meaning: {
    en: 'Shifts that begin too soon after the last one ended',
    ja: '前の勤務が終わってから間もなく始まる勤務の回数です',
  },
  unit: 'count',
  partUnit: 'hours',
  evidence:
    'Injuries 1.39 times as likely as after 15-17 h of rest, on both days that follow (Nielsen et al. 2019); an hour less sleep (Öster et al. 2024)',
  parameters: [restHours, ...thresholds(0, 2, { unit: 'count', max: 31 })],
  lookBackDays: 1,
  measure: (view, p) => {
    const shifts = measuredShifts(view);
    if (shifts.length === 0) return { kind: 'no-work' };
    if (!reaches(view, 1)) return { kind: 'cannot-judge', reason: 'history-missing' };
    const parts: MeasurePart[] = [];
    for (const shift of shifts) {
      const before = view.shifts[view.shifts.indexOf(shift) - 1];
      const rest = before ? (shift.startAt - before.endAt) / HOUR_MILLIS : Number.POSITIVE_INFINITY;
      const missing = valueOf(restHours, p) - rest;
      if (missing > 0) parts.push({ startAt: before!.endAt, endAt: shift.startAt, amount: missing });
    }
    const inTail = (startAt: number) => parts.some(({ endAt }) => startAt >= endAt && startAt < endAt + TAIL_MILLIS);
    return {
      kind: 'measured',
      value: parts.length,
      parts,
      also: { tailShifts: shifts.filter(({ startAt }) => inTail(startAt)).length },
    };
  },
};
