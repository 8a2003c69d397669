import { elapsedMinutes } from '@yotei/time';
import type { RuleParameters } from '../roster/index.js';
import { restParts, templateRests, timeAtWork, type RestPart } from './rest-parts.js';
import { breachOf, judged, plannedShifts, valueOf } from './rule-parts.js';
import type { RuleParameterSpec, WorkRule } from './work-rule.js';

const minutes = (key: string, title: string, standard: number, min = 0): RuleParameterSpec => ({
  key,
  title,
  unit: 'minutes',
  min,
  max: 1440,
  default: standard,
});
const everyMinutes = minutes('everyMinutes', 'Work for which one pause is due; half of it counts too', 240, 30);
const fromMinutes = minutes('fromMinutes', 'Work from which the first pause is due', 210);
const breakMinutes = minutes('breakMinutes', 'Length of a pause', 10);

/** Pauses due: one for every full stretch of work or major part of one. */
function pausesDue(work: number, p: RuleParameters): number {
  if (work < valueOf(fromMinutes, p)) return 0;
  const every = valueOf(everyMinutes, p);
  return Math.max(1, Math.floor(work / every) + Number(work % every > every / 2));
}

type Part = Pick<RestPart, 'lengthMinutes' | 'paid'>;
const pausesOf = (rests: readonly Part[], p: RuleParameters): number =>
  rests.filter(({ paid, lengthMinutes }) => paid && lengthMinutes >= valueOf(breakMinutes, p)).length;

/** Short paid pauses by hours of work: ten minutes for every four hours or major part of them. */
export const restBreaksByHours: WorkRule = {
  id: 'rest-breaks-by-hours',
  title: { en: 'Short pauses by hours of work', ja: '労働時間に応じた小休憩' },
  message: {
    en: '{pauses} short pauses in {workMinutes} min of work; the rule asks for {limit}',
    ja: '労働{workMinutes}分に対し小休憩は{pauses}回です。{limit}回以上が必要です',
  },
  source: 'California IWC wage orders, section 12',
  amountUnit: 'count',
  parameters: [everyMinutes, fromMinutes, breakMinutes],
  defaultLevel: 'must',
  lookBackDays: () => 0,
  evaluate: (view, p, level) => {
    const toBreach = breachOf(restBreaksByHours, view, level);
    return judged(
      plannedShifts(view).flatMap((shift) => {
        const rests = restParts(view, shift);
        const work = timeAtWork(elapsedMinutes(shift.startAt, shift.endAt), rests);
        const [limit, pauses] = [pausesDue(work, p), pausesOf(rests, p)];
        if (pauses >= limit) return [];
        const values = { pauses, workMinutes: work, limit };
        return [toBreach({ at: shift.startAt, span: shift, amount: limit - pauses, values })];
      }),
    );
  },
  tour: {
    kind: 'shift-filter',
    allows: ({ template }, view, p) => {
      const rests = templateRests(view, template);
      return pausesOf(rests, p) >= pausesDue(timeAtWork(template.lengthMinutes, rests), p);
    },
  },
  optIn: true,
};
