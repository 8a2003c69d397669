import { checkLoad } from '../staffing/load.js';
import type { MultiSkillCentre } from './multi-skill-centre.js';

/** A centre in index form, checked once: queues and groups are places in these arrays. */
export interface CentreFrame {
  readonly queueCount: number;
  readonly groupCount: number;
  /** Contacts per second of each queue. */
  readonly arrivalRate: Float64Array;
  readonly handleSeconds: Float64Array;
  /** Infinity where nobody leaves. */
  readonly patienceSeconds: Float64Array;
  /** Groups of each queue in the order an arrival tries them. */
  readonly route: readonly (readonly number[])[];
  /** Queues of each group. */
  readonly queuesOf: readonly (readonly number[])[];
  /** Order in which a free agent takes, at `group * queueCount + queue`; 0 where the group does not serve the queue. */
  readonly priority: Int32Array;
  /** Order in which an arrival tries groups, at the same place. */
  readonly arrivalPriority: Int32Array;
  readonly cost: Float64Array;
  readonly most: Float64Array;
}

function must(holds: boolean, name: string, value: unknown, rest: string): void {
  if (!holds) throw new RangeError(`${name} (${String(value)}) must ${rest}`);
}

function distinct(kind: string, ids: readonly string[]): void {
  const twice = ids.find((id, index) => ids.indexOf(id) !== index);
  must(twice === undefined, `${kind} id`, twice, 'stand there once; give each its own');
}

function checkCentre({ queues, groups }: MultiSkillCentre): void {
  must(queues.length > 0, 'queues', 'none', 'hold at least one queue');
  distinct(
    'queue',
    queues.map(({ id }) => id),
  );
  distinct(
    'group',
    groups.map(({ id }) => id),
  );
  for (const { load } of queues) {
    checkLoad(load);
    must((load.concurrency ?? 1) === 1, 'concurrency', load.concurrency, 'be 1; staff chat queues on their own');
    must(load.lines === undefined, 'lines', load.lines, 'be left out; finite lines are staffed queue by queue');
  }
  const known = new Set(queues.map(({ id }) => id));
  for (const { id, skills, costPerAgent = 1, mostAgents = Infinity } of groups) {
    must(costPerAgent > 0 && Number.isFinite(costPerAgent), `costPerAgent of ${id}`, costPerAgent, 'be above 0');
    must(mostAgents >= 0, `mostAgents of ${id}`, mostAgents, 'be 0 or more');
    distinct(
      `skill of ${id}: queue`,
      skills.map(({ queueId }) => queueId),
    );
    for (const { queueId, priority = 1, arrivalPriority = priority } of skills) {
      must(known.has(queueId), `skill of ${id}`, queueId, 'be one of the queues');
      for (const value of [priority, arrivalPriority])
        must(Number.isInteger(value) && value >= 1, `priority of ${id}`, value, 'be a whole number from 1');
    }
  }
}

/** The centre in index form. Throws for mistakes (unknown queue, same id twice, negative load, priority below 1). */
export function centreFrame(centre: MultiSkillCentre): CentreFrame {
  checkCentre(centre);
  const { queues, groups } = centre;
  const place = new Map(queues.map(({ id }, index) => [id, index]));
  const priority = new Int32Array(groups.length * queues.length);
  const arrivalPriority = new Int32Array(groups.length * queues.length);
  groups.forEach(({ skills }, group) => {
    for (const skill of skills) {
      const at = group * queues.length + place.get(skill.queueId)!;
      priority[at] = skill.priority ?? 1;
      arrivalPriority[at] = skill.arrivalPriority ?? priority[at]!;
    }
  });
  const of = (group: number, queue: number): number => arrivalPriority[group * queues.length + queue]!;
  const all = groups.map((_, group) => group);
  return {
    queueCount: queues.length,
    groupCount: groups.length,
    arrivalRate: Float64Array.from(queues, ({ load }) => load.contacts / load.intervalSeconds),
    handleSeconds: Float64Array.from(queues, ({ load }) => load.averageHandleSeconds),
    patienceSeconds: Float64Array.from(queues, ({ load }) => load.patienceSeconds ?? Infinity),
    route: queues.map((_, queue) =>
      all.filter((group) => of(group, queue) > 0).sort((a, b) => of(a, queue) - of(b, queue) || a - b),
    ),
    queuesOf: all.map((group) => queues.flatMap((_, queue) => (of(group, queue) > 0 ? [queue] : []))),
    priority,
    arrivalPriority,
    cost: Float64Array.from(groups, ({ costPerAgent }) => costPerAgent ?? 1),
    most: Float64Array.from(groups, ({ mostAgents }) => Math.floor(mostAgents ?? Infinity)),
  };
}
