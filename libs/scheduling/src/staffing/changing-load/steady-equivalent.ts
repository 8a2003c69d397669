import { staffingModel } from '../catalogue.js';
import { loadErlangs } from '../load.js';
import { PATH_POINTS } from './offered-load.js';
import { applicableGoals, requiredAgents } from '../required-agents.js';
import type { GoalPart } from '../service-goal.js';
import type { StaffingLoad, StaffingModel } from '../staffing-model.js';
import type { StaffingPlan } from '../plan/staffing-plan.js';
import { leastWhole } from '../uncertainty/least-whole.js';
import { fallingRoot, marginOf, marginsMeet } from '../uncertainty/margin.js';

/** A load that moves by less than this share of its own chance (range² / mean) is as good as its mean: 0.05 points. */
const LEAST_MOVE = 0.02;
/** Relative accuracy of the even load: far below what an agent more or fewer makes. */
const ACCURACY = 1e-6;

/** What an interval's path asks of a number of agents, goal by goal. */
class PathTask {
  constructor(
    private readonly model: StaffingModel,
    private readonly load: StaffingLoad,
    private readonly parts: readonly GoalPart[],
    /** Contacts that would keep the load at each point of the path up. */
    private readonly contacts: readonly number[],
  ) {}

  /** Margins with even contacts. */
  marginsAt(contacts: number, agents: number): readonly number[] {
    const state = this.model.performance({ ...this.load, contacts }, agents);
    return this.parts.map((part) => marginOf(part, part.valueOf(state)));
  }

  /** Margins on average along the path; arrivals are even, so that time weighs as contacts do. */
  meanMargins(agents: number): readonly number[] {
    const margins = this.contacts.map((contacts) => this.marginsAt(contacts, agents));
    return this.parts.map((_, goal) =>
      PATH_POINTS.reduce((sum, { weight }, point) => sum + weight * margins[point]![goal]!, 0),
    );
  }

  holds(agents: number): boolean {
    return marginsMeet(this.parts, this.meanMargins(agents));
  }

  /** The most even contacts with which no goal stands worse than on average along the path, with these agents. */
  evenContacts(agents: number): number {
    const low = Math.min(...this.contacts);
    const high = Math.max(...this.contacts);
    const means = this.meanMargins(agents);
    const evens = this.parts.map((_, goal) =>
      this.root((margins) => margins[goal]! - means[goal]!, agents, [low, high]),
    );
    return Math.min(...evens);
  }

  /** The least even contacts that are too many for these agents, between the two; `high` when none there is. */
  tooMany(agents: number, between: readonly [number, number]): number {
    return this.root((margins) => Math.min(...margins), agents, between) * (1 + 2 * ACCURACY);
  }

  private root(
    valueOf: (margins: readonly number[]) => number,
    agents: number,
    [low, high]: readonly [number, number],
  ): number {
    const at = (contacts: number): number => valueOf(this.marginsAt(contacts, agents));
    const [lowMargin, highMargin] = [at(low), at(high)];
    if (lowMargin <= 0) return low;
    if (highMargin >= 0) return high;
    return fallingRoot(at, { low, lowMargin, high, highMargin, tolerance: ACCURACY });
  }
}

/**
 * The even contacts that ask for the agents an interval's changing load needs: goals are to hold on average along the
 * load's path through the interval, not at its mean, because waits grow faster than the load. Never fewer than the
 * mean's. The answer asks the model for the least agents with which the goals hold along the path, so that it can stand
 * for the interval wherever one load is wanted. Contacts as they are where the load hardly moves. See
 * docs/methods/changing-load.md for what it mends.
 */
export function steadyEquivalent(plan: StaffingPlan, load: StaffingLoad, pathErlangs: readonly number[]): number {
  const low = Math.min(...pathErlangs);
  const high = Math.max(...pathErlangs);
  const mean = loadErlangs(load);
  if (!(mean > 0) || (high - low) ** 2 < LEAST_MOVE * mean) return load.contacts;
  const answer = requiredAgents(plan.modelId, load, plan.goal);
  if (answer.kind !== 'staffed' || answer.agents === 0) return load.contacts;
  const model = staffingModel(plan.modelId);
  const contacts = pathErlangs.map((erlangs) => (erlangs * load.intervalSeconds) / load.averageHandleSeconds);
  const task = new PathTask(model, load, applicableGoals(model, plan.goal), contacts);
  const agents = leastWhole(answer.agents, answer.agents, (n) => task.holds(n));
  if (agents === null) return load.contacts;
  const even = Math.max(load.contacts, task.evenContacts(agents));
  if (agents === answer.agents) return even;
  return Math.max(even, task.tooMany(agents - 1, [load.contacts, Math.max(...contacts)]));
}
