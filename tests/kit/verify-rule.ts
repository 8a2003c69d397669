import type { Agent, Contract, RosterProblem, RuleLevel, RuleParameters, Shift } from '@yotei/scheduling/roster';
import {
  buildAgentView,
  resolveParameters,
  type AgentView,
  type RuleFindings,
  type WorkRule,
} from '@yotei/scheduling/rules';
import { formatUtc } from '@yotei/time';
import { amy, openContract, problemOf, shiftOf } from './roster-builder.js';

export interface RuleScene extends Partial<RosterProblem> {
  readonly agent?: Partial<Agent>;
  readonly contract?: Partial<Contract>;
}

/** The findings of one rule for one agent, with what a test may say about them. */
class RuleVerdict {
  constructor(readonly findings: RuleFindings) {}

  /** So many breaches; with amounts, exactly these in order of finding. */
  breaches(count: number, ...amounts: number[]): this {
    expect(this.findings.breaches).toHaveLength(count);
    if (amounts.length > 0) expect(this.findings.breaches.map((breach) => breach.amount)).toEqual(amounts);
    return this;
  }

  /** No breach, and nothing that could not be judged. */
  passes(): void {
    expect(this.findings).toEqual({ breaches: [], cannotJudge: [] });
  }

  /** No breach, but the history before this UTC instant is missing. */
  cannotJudge(neededFrom: string): void {
    expect(this.findings.cannotJudge.map((answer) => formatUtc(answer.neededFromAt))).toEqual([neededFrom]);
    expect(this.findings.breaches).toEqual([]);
  }
}

class RuleScenario {
  constructor(
    private readonly rule: WorkRule,
    private readonly parameters: RuleParameters,
    private readonly scene: RuleScene,
  ) {}

  /** Changes of the problem, the one agent (Amy, Tokyo) and her contract. */
  in(scene: RuleScene): RuleScenario {
    return new RuleScenario(this.rule, this.parameters, { ...this.scene, ...scene });
  }

  /** What the rule would see of these shifts. */
  viewOf(...shifts: readonly (string | Shift)[]): AgentView {
    const { agent, contract, ...changes } = this.scene;
    const contracts = [{ ...openContract, ...contract }];
    const zone = changes.zone ?? amy.zone;
    const problem = problemOf({ contracts, agents: [{ ...amy, zone, ...agent }], ...changes });
    const planned = shifts.map((shift) => (typeof shift === 'string' ? shiftOf(shift, problem) : shift));
    return buildAgentView(problem, 'amy', planned);
  }

  /** Judges shifts, given as text (see `shiftOf`) or whole. Only the rule handed over is reached. */
  given(...shifts: readonly (string | Shift)[]): RuleVerdict {
    const view = this.viewOf(...shifts);
    const level: RuleLevel = this.rule.defaultLevel;
    return new RuleVerdict(this.rule.evaluate(view, resolveParameters(this.rule, this.parameters), level));
  }
}

/** Tests one rule in planner's words: `verifyRule(rule, {restMinutes: 660}).given('Mon 14:00-22:00', …).breaches(1, 120)`. */
export function verifyRule(rule: WorkRule, parameters: RuleParameters = {}): RuleScenario {
  return new RuleScenario(rule, parameters, {});
}
