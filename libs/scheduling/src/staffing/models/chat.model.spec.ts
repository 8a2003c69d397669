import { performanceOf, requiredAgents } from '../index.js';

/** 60 chats of 10 minutes in half an hour: 20 at a time if each were handled alone. */
const load = {
  contacts: 60,
  intervalSeconds: 1800,
  averageHandleSeconds: 600,
  patienceSeconds: 300,
  concurrency: 3,
  slowdownFraction: 0.2,
};
const goal = { serviceLevelFraction: 0.8, answerWithinSeconds: 30 };

describe('chat', () => {
  it('gives the 60-digit figures of 9 agents with 3 chats each', () => {
    const performance = performanceOf('chat', load, 9, goal);
    expect(performance.waitProbability).toBeCloseTo(0.423079410519043, 14);
    expect(performance.serviceLevelFraction).toBeCloseTo(0.660702081362501, 14);
    expect(performance.concurrency!.busyAgentFraction).toBeCloseTo(0.999963513394204, 14);
  });

  it('asks for 11 agents where three slots an agent, each a server of its own, would ask for 13', () => {
    const patient = { ...load, patienceSeconds: Infinity };
    expect(requiredAgents('chat', patient, goal)).toMatchObject({ agents: 11 });
    // 600 x 1.4 / 3: what an agent with three chats seems to need for one.
    expect(requiredAgents('erlang-c', { ...patient, averageHandleSeconds: 280 }, goal)).toMatchObject({ agents: 13 });
    expect(requiredAgents('chat', load, goal)).toMatchObject({ agents: 10 });
  });

  it('tells agents busy, chats per agent and slots used apart', () => {
    const { concurrency } = performanceOf('chat', load, 11);
    expect(concurrency!.meanActiveContacts).toBeCloseTo(25.0897446131894, 12);
    expect(concurrency!.contactsPerAgent).toBeCloseTo(25.0897446131894 / 11, 13);
    expect(concurrency!.slotOccupancyFraction).toBeCloseTo(25.0897446131894 / 33, 13);
    expect(concurrency!.busyAgentFraction).toBeGreaterThan(0.999);
  });

  it('is Erlang A, or Erlang C without a patience, where an agent handles one at a time', () => {
    const single = { ...load, concurrency: 1 };
    const { concurrency: _busy, ...chat } = performanceOf('chat', single, 22);
    const voice = performanceOf('erlang-a', single, 22);
    for (const [measure, value] of Object.entries(voice))
      if (typeof value === 'number') expect(chat[measure as 'agents']).toBeCloseTo(value, 12);
    const { patienceSeconds: _never, ...patient } = single;
    expect(performanceOf('chat', patient, 22).asaSeconds).toBeCloseTo(
      performanceOf('erlang-c', patient, 22).asaSeconds,
      10,
    );
  });

  it('lets every other agent take a third chat where two and a half are allowed', () => {
    const at = (concurrency: number): number => performanceOf('chat', { ...load, concurrency }, 10).waitProbability;
    expect(at(2.5)).toBeLessThan(at(2));
    expect(at(2.5)).toBeGreaterThan(at(3));
  });

  it('has no steady state where full slots do not keep up and nobody leaves', () => {
    // Three chats at once last 600 x 1.4 s: an agent finishes 3 / 840 a second, 9 agents 0.0321, and 0.0333 come.
    const { patienceSeconds: _never, ...patient } = load;
    expect(performanceOf('chat', patient, 9).stable).toBe(false);
    expect(performanceOf('chat', patient, 10).stable).toBe(true);
  });
});
