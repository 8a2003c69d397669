import { MINUTE_MILLIS, type Grid, type Instant, type Interval } from '@yotei/time';
import { contactRuns, groupByAgent, type ActivityType, type Agent, type Shift } from '../roster/index.js';
import type { CoveredQueue, QueueWork, WorkLoad } from '../wellbeing/index.js';

/** Who is first for a queue's hard contacts, for a while. */
export interface HardTurn extends Interval {
  readonly agentId: string;
  readonly queueId: string;
}

/** A roster and what is expected to come in. */
export interface HardWorkInput {
  readonly agents: readonly Pick<Agent, 'id' | 'contractId' | 'skillIds'>[];
  readonly shifts: readonly Shift[];
  readonly activityTypes: readonly ActivityType[];
  /** Every queue on one grid (`coverageOf`). */
  readonly coverage: readonly CoveredQueue[];
  readonly work: readonly QueueWork[];
}

/** A queue of which is known how hard it is, slot by slot. */
export interface HardQueueWork {
  readonly queueId: string;
  readonly skillId: string;
  readonly agents: Float64Array;
  readonly occupancy: Float64Array;
  readonly hardShare: Float64Array;
}

/**
 * Expected minutes with hard contacts by person, slot and queue. Without turns a queue's hard contacts go round evenly, as in
 * {@link plannedLoads}. With turns, contacts known to be hard ring first with those on turn. Each of the k on turn is busy with
 * chance ρ, the queue's occupancy, so one of them is free for a share c = 1 - ρ^k of the contacts, and these they share evenly;
 * the rest goes round the others. Who is on turn gets no less than an even share. That people are busy independently of each other is an approximation (in a pool the
 * numbers busy move together). Nobody gets more hard minutes than busy ones. The queue's sum stays what it was.
 */
export class HardWork {
  readonly grid: Grid;
  readonly queues: readonly HardQueueWork[];
  readonly agents: HardWorkInput['agents'];
  /** Minutes of contact work by agent and slot. */
  private readonly minutes = new Map<string, Float64Array>();
  private readonly queuesOf = new Map<string, readonly number[]>();
  private readonly serving: readonly (readonly string[])[];

  constructor(input: HardWorkInput) {
    this.agents = input.agents;
    this.grid = input.coverage[0]?.grid ?? { startAt: 0, stepMinutes: 15, count: 0 };
    const works = new Map(input.work.map((work) => [work.queueId, work]));
    this.queues = input.coverage.flatMap(({ queueId, skillId, scheduledAgents }): HardQueueWork[] => {
      const work = works.get(queueId);
      if (!work?.hardShare) return [];
      const occupancy = scheduledAgents.map((agents, slot) =>
        agents > 0 ? Math.min(1, (work.erlangs[slot] ?? 0) / agents) : 0,
      );
      return [{ queueId, skillId, agents: scheduledAgents, occupancy, hardShare: work.hardShare }];
    });
    const types = new Map(input.activityTypes.map((type) => [type.id, type]));
    const own = groupByAgent(input.shifts);
    for (const { id, skillIds } of input.agents) {
      this.minutes.set(id, this.minutesOf(own.get(id) ?? [], types));
      this.queuesOf.set(
        id,
        this.queues.flatMap(({ skillId }, queue) => (skillIds.includes(skillId) ? [queue] : [])),
      );
    }
    this.serving = this.queues.map((_, queue) =>
      this.agents.filter(({ id }) => this.queuesOf.get(id)!.includes(queue)).map(({ id }) => id),
    );
  }

  /** People whose skills serve the queue. */
  servingOf(queue: number): readonly string[] {
    return this.serving[queue]!;
  }

  contactMinutes(agentId: string, slot: number): number {
    return this.minutes.get(agentId)?.[slot] ?? 0;
  }

  slotOf(at: Instant): number {
    return Math.round((at - this.grid.startAt) / (this.grid.stepMinutes * MINUTE_MILLIS));
  }

  /** Expected hard minutes of one person in one queue and slot where nobody is on turn. */
  even(agentId: string, queue: number, slot: number): number {
    const minutes = this.contactMinutes(agentId, slot);
    if (minutes === 0) return 0;
    const { agents, occupancy, hardShare } = this.queues[queue]!;
    let all = 0;
    for (const one of this.queuesOf.get(agentId)!) all += this.queues[one]!.agents[slot]!;
    const known = occupancy[slot]! * hardShare[slot]!;
    return all > 0 && known > 0 ? (minutes * agents[slot]! * known) / all : 0;
  }

