import { unavailableMinutes } from '../roster/index.js';
import { breachOf, judged, plannedShifts } from './rule-parts.js';
import type { Breach, WorkRule } from './work-rule.js';

/**
 * A shift lies wholly inside one availability window of the weekday on which it starts, and outside hours the agent has said no
 * to for a date; see `unavailableMinutes`.
 */
export const withinAvailability: WorkRule = {
  id: 'within-availability',
  title: { en: 'Within availability', ja: '勤務可能時間内' },
  message: {
    en: '{outsideMinutes} min outside the agent’s availability',
    ja: '勤務可能時間を{outsideMinutes}分外れています',
  },
  source: 'agreed with the agent',
  amountUnit: 'minutes',
  parameters: [],
  defaultLevel: 'must',
  lookBackDays: () => 0,
  evaluate: (view, _p, level) => {
    const toBreach = breachOf(withinAvailability, view, level);
    const breaches: Breach[] = [];
    for (const shift of plannedShifts(view)) {
      const outsideMinutes = unavailableMinutes(view.agent, shift);
      if (outsideMinutes > 0) {
        breaches.push(toBreach({ at: shift.startAt, span: shift, amount: outsideMinutes, values: { outsideMinutes } }));
      }
    }
    return judged(breaches);
  },
  tour: { kind: 'shift-filter', allows: (choice, view) => unavailableMinutes(view.agent, choice) <= 0 },
};
