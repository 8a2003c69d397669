import { PHONE_PLAN, scenarioBase, scenarioQueue } from '../../../../../tests/kit/scenario-base.js';
import { existingGroups, requirementByGroup, sharedLoadOf } from '../../multi-skill/index.js';
import { requirementOf } from '../../staffing/index.js';
import { answerScenario, applyScenario, pooledRequirement, type ScenarioBase } from '../index.js';

const day = (id: string, size: number, given: Parameters<typeof scenarioQueue>[1] = {}) =>
  scenarioQueue(id, { size, days: 1, ...given });
const MAIL = {
  channel: 'mail',
  plan: { modelId: 'deferred', goal: { answerWithinHours: 4, answeredWithinHoursFraction: 1 } },
};
const SETS = [
  { skillIds: ['a'], agents: 6 },
  { skillIds: ['b'], agents: 6 },
  { skillIds: ['a', 'b'], agents: 12 },
];

function baseOf(...queues: Parameters<typeof scenarioBase>[0]): ScenarioBase {
  const base = scenarioBase(queues);
  return { ...base, people: { ...base.people!, skillSets: SETS } };
}

describe('agents shared by skills', () => {
  it('are what the requirement by skills says of the same loads, after the changes too', () => {
    const base = baseOf(day('a', 20), day('b', 12));
    const changed = applyScenario(base, [{ kind: 'volume', factor: 1.2 }]);
    if (changed.kind !== 'applied') throw new Error('the change must be sound');
    const answer = pooledRequirement(changed.base);
    if (answer.kind !== 'pooled') throw new Error('the base must be one of shared agents');
    const { queues } = changed.base;
    const found = requirementByGroup({
      ...{ intervalSeconds: 900, intervalCount: base.grid.count, mix: 'existing' },
      queues: queues.map(({ id, plan, forecast }) => ({
        ...{ id, goal: plan.goal, patienceSeconds: plan.patienceSeconds },
        ...sharedLoadOf(requirementOf(plan, forecast)),
      })),
      groups: existingGroups({
        agents: SETS.flatMap(({ skillIds, agents }) => Array.from({ length: agents }, () => ({ skillIds }))),
        queues: queues.map(({ id }) => ({ queueId: id, skillId: id })),
      }),
    });
    answer.requirement.queues.forEach(({ requiredAgents }, queue) =>
      expect([...requiredAgents]).toEqual([...found.agentsByQueue[queue]!]),
    );
    const { aloneHours, pooledHours } = answer.requirement;
    expect(pooledHours).toBeLessThan(aloneHours);
    expect(pooledHours).toBeGreaterThan(0.5 * aloneHours);
  });

  it('leave out work that shares nobody, and need to know who has which skills', () => {
    const base = baseOf(day('a', 20), day('b', 12, { plan: { ...PHONE_PLAN, modelId: 'chat', concurrency: 3 } }));
    const answer = pooledRequirement(base);
    expect(answer).toMatchObject({ kind: 'pooled', requirement: { apart: ['b'] } });
    expect(pooledRequirement(scenarioBase([day('a', 20)]))).toEqual({ kind: 'no-people' });
    const year = { ...base, grid: { ...base.grid, count: 364 * 96 } };
    expect(pooledRequirement(year)).toEqual({ kind: 'too-long' });
  });
});

describe('work that can wait', () => {
  it('has in a scenario exactly the requirement of the same plan and forecast', () => {
    const mail = scenarioQueue('m', { size: 30, ...MAIL });
    const base = scenarioBase([mail, scenarioQueue('a')]);
    const { requiredAgents } = requirementOf(mail.plan, mail.forecast);
    expect([...answerScenario(base, []).queues[0]!.series.requiredAgents]).toEqual([...requiredAgents]);
    const more = applyScenario(base, [{ kind: 'volume', factor: 1.3, queueIds: ['m'] }]);
    if (more.kind !== 'applied') throw new Error('the change must be sound');
    const changed = answerScenario(base, [{ kind: 'volume', factor: 1.3, queueIds: ['m'] }]).queues[0]!;
    expect([...changed.series.requiredAgents]).toEqual([
      ...requirementOf(mail.plan, more.base.queues[0]!.forecast).requiredAgents,
    ]);
    expect(changed.total.requiredHours).toBeGreaterThan(0);
  });
});
