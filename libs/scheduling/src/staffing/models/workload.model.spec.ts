import { performanceOf, requiredAgents } from '../index.js';
import { workloadModel } from './workload.model.js';

/** 60 e-mails of 8 minutes in an hour: 60 x 480 / 3600 = 8 erlangs. */
const load = { contacts: 60, intervalSeconds: 3600, averageHandleSeconds: 480 };

describe('workload', () => {
  it('needs the load over the greatest occupancy, rounded up', () => {
    expect(requiredAgents('workload', load, { maxOccupancyFraction: 0.8 })).toMatchObject({ agents: 10 }); // 8 / 0.8
    expect(requiredAgents('workload', load, { maxOccupancyFraction: 0.9 })).toMatchObject({ agents: 9 }); // 8 / 0.9 = 8.9
    expect(requiredAgents('workload', load, {})).toMatchObject({ agents: 8 });
  });

  it('does not look at a service level, which it cannot know', () => {
    expect(workloadModel.judges).toEqual(['occupancy']);
    expect(requiredAgents('workload', load, { serviceLevelFraction: 0.9, answerWithinSeconds: 20 })).toMatchObject({
      agents: 8,
    });
    expect(performanceOf('workload', load, 8).serviceLevelFraction).toBeNaN();
  });

  it('says that work piles up with fewer hands', () => {
    expect(performanceOf('workload', load, 7)).toMatchObject({ stable: false, occupancyFraction: 1 });
  });
});
