import { daysBetween, gridEnd, intersection, localDateOf, type Interval, type LocalDate } from '@yotei/time';
import {
  coverageGrid,
  groupByAgent,
  indexProblem,
  type Agent,
  type Preference,
  type RosterProblem,
  type Shift,
} from '../roster/index.js';
import { resolveParameters } from '../rules/index.js';
import { AgentTerms, type ActiveTerm } from './agent-terms.js';
import type { ContactCost } from './contact-cost.js';
import { unsocialPrices } from './fairness.js';
import { payTermsOf } from './money.js';
import { factsOf } from './shift-facts.js';
import { breakChangeCosts } from './stability.js';
import { findWellbeingTerm } from './wellbeing/catalogue.js';

const known = new WeakMap<RosterProblem, ReadonlyMap<string, AgentTerms>>();

/** Terms of every agent of the problem, made once. Throws for a wellbeing term that does not exist. */
export function objectiveTerms(problem: RosterProblem): ReadonlyMap<string, AgentTerms> {
  let terms = known.get(problem);
  if (!terms) known.set(problem, (terms = termsOf(problem)));
  return terms;
}

/** Ids of wellbeing terms that the catalogue does not hold. */
export function unknownWellbeingTerms(problem: RosterProblem): string[] {
  return (problem.objective?.wellbeing ?? []).map(({ termId }) => termId).filter((id) => !findWellbeingTerm(id));
}

function activeTerms(problem: RosterProblem): ActiveTerm[] {
  return (problem.objective?.wellbeing ?? []).map(({ termId, weight, parameters }) => {
    const term = findWellbeingTerm(termId);
    if (!term) throw new Error(`termId (${termId}) must be a wellbeing term; see WELLBEING_TERMS for the ids`);
    return { term, weight, parameters: resolveParameters(term, parameters) };
  });
}

function wishesByAgent(preferences: readonly Preference[]): ReadonlyMap<string, readonly Preference[]> {
  const byAgent = new Map<string, Preference[]>();
  for (const wish of preferences) {
    const own = byAgent.get(wish.agentId);
    if (own) own.push(wish);
    else byAgent.set(wish.agentId, [wish]);
  }
  return byAgent;
}

function termsOf(problem: RosterProblem): ReadonlyMap<string, AgentTerms> {
  const { fairness, stability, stabilityBase, money } = problem.objective ?? {};
  const wishes = wishesByAgent(problem.preferences);
  const prices = fairness ? unsocialPrices(problem, fairness) : null;
  const wellbeing = activeTerms(problem);
  const { historyByAgent, activityTypes } = indexProblem(problem);
  const base = stability && stabilityBase ? { settings: stability, base: stabilityBase } : null;
  const baseByAgent = base ? groupByAgent(base.base.shifts) : new Map<string, Shift[]>();
  const holidays: ReadonlySet<LocalDate> = new Set(fairness?.holidays);
  const grid = coverageGrid(problem);
  const horizon = { startAt: grid.startAt, endAt: gridEnd(grid) };
  return new Map(
    problem.agents.map((agent) => {
      const own = baseByAgent.get(agent.id) ?? [];
      const input = {
        startsOn: problem.startsOn,
        wishes: wishes.get(agent.id) ?? [],
        holidays,
        unsocial: prices?.get(agent.id) ?? {},
        wellbeing,
        view: { agentId: agent.id, history: historyFacts(agent, wellbeing, historyByAgent.get(agent.id) ?? []) },
        stability: base,
        baseByDay: byDay(problem, agent, own),
        contactCosts: base
          ? insideOf(horizon, breakChangeCosts(own, activityTypes, base.settings, base.base.decidedAt))
          : [],
        pay: money ? payTermsOf(agent, money) : null,
        money,
      };
      return [agent.id, new AgentTerms(input)] as const;
    }),
  );
}

/** Costs cut to the slots of the horizon, which is what the engine plans. */
function insideOf(horizon: Interval, costs: readonly ContactCost[]): ContactCost[] {
  return costs.flatMap((cost) => {
    const inside = intersection(cost, horizon);
    return inside ? [{ ...cost, ...inside }] : [];
  });
}

function historyFacts(agent: Agent, wellbeing: readonly ActiveTerm[], history: readonly Shift[]) {
  return wellbeing.length === 0 ? [] : history.map((shift) => factsOf(shift, agent.zone));
}

/** Shifts by day of the horizon, counted in the agent's zone. */
export function byDay<T extends { readonly startAt: number }>(
  problem: Pick<RosterProblem, 'startsOn'>,
  agent: Agent,
  shifts: readonly T[],
): Map<number, T[]> {
  const days = new Map<number, T[]>();
  for (const shift of shifts) {
    const day = daysBetween(problem.startsOn, localDateOf(shift.startAt, agent.zone));
    const onDay = days.get(day);
    if (onDay) onDay.push(shift);
    else days.set(day, [shift]);
  }
  return days;
}
