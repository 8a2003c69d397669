import { meetsGoal, type GoalPart } from '../service-goal.js';
import type { StaffingLoad, StaffingModel } from '../staffing-model.js';
import { LEAST_CV, rateCdf } from './gamma-rate.js';
import { NODE_WEIGHTS, rateFactors } from './rate-nodes.js';

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

/** A wait without end counts as one of so many seconds when means are taken over the rate. */
const LONGEST_WAIT_SECONDS = 3600;

function withRate(load: StaffingLoad, factor: number): StaffingLoad {
  return { ...load, contacts: load.contacts * factor };
}

/** By how much the value is better than its target; falls as the rate grows. */
function marginOf(part: GoalPart, value: number): number {
  const finite = part.measure === 'asa' ? Math.min(value, Math.max(LONGEST_WAIT_SECONDS, 2 * part.target)) : value;
  return part.side === 'at-least' ? finite - part.target : part.target - finite;
}

/** Margins of each goal at the levels of the rate, without weights. */
function marginsAt({ model, parts, load, rateCv }: RiskTask, agents: number): readonly Float64Array[] {
  const factors = rateFactors(rateCv);
  const margins = parts.map(() => new Float64Array(factors.length));
  if (rateCv < LEAST_CV) {
    const state = model.performance(load, agents);
    parts.forEach((part, index) => margins[index]!.fill(marginOf(part, part.valueOf(state))));
    return margins;
  }
  factors.forEach((factor, level) => {
    const state = model.performance(withRate(load, factor), agents);
    parts.forEach((part, index) => (margins[index]![level] = marginOf(part, part.valueOf(state))));
  });
  return margins;
}

/** Mean margin over the rate: weighted by contacts, as a report over many days is; occupancy by time. */
function meanMargin(part: GoalPart, margins: Float64Array, factors: Float64Array): number {
  let sum = 0;
  for (let level = 0; level < margins.length; level += 1) {
    const weight = NODE_WEIGHTS[level]! * (part.measure === 'occupancy' ? 1 : factors[level]!);
    sum += weight * margins[level]!;
  }
  return sum;
}

/** Whether every goal holds on average over the rate's distribution, weighted by contacts. */
export function meetsOnAverage(task: RiskTask, agents: number): boolean {
  const margins = marginsAt(task, agents);
  const factors = rateFactors(task.rateCv);
  return task.parts.every((part, index) => {
    const slack = 1e-9 * Math.max(part.target, 1e-3);
    return meanMargin(part, margins[index]!, factors) >= -slack;
  });
}

/** What an uncertain rate does to one interval with so many agents. */
export interface IntervalRisk {
  /** P(the goals are met), over the rate. */
  readonly chanceToMeet: number;
  /** Mean service level over the rate, weighted by contacts; NaN where the goal names none. */
  readonly expectedServiceLevel: number;
  /** For each goal and level of the rate: contacts (for occupancy: 1) × margin. Sums over intervals judge a period. */
  readonly weightedMargins: readonly Float64Array[];
}

/** The chance that all goals are met and what they give on average. `agents` is whole. */
export function intervalRisk(task: RiskTask, agents: number): IntervalRisk {
  const factors = rateFactors(task.rateCv);
  const margins = marginsAt(task, agents);
  const level = task.parts.findIndex(({ measure }) => measure === 'service-level');
  const weightedMargins = margins.map((values, index) =>
    task.parts[index]!.measure === 'occupancy'
      ? values
      : values.map((value, at) => task.contacts * factors[at]! * value),
  );
  return {
    chanceToMeet: chanceOf(task, agents, margins),
    expectedServiceLevel:
      level < 0 ? Number.NaN : task.parts[level]!.target + meanMargin(task.parts[level]!, margins[level]!, factors),
    weightedMargins,
  };
}

/** P(rate ≤ the greatest that these agents serve at target): all goals fall as the rate grows. */
function chanceOf(task: RiskTask, agents: number, margins: readonly Float64Array[]): number {
  const { model, parts, load, rateCv } = task;
  if (load.contacts === 0) return 1;
  if (rateCv < LEAST_CV) {
    const state = model.performance(load, agents);
    return parts.every((part) => meetsGoal(part, state)) ? 1 : 0;
  }
  const factors = rateFactors(rateCv);
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
  return rateCdf(rootOf(marginAt, between), rateCv);
}

const ROOT_TOLERANCE = 1e-9;

/** Where a falling function crosses 0 (Illinois form of the false position, halving when it stalls). */
function rootOf(
  marginAt: (factor: number) => number,
  from: { low: number; lowMargin: number; high: number; highMargin: number },
): number {
  let { low, lowMargin, high, highMargin } = from;
  let lastSide = 0;
  for (let step = 0; step < 60 && high - low > ROOT_TOLERANCE * high; step += 1) {
    const share = step % 4 === 3 ? 0.5 : lowMargin / (lowMargin - highMargin);
    const at = low + Math.min(0.999, Math.max(0.001, share)) * (high - low);
    const margin = marginAt(at);
    if (margin >= 0) {
      low = at;
      lowMargin = margin;
      if (lastSide === 1) highMargin /= 2;
      lastSide = 1;
    } else {
      high = at;
      highMargin = margin;
      if (lastSide === -1) lowMargin /= 2;
      lastSide = -1;
    }
    if (Math.abs(margin) < 1e-12) return at;
  }
  return low;
}
