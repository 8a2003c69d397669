import { loadErlangs } from '../load.js';
import { meetsGoal, type GoalPart } from '../service-goal.js';
import type { StaffingLoad, StaffingModel, SteadyState } from '../staffing-model.js';
import { LEAST_CV, rateCdf } from './gamma-rate.js';
import { fallingRoot, marginOf, marginsMeet } from './margin.js';
import type { Presence } from './presence.js';
import { fineRateNodes, FINENESS, NODE_LEVELS, rateNodes, type RateNodes } from './rate-nodes.js';

/** One interval with an uncertain rate and so many agents. */
export interface RiskTask {
  readonly model: StaffingModel;
  readonly parts: readonly GoalPart[];
  readonly load: StaffingLoad;
  /** Relative standard deviation of the rate. */
  readonly rateCv: number;
  /** Contacts that count when means are weighted; the load may stand for others still in hand. */
  readonly contacts: number;
}

function withRate(load: StaffingLoad, factor: number): StaffingLoad {
  return { ...load, contacts: load.contacts * factor };
}

/** What the goals see where nobody is there: no answer, and waits, losses and occupancy as bad as can be. */
const NOBODY: Readonly<Record<GoalPart['measure'], number>> = {
  'service-level': 0,
  asa: Infinity,
  occupancy: 1,
  abandonment: 1,
  blocking: 1,
};

function valueOf(part: GoalPart, state: SteadyState, agents: number): number {
  return agents === 0 ? NOBODY[part.measure] : part.valueOf(state);
}

/** Margins of each goal at rates, without weights. */
interface Margins {
  readonly nodes: RateNodes;
  readonly values: readonly Float64Array[];
}

/**
 * The margins with so many agents. Where the greatest rate has no steady state, the service level has a kink below
 * it, and the levels must be closer.
 */
function marginsWith({ model, parts, load, rateCv }: RiskTask, agents: number): Margins {
  const coarse = rateNodes(rateCv);
  const certain = rateCv < LEAST_CV;
  const greatest = model.performance(withRate(load, coarse.factors.at(-1)!), agents);
  const nodes = certain || greatest.stable ? coarse : fineRateNodes(rateCv);
  const values = parts.map(() => new Float64Array(nodes.factors.length));
  if (certain) {
    parts.forEach((part, index) => values[index]!.fill(marginOf(part, valueOf(part, greatest, agents))));
    return { nodes, values };
  }
  nodes.factors.forEach((factor, level) => {
    const state = model.performance(withRate(load, factor), agents);
    parts.forEach((part, index) => (values[index]![level] = marginOf(part, valueOf(part, state, agents))));
  });
  return { nodes, values };
}

/** Mean margin over the rate: weighted by contacts, as a report over many days is; occupancy by time. */
function meanMargins({ parts }: RiskTask, { nodes, values }: Margins): readonly number[] {
  const { factors, weights } = nodes;
  return parts.map((part, index) => {
    const own = values[index]!;
    let sum = 0;
    for (let level = 0; level < own.length; level += 1) {
      sum += weights[level]! * (part.measure === 'occupancy' ? 1 : factors[level]!) * own[level]!;
    }
    return sum;
  });
}

/** Whether every goal holds on average over the rate's distribution, weighted by contacts. */
export function meetsOnAverage(task: RiskTask, agents: number): boolean {
  return marginsMeet(task.parts, meanMargins(task, marginsWith(task, agents)));
}

/** What an uncertain rate does to one interval with so many agents. */
export interface IntervalRisk {
  /** P(the goals are met), over the rate. */
  readonly chanceToMeet: number;
  /** Mean service level over the rate, weighted by contacts; NaN where the goal names none. */
  readonly expectedServiceLevel: number;
  /** For each goal by how much its mean over the rate is better than the target. */
  readonly meanMargins: readonly number[];
  /** For each goal and level of the rate: contacts (for occupancy: 1) × margin. Sums over intervals judge a period. */
  readonly weightedMargins: readonly Float64Array[];
}

/** The chance that all goals are met and what they give on average. `agents` is whole. */
export function intervalRisk(task: RiskTask, agents: number): IntervalRisk {
  const margins = marginsWith(task, agents);
  const means = meanMargins(task, margins);
  const level = task.parts.findIndex(({ measure }) => measure === 'service-level');
  return {
    chanceToMeet: chanceOf(task, agents, margins),
    expectedServiceLevel: level < 0 ? Number.NaN : task.parts[level]!.target + means[level]!,
    meanMargins: means,
    weightedMargins: weightedMargins(task, margins),
  };
}

/** At the coarse levels, also where the margins are known at fine ones. */
function weightedMargins({ parts, contacts }: RiskTask, { nodes, values }: Margins): readonly Float64Array[] {
  const every = nodes.factors.length === NODE_LEVELS.length ? 1 : FINENESS;
  return parts.map(({ measure }, index) =>
    Float64Array.from(NODE_LEVELS, (_, level) => {
      const weight = measure === 'occupancy' ? 1 : contacts * nodes.factors[level * every]!;
      return weight * values[index]![level * every]!;
    }),
  );
}

/** The same where the number of agents is itself a matter of chance. */
export function riskOverPresence(task: RiskTask, presence: readonly Presence[]): IntervalRisk {
  const risks = presence.map(({ agents, share }) => ({ share, risk: intervalRisk(task, agents) }));
  if (risks.length === 1) return risks[0]!.risk;
  const mean = (valueOf: (risk: IntervalRisk) => number): number =>
    risks.reduce((sum, { share, risk }) => sum + share * valueOf(risk), 0);
  return {
    chanceToMeet: mean((risk) => risk.chanceToMeet),
    expectedServiceLevel: mean((risk) => risk.expectedServiceLevel),
    meanMargins: task.parts.map((_, goal) => mean((risk) => risk.meanMargins[goal]!)),
    weightedMargins: task.parts
      .map((_, goal) => NODE_LEVELS.map((_level, at) => mean((risk) => risk.weightedMargins[goal]![at]!)))
      .map((values) => Float64Array.from(values)),
  };
}

/** P(rate ≤ the greatest that these agents serve at target): all goals fall as the rate grows. */
function chanceOf(task: RiskTask, agents: number, { nodes, values: margins }: Margins): number {
  const { model, parts, load, rateCv } = task;
  if (loadErlangs(load) === 0) return 1;
  if (agents === 0) return 0;
  if (rateCv < LEAST_CV) {
    const state = model.performance(load, agents);
    return parts.every((part) => meetsGoal(part, state)) ? 1 : 0;
  }
  const { factors } = nodes;
  const least = (level: number): number => Math.min(...margins.map((values) => values[level]!));
  const count = factors.length;
  let missed = 0;
  while (missed < count && least(missed) >= 0) missed += 1;
  if (missed === count) return 1;
  if (missed === 0) return 0;
  const marginAt = (factor: number): number => {
    const state = model.performance(withRate(load, factor), agents);
    return Math.min(...parts.map((part) => marginOf(part, part.valueOf(state))));
  };
  const between = {
    low: factors[missed - 1]!,
    lowMargin: least(missed - 1),
    high: factors[missed]!,
    highMargin: least(missed),
  };
  return rateCdf(fallingRoot(marginAt, between), rateCv);
}
