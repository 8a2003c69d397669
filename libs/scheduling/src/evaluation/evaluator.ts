import { groupByAgent, indexProblem, type Roster, type RosterProblem, type Shift } from '../roster/index.js';
import type { Breach, CannotJudge, TeamBreach } from '../rules/index.js';
import { readCoverage, type QueueCoverage } from './coverage-of.js';
import { COST_UNIT, CoverageState, type SlotCosts } from './coverage-state.js';
import { evaluateAgent, type AgentEvaluation } from './evaluate-agent.js';
import { TeamJudge } from './team-judge.js';

/** Parts of the cost, in the objective's unit; their sum is the cost. */
export interface CostParts {
  readonly understaffing: number;
  readonly overstaffing: number;
  /** Wishes not met. */
  readonly preferences: number;
  /** Breaches of rules set to `prefer`, amount times weight. */
  readonly rules: number;
  /** Shares of unsocial work, wellbeing loads, changes against the earlier roster, pay; 0 without their settings. */
  readonly fairness: number;
  readonly wellbeing: number;
  readonly stability: number;
  readonly money: number;
}

export interface Evaluation {
  /** Of rules set to `must` and `prefer` alike (see `level`), by agent as in the problem, then instant. */
  readonly breaches: readonly Breach[];
  /** Of rules across agents, must and prefer alike. */
  readonly teamBreaches: readonly TeamBreach[];
  readonly cannotJudge: readonly CannotJudge[];
  /** Breaches of rules set to `must`, those across agents included. */
  readonly hardBreaches: number;
  readonly coverage: readonly QueueCoverage[];
  readonly cost: number;
  readonly parts: CostParts;
}

/** Totals of a roster: what a status line shows. */
export interface EvaluationTotals {
  readonly hardBreaches: number;
  readonly cost: number;
  readonly parts: CostParts;
}

/** What one edit changes: after minus before, and the agent's judgement after it. */
export interface EvaluationDelta extends EvaluationTotals {
  readonly agent: AgentEvaluation;
}

/** A roster under evaluation that follows edits; equal to a full evaluation at any moment. */
export interface RosterEvaluator {
  readonly totals: () => EvaluationTotals;
  readonly evaluation: () => Evaluation;
  readonly coverage: () => readonly QueueCoverage[];
  /** Cost of every slot of the coverage grid, all queues together. */
  readonly slotCosts: () => SlotCosts;
  readonly shiftsOf: (agentId: string) => readonly Shift[];
  readonly agentEvaluation: (agentId: string) => AgentEvaluation;
  readonly teamBreaches: () => readonly TeamBreach[];
  /** Replaces all planned shifts of the agent. To try a move, call it again with what `shiftsOf` gave before. */
  readonly replaceShifts: (agentId: string, shifts: readonly Shift[]) => EvaluationDelta;
  /** {@link replaceShifts} for several agents at less than the price of each alone; no delta. */
  readonly replaceMany: (changes: readonly AgentShifts[]) => void;
}

/** All planned shifts of one agent. */
export interface AgentShifts {
  readonly agentId: string;
  readonly shifts: readonly Shift[];
}

/** Parts that are sums over agents. */
export const AGENT_PARTS = ['preferences', 'rules', 'fairness', 'wellbeing', 'stability', 'money'] as const;
export type AgentPart = (typeof AGENT_PARTS)[number];

const PARTS = ['understaffing', 'overstaffing', ...AGENT_PARTS] as const satisfies readonly (keyof CostParts)[];

/** An agent's cost of one part. */
export function agentPart(agent: AgentEvaluation, part: AgentPart): number {
  return agent[`${part}Cost`];
}

const micros = (cost: number): number => Math.round(cost * COST_UNIT);

class IncrementalEvaluator implements RosterEvaluator {
  private readonly shifts: Map<string, readonly Shift[]>;
  private readonly agents = new Map<string, AgentEvaluation>();
  private readonly state: CoverageState;
  private readonly agentMicros = new Map<AgentPart, number>(AGENT_PARTS.map((part) => [part, 0]));
  private readonly team: TeamJudge;
  private hardBreaches = 0;

  constructor(
    private readonly problem: RosterProblem,
    roster: Roster,
  ) {
    this.state = new CoverageState(problem);
    this.shifts = groupByAgent(roster.shifts);
    for (const agentId of this.shifts.keys()) this.refuseUnknown(agentId);
    for (const { id } of problem.agents) {
      this.state.replace(id, [], this.shiftsOf(id));
      this.judge(id);
    }
    this.state.settle();
    this.team = new TeamJudge(problem, this.shiftsOf);
  }

