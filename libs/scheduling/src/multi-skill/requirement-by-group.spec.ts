import { mixedProblem, mixedQueues } from '../../../../tests/kit/mixed-skill-centre.js';
import { requiredAgents } from '../staffing/index.js';
import {
  approximateCentre,
  existingGroups,
  requirementByGroup,
  verifyRequirementByGroup,
  type QueueSeries,
  type RequirementByGroupInput,
} from './index.js';

/** The mixed centre of the test kit: three queues, 30 agents, one day of quarter-hours. */
function inputOf(changes: Partial<RequirementByGroupInput> = {}): RequirementByGroupInput {
  const queues = mixedQueues();
  const groups = existingGroups({
    agents: mixedProblem().agents,
    queues: queues.map(({ id }) => ({ queueId: id, skillId: id })),
  });
  return { intervalSeconds: 900, intervalCount: 96, queues, groups, mix: 'existing', ...changes };
}

const total = (series: readonly ArrayLike<number>[], interval: number): number =>
  series.reduce((sum, values) => sum + values[interval]!, 0);

function separate({ contacts, averageHandleSeconds, patienceSeconds, goal }: QueueSeries, interval: number): number {
  if (!(contacts[interval]! > 0)) return 0;
  const load = {
    contacts: contacts[interval]!,
    intervalSeconds: 900,
    averageHandleSeconds: averageHandleSeconds[interval]!,
    patienceSeconds,
  };
  const answer = requiredAgents('erlang-a', load, goal);
  return answer.kind === 'staffed' ? answer.agents : Number.NaN;
}

describe('a requirement by group over a day', () => {
  const input = inputOf();
  const requirement = requirementByGroup(input);

  it('meets the goals of every interval by the approximation, with the agents there are', () => {
    for (let interval = 32; interval < 80; interval++) {
      expect(requirement.notes[interval]).toBe('');
      for (const levels of requirement.serviceLevel) expect(levels[interval]).toBeGreaterThanOrEqual(0.8 - 1e-9);
      input.groups.forEach(({ mostAgents }, group) =>
        expect(requirement.sizes[group]![interval]).toBeLessThanOrEqual(mostAgents!),
      );
    }
  });

  it('shares the groups over the queues without losing anybody', () => {
    for (let interval = 0; interval < 96; interval++)
      expect(total(requirement.agentsByQueue, interval)).toBeCloseTo(total(requirement.sizes, interval), 9);
  });

  it('needs over a tenth less than each queue for itself', () => {
    const hours = (of: (interval: number) => number): number =>
      Array.from({ length: 96 }, (_, interval) => of(interval)).reduce((sum, agents) => sum + agents / 4, 0);
    const alone = hours((interval) => input.queues.reduce((sum, queue) => sum + separate(queue, interval), 0));
    const together = hours((interval) => total(requirement.sizes, interval));
    // 191.5 against 169.75 agent-hours
    expect(alone / together).toBeGreaterThan(1.1);
  });

  it('needs nobody while closed, and the same for the same load', () => {
    expect(requirement.notes[0]).toBe('closed');
    expect(total(requirement.sizes, 0)).toBe(0);
    const twice = input.queues.map((queue) => ({
      ...queue,
      contacts: [queue.contacts[40]!, queue.contacts[41]!, queue.contacts[40]!],
    }));
    const again = requirementByGroup(inputOf({ queues: twice, intervalCount: 3 }));
    expect(again.sizes.map((sizes) => sizes[2])).toEqual(again.sizes.map((sizes) => sizes[0]));
  });

  it('chooses skill sets freely when asked for the least cost', () => {
    const few = {
      intervalCount: 2,
      queues: input.queues.map((q) => ({ ...q, contacts: [q.contacts[42]!, q.contacts[43]!] })),
    };
    const priced = input.groups.map((group) => ({ ...group, costPerAgent: group.skills.length > 1 ? 1.2 : 1 }));
    const free = requirementByGroup(inputOf({ ...few, groups: priced, mix: 'least-cost' }));
    expect(free.notes).toEqual(['', '']);
    const cost = (sizes: readonly Int32Array[]): number =>
      sizes.reduce((sum, each, group) => sum + each[0]! * (priced[group]!.costPerAgent ?? 1), 0);
    expect(cost(free.sizes)).toBeLessThanOrEqual(cost(requirementByGroup(inputOf({ ...few, groups: priced })).sizes));
  });

  it('says where the agents there are do not suffice', () => {
    const busy = input.queues.map((queue) => ({ ...queue, contacts: [300] }));
    expect(requirementByGroup(inputOf({ queues: busy, intervalCount: 1 })).notes).toEqual(['out-of-reach']);
  });

  it('holds when the whole day is simulated, after correcting the intervals that miss', () => {
    const verified = verifyRequirementByGroup(input, { replications: 60, seed: 2 });
    expect(verified.holds).toBe(true);
    expect(verified.missed).toEqual([]);
    for (const { value, standardError } of verified.goals)
      expect(value - 2 * standardError).toBeGreaterThanOrEqual(0.8);
    expect(verified.rounds).toBeLessThanOrEqual(4);
  });

  it('is the approximation of each interval alone', () => {
    const sizes = requirement.sizes.map((each) => each[50]!);
    const centre = {
      groups: input.groups,
      queues: input.queues.map(({ id, contacts, averageHandleSeconds, patienceSeconds, goal }) => ({
        id,
        goal,
        load: {
          contacts: contacts[50]!,
          intervalSeconds: 900,
          averageHandleSeconds: averageHandleSeconds[50]!,
          patienceSeconds,
        },
      })),
    };
    approximateCentre(centre, sizes).queues.forEach((state, queue) =>
      expect(state.serviceLevelFraction(20, 'answered-of-offered')).toBe(requirement.serviceLevel[queue]![50]),
    );
  });
});
