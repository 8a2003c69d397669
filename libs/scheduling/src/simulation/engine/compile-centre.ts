import { DEFAULT_ANSWER_WITHIN_SECONDS } from '../../staffing/service-goal.js';
import type { AgentGroup, AgentSkill, SimulatedCentre, SimulatedQueue, WorkingSpan } from '../simulated-centre.js';
import type { AgentClass, CompiledCentre, CompiledQueue, Shifts } from './compiled-centre.js';

/** Value of a number given once for all intervals or once each. */
export const inInterval = (values: number | ArrayLike<number> | undefined, interval: number): number =>
  values === undefined ? 0 : typeof values === 'number' ? values : values[interval]!;

/** Agents of a group as times at work: the k-th agent works wherever more than k are at work. */
function membersOf(group: AgentGroup, centre: SimulatedCentre): readonly (readonly WorkingSpan[])[] {
  if (group.members) return group.members;
  const { agents = 0 } = group;
  if (typeof agents === 'number') {
    const always = [{ fromSeconds: Number.NEGATIVE_INFINITY, untilSeconds: Number.POSITIVE_INFINITY }];
    return Array.from({ length: agents }, () => always);
  }
  const most = Array.from(agents).reduce((greatest, count) => Math.max(greatest, count), 0);
  return Array.from({ length: most }, (_, k) => spansAbove(agents, k, centre.intervalSeconds));
}

function spansAbove(agents: ArrayLike<number>, k: number, step: number): WorkingSpan[] {
  const spans: WorkingSpan[] = [];
  let from = -1;
  for (let i = 0; i <= agents.length; i++) {
    const works = i < agents.length && agents[i]! > k;
    if (works && from < 0) from = i;
    if (works || from < 0) continue;
    spans.push({ fromSeconds: from * step, untilSeconds: i * step });
    from = -1;
  }
  return spans;
}

interface Change {
  readonly at: number;
  readonly agent: number;
  readonly classIndex: number;
  readonly shift: number;
}

/** The shifts of all agents, numbered through, with the chance that each is missed. */
class ShiftList {
  readonly absence: number[] = [];
  private readonly known = new Map<string, number>();

  indexOf(agent: number, shift: number, absence: number): number {
    const key = `${agent} ${shift}`;
    const index = this.known.get(key) ?? this.absence.push(absence) - 1;
    this.known.set(key, index);
    return index;
  }
}

/** Classes as they turn up, one for each group and set of queues it is bound to. */
class ClassList {
  readonly classes: AgentClass[] = [];
  private readonly known = new Map<string, number>();

  constructor(
    private readonly centre: SimulatedCentre,
    private readonly queueIndex: ReadonlyMap<string, number>,
  ) {}

  indexOf(group: number, queueIds: readonly string[] | undefined): number {
    const key = JSON.stringify([group, queueIds ? [...queueIds].sort() : null]);
    const found = this.known.get(key);
    if (found !== undefined) return found;
    this.classes.push(this.classOf(group, queueIds));
    this.known.set(key, this.classes.length - 1);
    return this.classes.length - 1;
  }

  private classOf(group: number, queueIds: readonly string[] | undefined): AgentClass {
    const { skills, concurrency = 1, slowdownFraction = 0 } = this.centre.groups[group]!;
    const bound = queueIds ? skills.filter((skill) => queueIds.includes(skill.queueId)) : skills;
    const priorityOf = (skill: AgentSkill) => this.centre.queues[this.queueIndex.get(skill.queueId)!]!.priority ?? 1;
    const ordered = [...bound].sort((a, b) => (a.priority ?? 1) - (b.priority ?? 1) || priorityOf(a) - priorityOf(b));
    const speeds = new Float64Array(this.centre.queues.length).fill(1);
    for (const skill of skills) speeds[this.queueIndex.get(skill.queueId)!] = skill.speedFactor ?? 1;
    return {
      group,
      queues: Int32Array.from(ordered, (skill) => this.queueIndex.get(skill.queueId)!),
      ranks: ranksOf(ordered, (skill) => `${skill.priority ?? 1} ${priorityOf(skill)}`),
      speeds,
      concurrency,
      slowdown: slowdownFraction,
    };
  }
}

/** 0, 0, 1, 2, 2 …: a new rank wherever the key changes. */
function ranksOf<T>(ordered: readonly T[], keyOf: (item: T) => string | number): Int32Array {
  let rank = 0;
  return Int32Array.from(ordered, (item, i) => {
    if (i > 0 && keyOf(item) !== keyOf(ordered[i - 1]!)) rank += 1;
    return rank;
  });
}

