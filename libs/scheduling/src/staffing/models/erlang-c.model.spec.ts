import { performanceOf } from '../index.js';
import { erlangCModel } from './erlang-c.model.js';

describe('erlang-c', () => {
  const load = { contacts: 100, intervalSeconds: 1800, averageHandleSeconds: 180 };

  it('gives the published figures of 14 agents and 10 erlangs', () => {
    const performance = performanceOf('erlang-c', load, 14, { answerWithinSeconds: 20 });
    expect(performance.serviceLevelFraction).toBeCloseTo(0.888350019179467, 14);
    expect(performance.asaSeconds).toBeCloseTo(7.83593701177726, 13);
    expect(performance.waitProbability).toBeCloseTo(0.17413193359505, 14);
  });

  it('waits 4/9 of the time with 2 erlangs on 3 agents, a textbook exercise', () => {
    const performance = performanceOf('erlang-c', { contacts: 2, intervalSeconds: 1, averageHandleSeconds: 1 }, 3);
    expect(performance.waitProbability).toBeCloseTo(4 / 9, 15);
    expect(performance.meanQueueLength).toBeCloseTo(8 / 9, 15);
  });

  it('serves 0.6 erlangs with one agent: 0.919 within 300 s of 60 s handling', () => {
    // C = 0.6, decay (1 - 0.6) x 300 / 60 = 2: 1 - 0.6 e^-2 = 0.91880
    const small = { contacts: 0.6, intervalSeconds: 60, averageHandleSeconds: 60 };
    expect(performanceOf('erlang-c', small, 1, { answerWithinSeconds: 300 }).serviceLevelFraction).toBeCloseTo(
      1 - 0.6 * Math.exp(-2),
      15,
    );
  });

  it('has no steady state at a load equal to the agents', () => {
    expect(performanceOf('erlang-c', load, 10)).toMatchObject({
      stable: false,
      waitProbability: 1,
      serviceLevelFraction: 0,
      asaSeconds: Infinity,
      occupancyFraction: 1,
    });
  });

  it('multiplies before it divides, so that 13 erlangs are 13', () => {
    // 130 / 1800 x 180 = 12.999999999999998 in doubles, which would call 13 agents enough
    expect(erlangCModel.leastStableAgents({ contacts: 130, intervalSeconds: 1800, averageHandleSeconds: 180 })).toBe(
      14,
    );
  });
});
