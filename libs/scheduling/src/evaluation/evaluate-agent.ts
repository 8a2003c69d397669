import { planCosts, type TermCosts } from '../objective/index.js';
import { indexProblem, type RosterProblem, type Shift } from '../roster/index.js';
import { COST_UNIT } from './coverage-state.js';
import { judgeAgent, type AgentJudgement } from './judge-agent.js';

/** Everything rules, wishes and the objective say about one agent's shifts. */
export interface AgentEvaluation extends AgentJudgement {
  /** Cost of wishes not met. */
  readonly preferencesCost: number;
  /** Costs of the further parts of the objective; 0 without their settings. */
  readonly fairnessCost: number;
  readonly wellbeingCost: number;
  readonly stabilityCost: number;
  readonly moneyCost: number;
}

const whole = (cost: number): number => Math.round(cost * COST_UNIT) / COST_UNIT;

function objectiveCosts(costs: TermCosts) {
  return {
    preferencesCost: whole(costs.wishes),
    fairnessCost: whole(costs.fairness),
    wellbeingCost: whole(costs.wellbeing),
    stabilityCost: whole(costs.stability),
    moneyCost: whole(costs.money),
  };
}

/**
 * {@link judgeAgent} with what the agent's shifts cost by part. Throws for an agent or a rule the problem does not know.
 */
export function evaluateAgent(problem: RosterProblem, agentId: string, shifts: readonly Shift[]): AgentEvaluation {
  const judged = judgeAgent(problem, agentId, shifts);
  const agent = indexProblem(problem).agents.get(agentId)!;
  return { ...judged, ...objectiveCosts(planCosts(problem, agent, shifts)) };
}
