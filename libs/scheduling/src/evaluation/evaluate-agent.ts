import {
  indexProblem,
  type Agent,
  type RosterProblem,
  type RuleParameters,
  type RuleSetting,
  type Shift,
} from '../roster/index.js';
import { planCosts, type TermCosts } from '../objective/index.js';
import {
  buildAgentView,
  findRule,
  resolveParameters,
  WORK_RULES,
  type Breach,
  type CannotJudge,
  type WorkRule,
} from '../rules/index.js';
import { COST_UNIT } from './coverage-state.js';

/** Everything rules and wishes say about one agent's shifts. */
export interface AgentEvaluation {
  readonly agentId: string;
  /** By instant, then in the order of the catalogue. */
  readonly breaches: readonly Breach[];
  readonly cannotJudge: readonly CannotJudge[];
  /** Breaches of a rule set to `must`. */
  readonly hardBreaches: number;
  /** Cost of wishes not met, and of breaches of rules set to `prefer`. */
  readonly preferencesCost: number;
  readonly rulesCost: number;
  /** Costs of the further parts of the objective; 0 without their settings. */
  readonly fairnessCost: number;
  readonly wellbeingCost: number;
  readonly stabilityCost: number;
  readonly moneyCost: number;
}

interface ActiveRule {
  readonly rule: WorkRule;
  readonly setting: RuleSetting;
  readonly parameters: RuleParameters;
}

const activeRules = new WeakMap<RosterProblem, readonly ActiveRule[]>();

function activate(setting: RuleSetting): ActiveRule {
  const rule = findRule(setting.ruleId);
  if (!rule) throw new Error(`ruleId (${setting.ruleId}) must be a rule of the catalogue; see WORK_RULES for the ids`);
  return { rule, setting, parameters: resolveParameters(rule, setting.parameters) };
}

/** The problem's settings in the order of the catalogue, with the standing rules no setting names. */
function rulesOf(problem: RosterProblem): readonly ActiveRule[] {
  let active = activeRules.get(problem);
  if (!active) {
    const named = new Set(problem.rules.map((setting) => setting.ruleId));
    const standing = WORK_RULES.filter((rule) => rule.standing && !named.has(rule.id));
    active = [...problem.rules, ...standing.map((rule) => ({ ruleId: rule.id, level: rule.defaultLevel }))]
      .map(activate)
      .sort((a, b) => WORK_RULES.indexOf(a.rule) - WORK_RULES.indexOf(b.rule));
    activeRules.set(problem, active);
  }
  return active;
}

function appliesTo(setting: RuleSetting, agent: Agent): boolean {
  if (setting.contractIds && !setting.contractIds.includes(agent.contractId)) return false;
  return !setting.siteIds || (agent.siteId !== undefined && setting.siteIds.includes(agent.siteId));
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
 * Judges one agent's planned shifts, with the agent's history, by every rule set for the agent. Cheap enough for every
 * pointer move of a drag. Throws for an agent or a rule the problem does not know.
 */
export function evaluateAgent(problem: RosterProblem, agentId: string, shifts: readonly Shift[]): AgentEvaluation {
  const view = buildAgentView(problem, agentId, shifts);
  const breaches: Breach[] = [];
  const cannotJudge: CannotJudge[] = [];
  let rulesMicros = 0;
  for (const { rule, setting, parameters } of rulesOf(problem)) {
    if (!appliesTo(setting, view.agent)) continue;
    const findings = rule.evaluate(view, parameters, setting.level);
    breaches.push(...findings.breaches);
    cannotJudge.push(...findings.cannotJudge);
    if (setting.level === 'must') continue;
    for (const breach of findings.breaches)
      rulesMicros += Math.round(breach.amount * (setting.weight ?? 1) * COST_UNIT);
  }
  const agent = indexProblem(problem).agents.get(agentId)!;
  return {
    agentId,
    breaches: breaches.sort((a, b) => a.at - b.at),
    cannotJudge,
    hardBreaches: breaches.filter((breach) => breach.level === 'must').length,
    rulesCost: rulesMicros / COST_UNIT,
    ...objectiveCosts(planCosts(problem, agent, shifts)),
  };
}
