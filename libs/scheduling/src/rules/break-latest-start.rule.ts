import { elapsedMinutes } from '@yotei/time';
import type { RuleParameters } from '../roster/index.js';
import { restParts, templateRests, timeAtWork } from './rest-parts.js';
import { breachOf, judged, plannedShifts, valueOf } from './rule-parts.js';
import type { RuleParameterSpec, WorkRule } from './work-rule.js';

const minutes = (key: string, title: string, standard: number): RuleParameterSpec => ({
  key,
  title,
  unit: 'minutes',
  min: 0,
  max: 1440,
  default: standard,
});
const workMinutes = minutes('workMinutes', 'Work beyond which it is due', 300);
const breakMinutes = minutes('breakMinutes', 'Length of the break', 30);
const latestStartMinutes = minutes('latestStartMinutes', 'Latest start after the shift begins', 300);
const breakNumber: RuleParameterSpec = {
  key: 'breakNumber',
  title: 'Which break of the shift',
  unit: 'count',
  min: 1,
  max: 4,
  default: 1,
};

const isDue = (work: number, p: RuleParameters): boolean => work > valueOf(workMinutes, p);

/** A break of a length begins in time: a meal before the end of the fifth hour, the second before the end of the tenth. */
export const breakLatestStart: WorkRule = {
  id: 'break-latest-start',
  title: { en: 'Break begun in time', ja: '休憩の開始期限' },
  message: {
    en: 'Break {count} begins after {startMinutes} min of the shift; the rule asks for {limit}',
    ja: '{count}回目の休憩は勤務開始の{startMinutes}分後です。{limit}分以内に始めてください',
  },
  source: 'California Labor Code 512',
  amountUnit: 'minutes',
  parameters: [workMinutes, breakMinutes, latestStartMinutes, breakNumber],
  defaultLevel: 'must',
  lookBackDays: () => 0,
  evaluate: (view, p, level) => {
    const [limit, place] = [valueOf(latestStartMinutes, p), valueOf(breakNumber, p)];
    const toBreach = breachOf(breakLatestStart, view, level);
    return judged(
      plannedShifts(view).flatMap((shift) => {
        const rests = restParts(view, shift);
        const length = elapsedMinutes(shift.startAt, shift.endAt);
        const found = rests.filter(({ lengthMinutes }) => lengthMinutes >= valueOf(breakMinutes, p))[place - 1];
        // A shift without the break is late by all the time until its end.
        const startMinutes = found?.startMinutes ?? Math.max(length, limit + 1);
        if (!isDue(timeAtWork(length, rests), p) || startMinutes <= limit) return [];
        const values = { count: place, startMinutes, limit };
        return [toBreach({ at: shift.startAt, span: shift, amount: startMinutes - limit, values })];
      }),
    );
  },
  tour: {
    kind: 'shift-filter',
    allows: ({ template }, view, p) => {
      const rests = templateRests(view, template);
      const found = rests.filter(({ lengthMinutes }) => lengthMinutes >= valueOf(breakMinutes, p))[
        valueOf(breakNumber, p) - 1
      ];
      if (!isDue(timeAtWork(template.lengthMinutes, rests), p)) return true;
      return found !== undefined && found.latestStartMinutes <= valueOf(latestStartMinutes, p);
    },
  },
  optIn: true,
};
