import { problemOf, shiftOf } from '../../../../tests/kit/roster-builder.js';
import { coverageOf } from '../evaluation/index.js';
import { coverageGrid } from '../roster/index.js';
import { plannedLoads } from './index.js';

const people = ['amy', 'ben', 'cho'];
const base = problemOf();
const grid = coverageGrid(base);
const line = (value: number) => new Float64Array(grid.count).fill(value);
const problem = problemOf({
  agents: people.map((id) => ({
    ...base.agents[0]!,
    id,
    skillIds: id === 'cho' ? ['voice', 'chat'] : ['voice'],
  })),
  demand: [
    { queueId: 'calls', skillId: 'voice', grid, agentsToRoster: [...line(2)] },
    { queueId: 'chats', skillId: 'chat', grid, agentsToRoster: [...line(1)] },
  ],
});
const roster = { shifts: people.map((agentId) => shiftOf('Mon 09:00-12:00', { agentId })) };
const coverage = coverageOf(problem, roster);
const nine = 9 * 4;
const work = [
  { queueId: 'calls', erlangs: line(1.6), handleSeconds: line(300), hardShare: line(0.25) },
  { queueId: 'chats', erlangs: line(0.5), handleSeconds: line(400), hardShare: line(0) },
];

describe('how busy a roster makes people', () => {
  it('is offered work over the agents on it, by skill set', () => {
    const load = plannedLoads(coverage, work);
    expect(load(['voice']).occupancy[nine]).toBeCloseTo(0.8, 12);
    expect(load(['chat']).occupancy[nine]).toBeCloseTo(0.5, 12);
    // Two on calls at 80 %, one on chats at 50 %.
    expect(load(['voice', 'chat']).occupancy[nine]).toBeCloseTo(2.1 / 3, 12);
    expect(load(['voice', 'chat']).handleSeconds[nine]).toBeCloseTo(2.1 / (1.6 / 300 + 0.5 / 400), 9);
    expect(load(['voice', 'chat']).hardShare[nine]).toBeCloseTo((1.6 * 0.25) / 2.1, 12);
    expect(load(['voice'])).toBe(load(['voice', 'other']));
    expect(load(['voice']).recoveryShare![nine]).toBe(0);
    const recovering = plannedLoads(coverage, [{ ...work[0]!, recoveryMinutes: 4 }, work[1]!]);
    // A quarter of the handling is hard; each contact of 300 s is followed by 240 s.
    expect(recovering(['voice']).recoveryShare![nine]).toBeCloseTo(0.25 * 0.8, 12);
  });

  it('is unknown where nobody works, full where work is too much, and higher when some will not come', () => {
    const load = plannedLoads(coverage, work, { presentShare: 0.9 })(['voice']);
    expect(load.occupancy[0]).toBeNaN();
    expect(load.occupancy[nine]).toBeCloseTo(0.8 / 0.9, 12);
    const flooded = [{ ...work[0]!, erlangs: line(7) }];
    expect(plannedLoads(coverage, flooded)(['voice']).occupancy[nine]).toBe(1);
  });

  it('does not guess how hard a queue is', () => {
    const { hardShare: _, ...plain } = work[1]!;
    expect(plannedLoads(coverage, [work[0]!, plain])(['voice', 'chat']).hardShare[nine]).toBeNaN();
  });

  it('refuses a share of nobody', () => {
    expect(() => plannedLoads(coverage, work, { presentShare: 0 })).toThrow(/must be above 0/);
  });
});
