import {
  addDays,
  elapsedMinutes,
  instantOfLocal,
  intersection,
  localDateOf,
  weekdayOf,
  type Interval,
} from '@yotei/time';
import { breachOf, judged, plannedShifts } from './rule-parts.js';
import type { AgentView, Breach, WorkRule } from './work-rule.js';

/** Windows, as instants, in which a shift that starts then must lie. */
function windowsOf(view: AgentView, shift: Interval): Interval[] {
  const { zone, availability = [] } = view.agent;
  const on = localDateOf(shift.startAt, zone);
  const weekday = weekdayOf(on);
  const instant = (minute: number) => instantOfLocal(addDays(on, Math.floor(minute / 1440)), minute % 1440, zone);
  return availability
    .filter((window) => window.weekday === weekday)
    .map((window) => ({ startAt: instant(window.fromMinute), endAt: instant(window.untilMinute) }));
}

/** Minutes of the span outside the window that holds most of it; 0 when the agent is available at any time. */
function minutesOutside(view: AgentView, span: Interval): number {
  if (!view.agent.availability?.length) return 0;
  const inside = windowsOf(view, span).map((window) => {
    const shared = intersection(window, span);
    return shared ? elapsedMinutes(shared.startAt, shared.endAt) : 0;
  });
  return elapsedMinutes(span.startAt, span.endAt) - Math.max(0, ...inside);
}

/** A shift lies wholly inside one availability window of the weekday on which it starts. */
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
      const outsideMinutes = minutesOutside(view, shift);
      if (outsideMinutes > 0) {
        breaches.push(toBreach({ at: shift.startAt, span: shift, amount: outsideMinutes, values: { outsideMinutes } }));
      }
    }
    return judged(breaches);
  },
  tour: { kind: 'shift-filter', allows: (choice, view) => minutesOutside(view, choice) <= 0 },
};