  /** Hard minutes of everybody in one queue and slot, with these on turn; people without any are left out. */
  withTurns(queue: number, slot: number, onTurn: ReadonlySet<string>): Map<string, number> {
    const found = new Map<string, number>();
    let [sum, others] = [0, 0];
    const first: string[] = [];
    for (const id of this.serving[queue]!) {
      const even = this.even(id, queue, slot);
      if (even === 0) continue;
      found.set(id, even);
      sum += even;
      if (onTurn.has(id)) first.push(id);
      else others += even;
    }
    if (first.length === 0 || others === 0) return found;
    const { occupancy } = this.queues[queue]!;
    const busy = first.reduce((minutes, id) => minutes + this.contactMinutes(id, slot), 0) * occupancy[slot]!;
    const caught = Math.max(sum - others, Math.min(sum * (1 - occupancy[slot]! ** first.length), busy));
    for (const [id, even] of found)
      found.set(id, onTurn.has(id) ? caught / first.length : (even * (sum - caught)) / others);
    return found;
  }

  private minutesOf(shifts: readonly Shift[], types: ReadonlyMap<string, ActivityType>): Float64Array {
    const minutes = new Float64Array(this.grid.count);
    const step = this.grid.stepMinutes * MINUTE_MILLIS;
    for (const shift of shifts)
      for (const { startAt, endAt } of contactRuns(shift, types)) {
        const first = Math.max(0, Math.floor((startAt - this.grid.startAt) / step));
        for (let slot = first; slot < this.grid.count; slot++) {
          const from = this.grid.startAt + slot * step;
          if (from >= endAt) break;
          minutes[slot]! += (Math.min(endAt, from + step) - Math.max(startAt, from)) / MINUTE_MILLIS;
        }
      }
    return minutes;
  }
}

/** On turn by queue and slot: one set a queue and stretch, looked up by both. */
export function turnsBySlot(work: HardWork, turns: readonly HardTurn[]): ReadonlyMap<string, ReadonlySet<string>> {
  const found = new Map<string, Set<string>>();
  const queueOf = new Map(work.queues.map(({ queueId }, queue) => [queueId, queue]));
  for (const { agentId, queueId, startAt, endAt } of turns) {
    const queue = queueOf.get(queueId);
    if (queue === undefined) continue;
    for (let slot = Math.max(0, work.slotOf(startAt)); slot < Math.min(work.grid.count, work.slotOf(endAt)); slot++) {
      const key = `${queue} ${slot}`;
      const set = found.get(key) ?? new Set();
      found.set(key, set.add(agentId));
    }
  }
  return found;
}

const NOBODY: ReadonlySet<string> = new Set();

/** Expected minutes with hard contacts by person and slot, and by person, with the turns; none: shared evenly. */
export function hardMinutesWith(
  work: HardWork,
  turns: readonly HardTurn[],
): { readonly bySlot: ReadonlyMap<string, Float64Array>; readonly total: ReadonlyMap<string, number> } {
  const sets = turnsBySlot(work, turns);
  const bySlot = new Map(work.agents.map(({ id }) => [id, new Float64Array(work.grid.count)]));
  work.queues.forEach((_, queue) => {
    for (let slot = 0; slot < work.grid.count; slot++)
      for (const [id, minutes] of work.withTurns(queue, slot, sets.get(`${queue} ${slot}`) ?? NOBODY))
        bySlot.get(id)![slot]! += minutes;
  });
  const total = new Map([...bySlot].map(([id, minutes]) => [id, minutes.reduce((sum, one) => sum + one, 0)]));
  return { bySlot, total };
}

/** The planned load of a person with the turns in it: the share of hard contacts, and the recovery kept after them, follow them. */
export function loadWithTurns(
  load: WorkLoad,
  of: { readonly even: Float64Array; readonly turned: Float64Array },
): WorkLoad {
  const times = load.hardShare.map((_, slot) => (of.even[slot]! > 0 ? of.turned[slot]! / of.even[slot]! : 1));
  const { hardShare, recoveryShare } = load;
  return {
    ...load,
    hardShare: hardShare.map((share, slot) => share * times[slot]!),
    ...(recoveryShare && { recoveryShare: recoveryShare.map((share, slot) => share * times[slot]!) }),
  };
}
