import { requiredAgents, STAFFING_MODELS } from '../index.js';

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
