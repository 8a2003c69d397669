import { evaluateAgents, requiredAgentCount, requiredAgents, type ServiceGoal, type StaffingLoad } from './index.js';

const load: StaffingLoad = { contacts: 100, intervalSeconds: 1800, averageHandleSeconds: 180, patienceSeconds: 300 };
const goal80in20: ServiceGoal = { serviceLevelFraction: 0.8, answerWithinSeconds: 20 };
const agentsFor = (model: string, goal: ServiceGoal, change: Partial<StaffingLoad> = {}): unknown => {
  const answer = requiredAgents(model, { ...load, ...change }, goal);
  return answer.kind === 'staffed' ? answer.agents : answer.kind === 'goal-unreachable' ? answer.reason : answer.kind;
};

describe('the least agents', () => {
  it('are 14 by Erlang C and 13 by Erlang A for 10 erlangs at 80/20', () => {
    expect(agentsFor('erlang-c', goal80in20)).toBe(14);
    expect(agentsFor('erlang-a', goal80in20)).toBe(13);
  });

  it('meet every goal given, not only the first', () => {
    expect(agentsFor('erlang-c', { ...goal80in20, maxOccupancyFraction: 0.6 })).toBe(17); // 10 / 0.6 = 16.7
    expect(agentsFor('erlang-c', { ...goal80in20, asaSeconds: 1 })).toBe(17);
    expect(agentsFor('erlang-a', { ...goal80in20, maxAbandonmentFraction: 0.01 })).toBe(15);
  });

  it('are the same number where nothing else is asked for, and no number where there is none', () => {
    expect(requiredAgentCount('erlang-c', load, goal80in20)).toBe(14);
    expect(requiredAgentCount('erlang-a', { ...load, contacts: 0 }, goal80in20)).toBe(0);
    expect(requiredAgentCount('erlang-c', load, { asaSeconds: 0 })).toBeNaN();
    expect(() => requiredAgentCount('erlang-c', { ...load, contacts: -1 }, goal80in20)).toThrow(/contacts/);
  });

  it('are the least stable number for a goal of nothing', () => {
    expect(agentsFor('erlang-c', { serviceLevelFraction: 0, answerWithinSeconds: 20 })).toBe(11);
    expect(agentsFor('erlang-a', { serviceLevelFraction: 0, answerWithinSeconds: 20 })).toBe(1);
  });

  it('do not exist for a certainty, which in doubles would seem reached', () => {
    expect(agentsFor('erlang-c', { serviceLevelFraction: 1, answerWithinSeconds: 20 })).toBe('certainty');
    expect(agentsFor('erlang-c', { asaSeconds: 0 })).toBe('certainty');
    expect(agentsFor('erlang-a', { maxAbandonmentFraction: 0 })).toBe('certainty');
    expect(agentsFor('erlang-b', { maxBlockingFraction: 0 })).toBe('certainty');
    expect(agentsFor('erlang-c', { maxOccupancyFraction: 0 })).toBe('certainty');
    expect(agentsFor('erlang-c', { maxOccupancyFraction: 1e-300 })).toBe('certainty');
    // Nobody abandons in Erlang C, so the limit holds by itself.
    expect(agentsFor('erlang-c', { ...goal80in20, maxAbandonmentFraction: 0 })).toBe(14);
  });

  it.each([
    'answered-or-abandoned-of-offered',
    'answered-of-answered',
    'answered-or-abandoned-in-5s-of-offered',
  ] as const)('are not sought for %s alone, which rises when contacts give up', (serviceLevelVariant) => {
    const goal = { ...goal80in20, serviceLevelVariant };
    expect(agentsFor('erlang-a', goal, { patienceSeconds: 10 })).toBe('met-by-abandonment');
    expect(agentsFor('erlang-a', { ...goal, maxAbandonmentFraction: 0.03 })).toBe(13); // 2.5 % at 13
  });

  it('are those of one contact at a time in every model but chat', () => {
    for (const model of ['erlang-c', 'erlang-a', 'erlang-b', 'workload']) {
      const goal = { ...goal80in20, maxBlockingFraction: 0.01 };
      expect(agentsFor(model, goal, { concurrency: 3 })).toBe(agentsFor(model, goal));
    }
    expect(agentsFor('chat', goal80in20, { concurrency: 3 })).toBeLessThan(agentsFor('chat', goal80in20) as number);
  });

  it('do not exist where even an agent for every line turns too many away', () => {
    expect(agentsFor('erlang-x', { maxBlockingFraction: 0.01 }, { lines: 12 })).toBe('too-few-lines');
    expect(agentsFor('erlang-x', { maxBlockingFraction: 0.01 }, { lines: 18 })).not.toBe('too-few-lines');
    // No limit of lines: nobody is turned away, so a limit of 0 holds by itself.
    expect(agentsFor('erlang-x', { ...goal80in20, maxBlockingFraction: 0 })).toBe(13);
  });

  it('may be evaluated instead: what 14, or too few, give', () => {
    expect(evaluateAgents('erlang-c', load, { agents: 14, goal: goal80in20 })).toMatchObject({
      kind: 'staffed',
      performance: { agents: 14 },
    });
    expect(evaluateAgents('erlang-c', load, { agents: 10 })).toEqual({
      kind: 'unstable-load',
      loadErlangs: 10,
      agents: 10,
    });
    expect(() => evaluateAgents('erlang-c', load, { agents: 10.5 })).toThrow('agents (10.5) must be a whole number');
  });

  it.each([
    [{ contacts: -1 }, goal80in20, 'contacts (-1) must be 0 or more'],
    [{ contacts: Number.NaN }, goal80in20, 'contacts (NaN)'],
    [{ intervalSeconds: 0 }, goal80in20, 'intervalSeconds (0) must be above 0'],
    [{ averageHandleSeconds: -5 }, goal80in20, 'averageHandleSeconds (-5)'],
    [{ contacts: 1e12 }, goal80in20, 'at most 1,000,000 a second'],
    [{ averageHandleSeconds: 1e12 }, goal80in20, 'check the unit of the handle time'],
    [{ patienceSeconds: 0 }, goal80in20, 'patienceSeconds (0)'],
    [{ concurrency: 0.5 }, goal80in20, 'concurrency (0.5)'],
    [{ slowdownFraction: 1.5 }, goal80in20, 'lower the concurrency'],
    [{ lines: 0 }, goal80in20, 'lines (0) must be a whole number'],
    [{ lines: 2.5 }, goal80in20, 'lines (2.5) must be a whole number'],
    [{ redialFraction: 2 }, goal80in20, 'redialFraction (2) must be 0..1'],
    [{}, { serviceLevelFraction: 80, answerWithinSeconds: 20 }, 'serviceLevelFraction (80) must be 0..1'],
    [{}, { serviceLevelFraction: 0.8 }, 'answerWithinSeconds (undefined)'],
    [{}, { maxOccupancyFraction: 85 }, 'occupancy goal (85) must be 0..1'],
    [{}, {}, 'must hold one of service-level, asa'],
  ])('refuse the mistake %j %j', (change, goal, message) => {
    expect(() => requiredAgents('erlang-c', { ...load, ...change }, goal)).toThrow(message);
  });
});
