import { loadErlangs } from '../load.js';
import { meetsGoal, type GoalPart } from '../service-goal.js';
import type { StaffingLoad, StaffingModel, SteadyState } from '../staffing-model.js';
import { LEAST_CV, nearRateCdf, rateCdf } from './gamma-rate.js';
import type { LevelTable } from './level-table.js';
import { fallingRoot, marginOf, marginsMeet } from './margin.js';
import type { Presence } from './presence.js';
import { fineRateNodes, FINENESS, NODE_LEVELS, rateNodes, type RateNodes } from './rate-nodes.js';

/** Relative accuracy of a root of levels that are themselves read from a table. */
const TABLED_TOLERANCE = 1e-6;

/** One interval with an uncertain rate and so many agents. */
export interface RiskTask {
  readonly model: StaffingModel;
  readonly parts: readonly GoalPart[];
  readonly load: StaffingLoad;
  /** Relative standard deviation of the rate. */
  readonly rateCv: number;
  /** Contacts that count when means are weighted; the load may stand for others still in hand. */
  readonly contacts: number;
  /** Service levels to read instead of computing them, where the service level is the only goal. */
  readonly levels?: LevelTable | null;
}

// Written out: this is asked for at every level of every interval, and a spread takes longer than the copy.
function withRate(load: StaffingLoad, factor: number): StaffingLoad {
  const { contacts, intervalSeconds, averageHandleSeconds, patienceSeconds } = load;
  const { concurrency, slowdownFraction, lines, redialFraction } = load;
  return {
    contacts: contacts * factor,
    intervalSeconds,
    averageHandleSeconds,
    patienceSeconds,
    concurrency,
    slowdownFraction,
    lines,
    redialFraction,
  };
}

/** The service level by the table; NaN where there is none or it does not reach. */
function tabledLevel({ levels, load }: RiskTask, factor: number, agents: number): number {
  if (!levels) return Number.NaN;
  const { contacts, averageHandleSeconds, intervalSeconds } = load;
  return levels.levelAt(agents, (contacts * factor * averageHandleSeconds) / intervalSeconds, averageHandleSeconds);
}

/** Scratch of the levels of one interval: as many as there are rates to look at. */
const loadsLooked = new Float64Array(NODE_LEVELS.length);
const levelsFound = new Float64Array(NODE_LEVELS.length);

/** The service levels at all rates by the table; null where there is none, NaN where it does not reach. */
function tabledLevels({ levels, load }: RiskTask, factors: Float64Array, agents: number): Float64Array | null {
  if (!levels || factors.length !== loadsLooked.length) return null;
  const { contacts, averageHandleSeconds, intervalSeconds } = load;
  const erlangs = (contacts * averageHandleSeconds) / intervalSeconds;
  for (let level = 0; level < factors.length; level += 1) loadsLooked[level] = erlangs * factors[level]!;
  levels.fill(agents, averageHandleSeconds, { erlangs: loadsLooked, into: levelsFound });
  return levelsFound;
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
  // Plain arrays: typed ones of this length lie outside the heap, and making them takes longer than filling them.
  readonly values: readonly number[][];
}

/**
 * The margins with so many agents. Where the greatest rate has no steady state, the service level has a kink below
 * it, and the levels must be closer.
 */
function marginsWith(task: RiskTask, agents: number): Margins {
  const { model, parts, load, rateCv } = task;
  const coarse = rateNodes(rateCv);
  const certain = rateCv < LEAST_CV;
  const greatest = task.levels ? null : model.performance(withRate(load, coarse.factors.at(-1)!), agents);
  const nodes = certain || !greatest || greatest.stable ? coarse : fineRateNodes(rateCv);
  const values = parts.map(() => new Array<number>(nodes.factors.length).fill(0));
  if (certain) {
    const state = greatest ?? model.performance(load, agents);
    parts.forEach((part, index) => values[index]!.fill(marginOf(part, valueOf(part, state, agents))));
    return { nodes, values };
  }
  const { factors } = nodes;
  const tabled = tabledLevels(task, factors, agents);
  for (let level = 0; level < factors.length; level += 1) {
    if (tabled && !Number.isNaN(tabled[level]!)) {
      values[0]![level] = marginOf(parts[0]!, tabled[level]!);
      continue;
    }
    const state = model.performance(withRate(load, factors[level]!), agents);
    for (let index = 0; index < parts.length; index += 1)
      values[index]![level] = marginOf(parts[index]!, valueOf(parts[index]!, state, agents));
  }
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
  readonly weightedMargins: readonly ArrayLike<number>[];
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
function weightedMargins({ parts, contacts }: RiskTask, { nodes, values }: Margins): readonly number[][] {
  const every = nodes.factors.length === NODE_LEVELS.length ? 1 : FINENESS;
  const { factors } = nodes;
  return parts.map(({ measure }, index) => {
    const weighted = new Array<number>(NODE_LEVELS.length).fill(0);
    for (let level = 0; level < weighted.length; level += 1) {
      const weight = measure === 'occupancy' ? 1 : contacts * factors[level * every]!;
      weighted[level] = weight * values[index]![level * every]!;
    }
    return weighted;
  });
}

/** The same where the number of agents is itself a matter of chance. */
export function riskOverPresence(task: RiskTask, presence: readonly Presence[]): IntervalRisk {
  if (presence.length === 1) return intervalRisk(task, presence[0]!.agents);
  let [chanceToMeet, expectedServiceLevel] = [0, 0];
  const meanMargins = task.parts.map(() => 0);
  const weightedMargins = task.parts.map(() => new Array<number>(NODE_LEVELS.length).fill(0));
  for (const { agents, share } of presence) {
    const risk = intervalRisk(task, agents);
    chanceToMeet += share * risk.chanceToMeet;
    expectedServiceLevel += share * risk.expectedServiceLevel;
    risk.weightedMargins.forEach((margins, goal) => {
      const sums = weightedMargins[goal]!;
      for (let level = 0; level < sums.length; level += 1) sums[level]! += share * margins[level]!;
      meanMargins[goal]! += share * risk.meanMargins[goal]!;
    });
  }
  return { chanceToMeet, expectedServiceLevel, meanMargins, weightedMargins };
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
  const least = (level: number): number => {
    let margin = margins[0]![level]!;
    for (let goal = 1; goal < margins.length; goal += 1) margin = Math.min(margin, margins[goal]![level]!);
    return margin;
  };
  const count = factors.length;
  let missed = 0;
  while (missed < count && least(missed) >= 0) missed += 1;
  if (missed === count) return 1;
  if (missed === 0) return 0;
  const marginAt = (factor: number): number => {
    const tabled = tabledLevel(task, factor, agents);
    if (!Number.isNaN(tabled)) return marginOf(parts[0]!, tabled);
    const state = model.performance(withRate(load, factor), agents);
    return Math.min(...parts.map((part) => marginOf(part, part.valueOf(state))));
  };
  const between = {
    low: factors[missed - 1]!,
    lowMargin: least(missed - 1),
    high: factors[missed]!,
    highMargin: least(missed),
  };
  if (!task.levels) return rateCdf(fallingRoot(marginAt, between), rateCv);
  return nearRateCdf(fallingRoot(marginAt, { ...between, tolerance: TABLED_TOLERANCE }), rateCv);
}
