import { MINUTE_MILLIS } from '@yotei/time';
import { contactRuns } from '../../roster/index.js';
import { valueOf } from '../../rules/index.js';
import { loadPieces, measuredShifts } from '../person-parts.js';
import { thresholds, type MeasurePart, type WellbeingMeasure } from '../wellbeing-measure.js';

const LIMITS = thresholds(30, 10, { unit: 'count', max: 600 });
const SECONDS = MINUTE_MILLIS / 1000;

/**
 * W2. Idle seconds between two contacts, AHT * (1 - occupancy) / occupancy, over all contact work of the period: idle time
 * divided by contacts. Parts are slots below `ok`, with the seconds of that slot. Slots without expected contacts have no
 * contact to breathe after and count as idle time only.
 */
export const breathingTime: WellbeingMeasure = {
  id: 'breathing-time',
  code: 'W2',
  title: { en: 'Breathing time', ja: '対応間の余裕' },
  meaning: {
    en: 'Mean pause between the end of one contact and the next, in seconds',
    ja: '対応を終えてから次の対応までの平均秒数です',
  },
  unit: 'seconds',
  partUnit: 'seconds',
  evidence:
    'Follows from occupancy and handle time (wait of an agent grows with (1 - occupancy) / occupancy); thresholds are ours',
  parameters: LIMITS,
  lookBackDays: 0,
  measure: (view, p) => {
    const shifts = measuredShifts(view);
    if (shifts.length === 0) return { kind: 'no-work' };
    if (!view.load) return { kind: 'cannot-judge', reason: 'load-unknown' };
    const { occupancy, handleSeconds } = view.load;
    const parts: MeasurePart[] = [];
    let idle = 0;
    let contacts = 0;
    for (const stretch of shifts.flatMap((shift) => contactRuns(shift, view.activityTypes))) {
      for (const { slot, minutes, startAt, endAt } of loadPieces(view, stretch)) {
        const busy = occupancy[slot]!;
        if (Number.isNaN(busy)) continue;
        idle += minutes * SECONDS * (1 - busy);
        if (!(busy > 0) || !(handleSeconds[slot]! > 0)) continue;
        contacts += (minutes * SECONDS * busy) / handleSeconds[slot]!;
        const seconds = (handleSeconds[slot]! * (1 - busy)) / busy;
        if (seconds < valueOf(LIMITS[0], p)) parts.push({ startAt, endAt, amount: seconds });
      }
    }
    if (contacts === 0) return { kind: 'cannot-judge', reason: 'load-unknown' };
    return { kind: 'measured', value: idle / contacts, parts };
  },
};
