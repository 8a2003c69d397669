import { localDateOf, weekdayOf } from '@yotei/time';
import type { Agent, RosterProblem } from '../../roster/index.js';
import type { Relaxation, Relaxed } from './relaxation.js';

const UNIT_MINUTES = 30;
const TWO_DAYS = 2880;

/** That weekday's hours half an hour wider on either side; then the whole day. */
export const availability: Relaxation = {
  kind: 'availability',
  relax: ({ solo, slot }) => {
    const agent = solo.agents[0]!;
    const windows = agent.availability ?? [];
    if (windows.length === 0) return [];
    const weekday = weekdayOf(localDateOf(slot.startAt, agent.zone));
    const others = windows.filter((window) => window.weekday !== weekday);
    const own = windows.filter((window) => window.weekday === weekday);
    const wider = own.map((window) => ({
      ...window,
      fromMinute: Math.max(0, window.fromMinute - UNIT_MINUTES),
      untilMinute: window.untilMinute + UNIT_MINUTES,
    }));
    const allDay = [{ weekday, fromMinute: 0, untilMinute: TWO_DAYS }];
    const relaxed = (widerMinutes: number | null, mine: NonNullable<Agent['availability']>): Relaxed => ({
      limit: { kind: 'availability', weekday, widerMinutes },
      key: `availability ${weekday} ${widerMinutes}`,
      solo: withAvailability(solo, [...others, ...mine]),
    });
    return [...(own.length > 0 ? [relaxed(UNIT_MINUTES, wider)] : []), relaxed(null, allDay)];
  },
};

function withAvailability(solo: RosterProblem, windows: NonNullable<Agent['availability']>): RosterProblem {
  return { ...solo, agents: solo.agents.map((agent) => ({ ...agent, availability: windows })) };
}
