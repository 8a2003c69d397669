import type { MultiSkillCentre, SkillGroup } from '@yotei/scheduling/multi-skill';

/** mulberry32: enough for test instances, and the same on every machine. */
function generator(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 0x1_0000_0000;
  };
}

export interface MultiSkillInstance {
  readonly centre: MultiSkillCentre;
  readonly agents: readonly number[];
}

const GOAL = { serviceLevelFraction: 0.8, answerWithinSeconds: 20 };

function queuesOf(count: number, random: () => number): MultiSkillCentre['queues'] {
  const between = (from: number, to: number): number => from + (to - from) * random();
  const alike = random() < 0.4;
  return Array.from({ length: count }, (_, index) => {
    const averageHandleSeconds = alike ? 240 : between(120, 480);
    return {
      id: `q${index}`,
      goal: GOAL,
      load: {
        contacts: (between(3, 15) * 1800) / averageHandleSeconds,
        intervalSeconds: 1800,
        averageHandleSeconds,
        patienceSeconds: between(90, 400),
      },
    };
  });
}

/** Specialists, neighbours with two skills in any order of priority, perhaps somebody with all. */
function groupsOf(queues: MultiSkillCentre['queues'], random: () => number): SkillGroup[] {
  const count = queues.length;
  const groups: SkillGroup[] = [];
  const fewSpecialists = random() < 0.25;
  queues.forEach(({ id }) => {
    if (!fewSpecialists || random() < 0.5) groups.push({ id: `only ${id}`, skills: [{ queueId: id }] });
  });
  queues.forEach(({ id }, index) => {
    const next = queues[(index + 1) % count]!.id;
    if (random() < 0.25 || (count === 2 && index === 1)) return;
    const first = { queueId: id, priority: random() < 0.3 ? 2 : 1, arrivalPriority: random() < 0.7 ? 2 : 1 };
    groups.push({
      id: `${id} ${next}`,
      skills: [first, { queueId: next, priority: 2, arrivalPriority: random() < 0.5 ? 2 : 3 }],
    });
  });
  if (random() < 0.4) {
    const skills = queues.map(({ id }, index) => ({
      queueId: id,
      priority: random() < 0.5 ? 1 : index + 1,
      arrivalPriority: 4,
    }));
    groups.push({ id: 'everything', skills });
  }
  for (const { id } of queues)
    if (!groups.some(({ skills }) => skills.some(({ queueId }) => queueId === id)))
      groups.push({ id: `only ${id}`, skills: [{ queueId: id }] });
  return groups;
}

/** A centre of 2 to 5 queues and 2 to 11 groups with so many agents that 5 to 50 % of the contacts wait, by its seed. */
export function multiSkillInstance(seed: number): MultiSkillInstance {
  const random = generator(seed * 7919 + 17);
  const queues = queuesOf(2 + Math.floor(random() * 4), random);
  const groups = groupsOf(queues, random);
  const loads = queues.map(({ load }) => (load.contacts * load.averageHandleSeconds) / load.intervalSeconds);
  const servers = queues.map(
    ({ id }) => groups.filter(({ skills }) => skills.some((each) => each.queueId === id)).length,
  );
  const total = loads.reduce((sum, load) => sum + load, 0);
  const all = Math.round(total + (0.1 + 0.9 * random()) * Math.sqrt(total)) + Number(queues.length > 2);
  const agents = groups.map(({ skills }) => {
    const share = skills.reduce((sum, { queueId }) => {
      const queue = queues.findIndex(({ id }) => id === queueId);
      return sum + loads[queue]! / servers[queue]!;
    }, 0);
    return Math.max(1, Math.round((all * share) / total + 1.6 * random() - 0.8));
  });
  return { centre: { queues, groups }, agents };
}

/** Five queues in a ring, a group of specialists for each and one of each two neighbours at 10 % more: 60 erlangs. */
export function ringOfFive(): MultiSkillCentre {
  const shapes = [
    { contacts: 100, averageHandleSeconds: 240, patienceSeconds: 180 },
    { contacts: 80, averageHandleSeconds: 300, patienceSeconds: 180 },
    { contacts: 60, averageHandleSeconds: 360, patienceSeconds: 240 },
    { contacts: 40, averageHandleSeconds: 420, patienceSeconds: 200 },
    { contacts: 30, averageHandleSeconds: 300, patienceSeconds: 120 },
  ];
  const queues = shapes.map((shape, index) => ({
    id: `q${index}`,
    goal: GOAL,
    load: { ...shape, intervalSeconds: 1800 },
  }));
  return {
    queues,
    groups: [
      ...queues.map(({ id }) => ({ id, skills: [{ queueId: id }] })),
      ...queues.map(({ id }, index) => {
        const next = queues[(index + 1) % queues.length]!.id;
        const skills = [id, next].map((queueId) => ({ queueId, arrivalPriority: 2 }));
        return { id: `${id} ${next}`, costPerAgent: 1.1, skills };
      }),
    ],
  };
}
