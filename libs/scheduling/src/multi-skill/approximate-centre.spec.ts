import { exactMultiSkill, type ChainGroup, type ChainQueue } from '../../../../tests/kit/multi-skill-chain.js';
import { requiredAgents, staffingModel, type StaffingLoad } from '../staffing/index.js';
import { ringOfFive } from '../../../../tests/kit/multi-skill-instances.js';
import { approximateCentre, SizeVerifier, type MultiSkillCentre } from './index.js';

const load = (contacts: number, handle: number, patience?: number): StaffingLoad => ({
  contacts,
  intervalSeconds: 1800,
  averageHandleSeconds: handle,
  ...(patience ? { patienceSeconds: patience } : {}),
});
const goal = { serviceLevelFraction: 0.8, answerWithinSeconds: 20 };
const level = (state: { serviceLevelFraction: (t: number, v: 'answered-of-offered') => number }): number =>
  state.serviceLevelFraction(20, 'answered-of-offered');

/** Groups as skills in order: the agent takes them so, and arrivals try them in the order of `arrival`. */
interface Case {
  readonly name: string;
  readonly loads: readonly StaffingLoad[];
  readonly groups: readonly {
    readonly agents: number;
    readonly skills: readonly { readonly queue: number; readonly arrival: number }[];
  }[];
}

function centreOf({ loads, groups }: Case): MultiSkillCentre {
  return {
    queues: loads.map((each, index) => ({ id: `q${index}`, load: each, goal })),
    groups: groups.map(({ skills }, index) => ({
      id: `g${index}`,
      skills: skills.map(({ queue, arrival }, place) => ({
        queueId: `q${queue}`,
        priority: place + 1,
        arrivalPriority: arrival,
      })),
    })),
  };
}

function chainOf({ loads, groups }: Case): { queues: ChainQueue[]; groups: ChainGroup[] } {
  const arrivalOf = (group: number, queue: number): number | undefined =>
    groups[group]!.skills.find((skill) => skill.queue === queue)?.arrival;
  return {
    queues: loads.map((each, queue) => ({
      rate: each.contacts / each.intervalSeconds,
      handleSeconds: each.averageHandleSeconds,
      patienceSeconds: each.patienceSeconds!,
      route: [...groups.keys()]
        .filter((group) => arrivalOf(group, queue) !== undefined)
        .sort((a, b) => arrivalOf(a, queue)! - arrivalOf(b, queue)!),
    })),
    groups: groups.map(({ agents, skills }) => ({ agents, takes: skills.map(({ queue }) => queue) })),
  };
}

const one = (queue: number, arrival = 1) => [{ queue, arrival }];
const both = (first: number, arrivals: readonly [number, number]) => [
  { queue: first, arrival: arrivals[0] },
  { queue: 1 - first, arrival: arrivals[1] },
];
/** The designs of the literature by the letter they look like. */
const CASES: readonly Case[] = [
  {
    name: 'N: a second group helps the first queue after its own',
    loads: [load(30, 200, 150), load(30, 240, 200)],
    groups: [
      { agents: 4, skills: one(0) },
      { agents: 5, skills: both(1, [1, 2]) },
    ],
  },
  {
    name: 'V: one group, the first queue goes first',
    loads: [load(25, 200, 200), load(20, 200, 120)],
    groups: [{ agents: 7, skills: both(0, [1, 1]) }],
  },
  {
    name: 'X: two groups, each with its own queue first',
    loads: [load(30, 180, 150), load(25, 240, 200)],
    groups: [
      { agents: 4, skills: both(0, [1, 2]) },
      { agents: 5, skills: both(1, [1, 2]) },
    ],
  },
  {
    name: 'W: specialists, and a group between them that both reach last',
    loads: [load(25, 200, 180), load(20, 260, 240)],
    groups: [
      { agents: 3, skills: one(0) },
      { agents: 2, skills: both(0, [2, 2]) },
      { agents: 2, skills: one(1) },
    ],
  },
];

