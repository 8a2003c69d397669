import type { ServiceGoal } from '../staffing/index.js';
import { bestFromStarts } from './approximate-sizes.js';
import { centreBounds } from './bounds.js';
import { centreFrame } from './centre-frame.js';
import { sizesNear, sizesOfExisting } from './interval-sizes.js';
import type { MultiSkillCentre, SkillGroup } from './multi-skill-centre.js';
import { GroupSearch } from './search/group-search.js';
import { ApproximateJudge, type Judged } from './search/judge.js';
import { startingSizes } from './search/starts.js';

/** A queue over the intervals of a grid. */
export interface QueueSeries {
  readonly id: string;
  /** Contacts of each interval; what is still in hand from before counted in (`loadContacts` of a requirement). NaN = closed. */
  readonly contacts: ArrayLike<number>;
  /** What arrives in each interval, where that is something else: only the simulation asks. NaN = closed. */
  readonly arrivals?: ArrayLike<number>;
  /** NaN only where there are no contacts. */
  readonly averageHandleSeconds: ArrayLike<number>;
  readonly patienceSeconds?: number;
  readonly goal: ServiceGoal;
}

export interface RequirementByGroupInput {
  readonly intervalSeconds: number;
  readonly intervalCount: number;
  readonly queues: readonly QueueSeries[];
  readonly groups: readonly SkillGroup[];
  /**
   * `least-cost`: the skill sets may be chosen freely within `mostAgents`. `existing`: the groups are the agents there are
   * (`mostAgents` each); the mix of every interval stays near theirs, so that they can be rostered to it.
   */
  readonly mix: 'least-cost' | 'existing';
  /** Shifts of the slack of each queue's goals in each interval, from simulation: `[queue][interval]`, default 0. */
  readonly corrections?: readonly ArrayLike<number>[];
}

export type GroupRequirementNote = '' | 'closed' | 'out-of-reach';

/** Agents of each group and, for planners and rosters that think in queues, of each queue. */
export interface RequirementByGroup {
  /** `sizes[group][interval]`, whole agents. */
  readonly sizes: readonly Int32Array[];
  /** `agentsByQueue[queue][interval]`: the groups' agents shared over queues by work; sums to the sizes, with fractions. */
  readonly agentsByQueue: readonly Float64Array[];
  /** Approximated, of the goal's kind and threshold; NaN without contacts. `[queue][interval]`. */
  readonly serviceLevel: readonly Float64Array[];
  readonly occupancy: readonly Float64Array[];
  readonly notes: readonly GroupRequirementNote[];
  /** Group sizes that were judged: what the answer cost. */
  readonly evaluations: number;
}

interface Solved {
  readonly loads: readonly number[];
  readonly judged: Judged;
  readonly corrected: boolean;
}

/** Loads that differ by less, in units of their square root, need the same agents. */
const SAME_LOAD = 1e-6;

class GridRun {
  evaluations = 0;
  private readonly solved: Solved[] = [];

  constructor(private readonly input: RequirementByGroupInput) {}

  /** The centre in one interval; null where no queue is open. */
  private centreAt(interval: number): MultiSkillCentre | null {
    const { queues, groups, intervalSeconds } = this.input;
    if (queues.every(({ contacts }) => Number.isNaN(contacts[interval]!))) return null;
    return {
      groups,
      queues: queues.map(({ id, contacts, averageHandleSeconds, patienceSeconds, goal }) => {
        const count = contacts[interval]! || 0;
        const handle = count > 0 ? averageHandleSeconds[interval]! : 0;
        return {
          id,
          goal,
          load: { contacts: count, intervalSeconds, averageHandleSeconds: handle, patienceSeconds },
        };
      }),
    };
  }

  /** Sizes for one interval; `closed`, or null where the groups do not reach the goals. */
  solve(interval: number): Judged | 'closed' | null {
    const centre = this.centreAt(interval);
    if (!centre) return 'closed';
    const loads = centre.queues.map(({ load }) => (load.contacts * load.averageHandleSeconds) / load.intervalSeconds);
    const corrected = this.input.corrections?.some((shifts) => shifts[interval]! !== 0) ?? false;
    const near = this.nearest(loads);
    if (near && !corrected && !near.solved.corrected && near.distance < SAME_LOAD) return near.solved.judged;
    const judge = new ApproximateJudge(centre);
    if (corrected)
      judge.shift(Float64Array.from(judge.goals, ({ queue }) => this.input.corrections![queue]![interval]!));
    const judged = this.search(centre, judge, near ? scaled(near.solved, loads) : null);
    this.evaluations += judge.evaluations;
    if (judged) this.solved.push({ loads, judged, corrected });
    return judged;
  }

