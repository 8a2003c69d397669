import { planDeferred } from '../deferred/index.js';
import {
  abandonedOfConnected,
  blendedState,
  freeAgentsOf,
  leastIdleAgents,
  numbersToDial,
  outboundLoadErlangs,
} from './index.js';

const load = { contacts: 100, intervalSeconds: 1800, averageHandleSeconds: 180, patienceSeconds: 300 };
const goal = { serviceLevelFraction: 0.8, answerWithinSeconds: 20 };

describe('keeping idle agents for inbound contacts', () => {
  it('lets the fewest be kept that still reach the goal', () => {
    const answer = leastIdleAgents({ load, agents: 16, otherHandleSeconds: 180, goal });
    expect(answer.kind).toBe('blended');
    if (answer.kind !== 'blended') return;
    const level = (idleAgentsKept: number): number =>
      blendedState({ load, agents: 16, idleAgentsKept, otherHandleSeconds: 180 }).serviceLevelFraction(
        20,
        'answered-of-offered',
      );
    expect(level(answer.idleAgentsKept)).toBeGreaterThanOrEqual(0.8);
    expect(level(answer.idleAgentsKept - 1)).toBeLessThan(0.8);
    // 16 agents, about 10 on inbound contacts; what is left over is idle or on other work.
    const { otherAgents, idleAgents, abandonmentFraction } = answer.state;
    expect(otherAgents + idleAgents + 10 * (1 - abandonmentFraction)).toBeCloseTo(16, 6);
    expect(answer.state.otherContacts).toBeCloseTo(otherAgents * 10, 9);
  });

  it('lends nobody where the goal is out of reach without other work', () => {
    expect(leastIdleAgents({ load, agents: 11, otherHandleSeconds: 180, goal }).kind).toBe('goal-unreachable');
  });

  it('lends everybody where nothing comes in', () => {
    const answer = leastIdleAgents({ load: { ...load, contacts: 0 }, agents: 5, otherHandleSeconds: 600, goal });
    expect(answer).toMatchObject({ kind: 'blended', idleAgentsKept: 0, state: { otherAgents: 5 } });
  });

  it('works without abandonment, and for large desks', () => {
    const patient = { ...load, contacts: 10_000, patienceSeconds: undefined };
    const answer = leastIdleAgents({ load: patient, agents: 1060, otherHandleSeconds: 600, goal });
    expect(answer.kind).toBe('blended');
    if (answer.kind !== 'blended') return;
    // 1,060 agents carry 1,000 erlangs; most of the 60 others do other work.
    expect(answer.state.otherAgents + answer.state.idleAgents).toBeCloseTo(60, 6);
    expect(answer.state.otherAgents).toBeGreaterThan(30);
    expect(blendedState({ load: patient, agents: 1000, idleAgentsKept: 0, otherHandleSeconds: 600 }).stable).toBe(
      false,
    );
  });

  it('keeps nobody idle for work that can be interrupted, all idle time being free', () => {
    const answer = leastIdleAgents({ load, agents: 16, otherHandleSeconds: 600, goal, interruptible: true });
    expect(answer).toMatchObject({ kind: 'blended', idleAgentsKept: 0 });
    const alone = blendedState({ load, agents: 16, idleAgentsKept: 16, otherHandleSeconds: 600 });
    expect(answer.state.otherAgents).toBeCloseTo(alone.idleAgents, 9);
    expect(answer.state.waitProbability).toBeCloseTo(alone.waitProbability, 12);
  });

  it('refuses mistakes and goals it cannot judge', () => {
    expect(() => blendedState({ load, agents: 5, idleAgentsKept: 6, otherHandleSeconds: 60 })).toThrow(
      'idleAgentsKept (6) must be a whole number, 0 to the 5 agents',
    );
    expect(() => blendedState({ load, agents: 5, idleAgentsKept: 0, otherHandleSeconds: 0 })).toThrow(
      'otherHandleSeconds (0) must be above 0',
    );
    expect(() => leastIdleAgents({ load, agents: 5, otherHandleSeconds: 60, goal: { answerWithinHours: 4 } })).toThrow(
      'must hold one of service-level',
    );
  });
});

describe('mail in the idle time of inbound agents', () => {
  it('needs fewer agents of its own', () => {
    const hours = [0, 1, 2, 3, 4, 5, 6, 7];
    const { freeAgents, idleAgentsKept } = freeAgentsOf(
      hours.map((hour) => ({ load: hour === 7 ? null : load, agents: hour === 6 ? 10 : 16 })),
      { goal, otherHandleSeconds: 600 },
    );
    expect(freeAgents[0]).toBeGreaterThan(1);
    // Too few agents for the goal, and closed: nobody is lent.
    expect([freeAgents[6], freeAgents[7]]).toEqual([0, 0]);
    expect(idleAgentsKept[7]).toBeNaN();
    const mail = {
      intervalSeconds: 1800,
      contacts: hours.map(() => 30),
      averageHandleSeconds: hours.map(() => 600),
      open: hours.map(() => true),
      promise: { withinHours: 2 },
      end: 'clear' as const,
    };
    const alone = planDeferred(mail);
    const helped = planDeferred({ ...mail, freeAgents });
    const sum = (values: Float64Array): number => values.reduce((total, agents) => total + agents, 0);
    // 8 × 30 mails of a third of an interval: 80 agent-intervals; what is free is spared.
    expect(sum(alone.profileAgents)).toBeCloseTo(80, 9);
    expect(sum(helped.profileAgents)).toBeCloseTo(80 - sum(freeAgents), 6);
  });
});

describe('outbound calls', () => {
  it('load agents by attempts that connect and attempts that do not', () => {
    const outbound = { attempts: 120, intervalSeconds: 1800, connectFraction: 0.25 };
    // 120 × (0.25 × 240 + 0.75 × 40) / 1800 = 120 × 90 / 1800
    expect(outboundLoadErlangs({ ...outbound, connectHandleSeconds: 240, missHandleSeconds: 40 })).toBe(6);
    expect(() =>
      outboundLoadErlangs({ ...outbound, connectFraction: 25, connectHandleSeconds: 1, missHandleSeconds: 1 }),
    ).toThrow('connectFraction (25) must be 0..1');
  });

  it('are dialled ahead only as far as the limit on abandoned calls allows', () => {
    // One free agent, two numbers, half connect: both do in a quarter of the cases; 0.25 lost of 1 connected.
    expect(abandonedOfConnected(1, 2, 0.5)).toBeCloseTo(0.25, 12);
    expect(abandonedOfConnected(3, 3, 0.5)).toBe(0);
    expect(abandonedOfConnected(1, 4, 1)).toBe(0.75);
    const limit = { maxAbandonedFraction: 0.03, windowDays: 30, source: 'the contract' };
    const dialled = numbersToDial(20, 0.3, limit);
    expect(dialled).toBeGreaterThan(20);
    expect(abandonedOfConnected(20, dialled, 0.3)).toBeLessThanOrEqual(0.03);
    expect(abandonedOfConnected(20, dialled + 1, 0.3)).toBeGreaterThan(0.03);
    expect(numbersToDial(20, 0.3, { ...limit, maxAbandonedFraction: 0 })).toBe(20);
  });
});
