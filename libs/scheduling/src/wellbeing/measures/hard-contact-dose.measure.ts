import { MINUTE_MILLIS, type Interval } from '@yotei/time';
import { contactRuns, type Shift } from '../../roster/index.js';
import { valueOf, type RuleParameterSpec } from '../../rules/index.js';
import { isPause, loadPieces, measuredShifts } from '../person-parts.js';
import { thresholds, type PersonView, type WellbeingMeasure } from '../wellbeing-measure.js';

const pauseWithinMinutes: RuleParameterSpec = {
  key: 'pauseWithinMinutes',
  title: 'A pause at most so long after a hard contact',
  unit: 'minutes',
  min: 1,
  max: 240,
  default: 15,
};

/**
 * Expected minutes with hard contacts in a stretch of contact work, those of them far from the next pause, and the minutes
 * kept free to recover. Where such are kept the pause follows the contact, so nothing is far from one.
 */
function hardMinutes(view: PersonView, stretch: Interval, pauseAt: number, withinMillis: number) {
  const { occupancy, hardShare, recoveryShare } = view.load!;
  let hard = 0;
  let far = 0;
  let recovery = 0;
  for (const { slot, startAt, endAt, minutes } of loadPieces(view, stretch)) {
    const share = occupancy[slot]! * hardShare[slot]!;
    if (!(share > 0)) continue;
    hard += minutes * share;
    const kept = recoveryShare?.[slot] ?? 0;
    recovery += minutes * occupancy[slot]! * kept;
    if (kept > 0) continue;
    const farUntil = Math.min(endAt, Math.max(startAt, pauseAt - withinMillis));
    far += ((farUntil - startAt) / MINUTE_MILLIS) * share;
  }
  return { hard, far, recovery };
}

/** Start of the shift's next pause from an instant on, or its end: going home is a pause. */
function nextPause(view: PersonView, shift: Shift, at: number): number {
  return shift.activities.find((activity) => activity.startAt >= at && isPause(view, activity))?.startAt ?? shift.endAt;
}

/**
 * W11. Expected minutes with hard contacts, most in one shift. Beside it `minutesFarFromPause`: those that lie more than a
 * quarter of an hour before the next pause, and `recoveryMinutes` kept free after them, both over the whole period. Parts are the shifts, with their minutes.
 */
export const hardContactDose: WellbeingMeasure = {
  id: 'hard-contact-dose',
  code: 'W11',
  title: { en: 'Hard contacts', ja: '負担の大きい対応' },
  meaning: {
    en: 'Most minutes with complaints and other hard contacts expected in one shift',
    ja: '1勤務で見込まれる、苦情など負担の大きい対応の最も長い合計時間です',
  },
  unit: 'minutes',
  partUnit: 'minutes',
  evidence: 'Emotional labour wears; Japan asks employers to act against harassment by customers; thresholds are ours',
  parameters: [pauseWithinMinutes, ...thresholds(60, 180, { unit: 'minutes', max: 1440 })],
  lookBackDays: 0,
  measure: (view, p) => {
    const shifts = measuredShifts(view);
    if (shifts.length === 0) return { kind: 'no-work' };
    if (!view.load) return { kind: 'cannot-judge', reason: 'load-unknown' };
    if (view.load.hardShare.every(Number.isNaN)) return { kind: 'cannot-judge', reason: 'difficulty-unknown' };
    const within = valueOf(pauseWithinMinutes, p) * MINUTE_MILLIS;
    let minutesFarFromPause = 0;
    let recoveryMinutes = 0;
    const parts = shifts.map((shift) => {
      let amount = 0;
      for (const stretch of contactRuns(shift, view.activityTypes)) {
        const { hard, far, recovery } = hardMinutes(view, stretch, nextPause(view, shift, stretch.endAt), within);
        amount += hard;
        minutesFarFromPause += far;
        recoveryMinutes += recovery;
      }
      return { startAt: shift.startAt, endAt: shift.endAt, amount };
    });
    return {
      kind: 'measured',
      value: Math.max(...parts.map(({ amount }) => amount)),
      parts: parts.filter(({ amount }) => amount > 0),
      also: { minutesFarFromPause, recoveryMinutes },
    };
  },
};
