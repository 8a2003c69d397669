import { inputOfStored, samePlan } from './stored-plan.js';

const GOAL = { serviceLevelFraction: 0.8, answerWithinSeconds: 20 };

describe('what a stored requirement was computed from', () => {
  it('is read in the form of before as the plan that gives the same figures', () => {
    const before = { modelId: 'erlang-a', goal: GOAL, patienceSeconds: 150, concurrency: 1, shrinkageFraction: 0.06 };
    expect(inputOfStored({ ...before, forecastIds: ['f'], editIds: [] })).toEqual({
      plan: {
        modelId: 'erlang-a',
        goal: GOAL,
        patienceSeconds: 150,
        loadMethod: 'interval',
        staffedFor: { kind: 'point' },
        shrinkage: [{ id: 'unplanned', fraction: 0.06, planned: false }],
      },
      forecastIds: ['f'],
      editIds: [],
    });
  });

  it('is left as it is in the form of today', () => {
    const input = { plan: { modelId: 'workload', goal: {} }, forecastIds: [], editIds: [] };
    expect(inputOfStored(input)).toBe(input);
  });
});

describe('two plans', () => {
  it('are the same whatever the order of their fields', () => {
    const a = { modelId: 'chat', goal: GOAL, concurrency: 2, lines: undefined };
    const b = { concurrency: 2, goal: { answerWithinSeconds: 20, serviceLevelFraction: 0.8 }, modelId: 'chat' };
    expect(samePlan(a, b)).toBe(true);
    expect(samePlan(a, { ...b, concurrency: 3 })).toBe(false);
    const [late, sick] = ['late', 'sick'].map((id) => ({ id, fraction: 0.1, planned: false })) as [never, never];
    expect(samePlan({ ...a, shrinkage: [late, sick] }, { ...a, shrinkage: [sick, late] })).toBe(false);
  });
});
