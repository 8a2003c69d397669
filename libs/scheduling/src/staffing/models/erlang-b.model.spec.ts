import { performanceOf, requiredAgents } from '../index.js';
import { erlangBModel } from './erlang-b.model.js';

const erlangs = (load: number) => ({ contacts: load, intervalSeconds: 60, averageHandleSeconds: 60 });

describe('erlang-b', () => {
  it.each([
    [5, 10, 0.018384570336648],
    [20, 10, 0.537963168632073],
  ])('blocks %d erlangs on %d lines as published: %d', (load, lines, blocked) => {
    expect(erlangBModel.performance(erlangs(load), lines).blockingFraction).toBeCloseTo(blocked, 14);
  });

  it.each([
    [5, 11],
    [10, 18],
    [708, 736],
  ])('needs for %d erlangs at 1 %% the published %d lines', (load, lines) => {
    expect(requiredAgents('erlang-b', erlangs(load), { maxBlockingFraction: 0.01 })).toMatchObject({
      kind: 'staffed',
      agents: lines,
    });
  });

  it('counts a blocked contact as not answered', () => {
    const performance = performanceOf('erlang-b', erlangs(10), 17);
    expect(performance.serviceLevelFraction).toBe(1 - performance.blockingFraction);
    expect(performance.waitProbability).toBe(0);
  });
});
