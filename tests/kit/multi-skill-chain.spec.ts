import { staffingModel } from '@yotei/scheduling/staffing';
import { exactMultiSkill } from './multi-skill-chain.js';

describe('the exact multi-skill chain', () => {
  it('is Erlang A for one queue and one group', () => {
    const exact = exactMultiSkill(
      [{ rate: 40 / 1800, handleSeconds: 180, patienceSeconds: 180, route: [0] }],
      [{ agents: 5, takes: [0] }],
      60,
    );
    const load = { contacts: 40, intervalSeconds: 1800, averageHandleSeconds: 180, patienceSeconds: 180 };
    const erlang = staffingModel('erlang-a').performance(load, 5);
    expect(exact.pWait[0]).toBeCloseTo(erlang.waitProbability, 10);
    expect(exact.pAbandon[0]).toBeCloseTo(erlang.abandonmentFraction, 10);
    expect(exact.occupancy[0]).toBeCloseTo(erlang.occupancyFraction, 10);
  });
});
