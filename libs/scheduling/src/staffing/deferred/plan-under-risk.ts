import type { StaffedFor } from '../plan/staffing-plan.js';
import { atLeast } from '../rounding.js';
import { normalQuantile } from '../uncertainty/normal.js';
import { answeredInTime, type AnsweredInTime, type AnswerGoal } from './answered-in-time.js';
import { capacityOf, staffedWork, type DeferredPlan, type OrderedWork } from './plan-deferred.js';
import { UncertainDesk } from './uncertain-desk.js';
import { volumePaths, type UncertainVolume, type VolumePaths } from './uncertain-volume.js';
import type { VolumeSafety } from './volume-safety.js';

/** What of the work's distribution is staffed for, over the intervals `from` to `until` of the work's long grid. */
export interface RiskTask {
  readonly from: number;
  readonly until: number;
  readonly volume: UncertainVolume;
  readonly staffedFor: StaffedFor;
  /** Mean cv of the volume, for the windows of `withSafety`. */
  readonly safety: Omit<VolumeSafety, 'z'>;
}

/** A plan, and how sure it is. */
export interface PlanUnderRisk {
  readonly plan: DeferredPlan;
  readonly desk: UncertainDesk;
  readonly paths: VolumePaths;
  readonly risk: AnsweredInTime;
}

/** The desk of a plan on its own grid, which begins with what the plan leaves to it. */
export function deskOf(plan: DeferredPlan, work: OrderedWork, { from, until }: { from: number; until: number }) {
  const { cohorts, capacity } = plan;
  return new UncertainDesk({ cohorts, capacity, from, until, intervalSeconds: work.input.intervalSeconds });
}

function goalOf({ input }: OrderedWork, volume: UncertainVolume): AnswerGoal {
  return { keptFraction: input.keptFraction ?? 1, dayOf: volume.dayOf, weekOf: volume.weekOf };
}

/** The plan with room for so many standard deviations, over the paths. */
function judged(work: OrderedWork, task: RiskTask, { z, paths }: { z: number; paths: VolumePaths }): PlanUnderRisk {
  const plan = staffedWork(work, z > 0 ? { ...task.safety, z } : undefined);
  const desk = deskOf(plan, work, task);
  return { plan, desk, paths, risk: answeredInTime(desk, plan.capacity, { paths, goal: goalOf(work, task.volume) }) };
}

/** More room than this is for windows that no number of agents saves. */
const MOST_ROOM = 8;
const HALVINGS = 6;

/** The least room for which the plan holds, to a sixty-fourth of the bracket; null when none does. */
function leastRoom(
  start: number,
  judge: (z: number) => PlanUnderRisk,
  holds: (found: PlanUnderRisk) => boolean,
): PlanUnderRisk | null {
  let [low, high] = [0, Math.max(0.25, start)];
  let best = judge(high);
  for (; !holds(best); best = judge(high)) {
    if (high >= MOST_ROOM) return null;
    [low, high] = [high, Math.min(MOST_ROOM, 2 * high)];
  }
  for (let halving = 0; halving < HALVINGS; halving += 1) {
    const middle = (low + high) / 2;
    const found = judge(middle);
    if (holds(found)) [high, best] = [middle, found];
    else low = middle;
  }
  return best;
}

/**
 * The plan for uncertain work. `point`: for its mean. `expected`: with the least room with which the mean share in time
 * over the paths reaches the goal; all contacts for certain are reached by no room, so there the mean is planned for.
 * `chance`: with the least room with which every week of the grid reaches the goal in that share of the paths; where
 * none does (a promise without an opening hour before it), room for that many deviations. Never less than for the mean.
 */
export function planUnderRisk(work: OrderedWork, task: RiskTask): PlanUnderRisk {
  const { staffedFor, volume, from, until } = task;
  const { contacts, keptFraction = 1 } = work.input;
  const paths = volumePaths(Array.prototype.slice.call(contacts, from, until), volume);
  const judge = (z: number): PlanUnderRisk => judged(work, task, { z, paths });
  const forMean = judge(0);
  if (staffedFor.kind === 'point' || (staffedFor.kind === 'expected' && keptFraction >= 1)) return forMean;
  const holds = ({ risk }: PlanUnderRisk): boolean =>
    staffedFor.kind === 'expected'
      ? atLeast(risk.expectedShare, keptFraction)
      : atLeast(risk.leastChance, staffedFor.chanceFraction);
  if (holds(forMean)) return forMean;
  const start = staffedFor.kind === 'chance' ? normalQuantile(staffedFor.chanceFraction) : 0.5;
  return leastRoom(start, judge, holds) ?? (staffedFor.kind === 'chance' ? judge(Math.max(0, start)) : forMean);
}

/** What the plan would give with so many agents more at all its open hours, or fewer. */
export interface DeferredEffect {
  readonly more: number;
  /** Share in time of the contacts of the grid, were they as forecast. */
  readonly inTimeFraction: number;
  /** Handling time / time of the agents, over the grid's open hours. */
  readonly occupancyFraction: number;
  /** See {@link AnsweredInTime}; NaN where nothing is known of the spread. */
  readonly expectedShare: number;
  /** Of each week of the grid, in order; empty where nothing is known of the spread. */
  readonly weekChances: readonly number[];
}

const sum = (values: Float64Array): number => values.reduce((total, value) => total + value, 0);

/** One {@link DeferredEffect} for each number of agents more. Agents do not fall below none. */
export function deferredEffects(
  work: OrderedWork,
  { plan, desk, uncertain }: { plan: DeferredPlan; desk: UncertainDesk; uncertain: PlanUnderRisk | null },
  { from, until, mores, volume }: { from: number; until: number; mores: readonly number[]; volume?: UncertainVolume },
): readonly DeferredEffect[] {
  const { maxOccupancyFraction: share = 1, freeAgents, open } = work.input;
  // Of the plan as it is: what more or fewer agents do is done at another time, not more or less of it.
  const ownWork = plan.workOff.doneWork.map((done, index) => Math.max(0, done - (freeAgents?.[index] ?? 0)));
  return mores.map((more) => {
    const agents = plan.requiredAgents.map((count, index) =>
      index >= from && index < until && open[index] ? Math.max(0, count + more) : count,
    );
    const capacity = capacityOf(work, agents);
    const asForecast = desk.run(capacity);
    const risk =
      uncertain && volume
        ? answeredInTime(desk, capacity, { paths: uncertain.paths, goal: goalOf(work, volume) })
        : null;
    const judgedContacts = sum(asForecast.judged);
    const time = sum(agents.subarray(from, until));
    return {
      more,
      inTimeFraction: judgedContacts > 0 ? sum(asForecast.inTime) / judgedContacts : 1,
      occupancyFraction: time > 0 ? Math.min(share, sum(ownWork.subarray(from, until)) / time) : Number.NaN,
      expectedShare: risk?.expectedShare ?? Number.NaN,
      weekChances: risk ? [...risk.chanceOfWeek] : [],
    };
  });
}
