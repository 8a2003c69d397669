import { addDays, startOfLocalDay, weekdayOf, type LocalDate } from '@yotei/time';
import type { Agent, Contract, RosterProblem, TimeOff } from './roster-problem.js';

/** An agent whose first or last day is known; both are worked. */
export type EmployedAgent = Pick<Agent, 'id' | 'zone' | 'contractId' | 'availability' | 'availabilityExceptions'> & {
  readonly firstOn?: LocalDate | null;
  readonly lastOn?: LocalDate | null;
};

/** Days of a planning week on which an agent is not employed, as one absence. */
export interface NotEmployed extends TimeOff {
  readonly reason: 'before-first-day' | 'after-last-day';
}

type Span = Pick<RosterProblem, 'startsOn' | 'weeks'>;

/**
 * The days before an agent's first and after the last one, as absences, one for each planning week they touch: nothing can be
 * planned in them, and they credit the part of the contract's least hours that the other days cannot hold. With W minutes on D
 * days a week (no more than the agent is available on) and r such days employed, W * min(r, D) / D minutes stay to be worked.
 * Empty for who is there for the whole horizon.
 */
export function outsideEmployment(agent: EmployedAgent, contract: Contract, { startsOn, weeks }: Span): NotEmployed[] {
  const weekStarts = Array.from({ length: weeks }, (_, week) => addDays(startsOn, week * 7));
  return weekStarts.flatMap((weekOn) => outsideOfWeek(agent, contract, weekOn));
}

function outsideOfWeek(agent: EmployedAgent, contract: Contract, weekOn: LocalDate): NotEmployed[] {
  const endOn = addDays(weekOn, 7);
  const firstOn = agent.firstOn ?? weekOn;
  const goneFromOn = agent.lastOn ? addDays(agent.lastOn, 1) : endOn;
  const spans = [
    { reason: 'before-first-day' as const, fromOn: weekOn, untilOn: earlier(firstOn, endOn) },
    { reason: 'after-last-day' as const, fromOn: later(weekOn, goneFromOn), untilOn: endOn },
  ].filter(({ fromOn, untilOn }) => fromOn < untilOn);
  if (spans.length === 0) return [];
  const possible = Array.from({ length: 7 }, (_, day) => addDays(weekOn, day)).filter((on) => canWorkOn(agent, on));
  const within = (fromOn: LocalDate, untilOn: LocalDate) =>
    possible.filter((on) => on >= fromOn && on < untilOn).length;
  const usual = Math.min(contract.daysPerWeekMax, possible.length);
  const kept = usual === 0 ? 0 : Math.min(within(firstOn, goneFromOn), usual) / usual;
  const lost = contract.weeklyMinutesMin * (1 - kept);
  const outside = spans.reduce((sum, { fromOn, untilOn }) => sum + within(fromOn, untilOn), 0);
  return spans.map(({ reason, fromOn, untilOn }) => ({
    agentId: agent.id,
    startAt: startOfLocalDay(fromOn, agent.zone),
    endAt: startOfLocalDay(untilOn, agent.zone),
    // Who comes and goes in one week: by the days on either side.
    paidMinutes: Math.round(
      spans.length === 1 || outside === 0 ? lost / spans.length : (lost * within(fromOn, untilOn)) / outside,
    ),
    reason,
  }));
}

const earlier = (a: LocalDate, b: LocalDate): LocalDate => (a < b ? a : b);
const later = (a: LocalDate, b: LocalDate): LocalDate => (a > b ? a : b);

function canWorkOn({ availability = [], availabilityExceptions = [] }: EmployedAgent, on: LocalDate): boolean {
  const said = availabilityExceptions.filter((one) => one.on === on);
  if (said.some(({ canWork, fromMinute, untilMinute }) => !canWork && fromMinute === 0 && untilMinute >= 1440))
    return false;
  if (availability.length === 0 || said.some(({ canWork }) => canWork)) return true;
  return availability.some(({ weekday }) => weekday === weekdayOf(on));
}
