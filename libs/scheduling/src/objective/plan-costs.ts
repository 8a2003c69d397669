import {
  indexProblem,
  paidMinutesOf,
  type ActivityType,
  type Agent,
  type RosterProblem,
  type Shift,
} from '../roster/index.js';
import { noCosts, type AgentTerms, type DayShift, type TermCosts } from './agent-terms.js';
import { contactCostOf } from './contact-cost.js';
import { byDay, objectiveTerms } from './objective-terms.js';
import { factsOf, type ShiftFacts } from './shift-facts.js';
import { loneDaysOff } from './wishes.js';

const WEEK = 7;

interface PlannedShift extends DayShift {
  readonly startAt: number;
}

/**
 * What the agent's planned shifts cost beyond preferred rules, by part. Shifts that start outside the horizon are judged
 * by themselves, not against the earlier roster. The engine sums the same costs choice by choice; a test compares both.
 */
export function planCosts(problem: RosterProblem, agent: Agent, shifts: readonly Shift[]): TermCosts {
  const terms = objectiveTerms(problem).get(agent.id)!;
  const costs = noCosts();
  const { activityTypes, historyByAgent } = indexProblem(problem);
  const planned = shifts.map((shift) => ({
    startAt: shift.startAt,
    facts: factsOf(shift, agent.zone),
    paidMinutes: paidMinutesOf(shift, activityTypes),
  }));
  const days = byDay(problem, agent, planned);
  addDays(terms, days, problem.weeks * WEEK, costs);
  addWeeks(terms, days, problem.weeks, costs);
  if (terms.loneOffCost > 0) {
    const worked = byDay(problem, agent, historyByAgent.get(agent.id) ?? []);
    terms.addLoneDaysOff(
      loneDaysOff(problem.weeks * WEEK, (day) => days.has(day) || worked.has(day)),
      costs,
    );
  }
  if (terms.contactCosts.length > 0) addContactCosts(terms, shifts, activityTypes, costs);
  if (terms.followUps.length > 0) {
    const before = (historyByAgent.get(agent.id) ?? []).map((shift) => factsOf(shift, agent.zone));
    const after = planned.map(({ facts }) => facts);
    costs.wellbeing += followUpCost(terms, before, after);
  }
  return costs;
}

function addDays(
  terms: AgentTerms,
  days: ReadonlyMap<number, readonly PlannedShift[]>,
  dayCount: number,
  costs: TermCosts,
): void {
  for (const [day, shifts] of days) {
    if (day >= 0 && day < dayCount) terms.addDay(day, shifts, costs);
    else for (const shift of shifts) terms.addShift(shift, costs);
  }
  if (!terms.pricesDaysOff) return;
  for (let day = 0; day < dayCount; day++) if (!days.has(day)) terms.addDay(day, [], costs);
}

/** Costs of whole planning weeks: the overtime premium, and unsocial turns that come together. */
function addWeeks(
  terms: AgentTerms,
  days: ReadonlyMap<number, readonly PlannedShift[]>,
  weeks: number,
  costs: TermCosts,
): void {
  const { weekCost, unsocialCost } = terms;
  if (!weekCost && !unsocialCost) return;
  for (let week = 0; week < weeks; week++) {
    const shifts = Array.from({ length: WEEK }, (_, day) => days.get(week * WEEK + day) ?? []).flat();
    if (weekCost) costs.money += weekCost(shifts.reduce((sum, { paidMinutes }) => sum + paidMinutes, 0));
    if (unsocialCost)
      costs.fairness += unsocialCost(shifts.reduce((sum, { facts }) => sum + terms.unsocialTurns(facts), 0));
  }
}

function addContactCosts(
  terms: AgentTerms,
  shifts: readonly Shift[],
  activityTypes: ReadonlyMap<string, ActivityType>,
  costs: TermCosts,
): void {
  for (const { activities } of shifts) {
    for (const activity of activities) {
      if (!activityTypes.get(activity.activityTypeId)?.contactWork) continue;
      const { stability, wellbeing } = contactCostOf(terms.contactCosts, activity);
      costs.stability += stability;
      costs.wellbeing += wellbeing;
    }
  }
}

/** Prices of planned shifts that start too soon after the shift before them, the last one of the history included. */
function followUpCost(terms: AgentTerms, before: readonly ShiftFacts[], after: readonly ShiftFacts[]): number {
  const planned = new Set(after);
  const all = [...before, ...after].sort((a, b) => a.startAt - b.startAt);
  let cost = 0;
  for (let i = 1; i < all.length; i++) {
    if (!planned.has(all[i]!)) continue;
    for (const { price, beforeAt } of terms.followUps) if (all[i]!.startAt < beforeAt(all[i - 1]!)) cost += price;
  }
  return cost;
}
