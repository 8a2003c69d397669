import { loadErlangs } from '../load.js';
import { inverseLossByRecurrence } from '../numerics/gamma-ratios.js';
import { TOLERANCE } from '../rounding.js';
import { DEFAULT_VARIANT } from '../service-goal.js';
import type { LeastAgents, ServiceGoal, StaffingLoad, SteadyState } from '../staffing-model.js';
import { likelyAgentsOf } from './erlang-a-guess.js';
import { isServiceLevelAlone } from './erlang-c-search.js';

/** Up to this load over the handle time in patiences the sums are shorter than the uniform expansion. */
const SHORT_SUMS = 40;
/** Patience of so many handle times makes them long again. */
const MOST_PATIENT = 20;
/** Where fewer shall be answered in time, the difference below loses the digits that decide. */
const LEAST_LEVEL = 0.05;
const NEGLIGIBLE = 1e-17;
/** From a guess that far off the search by doubling is faster. */
const MOST_STEPS = 20;

interface SmallCentre {
  readonly a: number;
  /** Patience in handle times, P/h. */
  readonly perHandle: number;
  /** e^(-T/P): who is still patient at the threshold. */
  readonly patient: number;
  /** T/P. */
  readonly threshold: number;
}

/**
 * Answered within T / offered, as in docs/methods/erlang-a.md: (e + L(s, x) - 1 - F·(L(s, xT) - 1)) / (e + rho·L(s, x)),
 * with both sums in one pass, since their terms have the divisors in common. `e` = 1/B(agents - 1, a).
 */
function answeredInTime({ a, perHandle, patient, threshold }: SmallCentre, agents: number, e: number): number {
  const s = agents * perHandle;
  const x = a * perHandle;
  let power = 1;
  let powerLate = 1;
  let beyond = 0;
  let beyondLate = 0;
  for (let k = 1; power > NEGLIGIBLE * beyond || x > s + k; k += 1) {
    const stage = x / (s + k);
    power *= stage;
    powerLate *= stage * patient;
    beyond += power;
    beyondLate += powerLate;
  }
  const growth = Math.exp(x * (1 - patient) - s * threshold);
  return (e + beyond - growth * beyondLate) / (e + (a / agents) * (1 + beyond));
}

/** So many agents under a load; what they give is asked of the model where it is read. */
class LeastImpatient implements LeastAgents {
  constructor(
    readonly agents: number,
    private readonly load: StaffingLoad,
    private readonly performance: (load: StaffingLoad, agents: number) => SteadyState,
  ) {}

  get state(): SteadyState {
    return this.performance(this.load, this.agents);
  }
}

/**
 * The least agents of a small centre for the share answered in time alone, by one step up or down from the guess after
 * another, U(n) = 1/B(n, a) by its recurrence. Null for other goals and larger centres.
 */
export function leastInSmallCentre(
  load: StaffingLoad,
  goal: ServiceGoal,
  performance: (load: StaffingLoad, agents: number) => SteadyState,
): LeastAgents | null {
  const { patienceSeconds = Infinity, averageHandleSeconds } = load;
  const a = loadErlangs(load);
  const perHandle = patienceSeconds / averageHandleSeconds;
  if (!(a > 0 && a * perHandle <= SHORT_SUMS && perHandle <= MOST_PATIENT && isServiceLevelAlone(goal))) return null;
  if (goal.serviceLevelFraction! < LEAST_LEVEL) return null;
  if ((goal.serviceLevelVariant ?? DEFAULT_VARIANT) !== DEFAULT_VARIANT) return null;
  const threshold = goal.answerWithinSeconds! / patienceSeconds;
  const centre = { a, perHandle, threshold, patient: Math.exp(-threshold) };
  const target = goal.serviceLevelFraction! * (1 - TOLERANCE);
  let agents = Math.max(1, likelyAgentsOf(load, goal));
  let e = inverseLossByRecurrence(agents - 1, a);
  if (e === Infinity) return null;
  let meets = answeredInTime(centre, agents, e) >= target;
  let steps = 0;
  if (meets) {
    for (; agents > 1 && steps < MOST_STEPS; steps += 1) {
      const fewer = ((e - 1) * a) / (agents - 1);
      if (answeredInTime(centre, agents - 1, fewer) < target) break;
      agents -= 1;
      e = fewer;
    }
  }
  for (; !meets && steps < MOST_STEPS; steps += 1) {
    e = 1 + (agents / a) * e;
    agents += 1;
    meets = answeredInTime(centre, agents, e) >= target;
  }
  return steps < MOST_STEPS ? new LeastImpatient(agents, load, performance) : null;
}
