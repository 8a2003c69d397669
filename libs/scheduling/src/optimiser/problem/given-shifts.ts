import type { ShiftChoice } from '../../rules/index.js';
import { daysBetween, elapsedMinutes, localDateOf, MINUTE_MILLIS } from '@yotei/time';
import {
  indexProblem,
  paidMinutesOf,
  type Agent,
  type Roster,
  type RosterProblem,
  type Shift,
} from '../../roster/index.js';
import { contactCostOf, factsOf, noCosts, sumOfCosts, type AgentTerms } from '../../objective/index.js';
import { dayOffCost, soonMinutes } from './day-choices.js';
import { frameMinute, type SlotFrame } from './slot-frame.js';
import type { DayChoice } from './tour-space.js';

/** Shifts the engine must keep: fixed in the problem, or locked in the roster it starts from. */
export function givenShifts(problem: RosterProblem, resumeFrom: Roster | undefined): Shift[] {
  const given = new Map<string, Shift>();
  const locked = resumeFrom?.shifts.filter((shift) => shift.locked) ?? [];
  for (const shift of [...problem.fixedShifts, ...locked]) given.set(`${shift.agentId}/${shift.startAt}`, shift);
  return [...given.values()].sort((a, b) => a.startAt - b.startAt);
}

/** The agent's given shifts by day of the horizon, counted in the agent's zone; other days in `outside`. */
export function givenByDay(
  problem: RosterProblem,
  agent: Agent,
  given: readonly Shift[],
): { days: Map<number, Shift[]>; outside: Shift[] } {
  const days = new Map<number, Shift[]>();
  const outside: Shift[] = [];
  for (const shift of given) {
    if (shift.agentId !== agent.id) continue;
    const day = daysBetween(problem.startsOn, localDateOf(shift.startAt, agent.zone));
    if (day < 0 || day >= problem.weeks * 7) outside.push(shift);
    else days.set(day, [...(days.get(day) ?? []), shift]);
  }
  return { days, outside };
}

/** The one choice of a day whose shifts are given. */
export function givenChoice(
  problem: RosterProblem,
  agent: Agent,
  shifts: readonly Shift[],
  place: { readonly frame: SlotFrame; readonly terms: AgentTerms; readonly day: number },
): DayChoice {
  const { activityTypes } = indexProblem(problem);
  const { frame, terms, day } = place;
  return {
    pattern: -1,
    startSlot: 0,
    startMinute: Math.floor(frameMinute(frame, Math.min(...shifts.map((shift) => shift.startAt)))),
    endMinute: Math.ceil(frameMinute(frame, Math.max(...shifts.map((shift) => shift.endAt)))),
    paidMinutes: shifts.reduce((sum, shift) => sum + paidMinutesOf(shift, activityTypes), 0),
    unsocial: shifts.reduce((sum, shift) => sum + terms.unsocialTurns(factsOf(shift, agent.zone)), 0),
    cost: givenCost(problem, agent, shifts, place) - dayOffCost(terms, day),
    followUps: soonMinutes(terms, factsOf(lastOf(shifts), agent.zone), frame),
    shift: asChoice(problem, shifts),
  };
}

function lastOf(shifts: readonly Shift[]): Shift {
  return shifts.reduce((last, shift) => (shift.startAt > last.startAt ? shift : last));
}

/** The shifts of a day as one that rules can tell apart; without a known template it has none of the contract's. */
function asChoice(problem: RosterProblem, shifts: readonly Shift[]): ShiftChoice {
  const { templates, activityTypes } = indexProblem(problem);
  const startAt = Math.min(...shifts.map((shift) => shift.startAt));
  const endAt = Math.max(...shifts.map((shift) => shift.endAt));
  const known = shifts.map(({ templateId }) => templateId !== undefined && templates.get(templateId)).find(Boolean);
  const lengthMinutes = elapsedMinutes(startAt, endAt);
  const unnamed = { id: '', title: '', earliestStartMinute: 0, latestStartMinute: 0, startStepMinutes: 1 };
  return {
    startAt,
    endAt,
    template: known || { ...unnamed, lengthMinutes, activities: [] },
    paidMinutes: shifts.reduce((sum, shift) => sum + paidMinutesOf(shift, activityTypes), 0),
    unpaidBreakMinutes: 0,
  };
}

function givenCost(
  problem: RosterProblem,
  agent: Agent,
  shifts: readonly Shift[],
  { terms, day }: { readonly terms: AgentTerms; readonly day: number },
): number {
  const { activityTypes } = indexProblem(problem);
  const costs = noCosts();
  const worked = shifts.map((shift) => ({
    facts: factsOf(shift, agent.zone),
    paidMinutes: paidMinutesOf(shift, activityTypes),
  }));
  terms.addDay(day, worked, costs);
  for (const { activities } of shifts) {
    for (const activity of activities) {
      if (!activityTypes.get(activity.activityTypeId)?.contactWork) continue;
      const { stability, wellbeing } = contactCostOf(terms.contactCosts, activity);
      costs.stability += stability;
      costs.wellbeing += wellbeing;
    }
  }
  return sumOfCosts(costs);
}

/** Cover that given shifts provide whatever the tours: a group in a slot, for a share of the slot. */
export interface BaselinePresence {
  readonly slot: number;
  readonly group: number;
  /** 1 for the whole slot, less where contact work covers only a part of it. */
  readonly share: number;
}

/** Presence on contact work of given shifts; `groupOf` names the group of an agent bound to a queue, or to none. */
export function baselineOf(
  problem: RosterProblem,
  given: readonly Shift[],
  frame: SlotFrame,
  groupOf: (agentId: string, queueId: string | undefined) => number,
): BaselinePresence[] {
  const { activityTypes } = indexProblem(problem);
  const slotMillis = frame.slotMinutes * MINUTE_MILLIS;
  const presence: BaselinePresence[] = [];
  for (const shift of given) {
    for (const activity of shift.activities) {
      if (!activityTypes.get(activity.activityTypeId)?.contactWork) continue;
      const group = groupOf(shift.agentId, activity.queueId);
      const first = Math.max(0, Math.floor((activity.startAt - frame.startAt) / slotMillis));
      for (let slot = first; slot < frame.slotCount; slot++) {
        const slotStart = frame.startAt + slot * slotMillis;
        if (slotStart >= activity.endAt) break;
        const covered = Math.min(activity.endAt, slotStart + slotMillis) - Math.max(activity.startAt, slotStart);
        if (covered > 0) presence.push({ slot, group, share: covered / slotMillis });
      }
    }
  }
  return presence;
}