describe('the approximation of a multi-skill centre', () => {
  it.each(CASES)('is within 3 points of the exact chain: $name', (each) => {
    const { queues, groups } = chainOf(each);
    const exact = exactMultiSkill(queues, groups, 25);
    const state = approximateCentre(
      centreOf(each),
      each.groups.map(({ agents }) => agents),
    );
    state.queues.forEach((queue, index) => {
      expect(Math.abs(queue.waitProbability - exact.pWait[index]!)).toBeLessThan(0.03);
      expect(Math.abs(queue.abandonmentFraction - exact.pAbandon[index]!)).toBeLessThan(0.02);
    });
    state.groupOccupancy.forEach((occupancy, group) => {
      expect(Math.abs(occupancy - exact.occupancy[group]!)).toBeLessThan(0.03);
    });
  });

  it('is Erlang A where queues share nobody, and Erlang C where nobody leaves', () => {
    const loads = [load(40, 180, 180), load(40, 240)];
    const centre = centreOf({
      name: 'I',
      loads,
      groups: [
        { agents: 5, skills: one(0) },
        { agents: 7, skills: one(1) },
      ],
    });
    const state = approximateCentre(centre, [5, 7]);
    const erlang = [
      staffingModel('erlang-a').performance(loads[0]!, 5),
      staffingModel('erlang-c').performance(loads[1]!, 7),
    ];
    erlang.forEach((exact, queue) => {
      expect(level(state.queues[queue]!)).toBeCloseTo(level(exact), 3);
      expect(state.queues[queue]!.asaSeconds() / exact.asaSeconds()).toBeCloseTo(1, 2);
      expect(state.queues[queue]!.abandonmentFraction).toBeCloseTo(exact.abandonmentFraction, 3);
    });
  });

  it('is within 2 points of one Erlang A on the sum where everybody serves everything alike', () => {
    const centre: MultiSkillCentre = {
      queues: [30, 50, 20].map((contacts, index) => ({ id: `q${index}`, load: load(contacts, 200, 200), goal })),
      groups: [{ id: 'all', skills: ['q0', 'q1', 'q2'].map((queueId) => ({ queueId })) }],
    };
    const pooled = staffingModel('erlang-a').performance(load(100, 200, 200), 12);
    for (const queue of approximateCentre(centre, [12]).queues) {
      expect(Math.abs(queue.waitProbability - pooled.waitProbability)).toBeLessThan(0.02);
      expect(Math.abs(level(queue) - level(pooled))).toBeLessThan(0.02);
    }
  });

  it('settles, near simulation, where a ring of groups with two skills each is all there is', () => {
    const ring = ringOfFive();
    const centre = {
      groups: ring.groups,
      queues: ring.queues.map((each) => ({ ...each, load: { ...each.load, contacts: 3 * each.load.contacts } })),
    };
    const sizes = [0, 0, 0, 0, 0, 31, 31, 30, 30, 30];
    const simulated = new SizeVerifier(centre, { contacts: 150_000, mostContacts: 150_000 }).verify(sizes);
    approximateCentre(centre, sizes).queues.forEach((queue, index) =>
      expect(Math.abs(level(queue) - simulated.goals[index]!.value)).toBeLessThan(0.05),
    );
  });

  it('knows queues without load, without agents, and overloaded ones', () => {
    const centre = centreOf({
      name: 'edges',
      loads: [load(0, 180, 180), load(40, 180, 180), load(40, 180)],
      groups: [
        { agents: 1, skills: one(0) },
        { agents: 0, skills: one(1) },
        { agents: 3, skills: one(2) },
      ],
    });
    const [idle, alone, over] = approximateCentre(centre, [1, 0, 3]).queues;
    expect(level(idle!)).toBe(1);
    expect(alone!.abandonmentFraction).toBe(1);
    expect(level(alone!)).toBe(0);
    // 40 x 180 / 1800 = 4 erlangs on 3 agents, nobody leaves
    expect(over!.stable).toBe(false);
    expect(over!.waitProbability).toBe(1);
  });

  it('refuses what it cannot mean', () => {
    const centre = centreOf({ name: '', loads: [load(10, 180, 180)], groups: [{ agents: 1, skills: one(0) }] });
    expect(() => approximateCentre(centre, [1.5])).toThrow('agents of g0 (1.5) must be a whole number');
    const unknown = { ...centre, groups: [{ id: 'g', skills: [{ queueId: 'mail' }] }] };
    expect(() => approximateCentre(unknown, [1])).toThrow('skill of g (mail) must be one of the queues');
    const twice = { ...centre, groups: [centre.groups[0]!, centre.groups[0]!] };
    expect(() => approximateCentre(twice, [1, 1])).toThrow('group id (g0) must stand there once');
    const chat = { ...centre, queues: [{ id: 'q0', load: { ...load(10, 180), concurrency: 3 }, goal }] };
    expect(() => approximateCentre(chat, [1])).toThrow('concurrency (3) must be 1');
  });

  it('gives the required agents of a queue that is alone', () => {
    const own = load(100, 180, 300);
    const answer = requiredAgents('erlang-a', own, goal);
    const centre = centreOf({ name: '', loads: [own], groups: [{ agents: 13, skills: one(0) }] });
    expect(answer).toMatchObject({ kind: 'staffed', agents: 13 });
    expect(level(approximateCentre(centre, [13]).queues[0]!)).toBeCloseTo(0.8582, 3);
    expect(level(approximateCentre(centre, [12]).queues[0]!)).toBeLessThan(0.8);
  });
});
