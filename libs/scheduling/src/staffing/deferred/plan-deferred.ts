import { capacityProfile, onWholeGrid, type CapacityProfile } from './capacity-profile.js';
import { deferredCohorts } from './deferred-cohorts.js';
import type { AnswerPromise, DeferredCohort, DeferredWork } from './deferred-work.js';
import { intervalsIn, OpeningClock } from './opening-clock.js';
import { judgedAndUnkeepable, withLateShare } from './set-aside.js';
import { withSafety, type VolumeSafety } from './volume-safety.js';
import { wholeAgents, wholeAgentsInHours } from './whole-agents.js';
import { workOff, type WorkOff } from './work-off.js';

export interface DeferredPlanInput extends DeferredWork {
  /** Share of the contacts whose promise must be kept, 0..1; default 1. See `withLateShare`. */
  readonly keptFraction?: number;
  /** Share of the agents' time that work may fill, above 0 and at most 1; default 1. 0.9 to 0.95 is usual. */
  readonly maxOccupancyFraction?: number;
  /** Agents of each interval that cost nothing, such as the idle time of inbound agents; used first. */
  readonly freeAgents?: ArrayLike<number>;
  readonly safety?: VolumeSafety;
}

export interface DeferredPlan {
  /** The least number of agents that suffices when the same number works in all open intervals. Fractions allowed. */
  readonly levelAgents: number;
  /** Agents of each interval, fractions allowed: lowest peak and least cost; 0 where closed. */
  readonly profileAgents: Float64Array;
  /** The same in whole agents. */
  readonly requiredAgents: Float64Array;
  /** Handling time of each interval / time of the required agents; NaN where there are none. */
  readonly occupancy: Float64Array;
  /** Agent-intervals of handling the required and the free agents can do in each interval. */
  readonly capacity: Float64Array;
  /** What the required agents (and the free ones) make of the work. Work in agent-intervals of handling. */
  readonly workOff: WorkOff;
  readonly cohorts: readonly DeferredCohort[];
  readonly promise: AnswerPromise;
  readonly clock: OpeningClock;
  /** 1 where the promise of contacts that arrive in the interval cannot be kept: no opening hour lies before it. */
  readonly unkeepable: Uint8Array;
  /** Whether the share of promises asked for can be kept at all. */
  readonly reachable: boolean;
}

function checkOccupancy(fraction: number): void {
  if (!(fraction > 0 && fraction <= 1)) {
    throw new RangeError(`maxOccupancyFraction (${fraction}) must be above 0 and at most 1; 90 % is 0.9`);
  }
}

function scaled(cohorts: readonly DeferredCohort[], factor: number): readonly DeferredCohort[] {
  return factor === 1 ? cohorts : cohorts.map((cohort) => ({ ...cohort, work: cohort.work * factor }));
}

function occupancyOf(series: WorkOff, requiredAgents: Float64Array, freeAgents?: ArrayLike<number>): Float64Array {
  return requiredAgents.map((agents, index) => {
    const own = Math.max(0, series.doneWork[index]! - (freeAgents?.[index] ?? 0));
    return agents > 0 ? own / agents : Number.NaN;
  });
}

function unkeepableMask(cohorts: readonly DeferredCohort[], count: number): Uint8Array {
  const mask = new Uint8Array(count);
  for (const { ofBacklog, arrivedAt, promisedBy, dueBy } of cohorts) {
    if (!ofBacklog && dueBy > promisedBy) mask[arrivedAt] = 1;
  }
  return mask;
}

/** The work of a plan put in order: all that does not depend on how much room for chance is left. */
export interface OrderedWork {
  readonly input: DeferredPlanInput;
  readonly clock: OpeningClock;
  /** In planning time: an agent busy for nine tenths of the time takes that much longer. */
  readonly arriving: readonly DeferredCohort[];
  /** The same with what may be late set aside. */
  readonly planned: readonly DeferredCohort[];
  /** The least agents for the mean of the work. */
  readonly profile: CapacityProfile;
}

/** Puts the work in the order in which it is to be done. Throws for what {@link planDeferred} throws for. */
export function orderedWork(input: DeferredPlanInput): OrderedWork {
  const { intervalSeconds, keptFraction = 1, maxOccupancyFraction: share = 1 } = input;
  checkOccupancy(share);
  const clock = new OpeningClock(input.open);
  const clear = input.end === 'clear';
  const arriving = scaled(deferredCohorts(input, clock), 1 / share);
  const freeAgents = input.freeAgents && Float64Array.from(input.freeAgents, (agents) => agents / share);
  const anew = intervalsIn(input.promise.withinHours, intervalSeconds);
  const dueAfter = (boundary: number): number => {
    const due = clock.after(boundary, anew, input.promise.clock);
    return clear ? Math.min(due, clock.count) : due;
  };
  const planned = withLateShare(arriving, { clock, freeAgents, keptFraction, dueAfter, clear });
  return { input, clock, arriving, planned, profile: capacityProfile(planned, clock, freeAgents) };
}

/** Agent-intervals of handling that so many agents and the free ones can do in each interval; none where closed. */
export function capacityOf({ input }: OrderedWork, agents: ArrayLike<number>): Float64Array {
  const { maxOccupancyFraction: share = 1, freeAgents, open } = input;
  return Float64Array.from(agents, (count, index) => (open[index] ? count * share + (freeAgents?.[index] ?? 0) : 0));
}

/** The agents for ordered work with so much room for chance, and what they make of it. */
export function staffedWork(work: OrderedWork, safety: VolumeSafety | undefined): DeferredPlan {
  const { input, clock, arriving, planned, profile } = work;
  const { intervalSeconds, keptFraction = 1, maxOccupancyFraction: share = 1 } = input;
  const agents = safety ? withSafety(profile, planned, { clock, intervalSeconds, safety }) : profile.agents;
  const whole =
    safety && safety.z > 0
      ? wholeAgentsInHours(agents, clock, intervalSeconds)
      : wholeAgents(profile, clock, intervalSeconds);
  const requiredAgents = onWholeGrid(whole, clock);
  const cohorts = scaled(planned, share);
  const capacity = capacityOf(work, requiredAgents);
  const series = workOff(cohorts, capacity, intervalSeconds);
  const { judged, unkeepable } = judgedAndUnkeepable(arriving);
  return {
    levelAgents: agents.reduce((peak, count) => Math.max(peak, count), 0),
    profileAgents: onWholeGrid(agents, clock),
    requiredAgents,
    occupancy: occupancyOf(series, requiredAgents, input.freeAgents),
    capacity,
    workOff: series,
    cohorts,
    promise: input.promise,
    clock,
    unkeepable: unkeepableMask(arriving, clock.count),
    reachable: unkeepable <= (1 - keptFraction) * judged * (1 + 1e-9),
  };
}

/**
 * The fewest agents by interval that keep the promise for the share of contacts asked for, what they make of the
 * work, and the least level number. Assumes that work comes evenly, may be left and taken up again, and is done
 * earliest due first; waits below an interval are not seen, so promises should be ten handle times or more. Nothing
 * to do needs nobody. Throws for mistakes (series that do not fit, negative values, fractions outside their range).
 */
export function planDeferred(input: DeferredPlanInput): DeferredPlan {
  return staffedWork(orderedWork(input), input.safety);
}
