import type { Interval } from '@yotei/time';
import { contactRuns } from '../../roster/index.js';
import { valueOf, type RuleParameterSpec } from '../../rules/index.js';
import { loadPieces, measuredShifts, minutesOf } from '../person-parts.js';
import { thresholds, type PersonView, type WellbeingMeasure } from '../wellbeing-measure.js';

const cap: RuleParameterSpec = {
  key: 'cap',
  title: 'Occupancy above which time counts',
  unit: 'fraction',
  min: 0.5,
  max: 1,
  default: 0.85,
};

/** Stretches of contact work, unbroken by a pause, in which the expected occupancy lies above the cap. */
function busyRuns(view: PersonView, above: number): Interval[] {
  const runs: { startAt: number; endAt: number }[] = [];
  for (const shift of measuredShifts(view)) {
    for (const stretch of contactRuns(shift, view.activityTypes)) {
      let open: { startAt: number; endAt: number } | null = null;
      for (const { slot, startAt, endAt } of loadPieces(view, stretch)) {
        if (!(view.load!.occupancy[slot]! > above)) open = null;
        else if (open) open.endAt = endAt;
        else runs.push((open = { startAt, endAt }));
      }
    }
  }
  return runs;
}

/** W1. Longest unbroken run of slots above the occupancy cap, minutes; `minutesOver` is the sum of all of them. */
export const occupancyRun: WellbeingMeasure = {
  id: 'occupancy-run',
  code: 'W1',
  title: { en: 'Time without a breather', ja: '余裕のない時間' },
  meaning: {
    en: 'Longest stretch in which contacts are expected to follow one another almost without a gap',
    ja: '問い合わせがほぼ途切れなく続くと見込まれる、最も長い時間です',
  },
  unit: 'minutes',
  partUnit: 'minutes',
  evidence:
    'Practitioners plan for 75-85 % and see handle times and absence rise above 87-90 % (callcentrehelper.com, wiki.wfmlabs.org); no trials',
  parameters: [cap, ...thresholds(30, 90, { unit: 'minutes', max: 1440 })],
  lookBackDays: 0,
  measure: (view, p) => {
    if (measuredShifts(view).length === 0) return { kind: 'no-work' };
    if (!view.load) return { kind: 'cannot-judge', reason: 'load-unknown' };
    const runs = busyRuns(view, valueOf(cap, p));
    const parts = runs.map((run) => ({ ...run, amount: minutesOf([run]) }));
    return {
      kind: 'measured',
      value: Math.max(0, ...parts.map(({ amount }) => amount)),
      parts,
      also: { minutesOver: minutesOf(runs) },
    };
  },
};
