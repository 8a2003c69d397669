import type { Agent, RosterProblem, RuleParameters, RuleSetting, Shift } from '../roster/index.js';
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

/** What rules say about one agent's shifts. */
export interface AgentJudgement {
  readonly agentId: string;
  /** By instant, then in the order of the catalogue. */
  readonly breaches: readonly Breach[];
  readonly cannotJudge: readonly CannotJudge[];
  /** Breaches of a rule set to `must`. */
  readonly hardBreaches: number;
  /** Cost of breaches of rules set to `prefer`. */
  readonly rulesCost: number;
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

/**
 * Judges one agent's planned shifts, with the agent's history, by every rule set for the agent. Cheap enough for every
 * pointer move of a drag. Throws for an agent or a rule the problem does not know.
 */
export function judgeAgent(problem: RosterProblem, agentId: string, shifts: readonly Shift[]): AgentJudgement {
  const view = buildAgentView(problem, agentId, shifts);
  const breaches: Breach[] = [];
  const cannotJudge: CannotJudge[] = [];
  let rulesMicros = 0;
  for (const { rule, setting, parameters } of rulesOf(problem)) {
    if (!appliesTo(setting, view.agent)) continue;
    const findings = rule.evaluate(view, parameters, setting.level);
    const { source } = setting;
    breaches.push(...(source ? findings.breaches.map((breach) => ({ ...breach, source })) : findings.breaches));
    cannotJudge.push(...findings.cannotJudge);
    if (setting.level === 'must') continue;
    for (const breach of findings.breaches)
      rulesMicros += Math.round(breach.amount * (setting.weight ?? 1) * COST_UNIT);
  }
  return {
    agentId,
    breaches: breaches.sort((a, b) => a.at - b.at),
    cannotJudge,
    hardBreaches: breaches.filter((breach) => breach.level === 'must').length,
    rulesCost: rulesMicros / COST_UNIT,
  };
}
