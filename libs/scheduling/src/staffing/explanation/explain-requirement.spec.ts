import { explainRequirement, type ExplainRequirementInput, type ExplanationStep } from '../index.js';

const input: ExplainRequirementInput = {
  modelId: 'erlang-c',
  load: { contacts: 100, intervalSeconds: 1800, averageHandleSeconds: 180, patienceSeconds: 300 },
  goal: { serviceLevelFraction: 0.8, answerWithinSeconds: 20 },
  shrinkageFraction: 0.3,
};
const step = <Id extends ExplanationStep['id']>(
  steps: readonly ExplanationStep[],
  id: Id,
): Extract<ExplanationStep, { id: Id }> =>
  steps.find((each): each is Extract<ExplanationStep, { id: Id }> => each.id === id)!;

describe('why 14 agents?', () => {
  const steps = explainRequirement(input);

  it('goes from contacts to the roster in order', () => {
    expect(steps.map(({ id }) => id)).toEqual([
      'contacts',
      'handle-time',
      'load',
      'model',
      'one-fewer',
      'enough',
      'shrinkage',
      'to-roster',
      'other-model',
    ]);
    expect(step(steps, 'load').loadErlangs).toBe(10);
    expect(step(steps, 'shrinkage').agentsBeforeRounding).toBeCloseTo(20, 12);
    expect(step(steps, 'to-roster').agentsToRoster).toBe(20);
  });

  it('shows what 13 miss and what 14 give', () => {
    const fewer = step(steps, 'one-fewer');
    expect(fewer).toMatchObject({
      agents: 13,
      stable: true,
      goals: [{ measure: 'service-level', target: 0.8, met: false }],
    });
    expect(fewer.goals[0]!.value).toBeCloseTo(0.795594788418, 11);
    expect(step(steps, 'enough')).toMatchObject({ agents: 14, goals: [{ met: true }], performance: { agents: 14 } });
  });

  it('compares the other model at the same agents', () => {
    const other = step(steps, 'other-model');
    expect(other).toMatchObject({ modelId: 'erlang-a', requiredAgents: 13, performance: { agents: 14 } });
    expect(other.performance.serviceLevelFraction).toBeCloseTo(0.91679209, 8);
  });

  it('leaves models out that need a patience nobody knows', () => {
    const { patienceSeconds: _unknown, ...load } = input.load;
    expect(explainRequirement({ ...input, load }).some(({ id }) => id === 'other-model')).toBe(false);
  });

  it('explains deferred work without a goal, which no other model could judge', () => {
    const deferred = explainRequirement({ ...input, modelId: 'workload', goal: {} });
    expect(deferred.map(({ id }) => id)).toEqual([
      'contacts',
      'handle-time',
      'load',
      'model',
      'one-fewer',
      'enough',
      'shrinkage',
      'to-roster',
    ]);
    expect(step(deferred, 'enough').agents).toBe(10);
  });

  it('says that one fewer would be unstable', () => {
    const tight = explainRequirement({ ...input, goal: { serviceLevelFraction: 0, answerWithinSeconds: 20 } });
    expect(step(tight, 'one-fewer')).toMatchObject({ agents: 10, stable: false });
  });

  it('says so when nobody is needed or the goal cannot be reached', () => {
    expect(explainRequirement({ ...input, load: { ...input.load, contacts: 0 } }).map(({ id }) => id)).toContain(
      'no-contacts',
    );
    const certain = explainRequirement({ ...input, goal: { serviceLevelFraction: 1, answerWithinSeconds: 20 } });
    expect(certain.at(-1)).toEqual({ id: 'unreachable', reason: 'certainty' });
  });
});
