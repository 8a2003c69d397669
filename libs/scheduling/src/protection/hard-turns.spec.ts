import { MINUTE_MILLIS, type Grid } from '@yotei/time';
import type { ActivityType, Shift } from '../roster/index.js';
import { plannedLoads } from '../wellbeing/index.js';
import { HardWork, hardMinutesWith, hardTurns, type HardWorkInput } from './index.js';

const START = Date.UTC(2026, 10, 2, 8);
const TYPES: readonly ActivityType[] = [
  { id: 'contact', title: 'Contacts', paid: true, contactWork: true },
  { id: 'break', title: 'Break', paid: true, contactWork: false },
];
const at = (minutes: number): number => START + minutes * MINUTE_MILLIS;

/** Eight hours of contact work a person on one day, two queues: complaints are hard, orders hardly. */
function centre(people: readonly (readonly string[])[]): HardWorkInput {
  const grid: Grid = { startAt: START, stepMinutes: 15, count: 32 };
  const agents = people.map((skillIds, i) => ({ id: `a${i}`, contractId: 'full', skillIds }));
  const shifts = agents.map(({ id: agentId }): Shift => {
    const span = { startAt: at(0), endAt: at(480) };
    return { agentId, templateId: '8h', ...span, activities: [{ activityTypeId: 'contact', ...span }] };
  });
  const queue = (queueId: string, scheduled: number) => ({
    ...{ queueId, skillId: queueId, grid },
    scheduledAgents: new Float64Array(32).fill(scheduled),
  });
  const work = (queueId: string, erlangs: number, hard: number) => ({
    queueId,
    erlangs: new Float64Array(32).fill(erlangs),
    handleSeconds: new Float64Array(32).fill(300),
    hardShare: new Float64Array(32).fill(hard),
  });
  const counts = (skill: string) =>
    people.reduce((sum, skills) => sum + (skills.includes(skill) ? 1 / skills.length : 0), 0);
  return {
    ...{ agents, shifts, activityTypes: TYPES },
    coverage: [queue('complaints', counts('complaints')), queue('orders', counts('orders'))],
    work: [work('complaints', 0.7 * counts('complaints'), 0.3), work('orders', 0.7 * counts('orders'), 0.02)],
  };
}

const BOTH = ['complaints', 'orders'];
const spread = (minutes: ReadonlyMap<string, number>): number => {
  const all = [...minutes.values()];
  const mean = all.reduce((sum, one) => sum + one, 0) / all.length;
  return Math.sqrt(all.reduce((sum, one) => sum + (one - mean) ** 2, 0) / all.length);
};
const sum = (minutes: ReadonlyMap<string, number>): number => [...minutes.values()].reduce((all, one) => all + one, 0);

describe('turns for hard contacts', () => {
  const mixed = centre([['complaints'], ['complaints'], BOTH, BOTH, BOTH, BOTH, BOTH, BOTH]);

  it('without turns are the hard minutes of the planned load', () => {
    const { total } = hardMinutesWith(new HardWork(mixed), []);
    const loadOf = plannedLoads(mixed.coverage, mixed.work);
    for (const { id, skillIds } of mixed.agents) {
      const { occupancy, hardShare } = loadOf(skillIds);
      const planned = occupancy.reduce((minutes, busy, slot) => minutes + 15 * busy * hardShare[slot]!, 0);
      expect(total.get(id)).toBeCloseTo(planned, 9);
    }
  });

  it('take from those whose only queue is the hard one, and nothing is lost', () => {
    const { hardMinutes, evenMinutes } = hardTurns(mixed);
    expect(sum(hardMinutes)).toBeCloseTo(sum(evenMinutes), 6);
    expect(spread(hardMinutes)).toBeLessThan(spread(evenMinutes) / 2);
    expect(hardMinutes.get('a0')).toBeLessThan(evenMinutes.get('a0')!);
  });

  it('go to those who had least in the weeks before', () => {
    const alike = centre(Array.from({ length: 6 }, () => ['complaints']));
    const memory = new Map([
      ['a0', 200],
      ['a1', 200],
      ['a2', 200],
    ]);
    const { hardMinutes } = hardTurns(alike, { memory });
    for (const had of ['a0', 'a1', 'a2'])
      for (const hadNone of ['a3', 'a4', 'a5'])
        expect(hardMinutes.get(had)!).toBeLessThan(0.9 * hardMinutes.get(hadNone)!);
  });

  it('give nobody two in a row where others are there, nor two at once, and keep what stands', () => {
    const { turns } = hardTurns(mixed);
    for (const agentId of new Set(turns.map((turn) => turn.agentId))) {
      const own = turns.filter((turn) => turn.agentId === agentId);
      own.forEach((turn, i) => i > 0 && expect(turn.startAt).toBeGreaterThan(own[i - 1]!.endAt));
    }
    const standing = [{ agentId: 'a0', queueId: 'complaints', startAt: at(0), endAt: at(120) }];
    expect(hardTurns(mixed, { standing }).turns).toContainEqual(standing[0]);
  });

  it('are nobody’s where one person is alone, or nothing is known of how hard contacts are', () => {
    expect(hardTurns(centre([['complaints']])).turns).toEqual([]);
    const unknown = { ...mixed, work: mixed.work.map(({ hardShare: _hard, ...work }) => work) };
    expect(hardTurns(unknown)).toMatchObject({ turns: [] });
  });

  it('never give more hard minutes than busy ones', () => {
    const steep = centre([['complaints'], ['complaints'], ['complaints']]);
    const { queues } = new HardWork(steep);
    const all = { ...steep, work: steep.work.map((one) => ({ ...one, hardShare: one.hardShare!.map(() => 1) })) };
    const { hardMinutes } = hardTurns(all, { turnShare: 0.2 });
    const busy = 480 * queues[0]!.occupancy[0]!;
    for (const minutes of hardMinutes.values()) expect(minutes).toBeLessThanOrEqual(busy + 1e-9);
  });
});