/** Beginnings and ends of one agent's time; spans that touch become a change of class in the same shift. */
function changesOf(
  agent: number,
  spans: readonly WorkingSpan[],
  of: { readonly classOf: (span: WorkingSpan) => number; readonly shiftOf: (shift: number) => number },
): Change[] {
  // Who is there when the first interval begins was there before: a warm-up has the staffing of the first interval.
  const ordered = spans
    .filter((span) => span.untilSeconds > 0)
    .map((span) => (span.fromSeconds <= 0 ? { ...span, fromSeconds: Number.NEGATIVE_INFINITY } : span))
    .sort((a, b) => a.fromSeconds - b.fromSeconds);
  let shift = 0;
  return ordered.flatMap((span, i) => {
    const classIndex = of.classOf(span);
    const next = ordered[i + 1];
    const before = ordered[i - 1];
    const touches = before?.untilSeconds === span.fromSeconds;
    if (!touches) shift = of.shiftOf(span.shift ?? 0);
    const goesOn = touches && of.classOf(before!) === classIndex;
    const start = goesOn ? [] : [{ at: span.fromSeconds, agent, classIndex, shift }];
    if (next?.fromSeconds === span.untilSeconds) return start;
    return [...start, { at: span.untilSeconds, agent, classIndex: -1, shift }];
  });
}

function shiftsOf(changes: readonly Change[], absence: readonly number[]): Shifts {
  const ordered = changes
    .filter((change) => change.at < Number.POSITIVE_INFINITY)
    .sort((a, b) => (a.at === b.at ? 0 : a.at - b.at) || Math.sign(b.classIndex + 0.5) - Math.sign(a.classIndex + 0.5));
  return {
    times: Float64Array.from(ordered, (change) => change.at),
    agents: Int32Array.from(ordered, (change) => change.agent),
    classes: Int32Array.from(ordered, (change) => change.classIndex),
    shifts: Int32Array.from(ordered, (change) => change.shift),
    absence: Float64Array.from(absence),
  };
}

function compileQueue(
  queue: SimulatedQueue,
  queueAt: number,
  options: { readonly centre: SimulatedCentre; readonly classes: readonly AgentClass[] },
): CompiledQueue {
  const { centre, classes } = options;
  const able = classes.flatMap((agentClass, index) => {
    if (!agentClass.queues.includes(queueAt)) return [];
    const skill = centre.groups[agentClass.group]!.skills.find(({ queueId }) => queueId === queue.id)!;
    const rank = centre.routing === 'longest-idle' ? 1 : (skill.arrivalPriority ?? skill.priority ?? 1);
    return [{ index, rank }];
  });
  able.sort((a, b) => a.rank - b.rank);
  return {
    id: queue.id,
    rates: Float64Array.from(
      { length: centre.intervalCount },
      (_, interval) => inInterval(queue.contacts, interval) / centre.intervalSeconds,
    ),
    handleTimeFactors: queue.handleTimeFactors ?? null,
    classes: Int32Array.from(able, ({ index }) => index),
    ranks: ranksOf(able, ({ rank }) => rank),
    lines: queue.lines ?? Number.POSITIVE_INFINITY,
    answerWithinSeconds: queue.goal?.answerWithinSeconds ?? DEFAULT_ANSWER_WITHIN_SECONDS,
  };
}

/** The centre in the engine's form. Expects a centre that `checkCentre` has let pass. */
export function compileCentre(centre: SimulatedCentre): CompiledCentre {
  const queueIndex = new Map(centre.queues.map((queue, index) => [queue.id, index]));
  const list = new ClassList(centre, queueIndex);
  const changes: Change[] = [];
  const shiftList = new ShiftList();
  let agentCount = 0;
  centre.groups.forEach((group, groupAt) => {
    // Made even where nobody is at work, so that the group has a place in the results.
    list.indexOf(groupAt, undefined);
    for (const spans of membersOf(group, centre)) {
      const agent = agentCount++;
      const classOf = (span: WorkingSpan) => list.indexOf(groupAt, span.queueIds);
      const shiftOf = (shift: number) => shiftList.indexOf(agent, shift, group.absenceFraction ?? 0);
      changes.push(...changesOf(agent, spans, { classOf, shiftOf }));
    }
  });
  const { classes } = list;
  return {
    intervalSeconds: centre.intervalSeconds,
    intervalCount: centre.intervalCount,
    queues: centre.queues.map((queue, index) => compileQueue(queue, index, { centre, classes })),
    classes,
    agentCount,
    slots: classes.reduce((most, { concurrency }) => Math.max(most, concurrency), 1),
    shifts: shiftsOf(changes, shiftList.absence),
    returnsContacts: centre.whenTimeEnds === 'return-contact',
    servesWaiting: centre.lastAgents !== 'leave',
  };
}
