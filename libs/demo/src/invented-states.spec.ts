import { inventStates, type PlannedShift } from './invented-states.js';

const START = Date.UTC(2026, 10, 18, 0);
const HOUR = 3_600_000;
const PARTS: readonly [string, number, number][] = [
  ['contact', 0, 2],
  ['break', 2, 2.25],
  ['contact', 2.25, 4],
  ['lunch', 4, 5],
  ['training', 5, 6],
  ['contact', 6, 8],
];
const shiftOf = (agentId: string): PlannedShift => ({
  agentId,
  startAt: START,
  endAt: START + 8 * HOUR,
  activities: PARTS.map(([activityTypeId, from, to]) => ({
    activityTypeId,
    contactWork: activityTypeId === 'contact',
    paid: activityTypeId !== 'lunch',
    startAt: START + from * HOUR,
    endAt: START + to * HOUR,
  })),
});
const shifts = Array.from({ length: 200 }, (_, i) => shiftOf(`agent-${i}`));
const told = inventStates(shifts, 7);
const ofAgent = (id: string) => told.filter(({ agentId }) => agentId === id);

const byAgent = () => {
  const days = new Map<string, (typeof told)[number][]>();
  for (const event of told) days.set(event.agentId, [...(days.get(event.agentId) ?? []), event]);
  return days;
};

describe('an invented day', () => {
  it('is the same for the same seed and agent, whoever else works, and another for another seed', () => {
    const some = shifts.slice(0, 10);
    expect(inventStates(some, 7)).toEqual(inventStates(some, 7));
    expect(inventStates([shiftOf('agent-3')], 7)).toEqual(ofAgent('agent-3'));
    expect(inventStates(some, 8)).not.toEqual(inventStates(some, 7));
  });

  it('is told in order of time, each change at its own moment, and ends offline', () => {
    const inOrder = (events: typeof told) => events.every(({ at }, i) => i === 0 || at >= events[i - 1]!.at);
    const days = [...byAgent().values()];
    expect(inOrder(told)).toBe(true);
    expect(days.every(inOrder)).toBe(true);
    expect(days.every((events) => events.at(-1)!.state === 'offline')).toBe(true);
    expect(days.every((events) => Math.abs(events[0]!.at - START) < HOUR)).toBe(true);
    expect(days.every((events) => Math.abs(events.at(-1)!.at - (START + 8 * HOUR)) < HOUR)).toBe(true);
  });

  it('has absent people, contacts, breaks near their plan and work off the queue', () => {
    const present = new Set(told.map(({ agentId }) => agentId)).size;
    expect(present).toBeGreaterThan(180); // 200 agents, 3 % absent
    expect(present).toBeLessThan(200);
    const states = new Set(told.map(({ state }) => state));
    for (const state of ['available', 'handling', 'after-contact', 'on-break', 'at-lunch', 'in-training', 'away'])
      expect(states).toContain(state);
    const lunches = told.filter(({ state }) => state === 'at-lunch').map(({ at }) => (at - START) / 60_000);
    const mean = lunches.reduce((sum, one) => sum + one, 0) / lunches.length;
    expect(mean).toBeGreaterThan(239);
    expect(mean).toBeLessThan(250);
  });

  it('of nobody is empty', () => expect(inventStates([], 1)).toEqual([]));
});
