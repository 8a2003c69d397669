import { MINUTE_MILLIS, type Instant } from '@yotei/time';
import type { Roster, RosterProblem } from '../roster/index.js';
import { AGENT_PARTS, agentPart, createEvaluator, type AgentPart, type CostParts } from './evaluator.js';

/** One agent's share of the cost. */
export interface AgentScore {
  readonly agentId: string;
  readonly cost: number;
  readonly parts: Readonly<Record<AgentPart, number>>;
}

/** Staffing cost of one slot of the coverage grid, all queues together. */
export interface IntervalScore {
  readonly startAt: Instant;
  readonly understaffing: number;
  readonly overstaffing: number;
}

/** The cost of a roster taken apart; the agents' costs, the intervals' and the rest of the rules add up to it. */
export interface ScoreBreakdown {
  readonly cost: number;
  readonly parts: CostParts;
  /** Every agent, in the problem's order. */
  readonly byAgent: readonly AgentScore[];
  /** Slots that cost something, in time order. */
  readonly byInterval: readonly IntervalScore[];
  /** Preferred rules across agents, which belong to nobody alone. */
  readonly teamRules: number;
}

/** Takes the cost apart by part, agent and interval: who and when it comes from. */
export function scoreBreakdown(problem: RosterProblem, roster: Roster): ScoreBreakdown {
  const evaluator = createEvaluator(problem, roster);
  const { cost, parts } = evaluator.totals();
  const byAgent = problem.agents.map(({ id }): AgentScore => {
    const judged = evaluator.agentEvaluation(id);
    const own = AGENT_PARTS.map((part) => [part, agentPart(judged, part)] as const);
    return {
      agentId: id,
      cost: own.reduce((sum, [, value]) => sum + value, 0),
      parts: Object.fromEntries(own) as Record<AgentPart, number>,
    };
  });
  const { grid, short, surplus } = evaluator.slotCosts();
  const byInterval = Array.from({ length: grid.count }, (_, slot) => ({
    startAt: grid.startAt + slot * grid.stepMinutes * MINUTE_MILLIS,
    understaffing: short[slot]!,
    overstaffing: surplus[slot]!,
  })).filter(({ understaffing, overstaffing }) => understaffing > 0 || overstaffing > 0);
  return {
    cost,
    parts,
    byAgent,
    byInterval,
    teamRules: parts.rules - byAgent.reduce((sum, agent) => sum + agent.parts.rules, 0),
  };
}
