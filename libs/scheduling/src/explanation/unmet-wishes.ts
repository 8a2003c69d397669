import { byDay, factsOf, isAgainst, isMissedBy, loneDaysOff } from '../objective/index.js';
import {
  groupByAgent,
  indexProblem,
  type Preference,
  type Roster,
  type RosterProblem,
  type Shift,
} from '../roster/index.js';

/** A wish that the roster goes against. */
export interface UnmetWish {
  readonly wish: Preference;
  /** Place in the problem's preferences. */
  readonly index: number;
  /** Shifts against it, days off that stand alone, or 1 for a wish to work that a day passes without. */
  readonly times: number;
  readonly cost: number;
}

const WEEK = 7;

/** Wishes the roster goes against, the dearest first. */
export function unmetWishes(problem: RosterProblem, roster: Roster): UnmetWish[] {
  const shifts = groupByAgent(roster.shifts);
  return problem.preferences
    .map((wish, index): UnmetWish => {
      const times = timesUnmet(problem, wish, shifts.get(wish.agentId) ?? []);
      return { wish, index, times, cost: times * wish.weight };
    })
    .filter(({ times }) => times > 0)
    .sort((a, b) => b.cost - a.cost);
}

/** How often the agent's planned shifts go against the wish. */
export function timesUnmet(problem: RosterProblem, wish: Preference, shifts: readonly Shift[]): number {
  const agent = indexProblem(problem).agents.get(wish.agentId);
  if (!agent) return 0;
  if (wish.kind === 'days-off-together') {
    const history = indexProblem(problem).historyByAgent.get(wish.agentId) ?? [];
    const worked = byDay(problem, agent, [...history, ...shifts]);
    return loneDaysOff(problem.weeks * WEEK, (day) => worked.has(day));
  }
  const facts = shifts.map((shift) => factsOf(shift, agent.zone));
  const against = facts.filter((one) => isAgainst(wish, one)).length;
  if (wish.on === undefined) return against;
  const missed = isMissedBy(
    wish,
    wish.on,
    facts.filter((one) => one.on === wish.on),
  );
  return against + Number(missed);
}
