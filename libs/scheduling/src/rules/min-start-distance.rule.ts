import { elapsedMinutes, MINUTE_MILLIS } from '@yotei/time';
import { breachOf, historyMissing, isKnownSince, isPlanned, judged, shiftsByDay, valueOf } from './rule-parts.js';
import type { Breach, RuleParameterSpec, WorkRule } from './work-rule.js';

const distanceMinutes: RuleParameterSpec = {
  key: 'distanceMinutes',
  title: 'From one start to the next',
  unit: 'minutes',
  min: 0,
  max: 1440,
  default: 1320,
};

const HOUR = 60;

/**
 * From the first start of a day worked to that of the next day worked. Elapsed time, not wall-clock: 09:00 to 08:00 over a
 * spring clock change is 22 hours.
 */
export const minStartDistance: WorkRule = {
  id: 'min-start-distance',
  title: { en: 'Time from start to start', ja: '始業から次の始業までの間隔' },
  message: {
    en: '{distanceMinutes} min from start to start; the rule asks for {limit}',
    ja: '始業から次の始業まで{distanceMinutes}分です。{limit}分以上が必要です',
  },
  source: 'contract; as in Genesys work plans (least distance between starts of working days)',
  amountUnit: 'minutes',
  parameters: [distanceMinutes],
  defaultLevel: 'must',
  // The day on which clocks go forward is an hour short.
  lookBackDays: (p) => Math.ceil((valueOf(distanceMinutes, p) + HOUR) / 1440),
  evaluate: (view, p, level) => {
    const limit = valueOf(distanceMinutes, p);
    const toBreach = breachOf(minStartDistance, view, level);
    const breaches: Breach[] = [];
    const firsts = [...shiftsByDay(view, view.shifts).values()].map((shifts) => shifts[0]!);
    const firstPlanned = firsts.find((shift) => isPlanned(view, shift));
    firsts.slice(1).forEach((shift, i) => {
      const before = firsts[i]!;
      const distance = elapsedMinutes(before.startAt, shift.startAt);
      if (distance >= limit || !isPlanned(view, shift)) return;
      const span = { startAt: before.startAt, endAt: shift.startAt };
      const values = { distanceMinutes: distance, limit };
      breaches.push(toBreach({ at: shift.startAt, span, amount: limit - distance, values }));
    });
    const neededFromAt = (firstPlanned?.startAt ?? Number.POSITIVE_INFINITY) - limit * MINUTE_MILLIS;
    const isSettled = neededFromAt >= view.horizon.startAt || breaches.some(({ at }) => at === firstPlanned?.startAt);
    if (isSettled || isKnownSince(view, neededFromAt)) return judged(breaches);
    return { breaches, cannotJudge: [historyMissing(minStartDistance, view, neededFromAt)] };
  },
  tour: { kind: 'min-start-distance', distanceMinutes: (p) => valueOf(distanceMinutes, p) },
  optIn: true,
};
