import { performance } from 'node:perf_hooks';
import { coverageOf, evaluateRoster } from '@yotei/scheduling/evaluation';
import { optimiseRoster, type OptimiseResult } from '@yotei/scheduling/optimiser';
import { protectionFigures, spreadWithinContracts } from '@yotei/scheduling/protection';
import type { Roster, RosterProblem } from '@yotei/scheduling/roster';
import {
  answerScenario,
  type ScenarioAnswer,
  type ScenarioBase,
  type ScenarioChange,
  type ScenarioChangeKind,
} from '@yotei/scheduling/scenarios';
import { loadSolver } from '@yotei/scheduling/solver';
import type { ComputeHooks, JsonValue } from '../../../platform/jobs/job-definition.js';
import { agentsOnGrid } from '../base/agents-on-grid.js';
import { scenarioProblem } from './scenario-team.js';

export interface ScenarioRosterInput {
  readonly problem: RosterProblem;
  readonly before: ScenarioBase;
  readonly after: ScenarioBase;
  readonly changes: readonly ScenarioChange[];
  readonly seed: number;
  readonly timeLimitSeconds: number;
}

/** What a new roster of the scenario comes to, for service and cost, for rules and for people. */
export interface ScenarioRosterFigures {
  readonly people: number;
  readonly shifts: number;
  readonly requiredHours: number;
  readonly shortHours: number;
  readonly overHours: number;
  readonly mustBreaches: number;
  readonly preferBreaches: number;
  readonly shortRests: number;
  readonly lateToEarly: number;
  readonly longStretches: number;
  readonly unsocialSpread: number;
  readonly notModelled: readonly ScenarioChangeKind[];
}

/** The new roster itself, to be opened as a draft: shifts of people there are. */
export interface ScenarioRosterPlan {
  readonly shifts: Roster['shifts'];
  /** Shifts of people who are not there yet, and so have no row on a board. */
  readonly shiftsOfNewcomers: number;
  /** What the engine says of it. */
  readonly score: Pick<
    Extract<OptimiseResult, { kind: 'roster' }>,
    'cost' | 'parts' | 'lowerBound' | 'gapHours' | 'requiredHours'
  >;
}

export type ScenarioRosterResult =
  | {
      readonly kind: 'planned';
      readonly roster: ScenarioRosterFigures;
      readonly answer: ScenarioAnswer;
      readonly plan: ScenarioRosterPlan;
    }
  | { readonly kind: 'no-roster'; readonly because: Exclude<OptimiseResult['kind'], 'roster'> };

/** Runs in a worker thread: plans the week as the scenario has it, and asks the scenario's questions of that roster. */
export async function compute(input: ScenarioRosterInput, hooks: ComputeHooks): Promise<ScenarioRosterResult> {
  const { before, after, changes, seed, timeLimitSeconds } = input;
  const answer = answerScenario(after, [], { withChance: false });
  const { problem, notModelled } = scenarioProblem({ problem: input.problem, before, after, changes, answer });
  const result = optimiseRoster(problem, {
    ...{ seed, timeLimitSeconds },
    solver: await loadSolver(),
    nowMillis: () => performance.now(),
    isCancelled: () => hooks.isCancelled(),
    onProgress: ({ seconds, bestCost, phase }) =>
      hooks.progress(Math.min(1, seconds / timeLimitSeconds), { seconds, bestCost, phase } as JsonValue),
  });
  if (result.kind !== 'roster') return { kind: 'no-roster', because: result.kind };
  return {
    kind: 'planned',
    roster: { ...figuresOf(problem, result.roster), notModelled },
    answer: answerScenario(withRoster(after, problem, result.roster), []),
    plan: planOf(result, new Set(input.problem.agents.map(({ id }) => id))),
  };
}

function planOf(found: Extract<OptimiseResult, { kind: 'roster' }>, people: ReadonlySet<string>): ScenarioRosterPlan {
  const { cost, parts, lowerBound, gapHours, requiredHours, roster } = found;
  const shifts = roster.shifts.filter(({ agentId }) => people.has(agentId));
  return {
    shifts,
    shiftsOfNewcomers: roster.shifts.length - shifts.length,
    score: { cost, parts, lowerBound, gapHours, requiredHours },
  };
}

function figuresOf(problem: RosterProblem, roster: Roster): Omit<ScenarioRosterFigures, 'notModelled'> {
  const { breaches, teamBreaches } = evaluateRoster(problem, roster);
  const figures = protectionFigures(problem, roster);
  const { requiredHours, shortHours, overHours, shortRests, lateToEarly, longStretches, unsocial } = figures;
  const all = [...breaches, ...teamBreaches];
  return {
    people: problem.agents.length,
    shifts: roster.shifts.length,
    ...{ requiredHours, shortHours, overHours, shortRests, lateToEarly, longStretches },
    unsocialSpread: spreadWithinContracts(problem.agents, unsocial),
    mustBreaches: all.filter(({ level }) => level === 'must').length,
    preferBreaches: all.filter(({ level }) => level === 'prefer').length,
  };
}

/** The scenario with the new roster at work; who is away or gone is missing from it already. */
function withRoster(after: ScenarioBase, problem: RosterProblem, roster: Roster): ScenarioBase {
  const agents = agentsOnGrid(coverageOf(problem, roster), after.grid);
  const { away: _away, ...base } = after;
  return {
    ...base,
    queues: after.queues.map(({ availability: _availability, ...queue }) => ({
      ...queue,
      agents: agents.get(queue.id) ?? new Float64Array(after.grid.count),
    })),
  };
}
