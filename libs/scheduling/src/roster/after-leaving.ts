import { addDays, daysBetween, startOfLocalDay, weekdayOf, type LocalDate } from '@yotei/time';
import type { Agent, Contract, RosterProblem, TimeOff } from './roster-problem.js';

/** An agent whose last day is known; it is still worked. */
export type LeavingAgent = Pick<Agent, 'id' | 'zone' | 'contractId' | 'availability' | 'availabilityExceptions'> & {
  readonly leftOn: LocalDate;
};

type Span = Pick<RosterProblem, 'startsOn' | 'weeks'>;

/**
 * The days after an agent's last one, as absences, one for each planning week they touch: nothing can be planned in them, and
 * they credit the part of the contract's least hours that the remaining days cannot hold. With W minutes on D days a week (no
 * more than the agent is available on) and r such days up to the last one, W * min(r, D) / D minutes stay to be worked. Empty for
 * who stays to the end of the horizon.
 */
export function afterLeaving(agent: LeavingAgent, contract: Contract, { startsOn, weeks }: Span): TimeOff[] {
  const goneFromOn = addDays(agent.leftOn, 1);
  const absences: TimeOff[] = [];
  for (let week = Math.max(0, Math.floor(daysBetween(startsOn, goneFromOn) / 7)); week < weeks; week++) {
    const weekOn = addDays(startsOn, week * 7);
    const days = Array.from({ length: 7 }, (_, day) => addDays(weekOn, day));
    const possible = days.filter((on) => canWorkOn(agent, on));
    const before = possible.filter((on) => on < goneFromOn).length;
    const usual = Math.min(contract.daysPerWeekMax, possible.length);
    const kept = usual === 0 ? 0 : Math.min(before, usual) / usual;
    const fromOn = goneFromOn > weekOn ? goneFromOn : weekOn;
    absences.push({
      agentId: agent.id,
      startAt: startOfLocalDay(fromOn, agent.zone),
      endAt: startOfLocalDay(addDays(weekOn, 7), agent.zone),
      paidMinutes: Math.round(contract.weeklyMinutesMin * (1 - kept)),
    });
  }
  return absences;
}

function canWorkOn({ availability = [], availabilityExceptions = [] }: LeavingAgent, on: LocalDate): boolean {
  const said = availabilityExceptions.filter((one) => one.on === on);
  if (said.some(({ canWork, fromMinute, untilMinute }) => !canWork && fromMinute === 0 && untilMinute >= 1440))
    return false;
  if (availability.length === 0 || said.some(({ canWork }) => canWork)) return true;
  return availability.some(({ weekday }) => weekday === weekdayOf(on));
}
