import { elapsedMinutes, type Interval } from '@yotei/time';
import type { Shift } from '../roster/index.js';
import { breachOf, judged, plannedShifts, valueOf } from './rule-parts.js';
import type { AgentView, RuleParameterSpec, WorkRule } from './work-rule.js';

const pauseMinutes: RuleParameterSpec = {
  key: 'pauseMinutes',
  title: 'Shortest time between two runs of contact work',
  unit: 'minutes',
  min: 1,
  max: 120,
  default: 10,
};

/** Times between two runs of contact work in the shift. */
function pausesOf(view: AgentView, shift: Shift): Interval[] {
  const isContact = (i: number) => view.activityTypes.get(shift.activities[i]!.activityTypeId)?.contactWork === true;
  const pauses: Interval[] = [];
  let contactEndedAt: number | null = null;
  shift.activities.forEach(({ startAt, endAt }, i) => {
    if (!isContact(i)) return;
    if (contactEndedAt !== null && startAt > contactEndedAt) pauses.push({ startAt: contactEndedAt, endAt: startAt });
    contactEndedAt = endAt;
  });
  return pauses;
}

/** Time away from contacts is long enough to recover: screens and headsets off for ten minutes, not for two. */
export const minPauseMinutes: WorkRule = {
  id: 'min-pause-minutes',
  title: { en: 'Length of a pause between contacts', ja: '対応の合間の休止時間' },
  message: {
    en: '{pauseMinutes} min away from contacts; the rule asks for {limit}',
    ja: '対応の合間は{pauseMinutes}分です。{limit}分以上にしてください',
  },
  source: 'MHLW guideline on information-equipment work (10 to 15 min)',
  amountUnit: 'minutes',
  parameters: [pauseMinutes],
  defaultLevel: 'prefer',
  lookBackDays: () => 0,
  evaluate: (view, p, level) => {
    const limit = valueOf(pauseMinutes, p);
    const toBreach = breachOf(minPauseMinutes, view, level);
    return judged(
      plannedShifts(view)
        .flatMap((shift) => pausesOf(view, shift))
        .flatMap((span) => {
          const length = elapsedMinutes(span.startAt, span.endAt);
          if (length >= limit) return [];
          return [
            toBreach({ at: span.startAt, span, amount: limit - length, values: { pauseMinutes: length, limit } }),
          ];
        }),
    );
  },
  tour: { kind: 'judged' },
  optIn: true,
};
