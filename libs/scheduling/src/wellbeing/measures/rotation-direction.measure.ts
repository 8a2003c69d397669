import { DAY_MILLIS, daysBetween, MINUTE_MILLIS, weekStartOf } from '@yotei/time';
import { factsOf, type ShiftFacts } from '../../objective/index.js';
import { valueOf, type RuleParameterSpec } from '../../rules/index.js';
import { measuredShifts, reaches } from '../person-parts.js';
import { thresholds, type MeasurePart, type WellbeingMeasure } from '../wellbeing-measure.js';

const toleranceMinutes: RuleParameterSpec = {
  key: 'toleranceMinutes',
  title: 'Earlier start than on the day before that still is no backward move',
  unit: 'minutes',
  min: 0,
  max: 720,
  default: 60,
};
const FOUR_WEEKS = 28 * DAY_MILLIS;

/** Widest range of starts, minutes, within one week (Monday to Sunday). */
function startRange(facts: readonly ShiftFacts[]): number {
  const byWeek = new Map<string, number[]>();
  for (const { on, startMinute } of facts) {
    const week = weekStartOf(on);
    byWeek.set(week, [...(byWeek.get(week) ?? []), startMinute]);
  }
  return Math.max(0, ...[...byWeek.values()].map((starts) => Math.max(...starts) - Math.min(...starts)));
}

/**
 * W7. Starts much earlier than on the day before, per four weeks. After a day off it does not count: the day off is the
 * recovery. Parts are those changes, with the hours earlier; `startRangeMinutes` is the widest range of starts in a week.
 */
export const rotationDirection: WellbeingMeasure = {
  id: 'rotation-direction',
  code: 'W7',
  title: { en: 'Late-to-early changes', ja: '遅番から早番への切り替え' },
  meaning: {
    en: 'Starts much earlier than on the day before, per four weeks',
    ja: '前日よりかなり早く始まる勤務の、4週間あたりの回数です',
  },
  unit: 'count',
  partUnit: 'hours',
  evidence: 'Forward rotation and more recovery time help sleep and fatigue (van de Ven et al. 2021, SJWEH 47:446)',
  parameters: [toleranceMinutes, ...thresholds(0, 4, { unit: 'count', max: 31 })],
  lookBackDays: 1,
  measure: (view, p) => {
    const measured = measuredShifts(view);
    if (measured.length === 0) return { kind: 'no-work' };
    if (!reaches(view, 1)) return { kind: 'cannot-judge', reason: 'history-missing' };
    const facts = view.shifts.map((shift) => factsOf(shift, view.zone));
    const parts: MeasurePart[] = [];
    facts.forEach((shift, index) => {
      const before = facts[index - 1];
      if (!before || shift.startAt < view.period.startAt || shift.startAt >= view.period.endAt) return;
      if (daysBetween(before.on, shift.on) !== 1) return;
      const earlier = (before.startAt + DAY_MILLIS - shift.startAt) / MINUTE_MILLIS;
      if (earlier > valueOf(toleranceMinutes, p))
        parts.push({ startAt: before.startAt, endAt: shift.startAt, amount: earlier / 60 });
    });
    const weeks = (view.period.endAt - view.period.startAt) / FOUR_WEEKS;
    const range = startRange(measured.map((shift) => factsOf(shift, view.zone)));
    return { kind: 'measured', value: parts.length / weeks, parts, also: { startRangeMinutes: range } };
  },
};