  private search(centre: MultiSkillCentre, judge: ApproximateJudge, near: readonly number[] | null): Judged | null {
    const frame = centreFrame(centre);
    if (judge.goals.length === 0) return judge.judge(new Array<number>(frame.groupCount).fill(0));
    if (this.input.mix === 'existing') {
      const agents = near ? near.reduce((sum, count) => sum + count, 0) : centreBounds(centre).pooledAgents;
      return sizesOfExisting(judge, frame.most, agents);
    }
    const within = near?.map((count, group) => Math.min(count, frame.most[group]!));
    if (within) return sizesNear(frame, judge, within);
    return bestFromStarts(new GroupSearch(frame, judge), startingSizes(centre, frame, centreBounds(centre)));
  }

  /** The interval solved before whose loads are most like these, by their square roots, as safety is. */
  private nearest(loads: readonly number[]): { readonly solved: Solved; readonly distance: number } | null {
    let best: { readonly solved: Solved; readonly distance: number } | null = null;
    for (const solved of this.solved) {
      const distance = loads.reduce((sum, load, i) => sum + Math.abs(Math.sqrt(load) - Math.sqrt(solved.loads[i]!)), 0);
      if (!best || distance < best.distance) best = { solved, distance };
    }
    return best;
  }
}

/** The sizes of a solved interval, scaled to other loads queue by queue. */
function scaled({ loads, judged }: Solved, next: readonly number[]): readonly number[] {
  return judged.sizes.map((agents, group) => {
    const work = judged.state.work.map((row) => row[group]!);
    const all = work.reduce((sum, each) => sum + each, 0);
    if (all === 0) return agents;
    const factor = work.reduce(
      (sum, each, queue) => sum + (loads[queue]! > 0 ? (each * next[queue]!) / loads[queue]! : 0),
      0,
    );
    return Math.max(0, Math.round((agents * factor) / all));
  });
}

/** The agents of each queue: every group's, shared as its work is; a group without work, evenly over its queues. */
export function shareByWork(
  sizes: readonly number[],
  work: readonly (readonly number[])[],
  serves: readonly (readonly number[])[],
): number[] {
  const agents = new Array<number>(work.length).fill(0);
  sizes.forEach((count, group) => {
    const all = work.reduce((sum, row) => sum + row[group]!, 0);
    for (const queue of serves[group]!)
      agents[queue]! += count * (all > 0 ? work[queue]![group]! / all : 1 / serves[group]!.length);
  });
  return agents;
}

/**
 * Group sizes for every interval of a grid, by the approximation: each interval starts from the one before it whose loads
 * are most like its own, so a week of quarter-hours takes seconds. Loads that come again have the same sizes. Closed
 * intervals and those without contacts need nobody. Throws for mistakes in queues, groups and goals.
 */
export function requirementByGroup(input: RequirementByGroupInput): RequirementByGroup {
  const { queues, groups, intervalCount } = input;
  const series = (): Float64Array => new Float64Array(intervalCount).fill(Number.NaN);
  const run = new GridRun(input);
  const result = {
    sizes: groups.map(() => new Int32Array(intervalCount)),
    agentsByQueue: queues.map(() => new Float64Array(intervalCount)),
    serviceLevel: queues.map(series),
    occupancy: queues.map(series),
    notes: [] as GroupRequirementNote[],
  };
  const serves = groups.map(({ skills }) =>
    skills.map(({ queueId }) => queues.findIndex(({ id }) => id === queueId)).filter((queue) => queue >= 0),
  );
  for (let interval = 0; interval < intervalCount; interval++) {
    const solved = run.solve(interval);
    result.notes.push(solved === 'closed' ? 'closed' : solved ? '' : 'out-of-reach');
    if (solved === 'closed' || !solved) continue;
    solved.sizes.forEach((count, group) => (result.sizes[group]![interval] = count));
    shareByWork(solved.sizes, solved.state.work, serves).forEach((count, queue) => {
      result.agentsByQueue[queue]![interval] = count;
    });
    queues.forEach(({ goal, contacts }, queue) => {
      if (!(contacts[interval]! > 0)) return;
      const state = solved.state.queues[queue]!;
      result.serviceLevel[queue]![interval] = state.serviceLevelFraction(
        goal.answerWithinSeconds ?? 20,
        goal.serviceLevelVariant ?? 'answered-of-offered',
      );
      result.occupancy[queue]![interval] = state.occupancyFraction;
    });
  }
  return { ...result, evaluations: run.evaluations };
}