  readonly shiftsOf = (agentId: string): readonly Shift[] => this.shifts.get(agentId) ?? [];

  readonly agentEvaluation = (agentId: string): AgentEvaluation => {
    this.refuseUnknown(agentId);
    return this.agents.get(agentId)!;
  };

  readonly teamBreaches = (): readonly TeamBreach[] => this.team.verdict().breaches;

  readonly coverage = (): readonly QueueCoverage[] => {
    this.state.settle();
    return readCoverage(this.problem, this.state);
  };

  readonly slotCosts = (): SlotCosts => this.state.slotCosts();

  readonly totals = (): EvaluationTotals => {
    this.state.settle();
    const { shortMicros, surplusMicros } = this.state;
    const team = this.team.verdict();
    const own = AGENT_PARTS.map((part) => {
      const cost = this.agentMicros.get(part)!;
      return [part, part === 'rules' ? cost + team.micros : cost] as const;
    });
    return {
      hardBreaches: this.hardBreaches + team.hardBreaches,
      cost: own.reduce((sum, [, cost]) => sum + cost, shortMicros + surplusMicros) / COST_UNIT,
      parts: {
        understaffing: shortMicros / COST_UNIT,
        overstaffing: surplusMicros / COST_UNIT,
        ...(Object.fromEntries(own.map(([part, cost]) => [part, cost / COST_UNIT])) as Record<AgentPart, number>),
      },
    };
  };

  readonly evaluation = (): Evaluation => {
    const agents = this.problem.agents.map(({ id }) => this.agents.get(id)!);
    return {
      breaches: agents.flatMap((agent) => agent.breaches),
      teamBreaches: this.teamBreaches(),
      cannotJudge: agents.flatMap((agent) => agent.cannotJudge),
      coverage: this.coverage(),
      ...this.totals(),
    };
  };

  readonly replaceShifts = (agentId: string, shifts: readonly Shift[]): EvaluationDelta => {
    const before = this.totals();
    this.replaceMany([{ agentId, shifts }]);
    return { agent: this.agents.get(agentId)!, ...difference(this.totals(), before) };
  };

  readonly replaceMany = (changes: readonly AgentShifts[]): void => {
    for (const { agentId } of changes) this.refuseUnknown(agentId);
    for (const { agentId, shifts } of changes) {
      this.state.replace(agentId, this.shiftsOf(agentId), shifts);
      this.count(this.agents.get(agentId)!, -1);
      this.shifts.set(agentId, shifts);
      this.judge(agentId);
      this.team.changed(agentId);
    }
  };

  private judge(agentId: string): void {
    const judged = evaluateAgent(this.problem, agentId, this.shiftsOf(agentId));
    this.agents.set(agentId, judged);
    this.count(judged, 1);
  }

  private count(agent: AgentEvaluation, by: 1 | -1): void {
    for (const part of AGENT_PARTS)
      this.agentMicros.set(part, this.agentMicros.get(part)! + by * micros(agentPart(agent, part)));
    this.hardBreaches += by * agent.hardBreaches;
  }

  private refuseUnknown(agentId: string): void {
    if (indexProblem(this.problem).agents.has(agentId)) return;
    throw new Error(`agentId (${agentId}) must be an agent of the problem; check the roster against problem.agents`);
  }
}

function difference(after: EvaluationTotals, before: EvaluationTotals): EvaluationTotals {
  const minus = (a: number, b: number) => (micros(a) - micros(b)) / COST_UNIT;
  return {
    hardBreaches: after.hardBreaches - before.hardBreaches,
    cost: minus(after.cost, before.cost),
    parts: Object.fromEntries(PARTS.map((part) => [part, minus(after.parts[part], before.parts[part])])) as Record<
      keyof CostParts,
      number
    >,
  };
}

/** Evaluates the roster once and then follows edits. Throws when the roster names an agent the problem does not know. */
export function createEvaluator(problem: RosterProblem, roster: Roster): RosterEvaluator {
  return new IncrementalEvaluator(problem, roster);
}

/** Judges a whole roster: breaches, what cannot be judged, coverage of every queue and the cost by part. */
export function evaluateRoster(problem: RosterProblem, roster: Roster): Evaluation {
  return createEvaluator(problem, roster).evaluation();
}
