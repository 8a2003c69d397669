import { MINUTE_MILLIS } from '@yotei/time';
import type { Shift } from '../../roster/index.js';
import { valueOf, type RuleParameterSpec } from '../../rules/index.js';
import { isPause, measuredShifts, minutesOf } from '../person-parts.js';
import { thresholds, type PersonView, type WellbeingMeasure } from '../wellbeing-measure.js';

const pauseMinutes: RuleParameterSpec = {
  key: 'pauseMinutes',
  title: 'Least length of a pause that counts',
  unit: 'minutes',
  min: 1,
  max: 60,
  default: 10,
};
const everyMinutes: RuleParameterSpec = {
  key: 'everyMinutes',
  title: 'One pause for each so many minutes of presence',
  unit: 'minutes',
  min: 30,
  max: 480,
  default: 120,
};
const edgeMinutes: RuleParameterSpec = {
  key: 'edgeMinutes',
  title: 'A pause nearer to the start or end of the shift does not count',
  unit: 'minutes',
  min: 0,
  max: 120,
  default: 30,
};

/** Pauses of the shift that rest: long enough and not at its edges. Neighbouring ones are one pause. */
function pausesIn(view: PersonView, shift: Shift, p: Parameters<typeof valueOf>[1]): number {
  const edge = valueOf(edgeMinutes, p) * MINUTE_MILLIS;
  const pauses: { startAt: number; endAt: number }[] = [];
  for (const activity of shift.activities.filter((each) => isPause(view, each))) {
    const last = pauses.at(-1);
    if (last?.endAt === activity.startAt) last.endAt = activity.endAt;
    else pauses.push({ startAt: activity.startAt, endAt: activity.endAt });
  }
  return pauses.filter(
    (pause) =>
      minutesOf([pause]) >= valueOf(pauseMinutes, p) &&
      pause.startAt >= shift.startAt + edge &&
      pause.endAt <= shift.endAt - edge,
  ).length;
}

/**
 * W4. Pauses that are missing, mean a shift: one is due for each two hours of presence, save the last, which ends in going
 * home. Parts are shifts with pauses missing.
 */
export const breakDose: WellbeingMeasure = {
  id: 'break-dose',
  code: 'W4',
  title: { en: 'Missing pauses', ja: '足りない休憩' },
  meaning: {
    en: 'Pauses of at least ten minutes that a shift lacks, on average',
    ja: '1勤務あたりに足りない、10分以上の休憩の平均回数です',
  },
  unit: 'count',
  partUnit: 'count',
  evidence:
    'Micro-breaks raise vigour and lower fatigue, demanding work needs more than ten minutes (Albulescu et al. 2022, meta-analysis); one each two hours is ours',
  parameters: [pauseMinutes, everyMinutes, edgeMinutes, ...thresholds(0, 1, { unit: 'count', max: 12 })],
  lookBackDays: 0,
  measure: (view, p) => {
    const shifts = measuredShifts(view);
    if (shifts.length === 0) return { kind: 'no-work' };
    const parts = shifts.map((shift) => {
      const due = Math.max(0, Math.ceil(minutesOf([shift]) / valueOf(everyMinutes, p)) - 1);
      return {
        startAt: shift.startAt,
        endAt: shift.endAt,
        amount: Math.max(0, due - pausesIn(view, shift, p)),
      };
    });
    const missing = parts.reduce((sum, { amount }) => sum + amount, 0);
    return { kind: 'measured', value: missing / shifts.length, parts: parts.filter(({ amount }) => amount > 0) };
  },
};
