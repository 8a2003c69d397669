import { performanceOf, requiredAgents, STAFFING_MODELS } from '../index.js';

describe('loads next to nothing', () => {
  it.each(STAFFING_MODELS.map(({ id }) => id))('are staffed by one agent, in no time: %s', (modelId) => {
    for (const contacts of [1e-320, 1e-310, 1e-300, 1e-100, 1e-9])
      for (const averageHandleSeconds of [1e-9, 1, 600]) {
        const load = {
          contacts,
          averageHandleSeconds,
          intervalSeconds: 1800,
          patienceSeconds: 300,
          ...(modelId === 'chat' ? { concurrency: 3, slowdownFraction: 0.2 } : {}),
          ...(modelId === 'erlang-x' ? { lines: 200, redialFraction: 0.3 } : {}),
        };
        const goal = { serviceLevelFraction: 0.8, answerWithinSeconds: 20, asaSeconds: 5, maxOccupancyFraction: 0.5 };
        const answer = requiredAgents(modelId, load, goal);
        expect(answer).toMatchObject({ kind: 'staffed' });
        // A product that underflows to 0 is no load at all.
        if (answer.kind === 'staffed') expect(answer.agents).toBeLessThanOrEqual(1);
      }
  });
});

describe('agents out of all proportion', () => {
  it('are looked at in no time, also where each handles several contacts', () => {
    const load = { contacts: 100, intervalSeconds: 1800, averageHandleSeconds: 180, patienceSeconds: 60 };
    const chat = { ...load, concurrency: 3, slowdownFraction: 0.2 };
    for (const agents of [1e9, 1e12]) {
      const { waitProbability, serviceLevelFraction, concurrency } = performanceOf('chat', chat, agents);
      expect([waitProbability, serviceLevelFraction]).toEqual([0, 1]);
      // Nobody holds more than one: as many contacts in hand as the load has erlangs.
      expect(concurrency!.meanActiveContacts).toBeCloseTo(10, 6);
    }
    const answer = requiredAgents('chat', { ...chat, contacts: 1000 }, { maxOccupancyFraction: 1e-8 });
    expect(answer).toMatchObject({ kind: 'staffed' });
  });
});
