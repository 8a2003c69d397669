import { localDateOf, weekdayOf } from '@yotei/time';
import type { Agent, RosterProblem } from '../../roster/index.js';
import type { Relaxation, Relaxed } from './relaxation.js';

const UNIT_MINUTES = 30;
const TWO_DAYS = 2880;

/** That weekday's hours half an hour wider on either side; then the whole day, whatever was said of its date. */
export const availability: Relaxation = {
  kind: 'availability',
  relax: ({ solo, slot }) => {
    const agent = solo.agents[0]!;
    const windows = agent.availability ?? [];
    const on = localDateOf(slot.startAt, agent.zone);
    const weekday = weekdayOf(on);
    const exceptions = agent.availabilityExceptions ?? [];
    const kept = exceptions.filter((one) => one.canWork || one.on !== on);
    if (windows.length === 0 && kept.length === exceptions.length) return [];
    const others = windows.filter((window) => window.weekday !== weekday);
    const own = windows.filter((window) => window.weekday === weekday);
    const wider = own.map((window) => ({
      ...window,
      fromMinute: Math.max(0, window.fromMinute - UNIT_MINUTES),
      untilMinute: window.untilMinute + UNIT_MINUTES,
    }));
    const allDay = windows.length === 0 ? [] : [{ weekday, fromMinute: 0, untilMinute: TWO_DAYS }];
    const relaxed = (widerMinutes: number | null, mine: Windows, said = exceptions): Relaxed => ({
      limit: { kind: 'availability', weekday, widerMinutes },
      key: `availability ${weekday} ${widerMinutes}${said === exceptions ? '' : ` ${on}`}`,
      solo: withAvailability(solo, { availability: [...others, ...mine], availabilityExceptions: said }),
    });
    const wholeDay = relaxed(null, allDay, kept.length === exceptions.length ? exceptions : kept);
    return [...(own.length > 0 ? [relaxed(UNIT_MINUTES, wider)] : []), wholeDay];
  },
};

type Windows = NonNullable<Agent['availability']>;

function withAvailability(
  solo: RosterProblem,
  to: Pick<Agent, 'availability' | 'availabilityExceptions'>,
): RosterProblem {
  return { ...solo, agents: solo.agents.map((agent) => ({ ...agent, ...to })) };
}
