import { performanceOf, requiredAgents, SERVICE_LEVEL_VARIANTS } from '../index.js';
import { erlangAModel } from './erlang-a.model.js';

/** 100 contacts of 180 s in half an hour: 10 erlangs. */
const load = { contacts: 100, intervalSeconds: 1800, averageHandleSeconds: 180, patienceSeconds: 300 };

describe('erlang-a', () => {
  it('gives the published figures of 13 agents and 10 erlangs, one for each meaning of service level', () => {
    const state = erlangAModel.performance(load, 13);
    const percent = SERVICE_LEVEL_VARIANTS.slice(0, 4).map((variant) =>
      (100 * state.serviceLevelFraction(20, variant)).toFixed(2),
    );
    expect(percent).toEqual(['85.82', '86.98', '88.01', '86.83']);
    expect((100 * state.abandonmentFraction).toFixed(2)).toBe('2.50');
  });

  it('counts contacts abandoned within 5 s as answered where asked to', () => {
    const state = erlangAModel.performance(load, 13);
    const plain = state.serviceLevelFraction(20, 'answered-of-offered');
    const lenient = state.serviceLevelFraction(20, 'answered-or-abandoned-in-5s-of-offered');
    expect(lenient).toBeGreaterThan(plain);
    expect(lenient).toBeLessThan(state.serviceLevelFraction(20, 'answered-or-abandoned-of-offered'));
  });

  it('answers an overload, where Erlang C has no answer', () => {
    const performance = performanceOf('erlang-a', load, 6);
    expect(performance.stable).toBe(true);
    expect(performance.abandonmentFraction).toBeCloseTo(0.404606906976, 11); // 6 agents for 10 erlangs
    expect(performance.occupancyFraction).toBeCloseTo(0.992321821707, 11);
  });

  it('is Erlang C when patience has no end', () => {
    const patient = { ...load, patienceSeconds: Infinity };
    expect(performanceOf('erlang-a', patient, 14)).toEqual(performanceOf('erlang-c', load, 14));
    expect(requiredAgents('erlang-a', patient, { serviceLevelFraction: 0.8, answerWithinSeconds: 20 })).toMatchObject({
      agents: 14,
    });
  });

  it('comes close to Erlang B when patience is short', () => {
    const impatient = { ...load, patienceSeconds: 1e-3 };
    const blocked = performanceOf('erlang-b', load, 12).blockingFraction;
    expect(performanceOf('erlang-a', impatient, 12).abandonmentFraction).toBeCloseTo(blocked, 5);
  });

  it('loses everybody when nobody answers', () => {
    const performance = performanceOf('erlang-a', load, 0);
    expect(performance).toMatchObject({ abandonmentFraction: 1, serviceLevelFraction: 0, occupancyFraction: 0 });
    expect(performance.meanQueueLength).toBeCloseTo((100 / 1800) * 300, 12);
  });

  it('asks for the patience it needs', () => {
    const { patienceSeconds: _left, ...without } = load;
    expect(() => performanceOf('erlang-a', without, 14)).toThrow('patienceSeconds (undefined) must be given');
  });
});
