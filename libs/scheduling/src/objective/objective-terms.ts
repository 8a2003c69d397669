import { daysBetween, gridEnd, intersection, localDateOf, type Interval, type LocalDate } from '@yotei/time';
import {
  coverageGrid,
  groupByAgent,
  indexProblem,
  type Agent,
  type Fault,
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
import { findWellbeingTerm, WELLBEING_TERMS } from './wellbeing/catalogue.js';

const known = new WeakMap<RosterProblem, ReadonlyMap<string, AgentTerms>>();

/** Terms of every agent of the problem, made once. Throws for a wellbeing term that does not exist. */
export function objectiveTerms(problem: RosterProblem): ReadonlyMap<string, AgentTerms> {
  let terms = known.get(problem);
  if (!terms) known.set(problem, (terms = termsOf(problem)));
  return terms;
}

/** Most prices of follow-up shifts at once: each doubles what the engine has to tell apart. */
const MOST_FOLLOW_UPS = 4;

/** Faults of the wellbeing settings; the other parts are `problemFaults`'. */
export function objectiveFaults(problem: RosterProblem): Fault[] {
  const faults: Fault[] = [];
  const settings = problem.objective?.wellbeing ?? [];
  settings.forEach(({ termId, parameters = {} }, i) => {
    const path = `objective.wellbeing[${i}]`;
    const term = findWellbeingTerm(termId);
    if (!term) {
      const ids = WELLBEING_TERMS.map(({ id }) => id).join(', ');
      faults.push({ path: `${path}.termId`, message: `term (${termId}) must be one of ${ids}` });
      return;
    }
    for (const [key, value] of Object.entries(parameters)) {
      const spec = term.parameters.find((each) => each.key === key);
      if (!spec) faults.push({ path: `${path}.parameters.${key}`, message: `is not a parameter of ${termId}` });
      else if (typeof value !== 'number' || !(value >= spec.min && value <= spec.max))
        faults.push({ path: `${path}.parameters.${key}`, message: `must be a number from ${spec.min} to ${spec.max}` });
    }
  });
  const followUps = settings.filter(({ termId, weight }) => weight > 0 && findWellbeingTerm(termId)?.nextStartFrom);
  if (followUps.length > MOST_FOLLOW_UPS) {
    const message = `(${followUps.length} prices of follow-up shifts) must be at most ${MOST_FOLLOW_UPS}; leave some out`;
    faults.push({ path: 'objective.wellbeing', message });
  }
  return faults;
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
